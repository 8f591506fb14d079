import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const stubs = koffi.load('services_c.dll')

export const compose = rpcrt4.func(
  'int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 protseq, str16 address, str16 endpoint, str16 options, _Out_ str16 *text)',
)
export const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
export const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')
export const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 service, void *identity, uint32 authz, void *qos)',
)
export const queryStatus = stubs.func('int32 QueryStatus(void *binding, str16 service, _Out_ uint32 *state)')
