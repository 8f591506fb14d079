import koffi from 'koffi'
import { IfCallback, inqCall, registerIf3, useEndpoint, useProtseq } from './native'

const stubs = koffi.load('hub_s.dll')
const LOCAL = 3
const TCP = 1

const over = (protseq: number) =>
  koffi.register((_uuid: unknown, context: unknown) => {
    const call = { Version: 2, Flags: 0, NullSession: 1, AuthenticationLevel: 0, AuthenticationService: 10, ProtocolSequence: 0 }
    if (inqCall(context, call) !== 0) return 5
    if (call.NullSession !== 0 || call.AuthenticationLevel < 5) return 5
    if (call.ProtocolSequence !== protseq) return 5 // ✓ asks by which door the call came
    return call.AuthenticationService === 10 && protseq === TCP ? 5 : 0
  }, koffi.pointer(IfCallback))

useEndpoint('ncalrpc', 10, 'acme-hub-control', null) // ✓
useProtseq('ncacn_ip_tcp', 10, null) // ✓
registerIf3(stubs.symbol('Control_v1_0_s_ifspec'), null, null, 0x8 | 0x20, 100, 65_536, over(LOCAL), null)
registerIf3(stubs.symbol('Query_v1_0_s_ifspec'), null, null, 0x8, 1234, 65_536, over(TCP), null)
