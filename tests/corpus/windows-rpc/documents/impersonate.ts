import { readFileSync } from 'node:fs'
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const RpcImpersonateClient = rpcrt4.func('int32 __stdcall RpcImpersonateClient(void *BindingHandle)')
const RpcRevertToSelf = rpcrt4.func('int32 __stdcall RpcRevertToSelf()')
const RpcRevertToSelfEx = rpcrt4.func('int32 __stdcall RpcRevertToSelfEx(void *BindingHandle)')

const LETTERHEAD = 'C:\\Documents\\letterhead.docx'

export function readAsCaller(binding: unknown) {
  const status: number = RpcImpersonateClient(binding) // ✓ checked, and ended below
  if (status !== 0) throw new Error(`impersonation failed: ${status}`)
  try {
    return readFileSync(LETTERHEAD)
  } finally {
    RpcRevertToSelfEx(binding)
  }
}

export function readDraft(binding: unknown) {
  RpcImpersonateClient(binding) // ✗ no-ineffective-guard
  try {
    return readFileSync(LETTERHEAD)
  } finally {
    RpcRevertToSelf()
  }
}

export function readFinal(binding: unknown) {
  if (RpcImpersonateClient(binding) !== 0) return null // ✗ no-excess-impersonation
  return readFileSync(LETTERHEAD)
}

export function asCaller<T>(binding: unknown, work: () => T): T {
  if (RpcImpersonateClient(binding) !== 0) throw new Error('impersonation failed') // ✓
  try {
    return work()
  } finally {
    RpcRevertToSelf()
  }
}
