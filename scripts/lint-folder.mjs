/** Lints every file of a folder on its own, so that no file and no failure is lost. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import * as newest from 'eslint'

export const { default: plugin } = await import(new URL('../dist/index.js', import.meta.url).href)

const files = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}']
const wanted = /(?<!\.d)\.[cm]?[jt]sx?$/
const skipped = /^(node_modules|dist|build|coverage|\..*)$/

/**
 * @param folder where to look
 * @param preset `recommended` or `strict`
 * @param edits `hardening` applies the edits, as fix on save would; the result is in `output`
 * @param eslint the version of ESLint to use
 * @returns one entry per file: its findings, or why it could not be checked
 */
export async function lintFolder(folder, { preset = 'recommended', edits = 'suggest', eslint = newest } = {}) {
  const linter = new eslint.ESLint({
    cwd: path.resolve(folder),
    overrideConfigFile: true,
    fix: edits === 'hardening',
    overrideConfig: [
      { files, languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } }, settings: { 'secure-rpc': { edits } } },
      { files, ...plugin.configs[preset] },
    ],
  })
  const results = []
  for (const name of sources(folder)) {
    const filePath = path.resolve(folder, name)
    const source = readFileSync(filePath, 'utf8')
    results.push({ name, source, ...(await lintOne(linter, source, filePath)) })
  }
  return results
}

async function lintOne(linter, source, filePath) {
  try {
    const [{ messages, output }] = await linter.lintText(source, { filePath })
    const fatal = messages.find((message) => message.fatal)
    const findings = messages
      .filter(({ ruleId }) => ruleId?.startsWith('secure-rpc/'))
      .map((message) => ({ ...message, rule: message.ruleId.slice('secure-rpc/'.length) }))
    return { findings, output, ...(fatal && { failure: `line ${fatal.line}, ${fatal.message}` }) }
  } catch (error) {
    return { findings: [], failure: String(error).split('\n')[0] }
  }
}

function* sources(folder, under = '') {
  const entries = readdirSync(path.join(folder, under), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.join(under, entry.name)
    if (entry.isDirectory() && !skipped.test(entry.name)) yield* sources(folder, name)
    else if (entry.isFile() && wanted.test(entry.name)) yield name
  }
}
