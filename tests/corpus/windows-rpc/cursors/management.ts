import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const MgmtFn = koffi.proto('int32 __stdcall MgmtAuthorizationFn(void *ClientBinding, uint32 Operation, _Out_ int32 *Status)')
const setAuthorizationFn = rpcrt4.func('int32 __stdcall RpcMgmtSetAuthorizationFn(MgmtAuthorizationFn *fn)')
const inqAuthClient = rpcrt4.func(
  'int32 __stdcall RpcBindingInqAuthClientW(void *binding, void **privs, str16 *spn, _Out_ uint32 *level, _Out_ uint32 *service, void *authz)',
)

const STOP_SERVER_LISTEN = 4
const INQ_STATS = 2

export function openManagement() {
  setAuthorizationFn(koffi.register(() => 1, koffi.pointer(MgmtFn))) // ✗ no-ineffective-guard
}

export function statisticsOnly() {
  const fn = koffi.register((_binding: unknown, operation: number) => (operation === INQ_STATS ? 1 : 0), koffi.pointer(MgmtFn)) // ✓
  setAuthorizationFn(fn)
}

export function authenticatedOnly() {
  const fn = koffi.register((binding: unknown, operation: number) => { // ✓
    const level: [number] = [0]
    const status: number = inqAuthClient(binding, null, null, level, [0], null)
    return operation !== STOP_SERVER_LISTEN && status === 0 && level[0] >= 5 ? 1 : 0
  }, koffi.pointer(MgmtFn))
  setAuthorizationFn(fn)
}

export function statisticsForAdmins() {
  const fn = koffi.register((binding: unknown, operation: number) => {
    const level: [number] = [0]
    if (inqAuthClient(binding, null, null, level, [0], null) !== 0 || level[0] < 5) {
      throw new Error(`operation ${operation} by a stranger`) // ✗ no-crash-on-bad-call
    }
    return operation === INQ_STATS ? 1 : 0
  }, koffi.pointer(MgmtFn))
  setAuthorizationFn(fn)
}
