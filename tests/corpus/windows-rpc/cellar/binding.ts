import { bindingFrom, registerIf, setAuth, setOption } from './native'

export const RPC_C_AUTHN_LEVEL_CONNECT = 2
export const RPC_C_AUTHN_LEVEL_PKT_PRIVACY = 6
export const RPC_C_AUTHN_WINNT = 10
export const RPC_C_AUTHN_GSS_KERBEROS = 16
export const RPC_IF_ALLOW_SECURE_ONLY = 8

export interface Security {
  level: number
  service: number
}

function check(status: number, what: string): void {
  if (status !== 0) throw new Error(`${what}: ${status}`)
}

/** The handle of a server, with the security that its caller asks for. */
export function bind(address: string, { level, service }: Security): unknown {
  const binding: [unknown] = [null]
  check(bindingFrom(address, binding), 'binding')
  check(setOption(binding[0], 12, 5000), 'timeout')
  check(setAuth(binding[0], 'host/cellar.acme.example', level, service, null, 0), 'security') // ✗ require-mutual-authentication
  return binding[0]
}

export class CellarInterface {
  constructor(private readonly flags: number, private readonly callback: unknown) {}

  register(spec: unknown, maxSize: number): void {
    check(registerIf(spec, null, null, this.flags, 1234, maxSize, this.callback), 'register')
  }
}
