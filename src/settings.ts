/** `settings['secure-rpc']`: what the project tells the plugin, checked before it is believed. */
import picomatch from 'picomatch'
import type { Framework } from './frameworks/describe.js'
import { readDescription } from './reader/description.js'

export interface ProjectSettings {
  /** Hosts that count as this machine or as protected on the way (a mesh that encrypts); `*` stands for any characters. */
  readonly localHosts: readonly string[]
  /** Guards of packages that are known to refuse, as `package#export`. */
  readonly trustedGuards: readonly string[]
  /** Validators of packages that throw on bad input, as `package#export`. */
  readonly trustedValidators: readonly string[]
  /** Descriptions of the project's own wrappers, in the words of ours. */
  readonly frameworks: readonly Framework[]
  /** Whether files that are imported are read too. */
  readonly followImports: boolean
  /** Globs, from where ESLint runs, of files that are no part of the program: what tests serve and call harms nobody. */
  readonly tests: readonly string[]
  /** `hardening`: a single unambiguous suggestion that only strengthens is applied as a fix. */
  readonly edits: 'suggest' | 'hardening'
}

/** The tests are what vitest and Jest take for tests, unless they are told otherwise. */
const defaults: ProjectSettings = { localHosts: [], trustedGuards: [], trustedValidators: [], frameworks: [], followImports: true, tests: ['**/*.{test,spec}.?(c|m)[jt]s?(x)', '**/__tests__/**'], edits: 'suggest' }
const seen = new WeakMap<object, ProjectSettings>()

/**
 * The project's settings.
 * @throws Error that names the key and what is allowed, for anything that cannot be meant
 */
export function readSettings(raw: unknown): ProjectSettings {
  if (raw === undefined) return defaults
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw wrong('must be an object')
  const known = seen.get(raw)
  if (known) return known
  for (const [key, value] of Object.entries(raw)) check(key, value)
  const given = raw as Partial<ProjectSettings>
  const settings: ProjectSettings = { ...defaults, ...given, frameworks: (given.frameworks ?? []).map(described) }
  seen.set(raw, settings)
  return settings
}

function check(key: string, value: unknown): void {
  switch (key) {
    case 'localHosts':
      if (!texts(value)) throw wrong(`\`${key}\` must be a list of strings, such as ['*.svc.cluster.local']`)
      for (const one of value as string[]) if (!isHost(one)) throw wrong(`\`${key}\`: '${one}' is no host; write its name or address alone, without scheme, port or path, with \`*\` for any characters, such as '*.svc.cluster.local'`)
      return
    case 'trustedGuards': case 'trustedValidators':
      if (!texts(value)) throw wrong(`\`${key}\` must be a list of strings`)
      for (const one of value as string[]) if (!/^[^#]+#[\w$.]+$/.test(one)) throw wrong(`\`${key}\`: '${one}' names no module; write 'package#export'`)
      return
    case 'frameworks':
      if (!Array.isArray(value)) throw wrong('`frameworks` must be a list of descriptions')
      return
    case 'followImports':
      if (typeof value !== 'boolean') throw wrong('`followImports` must be true or false')
      return
    case 'tests':
      if (!texts(value)) throw wrong("`tests` must be a list of globs, such as ['**/*.test.ts']")
      for (const one of value as string[]) if (!isGlob(one)) throw wrong(`\`tests\`: '${one}' is no glob; write a path from where ESLint runs, with slashes, \`*\`, \`**\`, \`?\`, \`{a,b}\` and closed brackets, such as 'tests/**/*.ts'`)
      return
    case 'edits':
      if (value !== 'suggest' && value !== 'hardening') throw wrong("`edits` must be 'suggest' or 'hardening'")
      return
    default:
      throw wrong(`there is no \`${key}\`; allowed are ${Object.keys(defaults).map(name => `\`${name}\``).join(', ')}`)
  }
}

function described(one: unknown, index: number): Framework {
  try { return readDescription(one, `frameworks[${index}]`) } catch (error) { throw wrong((error as Error).message) }
}

/** A name or an IPv4 address, or an IPv6 address without its brackets. */
const isHost = (text: string): boolean => /^[\w*.-]+$/.test(text) || (/^[\da-f:*.]+$/i.test(text) && text.split(':').length > 2)

/** What the project trusts, in the words of a description; a guard may be given as well as called. */
export function trusted({ trustedGuards, trustedValidators }: ProjectSettings): Framework[] {
  const described = (name: string, words: (pattern: string) => Partial<Framework>): Framework => {
    const [module, pattern] = name.split('#') as [string, string]
    return { module, tested: 'any', docs: '', ...words(pattern) }
  }
  return [
    ...trustedGuards.map(name => described(name, pattern => ({ trusted: [pattern, `${pattern}()`] }))),
    ...trustedValidators.map(name => described(name, pattern => ({ verifiers: [`${pattern}()`] }))),
  ]
}

/** Whether everything that the pattern opens is closed, and it begins neither at the root nor above the project. */
export function isGlob(text: string): boolean {
  if (/^(?:[/!]|\.\.?\/|[a-z]:)|\\/i.test(text)) return false
  try { picomatch(text, { strictBrackets: true }); return true } catch { return false }
}

const matchers = new WeakMap<readonly string[], (file: string) => boolean>()

/** Whether a file, given by its path from where ESLint runs, fits one of these globs. */
export function fits(file: string, globs: readonly string[]): boolean {
  let matches = matchers.get(globs)
  if (!matches) matchers.set(globs, matches = picomatch([...globs], { dot: true }))
  return matches(file)
}

const texts = (value: unknown): boolean => Array.isArray(value) && value.every(one => typeof one === 'string' && one !== '')
const wrong = (what: string): Error => new Error(`settings['secure-rpc']: ${what}.`)
