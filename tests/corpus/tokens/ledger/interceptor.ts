import * as grpc from '@grpc/grpc-js'
import { verifyToken } from './tokens.js'

export const authenticate: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, {
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      const [header] = metadata.get('authorization')
      try {
        verifyToken(String(header ?? '').replace('Bearer ', ''))
      } catch {
        call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: 'no such token' })
        return
      }
      proceed(metadata)
    },
  }),
})
