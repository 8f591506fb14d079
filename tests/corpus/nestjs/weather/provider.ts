import type { FactoryProvider } from '@nestjs/common'
import { credentials } from '@grpc/grpc-js'
import { ClientProxyFactory, Transport } from '@nestjs/microservices'
import { Deployment } from './deployment'

/** The forecast of the institute, as others ask for it. */
export const forecastProvider: FactoryProvider = {
  provide: 'FORECAST',
  inject: [Deployment],
  useFactory: (deployment: Deployment) => ClientProxyFactory.create({
    transport: Transport.GRPC, // ✗ require-encryption
    options: { url: deployment.forecastUrl, package: 'forecast', protoPath: 'proto/forecast.proto' },
  }),
}

/** Alerts, in clear while somebody develops. */
export const alertProvider: FactoryProvider = {
  provide: 'ALERTS',
  inject: [Deployment],
  useFactory: (deployment: Deployment) => ClientProxyFactory.create({
    transport: Transport.GRPC, // ✓
    options: {
      url: deployment.alertUrl, package: 'alerts', protoPath: 'proto/alerts.proto',
      credentials: process.env.NODE_ENV === 'development' ? credentials.createInsecure() : credentials.createSsl(),
    },
  }),
}
