import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')

export const IfCallback = koffi.proto('int32 __stdcall RpcIfCallback(void *InterfaceUuid, void *Context)')

koffi.struct('RPC_CALL_ATTRIBUTES_V2_W', {
  Version: 'uint32',
  Flags: 'uint32',
  ServerPrincipalNameBufferLength: 'uint32',
  ServerPrincipalName: 'void *',
  ClientPrincipalNameBufferLength: 'uint32',
  ClientPrincipalName: 'void *',
  AuthenticationLevel: 'uint32',
  AuthenticationService: 'uint32',
  NullSession: 'int32',
  KernelModeCaller: 'int32',
  ProtocolSequence: 'uint32',
  IsClientLocal: 'uint32',
  ClientPID: 'void *',
  CallStatus: 'uint32',
  CallType: 'int32',
  CallLocalAddress: 'void *',
  OpNum: 'uint16',
  InterfaceUuid: koffi.array('uint8', 16),
})

export const RpcServerRegisterIf = rpcrt4.func('int32 __stdcall RpcServerRegisterIf(void *IfSpec, void *MgrTypeUuid, void *MgrEpv)')
export const RpcServerRegisterIfEx = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIfEx(void *IfSpec, void *MgrTypeUuid, void *MgrEpv, uint32 Flags, uint32 MaxCalls, RpcIfCallback *IfCallback)',
)
export const RpcServerRegisterIf2 = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf2(void *IfSpec, void *MgrTypeUuid, void *MgrEpv, uint32 Flags, uint32 MaxCalls, uint32 MaxRpcSize, RpcIfCallback *IfCallbackFn)',
)
export const RpcServerRegisterIf3 = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf3(void *IfSpec, void *MgrTypeUuid, void *MgrEpv, uint32 Flags, uint32 MaxCalls, uint32 MaxRpcSize, RpcIfCallback *IfCallback, void *SecurityDescriptor)',
)
export const RpcServerInqCallAttributesW = rpcrt4.func(
  'int32 __stdcall RpcServerInqCallAttributesW(void *ClientBinding, _Inout_ RPC_CALL_ATTRIBUTES_V2_W *Attributes)',
)
