import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const stubs = koffi.load('vault_s.dll')

const Callback = koffi.proto('int32 __stdcall VaultDoorCallback(void *uuid, void *context)')
const inqAttributes = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *Binding, void *Attributes)')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])

const RPC_IF_ALLOW_SECURE_ONLY = 0x08
const RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH = 0x10
const PROTSEQ_LRPC = 3

const byDoor = koffi.register((_uuid: unknown, context: unknown) => {
  const attributes = { Version: 2, Flags: 0, ProtocolSequence: 0 }
  if (inqAttributes(context, attributes) !== 0) return 5
  return attributes.ProtocolSequence === PROTSEQ_LRPC ? 0 : 5
}, koffi.pointer(Callback))

const byCaller = koffi.register((_uuid: unknown, context: unknown) => {
  const attributes = { Version: 2, Flags: 0, ProtocolSequence: 0, AuthenticationLevel: 0, NullSession: 1 }
  if (inqAttributes(context, attributes) !== 0) return 5
  return attributes.NullSession === 0 && attributes.AuthenticationLevel >= 5 ? 0 : 5
}, koffi.pointer(Callback))

registerIf2(
  stubs.symbol('Status_v1_0_s_ifspec'),
  null,
  null,
  RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, // ✗ no-null-session
  1234,
  4_096,
  byDoor,
)
registerIf2(
  stubs.symbol('Health_v1_0_s_ifspec'),
  null,
  null,
  RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, // ✗ require-client-authentication
  1234,
  4_096,
  null,
)
registerIf2(stubs.symbol('Unlock_v2_0_s_ifspec'), null, null, RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, 1234, 4_096, byCaller) // ✓ the callback refuses them itself
registerIf2(stubs.symbol('Audit_v1_0_s_ifspec'), null, null, RPC_IF_ALLOW_SECURE_ONLY | RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, 1234, 4_096, byDoor) // ✓
