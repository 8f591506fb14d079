import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const stubs = koffi.load('vault_s.dll')

const Callback = koffi.proto('int32 __stdcall VaultCallback(void *uuid, void *context)')
koffi.struct('CALL_ATTRIBUTES', {
  Version: 'uint32', Flags: 'uint32', SpnLength: 'uint32', Spn: 'void *', ClientLength: 'uint32', Client: 'void *',
  AuthenticationLevel: 'uint32', AuthenticationService: 'uint32', NullSession: 'int32',
})
const inqAttributes = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *Binding, _Inout_ CALL_ATTRIBUTES *Attributes)')
const registerIf2 = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 maxCalls, uint32 maxSize, VaultCallback *callback)',
)

const spec = (name: string) => stubs.symbol(`${name}_v1_0_s_ifspec`)
const SECURE_ONLY = 8

function attributesOf(context: unknown) {
  const attributes = { Version: 1, Flags: 0, AuthenticationLevel: 0, AuthenticationService: 0, NullSession: 1 }
  if (inqAttributes(context, attributes) !== 0) throw new Error('no attributes')
  return attributes
}

const browse = koffi.register(() => 0, koffi.pointer(Callback)) // ✗ no-ineffective-guard

const search = koffi.register((_uuid: unknown, context: unknown) => { // ✗ no-ineffective-guard
  const attributes = { Version: 1, Flags: 0, AuthenticationLevel: 0, NullSession: 1 }
  inqAttributes(context, attributes)
  if (attributes.NullSession !== 0) console.warn('null session')
  return 0
}, koffi.pointer(Callback))

const exporting = koffi.register((_uuid: unknown, context: unknown) => { // ✗ no-ineffective-guard
  const { NullSession, AuthenticationLevel } = attributesOf(context)
  if (NullSession !== 0 || AuthenticationLevel < 6) throw new Error('access denied')
  return 0
}, koffi.pointer(Callback))

const unlock = koffi.register((_uuid: unknown, context: unknown) => { // ✓ 5 when in doubt
  try {
    const { NullSession, AuthenticationLevel, AuthenticationService } = attributesOf(context)
    return NullSession === 0 && AuthenticationLevel === 6 && AuthenticationService === 16 ? 0 : 5
  } catch {
    return 5
  }
}, koffi.pointer(Callback))

registerIf2(spec('Browse'), null, null, SECURE_ONLY, 1234, 65_536, browse)
registerIf2(spec('Search'), null, null, SECURE_ONLY, 1234, 65_536, search)
registerIf2(spec('Export'), null, null, SECURE_ONLY, 1234, 65_536, exporting)
registerIf2(spec('Unlock'), null, null, SECURE_ONLY, 1234, 65_536, unlock)
