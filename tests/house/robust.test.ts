/** No program, however odd or broken, makes a rule throw or hang. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import { Linter } from 'eslint'
import { afterAll, describe, expect, it } from 'vitest'
import { walk } from '../../src/analysis/tree.js'
import plugin from '../../src/index.js'
import { corpus, found, programs, strict } from '../corpus/programs.js'
import { lintRewritten } from './rewrite.js'

/** A program without the parts at which a test points. */
function without(text: string, file: string, ranges: (node: TSESTree.Node) => readonly (readonly [number, number])[]): string {
  const gone: (readonly [number, number])[] = []
  const { ast, visitorKeys } = parser.parseForESLint(text, { filePath: path.join(corpus, file), range: true })
  walk(ast as TSESTree.Program, visitorKeys as Record<string, string[]>, node => { gone.push(...ranges(node)) })
  let result = '', at = 0
  for (const [start, end] of gone.sort(([a], [b]) => a - b)) {
    if (start < at) continue
    result += text.slice(at, start)
    at = end
  }
  return result + text.slice(at)
}

describe('rules never throw', () => {
  const statementsOf = (node: TSESTree.Node): TSESTree.Node[] => 'body' in node && Array.isArray(node.body) && (node.type === 'Program' || node.type === 'BlockStatement') ? node.body : []
  const params = (node: TSESTree.Node): TSESTree.Node[] => 'params' in node && Array.isArray(node.params) && node.type.includes('Function') ? node.params : []
  /** From the first of a list to the last. */
  const whole = (list: TSESTree.Node[]): [number, number][] => list.length > 0 ? [[list[0]!.range[0], list.at(-1)!.range[1]]] : []
  const breaks: ((text: string, file: string) => string)[] = [
    (text, file) => without(text, file, node => statementsOf(node).slice(-1).map(({ range }) => range)),
    (text, file) => without(text, file, node => node.type === 'CallExpression' || node.type === 'NewExpression' ? whole(node.arguments) : []),
    (text, file) => without(text, file, node => node.type === 'ObjectExpression' || node.type === 'ArrayExpression' ? [[node.range[0] + 1, node.range[1] - 1]] : []),
    (text, file) => without(text, file, node => whole(params(node).filter(({ range }) => text[range[0] - 1] !== '.' && '(,'.includes(text.slice(0, range[0]).trimEnd().at(-1)!)))),
    text => text.slice(0, text.length * 2 / 3),
  ]
  it.each([0, 2])('on programs that lost statements, arguments, options, parameters or their end, one way or another (%i)', async turn => {
    const findings = await lintRewritten((text, file) => ({ text: breaks[(programs.indexOf(file) + turn) % breaks.length]!(text, file) }))
    expect(Object.keys(findings)).toHaveLength(programs.length)
  })

  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'odd-')))
  afterAll(() => { rmSync(folder, { recursive: true }) })
  const client = "import { Client, credentials } from '@grpc/grpc-js'\n"
  const mistake = "new Client('orders:443', credentials.createInsecure())\n"
  const lint = (text: string, name = 'odd.ts') => new Linter({ cwd: folder }).verify(text, strict(), { filename: path.join(folder, name) })
  const put = (name: string, content: string | Buffer) => { writeFileSync(path.join(folder, name), content) }

  it.each([
    ['nothing', '', []],
    ['spaces', ' \n\t\n', []],
    ['comments only', '// @grpc/grpc-js\n/* Server */', []],
    ['a hashbang', `#!/usr/bin/env node\n${client}${mistake}`, ['3 require-encryption']],
    ['a byte order mark', `\uFEFF${client}${mistake}`, ['2 require-encryption']],
    ['Windows line ends', (client + mistake).replaceAll('\n', '\r\n'), ['2 require-encryption']],
    ['line separators in texts', `${client}export const odd = '\u2028\u2029\\u{1F600}'\n${mistake}`, ['5 require-encryption']],
    ['names of Object.prototype', `${client}export const constructor = { __proto__: null, toString: 1 }\nexport const { hasOwnProperty, valueOf } = constructor\n${mistake}`, ['4 require-encryption']],
    ['missing modules', `${client}import { a } from './nowhere.js'\nimport b from '#nothing'\nnew Client(a, b)\n${mistake}`, ['5 require-encryption']],
    ['itself', `${client}import { own } from './odd.js'\nexport const own2 = own\nexport { own2 as own }\nnew Client('orders:443', own)\n`, []],
  ])('on %s', (_name, text, findings) => { expect(lint(text).map(found)).toEqual(findings) })

  it('on 20,000 lines', () => {
    const lines = Array.from({ length: 20_000 }, (_one, at) => `  k${at}: { id: ${at}, options: { address: 'orders:443', credentials: credentials.createSsl() } },`)
    // by the parser that ESLint has, which takes a fraction of the time
    const messages = new Linter().verify([client, 'export const table = {', ...lines, '}', mistake].join('\n'), [plugin.configs.strict])
    expect(messages.map(found)).toEqual(['20005 require-encryption'])
  })

  it('on files that import each other', () => {
    put('left.ts', `${client}import { right } from './right.js'\nexport const left = right\n`)
    put('right.ts', "import { left } from './left.js'\nexport const right = left\nexport * from './left.js'\nexport * from './right.js'\n")
    expect(lint(`${client}import { left } from './left.js'\nimport { right } from './right.js'\nnew Client('orders:443', left)\nnew Client('orders:443', right)\n${mistake}`).map(found)).toEqual(['6 require-encryption'])
    expect(lint(readFileSync(path.join(folder, 'left.ts'), 'utf8'), 'left.ts')).toEqual([])
  })

  it('on bytes that are no text', () => {
    const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * 7_919) % 256))
    put('bytes.ts', bytes)
    expect(lint(`${client}import { channel } from './bytes.js'\nnew Client('orders:443', channel)\n${mistake}`).map(found)).toEqual(['4 require-encryption'])
    expect(lint(bytes.toString('latin1')).every(({ fatal }) => fatal)).toBe(true)
    expect(lint(client + bytes.toString('utf8')).every(({ fatal }) => fatal)).toBe(true)
  })
})
