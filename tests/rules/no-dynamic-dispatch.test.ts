import rule from '../../src/rules/no-dynamic-dispatch.js'
import { tester } from './tester.js'

tester.run('no-dynamic-dispatch', rule, {
  invalid: [
    {
      name: 'a table of actions',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const actions: Record<string, () => number> = { open: () => 1, close: () => 2 }

export const router = t.router({
  run: t.procedure.input(z.object({ action: z.string().max(20) })).mutation(({ input }) => actions[input.action]()),
})
`,
      errors: [{ messageId: 'picks', data: { data: 'actions[input.action]' }, line: 9, column: 92, endLine: 9, endColumn: 113, suggestions: [{ messageId: 'edit', data: { says: 'Take only what `actions` has itself' }, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const actions: Record<string, () => number> = { open: () => 1, close: () => 2 }

export const router = t.router({
  run: t.procedure.input(z.object({ action: z.string().max(20) })).mutation(({ input }) => { if (!Object.hasOwn(actions, input.action)) throw new Error('No such method'); return actions[input.action]() }),
})
` }] }],
    },
    {
      name: 'a table of actions, in a statement, in a condition, and by a name that is made',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const actions: Record<string, (id: number) => Promise<number>> = { open: async id => id, close: async id => id }
const named = t.procedure.input(z.object({ name: z.string().max(20) }))

export const router = t.router({
  run: named.mutation(async ({ input: { name } }) => {
    const value = await actions[name]?.(1)
    return { value }
  }),
  late: named.mutation(({ ctx, input }) => ctx.now && actions[input.name](1)),
  made: named.mutation(({ input }) => actions[input.name.trim()](1)),
})
`,
      errors: [
        { messageId: 'picks', data: { data: 'actions[name]' }, line: 11, column: 25, endLine: 11, endColumn: 38, suggestions: [{ messageId: 'edit', data: { says: 'Take only what `actions` has itself' }, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const actions: Record<string, (id: number) => Promise<number>> = { open: async id => id, close: async id => id }
const named = t.procedure.input(z.object({ name: z.string().max(20) }))

export const router = t.router({
  run: named.mutation(async ({ input: { name } }) => {
    if (!Object.hasOwn(actions, name)) throw new Error('No such method')
    const value = await actions[name]?.(1)
    return { value }
  }),
  late: named.mutation(({ ctx, input }) => ctx.now && actions[input.name](1)),
  made: named.mutation(({ input }) => actions[input.name.trim()](1)),
})
` }] },
        { messageId: 'picks', data: { data: 'actions[input.name]' }, line: 14, column: 55, endLine: 14, endColumn: 74, suggestions: [] },
        { messageId: 'picks', data: { data: 'actions[input.name.trim()]' }, line: 15, column: 39, endLine: 15, endColumn: 65, suggestions: [] },
      ],
    },
    {
      name: 'a method of an object, by a name out of the request',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsService, type Command } from './gen/jobs.js'

class Calculator {
  add(a: number, b: number) { return a + b }
}
const calculator = new Calculator()

new grpc.Server().addService(JobsService, {
  run(call: grpc.ServerUnaryCall<Command, unknown>, callback: grpc.sendUnaryData<unknown>) {
    const { method, args } = call.request
    callback(null, { value: (calculator as any)[method](...args) })
  },
})
`,
      errors: [{ messageId: 'picks', data: { data: '(calculator as any)[method]' }, line: 13, column: 29, endLine: 13, endColumn: 56, suggestions: undefined }],
    },
    {
      name: 'a helper that looks the name up',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'
import * as operations from './operations.js'

const dispatch = (name: string, args: unknown[]) => operations[name](...args)

new grpc.Server().addService(JobsService, {
  run: (call, callback) => callback(null, dispatch(call.request.method, call.request.args)),
})
`,
      errors: [{ messageId: 'picks', data: { data: 'operations[name]' }, line: 6, column: 53, endLine: 6, endColumn: 69, suggestions: undefined }],
    },
    {
      name: 'a name that is only known to be text',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'
import { handlers } from './handlers.js'

const run = (call, callback) => {
  const name = call.request.method
  if (typeof name !== 'string') return callback({ code: grpc.status.INVALID_ARGUMENT })
  callback(null, handlers[name](call.request.args))
}
new grpc.Server().addService(JobsService, { run })
`,
      errors: [{ messageId: 'picks', data: { data: 'handlers[name]' }, line: 9, column: 18, endLine: 9, endColumn: 32, suggestions: undefined }],
    },
    {
      name: 'metadata is the peer’s as well',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'
import { versions } from './versions.js'

new grpc.Server().addService(JobsService, {
  run(call: grpc.ServerUnaryCall<unknown, unknown>, callback: grpc.sendUnaryData<unknown>) {
    const version = String(call.metadata.get('x-version')[0])
    callback(null, versions[version](call.request))
  },
})
`,
      errors: [{ messageId: 'picks', data: { data: 'versions[version]' }, line: 9, column: 20, endLine: 9, endColumn: 37, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'a key that is no name',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const handlers: Record<string, () => number> = {}

export const router = t.router({
  run: t.procedure.input(z.object({ method: z.string().max(20), path: z.string().max(200) })).mutation(({ input }) => handlers[\`\${input.method.toLowerCase()}|\${input.path}\`]!()),
})
`,
    },
    {
      name: 'a map',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const actions = new Map([['open', () => 1], ['close', () => 2]])
export const router = t.router({
  run: t.procedure.input(z.object({ action: z.string().max(20) })).mutation(({ input }) => actions.get(input.action)?.()),
})
`,
    },
    {
      name: 'one of a list',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const actions = { open: () => 1, close: () => 2 }
export const router = t.router({
  run: t.procedure.input(z.object({ action: z.enum(['open', 'close']) })).mutation(({ input }) => actions[input.action]()),
})
`,
    },
    {
      name: 'own members only',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'
import { handlers } from './handlers.js'

new grpc.Server().addService(JobsService, {
  run(call, callback) {
    const { method } = call.request
    if (!Object.hasOwn(handlers, method)) return callback({ code: grpc.status.UNIMPLEMENTED })
    callback(null, handlers[method]())
  },
})
`,
    },
    {
      name: 'a key that the program chooses',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'
import { handlers } from './handlers.js'

const kind = process.env.BACKEND ?? 'disk'
new grpc.Server().addService(JobsService, { run: (call, callback) => callback(null, handlers[kind](call.request)) })
`,
    },
    {
      name: 'an element of a list',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const steps = [() => 1, () => 2]
export const router = t.router({
  step: t.procedure.input(z.object({ at: z.int().min(0).max(1) })).mutation(({ input }) => steps[input.at]()),
})
`,
    },
    {
      name: 'a function that no peer calls',
      code: `
import * as grpc from '@grpc/grpc-js'
import { handlers } from './handlers.js'

export const server = new grpc.Server()
export const run = (call: { request: { method: string } }) => handlers[call.request.method]()
`,
    },
  ],
})
