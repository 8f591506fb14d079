import { dlopen, DynamicLibrary } from 'node:ffi'

const { functions } = dlopen('rpcrt4.dll', {
  RpcBindingSetAuthInfoExW: {
    arguments: ['pointer', 'pointer', 'u32', 'u32', 'pointer', 'u32', 'buffer'],
    return: 'i32',
  },
  RpcServerUseProtseqEpW: { arguments: ['pointer', 'u32', 'pointer', 'pointer'], return: 'i32' },
})

const library = new DynamicLibrary('rpcrt4.dll')
const registerAuthInfo = library.getFunction('RpcServerRegisterAuthInfoW', {
  arguments: ['pointer', 'u32', 'pointer', 'pointer'],
  return: 'i32',
})
const registerIf3 = library.getFunction('RpcServerRegisterIf3', {
  arguments: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'pointer', 'pointer'],
  return: 'i32',
})

const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le')
const KERBEROS = 16
const DIGEST = 21

export function serve(ifSpec: bigint, descriptor: Buffer) {
  functions.RpcServerUseProtseqEpW(wide('ncacn_ip_tcp'), 10, wide('49400'), null) // ✓
  registerAuthInfo(wide('host/patch.corp.example'), KERBEROS, null, null) // ✓ and the interface refuses
  registerIf3(ifSpec, null, null, 0x8, 1234, 65_536, null, descriptor) // ✓
}

export function serveDigest(ifSpec: bigint, descriptor: Buffer) {
  registerAuthInfo(wide('host/patch.corp.example'), DIGEST, null, null) // ✗ no-weak-provider
  registerIf3(ifSpec, null, null, 0x8, 1234, 65_536, null, descriptor)
}

export function authenticate(binding: bigint) {
  const qos = new Uint32Array([1, 1, 0, 2])
  return functions.RpcBindingSetAuthInfoExW(binding, wide('host/patch.corp.example'), 6, KERBEROS, null, 0, qos) as number // ✓
}

export function authenticateMirror(binding: bigint) {
  return functions.RpcBindingSetAuthInfoExW(binding, null, 6, KERBEROS, null, 0, null) as number // ✗ require-mutual-authentication
}
