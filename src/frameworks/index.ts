/** Every library that is described. */
import type { Framework } from './describe.js'
import { childProcess, databases, fileSystem, language, virtualMachine } from './node-sinks.js'
import { nodeFetch, nodeHttp, nodeHttp2, nodeHttps, nodeProcess, nodeTls, undici } from './node-tls.js'
import { languageClock, nanoid, nanoidByChance, nodeCrypto, uuid } from './randomness.js'
import { trpcAdapters, trpcClient, trpcServer } from './trpc.js'
import { zod } from './zod.js'
import { grpcJs, grpcReflection } from './grpc-js.js'
import { bunFfi, denoFfi, ffiRs, koffi, nodeFfi } from './ffi.js'
import { winax, windowsCom, windowsPipes, windowsRpc } from './windows-rpc.js'

export const frameworks: readonly Framework[] = [
  windowsRpc, windowsCom, windowsPipes, winax, koffi, denoFfi, bunFfi, nodeFfi, ffiRs,
  grpcJs, grpcReflection, trpcServer, trpcAdapters, trpcClient, zod, nodeTls, nodeHttp, nodeHttps, nodeHttp2, undici, nodeFetch, nodeProcess,
  childProcess, fileSystem, virtualMachine, language, databases, nodeCrypto, languageClock, uuid, nanoid, nanoidByChance,
]
