/**
 * Reads other files of the program: finds what an import names, and parses it. With a parser of its own: it is several times
 * faster than those that ESLint is given, and the same whatever a configuration, or another linter, brings along.
 */
import { readFileSync, statSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, extname, isAbsolute, join, resolve as absolute } from 'node:path'
import type * as scopes from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/types'
import type * as keys from '@typescript-eslint/visitor-keys'
import type * as oxcParser from 'oxc-parser'
import type * as oxc from 'oxc-resolver'
import { makeModule, type Host } from './modules.js'
import type { VisitorKeys } from './tree.js'
import type { Module, Reason, Resolution } from './value.js'
import { createWorkspaces } from './workspaces.js'

export interface HostOptions {
  /** Whether imports are followed at all. */
  followImports: boolean
  /** Where a file name that is not absolute begins. */
  cwd: string
}

/** Larger files are generated, and take longer to parse than what they say is worth. */
const MAX_BYTES = 512 * 1024
/** Brackets inside brackets, and operators in a row: the parser is recursive, and a stack that overflows ends the process. */
const MAX_NESTING = 400, MAX_CHAIN = 1_000
/** Parsed files kept in memory. */
const MAX_FILES = 500
/** An editor lints for days in one process: after so long the disk is looked at again. */
const RESOLVERS_FRESH_MS = 2_000

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']
const RESOLVE: oxc.NapiResolveOptions = {
  extensions: EXTENSIONS,
  conditionNames: ['import', 'node', 'default'],
  extensionAlias: {
    '.js': ['.ts', '.tsx', '.js', '.jsx'],
    '.jsx': ['.tsx', '.jsx'],
    '.mjs': ['.mts', '.mjs'],
    '.cjs': ['.cts', '.cjs'],
  },
}
const lost = (reason: Reason): Resolution => ({ kind: 'lost', reason })
/** Loaded when first needed: most files import nothing that must be followed, and a missing binary must not stop ESLint. */
const require = createRequire(import.meta.url)

/**
 * Makes what follows the imports of one linted file. Within one host each file is read once and is one module; across hosts,
 * parsed files are shared while neither they, nor parser, nor options change. Make a new one for every linted file.
 *
 * @returns a host whose `resolve` never throws. It answers `package` for Node's own modules, for what lies in
 * `node_modules`, and for a bare name that nothing resolves; `program` for a file of the program, reached by a relative
 * path, a tsconfig path, `#imports` or a workspace; otherwise why not
 */
export function createHost(options: HostOptions): Host {
  const answers = new Map<string, Resolution>()
  const host: Host = {
    adopt(module) { answers.set(module.file, { kind: 'program', module }) },
    resolve(specifier, from) {
      try {
        return find(specifier, absolute(options.cwd, from))
      } catch {
        return lost('the file cannot be read')
      }
    },
  }
  forgetOldResolvers()
  return host

  function find(specifier: string, from: string): Resolution {
    const asWritten: Resolution = { kind: 'package', name: specifier }
    if (isBuiltin(specifier)) return asWritten
    const isBare = !/^\.\.?(?:[\\/]|$)/.test(specifier) && !isAbsolute(specifier)
    if (!options.followImports) return isBare ? asWritten : lost('other files are not followed')

    const path = resolvePath(specifier, from)
    if (path === undefined) return isBare ? asWritten : lost('the file cannot be found')
    if (/[\\/]node_modules[\\/]/.test(path)) return isBare ? asWritten : lost('other files are not followed')
    // A path that leads to declarations only tells TypeScript the types of a package.
    if (/\.d\.[cm]?ts$/.test(path)) return isBare ? asWritten : lost('the file cannot be read')
    if (!EXTENSIONS.includes(extname(path))) return lost('the file cannot be read')

    let answer = answers.get(path)
    if (!answer) answers.set(path, answer = open(path))
    return answer
  }

  function open(path: string): Resolution {
    const source = parsedFile(path)
    if (typeof source === 'string') return lost(source)
    const module: Module = makeModule({ file: path, ...source, host })
    return { kind: 'program', module }
  }
}

// Resolving

let resolvers: Map<string, oxc.ResolverFactory> = new Map()
/** Paths by folder and specifier. */
let paths: Map<string, string | undefined> = new Map()
let workspaces = createWorkspaces()
let resolversSince = 0

function forgetOldResolvers(): void {
  const now = Date.now()
  if (now - resolversSince < RESOLVERS_FRESH_MS) return
  resolvers = new Map()
  paths = new Map()
  workspaces = createWorkspaces()
  resolversSince = now
}

function resolver(name: string, tsconfig: oxc.NapiResolveOptions['tsconfig']): oxc.ResolverFactory {
  let found = resolvers.get(name)
  if (!found) {
    // One cache each: resolvers that share theirs answer differently depending on who was asked first.
    const { ResolverFactory } = require('oxc-resolver') as typeof oxc
    resolvers.set(name, found = new ResolverFactory({ ...RESOLVE, tsconfig }))
  }
  return found
}

/** The absolute path that `specifier` has in the file `from`, or undefined. */
function resolvePath(specifier: string, from: string): string | undefined {
  // a tsconfig may include TypeScript and leave JavaScript of the same folder out
  const key = `${dirname(from)}\n${extname(from)}\n${specifier}`
  const known = paths.get(key)
  if (known !== undefined || paths.has(key)) return known
  const path = findPath(specifier, from)
  paths.set(key, path)
  return path
}

function findPath(specifier: string, from: string): string | undefined {
  // The resolver, like TypeScript, applies a tsconfig only to the files that it includes, JavaScript seldom among them.
  const asTypeScript = from.replace(/\.([cm]?)js(x?)$/, '.$1ts$2')
  const strict = resolver('auto', 'auto').resolveFileSync(asTypeScript, specifier).path
  if (strict !== undefined) return strict

  // Bundlers and test runners, unlike TypeScript, apply it to tests and scripts outside it too.
  const configFile = nearestConfig(dirname(from))
  const near = configFile && resolver(configFile, { configFile, references: 'auto' }).sync(dirname(from), specifier).path
  // A tsconfig that is broken, or extends what is not installed, must not hide what needs none.
  return near ?? resolver('', undefined).sync(dirname(from), specifier).path ?? inWorkspace(specifier, from)
}

/** The file of a package of the same repository that is not installed. */
function inWorkspace(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.') || isAbsolute(specifier)) return undefined
  const { folder, paths: entries } = workspaces.entriesOf(specifier, from) ?? {}
  for (const entry of entries ?? []) {
    const path = resolver('', undefined).sync(folder!, entry).path
    if (path !== undefined && EXTENSIONS.includes(extname(path)) && !/\.d\.[cm]?ts$/.test(path)) return path
  }
  return undefined
}

function nearestConfig(directory: string): string | undefined {
  for (;;) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = join(directory, name)
      if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file
    }
    const above = dirname(directory)
    if (above === directory) return undefined
    directory = above
  }
}

// Parsing

interface Parsed { text: string; ast: TSESTree.Program; scopeManager: scopes.ScopeManager; visitorKeys: VisitorKeys }
interface Kept { mtimeMs: number; size: number; result: Parsed | Reason }

/** In the order of last use, oldest first. */
const kept = new Map<string, Kept>()

/** The parsed file, from memory if it has not changed, or why there is none. */
function parsedFile(path: string): Parsed | Reason {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 'the file cannot be found'
  if (!stat.isFile() || stat.size > MAX_BYTES) return 'the file cannot be read'

  const { mtimeMs, size } = stat
  let entry = kept.get(path)
  if (entry?.mtimeMs !== mtimeMs || entry.size !== size) entry = { mtimeMs, size, result: readAndParse(path) }
  kept.delete(path)
  kept.set(path, entry)
  if (kept.size > MAX_FILES) kept.delete(kept.keys().next().value!)
  return entry.result
}

function readAndParse(path: string): Parsed | Reason {
  const bytes = readFileSync(path)
  if (bytes.includes(0)) return 'the file cannot be read' // binary, or not UTF-8
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (isTooDeep(text)) return 'the expression is too deep'

  const { parseSync } = require('oxc-parser') as typeof oxcParser
  // CommonJS files are imported from modules and the other way round
  for (const sourceType of /\.m[jt]s$/.test(path) ? ['module'] as const : /\.c[jt]s$/.test(path) ? ['commonjs', 'module'] as const : ['module', 'commonjs'] as const) {
    const { program, errors } = parseSync(path, text, { astType: 'ts', lang: languageOf(path), sourceType, range: true })
    if (errors.some(({ severity }) => severity === 'Error')) continue
    const ast = program as unknown as TSESTree.Program
    const { analyze } = require('@typescript-eslint/scope-manager') as typeof scopes
    const { visitorKeys } = require('@typescript-eslint/visitor-keys') as typeof keys
    return { text, ast, scopeManager: analyze(ast, { sourceType, lib: [], jsxPragma: null, childVisitorKeys: visitorKeys }), visitorKeys }
  }
  return 'the file does not parse'
}

/** JavaScript may hold JSX whatever its file is called. */
function languageOf(path: string): 'ts' | 'tsx' | 'jsx' {
  return path.endsWith('x') ? path.endsWith('.jsx') ? 'jsx' : 'tsx' : /ts$/.test(path) ? 'ts' : 'jsx'
}

/** Whether brackets, operators of one statement, or `else` stand so deep in each other that only a machine can have written them. */
function isTooDeep(text: string): boolean {
  let depth = 0, chain = 0
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case '(': case '[': if (++depth > MAX_NESTING) return true; break
      case '{': chain = 0; if (++depth > MAX_NESTING) return true; break
      case ')': case ']': if (depth > 0) depth--; break
      case '}': chain = 0; if (depth > 0) depth--; break
      case ';': chain = 0; break
      case '\n': if (/\w/.test(text[i + 1] ?? '')) chain = 0; break // a new statement, in code without semicolons
      case '=': if (text[i + 1] === '>' && ++chain > MAX_CHAIN) return true; break
      case '?': case '<': case '!': case '~': if (++chain > MAX_CHAIN) return true; break
    }
  }
  return (text.match(/\belse\b/g)?.length ?? 0) > MAX_CHAIN
}
