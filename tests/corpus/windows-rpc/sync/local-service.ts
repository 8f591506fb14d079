import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const advapi32 = koffi.load('advapi32.dll')

koffi.struct('RPC_SECURITY_QOS_V3_W', {
  Version: 'uint32',
  Capabilities: 'uint32',
  IdentityTracking: 'uint32',
  ImpersonationType: 'uint32',
  AdditionalSecurityInfoType: 'uint32',
  u: 'void *',
  Sid: 'void *',
})
const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, RPC_SECURITY_QOS_V3_W *qos)',
)
const fromText = advapi32.func('int32 __stdcall ConvertStringSidToSidW(str16 text, _Out_ void **sid)')

const NEGOTIATE = 9
const PKT_PRIVACY = 6
const MUTUAL_AUTH = 0x1
const LOCAL_MA_HINT = 0x10
const common = { Version: 3, Capabilities: MUTUAL_AUTH | LOCAL_MA_HINT, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 0, u: null }

export function connectToSystem(binding: unknown) {
  const sid: [unknown] = [null]
  if (fromText('S-1-5-18', sid) === 0) throw new Error('no SID')
  return setAuth(binding, null, PKT_PRIVACY, NEGOTIATE, null, 0, { ...common, Sid: sid[0] }) // ✓ the account says which server
}

export function connectToAnyone(binding: unknown) {
  return setAuth(
    binding,
    null, // ✗ require-mutual-authentication
    PKT_PRIVACY,
    NEGOTIATE,
    null,
    0,
    { ...common, Sid: null },
  )
}

export function connectByDefault(binding: unknown) {
  const qos = {
    ...common,
    ImpersonationType: 0, // ✗ no-excess-impersonation
    Sid: null,
  }
  return setAuth(binding, 'host/sync.corp.example', PKT_PRIVACY, NEGOTIATE, null, 0, qos)
}
