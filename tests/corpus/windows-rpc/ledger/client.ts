import * as rpc from './native'

const ADDRESS = 'ncacn_ip_tcp:ledger.corp.example[49300]'
const SPN = 'ledger/ledger.corp.example'

export function post(account: string, cents: bigint) {
  const binding: [unknown] = [null]
  rpc.RpcBindingFromStringBindingW(ADDRESS, binding) // ✗ require-call-deadline
  rpc.RpcBindingSetAuthInfoExW(binding[0], SPN, 6, 16, null, 0, rpc.QOS)
  const status: number = rpc.PostEntry(binding[0], account, cents)
  rpc.RpcBindingFree(binding)
  return status
}

export function postBooked(account: string, cents: bigint) {
  const binding: [unknown] = [null]
  rpc.RpcBindingFromStringBindingW(ADDRESS, binding)
  rpc.RpcBindingSetOption(binding[0], rpc.RPC_C_OPT_CALL_TIMEOUT, 15_000) // ✓
  rpc.RpcBindingSetAuthInfoExW(binding[0], SPN, 6, 16, null, 0, rpc.QOS)
  const status: number = rpc.PostEntry(binding[0], account, cents)
  rpc.RpcBindingFree(binding)
  return status
}

export function forReports(binding: unknown) {
  rpc.RpcBindingSetOption(binding, rpc.RPC_C_OPT_CALL_TIMEOUT, 0) // ✗ require-call-deadline
}

export function forAudits(binding: unknown) {
  rpc.RpcBindingSetOption(binding, 12, 0xffffffff) // ✗ require-call-deadline
}

export function forArchive(binding: unknown) {
  rpc.RpcMgmtSetComTimeout(binding, 10) // ✗ require-call-deadline
  rpc.RpcMgmtSetCancelTimeout(-1) // ✗ require-call-deadline
}

export function forDesk(binding: unknown) {
  rpc.RpcMgmtSetComTimeout(binding, 5) // ✓ the default
  rpc.RpcMgmtSetCancelTimeout(30) // ✓
  rpc.RpcBindingSetOption(binding, 13, 1) // ✓ lingering, no time limit
}
