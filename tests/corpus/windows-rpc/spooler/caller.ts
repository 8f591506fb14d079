import koffi from 'koffi'
import { IfCallback, RpcServerInqCallAttributesW } from './native'

const RPC_S_OK = 0
const ERROR_ACCESS_DENIED = 5
const RPC_C_AUTHN_LEVEL_PKT_INTEGRITY = 5
const RPC_C_AUTHN_WINNT = 10
const RPC_PROTSEQ_TCP = 1

export function allow(_uuid: unknown, context: unknown): number {
  try {
    const attributes = { Version: 2, Flags: 0, NullSession: 1, AuthenticationLevel: 0, AuthenticationService: 0, ProtocolSequence: 0 }
    if (RpcServerInqCallAttributesW(context, attributes) !== RPC_S_OK) return ERROR_ACCESS_DENIED
    if (attributes.NullSession !== 0) return ERROR_ACCESS_DENIED
    if (attributes.AuthenticationLevel < RPC_C_AUTHN_LEVEL_PKT_INTEGRITY) return ERROR_ACCESS_DENIED
    if (attributes.AuthenticationService === RPC_C_AUTHN_WINNT) return ERROR_ACCESS_DENIED
    if (attributes.ProtocolSequence !== RPC_PROTSEQ_TCP) return ERROR_ACCESS_DENIED
    return RPC_S_OK
  } catch {
    return ERROR_ACCESS_DENIED
  }
}

export const allowCallback = koffi.register(allow, koffi.pointer(IfCallback))
