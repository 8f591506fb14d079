// Lints real programs, shows what is found, applies the safe edits to a copy and shows what is left.
//
//   npm run demo            the programs in examples/
//   npm run demo -- DIR     any folder
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import plugin from '../dist/index.js'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const target = path.resolve(process.argv[2] ?? path.join(root, 'examples'))
if (!existsSync(target) || !statSync(target).isDirectory()) {
  console.error(`demo: ${target} is no folder; give one that holds TypeScript or JavaScript`)
  process.exit(2)
}
const colour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code, text) => colour ? `\u001b[${code}m${text}\u001b[0m` : text
const files = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}']
const sectionOf = rule => plugin.rules[rule.replace('secure-rpc/', '')]?.meta.docs.section

async function lint(folder, { fix }) {
  const eslint = new ESLint({
    cwd: folder, overrideConfigFile: true, fix, errorOnUnmatchedPattern: false,
    overrideConfig: [
      { ignores: ['**/node_modules/**', '**/dist/**', '**/*.d.ts'] },
      { files, languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, settings: fix ? { 'secure-rpc': { edits: 'hardening' } } : {} },
      { files, ...plugin.configs.recommended },
    ],
  })
  const results = await eslint.lintFiles(files)
  if (fix) await ESLint.outputFixes(results)
  return results
}

/** The line of a finding with a squiggle under its range. */
function frame(source, { line, column, endLine, endColumn }) {
  const text = source.split('\n')[line - 1] ?? ''
  const end = endLine === line ? endColumn : text.length + 1
  const number = String(line).padStart(5)
  return `${paint(2, `${number} |`)} ${text}\n      ${paint(2, '|')} ${' '.repeat(column - 1)}${paint(31, '~'.repeat(Math.max(1, end - column)))}`
}

function show(results, folder) {
  const sections = new Map()
  const broken = []
  for (const { filePath, messages, source } of results) {
    const file = path.relative(folder, filePath)
    const text = source ?? readFileSync(filePath, 'utf8')
    for (const message of messages) {
      if (!message.ruleId) { broken.push(`${file}: ${message.message}`); continue }
      const section = sectionOf(message.ruleId)
      sections.set(section, (sections.get(section) ?? 0) + 1)
      console.log(`\n${paint(1, `${file}:${message.line}:${message.column}`)}  ${paint(36, message.ruleId)}  §${section}\n${frame(text, message)}\n        ${message.message}`)
    }
  }
  for (const one of broken) console.log(`\n${paint(33, 'not read')}  ${one}`)
  return { sections, broken }
}

const before = await lint(target, { fix: false })
console.log(paint(1, `What ${before.length} files show`))
const { sections, broken } = show(before, target)

const copy = mkdtempSync(path.join(tmpdir(), 'secure-rpc-demo-'))
try {
  cpSync(target, copy, { recursive: true, filter: file => !/[\\/](node_modules|\.git|dist)$/.test(file) })
  await lint(copy, { fix: true })
  const after = await lint(copy, { fix: false })
  let changed = 0
  console.log(`\n${paint(1, 'What the safe edits change, in a copy')}`)
  for (const { filePath } of before) {
    const file = path.relative(target, filePath)
    const old = readFileSync(filePath, 'utf8').split('\n'), now = readFileSync(path.join(copy, file), 'utf8').split('\n')
    old.forEach((line, at) => {
      if (line === now[at] || old.length !== now.length) return
      changed++
      console.log(`\n${file}:${at + 1}\n${paint(31, `  - ${line.trim()}`)}\n${paint(32, `  + ${now[at].trim()}`)}`)
    })
  }
  if (changed === 0) console.log('\nNone: everything found here wants a decision.')
  const left = after.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId).length
  console.log(`\n${paint(1, 'By section of the guide')}\n`)
  for (const [section, count] of [...sections].sort((a, b) => a[0] - b[0])) console.log(`  §${String(section).padEnd(3)} ${String(count).padStart(4)}`)
  console.log(`\n${[...sections.values()].reduce((sum, count) => sum + count, 0)} findings, ${left} left after the edits${broken.length > 0 ? `, ${broken.length} files not read` : ''}.`)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
