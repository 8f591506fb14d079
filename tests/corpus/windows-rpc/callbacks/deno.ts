const { symbols } = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterIf2: { parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'function'], result: 'i32' },
  RpcServerInqCallAttributesW: { parameters: ['pointer', 'buffer'], result: 'i32' },
})

const signature = { parameters: ['pointer', 'pointer'], result: 'i32' } as const
const SECURE_ONLY = 0x8

function levelOf(context: object): number {
  const attributes = new Uint8Array(104)
  if (symbols.RpcServerInqCallAttributesW(context, attributes) !== 0) throw new Error('no attributes')
  return new DataView(attributes.buffer).getUint32(48, true)
}

const strict = Deno.UnsafeCallback.threadSafe(signature, (_uuid: object, context: object) => {
  try {
    return levelOf(context) >= 5 ? 0 : 5 // ✓
  } catch {
    return 5
  }
})

const hasty = Deno.UnsafeCallback.threadSafe(signature, (_uuid: object, context: object) => {
  if (levelOf(context) < 5) throw new Error('access denied') // ✗ no-ineffective-guard
  return context === null ? 5 : 0
})

export function register(ifSpec: object, backup: object) {
  symbols.RpcServerRegisterIf2(ifSpec, null, null, SECURE_ONLY, 1234, 4096, strict.pointer)
  symbols.RpcServerRegisterIf2(backup, null, null, SECURE_ONLY, 1234, 4096, hasty.pointer)
}
