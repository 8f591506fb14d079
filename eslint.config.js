import { existsSync } from 'node:fs'
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import tseslint from 'typescript-eslint'

const built = new URL('./dist/index.js', import.meta.url)
const ourselves = existsSync(built) ? (await import(built.href)).default.configs.recommended : []

export default defineConfig([
  globalIgnores(['dist/', 'coverage/', 'tests/corpus/']),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    languageOptions: { globals: { console: 'readonly', process: 'readonly', performance: 'readonly', URL: 'readonly' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    name: 'our own rules',
    files: ['src/rule.ts', 'src/rules/**/*.ts', 'tests/rules/**/*.ts'],
    extends: [eslintPlugin.configs.all],
  },
  {
    name: 'eat our own food',
    files: ['src/**', 'scripts/**', 'tests/**'],
    extends: [ourselves],
  },
])
