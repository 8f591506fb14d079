/** Wrong settings and options get an error that says which, and what is allowed. */
import path from 'node:path'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.js'

const wrapper = { module: '@acme/rpc', channels: { 'connect()': { address: { base: { of: 'arg', index: 0 } }, level: { base: { of: 'literal', value: 'none' } }, remedy: { encrypt: 'safe' } } }, remedies: { safe: 'Use `connectSafely()`' } }
const code = "import { connect } from '@acme/rpc'\nconnect('orders.acme.example:443')\n"
const lint = (settings: unknown, rules: Linter.RulesRecord = { 'secure-rpc/require-encryption': 'error' }) =>
  new Linter().verify(code, [{ plugins: { 'secure-rpc': plugin }, settings: { 'secure-rpc': settings }, rules }])
const channel = (row: object) => ({ frameworks: [{ ...wrapper, channels: { 'connect()': row } }] })
const address = (ref: unknown) => channel({ address: ref })

describe('settings', () => {
  it.each<[what: string, settings: unknown, ...says: string[]]>([
    ['no object', 'strict', 'must be an object'],
    ['a list', [], 'must be an object'],
    ['an unknown key', { localhosts: [] }, '`localhosts`', '`localHosts`', '`trustedGuards`', '`trustedValidators`', '`frameworks`', '`followImports`', '`tests`', '`edits`'],
    ['hosts that are no list', { localHosts: '*.local' }, '`localHosts`', 'list of strings'],
    ['a host that is no text', { localHosts: [1] }, '`localHosts`', 'list of strings'],
    ['a host with a scheme', { localHosts: ['https://mesh.local'] }, '`localHosts`', 'https://mesh.local', 'without scheme'],
    ['a host with a port', { localHosts: ['mesh.local:443'] }, '`localHosts`', 'mesh.local:443', 'port'],
    ['a host that is another kind of glob', { localHosts: ['{a,b}.local'] }, '`localHosts`', '{a,b}.local', '`*`'],
    ['a guard without a module', { trustedGuards: ['requireUser'] }, '`trustedGuards`', 'requireUser', 'package#export'],
    ['a validator without a name', { trustedValidators: ['@acme/check#'] }, '`trustedValidators`', '@acme/check#', 'package#export'],
    ['a word for a switch', { followImports: 'no' }, '`followImports`', 'true or false'],
    ['one glob for a list', { tests: '**/*.test.ts' }, '`tests`', 'list of globs'],
    ['a glob that is not closed', { tests: ['**/*.test.ts', 'e2e/{client,server/**'] }, '`tests`', 'e2e/{client,server/**', 'closed brackets'],
    ['a glob from the root', { tests: ['/app/tests/**'] }, '`tests`', '/app/tests/**', 'from where ESLint runs'],
    ['a glob with backslashes', { tests: ['tests\\**'] }, '`tests`', 'with slashes'],
    ['an unknown choice', { edits: 'all' }, '`edits`', "'suggest'", "'hardening'"],
  ])('are refused: %s', (_what, settings, ...says) => {
    for (const text of ["settings['secure-rpc']", ...says]) expect(() => lint(settings)).toThrow(text)
  })

  it.each<[what: string, settings: unknown, ...says: string[]]>([
    ['no list', { frameworks: wrapper }, '`frameworks`', 'list of descriptions'],
    ['no object', { frameworks: [null] }, '`frameworks[0]`', 'object'],
    ['without a module', { frameworks: [wrapper, { channels: wrapper.channels }] }, '`frameworks[1].module`', 'must name'],
    ['with an empty list of modules', { frameworks: [{ ...wrapper, module: [] }] }, '`frameworks[0].module`', 'must name'],
    ['with a module that is no text', { frameworks: [{ ...wrapper, module: 7 }] }, '`frameworks[0].module`', 'must be a text'],
    ['with an unknown concept', { frameworks: [{ ...wrapper, chanels: {} }] }, '`frameworks[0].chanels`', '`channels`', '`listeners`'],
    ['with a pattern that cannot be read', { frameworks: [{ ...wrapper, channels: { 'connect(': {} } }] }, "`frameworks[0].channels['connect(']`", 'no pattern'],
    ['with a thing that cannot be read', { frameworks: [{ ...wrapper, things: { Server: { is: ['new Server('] } } }] }, '`frameworks[0].things.Server.is[0]`', 'no pattern'],
    ['with a row that is no object', channel('none' as never), 'channels', 'must be an object'],
    ['with an unknown word', channel({ adress: wrapper.channels['connect()'].address }), ".channels['connect()'].adress`", '`address`', '`credentials`'],
    ['with a value where a reference stands', address('arg 0'), '.address`', 'must be an object'],
    ['with an unknown reference', address({ base: { of: 'argument', index: 0 } }), '.address.base.of`', '`arg`', '`param`'],
    ['with half a reference', address({ base: { of: 'arg' } }), '.address.base`', '`index`'],
    ['with a reference that says too much', address({ base: { of: 'star', index: 0 } }), '.address.base.index`', '`of`'],
    ['with an unknown step', address({ base: { of: 'arg', index: 0 }, steps: [{ options: 'host' }] }), '.address.steps[0]`', '`option`', '`scale`'],
    ['with a step of the wrong kind', address({ base: { of: 'arg', index: 0 }, steps: [{ option: 0 }] }), '.address.steps[0].option`', 'must be a text'],
    ['with a bad regular expression', address({ base: { of: 'arg', index: 0 }, steps: [{ matches: '(' }] }), '.matches`', 'regular expression'],
    ['with a number that JSON does not know', address({ base: { of: 'literal', value: Infinity } }), '.base.value`', 'must be a text, a number'],
    ['with a condition on nothing', channel({ if: { is: 'x' } }), '.if`', '`ref`'],
    ['with a remedy that is not there', channel({ remedy: { encrypt: 'tls' } }), '.remedy.encrypt`', '`tls`', '`safe`'],
    ['with an edit that does nothing', { frameworks: [{ ...wrapper, edits: { safe: { says: 'Use TLS' } } }] }, '.edits.safe`', '`replace`', '`append`'],
    ['with a guard that never says yes', { frameworks: [{ ...wrapper, guards: { 'use()': { guard: { base: { of: 'arg', index: 0 } }, evidence: [], pass: 'always' } } }] }, '.pass`', '`completes`'],
    ['with a kind of sink that nobody asks for', { frameworks: [{ ...wrapper, sinks: { 'run()': { data: { base: { of: 'arg', index: 0 } }, kind: 'shell' } } }] }, '.kind`', '`command`'],
  ])('are refused: a description %s', (_what, settings, ...says) => {
    for (const text of ["settings['secure-rpc']", ...says]) expect(() => lint(settings)).toThrow(text)
  })

  it('are taken when they are right', () => {
    expect(lint({ frameworks: [wrapper] }).map(({ message }) => message)).toEqual(['Calls to orders.acme.example:443 are not encrypted: anyone on the path reads and alters them. Use `connectSafely()`.'])
    expect(lint({ frameworks: [wrapper], localHosts: ['*.acme.example', '10.0.0.*', '::1'], trustedGuards: ['@acme/auth#requireUser'], trustedValidators: ['@acme/check#check'], followImports: false, edits: 'hardening' })).toEqual([])
    expect(lint(undefined)).toEqual([])
  })
})

describe('tests', () => {
  const among = (file: string, tests?: string[]) => new Linter({ cwd: path.resolve('app') })
    .verify(code, [{ plugins: { 'secure-rpc': plugin }, settings: { 'secure-rpc': { frameworks: [wrapper], ...(tests && { tests }) } }, rules: { 'secure-rpc/require-encryption': 'error' } }], { filename: path.resolve('app', file) }).length

  it.each(['orders.test.js', 'src/orders.spec.mjs', 'src/__tests__/orders.js', '.build/orders.test.mjs'])('are not looked at: %s', file => { expect(among(file)).toBe(0) })
  it.each(['orders.js', 'src/test.js', 'tests/server.js', 'src/orders.test.helpers.js', '../orders.spec/client.js'])('are not guessed: %s', file => { expect(among(file)).toBe(1) })
  it.each<[file: string, tests: string[], found: number]>([
    ['tests/server.js', ['tests/**'], 0], ['src/orders.test.js', ['tests/**'], 1], ['src/orders.test.js', [], 1], ['apps/shop/e2e/server.mjs', ['apps/*/{e2e,bench}/**'], 0],
  ])('are what the project says: %s of %j', (file, tests, found) => { expect(among(file, tests)).toBe(found) })
})

describe('options', () => {
  const optional = Object.entries(plugin.rules).filter(([, { meta }]) => (meta.schema as object[]).length > 0)

  it.each(Object.keys(plugin.rules))('of %s are refused when no such option is known', rule => {
    expect(() => lint(undefined, { [`secure-rpc/${rule}`]: ['error', { noSuchOption: true }] })).toThrow(new RegExp(`secure-rpc/${rule}[\\s\\S]*(?:noSuchOption|more than 0 items)`))
  })

  it.each(optional)('of %s are refused when they are of another type', (rule, { meta }) => {
    for (const [name, { type }] of Object.entries((meta.schema as { properties: Record<string, { type: string }> }[])[0]!.properties)) {
      const value = type === 'string' ? 7 : 'seven'
      // the words are those of ESLint, which names the rule, the value and the type
      for (const says of [rule, String(value), type]) expect(() => lint(undefined, { [`secure-rpc/${rule}`]: ['error', { [name]: value }] })).toThrow(says)
    }
  })
})
