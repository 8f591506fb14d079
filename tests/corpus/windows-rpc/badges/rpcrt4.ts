import Rpcrt4, { RpcAuthnLevel, RpcAuthnService } from '@bun-win32/rpcrt4'

const spn = Buffer.from('host/badges.corp.example\0', 'utf16le')
const qos = new Uint32Array([1, 1, 0, 2]) // ✓

export function authenticate(binding: bigint) {
  return Rpcrt4.RpcBindingSetAuthInfoExW(
    binding,
    spn,
    RpcAuthnLevel.RPC_C_AUTHN_LEVEL_PKT_PRIVACY, // ✓
    RpcAuthnService.RPC_C_AUTHN_GSS_KERBEROS, // ✓
    null,
    0,
    qos,
  )
}

export function authenticateDoor(binding: bigint) {
  return Rpcrt4.RpcBindingSetAuthInfoExW(
    binding,
    spn,
    RpcAuthnLevel.RPC_C_AUTHN_LEVEL_PKT, // ✗ require-encryption
    RpcAuthnService.RPC_C_AUTHN_WINNT, // ✗ no-weak-provider
    null,
    0,
    null, // ✗ require-mutual-authentication
  )
}

export function register(ifSpec: bigint) {
  Rpcrt4.RpcServerRegisterIf(ifSpec, null, null) // ✗ require-client-authentication
  Rpcrt4.RpcServerRegisterIf2(ifSpec, null, null, 0x8, 1234, 4096, null) // ✓
}
