import koffi from 'koffi'
import { IfCallback, inqCall, registerIf3, useEndpoint, useProtseq } from './native'

const ifSpec = koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec')

const authenticated = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, Flags: 0, NullSession: 1, AuthenticationLevel: 0 }
  if (inqCall(context, call) !== 0) return 5
  return call.NullSession === 0 && call.AuthenticationLevel >= 5 ? 0 : 5
}, koffi.pointer(IfCallback))

useEndpoint('ncalrpc', 10, 'acme-hub', null)
useProtseq('ncacn_ip_tcp', 10, null) // ✗ no-mixed-protection
registerIf3(ifSpec, null, null, 0x8, 1234, 65_536, authenticated, null)
