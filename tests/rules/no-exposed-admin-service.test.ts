import rule from '../../src/rules/no-exposed-admin-service.js'
import { tester } from './tester.js'

const remedy = 'Add it only to a server bound to this machine, or outside production'

tester.run('no-exposed-admin-service', rule, {
  invalid: [
    {
      name: 'reflection on the public server',
      code: `
import * as grpc from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { ReflectionService } from '@grpc/reflection'

const server = new grpc.Server()
const reflection = new ReflectionService(loadSync('api.proto'))
reflection.addToServer(server)
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, []), () => {})
`,
      errors: [{ messageId: 'exposed', data: { service: 'Reflection', tells: 'what it can call', remedy }, line: 8, column: 1, endLine: 8, endColumn: 31, suggestions: undefined }],
    },
    {
      name: 'administration of a server that listens elsewhere',
      code: `
import { addAdminServicesToServer, Server } from '@grpc/grpc-js'

export function createServer() {
  const server = new Server()
  addAdminServicesToServer(server)
  return server
}
`,
      errors: [{ messageId: 'exposed', data: { service: 'The administration of this server', tells: 'what it can call', remedy }, line: 6, column: 3, endLine: 6, endColumn: 35, suggestions: undefined }],
    },
    {
      name: 'a class whose server listens on this machine and on another interface',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { definition } from './definition.js'

export class Api {
  readonly server = new grpc.Server()
  start() {
    new ReflectionService(definition).addToServer(this.server)
    this.server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), () => {})
    this.server.bindAsync('10.0.0.4:50051', grpc.ServerCredentials.createSsl(null, []), () => {})
  }
}
`,
      errors: [{ messageId: 'exposed', data: { service: 'Reflection', tells: 'what it can call', remedy }, line: 9, column: 5, endLine: 9, endColumn: 63, suggestions: undefined }],
    },
    {
      name: 'a variable that is missing is no decision',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
if (!process.env.ADMIN_PORT) grpc.addAdminServicesToServer(server)
`,
      errors: [{ messageId: 'exposed', data: { service: 'The administration of this server', tells: 'what it can call', remedy }, line: 5, column: 30, endLine: 5, endColumn: 67, suggestions: undefined }],
    },
    {
      name: 'in production only',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { definition } from './definition.js'

const server = new grpc.Server()
if (process.env.NODE_ENV !== 'development') new ReflectionService(definition).addToServer(server)
`,
      errors: [{ messageId: 'exposed', data: { service: 'Reflection', tells: 'what it can call', remedy }, line: 7, column: 45, endLine: 7, endColumn: 98, suggestions: undefined }],
    },
    {
      name: 'channelz, service by service',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
server.addService(grpc.getChannelzServiceDefinition(), grpc.getChannelzHandlers())
server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, []), () => undefined)
`,
      errors: [{ messageId: 'exposed', data: { service: 'Channelz', tells: 'what it can call', remedy: 'Add it only to a server bound to this machine, or outside production' }, line: 5, column: 1, endLine: 5, endColumn: 83, suggestions: undefined }],
    },
    {
      name: 'options that a server is given as well as a client',
      code: `
import { NestFactory } from '@nestjs/core'
import { ClientProxyFactory, Transport, type GrpcOptions } from '@nestjs/microservices'
import { ReflectionService } from '@grpc/reflection'
import { UsersModule } from './users.module.js'

const options: GrpcOptions = {
  transport: Transport.GRPC,
  options: { url: process.env.USERS_URL, package: 'users', protoPath: 'users.proto', onLoadPackageDefinition: (definition, server) => new ReflectionService(definition).addToServer(server) },
}
export const client = ClientProxyFactory.create(options)
export const serve = () => NestFactory.createMicroservice(UsersModule, options)
`,
      errors: [{ messageId: 'exposed', data: { service: 'Reflection', tells: 'what it can call', remedy }, line: 9, column: 135, endLine: 9, endColumn: 188, suggestions: undefined }],
    },
    {
      name: 'the folder of the program',
      code: `
import thrift from 'thrift'
import { services, tls } from './orders.js'

thrift.createWebServer({ services, tls, files: '.' }).listen(443)
const whole = thrift.createWebServer({ files: __dirname, services, tls })
whole.listen(444)
`,
      errors: [[5, 41, 51], [6, 40, 56]].map(([line, column, endColumn]) => ({ messageId: 'exposed' as const, data: { service: 'The folder that this serves files from', tells: 'what the program is made of, keys included', remedy: 'Give `files` a folder that holds nothing but what is meant for everybody' }, line: line!, column: column!, endLine: line!, endColumn: endColumn!, suggestions: undefined })),
    },
  ],
  valid: [
    {
      name: 'options of clients, which never call what is meant for a server',
      code: `
import { Module } from '@nestjs/common'
import { ClientProxyFactory, ClientsModule, Transport, type GrpcOptions } from '@nestjs/microservices'
import { ReflectionService } from '@grpc/reflection'
import { config } from './config.js'

const users: GrpcOptions = {
  transport: Transport.GRPC,
  options: { url: config.users, package: 'users', protoPath: 'users.proto', onLoadPackageDefinition: (definition, server) => new ReflectionService(definition).addToServer(server) },
}
export const direct = ClientProxyFactory.create(users)

@Module({
  imports: [
    ClientsModule.register([{
      name: 'ORDERS',
      transport: Transport.GRPC,
      options: { url: config.orders, package: 'orders', protoPath: 'orders.proto', onLoadPackageDefinition(definition, server) { new ReflectionService(definition).addToServer(server) } },
    }]),
  ],
})
export class OrdersModule {}
`,
    },
    {
      name: 'a server of its own, on this machine',
      code: `
import * as grpc from '@grpc/grpc-js'

const admin = new grpc.Server()
grpc.addAdminServicesToServer(admin)
admin.bindAsync('localhost:50090', grpc.ServerCredentials.createInsecure(), () => {})

const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, []), () => {})
`,
    },
    {
      name: 'a mesh of the settings',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { definition } from './definition.js'

const server = new grpc.Server()
new ReflectionService(definition).addToServer(server)
server.bindAsync('admin.ops.internal:50090', grpc.ServerCredentials.createInsecure(), () => {})
`,
      settings: { 'secure-rpc': { localHosts: ['*.ops.internal'] } },
    },
    {
      name: 'outside production',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { definition } from './definition.js'

const isProduction = process.env.NODE_ENV === 'production'
const server = new grpc.Server()
if (!isProduction) new ReflectionService(definition).addToServer(server)
`,
    },
    {
      name: 'a flag that asks for it',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { definition } from './definition.js'

export function build(options: { reflection: boolean }) {
  const server = new grpc.Server()
  if (options.reflection) new ReflectionService(definition).addToServer(server)
  return server
}
`,
    },
    {
      name: 'a service of the project that is called alike',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ReflectionService, addAdminServicesToServer } from './services.js'

const server = new grpc.Server()
new ReflectionService().addToServer(server)
addAdminServicesToServer(server)
`,
    },
    {
      name: 'channelz on this machine',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
server.addService(grpc.getChannelzServiceDefinition(), grpc.getChannelzHandlers())
server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), () => undefined)
`,
    },
    {
      name: 'a folder that is meant to be served, or only to this machine',
      code: `
import thrift from 'thrift'
import { services, tls } from './orders.js'

const cors = { 'http://localhost:3000': true }
thrift.createWebServer({ services, tls, files: './public' }).listen(443)
thrift.createWebServer({ services, cors, files: '.' }).listen(8080, '127.0.0.1')
`,
    },
  ],
})
