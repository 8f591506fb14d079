/** Every library that is described. */
import type { Framework } from './describe.js'
import { childProcess, databases, fileSystem, language, virtualMachine } from './node-sinks.js'
import { trpcAdapters, trpcClient, trpcServer } from './trpc.js'
import { zod } from './zod.js'
import { grpcJs, grpcReflection } from './grpc-js.js'

export const frameworks: readonly Framework[] = [grpcJs, grpcReflection, trpcServer, trpcAdapters, trpcClient, zod, childProcess, fileSystem, virtualMachine, language, databases]
