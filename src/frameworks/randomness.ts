import { framework } from './describe.js'

/** What is new at every call, and how well it can be guessed. */
export const nodeCrypto = framework({
  module: 'crypto', aside: true, tested: '20 - 26', docs: 'https://nodejs.org/api/crypto.html',
  fresh: { 'randomUUID()': 'random', 'randomBytes()': 'random', 'randomInt()': 'random', 'webcrypto.randomUUID()': 'random', 'getRandomValues()': 'random', 'webcrypto.getRandomValues()': 'random' },
  handle: { export: 'randomUUID', global: 'crypto' },
})

export const languageClock = framework({
  module: 'globals', aside: true, tested: 'ES2025', docs: 'https://developer.mozilla.org/docs/Web/JavaScript',
  fresh: {
    'crypto.randomUUID()': 'random', 'crypto.getRandomValues()': 'random', 'Math.random()': 'chance',
    'Date.now()': 'clock', 'new Date()': 'clock', 'Date()': 'clock', 'performance.now()': 'clock', 'process.hrtime()': 'clock', 'process.hrtime.bigint()': 'clock', 'process.uptime()': 'clock',
  },
})

/** Versions 1 and 6 are the time, and what stays the same as long as the process runs. */
export const uuid = framework({
  module: 'uuid', aside: true, tested: '8 - 14', docs: 'https://github.com/uuidjs/uuid',
  fresh: { 'v4()': 'random', 'v7()': 'random', 'v1()': 'clock', 'v6()': 'clock' },
})

export const nanoid = framework({
  module: 'nanoid', aside: true, tested: '3.3 - 5', docs: 'https://github.com/ai/nanoid',
  fresh: { 'nanoid()': 'random', 'customAlphabet()()': 'random' },
})

export const nanoidByChance = framework({
  module: 'nanoid/non-secure', aside: true, tested: '3.3 - 5', docs: 'https://github.com/ai/nanoid',
  fresh: { 'nanoid()': 'chance', 'customAlphabet()()': 'chance' },
})
