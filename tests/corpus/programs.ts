/** The programs of the corpus, the marks in them, and how they are linted. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'
import plugin from '../../src/index.js'

export const corpus = path.dirname(fileURLToPath(import.meta.url))
export const read = (file: string) => readFileSync(path.join(corpus, file), 'utf8')

/** Paths under the corpus, with slashes. */
export const programs = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll(path.sep, '/')).filter(file => file.includes('/') && /\.[cm]?tsx?$/.test(file) && !file.endsWith('.d.ts')).sort()

/** `line rule` of every mark. */
export function marksOf(text: string): string[] {
  return text.split('\n').flatMap((line, at) => (/\/\/ ✗ ([\w-]+(?:, [\w-]+)*)/.exec(line)?.[1] ?? '').split(', ').filter(Boolean).map(rule => `${at + 1} ${rule}`))
}

const files = ['**/*.{ts,tsx,cts,mts,js,jsx,cjs,mjs}']
/** What a project tells a rule that seeks nothing by itself. */
const told: Linter.Config = { files: ['**/one-door/*'], rules: { 'secure-rpc/require-one-door': ['error', { doors: [{ api: '@grpc/grpc-js#Client', only: ['**/one-door/transport.*'] }] }] } }
/** `strict`, over whatever else a test asks for. */
export const strict = (more: Linter.Config = {}): Linter.Config[] => [{ files, languageOptions: { parser } }, { files, ...plugin.configs.strict }, told, { files, ...more }]

export const inCorpus = (cwd: string, more?: Linter.Config) => new ESLint({ cwd, overrideConfigFile: true, ignore: false, allowInlineConfig: false, overrideConfig: strict(more) })
/** `line rule` of a finding; the message of one that no rule made. */
export const found = ({ line, ruleId, message }: Linter.LintMessage) => `${line} ${ruleId?.replace('secure-rpc/', '') ?? message}`
