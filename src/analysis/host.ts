/** Reads other files of the program: finds what an import names, and parses it with the parser that ESLint was given. */
import { readFileSync, statSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, extname, isAbsolute, join, resolve as absolute } from 'node:path'
import type { TSESTree } from '@typescript-eslint/types'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type * as oxc from 'oxc-resolver'
import { makeModule, type Host } from './modules.js'
import { childKeys, type VisitorKeys } from './tree.js'
import type { Module, Reason, Resolution } from './value.js'

export interface HostOptions {
  /** ESLint's `languageOptions.parser`. */
  parser: unknown
  /** ESLint's `languageOptions.parserOptions`; what would load a TypeScript program is not passed on. */
  parserOptions?: object
  /** Of ESLint's `languageOptions`, what the parser is told besides. */
  languageOptions?: { ecmaVersion?: unknown; sourceType?: unknown }
  /** Whether imports are followed at all. */
  followImports: boolean
  /** Where a file name that is not absolute begins. */
  cwd: string
}

/** Larger files are generated, and take longer to parse than what they say is worth. */
const MAX_BYTES = 512 * 1024
/** Parsed files kept in memory, all parsers together. */
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
/** Parser options that load a TypeScript program, which takes seconds and which nobody here asks. */
const PROGRAM_OPTIONS = ['project', 'projectService', 'program', 'programs', 'EXPERIMENTAL_useProjectService']

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
    if (!options.followImports || !canParse(options.parser)) return isBare ? asWritten : lost('other files are not followed')

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
    const source = parsedFile(path, options)
    if (typeof source === 'string') return lost(source)
    const module: Module = makeModule({ file: path, ...source, host })
    return { kind: 'program', module }
  }
}

// Resolving

let resolvers: Map<string, oxc.ResolverFactory> = new Map()
/** Paths by folder and specifier. */
let paths: Map<string, string | undefined> = new Map()
let resolversSince = 0

function forgetOldResolvers(): void {
  const now = Date.now()
  if (now - resolversSince < RESOLVERS_FRESH_MS) return
  resolvers = new Map()
  paths = new Map()
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
  return near ?? resolver('', undefined).sync(dirname(from), specifier).path
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

interface Parser {
  parseForESLint?(text: string, options: object): { ast: TSESTree.Program; scopeManager?: ScopeManager | null; visitorKeys?: VisitorKeys }
  parse?(text: string, options: object): TSESTree.Program
  /** Of espree. */
  VisitorKeys?: VisitorKeys
}

interface Parsed { text: string; ast: TSESTree.Program; scopeManager: ScopeManager; visitorKeys: VisitorKeys | undefined }
interface Kept { mtimeMs: number; size: number; result: Parsed | Reason }

/** In the order of last use, oldest first. */
const kept = new Map<string, Kept>()

/** The parsed file, from memory if it has not changed, or why there is none. */
function parsedFile(path: string, options: HostOptions): Parsed | Reason {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 'the file cannot be found'
  if (!stat.isFile() || stat.size > MAX_BYTES) return 'the file cannot be read'

  const { mtimeMs, size } = stat
  const key = `${settingsKey(options)} ${path}`
  let entry = kept.get(key)
  if (entry?.mtimeMs !== mtimeMs || entry.size !== size) entry = { mtimeMs, size, result: readAndParse(path, options) }
  kept.delete(key)
  kept.set(key, entry)
  if (kept.size > MAX_FILES) kept.delete(kept.keys().next().value!)
  return entry.result
}

const numbers = new WeakMap<object, number>()
let lastNumber = 0

/** The same text for the same parser with the same options. */
function settingsKey({ parser, parserOptions = {}, languageOptions = {} }: HostOptions): string {
  const number = (object: object) => {
    let known = numbers.get(object)
    if (known === undefined) numbers.set(object, known = ++lastNumber)
    return known
  }
  const plain = Object.keys(parserOptions).length === 0 ? 0 : number(parserOptions)
  return `${number(parser as object)} ${plain} ${String(languageOptions.ecmaVersion)} ${String(languageOptions.sourceType)}`
}

function readAndParse(path: string, options: HostOptions): Parsed | Reason {
  const bytes = readFileSync(path)
  if (bytes.includes(0)) return 'the file cannot be read' // binary, or not UTF-8
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')

  // CommonJS files are imported from modules and the other way round, with one configuration for all.
  for (const sourceType of sourceTypes(path, options)) {
    try {
      return parseAs(sourceType, text, path, options)
    } catch { /* the next one, if any */ }
  }
  try {
    parseAs('module', '', path, options)
    return 'the file does not parse'
  } catch {
    // It parses nothing at all, as in oxlint, whose parser is there for its looks.
    return 'other files are not followed'
  }
}

function sourceTypes(path: string, { parserOptions, languageOptions }: HostOptions): string[] {
  if (/\.m[jt]s$/.test(path)) return ['module']
  if (/\.c[jt]s$/.test(path)) return ['commonjs', 'module']
  const given = (parserOptions as { sourceType?: unknown } | undefined)?.sourceType ?? languageOptions?.sourceType ?? 'module'
  return given === 'module' ? ['module', 'commonjs'] : [String(given), 'module']
}

function canParse(parser: unknown): parser is Parser {
  return typeof parser === 'object' && parser !== null
    && (typeof (parser as Parser).parseForESLint === 'function' || typeof (parser as Parser).parse === 'function')
}

/** @throws whatever the parser throws, or when what it returns is no program */
function parseAs(sourceType: string, text: string, path: string, options: HostOptions): Parsed {
  const parser = options.parser as Parser
  const ecmaVersion = options.languageOptions?.ecmaVersion ?? 'latest'
  const given: Record<string, unknown> = { ecmaVersion, ...options.parserOptions }
  for (const name of PROGRAM_OPTIONS) delete given[name]
  const features = given.ecmaFeatures as Record<string, unknown> | undefined
  const parserOptions = {
    ...given,
    sourceType,
    ecmaFeatures: {
      ...features,
      ...(/\.[jt]sx$/.test(path) && { jsx: true }),
      ...(sourceType === 'module' && { globalReturn: false }), // espree refuses the two together, as ESLint knows
    },
    filePath: path,
    loc: true,
    range: true,
    tokens: false,
    comment: false,
    jsDocParsingMode: 'none',
    eslintVisitorKeys: true,
    eslintScopeManager: true,
  }

  const code = text.replace(/^#!/, '//')
  const result = typeof parser.parseForESLint === 'function'
    ? parser.parseForESLint(code, parserOptions)
    : { ast: parser.parse!(code, parserOptions) }
  const { ast, scopeManager } = result
  if (ast?.type !== 'Program' || !Array.isArray(ast.body)) throw new TypeError('no program')

  const visitorKeys = result.visitorKeys ?? parser.VisitorKeys
  const scopes = Array.isArray(scopeManager?.scopes) ? scopeManager : analyze(ast, sourceType, ecmaVersion, visitorKeys)
  // @typescript-eslint/parser makes them whatever it is told; they are most of the memory that a tree takes.
  ast.tokens = []
  ast.comments = []
  return { text, ast, scopeManager: scopes, visitorKeys }
}

function analyze(ast: TSESTree.Program, sourceType: string, ecmaVersion: unknown, visitorKeys: VisitorKeys | undefined): ScopeManager {
  const eslintScope = require('eslint-scope') as { analyze(ast: object, options: object): unknown }
  return eslintScope.analyze(ast, {
    sourceType,
    ecmaVersion: typeof ecmaVersion === 'number' ? ecmaVersion : 2026,
    ignoreEval: true,
    jsx: true,
    childVisitorKeys: visitorKeys,
    fallback: childKeys,
  }) as ScopeManager
}
