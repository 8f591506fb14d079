/** `recommended` and `strict`, computed from the rules' own meta. */
import type { ESLint, Linter } from 'eslint'
import type { SecureRpcRule } from './rule.js'
import { rules } from './rules/index.js'

/**
 * @param plugin asked for when a config is read, for the plugin holds its configs and they hold it
 * @returns the two presets as flat configs
 */
export function makeConfigs(plugin: () => ESLint.Plugin): Record<'recommended' | 'strict', Linter.Config> {
  const preset = (name: string, level: (docs: SecureRpcRule['meta']['docs']) => Linter.RuleEntry | undefined): Linter.Config => ({
    name: `secure-rpc/${name}`,
    plugins: { get 'secure-rpc'() { return plugin() } },
    rules: Object.fromEntries(Object.entries(rules).flatMap(([rule, { meta }]) => {
      const severity = level(meta.docs)
      return severity ? [[`secure-rpc/${rule}`, severity]] : []
    })),
  })
  return {
    recommended: preset('recommended', ({ recommended, inferred }) => recommended ? inferred ? 'warn' : 'error' : undefined),
    strict: preset('strict', ({ strict }) => strict ? ['error', strict] : 'error'),
  }
}
