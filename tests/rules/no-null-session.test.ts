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

/** A gRPC handler, and what it does with its caller. */
const handler = (body: string) => `
import { Server, status, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js'
import { OrdersService, type Order, type OrderRef } from './gen/orders'
import { audit, limiter, orders, sessionOf, userFrom } from './data'

new Server().addService(OrdersService, {
  async cancel(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>) {
${body}
    callback(null, { id: call.request.id })
  },
})
`
/** A context of tRPC. */
const context = (returned: string, before = '') => `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import { getSession } from './sessions'
${before}
export async function createContext({ req }: CreateExpressContextOptions) {
  return ${returned}
}
`
const claimed = (name: string, entry: string) => ({ messageId: 'claimed', data: { name, entry } })

tester.run('no-null-session', rule, {
  invalid: [
    {
      name: 'a role that the caller wrote decides',
      code: handler(`    const role = call.metadata.get('x-user-role')[0]
    if (role !== 'admin') return callback({ code: status.PERMISSION_DENIED })`),
      errors: [{ ...claimed('role', 'x-user-role'), line: 8, column: 18, endLine: 8, endColumn: 53, suggestions: undefined }],
    },
    {
      name: 'without a name in between',
      code: handler("    if (String(call.metadata.get('x-is-admin')[0]) !== 'yes') return callback({ code: status.PERMISSION_DENIED })"),
      errors: [{ ...claimed("String(call.metadata.get('x-is-admin')[0", 'x-is-admin'), line: 8, column: 9, endLine: 8, endColumn: 51, suggestions: undefined }],
    },
    {
      name: 'by a switch, and in a list',
      code: handler(`    const [role] = call.metadata.get('role')
    switch (role) { case 'clerk': return callback({ code: status.PERMISSION_DENIED }) }
    const who = call.metadata.get('x-username')[0]
    if (['root', 'operator'].includes(String(who))) audit(call)`),
      errors: [
        { ...claimed('role', 'role'), line: 8, column: 20, endLine: 8, endColumn: 45, suggestions: undefined },
        { ...claimed('String(who)', 'x-username'), line: 11, column: 39, endLine: 11, endColumn: 50, suggestions: undefined },
      ],
    },
    {
      name: 'it says whose data is read',
      code: handler("    await orders.deleteMany({ where: { id: call.request.id, owner: call.metadata.get('x-user-id')[0] } })"),
      errors: [{ ...claimed('owner', 'x-user-id'), line: 8, column: 68, endLine: 8, endColumn: 101, suggestions: undefined }],
    },
    {
      name: 'it becomes the identity of every call',
      code: context("{ user: { id: req.headers['x-user-id'], role: req.headers['x-user-role'] ?? 'member' } }"),
      errors: [
        { ...claimed('id', 'x-user-id'), line: 6, column: 24, endLine: 6, endColumn: 48, suggestions: undefined },
        { ...claimed('role', 'x-user-role'), line: 6, column: 56, endLine: 6, endColumn: 94, suggestions: undefined },
      ],
    },
    {
      name: 'for whom somebody acts, where nothing else is asked',
      code: context("{ tenant: req.headers['x-tenant-id'] }"),
      errors: [{ ...claimed('tenant', 'x-tenant-id'), line: 6, column: 20, endLine: 6, endColumn: 46, suggestions: undefined }],
    },
    {
      name: 'nobody becomes somebody',
      code: context('{ user: (await getSession(req.headers))?.user ?? GUEST }', "const GUEST = { id: 'guest', role: 'member' }"),
      errors: [{ messageId: 'assumed', data: { name: 'guest' }, line: 6, column: 18, endLine: 6, endColumn: 64, suggestions: undefined }],
    },
    {
      name: 'nobody becomes somebody in a handler',
      code: handler(`    const caller = userFrom(call.metadata.get('authorization')[0]) || { name: 'Anonymous' }
    if (!caller) return callback({ code: status.UNAUTHENTICATED })`),
      errors: [{ messageId: 'assumed', data: { name: 'Anonymous' }, line: 8, column: 20, endLine: 8, endColumn: 92, suggestions: undefined }],
    },
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
      errors: [{ messageId: 'nobody', data: { remedy }, line: 16, column: 74, endLine: 16, endColumn: 75, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const Callback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')

function allow(_uuid: unknown, context: unknown) {
  const call = { Version: 2, Flags: 0, AuthenticationLevel: 0 }
  if (inqCall(context, call) !== 0) return 5
  return call.AuthenticationLevel >= 5 ? 0 : 5
}

export const register = (spec: unknown) => registerIf2(spec, null, null, 0x8, 1234, 65_536, koffi.register(allow, koffi.pointer(Callback)))
` }] }],
    },
    {
      name: 'a flag that keeps remote callers out, but not anonymous ones',
      code: `${native}
const LOCAL_ONLY = 0x20
const byProcess = koffi.register((_uuid: unknown, context: unknown) => (pidOf(context) > 4 ? 0 : 5), koffi.pointer(Callback))
declare function pidOf(context: unknown): number

registerIf3(koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec'), null, null, LOCAL_ONLY, 1234, 65_536, byProcess, null)
`,
      errors: [{ messageId: 'nobody', data: { remedy }, line: 14, column: 78, endLine: 14, endColumn: 88, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const Callback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')

const LOCAL_ONLY = 0x20
const byProcess = koffi.register((_uuid: unknown, context: unknown) => (pidOf(context) > 4 ? 0 : 5), koffi.pointer(Callback))
declare function pidOf(context: unknown): number

registerIf3(koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec'), null, null, LOCAL_ONLY | 0x8, 1234, 65_536, byProcess, null)
` }] }],
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
      errors: [{ messageId: 'nobody', data: { remedy }, line: 8, column: 106, endLine: 8, endColumn: 109, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterIfEx: { parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'function'], result: 'i32' },
})
declare function levelOf(context: Deno.PointerValue): number
const allow = new Deno.UnsafeCallback({ parameters: ['pointer', 'pointer'], result: 'i32' }, (_uuid, context) => (levelOf(context) < 6 ? 5 : 0))

export const register = (spec: Deno.PointerValue) => rpc.symbols.RpcServerRegisterIfEx(spec, null, null, 0x1 | 0x8, 100, allow.pointer)
` }] }],
    },
    {
      name: 'callbacks for callers without authentication that ask for a door only',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH = 0x10

const byDoor = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, ProtocolSequence: 0 }
  if (inqCall(context, call) !== 0) return 5
  return call.ProtocolSequence === 3 ? 0 : 5
}, koffi.pointer(koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')))
export const register = (spec: unknown) => registerIf2(spec, null, null, RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, 1234, 4096, byDoor)
`,
      errors: [{ messageId: 'nobody', data: { remedy: 'Add `RPC_IF_ALLOW_SECURE_ONLY` (8), or refuse what has `NullSession` set' }, line: 14, column: 74, endLine: 14, endColumn: 109, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH = 0x10

const byDoor = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, ProtocolSequence: 0 }
  if (inqCall(context, call) !== 0) return 5
  return call.ProtocolSequence === 3 ? 0 : 5
}, koffi.pointer(koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')))
export const register = (spec: unknown) => registerIf2(spec, null, null, RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH | 0x8, 1234, 4096, byDoor)
` }] }],
    },
  ],
  valid: [
    { name: 'an entry that is only written down', code: handler(`    const user = call.metadata.get('x-user-id')[0]
    console.log('%s cancels', user)
    await audit.record({ user })
    await limiter.consume(user)`) },
    { name: 'an entry that says something else', code: handler(`    const agent = call.metadata.get('user-agent')[0], zone = call.metadata.get('x-user-timezone')[0]
    if (agent === 'curl') console.log(zone === 'UTC')`) },
    { name: 'only whether it is there is asked', code: handler("    if (call.metadata.get('x-user-id')[0] === undefined) return callback({ code: status.INVALID_ARGUMENT })") },
    { name: 'compared with what the caller proved', code: handler("    if (String(call.metadata.get('x-user-id')[0]) !== sessionOf(call).user) return callback({ code: status.PERMISSION_DENIED })") },
    { name: 'after the certificate of a gateway was asked', code: handler(`    if (call.getAuthContext().sslPeerCertificate?.subject.CN !== 'gateway') return callback({ code: status.PERMISSION_DENIED })
    if (call.metadata.get('x-user-role')[0] !== 'admin') return callback({ code: status.PERMISSION_DENIED })`) },
    { name: 'a tenant next to a session: later code may compare them', code: context("{ session: await getSession(req.headers), tenant: req.headers['x-tenant-id'] }") },
    { name: 'nobody stays nobody', code: context('{ user: (await getSession(req.headers))?.user ?? null }') },
    { name: 'a default that is not for the caller', code: context("{ session: await getSession(req.headers), db: process.env.DB ?? { user: 'guest' } }") },
    { name: 'headers of a function that is no context', code: `
export const describe = (req: { headers: Record<string, string> }) => ({ user: req.headers['x-user-id'] })
` },
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
    {
      name: 'callbacks for callers without authentication that refuse them',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH = 0x10

const byCaller = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, NullSession: 1, AuthenticationLevel: 0 }
  if (inqCall(context, call) !== 0) return 5
  return call.NullSession === 0 && call.AuthenticationLevel >= 5 ? 0 : 5
}, koffi.pointer(koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')))
export const register = (spec: unknown) => registerIf2(spec, null, null, RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, 1234, 4096, byCaller)
export const registerSecure = (spec: unknown) => registerIf2(spec, null, null, 0x18, 1234, 4096, byCaller)
`,
    },
  ],
})
