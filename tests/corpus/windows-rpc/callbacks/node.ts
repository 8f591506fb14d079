import { dlopen } from 'node:ffi'

const { lib, functions } = dlopen('rpcrt4.dll', {
  RpcServerRegisterIfEx: { arguments: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'pointer'], return: 'i32' },
  RpcServerInqCallAttributesW: { arguments: ['pointer', 'buffer'], return: 'i32' },
})

const SECURE_ONLY = 0x8

export function register(ifSpec: bigint) {
  const callback = lib.registerCallback({ arguments: ['pointer', 'pointer'], return: 'i32' }, (_uuid: bigint, context: bigint) => { // ✗ no-crash-on-bad-call
    const attributes = Buffer.alloc(104)
    return functions.RpcServerInqCallAttributesW(context, attributes) === 0 && attributes.readUInt32LE(48) >= 5 ? 0 : 5
  })
  functions.RpcServerRegisterIfEx(ifSpec, null, null, SECURE_ONLY, 1234, callback)
}

export function registerWithout(ifSpec: bigint) {
  functions.RpcServerRegisterIfEx(ifSpec, null, null, SECURE_ONLY, 1234, null) // ✓
}
