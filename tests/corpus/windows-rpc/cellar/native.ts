import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const stubs = koffi.load('cellar_c.dll')

export const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
export const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')
export const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoW(void *binding, str16 spn, uint32 level, uint32 service, void *identity, uint32 authz)',
)
export const registerIf = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)',
)
export const countBottles = stubs.func('int32 CountBottles(void *binding, _Out_ uint32 *count)')
