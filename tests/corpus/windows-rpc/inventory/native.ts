import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const stubs = koffi.load('inventory_c.dll')

koffi.struct('RPC_SECURITY_QOS', {
  Version: 'uint32',
  Capabilities: 'uint32',
  IdentityTracking: 'uint32',
  ImpersonationType: 'uint32',
})

export const compose = rpcrt4.func(
  'int32 __stdcall RpcStringBindingComposeW(str16 ObjUuid, str16 ProtSeq, str16 NetworkAddr, str16 Endpoint, str16 Options, _Out_ str16 *StringBinding)',
)
export const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 StringBinding, _Out_ void **Binding)')
export const bindingFree = rpcrt4.func('int32 __stdcall RpcBindingFree(_Inout_ void **Binding)')
export const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *hBinding, uint32 option, uintptr_t optionValue)')
export const setAuthInfoEx = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *Binding, str16 ServerPrincName, uint32 AuthnLevel, uint32 AuthnSvc, void *AuthIdentity, uint32 AuthzSvc, RPC_SECURITY_QOS *SecurityQos)',
)

export const countItems = stubs.func('int32 CountItems(void *binding, str16 warehouse, _Out_ uint32 *count)')
