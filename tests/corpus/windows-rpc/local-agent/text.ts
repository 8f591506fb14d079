import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
// as it was declared before conventions stood in prototypes
const registerIf = rpcrt4.thiscall('RpcServerRegisterIf', 'int32', ['void *', 'void *', 'void *'])

export function agent() {
  const binding: [unknown] = [null]
  bindingFrom('ncalrpc:[agent,Security=Identification Dynamic True]', binding) // ✓
  return binding[0]
}

export function agentByDefault() {
  const binding: [unknown] = [null]
  bindingFrom('ncalrpc:[agent]', binding) // ✗ no-excess-impersonation
  return binding[0]
}

export function agentOf(name: string) {
  const binding: [unknown] = [null]
  bindingFrom(`ncalrpc:[${name}]`, binding) // ? unknown: options may be in the name
  return binding[0]
}

export const register = (spec: unknown) => registerIf(spec, null, null) // ✗ require-client-authentication
