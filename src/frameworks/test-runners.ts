import { framework } from './describe.js'

/** What runs tests: a file that registers some serves nobody, and the servers in it are not the program's. */
export const testRunners = framework({
  module: ['vitest', 'node:test', 'bun:test', '@jest/globals', 'ava', 'mocha', 'tap', 'tape', 'uvu', 'jasmine', 'globals'],
  tested: 'vitest 4, Node 22', docs: 'https://vitest.dev/api/', aside: true,
  tests: ['describe()', 'suite()', 'it()', 'test()'],
})
