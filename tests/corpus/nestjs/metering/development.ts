import { NestFactory } from '@nestjs/core'
import { type GrpcOptions, Transport } from '@nestjs/microservices'
import { ReflectionService } from '@grpc/reflection'
import { Module } from '@nestjs/common'

@Module({})
class MeteringModule {}

export async function start() {
  const app = await NestFactory.createMicroservice<GrpcOptions>(MeteringModule, {
    transport: Transport.GRPC,
    options: {
      url: 'localhost:50070',
      package: 'metering',
      protoPath: 'proto/metering.proto',
      // ✓ whoever develops may look
      onLoadPackageDefinition: (definition, server) => { if (process.env.NODE_ENV === 'development') new ReflectionService(definition).addToServer(server) },
    },
  })
  await app.listen()
}
