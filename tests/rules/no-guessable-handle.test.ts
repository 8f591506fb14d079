import rule from '../../src/rules/no-guessable-handle.js'
import { tester } from './tester.js'

/** A gRPC service with jobs that are found again by a handle. */
const jobs = (handle: string, before = '') => `
import { Server, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { JobsService, type JobRef, type JobSpec, type JobState } from './gen/jobs'
${before}
const jobs = new Map<string, JobSpec>()
let count = 0

const server = new Server()
server.addService(JobsService, {
  open(call: ServerUnaryCall<JobSpec, JobRef>, callback: sendUnaryData<JobRef>) {
    const id = ${handle}
    jobs.set(id, call.request)
    setTimeout(() => jobs.delete(id), 60_000)
    callback(null, { id })
  },
  state(call: ServerUnaryCall<JobRef, JobState>, callback: sendUnaryData<JobState>) {
    callback(null, { id: call.request.id, kind: jobs.get(call.request.id)?.kind })
  },
})
`
const at = (width: number) => ({ line: 11, column: 16, endLine: 11, endColumn: 16 + width })
const found = (source: string, handle: string, better: string, output: string, before = '') => ({
  code: jobs(handle, before),
  errors: [{ messageId: 'guessable', data: { source }, ...at(handle.length), suggestions: [{ messageId: 'edit', data: { says: `Use \`${better}\`` }, output: jobs(output, before) }] }],
})

tester.run('no-guessable-handle', rule, {
  invalid: [
    { name: 'a counter', ...found('a counter', 'String(++count)', 'crypto.randomUUID()', 'crypto.randomUUID()') },
    { name: 'the number of entries, in a text', ...found('a counter', '`job-${jobs.size + 1}`', 'crypto.randomUUID()', '`job-${crypto.randomUUID()}`') },
    { name: 'the time', ...found('the time', 'Date.now().toString(36)', 'crypto.randomUUID()', 'crypto.randomUUID()') },
    { name: 'the time, put together with the name that the caller gave', ...found('the time', 'call.request.kind + new Date().toISOString()', 'crypto.randomUUID()', 'call.request.kind + crypto.randomUUID()') },
    { name: 'Math.random()', ...found('`Math.random()`', 'Math.random().toString(36).slice(2)', 'crypto.randomUUID()', 'crypto.randomUUID()') },
    { name: 'chance and time together', ...found('`Math.random()`', '`${Date.now()}-${Math.random()}`', 'crypto.randomUUID()', 'crypto.randomUUID()') },
    { name: 'where randomUUID is imported', ...found('a counter', '`${++count}`', 'randomUUID()', '`${randomUUID()}`', "import { randomUUID } from 'node:crypto'") },
    { name: 'where it is imported by another name', ...found('the time', 'String(Date.now())', 'newId()', 'newId()', "import { createHash, randomUUID as newId } from 'crypto'") },
    { name: 'where the module is imported as a whole', ...found('the time', 'String(performance.now())', 'nodeCrypto.randomUUID()', 'nodeCrypto.randomUUID()', "import * as nodeCrypto from 'node:crypto'") },
    { name: 'an id of the first version of UUIDs, which holds the time', ...found('the time', '`${v1()}`', 'crypto.randomUUID()', '`${crypto.randomUUID()}`', "import { v1 } from 'uuid'") },
    { name: 'an id of nanoid that is not secure', ...found('`Math.random()`', '`job_${nanoid()}`', 'crypto.randomUUID()', '`job_${crypto.randomUUID()}`', "import { nanoid } from 'nanoid/non-secure'") },
    {
      name: 'a number, in whose place no text can stand',
      code: jobs('++count'),
      errors: [{ messageId: 'guessable', data: { source: 'a counter' }, ...at(7), suggestions: undefined }],
    },
    {
      name: 'where the program has another use for the name crypto',
      code: jobs('String(Date.now())', "import crypto from './encrypt'\nexport const key = crypto.derive('jobs')"),
      errors: [{ messageId: 'guessable', data: { source: 'the time' }, line: 12, column: 16, endLine: 12, endColumn: 34, suggestions: undefined }],
    },
    {
      name: 'made by a function of the program, in a table of a class',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()

class Uploads {
  #next = 0
  readonly #open: Record<string, string[]> = {}

  begin(name: string): string {
    const handle = this.#name()
    this.#open[handle] = [name]
    return handle
  }

  parts(handle: string): string[] | undefined {
    return this.#open[handle]
  }

  #name(): string {
    return \`upload-\${this.#next++}\`
  }
}

const uploads = new Uploads()

export const router = t.router({
  begin: t.procedure.input(z.object({ name: z.string().max(80) })).mutation(({ input }) => uploads.begin(input.name)),
  parts: t.procedure.input(z.object({ handle: z.string().max(80) })).query(({ input }) => uploads.parts(input.handle)),
})
`,
      errors: [{
        messageId: 'guessable', data: { source: 'a counter' }, line: 22, column: 12, endLine: 22, endColumn: 36,
        suggestions: [{
          messageId: 'edit', data: { says: 'Use `crypto.randomUUID()`' }, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()

class Uploads {
  #next = 0
  readonly #open: Record<string, string[]> = {}

  begin(name: string): string {
    const handle = this.#name()
    this.#open[handle] = [name]
    return handle
  }

  parts(handle: string): string[] | undefined {
    return this.#open[handle]
  }

  #name(): string {
    return \`upload-\${crypto.randomUUID()}\`
  }
}

const uploads = new Uploads()

export const router = t.router({
  begin: t.procedure.input(z.object({ name: z.string().max(80) })).mutation(({ input }) => uploads.begin(input.name)),
  parts: t.procedure.input(z.object({ handle: z.string().max(80) })).query(({ input }) => uploads.parts(input.handle)),
})
`,
        }],
      }],
    },
  ],
  valid: [
    { name: 'random', code: jobs('randomUUID()', "import { randomUUID } from 'node:crypto'") },
    { name: 'random bytes next to the time', code: jobs("`${Date.now()}-${randomBytes(16).toString('hex')}`", "import { randomBytes } from 'node:crypto'") },
    { name: 'the global object', code: jobs('crypto.randomUUID()') },
    { name: 'uuid and nanoid', code: jobs('`${v4()}.${nanoid()}`', "import { nanoid } from 'nanoid'\nimport { v4 } from 'uuid'") },
    { name: 'what code makes that is not seen', code: jobs('newHandle(count++)', "import { newHandle } from 'handles'") },
    { name: 'a signature over it, which nobody else can make', code: jobs('sign(String(++count))', "import { sign } from './sign'") },
    { name: 'an entry with a secret of its own', code: jobs('`${++count}.${call.request.nonce}`') },
    { name: 'the caller chooses the name', code: jobs('call.request.kind') },
    {
      name: 'a counter that nothing is found by again',
      code: `
import { Server, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { JobsService, type JobRef, type JobSpec } from './gen/jobs'

const started = new Map<number, string>()
let count = 0

new Server().addService(JobsService, {
  open(call: ServerUnaryCall<JobSpec, JobRef>, callback: sendUnaryData<JobRef>) {
    const id = ++count
    started.set(id, call.request.kind)
    console.log('job %d of %d', id, started.size)
    callback(null, {})
  },
})
`,
    },
    {
      name: 'a date that is given, and names its own entry',
      code: jobs('new Date(call.request.day).toISOString()'),
    },
    {
      name: 'a map that is no store of a procedure',
      code: `
const seen = new Map<string, number>()
let next = 0
export const note = (name: string) => { seen.set(String(next++), name.length) }
export const find = (id: string) => seen.get(id)
`,
    },
  ],
})
