import koffi from 'koffi'
import { allowCallback } from '../spooler/caller'

const rpcrt4 = koffi.load('rpcrt4.dll')
const stubs = koffi.load('bulk_s.dll')
const upload = stubs.symbol('Upload_v1_0_s_ifspec')
const control = stubs.symbol('Control_v1_0_s_ifspec')

const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const listen = rpcrt4.func('RpcServerListen', 'int32', ['uint32', 'uint32', 'uint32'])
const stopListening = rpcrt4.func('RpcMgmtStopServerListening', 'int32', ['void *'])

const SECURE_ONLY = 0x8
const MAX_CALLS = 1234
const UNLIMITED = 0xffff_ffff

registerIf2(
  upload,
  null,
  null,
  SECURE_ONLY,
  MAX_CALLS,
  -1, // ✗ no-unlimited-message
  allowCallback,
)
registerIf2(control, null, null, SECURE_ONLY, MAX_CALLS, 16 * 1024, allowCallback) // ✓

export function serve(large: boolean) {
  if (large) listen(4, UNLIMITED, 1) // ✗ require-bounded-state
  else listen(4, MAX_CALLS, 1) // ✓
  process.once('SIGINT', () => stopListening(null))
}

export function serveLarge(maxSize: number) {
  registerIf2(upload, null, null, SECURE_ONLY, MAX_CALLS, maxSize, allowCallback) // ? unknown: the size
}
