import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import { config } from './config.js'
import { authenticate } from './interceptor.js'

const server = new grpc.Server({ interceptors: [authenticate] })
const credentials = grpc.ServerCredentials.createSsl(readFileSync('/run/tls/ca.crt'), [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }], true)
server.bindAsync(`0.0.0.0:${config.port}`, credentials, error => { if (error) throw error })
