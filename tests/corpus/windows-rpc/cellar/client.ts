import { bind, RPC_C_AUTHN_GSS_KERBEROS, RPC_C_AUTHN_LEVEL_CONNECT, RPC_C_AUTHN_LEVEL_PKT_PRIVACY, RPC_C_AUTHN_WINNT } from './binding'
import { countBottles } from './native'

const north = bind('ncacn_ip_tcp:north.acme.example[5005]', { level: RPC_C_AUTHN_LEVEL_CONNECT, service: RPC_C_AUTHN_GSS_KERBEROS }) // ✗ require-encryption
const south = bind('ncacn_ip_tcp:south.acme.example[5005]', { level: RPC_C_AUTHN_LEVEL_PKT_PRIVACY, service: RPC_C_AUTHN_WINNT }) // ✗ no-weak-provider
const west = bind('ncacn_ip_tcp:west.acme.example[5005]', { level: RPC_C_AUTHN_LEVEL_PKT_PRIVACY, service: RPC_C_AUTHN_GSS_KERBEROS }) // ✓

export function bottles(): number {
  let sum = 0
  for (const cellar of [north, south, west]) {
    const count: [number] = [0]
    if (countBottles(cellar, count) === 0) sum += count[0]
  }
  return sum
}
