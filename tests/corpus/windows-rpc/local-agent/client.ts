import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const agent = koffi.load('agent_c.dll')

const compose = rpcrt4.func(
  'int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 protseq, str16 address, str16 endpoint, str16 options, _Out_ str16 *text)',
)
const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
const setAuth = rpcrt4.func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 service, void *identity, uint32 authz, void *qos)',
)
const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')
const ping = agent.func('int32 Ping(void *binding)')

const IDENTIFY_ONLY = 'Security=Identification Dynamic True'
const WINNT = 10

function bind(options: string) {
  const text: [string | null] = [null]
  compose(null, 'ncalrpc', null, 'acme-agent', options, text)
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  return binding[0]
}

export function pingAgent() {
  const binding = bind(IDENTIFY_ONLY)
  const qos = { Version: 1, Capabilities: 0x11, IdentityTracking: 0, ImpersonationType: 2 }
  setAuth(
    binding,
    'NT AUTHORITY\\SYSTEM',
    1, // ✓ local calls are always private
    WINNT, // ✓ all that local calls have
    null,
    0,
    qos,
  )
  return ping(binding) as number
}

export function pingTray() {
  const binding = bind(IDENTIFY_ONLY)
  setAuth(binding, 'NT AUTHORITY\\SYSTEM', 6, WINNT, null, 0, null) // ✗ require-mutual-authentication
  setOption(binding, 12, 5_000) // ✗ no-ignored-security-option
  return ping(binding) as number
}

export function pingSetup() {
  const text: [string | null] = [null]
  compose(null, 'ncalrpc', null, 'acme-agent', null, text) // ✗ no-excess-impersonation
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  return ping(binding[0]) as number
}

export function pingOldPipe() {
  const text: [string | null] = [null]
  compose(null, 'ncacn_np', null, '\\pipe\\acme-agent', 'Security=Impersonation Dynamic True', text) // ✗ no-excess-impersonation
  return text[0]
}
