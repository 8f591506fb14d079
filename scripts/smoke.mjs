// The plugin loads, and says the same about the example programs, on every ESLint it supports.
//
//   npm run smoke                  all of them
//   npm run smoke -- eslint-9      one, by the name it is installed under
import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import * as parser from '@typescript-eslint/parser'
import { lintFolder, plugin } from './lint-folder.mjs'

const names = process.argv.slice(2)
const examples = fileURLToPath(new URL('../examples', import.meta.url))
const told = (files) => files.flatMap(({ name, findings, failure }) => [
  ...(failure ? [`${name}: ${failure}`] : []),
  ...findings.map(({ line, column, rule, message }) => `${name}:${line}:${column} ${rule} ${message}`),
])
const expected = told(await lintFolder(examples, { preset: 'strict' }))
assert.ok(expected.length > 10, 'the examples hold mistakes')

for (const name of names.length > 0 ? names : ['eslint', 'eslint-9', 'eslint-9-22']) {
  const eslint = await import(name)
  const { defineConfig } = await import(`${name}/config`)
  assert.deepEqual(told(await lintFolder(examples, { preset: 'strict', eslint })), expected, name)

  const code = "import { Client, credentials } from '@grpc/grpc-js'\nnew Client('orders:443', credentials.createInsecure())\n"
  for (const presets of [{ extends: [plugin.configs.recommended] }, { plugins: { 'secure-rpc': plugin }, extends: ['secure-rpc/recommended'] }]) {
    const config = defineConfig({ files: ['**/*.ts'], languageOptions: { parser }, ...presets })
    const found = new eslint.Linter().verify(code, config, { filename: 'client.ts' }).map(({ ruleId }) => ruleId)
    assert.deepEqual(found, ['secure-rpc/require-encryption'], name)
  }
  console.log(`${name} ${eslint.Linter.version}: ${expected.length} findings, as expected`)
}
