import { credentials } from '@grpc/grpc-js'
import { Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { ConfigService } from './config.service'
import { grpcTarget } from './targets'

@Module({
  imports: [
    ClientsModule.registerAsync([
      {
        name: 'ORDERS',
        inject: [ConfigService],
        useFactory: (config: ConfigService) => ({
          transport: Transport.GRPC as const,
          // ✓ with the authority of the company
          options: { url: config.get('ORDERS_URL'), package: 'orders', protoPath: 'proto/orders.proto', credentials: credentials.createSsl(config.certificateAuthority) },
        }),
      },
      {
        name: 'STOCK',
        inject: [ConfigService],
        useFactory: async (config: ConfigService) => {
          const options = { url: `${config.get('STOCK_HOST')}:50053`, package: 'stock', protoPath: 'proto/stock.proto' }
          return { transport: Transport.GRPC as const, options } // ✗ require-encryption
        },
      },
      { name: 'PRICES', useFactory: () => grpcTarget('prices', 'prices.internal:50054') }, // ✗ require-encryption
      { name: 'RATES', useFactory: () => grpcTarget('rates', 'rates.internal:50055', credentials.createSsl()) }, // ✓
    ]),
  ],
})
export class OrdersModule {}
