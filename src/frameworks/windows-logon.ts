import { always, arg, framework, type ChannelRow, type Ref } from './describe.js'

/** Packages that log on to Windows with code of their own, by the protocols of Windows. */
const gateway = 'Call a gateway next to the server by TLS, or DCOM through Windows itself: this package neither signs nor encrypts'
const dcom: ChannelRow = { address: arg(1), level: always('connect'), remedy: { encrypt: 'gateway' } }
export const nodeDcom = framework({
  module: 'node-dcom', tested: '1.0', docs: 'https://www.npmjs.com/package/node-dcom',
  channels: { 'new ComServer()': dcom }, remedies: { gateway },
})
export const nodeDcomServer = framework({
  module: 'node-dcom/dcom/core/comserver', tested: '1.0', docs: 'https://www.npmjs.com/package/node-dcom',
  channels: { 'new default()': dcom }, remedies: { gateway },
})

const relayed = (url: Ref): ChannelRow => ({ address: url, level: url.scheme({ 'http:': 'none', 'https:': 'privacy' }) })
const overTls = { encrypt: 'Use an `https:` URL: what NTLM proves can be relayed by whoever reads it' }
export const httpNtlm = framework({
  module: 'httpntlm', tested: '1.8', docs: 'https://www.npmjs.com/package/httpntlm',
  channels: Object.fromEntries(['get', 'post', 'put'].map(method => [`${method}()`, relayed(arg(0).option('url'))])),
  remedies: overTls,
})
export const ntlmClient = framework({
  module: 'ntlm-client', tested: '0.1', docs: 'https://www.npmjs.com/package/ntlm-client',
  channels: { 'request()': relayed(arg(0).option('uri')) },
  remedies: overTls,
})

export const nodeSmb2 = framework({
  module: 'node-smb2', tested: '1.3', docs: 'https://www.npmjs.com/package/node-smb2',
  things: { Client: 'new Client()' },
  channels: { 'Client.authenticate()': { provider: arg(0).option('forceNtlmVersion').scale({ v1: 'ntlm' }) } },
  remedies: { provider: "Leave `forceNtlmVersion: 'v1'` out: its answers are cracked within hours" },
})

const bits = (flags: Record<string, number>) => arg(1).option('flags').bits(flags)
export const kerberos = framework({
  module: 'kerberos', tested: '7.0', docs: 'https://www.npmjs.com/package/kerberos',
  channels: {
    'initializeClient()': {
      // flags that are given take the place of those that it has by itself, and its types call them something else
      mutual: bits({ GSS_C_MUTUAL_FLAG: 2 }).otherwise(true), impersonation: bits({ GSS_C_DELEG_FLAG: 1 }).scale({ true: 'delegate' }), provider: bits({ GSS_C_ANON_FLAG: 64 }).scale({ true: 'anonymous' }),
      principal: arg(0), ignores: [{ in: arg(1), misplaced: { gssFlag: 'flags' } }],
    },
    'checkPassword()': { mutual: always(false), remedy: { mutual: 'ticket' } },
  },
  remedies: {
    mutual: 'Add `GSS_C_MUTUAL_FLAG` (2) to `flags`', impersonation: 'Leave `GSS_C_DELEG_FLAG` (1) out', provider: 'Leave `GSS_C_ANON_FLAG` (64) out',
    ticket: 'Have the caller get a ticket, and check that with `initializeServer()`: whoever answers as the domain controller decides here',
  },
})
