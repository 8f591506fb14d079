import * as grpc from '@grpc/grpc-js'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'

const keys = createRemoteJWKSet(new URL('https://id.orchard.example/keys'))

export const byRole: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, {
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      const { role } = decodeJwt<{ role?: string }>(String(metadata.get('authorization')[0] ?? '')) // ? unknown: what runs before it is told where it is used
      if (role !== 'forester') {
        call.sendStatus({ code: grpc.status.PERMISSION_DENIED, details: 'foresters only' })
        return
      }
      proceed(metadata)
    },
  }),
})

export const verified: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✓
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      jwtVerify(String(metadata.get('authorization')[0] ?? ''), keys, { audience: 'orchard' })
        .then(() => proceed(metadata), () => call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: 'no such token' }))
    },
  }),
})
