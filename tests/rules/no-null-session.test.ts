import rule from '../../src/rules/no-null-session.js'
import { tester } from './tester.js'

const remedy = 'Add `RPC_IF_ALLOW_SECURE_ONLY` (8), or refuse what has `NullSession` set'

const native = `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const Callback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')
`

tester.run('no-null-session', rule, {
  invalid: [
    {
      name: 'a callback that asks for the level only',
      code: `${native}
function allow(_uuid: unknown, context: unknown) {
  const call = { Version: 2, Flags: 0, AuthenticationLevel: 0 }
  if (inqCall(context, call) !== 0) return 5
  return call.AuthenticationLevel >= 5 ? 0 : 5
}

export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, koffi.register(allow, koffi.pointer(Callback)))
`,
      errors: [{ messageId: 'nobody', data: { remedy }, line: 16, column: 74, endLine: 16, endColumn: 75, suggestions: undefined }],
    },
    {
      name: 'a flag that keeps remote callers out, but not anonymous ones',
      code: `${native}
const LOCAL_ONLY = 0x20
const byProcess = koffi.register((_uuid: unknown, context: unknown) => (pidOf(context) > 4 ? 0 : 5), koffi.pointer(Callback))
declare function pidOf(context: unknown): number

registerIf3(koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec'), null, null, LOCAL_ONLY, 1234, 65_536, byProcess, null)
`,
      errors: [{ messageId: 'nobody', data: { remedy }, line: 14, column: 78, endLine: 14, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'a callback of Deno',
      code: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterIfEx: { parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'function'], result: 'i32' },
})
declare function levelOf(context: Deno.PointerValue): number
const allow = new Deno.UnsafeCallback({ parameters: ['pointer', 'pointer'], result: 'i32' }, (_uuid, context) => (levelOf(context) < 6 ? 5 : 0))

export const register = (spec: Deno.PointerValue) => rpc.symbols.RpcServerRegisterIfEx(spec, null, null, 0x1, 100, allow.pointer)
`,
      errors: [{ messageId: 'nobody', data: { remedy }, line: 8, column: 106, endLine: 8, endColumn: 109, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'the flag that refuses callers without an identity',
      code: `${native}
const allow = koffi.register((_uuid: unknown, context: unknown) => (inqCall(context, {}) === 0 ? 0 : 5), koffi.pointer(Callback))
export const register = (spec: unknown) => registerIf2(spec, null, null, 0x8 | 0x20, 1234, 65_536, allow)
`,
    },
    {
      name: 'a callback that asks for the null session',
      code: `${native}
const allow = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, Flags: 0, NullSession: 1 }
  return inqCall(context, call) === 0 && call.NullSession === 0 ? 0 : 5
}, koffi.pointer(Callback))

export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, allow)
`,
    },
    {
      name: 'a callback from a file that is not seen',
      code: `${native}
import { allow } from '@acme/rpc-guards'

export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, allow)
`,
    },
    {
      name: 'a callback that asks a guard which the settings trust',
      code: `${native}
import { isMember } from '@acme/rpc-guards'

const allow = koffi.register((_uuid: unknown, context: unknown) => (isMember(context) ? 0 : 5), koffi.pointer(Callback))
export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, allow)
`,
      settings: { 'secure-rpc': { trustedGuards: ['@acme/rpc-guards#isMember'] } },
    },
    {
      name: 'flags that the caller chooses',
      code: `${native}
const allow = koffi.register((_uuid: unknown, context: unknown) => inqCall(context, {}), koffi.pointer(Callback))
export const register = (spec: unknown, flags: number) => registerIf2(spec, null, null, flags, 1234, 65_536, allow)
`,
    },
    {
      name: 'a descriptor, which the runtime compares with the caller',
      code: `${native}
const allow = koffi.register((_uuid: unknown, context: unknown) => inqCall(context, {}), koffi.pointer(Callback))
export const register = (spec: unknown, descriptor: Buffer) => registerIf3(spec, null, null, 0, 1234, 65_536, allow, descriptor)
`,
    },
    {
      name: 'no callback at all, which is another finding',
      code: `${native}
export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, null)
`,
    },
    {
      name: 'a function that is only called alike',
      code: `
import { registerIf2, allow } from './fake-rpc.js'

export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, allow)
`,
    },
  ],
})
