/** Every rule's page has its parts, and every block of code in the documentation does what its heading says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.js'

const root = new URL('../../', import.meta.url)
const read = (file: string) => existsSync(new URL(file, root)) ? readFileSync(new URL(file, root), 'utf8') : ''
const blocksOf = (page: string) => [...page.matchAll(/```ts (insecure|secure)\n([\s\S]*?)```/g)].map(([, kind, code]) => ({ kind: kind!, code: code! }))

const linter = new Linter()
const rulesIn = (code: string) => linter.verify(code, [
  { files: ['**/*.ts'], languageOptions: { parser } }, { files: ['**/*.ts'], ...plugin.configs.strict },
] as Linter.Config[], { filename: 'page.ts' }).map(({ ruleId, message }) => ruleId?.replace('secure-rpc/', '') ?? message)

/** The libraries that a rule speaks of, from the matrix. */
function librariesOf(rule: string): string[] {
  const rows = read('docs/frameworks.md').split('\n').filter(line => line.startsWith('|')).map(line => line.slice(1, -1).split('|').map(cell => cell.trim()))
  const row = rows.find(([name]) => name!.startsWith(`[${rule}]`)) ?? []
  return rows[0]!.filter((_, column) => row[column] === '●')
}

describe.each(Object.keys(plugin.rules))('%s', rule => {
  const page = read(`docs/rules/${rule}.md`)
  const parts = page.split(/^## /m).slice(1).map(part => ({ title: part.split('\n')[0]!, text: part.slice(part.indexOf('\n')).trim() }))
  const blocks = blocksOf(page)

  it('has a page with its parts', () => {
    expect(page).toContain(`# ${rule}\n`)
    expect(parts.map(({ title }) => title)).toEqual(['Why', ...parts.slice(1, -2).map(({ title }) => title), 'Limits', 'When not to use it'])
  })

  it('tells the attack in three sentences', () => {
    expect(parts[0]!.text.split(/(?<=[.?!])\s+/)).toHaveLength(3)
  })

  it('shows insecure and secure code for each library it speaks of', () => {
    const shown = parts.slice(1, -2)
    for (const { title, text } of shown) expect(blocksOf(text).map(({ kind }) => kind), title).toEqual(['insecure', 'secure'])
    expect(librariesOf(rule).filter(library => !shown.some(({ title }) => title.startsWith(library)))).toEqual([])
  })

  it('is read in two minutes by whoever uses one of the libraries', () => {
    const shown = parts.slice(1, -2), words = (text: string) => text.split(/\s+/).length
    const common = words(shown.reduce((rest, { text }) => rest.replace(text, ''), page))
    for (const { title, text } of shown) expect(common + words(text), title).toBeLessThan(350)
  })

  it.each(blocks.filter(({ kind }) => kind === 'insecure'))('reports an insecure block', ({ code }) => { expect(rulesIn(code)).toContain(rule) })
  it.each(blocks.filter(({ kind }) => kind === 'secure'))('is silent on a secure block', ({ code }) => { expect(rulesIn(code)).toEqual([]) })
})

describe.each(['README.md', 'CONTRIBUTING.md', ...readdirSync(new URL('docs', root)).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)])('%s', file => {
  const page = read(file)

  it('holds blocks that do what they say', () => {
    for (const { kind, code } of blocksOf(page)) expect(rulesIn(code).length > 0 ? 'insecure' : 'secure', code).toBe(kind)
  })

  it('has links that lead somewhere', () => {
    const links = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to]) => to!)
    expect(links.filter(to => !existsSync(new URL(to, new URL(file, root))))).toEqual([])
  })
})
