import { Global, Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { AUTH_PACKAGE_NAME, AUTH_SERVICE_NAME } from './auth.pb'
import { AuthService } from './auth.service'

@Global()
@Module({
  imports: [
    ClientsModule.register([
      {
        name: AUTH_SERVICE_NAME,
        transport: Transport.GRPC, // ✗ require-encryption
        options: {
          url: '0.0.0.0:50051', // where it calls, not where it listens
          package: AUTH_PACKAGE_NAME,
          protoPath: 'proto/auth.proto',
        },
      },
      // ✓ a sidecar of the same machine
      { name: 'PROXY', transport: Transport.GRPC, options: { url: 'localhost:9211', package: 'proxy', protoPath: 'proto/proxy.proto' } },
      // ✓ the same, by the default of the library
      { name: 'AGENT', transport: Transport.GRPC, options: { package: 'agent', protoPath: 'proto/agent.proto' } },
    ]),
  ],
  providers: [AuthService],
  exports: [AuthService],
})
export class AuthModule {}
