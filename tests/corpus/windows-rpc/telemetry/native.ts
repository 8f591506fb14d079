import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')

export const compose = rpcrt4.func(
  'int32 __stdcall RpcStringBindingComposeW(str16 ObjUuid, str16 Protseq, str16 NetworkAddr, str16 Endpoint, str16 Options, _Out_ str16 *StringBinding)',
)
export const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 StringBinding, _Out_ void **Binding)')
export const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')
export const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *binding, str16 spn, uint32 level, uint32 service, void *identity, uint32 authz, void *qos)',
)
export const useProtseqEp = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 Protseq, uint32 MaxCalls, str16 Endpoint, void *Descriptor)')

const QOS = new Uint32Array([1, 1, 0, 2])

/** Five seconds, Kerberos, private. */
export function prepare(binding: unknown, host: string) {
  setOption(binding, 12, 5_000)
  return setAuth(binding, `telemetry/${host}`, 6, 16, null, 0, QOS)
}
