import { Client, credentials } from '@grpc/grpc-js' // ✗ require-one-door
import * as grpc from '@grpc/grpc-js'
import { anyClient } from './index' // ✗ require-one-door
import { clientOf, rpc } from './index'

export const reports = new Client('reports.internal:443', credentials.createSsl())
export const archive = new grpc.Client('archive.internal:443', grpc.credentials.createSsl()) // ✗ require-one-door
export const audit = new anyClient('audit.internal:443', credentials.createSsl())
export const ledger = new rpc.bareClient('ledger.internal:443', credentials.createSsl()) // ✗ require-one-door
export const stock = clientOf('stock.internal:443') // ✓ by the door
