import * as ffi from 'ffi-napi'
import type { Pointer } from 'ref-napi'

type Handle = Pointer<unknown>

const rpcrt4 = ffi.Library('rpcrt4', {
  RpcServerRegisterIfEx: ['int32', ['pointer', 'pointer', 'pointer', 'uint32', 'uint32', 'pointer']],
  RpcServerInqCallAttributesW: ['int32', ['pointer', 'pointer']],
})
const library = new ffi.DynamicLibrary('rpcrt4.dll')
const registerIf = ffi.ForeignFunction(library.get('RpcServerRegisterIf'), 'int32', ['pointer', 'pointer', 'pointer'])

const NULL = null as unknown as Handle
const SECURE_ONLY = 0x8

const strict = ffi.Callback('int32', ['pointer', 'pointer'], (_uuid: Handle, context: Handle) => { // ✓
  const attributes = Buffer.alloc(104)
  if (rpcrt4.RpcServerInqCallAttributesW(context, attributes as Handle) !== 0) return 5
  return attributes.readUInt32LE(48) >= 5 ? 0 : 5
})

const hasty = ffi.Callback('int32', ['pointer', 'pointer'], (_uuid: Handle, context: Handle) => {
  const attributes = Buffer.alloc(104)
  if (rpcrt4.RpcServerInqCallAttributesW(context, attributes as Handle) !== 0) throw new Error('no attributes') // ✗ no-crash-on-bad-call
  return attributes.readUInt32LE(48) >= 5 ? 0 : 5
})

export function register(ifSpec: Handle, backup: Handle) {
  rpcrt4.RpcServerRegisterIfEx(ifSpec, NULL, NULL, SECURE_ONLY, 1234, strict)
  rpcrt4.RpcServerRegisterIfEx(backup, NULL, NULL, SECURE_ONLY, 1234, hasty)
}

export function registerOld(ifSpec: Handle) {
  return registerIf(ifSpec, NULL, NULL) // ✗ require-client-authentication
}
