/** What makes a rule whole: its file, its page, its tests, its programs on both sides, and what it says of itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { createHost } from '../../src/analysis/host.js'
import { makeModule } from '../../src/analysis/modules.js'
import { frameworks } from '../../src/frameworks/index.js'
import plugin from '../../src/index.js'
import type { Program, Subject } from '../../src/model/program.js'
import { createDictionary } from '../../src/reader/dictionary.js'
import { readProgram } from '../../src/reader/read.js'
import { readSettings } from '../../src/settings.js'
import { corpus, inCorpus, marksOf, programs, read } from '../corpus/programs.js'

const root = new URL('../../', import.meta.url)
const names = Object.keys(plugin.rules)
const filesIn = (folder: string, ending: string) => existsSync(new URL(folder, root))
  ? readdirSync(new URL(folder, root)).filter(file => file.endsWith(ending)).map(file => file.slice(0, -ending.length)).sort() : []

/** `rule` of every mark, by program. */
const proven = new Map(programs.map(file => [file, marksOf(read(file)).map(mark => mark.split(' ')[1]!)]))
const folderOf = (file: string) => file.split('/')[0]!

it('has in the index what is in the folder, in order', () => {
  expect(names).toEqual(filesIn('src/rules', '.ts').filter(name => name !== 'index'))
})

it('has a page for every rule, and none for another', () => { expect(filesIn('docs/rules', '.md')).toEqual(names) })
it('has a test for every rule, and none for another', () => { expect(filesIn('tests/rules', '.test.ts')).toEqual(names) })

describe.each(Object.entries(plugin.rules))('%s', (name, { meta }) => {
  it('says of itself what it is', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
    const { docs } = meta
    expect(meta.type).toBe('problem')
    expect(docs.url).toMatch(new RegExp(`^https://.*/v${version.replaceAll('.', String.raw`\.`)}/docs/rules/${name}\\.md$`))
    expect(docs.description).toMatch(name.startsWith('no-') ? /^disallow \S.*[^.]$/ : name.startsWith('require-') ? /^require \S.*[^.]$/ : /^prefer \S.*[^.]$/)
    expect(docs.section).toBeOneOf(Array.from({ length: 16 }, (_, at) => at + 1))
    expect(Number.isInteger(docs.cwe) && docs.cwe > 0).toBe(true)
    expect(typeof docs.recommended).toBe('boolean')
    expect(docs.about.length).toBeGreaterThan(0)
  })

  it('describes its options', () => {
    for (const schema of meta.schema as { additionalProperties: unknown; properties: Record<string, { description: string }> }[]) {
      expect(schema.additionalProperties).toBe(false)
      for (const option of Object.values(schema.properties)) expect(option.description).toMatch(/^[A-Z`].+[^.]$/)
      expect(Object.keys((meta.defaultOptions as object[])[0]!)).toEqual(Object.keys(schema.properties))
    }
  })

  it('speaks in sentences', () => {
    for (const message of Object.values(meta.messages!)) expect(message).toMatch(/^(?:[A-Z`]|\{\{).*[^\s.]\.$/)
  })

  it('is set in the presets as its meta says', () => {
    const { recommended, strict } = plugin.configs
    expect(recommended.rules?.[`secure-rpc/${name}`]).toEqual(meta.docs.recommended ? meta.docs.inferred ? 'warn' : 'error' : undefined)
    expect(strict.rules?.[`secure-rpc/${name}`]).toEqual(meta.docs.strict ? ['error', meta.docs.strict] : 'error')
  })
})

it('sets nothing in the presets but rules that exist', () => {
  for (const preset of [plugin.configs.recommended, plugin.configs.strict]) expect(names).toEqual(expect.arrayContaining(Object.keys(preset.rules!).map(rule => rule.replace('secure-rpc/', ''))))
})

describe('programs', () => {
  const dictionary = createDictionary(frameworks), settings = readSettings(undefined)
  const facts = new Map<string, Program>()
  const factsOf = (file: string): Program => {
    const text = read(file), at = path.join(corpus, file)
    const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, { filePath: at, range: true, loc: true, sourceType: 'module' })
    const host = createHost({ followImports: true, cwd: corpus })
    const module = makeModule({ file: at, text, ast: ast as never, scopeManager: scopeManager as never, visitorKeys: visitorKeys as never, host })
    host.adopt?.(module)
    return readProgram(module, dictionary, settings)
  }
  beforeAll(() => { for (const file of programs) facts.set(file, factsOf(file)) }, 60_000)

  describe.each(Object.entries(plugin.rules))('%s', (name, { meta }) => {
    const folders = [...new Set(programs.filter(file => proven.get(file)!.includes(name)).map(folderOf))]

    it('is reported somewhere', () => { expect(folders).not.toEqual([]) })
    it.each(folders)('stays silent about something of its kind in %s', folder => {
      const silent = programs.filter(file => folderOf(file) === folder).flatMap(file => {
        const text = read(file), marked = marksOf(text).filter(mark => mark.endsWith(` ${name}`)).map(mark => Number.parseInt(mark))
        const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
        return meta.docs.about.flatMap((kind): readonly Subject[] => facts.get(file)![kind as keyof Program])
          .filter(({ at }) => at.linted && !marked.some(line => lineOf(at.range[0]) <= line && line <= lineOf(at.range[1])))
      })
      expect(silent).not.toEqual([])
    })
  })
})

describe('what is said of the programs', () => {
  const said: { rule: string; id: string; message: string; edits: { says: string; text: string }[]; where: string; place: string }[] = []
  beforeAll(async () => {
    for (const { filePath, messages } of await inCorpus(corpus).lintFiles(programs)) for (const { ruleId, messageId, message, suggestions, line, column, endLine, endColumn } of messages) {
      said.push({ rule: ruleId!.replace('secure-rpc/', ''), id: messageId!, message, edits: (suggestions ?? []).map(({ desc, fix }) => ({ says: desc, text: fix.text })), where: `${path.relative(corpus, filePath)}:${line}`, place: `${filePath}:${line}:${column}-${endLine}:${endColumn}` })
    }
  }, 60_000)

  it('is in whole sentences, with nothing left open', () => {
    expect(said.filter(({ message, edits }) => [message, ...edits.map(({ says }) => says)].some(text => !/^(?:[A-Z`]).*[^\s.]\.$/.test(text) || /\{\{|\bundefined\b|``| {2}|\. \.|\.\.| [,.;:] /.test(text)))).toEqual([])
  })

  it('is said in at most two sentences: what is so, and what to do', () => {
    expect(said.filter(({ message }) => message.replaceAll(/`[^`]*`/g, '').split(/(?<=[.?!])\s/).length > 2).map(({ message }) => message)).toEqual([])
  })

  it('is one finding for one mistake: two rules never point at the same code', () => {
    expect(said.filter(one => said.some(other => other.place === one.place && other.rule !== one.rule))).toEqual([])
  })

  // what no program says, the rule's own test does; what neither says is dead
  const testOf = (rule: string) => { const file = new URL(`tests/rules/${rule}.test.ts`, root); return existsSync(file) ? readFileSync(file, 'utf8') : '' }

  it('says each message of each rule', () => {
    const all = Object.entries(plugin.rules).flatMap(([rule, { meta }]) => Object.keys(meta.messages!).filter(id => id !== 'edit' && !id.endsWith(' elsewhere')).map(id => ({ rule, id })))
    expect(all.filter(one => !said.some(({ rule, id }) => rule === one.rule && id === one.id) && !testOf(one.rule).includes(`messageId: '${one.id}'`))).toEqual([])
  })

  it('offers an edit for each rule that promises edits', () => {
    const promising = Object.entries(plugin.rules).filter(([, { meta }]) => meta.hasSuggestions).map(([rule]) => rule)
    expect(promising.filter(rule => !said.some(one => one.rule === rule && one.edits.length > 0) && !testOf(rule).includes('suggestions: ['))).toEqual([])
  })
})
