import { readFileSync } from 'node:fs'
import { Transport } from '@nestjs/microservices'

/** Where the services of the company are, for whoever calls them. */
export const endpoints = {
  stock: { host: 'stock.internal', port: 4010 },
  prices: { host: 'prices.internal', port: 4011 },
}

/** Options of a client, with the authority of the company. */
export const verified = (to: { host: string; port: number }) => ({ transport: Transport.TCP as const, options: { ...to, tlsOptions: { ca: readFileSync('/etc/company/ca.pem') } } })
