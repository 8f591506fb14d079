/** Every library that is described. */
import type { Framework } from './describe.js'
import { grpcJs, grpcReflection } from './grpc-js.js'

export const frameworks: readonly Framework[] = [grpcJs, grpcReflection]
