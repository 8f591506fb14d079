import koffi from 'koffi'

const ole32 = koffi.load('ole32.dll')
const coInitializeSecurity = ole32.func(
  'int32 __stdcall CoInitializeSecurity(void *pSecDesc, int32 cAuthSvc, void *asAuthSvc, void *r1, uint32 level, uint32 imp, void *list, uint32 caps, void *r3)',
)
const coRegisterClassObject = ole32.func(
  'int32 __stdcall CoRegisterClassObject(uint8 *clsid, void *factory, uint32 context, uint32 flags, _Out_ uint32 *cookie)',
)

const CLSCTX_LOCAL_SERVER = 4
const REGCLS_MULTIPLEUSE = 1

export function serveFirst(clsid: Buffer, factory: unknown) {
  coInitializeSecurity(
    null, // ✗ require-client-authentication
    -1,
    null,
    null,
    6,
    2,
    null,
    0,
    null,
  )
  coRegisterClassObject(clsid, factory, CLSCTX_LOCAL_SERVER, REGCLS_MULTIPLEUSE, [0])
}

export function serve(clsid: Buffer, factory: unknown, descriptor: Buffer) {
  coInitializeSecurity(descriptor, -1, null, null, 6, 2, null, 0, null) // ✓ says who may call
  coRegisterClassObject(clsid, factory, CLSCTX_LOCAL_SERVER, REGCLS_MULTIPLEUSE, [0])
}
