import { dlopen, FFIType } from 'bun:ffi'

const { u32, u64, i32, i64, ptr } = FFIType

export const { symbols: ole32 } = dlopen('ole32.dll', {
  CoInitializeEx: { args: [ptr, u32], returns: i32 },
  CoInitializeSecurity: { args: [ptr, i32, ptr, ptr, u32, u32, ptr, u32, ptr], returns: i32 },
  CoSetProxyBlanket: { args: [u64, u32, u32, ptr, u32, u32, i64, u32], returns: i32 },
})

export const RPC_C_AUTHN_GSS_NEGOTIATE = 9
export const RPC_C_AUTHN_DEFAULT = 0xffff_ffff
export const RPC_C_AUTHZ_NONE = 0
export const RPC_C_AUTHN_LEVEL_PKT_PRIVACY = 6
export const RPC_C_IMP_LEVEL_IMPERSONATE = 3
export const EOAC_NONE = 0
