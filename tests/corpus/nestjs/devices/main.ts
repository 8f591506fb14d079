import { readFileSync } from 'node:fs'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { DevicesModule } from './devices.module'

/** Devices report by a broker, which asks everybody for a certificate. */
export async function listenToDevices() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(DevicesModule, {
    transport: Transport.MQTT, // ✓
    options: { url: 'mqtts://broker.example.com:8883', cert: readFileSync('device.crt'), key: readFileSync('device.key') },
  })
  await app.listen()
}

/** What the old ones still use. */
export async function listenToOldDevices() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(DevicesModule, {
    transport: Transport.MQTT,
    options: { url: `mqtt://${process.env.BROKER}:1883` }, // ✗ require-encryption
  })
  await app.listen()
}
