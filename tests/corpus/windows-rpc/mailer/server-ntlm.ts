import koffi from 'koffi'
import { allowCallback } from '../spooler/caller'

const rpcrt4 = koffi.load('rpcrt4.dll')
const ifSpec = koffi.load('mailer_s.dll').symbol('Mailer_v1_1_s_ifspec')

const registerAuth = rpcrt4.func('int32 __stdcall RpcServerRegisterAuthInfoW(str16 name, uint32 service, void *getKey, void *arg)')
const registerIf = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)',
)

registerAuth(null, 10, null, null) // ✗ no-weak-provider
registerIf(ifSpec, null, null, 0x8, 1234, 32_768, allowCallback) // ✓
