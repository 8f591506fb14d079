import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const ifSpec = koffi.load('mailer_s.dll').symbol('Mailer_v2_0_s_ifspec')

const Callback = koffi.proto('int32 __stdcall MailerCallback(void *uuid, void *context)')
koffi.struct('MAILER_CALL', {
  Version: 'uint32', Flags: 'uint32', SpnLength: 'uint32', Spn: 'void *', ClientLength: 'uint32', Client: 'void *',
  Level: 'uint32', Service: 'uint32', NullSession: 'int32',
})
const inq = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, _Inout_ MAILER_CALL *a)')
const registerAuth = rpcrt4.func('RpcServerRegisterAuthInfoW', 'int32', ['str16', 'uint32', 'void *', 'void *'])
const registerIf = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', koffi.pointer(Callback)])
const listen = rpcrt4.func('RpcServerListen', 'int32', ['uint32', 'uint32', 'uint32'])

const NEGOTIATE = 9
const NTLM = 10
const DENIED = 5

const callback = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 1, Flags: 0, Level: 0, Service: NTLM, NullSession: 1 }
  if (inq(context, call) !== 0) return DENIED
  if (call.NullSession !== 0 || call.Level < 6) return DENIED
  return call.Service === NTLM ? DENIED : 0
}, koffi.pointer(Callback))

registerAuth('host/mailer.corp.example', NEGOTIATE, null, null) // ✓ the callback turns NTLM away
registerIf(ifSpec, null, null, 0x8, 1234, 32_768, callback)
listen(1, 1234, 0)
