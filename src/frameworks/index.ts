/** Every library that is described. Written by scripts/tables.mjs when the plugin is built. */
import type { Framework } from './describe.js'
import { koffi, denoFfi, bunFfi, nodeFfi, ffiRs } from './ffi.js'
import { grpcJs, grpcNative, grpcReflection } from './grpc-js.js'
import { midl } from './midl.js'
import { childProcess, fileSystem, virtualMachine, language, databases } from './node-sinks.js'
import { nodeTls, nodeHttps, nodeHttp, nodeHttp2, undici, nodeFetch, nodeProcess } from './node-tls.js'
import { nodeCrypto, languageClock, uuid, nanoid, nanoidByChance } from './randomness.js'
import { testRunners } from './test-runners.js'
import { trpcServer, trpcAdapters, trpcClient } from './trpc.js'
import { windowsRpc, windowsCom, windowsSecurity, windowsPipes, winax } from './windows-rpc.js'
import { zod } from './zod.js'

export const frameworks: readonly Framework[] = [
  koffi, denoFfi, bunFfi, nodeFfi, ffiRs,
  grpcJs, grpcNative, grpcReflection,
  midl,
  childProcess, fileSystem, virtualMachine, language, databases,
  nodeTls, nodeHttps, nodeHttp, nodeHttp2, undici, nodeFetch, nodeProcess,
  nodeCrypto, languageClock, uuid, nanoid, nanoidByChance,
  testRunners,
  trpcServer, trpcAdapters, trpcClient,
  windowsRpc, windowsCom, windowsSecurity, windowsPipes, winax,
  zod,
]
