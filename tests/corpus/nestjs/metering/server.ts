import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type GrpcOptions, Transport } from '@nestjs/microservices'
import { ReflectionService } from '@grpc/reflection'

@Module({})
class MeteringModule {}

async function bootstrap() {
  const app = await NestFactory.createMicroservice<GrpcOptions>(MeteringModule, {
    transport: Transport.GRPC, // ✗ require-encryption
    options: {
      url: `${process.env.METERING_HOST}:50070`,
      package: 'metering',
      protoPath: 'proto/metering.proto',
      maxReceiveMessageLength: -1, // ✗ no-unlimited-message
      onLoadPackageDefinition: (definition, server) => new ReflectionService(definition).addToServer(server), // ✗ no-exposed-admin-service
    },
  })
  await app.listen()
}

void bootstrap()
