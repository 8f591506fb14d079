import { readFileSync } from 'node:fs'
import { credentials, InterceptingCall, type Interceptor } from '@grpc/grpc-js'
import { Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { OrdersController } from './orders.controller'
import { ReportsController } from './reports.controller'

const ca = readFileSync('ca.pem')
/** No call of a report takes longer. */
const patience: Interceptor = (options, next) => new InterceptingCall(next({ ...options, deadline: Date.now() + 2000 }))

@Module({
  imports: [
    ClientsModule.register([
      { name: 'STOCK', transport: Transport.GRPC, options: { url: 'stock.internal:50060', package: 'stock', protoPath: 'proto/stock.proto', credentials: credentials.createSsl(ca) } },
      { name: 'REPORTS', transport: Transport.GRPC, options: { url: 'reports.internal:50061', package: 'reports', protoPath: 'proto/reports.proto', credentials: credentials.createSsl(ca), channelOptions: { interceptors: [patience] } } },
    ]),
  ],
  controllers: [OrdersController, ReportsController],
})
export class OrdersModule {}
