import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const ledger = koffi.load('ledger_c.dll')

export const RpcBindingFromStringBindingW = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 s, _Out_ void **binding)')
export const RpcBindingFree = rpcrt4.func('int32 __stdcall RpcBindingFree(_Inout_ void **binding)')
export const RpcBindingSetOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')
export const RpcMgmtSetComTimeout = rpcrt4.func('int32 __stdcall RpcMgmtSetComTimeout(void *binding, uint32 timeout)')
export const RpcMgmtSetCancelTimeout = rpcrt4.func('int32 __stdcall RpcMgmtSetCancelTimeout(int32 timeout)')
export const RpcBindingSetAuthInfoExW = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)',
)
export const PostEntry = ledger.func('int32 PostEntry(void *binding, str16 account, int64 cents)')

export const QOS = new Uint32Array([1, 1, 0, 2])
export const RPC_C_OPT_CALL_TIMEOUT = 12
