// Writes tests/corpus/pending.json anew: the marks of the corpus that the built plugin does not find yet.
//
//   npm run build && node scripts/pending.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const corpus = path.join(root, 'tests/corpus')
const plugin = (await import(pathToFileURL(path.join(root, 'dist/index.js')).href)).default
const eslint = new ESLint({
  cwd: corpus, overrideConfigFile: true, ignore: false, allowInlineConfig: false,
  overrideConfig: [{ files: ['**/*.{ts,tsx,cts,mts}'], languageOptions: { parser } }, { files: ['**/*.{ts,tsx,cts,mts}'], ...plugin.configs.strict }],
})
const pending = {}
for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(name => /[\\/].*\.[cm]?tsx?$/.test(name) && !name.endsWith('.d.ts')).sort()) {
  const [result] = await eslint.lintFiles(path.join(corpus, file))
  const found = new Set(result.messages.map(message => `${message.line} ${message.ruleId?.replace('secure-rpc/', '')}`))
  const marks = readFileSync(path.join(corpus, file), 'utf8').split('\n').flatMap((line, at) => (/\/\/ ✗ ([\w-]+(?:, [\w-]+)*)/.exec(line)?.[1] ?? '').split(', ').filter(Boolean).map(rule => `${at + 1} ${rule}`))
  const missed = marks.filter(mark => !found.has(mark))
  if (missed.length > 0) pending[file.replaceAll(path.sep, '/')] = missed
}
writeFileSync(path.join(corpus, 'pending.json'), `${JSON.stringify(pending, null, 2)}\n`)
console.log(`${Object.values(pending).flat().length} marks are pending in ${Object.keys(pending).length} programs`)
