import * as grpc from '@grpc/grpc-js'
import { RoomsService } from '../gen/chat'
import { handlers } from './handlers'

/** The same as `addAdminServicesToServer()`, service by service. */
export function serve(credentials: grpc.ServerCredentials) {
  const server = new grpc.Server()
  server.addService(RoomsService, handlers) // ✓
  server.addService(grpc.getChannelzServiceDefinition(), grpc.getChannelzHandlers()) // ✗ no-exposed-admin-service
  server.bindAsync('0.0.0.0:50051', credentials, () => undefined)
}

export function serveHere(credentials: grpc.ServerCredentials) {
  const server = new grpc.Server()
  server.addService(grpc.getChannelzServiceDefinition(), grpc.getChannelzHandlers()) // ✓ this machine
  server.bindAsync('127.0.0.1:50052', credentials, () => undefined)
}
