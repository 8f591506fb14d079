import { createRequire } from 'node:module'
import type { ESLint, Linter } from 'eslint'
import { makeConfigs } from './configs.js'
import type { SecureRpcRule } from './rule.js'
import { rules } from './rules/index.js'

const { name, version } = createRequire(import.meta.url)('../package.json') as { name: string; version: string }

const plugin = {
  meta: { name, version, namespace: 'secure-rpc' },
  rules,
  configs: makeConfigs(() => plugin),
} satisfies ESLint.Plugin as ESLint.Plugin & { rules: Record<string, SecureRpcRule>; configs: Record<'recommended' | 'strict', Linter.Config> }

export default plugin
