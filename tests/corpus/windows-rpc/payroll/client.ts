import koffi from 'koffi'

const rpcrt4 = koffi.load('C:\\Windows\\System32\\rpcrt4.dll')

const RpcBindingSetAuthInfoW = rpcrt4.func('RpcBindingSetAuthInfoW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32'])
const RpcBindingSetAuthInfoExW = rpcrt4.func('__stdcall', 'RpcBindingSetAuthInfoExW', 'int32', [
  'void *',
  'str16',
  'uint32',
  'uint32',
  'void *',
  'uint32',
  koffi.pointer(koffi.struct({ Version: 'uint32', Capabilities: 'uint32', IdentityTracking: 'uint32', ImpersonationType: 'uint32' })),
])

export function connectOld(binding: unknown) {
  return RpcBindingSetAuthInfoW( // ✗ require-mutual-authentication
    binding,
    'host/payroll.corp.example',
    2, // ✗ require-encryption
    10, // ✗ no-weak-provider
    null,
    0,
  )
}

export function connectDefault(binding: unknown) {
  return RpcBindingSetAuthInfoW( // ✗ require-mutual-authentication
    binding,
    'host/payroll.corp.example',
    6,
    0xffffffff, // ✗ no-weak-provider
    null,
    0,
  )
}

export function connect(binding: unknown) {
  const qos = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 } // ✓
  return RpcBindingSetAuthInfoExW(binding, 'host/payroll.corp.example', 6, 9, null, 0, qos) // ✓
}

export function connectPublicData(binding: unknown) {
  const qos = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 1 }
  return RpcBindingSetAuthInfoExW(binding, 'host/payroll.corp.example', 5, 16, null, 0, qos) // ✓ integrity is enough for the holiday calendar
}
