import * as ffi from 'ffi-napi'
import type { Pointer } from 'ref-napi'

type Handle = Pointer<unknown>

const rpcrt4 = ffi.Library('rpcrt4', {
  RpcBindingSetAuthInfoExW: ['int32', ['pointer', 'pointer', 'uint32', 'uint32', 'pointer', 'uint32', 'pointer']],
  RpcBindingSetOption: ['int32', ['pointer', 'uint32', 'size_t']],
  RpcServerRegisterIf: ['int32', ['pointer', 'pointer', 'pointer']],
  RpcServerRegisterIfEx: ['int32', ['pointer', 'pointer', 'pointer', 'uint32', 'uint32', 'pointer']],
})

const NULL = null as unknown as Handle
const spn = Buffer.from('host/fax.corp.example\0', 'utf16le') as Handle
const RPC_IF_ALLOW_SECURE_ONLY = 8

export function authenticate(binding: Handle) {
  const qos = Buffer.alloc(16)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(1, 4) // ✓
  qos.writeUInt32LE(2, 12) // ✓
  rpcrt4.RpcBindingSetOption(binding, 12, 20_000) // ✓
  return rpcrt4.RpcBindingSetAuthInfoExW(binding, spn, 6, 9, NULL, 0, qos as Handle) // ✓
}

export function authenticateBulk(binding: Handle) {
  const qos = Buffer.alloc(16)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(1, 4)
  qos.writeUInt32LE(2, 12)
  rpcrt4.RpcBindingSetOption(binding, 12, 0) // ✗ require-call-deadline
  return rpcrt4.RpcBindingSetAuthInfoExW(binding, spn, 3, 9, NULL, 0, qos as Handle) // ✗ require-encryption
}

export function register(ifSpec: Handle, type: Handle) {
  rpcrt4.RpcServerRegisterIf(ifSpec, type, NULL) // ✗ require-client-authentication
}

export function registerArchive(ifSpec: Handle, type: Handle) {
  rpcrt4.RpcServerRegisterIfEx(ifSpec, type, NULL, RPC_IF_ALLOW_SECURE_ONLY, 100, NULL) // ✓ authenticated callers only
}
