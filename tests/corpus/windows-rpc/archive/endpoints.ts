import koffi from 'koffi'
import { allowCallback } from '../spooler/caller'

const advapi32 = koffi.load('advapi32.dll')
const rpcrt4 = koffi.load('rpcrt4.dll')

const toDescriptor = advapi32.func(
  'bool __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 Sddl, uint32 Revision, _Out_ void **Descriptor, void *Size)',
)
const useProtseq = rpcrt4.func('int32 __stdcall RpcServerUseProtseqW(str16 Protseq, uint32 MaxCalls, void *SecurityDescriptor)')
const useEndpoint = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 Protseq, uint32 MaxCalls, str16 Endpoint, void *SecurityDescriptor)')
const useInterface = rpcrt4.func('int32 __stdcall RpcServerUseProtseqIfW(str16 Protseq, uint32 MaxCalls, void *IfSpec, void *SecurityDescriptor)')
const registerIf3 = rpcrt4.func(
  'int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)',
)

function staffOnly(): unknown {
  const out: [unknown] = [null]
  if (!toDescriptor('D:(A;;GA;;;BA)(A;;GA;;;SY)', 1, out, null)) throw new Error('descriptor')
  return out[0]
}

export function openGuarded(ifSpec: unknown) {
  const descriptor = staffOnly()
  useEndpoint(
    'ncacn_ip_tcp',
    10,
    '49300',
    descriptor, // ✗ no-endpoint-security
  )
  registerIf3(ifSpec, null, null, 0x8, 1234, 65_536, allowCallback, null)
}

export function openByInterface(ifSpec: unknown) {
  useInterface('ncacn_ip_tcp', 10, ifSpec, staffOnly()) // ✗ no-endpoint-security
  registerIf3(ifSpec, null, null, 0x8, 1234, 65_536, allowCallback, null)
}

export function open(ifSpec: unknown) {
  useProtseq('ncacn_ip_tcp', 10, null) // ✓ nothing on the endpoint
  registerIf3(ifSpec, null, null, 0x8, 1234, 65_536, allowCallback, staffOnly()) // ✓ on the interface
}
