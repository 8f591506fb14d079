// The plugin loads, and says the same, on the oldest and newest ESLint it supports.
import assert from 'node:assert/strict'
import * as parser from '@typescript-eslint/parser'
import plugin from '../dist/index.js'

const code = `import { Client, credentials } from '@grpc/grpc-js'
export const client = new Client('orders.internal:50051', credentials.createInsecure())
`
for (const name of ['eslint', 'eslint-9', 'eslint-9-22']) {
  const { Linter } = await import(name)
  const { defineConfig } = await import(`${name}/config`)
  const asObject = defineConfig({ files: ['**/*.ts'], languageOptions: { parser }, extends: [plugin.configs.recommended] })
  const asText = defineConfig({ files: ['**/*.ts'], languageOptions: { parser }, plugins: { 'secure-rpc': plugin }, extends: ['secure-rpc/recommended'] })
  for (const config of [asObject, asText]) {
    const found = new Linter().verify(code, config, { filename: 'client.ts' }).map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)
    assert.deepEqual(found, ['secure-rpc/require-encryption 2:59'], name)
  }
  console.log(`${name} ${Linter.version}: ok`)
}
