import * as grpc from '@grpc/grpc-js'
import { decodeJwt } from 'jose'

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
