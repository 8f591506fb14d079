import { Transport } from '@nestjs/microservices'
import { connect, tcp } from './transports'

export const invoices = connect(tcp('invoices.internal', 4030)) // ? unknown: the function of another file is given this, and may add to it
export const ledger = connect(tcp('127.0.0.1', 4031)) // ✓
export const receipts = connect({ transport: Transport.TCP, options: { host: 'receipts.internal', port: 4032, tlsOptions: {} } }) // ✓
