import koffi from 'koffi'
import { allowCallback } from './caller'
import { RpcServerRegisterIf, RpcServerRegisterIf2, RpcServerRegisterIf3, RpcServerRegisterIfEx } from './native'

const stubs = koffi.load('spooler_s.dll')
const print = stubs.symbol('Print_v1_0_s_ifspec')
const queue = stubs.symbol('Queue_v1_0_s_ifspec')
const status = stubs.symbol('Status_v1_0_s_ifspec')
const fonts = stubs.symbol('Fonts_v1_0_s_ifspec')
const drivers = stubs.symbol('Drivers_v1_0_s_ifspec')

const RPC_IF_ALLOW_SECURE_ONLY = 0x8
const RPC_IF_ALLOW_LOCAL_ONLY = 0x20
const MAX_CALLS = 1234
const MAX_SIZE = 64 * 1024

export function register(descriptor: Buffer) {
  RpcServerRegisterIf(print, null, null) // ✗ require-client-authentication
  RpcServerRegisterIf2(queue, null, null, 0, MAX_CALLS, MAX_SIZE, null) // ✗ require-client-authentication
  RpcServerRegisterIfEx(status, null, null, RPC_IF_ALLOW_LOCAL_ONLY, MAX_CALLS, null) // ✗ require-client-authentication
  RpcServerRegisterIf3(fonts, null, null, 0, MAX_CALLS, MAX_SIZE, null, null) // ✗ require-client-authentication

  RpcServerRegisterIf3(
    drivers,
    null,
    null,
    RPC_IF_ALLOW_SECURE_ONLY | RPC_IF_ALLOW_LOCAL_ONLY, // ✓
    MAX_CALLS,
    MAX_SIZE, // ✓
    allowCallback, // ✓ looks at the caller
    descriptor, // ✓ the interface's own descriptor
  )
}

export function registerAgain(descriptor: Buffer) {
  RpcServerRegisterIfEx(print, null, null, RPC_IF_ALLOW_SECURE_ONLY, MAX_CALLS, allowCallback) // ✓
  RpcServerRegisterIf2(queue, null, null, RPC_IF_ALLOW_SECURE_ONLY, MAX_CALLS, MAX_SIZE, allowCallback) // ✓
  RpcServerRegisterIf2(status, null, null, RPC_IF_ALLOW_SECURE_ONLY, MAX_CALLS, MAX_SIZE, null) // ✓ authenticated callers only
  RpcServerRegisterIf3(fonts, null, null, RPC_IF_ALLOW_SECURE_ONLY, MAX_CALLS, MAX_SIZE, null, descriptor) // ✓
}
