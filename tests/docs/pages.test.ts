/** Every rule's page has its parts, and every block of code does what its heading says. */
import { existsSync, readFileSync } from 'node:fs'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.js'

const linter = new Linter()
const pageOf = (rule: string) => new URL(`../../docs/rules/${rule}.md`, import.meta.url)
const rulesIn = (code: string) => linter.verify(code, [
  { files: ['**/*.ts'], languageOptions: { parser } }, { files: ['**/*.ts'], ...plugin.configs.strict },
] as Linter.Config[], { filename: 'page.ts' }).map(({ ruleId, message }) => ruleId?.replace('secure-rpc/', '') ?? message)

describe.each(Object.keys(plugin.rules))('%s', rule => {
  const page = existsSync(pageOf(rule)) ? readFileSync(pageOf(rule), 'utf8') : ''
  const blocks = [...page.matchAll(/```ts (insecure|secure)\n([\s\S]*?)```/g)].map(([, kind, code]) => ({ kind: kind!, code: code! }))

  it('has a page with its parts', () => {
    expect(page.match(/^#+ .*$/gm)).toEqual(expect.arrayContaining([`# ${rule}`, '## Why', '## Limits', '## When not to use it']))
    expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['insecure', 'secure']))
  })

  it.each(blocks.filter(({ kind }) => kind === 'insecure'))('reports an insecure block', ({ code }) => { expect(rulesIn(code)).toContain(rule) })
  it.each(blocks.filter(({ kind }) => kind === 'secure'))('is silent on a secure block', ({ code }) => { expect(rulesIn(code)).toEqual([]) })
})
