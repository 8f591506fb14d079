import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const ifSpec = koffi.load('scheduler_s.dll').symbol('Scheduler_v2_0_s_ifspec')

koffi.struct('ATTRIBUTES_V1', {
  Version: 'uint32', Flags: 'uint32', SpnLength: 'uint32', Spn: 'void *', ClientLength: 'uint32', Client: 'void *',
  AuthenticationLevel: 'uint32', AuthenticationService: 'uint32', NullSession: 'int32',
})
const IfCallback = koffi.proto('int32 __stdcall SchedulerIfCallback(void *uuid, void *context)')
const RpcServerInqCallAttributes = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, _Inout_ ATTRIBUTES_V1 *a)')
const RpcServerRegisterIfEx = rpcrt4.func('RpcServerRegisterIfEx', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', koffi.pointer(IfCallback)])

const AUTOLISTEN = 0x1
const SECURE_ONLY = 0x8
const DENIED = 5

const byLevel = koffi.register((_uuid: unknown, context: unknown) => {
  const a = { Version: 1, Flags: 0, AuthenticationLevel: 0, AuthenticationService: 0 }
  if (RpcServerInqCallAttributes(context, a) !== 0) return DENIED
  if (a.AuthenticationLevel < 5 || a.AuthenticationService === 10) return DENIED
  return 0
}, koffi.pointer(IfCallback))

const bySession = koffi.register((_uuid: unknown, context: unknown) => {
  const a = { Version: 1, Flags: 0, AuthenticationLevel: 0, AuthenticationService: 0, NullSession: 1 }
  if (RpcServerInqCallAttributes(context, a) !== 0) return DENIED
  if (a.NullSession !== 0) return DENIED
  return a.AuthenticationLevel >= 5 && a.AuthenticationService !== 10 ? 0 : DENIED
}, koffi.pointer(IfCallback))

export function start(current: boolean) {
  if (current) {
    RpcServerRegisterIfEx(ifSpec, null, null, AUTOLISTEN | SECURE_ONLY, 100, byLevel) // ✓ secure callers only
    return
  }
  RpcServerRegisterIfEx(ifSpec, null, null, AUTOLISTEN, 100, bySession) // ✓ the callback turns the null session away
}

export function startLegacy() {
  RpcServerRegisterIfEx(
    ifSpec,
    null,
    null,
    AUTOLISTEN, // ✗ no-null-session
    100,
    byLevel,
  )
}
