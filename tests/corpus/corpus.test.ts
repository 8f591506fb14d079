/**
 * Real programs, with marks at the ends of lines. Every finding of `strict` must be marked, without exception. Every
 * mark must be found, but for those in `pending.json`: marks that await what finds them. A pending mark that is found
 * fails too, so that the list can only shrink with the truth.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.js'

const here = path.dirname(fileURLToPath(import.meta.url))
const pending = JSON.parse(readFileSync(path.join(here, 'pending.json'), 'utf8')) as Record<string, string[]>
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll(path.sep, '/')).filter(file => file.includes('/') && /\.[cm]?tsx?$/.test(file) && !file.endsWith('.d.ts')).sort()

/** `line rule` of every mark. */
function marksOf(text: string): string[] {
  return text.split('\n').flatMap((line, at) => (/\/\/ ✗ ([\w-]+(?:, [\w-]+)*)/.exec(line)?.[1] ?? '').split(', ').filter(Boolean).map(rule => `${at + 1} ${rule}`))
}

const eslint = new ESLint({
  cwd: here, overrideConfigFile: true, ignore: false, allowInlineConfig: false,
  overrideConfig: [{ files: ['**/*.{ts,tsx,cts,mts}'], languageOptions: { parser } }, { files: ['**/*.{ts,tsx,cts,mts}'], ...plugin.configs.strict }],
})

describe.each([...new Set(files.map(file => file.split('/')[0]!))])('%s', framework => {
  it.each(files.filter(file => file.startsWith(`${framework}/`)))('%s', async file => {
    const [result] = await eslint.lintFiles(path.join(here, file))
    const found = new Set(result!.messages.map(message => `${message.line} ${message.ruleId?.replace('secure-rpc/', '') ?? message.message}`))
    const awaited = new Set(pending[file] ?? [])
    const marks = marksOf(readFileSync(path.join(here, file), 'utf8')).filter(mark => !awaited.has(mark))
    expect([...found].sort()).toEqual([...new Set(marks)].sort())
  })
})

it('awaits only marks that stand in a program', () => {
  for (const [file, marks] of Object.entries(pending)) expect(marksOf(readFileSync(path.join(here, file), 'utf8'))).toEqual(expect.arrayContaining(marks))
})
