import { arg, framework, param, steps } from './describe.js'

const opts = param(0)
const handled = {
  handler: arg(0), guards: steps('use'), contract: steps('input'), peer: [opts.option('input')], raw: [opts.option('getRawInput'), opts.option('rawInput')],
  evidence: [opts.option('ctx')], rejection: 'answered' as const,
}
const url = { address: arg(0).option('url'), level: arg(0).option('url').scheme({ 'http:': 'none', 'ws:': 'none', 'https:': 'privacy', 'wss:': 'privacy' }), remedy: { encrypt: 'encrypt' } }

/** Procedures of @trpc/server 10 and 11. */
export const trpcServer = framework({
  module: ['@trpc/server', 'trpc-server-10'], tested: '10.45 - 11.25', docs: 'https://trpc.io/docs/server',
  things: {
    Init: { is: ['initTRPC'], chain: ['context', 'meta'] },
    T: 'Init.create()',
    Procedure: { is: ['T.procedure'], chain: ['use', 'input', 'output', 'meta', 'concat', 'unstable_concat', 'errors'] },
  },
  procedures: {
    'Procedure.query()': handled,
    'Procedure.mutation()': { ...handled, changesState: true },
    'Procedure.subscription()': handled,
  },
  remedies: { validate: 'Give `.input()` a schema that says what each field may be' },
})

/** Links of @trpc/client 10 and 11. */
export const trpcClient = framework({
  module: ['@trpc/client', 'trpc-client-10'], tested: '10.45 - 11.25', docs: 'https://trpc.io/docs/client/links',
  channels: {
    'httpLink()': url, 'httpBatchLink()': url, 'httpBatchStreamLink()': url, 'unstable_httpBatchStreamLink()': url, 'httpSubscriptionLink()': url, 'unstable_httpSubscriptionLink()': url,
    'createWSClient()': { ...url, address: arg(0).option('url').returned(), level: arg(0).option('url').returned().scheme({ 'ws:': 'none', 'http:': 'none', 'wss:': 'privacy', 'https:': 'privacy' }) },
  },
  remedies: { encrypt: 'Use an `https:` or `wss:` address' },
})
