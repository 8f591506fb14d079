import * as com from 'https://win32.deno.dev/0.4.1/System.Com'
import * as rpc from 'https://win32.deno.dev/0.4.1/System.Rpc'

const spn = 'host/badges.corp.example'

export function authenticate(binding: object) {
  const qos = rpc.allocRPC_SECURITY_QOS({
    Version: 1,
    Capabilities: rpc.RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH, // ✓
    IdentityTracking: 0,
    ImpersonationType: com.RPC_C_IMP_LEVEL_IDENTIFY, // ✓
  })
  return rpc.RpcBindingSetAuthInfoExW(binding, spn, com.RPC_C_AUTHN_LEVEL_PKT_PRIVACY, rpc.RPC_C_AUTHN_GSS_NEGOTIATE, null, 0, qos) // ✓
}

export function authenticateDoor(binding: object) {
  const qos = rpc.allocRPC_SECURITY_QOS({
    Version: 1,
    Capabilities: rpc.RPC_C_QOS_CAPABILITIES_DEFAULT, // ✗ require-mutual-authentication
    IdentityTracking: 0,
    ImpersonationType: com.RPC_C_IMP_LEVEL_DELEGATE, // ✗ no-excess-impersonation
  })
  return rpc.RpcBindingSetAuthInfoExW(
    binding,
    spn,
    com.RPC_C_AUTHN_LEVEL_PKT, // ✗ require-encryption
    rpc.RPC_C_AUTHN_WINNT, // ✗ no-weak-provider
    null,
    0,
    qos,
  )
}
