import rule from '../../src/rules/require-bounded-state.js'
import { tester } from './tester.js'

const data = { bounds: 'the number of calls at a time', remedy: 'Pass a number, such as 1234' }

tester.run('require-bounded-state', rule, {
  invalid: [
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
  ],
  valid: [
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
  ],
})
