import koffi from 'koffi'
import { allowCallback } from '../spooler/caller'

const rpcrt4 = koffi.load('rpcrt4.dll')
const ifSpec = koffi.load('cursors_s.dll').symbol('Cursors_v1_0_s_ifspec')

const dontSerialize = rpcrt4.func('void __stdcall RpcSsDontSerializeContext()')
const lockExclusive = rpcrt4.func('int32 __stdcall RpcSsContextLockExclusive(void *binding, void *context)')
const lockShared = rpcrt4.func('int32 __stdcall RpcSsContextLockShared(void *binding, void *context)')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])

export function startFast() {
  dontSerialize() // ✗ require-handle-owner
  registerIf2(ifSpec, null, null, 8, 1234, 16_384, allowCallback)
}

export function start() {
  registerIf2(ifSpec, null, null, 8, 1234, 16_384, allowCallback)
}

export function withCursor<T>(binding: unknown, cursor: unknown, writing: boolean, work: () => T): T {
  const status: number = writing ? lockExclusive(binding, cursor) : lockShared(binding, cursor) // ✓ one handle, one lock
  if (status !== 0) throw new Error(`context lock: ${status}`)
  return work()
}
