import rule from '../../src/rules/require-bounded-state.js'
import { tester } from './tester.js'

const data = { bounds: 'the number of calls at a time', remedy: 'Pass a number, such as 1234' }

/** A tRPC procedure that keeps something, and what else the file does with it. */
const kept = (store: string, body: string, more = '') => `
import { randomUUID } from 'node:crypto'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

${store}
const t = initTRPC.create()

export const router = t.router({
  add: t.procedure.input(z.object({ name: z.string().max(40) })).mutation(({ input }) => {
    ${body}
  }),
})
${more}
`
const growing = (store: string, column: number, endColumn: number) => [{ messageId: 'growing', data: { store }, line: 6, column, endLine: 6, endColumn, suggestions: undefined }]

tester.run('require-bounded-state', rule, {
  invalid: [
    { name: 'a map that callers add to', code: kept('const seen = new Map<string, number>()', 'seen.set(input.name, Date.now())'), errors: growing('seen', 7, 39) },
    { name: 'a set', code: kept('const names = new Set<string>()', 'names.add(input.name)'), errors: growing('names', 7, 32) },
    { name: 'a list, which is read, too', code: kept('const log: string[] = []', 'log.push(input.name)', 'export const all = () => { for (const one of log) console.log(one) }'), errors: growing('log', 7, 25) },
    { name: 'a table', code: kept('const seen: Record<string, number> = {}', 'seen[input.name] = Date.now()'), errors: growing('seen', 7, 40) },
    { name: 'new handles', code: kept('const seen = new Map<string, number>()', 'seen.set(randomUUID(), 1)'), errors: growing('seen', 7, 39) },
    {
      name: 'as many calls as anybody makes',
      code: `
import koffi from 'koffi'

const listen = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerListen(uint32 threads, uint32 calls, uint32 wait)')
listen(1, 0xffffffff, 0)
`,
      errors: [{ messageId: 'unbounded', data, line: 5, column: 11, endLine: 5, endColumn: 21, suggestions: undefined }],
    },
    {
      name: 'a constant of a class',
      code: `
import koffi from 'koffi'

const RpcServerListen = koffi.load('rpcrt4').func('RpcServerListen', 'int32', ['uint32', 'uint32', 'uint32'])

export class Server {
  static readonly MAX_CALLS = -1
  start() { return RpcServerListen(4, Server.MAX_CALLS, 1) as number }
}
`,
      errors: [{ messageId: 'unbounded', data, line: 8, column: 39, endLine: 8, endColumn: 55, suggestions: undefined }],
    },
    {
      name: 'a generated binding for Bun, in one arm of a choice',
      code: `
import Rpcrt4 from '@bun-win32/rpcrt4'

export const listen = (large: boolean) => Rpcrt4.RpcServerListen(1, large ? 0xffff_ffff : 1234, 0)
`,
      errors: [{ messageId: 'unbounded', data, line: 4, column: 77, endLine: 4, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'arguments packed for ffi-rs',
      code: `
import { DataType, define, open } from 'ffi-rs'

open({ library: 'rpcrt4', path: 'rpcrt4.dll' })
const rpc = define({ RpcServerListen: { library: 'rpcrt4', retType: DataType.I32, paramsType: [DataType.U32, DataType.U32, DataType.U32] } })

export const listen = () => rpc.RpcServerListen([1, 4_294_967_295, 0])
`,
      errors: [{ messageId: 'unbounded', data, line: 7, column: 53, endLine: 7, endColumn: 66, suggestions: undefined }],
    },
    {
      name: 'servers that give a request all the time it wants, or take all connections',
      code: `
import http from 'node:http'
import https from 'node:https'

https.createServer({ requestTimeout: 0 })
const server = http.createServer()
server.requestTimeout = 0
server.maxConnections = Infinity
`,
      errors: [
        { messageId: 'unbounded', data: { bounds: 'the time that a request may take to arrive', remedy: 'Leave it at five minutes, or less' }, line: 5, column: 22, endLine: 5, endColumn: 39, suggestions: undefined },
        { messageId: 'unbounded', data: { bounds: 'the time that a request may take to arrive', remedy: 'Leave it at five minutes, or less' }, line: 7, column: 25, endLine: 7, endColumn: 26, suggestions: undefined },
        { messageId: 'unbounded', data: { bounds: 'the number of connections at a time', remedy: 'Set it to a number' }, line: 8, column: 25, endLine: 8, endColumn: 33, suggestions: undefined },
      ],
    },
    {
      name: 'as many calls on a connection as there are numbers',
      code: `
import { Server } from '@grpc/grpc-js'

export const server = new Server({ 'grpc.max_concurrent_streams': 4_294_967_295 })
`,
      errors: [{ messageId: 'unbounded', data: { bounds: 'the number of calls at a time on a connection', remedy: 'Give `grpc.max_concurrent_streams` a number, such as 100' }, line: 4, column: 36, endLine: 4, endColumn: 80, suggestions: undefined }],
    },
  ],
  valid: [
    { name: 'entries leave again', code: kept('const seen = new Map<string, number>()', 'seen.set(input.name, 1); setTimeout(() => seen.delete(input.name), 1000)') },
    { name: 'entries of a table leave again', code: kept('const seen: Record<string, number> = {}', 'seen[input.name] = 1; setTimeout(() => { delete seen[input.name] }, 1000)') },
    { name: 'entries are counted', code: kept('const log: string[] = []', 'if (log.length < 100) log.push(input.name)') },
    { name: 'keys of the program', code: kept("const kinds = new Map<string, number>()", "kinds.set(input.name === 'a' ? 'a' : 'other', 1)") },
    { name: 'something else looks after it', code: kept('const seen = new Map<string, number>()', 'seen.set(input.name, 1)', "import { expire } from './expire'\nexpire(seen)") },
    { name: 'another file has it, too', code: kept('export const seen = new Map<string, number>()', 'seen.set(input.name, 1)') },
    { name: 'it lasts no longer than the call', code: kept('', 'const seen = new Map<string, number>(); seen.set(input.name, 1)') },
    {
      name: 'a number',
      code: `
import koffi from 'koffi'

const listen = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerListen(uint32 threads, uint32 calls, uint32 wait)')
const RPC_C_LISTEN_MAX_CALLS_DEFAULT = 1234
listen(1, RPC_C_LISTEN_MAX_CALLS_DEFAULT, 0)
`,
    },
    {
      name: 'a number that is chosen elsewhere',
      code: `
import koffi from 'koffi'

const listen = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerListen(uint32 threads, uint32 calls, uint32 wait)')
export const start = (calls: number) => listen(1, calls, 0)
export const configured = () => listen(1, Number(process.env.MAX_CALLS), 0)
`,
    },
    {
      name: 'a size of messages, which another rule is for',
      code: `
import * as grpc from '@grpc/grpc-js'

export const server = new grpc.Server({ 'grpc.max_receive_message_length': -1 })
`,
    },
    {
      name: 'a function of another library',
      code: `
import koffi from 'koffi'

const listen = koffi.load('emulator.dll').func('int32 RpcServerListen(uint32 threads, uint32 calls, uint32 wait)')
listen(1, 0xffffffff, 0)
`,
    },
    {
      name: 'servers with what Node gives them, or less',
      code: `
import http from 'node:http'

const server = http.createServer({ headersTimeout: 0 })
server.requestTimeout = 30_000
server.maxConnections = 500
`,
    },
    {
      name: 'some calls on a connection',
      code: `
import { Server } from '@grpc/grpc-js'

export const server = new Server({ 'grpc.max_concurrent_streams': 200 })
`,
    },
  ],
})
