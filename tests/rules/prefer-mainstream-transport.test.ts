import { always } from '../../src/frameworks/describe.js'
import rule from '../../src/rules/prefer-mainstream-transport.js'
import { tester } from './tester.js'

const remedy = 'Use `ncacn_ip_tcp`, or `ncalrpc` on one machine'

tester.run('prefer-mainstream-transport', rule, {
  invalid: [
    {
      name: 'datagrams',
      code: `
import koffi from 'koffi'

const compose = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 seq, str16 addr, str16 endpoint, str16 options, _Out_ str16 *text)')
const UDP = 'ncadg_ip_udp'

export const bind = (host: string, text: [string | null]) => compose(null, UDP, host, '5001', null, text)
`,
      errors: [{ messageId: 'unusual', data: { remedy }, line: 7, column: 76, endLine: 7, endColumn: 79, suggestions: undefined }],
    },
    {
      name: 'a string binding with an object and a sequence that nobody has',
      code: `
import koffi from 'koffi'

const bindingFrom = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')

export function open(server: string) {
  const binding: [unknown] = [null]
  bindingFrom(\`6bffd098-a112-3610-9833-46c3f87e345a@ncacn_spx:\${server}[5001]\`, binding)
  return binding[0]
}
`,
      errors: [{ messageId: 'unusual', data: { remedy }, line: 8, column: 15, endLine: 8, endColumn: 79, suggestions: undefined }],
    },
    {
      name: 'an endpoint of a server, in Deno',
      code: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerUseProtseqEpW: { parameters: ['buffer', 'u32', 'buffer', 'pointer'], result: 'i32' },
})

export const listen = () => rpc.symbols.RpcServerUseProtseqEpW('ncacn_at_dsp', 10, '5000', null)
`,
      errors: [{ messageId: 'unusual', data: { remedy }, line: 6, column: 64, endLine: 6, endColumn: 78, suggestions: undefined }],
    },
    {
      name: 'one of the endpoints of an interface group',
      code: `
import koffi from 'koffi'

const createGroup = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerInterfaceGroupCreateW(void *ifs, uint32 n, void *endpoints, uint32 m, uint32 idle, void *cb, void *ctx, _Out_ void **group)')

export const create = (interfaces: unknown[], group: [unknown]) => createGroup(interfaces, 1, [
  { Version: 1, ProtSeq: 'ncacn_ip_tcp', Endpoint: '5000', SecurityDescriptor: null },
  { Version: 1, ProtSeq: 'ncadg_mq', Endpoint: 'acme', SecurityDescriptor: null },
], 2, 0xffffffff, null, null, group)
`,
      errors: [{ messageId: 'unusual', data: { remedy }, line: 8, column: 17, endLine: 8, endColumn: 36, suggestions: undefined }],
    },
    {
      name: 'a wrapper of the project that is on its way out',
      code: `
import { connectLegacy } from '@acme/rpc'

export const old = connectLegacy('https://api.acme.example')
`,
      settings: { 'secure-rpc': { frameworks: [{ module: '@acme/rpc', tested: '3', docs: 'https://acme.example', channels: { 'connectLegacy()': { transport: always('deprecated'), remedy: { transport: 'connect' } } }, remedies: { connect: 'Use `connect()`' } }] } },
      errors: [{ messageId: 'deprecated', data: { remedy: 'Use `connect()`' }, line: 4, column: 20, endLine: 4, endColumn: 61, suggestions: undefined }],
    },
    {
      name: 'a package that nobody mends any more, however it comes in',
      code: `
import * as grpc from 'grpc'

export { Metadata } from 'grpc'
export const later = () => import('grpc')
const { credentials } = require('grpc')
export const client = new grpc.Client('orders.internal:443', credentials.createSsl())
`,
      errors: [
        { messageId: 'deprecated', data: { remedy: 'Use `@grpc/grpc-js`, which makes the same calls' }, line: 2, column: 1, endLine: 2, endColumn: 29, suggestions: undefined },
        { messageId: 'deprecated', data: { remedy: 'Use `@grpc/grpc-js`, which makes the same calls' }, line: 4, column: 1, endLine: 4, endColumn: 32, suggestions: undefined },
        { messageId: 'deprecated', data: { remedy: 'Use `@grpc/grpc-js`, which makes the same calls' }, line: 5, column: 28, endLine: 5, endColumn: 42, suggestions: undefined },
        { messageId: 'deprecated', data: { remedy: 'Use `@grpc/grpc-js`, which makes the same calls' }, line: 6, column: 25, endLine: 6, endColumn: 40, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'types of it, and packages whose names begin alike',
      code: `
import type { Client } from 'grpc'
import * as grpc from '@grpc/grpc-js'
import { createChannel } from 'grpc-tools'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl())
export const wrap = (old: Client) => createChannel(old)
`,
    },
    {
      name: 'TCP, HTTP, pipes, and local RPC',
      code: `
import koffi from 'koffi'

const compose = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 seq, str16 addr, str16 endpoint, str16 options, _Out_ str16 *text)')
const quiet = 'Security=Identification Dynamic True'

export function bind(host: string, text: [string | null]) {
  compose(null, 'ncacn_ip_tcp', host, '5001', null, text)
  compose(null, 'ncacn_http', host, '593', null, text)
  compose(null, 'ncacn_np', host, '\\\\pipe\\\\acme', quiet, text)
  compose(null, 'ncalrpc', null, 'acme', quiet, text)
}
`,
    },
    {
      name: 'a sequence that is chosen elsewhere',
      code: `
import koffi from 'koffi'

const useProtseq = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerUseProtseqW(str16 seq, uint32 calls, void *sd)')
export const listen = (seq: string) => useProtseq(seq, 10, null)
export const configured = () => useProtseq(process.env.PROTSEQ!, 10, null)
`,
    },
    {
      name: 'a text that is no sequence',
      code: `
import koffi from 'koffi'

const bindingFrom = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
export const open = (binding: [unknown]) => bindingFrom('localhost[5000]', binding)
`,
    },
    {
      name: 'a function of another library',
      code: `
import koffi from 'koffi'

const useProtseq = koffi.load('emulator.dll').func('int32 RpcServerUseProtseqW(str16 seq, uint32 calls, void *sd)')
export const listen = () => useProtseq('ncadg_ip_udp', 10, null)
`,
    },
    {
      name: 'transports of gRPC',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('dns:///orders.internal:443', grpc.credentials.createSsl())
`,
    },
  ],
})
