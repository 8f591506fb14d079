import koffi from 'koffi'

const ole32 = koffi.load('ole32.dll')
const CoInitializeSecurity = ole32.func('__stdcall', 'CoInitializeSecurity', 'int32', [
  'void *', 'int32', 'void *', 'void *', 'uint32', 'uint32', 'void *', 'uint32', 'void *',
])

const RPC_C_AUTHN_LEVEL_NONE = 1
const RPC_C_AUTHN_LEVEL_PKT_PRIVACY = 6
const RPC_C_IMP_LEVEL_IDENTIFY = 2
const RPC_C_IMP_LEVEL_DELEGATE = 4
const EOAC_NONE = 0
const EOAC_DISABLE_AAA = 0x1000

function ok(hr: number) {
  if (hr < 0) throw new Error(`0x${(hr >>> 0).toString(16)}`)
}

export function initialize() {
  ok(
    CoInitializeSecurity(
      null, // ✓ a client only: nobody calls this process
      -1,
      null,
      null,
      RPC_C_AUTHN_LEVEL_PKT_PRIVACY, // ✓
      RPC_C_IMP_LEVEL_IDENTIFY, // ✓
      null,
      EOAC_DISABLE_AAA,
      null,
    ),
  )
}

export function initializeForOldServers() {
  ok(
    CoInitializeSecurity(
      null,
      -1,
      null,
      null,
      RPC_C_AUTHN_LEVEL_NONE, // ✗ require-encryption
      RPC_C_IMP_LEVEL_DELEGATE, // ✗ no-excess-impersonation
      null,
      EOAC_NONE,
      null,
    ),
  )
}

export function initializeNegotiated() {
  ok(CoInitializeSecurity(null, -1, null, null, 0, 2, null, EOAC_NONE, null)) // ✓ COM negotiates
}
