import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')

const HttpCredentials = koffi.struct('RPC_HTTP_TRANSPORT_CREDENTIALS_W', {
  TransportCredentials: 'void *',
  Flags: 'uint32',
  AuthenticationTarget: 'uint32',
  NumberOfAuthnSchemes: 'uint32',
  AuthnSchemes: 'uint32 *',
  ServerCertificateSubject: 'str16',
})
koffi.struct('RPC_SECURITY_QOS_V2_W', {
  Version: 'uint32',
  Capabilities: 'uint32',
  IdentityTracking: 'uint32',
  ImpersonationType: 'uint32',
  AdditionalSecurityInfoType: 'uint32',
  HttpCredentials: koffi.pointer(HttpCredentials),
})
const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, RPC_SECURITY_QOS_V2_W *qos)',
)

const USE_SSL = 0x1
const IGNORE_CERT_CN_INVALID = 0x8
const ENABLE_CERT_REVOCATION_CHECK = 0x10
const NEGOTIATE = 0x10
const TARGET_PROXY = 2

const v2 = { Version: 2, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 1 }
const http = {
  TransportCredentials: null,
  AuthenticationTarget: TARGET_PROXY,
  NumberOfAuthnSchemes: 1,
  AuthnSchemes: [NEGOTIATE],
  ServerCertificateSubject: 'msstd:mail.corp.example',
}

export function connect(binding: unknown) {
  const credentials = { ...http, Flags: USE_SSL | ENABLE_CERT_REVOCATION_CHECK } // ✓
  return setAuth(binding, 'exchangeMDB/mail.corp.example', 6, 9, null, 0, { ...v2, HttpCredentials: credentials })
}

export function connectDuringMigration(binding: unknown) {
  const credentials = { ...http, Flags: USE_SSL | IGNORE_CERT_CN_INVALID } // ✗ require-server-verification
  return setAuth(binding, 'exchangeMDB/mail.corp.example', 6, 9, null, 0, { ...v2, HttpCredentials: credentials })
}
