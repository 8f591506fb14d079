import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const authenticate = rpcrt4.func('RpcBindingSetAuthInfoExW', 'int32', [
  'void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *',
])

const MUTUAL_AUTH = 1
const IDENTIFY = 2

export function viaWords(binding: unknown) {
  const qos = new Uint32Array([1, 0, 0, 4]) // ✗ require-mutual-authentication, no-excess-impersonation
  return authenticate(binding, 'sensor/hub', 6, 16, null, 0, qos)
}

export function viaGoodWords(binding: unknown) {
  const qos = new Uint32Array([1, MUTUAL_AUTH, 0, IDENTIFY]) // ✓
  return authenticate(binding, 'sensor/hub', 6, 16, null, 0, qos)
}

export function viaIndexes(binding: unknown) {
  const qos = new Uint32Array(4)
  qos[0] = 1
  qos[1] = MUTUAL_AUTH
  qos[3] = 3 // ✗ no-excess-impersonation
  return authenticate(binding, 'sensor/hub', 6, 16, null, 0, qos)
}

export function viaView(binding: unknown) {
  const bytes = new ArrayBuffer(16)
  const view = new DataView(bytes)
  view.setUint32(0, 1, true)
  view.setUint32(4, 0, true) // ✗ require-mutual-authentication
  view.setUint32(8, 1, true)
  view.setUint32(12, IDENTIFY, true)
  return authenticate(binding, 'sensor/hub', 6, 16, null, 0, new Uint8Array(bytes))
}

export function viaGoodView(binding: unknown) {
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 1, true)
  view.setUint32(4, MUTUAL_AUTH, true) // ✓
  view.setUint32(12, IDENTIFY, true) // ✓
  return authenticate(binding, 'sensor/hub', 6, 16, null, 0, bytes)
}
