import { dlopen, FFIType, JSCallback, linkSymbols, type Pointer } from 'bun:ffi'

const { ptr, u32, i32 } = FFIType
const { symbols } = dlopen('rpcrt4.dll', {
  RpcServerRegisterIf3: { args: [ptr, ptr, ptr, u32, u32, u32, ptr, ptr], returns: i32 },
  RpcServerInqCallAttributesW: { args: [ptr, ptr], returns: i32 },
})

const SECURE_ONLY = 0x8
const DENIED = 5

function decide(_uuid: Pointer, context: Pointer): number {
  const attributes = new Uint32Array(26)
  if (symbols.RpcServerInqCallAttributesW(context, attributes) !== 0) return DENIED
  return attributes[12]! >= 5 ? 0 : DENIED
}

export function register(ifSpec: Pointer, descriptor: Pointer) {
  const callback = new JSCallback(decide, { args: [ptr, ptr], returns: i32 }) // ✗ no-crash-on-bad-call
  symbols.RpcServerRegisterIf3(ifSpec, null, null, SECURE_ONLY, 1234, 4096, callback.ptr, descriptor)
}

export function registerShared(ifSpec: Pointer, descriptor: Pointer) {
  const callback = new JSCallback(decide, {
    args: [ptr, ptr],
    returns: i32,
    threadsafe: true, // ✗ no-ineffective-guard
  })
  symbols.RpcServerRegisterIf3(ifSpec, null, null, SECURE_ONLY, 1234, 4096, callback.ptr, descriptor)
}

export function registerByDescriptor(ifSpec: Pointer, descriptor: Pointer) {
  symbols.RpcServerRegisterIf3(ifSpec, null, null, SECURE_ONLY, 1234, 4096, null, descriptor) // ✓
}

/** Addresses that an addon has looked up already. */
export function authenticate(binding: Pointer, spn: Buffer, setAuthInfo: bigint) {
  const { RpcBindingSetAuthInfoExW } = linkSymbols({
    RpcBindingSetAuthInfoExW: { ptr: setAuthInfo, args: [ptr, ptr, u32, u32, ptr, u32, ptr], returns: i32 },
  }).symbols
  const qos = new Uint32Array([1, 1, 0, 2]) // ✓
  RpcBindingSetAuthInfoExW(binding, spn, 4, 16, null, 0, qos) // ✗ require-encryption
  return RpcBindingSetAuthInfoExW(binding, spn, 6, 16, null, 0, qos) as number // ✓
}
