const lib = Deno.dlopen('RPCRT4.dll', {
  setAuth: {
    name: 'RpcBindingSetAuthInfoExW',
    parameters: ['pointer', 'buffer', 'u32', 'u32', 'pointer', 'u32', 'buffer'],
    result: 'i32',
  },
  RpcStringBindingComposeW: {
    parameters: ['pointer', 'buffer', 'buffer', 'buffer', 'buffer', 'buffer'],
    result: 'i32',
  },
  RpcServerRegisterIf2: {
    parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'function'],
    result: 'i32',
  },
})

const { RpcServerRegisterIf2 } = lib.symbols

const wide = (text: string) => new Uint16Array([...text, '\0'].map((c) => c.charCodeAt(0)))
const SPN = wide('license/keys.corp.example')

export function authenticate(binding: object) {
  const qos = new Uint32Array([1, 1, 0, 2])
  return lib.symbols.setAuth(binding, SPN, 6, 16, null, 0, qos) as number // ✓
}

export function authenticateTrial(binding: object) {
  const qos = new Uint32Array([1, 1, 0, 3]) // ✗ no-excess-impersonation
  return lib.symbols.setAuth(binding, SPN, 2, 16, null, 0, qos) as number // ✗ require-encryption
}

export function register(ifSpec: object) {
  return RpcServerRegisterIf2(ifSpec, null, null, 0, 1234, 0xffff_ffff, null) as number // ✗ require-client-authentication, no-unlimited-message
}

export function registerKeys(ifSpec: object) {
  return RpcServerRegisterIf2(ifSpec, null, null, 0x8, 1234, 65_536, null) as number // ✓
}
