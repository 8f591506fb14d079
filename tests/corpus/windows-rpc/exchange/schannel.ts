import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)',
)

const SCHANNEL = 14
const KERBEROS = 16
const PKT_PRIVACY = 6
const RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH = 0x1
const RPC_C_QOS_CAPABILITIES_ANY_AUTHORITY = 0x4
const IDENTIFY = 2
const SERVER = 'msstd:mail.corp.example'

export function connect(binding: unknown) {
  const qos = new Uint32Array([1, RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH, 0, IDENTIFY])
  return setAuth(binding, SERVER, PKT_PRIVACY, SCHANNEL, null, 0, qos) // ✓
}

export function connectToAppliance(binding: unknown) {
  const qos = new Uint32Array([
    1,
    RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH | RPC_C_QOS_CAPABILITIES_ANY_AUTHORITY, // ? unknown: Microsoft speaks of certificates of clients
    0,
    IDENTIFY,
  ])
  return setAuth(binding, SERVER, PKT_PRIVACY, SCHANNEL, null, 0, qos)
}

export function connectInDomain(binding: unknown) {
  const qos = new Uint32Array([1, RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH | RPC_C_QOS_CAPABILITIES_ANY_AUTHORITY, 0, IDENTIFY])
  return setAuth(binding, 'host/mail.corp.example', PKT_PRIVACY, KERBEROS, null, 0, qos) // ✓ Kerberos knows no certificates
}
