import koffi from 'koffi'

const ole32 = process.platform === 'win32' ? koffi.load('ole32.dll') : null

const CoSetProxyBlanket = ole32?.func('__stdcall', 'CoSetProxyBlanket', 'int32_t', [
  'void *', 'uint32_t', 'uint32_t', 'void *', 'uint32_t', 'uint32_t', 'void *', 'uint32_t',
])

const RPC_C_AUTHN_WINNT = 10
const RPC_C_AUTHZ_NONE = 0
const RPC_C_AUTHN_LEVEL_CALL = 3
const RPC_C_IMP_LEVEL_IMPERSONATE = 3
const EOAC_NONE = 0

export function protectProxy(proxy: unknown) {
  if (!CoSetProxyBlanket) return false
  const hr = CoSetProxyBlanket(
    proxy,
    RPC_C_AUTHN_WINNT, // ✗ no-weak-provider
    RPC_C_AUTHZ_NONE,
    null,
    RPC_C_AUTHN_LEVEL_CALL, // ✗ require-encryption
    RPC_C_IMP_LEVEL_IMPERSONATE, // ✓
    null,
    EOAC_NONE,
  )
  return hr >= 0
}
