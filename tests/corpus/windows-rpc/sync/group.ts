import koffi from 'koffi'
import { allowCallback } from '../spooler/caller'

const rpcrt4 = koffi.load('rpcrt4.dll')

koffi.struct('RPC_INTERFACE_TEMPLATEW', {
  Version: 'uint32',
  IfSpec: 'void *',
  MgrTypeUuid: 'void *',
  MgrEpv: 'void *',
  Flags: 'uint32',
  MaxCalls: 'uint32',
  MaxRpcSize: 'uint32',
  IfCallback: 'void *',
  UuidVector: 'void *',
  Annotation: 'str16',
  SecurityDescriptor: 'void *',
})
koffi.struct('RPC_ENDPOINT_TEMPLATEW', {
  Version: 'uint32',
  ProtSeq: 'str16',
  Endpoint: 'str16',
  SecurityDescriptor: 'void *',
  Backlog: 'uint32',
})
const createGroup = rpcrt4.func(
  'int32 __stdcall RpcServerInterfaceGroupCreateW(RPC_INTERFACE_TEMPLATEW *ifs, uint32 nIfs, RPC_ENDPOINT_TEMPLATEW *eps, uint32 nEps, uint32 idle, void *idleFn, void *idleContext, _Out_ void **group)',
)

const sddl = koffi.load('advapi32.dll').func('int32 __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 text, uint32 revision, _Out_ void **descriptor, void *size)')

const common = { Version: 1, MgrTypeUuid: null, MgrEpv: null, Flags: 0x8, MaxCalls: 1234, UuidVector: null, Annotation: 'sync' }

export function start(ifSpec: unknown, descriptor: Buffer) {
  const group: [unknown] = [null]
  const sync = { ...common, IfSpec: ifSpec, MaxRpcSize: 65_536, IfCallback: allowCallback, SecurityDescriptor: descriptor } // ✓
  const tcp = { Version: 1, ProtSeq: 'ncacn_ip_tcp', Endpoint: '49500', SecurityDescriptor: null, Backlog: 10 } // ✓
  createGroup([sync], 1, [tcp], 1, 0xffffffff, null, null, group)
  return group[0]
}

export function startOld(ifSpec: unknown) {
  const group: [unknown] = [null]
  const descriptor: [unknown] = [null]
  if (sddl('D:(A;;GRGX;;;BA)', 1, descriptor, null) === 0) throw new Error('no descriptor')
  const sync = {
    ...common,
    IfSpec: ifSpec,
    MaxRpcSize: 0xffffffff, // ✗ no-unlimited-message
    IfCallback: allowCallback,
    SecurityDescriptor: null,
  }
  const udp = {
    Version: 1,
    ProtSeq: 'ncadg_ip_udp', // ✗ prefer-mainstream-transport
    Endpoint: '49501',
    SecurityDescriptor: descriptor[0], // ✗ no-endpoint-security
    Backlog: 10,
  }
  createGroup([sync], 1, [udp], 1, 0xffffffff, null, null, group)
  return group[0]
}
