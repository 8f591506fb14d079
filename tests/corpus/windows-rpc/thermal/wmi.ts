import * as com from './ole32'

const { ole32 } = com

export function startCom() {
  ole32.CoInitializeEx(null, 0)
  return ole32.CoInitializeSecurity(null, -1, null, null, 6, 3, null, 0, null) as number // ✓ WMI has to act for the caller
}

// Copied from the sample in the documentation.
export function blanketFromSample(services: bigint) {
  return ole32.CoSetProxyBlanket(
    services,
    10, // ✗ no-weak-provider
    0,
    null,
    3, // ✗ require-encryption
    3, // ✓ WMI needs it
    null,
    0,
  ) as number
}

export function blanket(services: bigint) {
  return ole32.CoSetProxyBlanket(
    services,
    com.RPC_C_AUTHN_DEFAULT, // ✓ here COM negotiates
    com.RPC_C_AUTHZ_NONE,
    null,
    com.RPC_C_AUTHN_LEVEL_PKT_PRIVACY, // ✓
    com.RPC_C_IMP_LEVEL_IMPERSONATE, // ✓
    null,
    com.EOAC_NONE,
  ) as number
}

export function blanketForRemote(services: bigint) {
  return ole32.CoSetProxyBlanket(
    services,
    com.RPC_C_AUTHN_GSS_NEGOTIATE,
    com.RPC_C_AUTHZ_NONE,
    null,
    com.RPC_C_AUTHN_LEVEL_PKT_PRIVACY,
    4, // ✗ no-excess-impersonation
    null,
    com.EOAC_NONE,
  ) as number
}
