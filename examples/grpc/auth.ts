import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  ResponderBuilder,
  ServerInterceptingCall,
  ServerListenerBuilder,
  status,
  type Metadata,
  type ServerInterceptor,
  type ServerUnaryCall,
} from '@grpc/grpc-js'

interface Ticket {
  subject: string
  expires: number
}

const key = process.env.NOTES_TICKET_KEY

/** A ticket is `payload.signature`, both base64url. */
export function readTicket(metadata: Metadata): Ticket | undefined {
  const [header] = metadata.get('authorization')
  if (!key || typeof header !== 'string') return undefined
  const [payload, signature] = header.replace('Bearer ', '').split('.')
  const expected = createHmac('sha256', key).update(payload).digest()
  const given = Buffer.from(signature ?? '', 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const ticket = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Ticket
  return ticket.expires > Date.now() ? ticket : undefined
}

/** Refuses every call without a valid ticket. */
export const requireTicket: ServerInterceptor = (_method, call) =>
  new ServerInterceptingCall(
    call,
    new ResponderBuilder()
      .withStart((start) => {
        const listener = new ServerListenerBuilder()
          .withOnReceiveMetadata((metadata, next) => {
            if (!readTicket(metadata)) {
              call.sendStatus({ code: status.UNAUTHENTICATED, details: 'a ticket is required' })
              return
            }
            next(metadata)
          })
          .build()
        start(listener)
      })
      .build(),
  )

/** Logs who calls, and means to refuse strangers. */
export const requireKnownClient: ServerInterceptor = (_method, call) =>
  new ServerInterceptingCall(
    call,
    new ResponderBuilder()
      .withStart((start) => {
        const listener = new ServerListenerBuilder()
          .withOnReceiveMetadata((metadata, next) => {
            if (!metadata.get('x-client-name').length) {
              console.warn('a call from an unknown client')
            }
            next(metadata)
          })
          .build()
        start(listener)
      })
      .build(),
  )

export function isFromOffice(call: ServerUnaryCall<unknown, unknown>): boolean {
  return call.getPeer().startsWith('10.20.')
}

export function userOf(call: ServerUnaryCall<unknown, unknown>): string {
  const [user] = call.metadata.get('x-user-id')
  return user?.toString() ?? 'anonymous'
}
