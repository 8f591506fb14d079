import { arg, framework } from './describe.js'

/** What the language and Node make bytes of texts with. */
export const encoders = framework({
  module: 'globals', aside: true, tested: '20 - 26', docs: 'https://nodejs.org/api/buffer.html',
  bytes: { 'new TextEncoder().encode()': arg(0), 'Buffer.from()': arg(0) },
})

export const secretKeys = framework({
  module: 'crypto', aside: true, tested: '20 - 26', docs: 'https://nodejs.org/api/crypto.html#cryptocreatesecretkeykey-encoding',
  bytes: { 'createSecretKey()': arg(0) },
})
