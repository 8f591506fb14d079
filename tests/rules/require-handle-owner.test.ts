import rule from '../../src/rules/require-handle-owner.js'
import { tester } from './tester.js'

/** A tRPC router that opens terminals, and a body for the procedure that uses one. */
const terminals = (use: string, before = '') => `
import { randomUUID } from 'node:crypto'
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
${before}
interface Terminal { owner: string; lines: string[] }

const terminals = new Map<string, Terminal>()
const t = initTRPC.context<{ user: string }>().create()

export const router = t.router({
  open: t.procedure.mutation(({ ctx }) => {
    const id = randomUUID()
    terminals.set(id, { owner: ctx.user, lines: [] })
    return id
  }),
  use: t.procedure.input(z.object({ id: z.uuid(), owner: z.string().max(40), text: z.string().max(80) })).mutation(({ ctx, input }) => {
${use}
  }),
})
`
const anyones = { messageId: 'anyones', data: { store: 'terminals' } }

tester.run('require-handle-owner', rule, {
  invalid: [
    {
      name: 'whoever has the handle uses the entry',
      code: terminals(`    const terminal = terminals.get(input.id)
    if (!terminal) throw new TRPCError({ code: 'NOT_FOUND' })
    terminal.lines.push(input.text)
    return terminal.lines.length`),
      errors: [{ ...anyones, line: 18, column: 22, endLine: 18, endColumn: 45, suggestions: undefined }],
    },
    {
      name: 'it is ended by whoever has the handle',
      code: terminals('    return { closed: terminals.delete(input.id) }'),
      errors: [{ ...anyones, line: 18, column: 22, endLine: 18, endColumn: 48, suggestions: undefined }],
    },
    {
      name: 'it is told of in the log, and not asked',
      code: terminals(`    const terminal = terminals.get(input.id)
    console.log('%s uses the terminal of %s', ctx.user, terminal?.owner)
    return terminal?.lines`),
      errors: [{ ...anyones, line: 18, column: 22, endLine: 18, endColumn: 45, suggestions: undefined }],
    },
    {
      name: 'only whether it is there, and open, is compared',
      code: terminals(`    const terminal = terminals.get(input.id)
    if (terminal === undefined || terminal.lines.length === 0) return null
    return terminal.lines`),
      errors: [{ ...anyones, line: 18, column: 22, endLine: 18, endColumn: 45, suggestions: undefined }],
    },
    {
      name: 'looked up by a function of the program, which asks no more',
      code: terminals('    return terminalOf(input.id).lines', `
function terminalOf(id: string): Terminal {
  const terminal = terminals.get(id)
  if (!terminal) throw new TRPCError({ code: 'NOT_FOUND' })
  return terminal
}
`),
      errors: [{ ...anyones, line: 7, column: 20, endLine: 7, endColumn: 37, suggestions: undefined }],
    },
    {
      name: 'a table of gRPC jobs',
      code: `
import { randomUUID } from 'node:crypto'
import { Server, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { JobsService, type JobRef, type JobSpec } from './gen/jobs'

const jobs: Record<string, JobSpec> = {}

new Server().addService(JobsService, {
  open(call: ServerUnaryCall<JobSpec, JobRef>, callback: sendUnaryData<JobRef>) {
    const id = randomUUID()
    jobs[id] = call.request
    callback(null, { id })
  },
  state(call: ServerUnaryCall<JobRef, JobSpec>, callback: sendUnaryData<JobSpec>) {
    callback(null, jobs[call.request.id])
  },
  cancel(call: ServerUnaryCall<JobRef, JobRef>, callback: sendUnaryData<JobRef>) {
    delete jobs[call.request.id]
    callback(null, call.request)
  },
})
`,
      errors: [
        { messageId: 'anyones', data: { store: 'jobs' }, line: 15, column: 20, endLine: 15, endColumn: 41, suggestions: undefined },
        { messageId: 'anyones', data: { store: 'jobs' }, line: 18, column: 12, endLine: 18, endColumn: 33, suggestions: undefined },
      ],
    },
    {
      name: 'context handles of Windows RPC that are no longer locked',
      code: `
import koffi from 'koffi'

const dontSerialize = koffi.load('rpcrt4.dll').func('void __stdcall RpcSsDontSerializeContext()')
dontSerialize()
`,
      errors: [{ messageId: 'unserialized', data: { remedy: 'Leave it out, and take `RpcSsContextLockShared` where reading is enough' }, line: 5, column: 1, endLine: 5, endColumn: 16, suggestions: undefined }],
    },
  ],
  valid: [
    { name: 'the owner is compared', code: terminals(`    const terminal = terminals.get(input.id)
    if (terminal?.owner !== ctx.user) throw new TRPCError({ code: 'NOT_FOUND' })
    return terminal.lines`) },
    { name: 'at once', code: terminals(`    if (terminals.get(input.id)?.owner !== ctx.user) throw new TRPCError({ code: 'NOT_FOUND' })
    return terminals.delete(input.id)`) },
    { name: 'after it was taken out of the entry', code: terminals(`    const { owner, lines } = terminals.get(input.id)!
    if (owner !== ctx.user) throw new TRPCError({ code: 'NOT_FOUND' })
    return lines`) },
    { name: 'by a function of the program that looks it up', code: terminals('    return owned(input.id, ctx.user).lines', `
function owned(id: string, user: string): Terminal {
  const terminal = terminals.get(id)
  if (terminal?.owner !== user) throw new TRPCError({ code: 'NOT_FOUND' })
  return terminal
}
`) },
    { name: 'by whoever called the function that looks it up', code: terminals(`    const terminal = find(input.id)
    if (terminal?.owner !== ctx.user) throw new TRPCError({ code: 'NOT_FOUND' })
    return terminal.lines`, `
function find(id: string) {
  return terminals.get(id)
}
`) },
    { name: 'by code that is not seen', code: terminals(`    const terminal = terminals.get(input.id)
    assertOwner(terminal, ctx.user)
    return terminal?.lines`, "import { assertOwner } from '@acme/owners'") },
    { name: 'by code that is given the owner', code: terminals(`    const terminal = terminals.get(input.id)
    assertSame(terminal?.owner, ctx.user)
    return terminal?.lines`, "import { assertSame } from '@acme/owners'") },
    { name: 'the handle was given to code that may know it', code: terminals(`    if (!ownedBy(ctx.user).has(input.id)) throw new TRPCError({ code: 'NOT_FOUND' })
    return terminals.get(input.id)?.lines`, "import { ownedBy } from '@acme/owners'") },
    { name: 'owners are kept in a map of their own', code: terminals(`    if (owners.get(input.id) !== ctx.user) throw new TRPCError({ code: 'NOT_FOUND' })
    return terminals.get(input.id)?.lines`, 'const owners = new Map<string, string>()') },
    { name: 'the caller is a part of the key', code: terminals('    return terminals.get(`${ctx.user}/${input.id}`)?.lines') },
    {
      name: 'what callers name themselves is shared by its name',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const boards = new Map<string, string>()
const t = initTRPC.create()

export const router = t.router({
  draw: t.procedure.input(z.object({ board: z.string().max(40), line: z.string().max(80) })).mutation(({ input }) => {
    boards.set(input.board, input.line)
    if (boards.size > 100) boards.clear()
  }),
  look: t.procedure.input(z.object({ board: z.string().max(40) })).query(({ input }) => boards.get(input.board)),
})
`,
    },
    {
      name: 'a table of constants',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const colours = new Map([['ok', 'green'], ['down', 'red']])
const sizes: Record<string, number> = { small: 1, large: 2 }

export const router = initTRPC.create().router({
  colour: initTRPC.create().procedure.input(z.object({ state: z.string().max(10) })).query(({ input }) => [colours.get(input.state), sizes[input.state]]),
})
`,
    },
    {
      name: 'handles that are locked one by one',
      code: `
import koffi from 'koffi'

const lock = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcSsContextLockShared(void *binding, void *context)')
export const reading = (binding: unknown, cursor: unknown) => lock(binding, cursor) as number
`,
    },
    {
      name: 'a library of another name',
      code: `
import koffi from 'koffi'

koffi.load('emulator.dll').func('void RpcSsDontSerializeContext()')()
`,
    },
  ],
})
