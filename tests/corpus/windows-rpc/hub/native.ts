import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')

export const IfCallback = koffi.proto('int32 __stdcall HubIfCallback(void *uuid, void *context)')
koffi.struct('HUB_CALL_V2', {
  Version: 'uint32', Flags: 'uint32', SpnLength: 'uint32', Spn: 'void *', ClientLength: 'uint32', Client: 'void *',
  AuthenticationLevel: 'uint32', AuthenticationService: 'uint32', NullSession: 'int32', KernelModeCaller: 'int32',
  ProtocolSequence: 'uint32', IsClientLocal: 'uint32',
})

export const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, _Inout_ HUB_CALL_V2 *a)')
export const useAll = rpcrt4.func('int32 __stdcall RpcServerUseAllProtseqs(uint32 MaxCalls, void *SecurityDescriptor)')
export const useAllIf = rpcrt4.func('int32 __stdcall RpcServerUseAllProtseqsIf(uint32 MaxCalls, void *IfSpec, void *SecurityDescriptor)')
export const useEndpoint = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 Protseq, uint32 MaxCalls, str16 Endpoint, void *SecurityDescriptor)')
export const useProtseq = rpcrt4.func('int32 __stdcall RpcServerUseProtseqW(str16 Protseq, uint32 MaxCalls, void *SecurityDescriptor)')
export const registerIf3 = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, HubIfCallback *callback, void *descriptor)',
)
