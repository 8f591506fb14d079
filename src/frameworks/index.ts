/** Every library that is described. */
import type { Framework } from './describe.js'
import { childProcess, databases, fileSystem, language, virtualMachine } from './node-sinks.js'
import { trpcClient, trpcServer } from './trpc.js'
import { zod } from './zod.js'
import { grpcJs, grpcReflection } from './grpc-js.js'

export const frameworks: readonly Framework[] = [grpcJs, grpcReflection, trpcServer, trpcClient, zod, childProcess, fileSystem, virtualMachine, language, databases]
