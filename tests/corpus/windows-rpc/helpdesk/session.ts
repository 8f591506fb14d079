import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')

koffi.struct('HELPDESK_QOS', { Version: 'uint32', Capabilities: 'uint32', IdentityTracking: 'uint32', ImpersonationType: 'uint32' })
const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *Binding, str16 Spn, uint32 Level, uint32 Svc, void *Identity, uint32 Authz, HELPDESK_QOS *Qos)',
)

const MUTUAL = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 }
const SPN = 'host/helpdesk.corp.example'

export const tickets = (h: unknown) => setAuth(h, SPN, 6, 9, null, 0, null) // ✗ require-mutual-authentication

export const chats = (h: unknown) => setAuth(h, SPN, 6, 9, null, 0, MUTUAL) // ✓

export const calls = (h: unknown) => setAuth(h, null, 6, 9, null, 0, MUTUAL) // ✗ require-mutual-authentication

export const surveys = (h: unknown) =>
  setAuth(
    h,
    SPN,
    6,
    10, // ✗ no-weak-provider
    null,
    0,
    MUTUAL, // ✓ NTLM only claims it: said at the provider
  )

export function inBackground(h: unknown) {
  return new Promise<number>((resolve, reject) => {
    setAuth.async(h, SPN, 4, 16, null, 0, MUTUAL, (err: Error | null, status: number) => { // ✗ require-encryption
      if (err) reject(err)
      else resolve(status)
    })
  })
}

export function inBackgroundTwice(h: unknown) {
  return new Promise<number>((resolve, reject) => {
    setAuth.async(h, SPN, 6, 16, null, 0, MUTUAL, (err: Error | null, status: number) => { // ✓
      if (err) reject(err)
      else resolve(status)
    })
  })
}
