/** What must not change findings, and what no program can do to the rules. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import { Linter } from 'eslint'
import { afterAll, describe, expect, it } from 'vitest'
import { walk } from '../../src/analysis/tree.js'
import plugin from '../../src/index.js'
import { corpus, found, inCorpus, programs, read, strict } from '../corpus/programs.js'
import { difference, expected, lintRewritten, renamed, untyped } from './rewrite.js'

describe('findings', () => {
  it('do not hang on any name that the program chose', async () => {
    expect(difference(expected(), await lintRewritten(renamed))).toEqual([])
  })

  it('are never more without types, and hardly fewer', async () => {
    const was = expected(), gone = difference(was, await lintRewritten(untyped))
    expect(gone.filter(one => one.startsWith('+'))).toEqual([])
    expect(gone.length).toBeLessThan(Object.values(was).flat().length / 100)
  })

  it('are one for one mistake: two rules never point at the same code', async () => {
    const results = await inCorpus(corpus).lintFiles(programs)
    const places = results.flatMap(({ filePath, messages }) => messages.map(({ line, column, endLine, endColumn, ruleId }) => ({ at: `${path.relative(corpus, filePath)}:${line}:${column}-${endLine}:${endColumn}`, ruleId })))
    expect(places.filter(one => places.some(other => other.at === one.at && other.ruleId !== one.ruleId))).toEqual([])
  })

  const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
  it.runIf(existsSync(built))('are the same in oxlint, for programs of one file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'oxlint-'))
    try {
      const config = path.join(folder, 'oxlint.json')
      writeFileSync(config, JSON.stringify({ jsPlugins: [built], categories: { correctness: 'off' }, rules: plugin.configs.strict.rules }))
      const alone = programs.filter(file => !/(?:from|require\(|import\() ?['"][.@#]\.?\//.test(read(file)))
      const told = lintedByOxlint(config, alone)
      const was = Object.fromEntries(Object.entries(expected()).filter(([file]) => alone.includes(file)))
      expect(Object.values(was).flat().length).toBeGreaterThan(50)
      expect(difference(was, Object.fromEntries(alone.map(file => [file, told.filter(one => one.file === file).map(({ is }) => is)])))).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function lintedByOxlint(config: string, files: string[]): { file: string; is: string }[] {
  const oxlint = fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url))
  const { stdout } = spawnSync(process.execPath, [oxlint, '-c', config, '--format=json', ...files], { cwd: corpus, encoding: 'utf8', maxBuffer: 1e8 })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[] }
  return diagnostics.map(({ code, filename, labels }) => ({ file: filename.replaceAll(path.sep, '/'), is: `${labels[0]!.span.line} ${/\((.*)\)/.exec(code)![1]}` }))
}

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
  it.each<[string, (text: string, file: string) => string]>([
    ['without the last statement of each block', (text, file) => without(text, file, node => statementsOf(node).slice(-1).filter(({ type }) => type !== 'ExportNamedDeclaration').map(({ range }) => range))],
    ['without arguments', (text, file) => without(text, file, node => (node.type === 'CallExpression' || node.type === 'NewExpression') && node.arguments.length > 0 ? [[node.arguments[0]!.range[0], node.arguments.at(-1)!.range[1]]] : [])],
    ['without options and lists', (text, file) => without(text, file, node => node.type === 'ObjectExpression' || node.type === 'ArrayExpression' ? [[node.range[0] + 1, node.range[1] - 1]] : [])],
    ['without parameters', (text, file) => without(text, file, node => 'params' in node && Array.isArray(node.params) && node.params.length > 0 && node.type.includes('Function') && text[(node.params as TSESTree.Node[])[0]!.range[0] - 1] === '(' ? [[(node.params as TSESTree.Node[])[0]!.range[0], (node.params as TSESTree.Node[]).at(-1)!.range[1]]] : [])],
    ['when every other file breaks off', (text, file) => programs.indexOf(file) % 2 ? text.slice(0, text.length * 2 / 3) : text],
  ])('%s', async (_name, rewrite) => {
    const findings = await lintRewritten((text, file) => ({ text: rewrite(text, file) }))
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
