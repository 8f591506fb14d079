import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const RpcMgmtInqServerPrincName = rpcrt4.func('int32 __stdcall RpcMgmtInqServerPrincNameW(void *Binding, uint32 AuthnSvc, _Out_ str16 *ServerPrincName)')
const RpcBindingSetAuthInfoEx = rpcrt4.func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])

const NEGOTIATE = 9
const PKT_PRIVACY = 6
const qos = new Uint32Array([1, 1, 0, 2])
const AUTHORITIES = new Set(['host/ca1.corp.example', 'host/ca2.corp.example'])

export function enroll(binding: unknown) {
  const name: [string | null] = [null]
  if (RpcMgmtInqServerPrincName(binding, NEGOTIATE, name) !== 0) throw new Error('no principal')
  return RpcBindingSetAuthInfoEx(binding, name[0], PKT_PRIVACY, NEGOTIATE, null, 0, qos) // ✗ no-self-asserted-principal
}

export function enrollAtKnown(binding: unknown) {
  const name: [string | null] = [null]
  if (RpcMgmtInqServerPrincName(binding, NEGOTIATE, name) !== 0) throw new Error('no principal')
  if (name[0] === null || !AUTHORITIES.has(name[0])) throw new Error(`not an authority: ${name[0]}`)
  return RpcBindingSetAuthInfoEx(binding, name[0], PKT_PRIVACY, NEGOTIATE, null, 0, qos) // ✓ compared with the list
}

export function enrollAt(binding: unknown, host: string) {
  const expected = `host/${host}`
  const out: [string | null] = [null]
  RpcMgmtInqServerPrincName(binding, NEGOTIATE, out)
  if (out[0] !== expected) console.warn('the server calls itself', out[0])
  return RpcBindingSetAuthInfoEx(binding, expected, PKT_PRIVACY, NEGOTIATE, null, 0, qos) // ✓ its own idea of the name
}

export function principalOf(binding: unknown) {
  const out: [string | null] = [null]
  RpcMgmtInqServerPrincName(binding, NEGOTIATE, out) // ✓ shown, not used
  return out[0]
}
