import { readFile } from 'node:fs/promises'
import * as grpc from '@grpc/grpc-js'
import * as loader from '@grpc/proto-loader'

interface Named { name: string }
const { serialize, deserialize } = { serialize: (value: object) => Buffer.from(JSON.stringify(value)), deserialize: (bytes: Buffer) => JSON.parse(bytes.toString()) as Named }
const SCHEMAS = new Map([['orders', 'proto/orders.proto'], ['stock', 'proto/stock.proto']])

const server = new grpc.Server({
  'grpc.max_concurrent_streams': 0xffffffff, // ✗ require-bounded-state
})

server.register('/acme.Files/Read', async (call: grpc.ServerUnaryCall<Named, object>, callback: grpc.sendUnaryData<object>) => { // ✗ no-crash-on-bad-call
  callback(null, { text: await readFile(call.request.name, 'utf8') }) // ✗ no-peer-data-in-sink
}, serialize, deserialize, 'unary')

server.register('/acme.Files/Describe', (call: grpc.ServerUnaryCall<Named, object>, callback: grpc.sendUnaryData<object>) => {
  callback(null, loader.loadSync(call.request.name)) // ✗ no-peer-data-in-sink
}, serialize, deserialize, 'unary')

server.register('/acme.Files/DescribeKnown', (call: grpc.ServerUnaryCall<Named, object>, callback: grpc.sendUnaryData<object>) => {
  const file = SCHEMAS.get(call.request.name)
  if (file === undefined) return callback({ code: grpc.status.NOT_FOUND })
  callback(null, loader.loadSync(file)) // ✓ one of our own
}, serialize, deserialize, 'unary')

export const small = new grpc.Server({ 'grpc.max_concurrent_streams': 100 }) // ✓
