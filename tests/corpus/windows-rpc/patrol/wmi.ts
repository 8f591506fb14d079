import * as winax from 'winax'

const QUERY = 'SELECT Name, State FROM Win32_Service'

export function services(host: string) {
  const wmi = new winax.Object(`winmgmts:{impersonationLevel=impersonate,authenticationLevel=pktPrivacy}!\\\\${host}\\root\\cimv2`, { // ✓
    getobject: true,
  })
  return wmi.ExecQuery(QUERY)
}

export function servicesOfOldHosts() {
  const wmi = new winax.Object('winmgmts:{impersonationLevel=impersonate,authenticationLevel=call}!\\\\old1\\root\\cimv2', { // ✗ require-encryption
    getobject: true,
  })
  return wmi.ExecQuery(QUERY)
}

export function servicesBeyond() {
  const wmi = new winax.Object('winmgmts:{impersonationLevel=delegate,authenticationLevel=pktPrivacy}!\\\\hop\\root\\cimv2', { // ✗ no-excess-impersonation
    getobject: true,
  })
  return wmi.ExecQuery(QUERY)
}

export function localServices() {
  const wmi = new winax.Object('winmgmts:{impersonationLevel=impersonate}!\\\\.\\root\\cimv2', { getobject: true }) // ✓ this machine
  return wmi.ExecQuery(QUERY)
}
