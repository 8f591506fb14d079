import rule from '../../src/rules/no-peer-sized-allocation.js'
import { tester } from './tester.js'

tester.run('no-peer-sized-allocation', rule, {
  invalid: [
    {
      name: 'a buffer as large as the message says',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService, type Chunk } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  reserve(call: grpc.ServerUnaryCall<Chunk, unknown>, callback: grpc.sendUnaryData<unknown>) {
    const slot = Buffer.alloc(call.request.size)
    callback(null, { capacity: slot.length })
  },
})
`,
      errors: [{ messageId: 'sized', data: { data: 'call.request.size', into: 'Buffer.alloc' }, line: 7, column: 31, endLine: 7, endColumn: 48, suggestions: undefined }],
    },
    {
      name: 'a schema that sets no end',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const router = t.router({
  pad: t.procedure.input(z.object({ width: z.number().int().positive() })).query(({ input: { width } }) => '-'.repeat(width)),
})
`,
      errors: [{ messageId: 'sized', data: { data: 'width', into: "'-'.repeat" }, line: 7, column: 119, endLine: 7, endColumn: 124, suggestions: undefined }],
    },
    {
      name: 'a helper that allocates',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

function blank(rows: number) {
  return new Array(rows).fill('')
}

new grpc.Server().addService(FilesService, { grid: (call, callback) => callback(null, { rows: blank(call.request.rows) }) })
`,
      errors: [{ messageId: 'sized', data: { data: 'rows', into: 'new Array' }, line: 6, column: 20, endLine: 6, endColumn: 24, suggestions: undefined }],
    },
    {
      name: 'memory for an array of bytes, from a context that is typed elsewhere',
      code: `
import { initTRPC } from '@trpc/server'
import * as z from 'zod'

const t = initTRPC.context<{ user: string }>().create()
const size = z.object({ bytes: z.number().min(1) })

export const reserve = t.procedure.input(size).mutation(async ({ input, ctx }) => {
  const memory = new ArrayBuffer(input.bytes)
  return { owner: ctx.user, size: memory.byteLength }
})
`,
      errors: [{ messageId: 'sized', data: { data: 'input.bytes', into: 'new ArrayBuffer' }, line: 9, column: 34, endLine: 9, endColumn: 45, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'a range in the contract',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const router = t.router({
  pad: t.procedure.input(z.object({ width: z.number().int().min(0).max(200) })).query(({ input }) => '-'.repeat(input.width)),
})
`,
    },
    {
      name: 'a comparison before',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

const MAX = 1 << 20
new grpc.Server().addService(FilesService, {
  reserve(call, callback) {
    const { size } = call.request
    if (size > MAX) return callback({ code: grpc.status.RESOURCE_EXHAUSTED })
    callback(null, { capacity: Buffer.alloc(size).length })
  },
})
`,
    },
    {
      name: 'the smaller of two',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  reserve: (call, callback) => callback(null, { capacity: Buffer.alloc(Math.min(call.request.size, 4096)).length }),
})
`,
    },
    {
      name: 'as much as has arrived already',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  copy: (call, callback) => callback(null, { data: Buffer.alloc(call.request.data.length) }),
})
`,
    },
    {
      name: 'a size of the program',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

const size = Number(process.env.CHUNK ?? 1024)
new grpc.Server().addService(FilesService, { chunk: (call, callback) => callback(null, { data: Buffer.alloc(size) }) })
`,
    },
    {
      name: 'a function that no peer calls',
      code: `
import { initTRPC } from '@trpc/server'

export const t = initTRPC.create()
export const blank = (input: { size: number }) => Buffer.alloc(input.size)
`,
    },
  ],
})
