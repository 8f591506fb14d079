import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import jwt, { type JwtPayload } from 'jsonwebtoken'
import { HarvestService } from './gen.js'
import { byRole, verified } from './by-role.js'

const tokenOf = (metadata: grpc.Metadata): string => String(metadata.get('authorization')[0] ?? '').replace(/^Bearer /, '')

const server = new grpc.Server({ 'grpc.max_concurrent_streams': 100 })
server.addService(HarvestService, {
  pick(call: grpc.ServerUnaryCall<{ tree: string }, object>, callback: grpc.sendUnaryData<object>) {
    const claims = jwt.decode(tokenOf(call.metadata)) as JwtPayload | null // ✗ no-unverified-token
    if (claims?.role !== 'picker') return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
  count(call: grpc.ServerUnaryCall<object, object>, callback: grpc.sendUnaryData<object>) {
    const claims = jwt.decode(tokenOf(call.metadata)) as JwtPayload | null // ✓ it is only told of
    console.info('counted for', claims?.sub)
    callback(null, { trees: 12 })
  },
})

const guarded = new grpc.Server({ interceptors: [byRole], 'grpc.max_concurrent_streams': 100 }) // ✗ no-unverified-token
const verifying = new grpc.Server({ interceptors: [verified, byRole], 'grpc.max_concurrent_streams': 100 }) // ✓ the first of them verifies
const credentials = grpc.ServerCredentials.createSsl(readFileSync('/run/tls/ca.crt'), [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }], true)
for (const [one, port] of [[server, 443], [guarded, 8443], [verifying, 9443]] as const) one.bindAsync(`0.0.0.0:${port}`, credentials, error => { if (error) throw error })
