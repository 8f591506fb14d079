import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')

koffi.struct('SYNC_QOS', { Version: 'uint32', Capabilities: 'uint32', IdentityTracking: 'uint32', ImpersonationType: 'uint32' })
koffi.struct('RPC_BINDING_HANDLE_SECURITY_V1_W', {
  Version: 'uint32',
  ServerPrincName: 'str16',
  AuthnLevel: 'uint32',
  AuthnSvc: 'uint32',
  AuthIdentity: 'void *',
  SecurityQos: 'SYNC_QOS *',
})
const RpcBindingCreateW = rpcrt4.func(
  'int32 __stdcall RpcBindingCreateW(void *Template, RPC_BINDING_HANDLE_SECURITY_V1_W *Security, void *Options, _Out_ void **Binding)',
)

const WINNT = 10
const PKT_PRIVACY = 6

export function create(template: Buffer) {
  const binding: [unknown] = [null]
  const security = {
    Version: 1,
    ServerPrincName: 'NT AUTHORITY\\SYSTEM',
    AuthnLevel: PKT_PRIVACY,
    AuthnSvc: WINNT, // ✓ these bindings are always local
    AuthIdentity: null,
    SecurityQos: { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 }, // ✓
  }
  RpcBindingCreateW(template, security, null, binding)
  return binding[0]
}

export function createForRestore(template: Buffer) {
  const binding: [unknown] = [null]
  const security = {
    Version: 1,
    ServerPrincName: 'NT AUTHORITY\\SYSTEM',
    AuthnLevel: PKT_PRIVACY,
    AuthnSvc: WINNT,
    AuthIdentity: null,
    SecurityQos: { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 4 }, // ✗ no-excess-impersonation
  }
  RpcBindingCreateW(template, security, null, binding)
  return binding[0]
}

export function createForProbe(template: Buffer) {
  const binding: [unknown] = [null]
  RpcBindingCreateW(template, null, null, binding) // ✗ require-mutual-authentication
  return binding[0]
}
