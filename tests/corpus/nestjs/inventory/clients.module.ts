import { Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { endpoints, verified } from '@/nest/endpoints'

@Module({
  imports: [
    ClientsModule.register([
      { name: 'PRICES', ...verified(endpoints.prices) }, // ✓
      { name: 'STOCK', transport: Transport.TCP, options: endpoints.stock }, // ✗ require-encryption
    ]),
  ],
  exports: [ClientsModule],
})
export class ClientsOfInventory {}
