import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import rule from '../../src/rules/require-one-door.js'
import { tester } from './tester.js'

/** Where `transport.ts` stands, which alone may make clients; `index.ts` hands on what it exports. The tester runs at the root. */
const there = fileURLToPath(new URL('../corpus/grpc-js/one-door', import.meta.url))
const folder = path.relative(path.parse(there).root, there).replaceAll(path.sep, '/')
const at = (name: string) => path.join(there, name)
const transport = `${folder}/transport.ts`
const filename = at('reports.ts')
const client = [{ doors: [{ api: '@grpc/grpc-js#Client', only: [transport] }] }]
const plaintext = [{ doors: [{ api: '@grpc/grpc-js#credentials.createInsecure', only: [transport, '**/*.dev.ts'] }] }]
const own = [{ doors: [{ api: `./${transport}#bareClient`, only: [`${folder}/index.ts`] }] }]
const beside = (api: string, ...only: string[]) => ({ messageId: 'beside', data: { api, door: only.map(one => `\`${one}\``).join(', ') } })

tester.run('require-one-door', rule, {
  invalid: [
    {
      name: 'an import, under its own name and under another',
      filename, options: client,
      code: `
import { Client, credentials } from '@grpc/grpc-js'
import { Client as Wire } from '@grpc/grpc-js'

export const orders = [new Client('orders:443', credentials.createSsl()), Wire]
`,
      errors: [
        { ...beside('Client', transport), line: 2, column: 10, endLine: 2, endColumn: 16, suggestions: undefined },
        { ...beside('Client', transport), line: 3, column: 10, endLine: 3, endColumn: 24, suggestions: undefined },
      ],
    },
    {
      name: 'a member of a whole library, however it came in',
      filename, options: plaintext,
      code: `
import * as grpc from '@grpc/grpc-js'
import all from '@grpc/grpc-js'
import assigned = require('@grpc/grpc-js')
const loaded = require('@grpc/grpc-js')
const { credentials: { createInsecure: open } } = require('@grpc/grpc-js')

export const first = grpc.credentials.createInsecure()
export const second = all.credentials.createInsecure()
export const third = [assigned.credentials['createInsecure'](), loaded.credentials.createInsecure(), open()]
export async function fourth() {
  const { credentials } = await import('@grpc/grpc-js')
  return credentials.createInsecure()
}
`,
      errors: [
        { ...beside('credentials.createInsecure', transport, '**/*.dev.ts'), line: 6, column: 24, endLine: 6, endColumn: 44, suggestions: undefined },
        { ...beside('credentials.createInsecure', transport, '**/*.dev.ts'), line: 8, column: 22, endLine: 8, endColumn: 53, suggestions: undefined },
        { ...beside('credentials.createInsecure', transport, '**/*.dev.ts'), line: 9, column: 23, endLine: 9, endColumn: 53, suggestions: undefined },
        { ...beside('credentials.createInsecure', transport, '**/*.dev.ts'), line: 10, column: 23, endLine: 10, endColumn: 61, suggestions: undefined },
        { ...beside('credentials.createInsecure', transport, '**/*.dev.ts'), line: 10, column: 65, endLine: 10, endColumn: 98, suggestions: undefined },
        { ...beside('credentials.createInsecure', transport, '**/*.dev.ts'), line: 13, column: 10, endLine: 13, endColumn: 36, suggestions: undefined },
      ],
    },
    {
      name: 'what is handed on, by its name and with everything else',
      filename, options: client,
      code: `
export { Client as Wire } from '@grpc/grpc-js'
export * from '@grpc/grpc-js'
`,
      errors: [
        { ...beside('Client', transport), line: 2, column: 10, endLine: 2, endColumn: 24, suggestions: undefined },
        { messageId: 'handed', data: { module: '@grpc/grpc-js', api: 'Client', door: `\`${transport}\`` }, line: 3, column: 1, endLine: 3, endColumn: 30, suggestions: undefined },
      ],
    },
    {
      name: 'another name that a file of the program gives it, and hands on through a third',
      filename, options: client,
      code: `
import { anyClient, clientOf } from '.'
import { bareClient } from './transport'
import * as one from './index'

export const orders = [clientOf('orders:443'), anyClient, bareClient, one.rpc.bareClient]
`,
      errors: [
        { ...beside('Client', transport), line: 2, column: 10, endLine: 2, endColumn: 19, suggestions: undefined },
        { ...beside('Client', transport), line: 3, column: 10, endLine: 3, endColumn: 20, suggestions: undefined },
        { ...beside('Client', transport), line: 6, column: 71, endLine: 6, endColumn: 89, suggestions: undefined },
      ],
    },
    {
      name: 'an export of the program itself, in a file that has nothing to do with RPC',
      filename, options: own,
      code: `
import { bareClient } from './transport.js'
import { anyClient } from './index.js'

export const names = [bareClient.name, anyClient.name]
`,
      errors: [
        { ...beside('bareClient', `${folder}/index.ts`), line: 2, column: 10, endLine: 2, endColumn: 20, suggestions: undefined },
        { ...beside('bareClient', `${folder}/index.ts`), line: 3, column: 10, endLine: 3, endColumn: 19, suggestions: undefined },
      ],
    },
    {
      name: 'a module of Node',
      filename, options: [{ doors: [{ api: 'node:http2#connect', only: [transport] }] }],
      code: `
import { connect } from 'http2'

export const orders = connect('https://orders.internal')
`,
      errors: [{ ...beside('connect', transport), line: 2, column: 10, endLine: 2, endColumn: 17, suggestions: undefined }],
    },
  ],
  valid: [
    { name: 'the door itself', filename: at('transport.ts'), options: client, code: `export { Client } from '@grpc/grpc-js'` },
    { name: 'a file that a glob lets in', filename: at('local.dev.ts'), options: plaintext, code: `import { credentials } from '@grpc/grpc-js'\nexport const open = credentials.createInsecure()` },
    { name: 'what the door exports', filename, options: client, code: `import { clientOf } from './transport'\nexport const orders = clientOf('orders:443')` },
    { name: 'a type, which is gone when the program runs', filename, options: client, code: `import type { Client } from '@grpc/grpc-js'\nimport { type Client as Wire } from '@grpc/grpc-js'\nexport type { Client } from '@grpc/grpc-js'\nexport type Both = Client | Wire` },
    { name: 'other exports, and the same name of another package', filename, options: client, code: `import { Metadata } from '@grpc/grpc-js'\nimport { Client } from 'pg'\nexport const one = [Metadata, Client]` },
    { name: 'a member of the same name elsewhere', filename, options: plaintext, code: `import { credentials } from '@grpc/grpc-js'\nimport { createInsecure } from './own.js'\nexport const one = [credentials.createSsl(), createInsecure()]` },
    { name: 'nothing that is asked for', filename, code: `import { Client } from '@grpc/grpc-js'\nexport const one = Client` },
    { name: 'a name that the program gives to require', filename, options: client, code: `export const load = (require: (name: string) => { Client: unknown }) => require('@grpc/grpc-js').Client` },
  ],
})

describe('options that cannot be meant', () => {
  const lint = (options: unknown) => () => new Linter().verify('', [{ plugins: { own: { rules: { door: rule } } }, rules: { 'own/door': ['error', options] } }] as Linter.Config[])
  it.each([
    ['an API without its module', { doors: [{ api: 'createClient', only: ['a.ts'] }] }, "`doors[0].api`: 'createClient' names no export; write 'package#export' or './file.ts#export'"],
    ['a glob that is open', { doors: [{ api: 'a#b', only: ['src/{a'] }] }, "`doors[0].only`: 'src/{a' is no glob"],
    ['a path from the root', { doors: [{ api: 'a#b', only: ['a.ts'] }, { api: 'a#c', only: ['/src/a.ts'] }] }, "`doors[1].only`: '/src/a.ts' is no glob"],
    ['no door at all', { doors: [{ api: 'a#b', only: [] }] }, 'should NOT have fewer than 1 items'],
    ['another word', { doors: [{ api: 'a#b', only: ['a.ts'], files: ['a.ts'] }] }, 'Unexpected property "files"'],
  ])('%s', (_name, options, message) => { expect(lint(options)).toThrow(message) })
})
