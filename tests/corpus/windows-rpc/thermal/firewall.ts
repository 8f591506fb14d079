import koffi from 'koffi'

const fwpuclnt = koffi.load('fwpuclnt.dll')
const FwpmEngineOpen0 = fwpuclnt.func(
  'uint32 __stdcall FwpmEngineOpen0(str16 serverName, uint32 authnService, void *identity, void *session, _Out_ void **engine)',
)

const RPC_C_AUTHN_WINNT = 10

export function openEngine() {
  const engine: [unknown] = [null]
  const status: number = FwpmEngineOpen0(null, RPC_C_AUTHN_WINNT, null, null, engine) // ✓ this function takes nothing else
  if (status !== 0) throw new Error(`FwpmEngineOpen0: ${status}`)
  return engine[0]
}
