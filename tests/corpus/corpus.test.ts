/** Real programs, with marks at the ends of lines: every finding of `strict` is marked, and every mark is a finding. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.js'
import { programs } from './programs.js'

const here = path.dirname(fileURLToPath(import.meta.url))

export function marksOf(text: string): string[] {
  return text.split('\n').flatMap((line, at) => (/\/\/ ✗ ([\w-]+(?:, [\w-]+)*)/.exec(line)?.[1] ?? '').split(', ').filter(Boolean).map(rule => `${at + 1} ${rule}`)).sort()
}

const eslint = new ESLint({
  cwd: here, overrideConfigFile: true, ignore: false, allowInlineConfig: false,
  overrideConfig: [{ files: ['**/*.{ts,tsx,cts,mts,js}'], languageOptions: { parser }, ...plugin.configs.strict }],
})

describe.each(Object.keys(programs))('%s', framework => {
  it.each(programs[framework]!)('%s', async file => {
    const [result] = await eslint.lintFiles(path.join(here, file))
    const found = result!.messages.map(message => message.ruleId ? `${message.line} ${message.ruleId.replace('secure-rpc/', '')}` : `${message.line} ${message.message}`).sort()
    expect([...new Set(found)]).toEqual(marksOf(readFileSync(path.join(here, file), 'utf8')))
  })
})
