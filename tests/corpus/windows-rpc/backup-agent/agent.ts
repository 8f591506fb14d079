import koffi from 'koffi'
import { securityQos } from './security'

const lib = koffi.load('rpcrt4.dll')
const setAuthInfo = lib.func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])

const SPN = 'backup/vault.corp.example'

export function attach(binding: unknown) {
  const qos = Buffer.alloc(16)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(0, 4) // ✗ require-mutual-authentication
  qos.writeUInt32LE(1, 8)
  qos.writeUInt32LE(3, 12) // ✗ no-excess-impersonation
  return setAuthInfo(binding, SPN, 6, 9, null, 0, qos)
}

export function attachChecked(binding: unknown) {
  const qos = Buffer.alloc(16)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(0x1 | 0x10, 4) // ✓ mutual, and the local hint
  qos.writeUInt32LE(1, 8)
  qos.writeUInt32LE(2, 12) // ✓
  return setAuthInfo(binding, SPN, 6, 9, null, 0, qos)
}

export function attachHalf(binding: unknown) {
  const qos = Buffer.alloc(16)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(2, 12)
  return setAuthInfo(binding, SPN, 6, 9, null, 0, qos) // ✗ require-mutual-authentication
}

export function attachBuilt(binding: unknown) {
  return setAuthInfo(binding, SPN, 6, 16, null, 0, securityQos(1, 2)) // ✓
}

export function attachForRestore(binding: unknown) {
  return setAuthInfo(binding, SPN, 6, 16, null, 0, securityQos(1, 4)) // ✗ no-excess-impersonation
}

export function attachConfigured(binding: unknown, qos: Buffer) {
  return setAuthInfo(binding, SPN, 6, 16, null, 0, qos) // ? unknown: what the caller wrote into it
}
