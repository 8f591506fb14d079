import * as winax from 'winax'

const wbemImpersonate = 3
const wbemDelegate = 4
const wbemCall = 3
const wbemPktPrivacy = 6

export function connect(host: string, user: string, password: string) {
  const locator = new winax.Object('WbemScripting.SWbemLocator')
  const services = locator.ConnectServer(host, 'root\\cimv2', user, password)
  services.Security_.ImpersonationLevel = wbemImpersonate // ✓ what WMI needs
  services.Security_.AuthenticationLevel = wbemPktPrivacy // ✓
  return services
}

export function connectBeyond(host: string, user: string, password: string) {
  const locator = new winax.Object('WbemScripting.SWbemLocator')
  const services = locator.ConnectServer(host, 'root\\cimv2', user, password)
  services.Security_.ImpersonationLevel = wbemDelegate // ✗ no-excess-impersonation
  services.Security_.AuthenticationLevel = wbemCall // ✗ require-encryption
  return services
}

export function connectHere() {
  const services = new winax.Object('WbemScripting.SWbemLocator').ConnectServer('.', 'root\\cimv2')
  services.Security_.AuthenticationLevel = wbemCall // ✓ this machine
  return services
}

export function printers(host: string) {
  const wmi = new ActiveXObject(`winmgmts:{impersonationLevel=impersonate,authenticationLevel=connect}!\\\\${host}\\root\\cimv2`) // ✗ require-encryption
  return wmi.ExecQuery('SELECT Name FROM Win32_Printer')
}

export function disks(host: string) {
  const wmi = new ActiveXObject(`winmgmts:{impersonationLevel=impersonate,authenticationLevel=pktPrivacy}!\\\\${host}\\root\\cimv2`) // ✓
  return wmi.ExecQuery('SELECT Name FROM Win32_LogicalDisk')
}
