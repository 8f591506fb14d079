import * as c from './constants'
import { bindingFree, bindingFrom, compose, countItems, setAuthInfoEx, setOption } from './native'

function check(status: number, what: string) {
  if (status !== 0) throw new Error(`${what} failed with ${status}`)
}

export function count(host: string, warehouse: string): number {
  const text: [string | null] = [null]
  check(compose(null, 'ncacn_ip_tcp', host, null, null, text), 'compose') // ✓ a remote server over TCP
  const binding: [unknown] = [null]
  check(bindingFrom(text[0], binding), 'binding')

  try {
    check(setOption(binding[0], c.RPC_C_OPT_CALL_TIMEOUT, 10_000), 'timeout')
    const status = setAuthInfoEx(
      binding[0],
      `host/${host}`, // ✓ composed here
      c.RPC_C_AUTHN_LEVEL_PKT_PRIVACY, // ✓
      c.RPC_C_AUTHN_GSS_KERBEROS, // ✓
      null,
      0,
      {
        Version: 1,
        Capabilities: c.RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH, // ✓
        IdentityTracking: c.RPC_C_QOS_IDENTITY_STATIC,
        ImpersonationType: c.RPC_C_IMP_LEVEL_IDENTIFY, // ✓
      },
    )
    check(status, 'authentication')

    const out: [number] = [0]
    check(countItems(binding[0], warehouse, out), 'CountItems')
    return out[0]
  } finally {
    bindingFree(binding)
  }
}
