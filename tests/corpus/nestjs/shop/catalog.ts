import { readFileSync } from 'node:fs'
import { ServerCredentials } from '@grpc/grpc-js'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { CatalogModule } from './modules'

/** The pair of this server, if it was given one. */
function credentials(): ServerCredentials | undefined {
  const key = process.env.TLS_KEY, chain = process.env.TLS_CERT
  if (!key || !chain) return undefined // ✗ no-plaintext-fallback
  return ServerCredentials.createSsl(null, [{ private_key: readFileSync(key), cert_chain: readFileSync(chain) }])
}

async function bootstrap() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(CatalogModule, {
    transport: Transport.GRPC,
    options: { url: '0.0.0.0:50062', package: 'shop.catalog', protoPath: 'proto/catalog.proto', credentials: credentials() },
  })
  await app.listen()
}

void bootstrap()
