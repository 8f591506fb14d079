import rule from '../../src/rules/no-peer-supplied-endpoint.js'
import { tester } from './tester.js'

tester.run('no-peer-supplied-endpoint', rule, {
  invalid: [
    {
      name: 'a webhook of the caller',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const router = t.router({
  test: t.procedure.input(z.object({ hook: z.url().max(200) })).mutation(async ({ input }) => {
    const response = await fetch(input.hook, { method: 'POST', signal: AbortSignal.timeout(2000) })
    return response.status
  }),
})
`,
      errors: [{ messageId: 'calls', data: { data: 'input.hook' }, line: 8, column: 34, endLine: 8, endColumn: 44, suggestions: undefined }],
    },
    {
      name: 'a host of the caller',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ProbeService } from './gen/probe.js'

new grpc.Server().addService(ProbeService, {
  probe(call: grpc.ServerUnaryCall<{ target: string }, unknown>, callback: grpc.sendUnaryData<unknown>) {
    const socket = new WebSocket(\`\${call.request.target}/status\`)
    socket.onopen = () => callback(null, {})
  },
})
`,
      errors: [{ messageId: 'calls', data: { data: '${call.request.target}/status' }, line: 7, column: 34, endLine: 7, endColumn: 65, suggestions: undefined }],
    },
    {
      name: 'a URL that is made of it, and one that stands for a default',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const listing = async (base = 'https://templates.example.com') => fetch(\`\${base}/index.json\`)
export const monitor = t.router({
  metrics: t.procedure.input(z.object({ url: z.string(), points: z.string() })).query(({ input }) => {
    const url = new URL(input.url)
    url.searchParams.append('limit', input.points)
    return fetch(url.toString())
  }),
  templates: t.procedure.input(z.object({ base: z.string().optional() })).query(({ input }) => listing(input.base)),
})
`,
      errors: [
        { messageId: 'calls', data: { data: '${base}/index.json' }, line: 6, column: 73, endLine: 6, endColumn: 93, suggestions: undefined },
        { messageId: 'calls', data: { data: 'url.toString()' }, line: 11, column: 18, endLine: 11, endColumn: 32, suggestions: undefined },
      ],
    },
    {
      name: 'a binding of Windows RPC to the host that is asked for',
      code: `
import koffi from 'koffi'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const compose = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 seq, str16 addr, str16 endpoint, str16 options, _Out_ str16 *text)')

export const bind = t.procedure.input(z.object({ host: z.string().max(253) })).query(({ input }) => {
  const text: [string | null] = [null]
  compose(null, 'ncacn_ip_tcp', input.host, '5000', null, text)
  return text[0]
})
`,
      errors: [{ messageId: 'calls', data: { data: 'input.host' }, line: 11, column: 33, endLine: 11, endColumn: 43, suggestions: undefined }],
    },
    {
      name: 'the address of a channel, and a host after a scheme',
      code: `
import http2 from 'node:http2'
import * as grpc from '@grpc/grpc-js'
import { NoticesClient, NoticesService } from './gen/notices.js'

new grpc.Server().addService(NoticesService, {
  subscribe(call, callback) {
    const { callbackUrl } = call.request
    callback(null, new NoticesClient(callbackUrl, grpc.credentials.createSsl()))
  },
  probe(call, callback) {
    const session = http2.connect(\`https://\${call.request.host}:8443\`)
    session.on('connect', () => callback(null, {}))
  },
})
`,
      errors: [
        { messageId: 'calls', data: { data: 'callbackUrl' }, line: 9, column: 38, endLine: 9, endColumn: 49, suggestions: undefined },
        { messageId: 'calls', data: { data: 'https://${call.request.host}:8443' }, line: 12, column: 35, endLine: 12, endColumn: 70, suggestions: undefined },
      ],
    },
    {
      name: 'a helper that calls back',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const notify = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(1000) })

export const subscribe = t.procedure.input(z.object({ callback: z.string().max(200) })).mutation(async ({ input }) => {
  await notify(input.callback, { hello: true })
})
`,
      errors: [{ messageId: 'calls', data: { data: 'url' }, line: 6, column: 54, endLine: 6, endColumn: 57, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'a channel to one of a list, and a part of a name of our own',
      code: `
import * as grpc from '@grpc/grpc-js'
import { NoticesClient, NoticesService } from './gen/notices.js'

const SUBSCRIBERS = ['billing.internal:443', 'shipping.internal:443']

new grpc.Server().addService(NoticesService, {
  subscribe(call, callback) {
    const { callbackUrl, zone } = call.request
    if (!SUBSCRIBERS.includes(callbackUrl)) return callback({ code: grpc.status.INVALID_ARGUMENT })
    const known = new NoticesClient(callbackUrl, grpc.credentials.createSsl())
    const zoned = new NoticesClient(\`notices.\${zone}.internal:443\`, grpc.credentials.createSsl())
    callback(null, { known, zoned })
  },
})
`,
    },
    {
      name: 'an address out of a table',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const hooks = new Map([['chat', 'https://chat.acme.example/hook']])
export const test = t.procedure.input(z.object({ to: z.string().max(20) })).mutation(async ({ input }) => {
  const hook = hooks.get(input.to)
  if (hook) await fetch(hook, { method: 'POST', signal: AbortSignal.timeout(1000) })
})
`,
    },
    {
      name: 'a host that was compared',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const ALLOWED = ['hooks.acme.example']
export const test = t.procedure.input(z.object({ url: z.url().max(200) })).mutation(async ({ input }) => {
  if (!ALLOWED.includes(new URL(input.url).hostname)) throw new Error('not allowed')
  await fetch(input.url, { signal: AbortSignal.timeout(1000) })
})
`,
    },
    {
      name: 'the end of an address',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const order = t.procedure.input(z.object({ id: z.string().max(40) })).query(async ({ input }) => {
  const response = await fetch(\`https://orders.acme.example/v1/\${encodeURIComponent(input.id)}\`, { signal: AbortSignal.timeout(1000) })
  return response.json()
})
`,
    },
    {
      name: 'an address of the configuration',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ProbeService } from './gen/probe.js'

const base = process.env.BACKEND_URL!
new grpc.Server().addService(ProbeService, {
  probe(call, callback) { fetch(base, { signal: AbortSignal.timeout(1000) }).then(response => callback(null, { ok: response.ok }), callback) },
})
`,
    },
    {
      name: 'a fetch of the program’s own',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { fetch } from './cache.js'

const t = initTRPC.create()
export const cached = t.procedure.input(z.object({ key: z.string().max(40) })).query(({ input }) => fetch(input.key))
`,
    },
  ],
})
