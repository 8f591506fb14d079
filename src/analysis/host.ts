/**
 * Reads other files of the program: finds what an import names, and parses it. With a parser of its own: it is several times
 * faster than those that ESLint is given, and the same whatever a configuration, or another linter, brings along.
 */
import { readFileSync, statSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { extname, isAbsolute, resolve as absolute } from 'node:path'
import type * as scopes from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/types'
import type * as keys from '@typescript-eslint/visitor-keys'
import type * as oxcParser from 'oxc-parser'
import { makeModule, type Host } from './modules.js'
import { EXTENSIONS, filesAround, forgetOldPaths, pathsSince, resolvePath } from './paths.js'
import type { VisitorKeys } from './tree.js'
import type { Module, Reason, Resolution } from './value.js'

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
/** Text kept in memory, with its trees, which take some fifty times as much; the file last read always stays. */
const MAX_KEPT = 1_500_000
/** Files that a text may pass on its way through imports to where it is looked for. */
const MAX_HOPS = 2
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
    resolve(specifier, from, exporting) {
      try {
        return find(specifier, absolute(options.cwd, from), exporting)
      } catch {
        return lost('the file cannot be read')
      }
    },
    mentions(specifier, from, sign) {
      if (!options.followImports) return false
      try {
        if (isBuiltin(specifier)) return false
        const path = resolvePath(specifier, absolute(options.cwd, from))
        return path === undefined ? undefined : isOwn(path) && mentions(path, sign, MAX_HOPS)
      } catch {
        return false
      }
    },
    around(from, sign) {
      try {
        const own = absolute(options.cwd, from)
        return options.followImports ? filesAround(own).filter(path => path !== own && isOwn(path) && glance(path, sign).says).flatMap(path => { const found = find(path, own, undefined); return found.kind === 'program' ? [found.module] : [] }) : []
      } catch {
        return []
      }
    },
  }
  forgetOldPaths()
  return host

  function find(specifier: string, from: string, exporting: string | undefined): Resolution {
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
    if (answer) return answer
    const file = keptFile(path)
    if (exporting !== undefined && typeof file !== 'string' && !file.parsed && !mayExport(file.text, exporting)) return lost('the export does not exist')
    answers.set(path, answer = open(path, file))
    return answer
  }

  function open(path: string, file: Kept | Reason): Resolution {
    const source = typeof file === 'string' ? file : file.parsed ??= parse(path, file.text)
    if (typeof source === 'string') return lost(source)
    const module: Module = makeModule({ file: path, ...source, host })
    return { kind: 'program', module }
  }
}

/** Whether a text has a name, or hands on what other files export. */
function mayExport(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) if (!/[\w$]/.test(text[at - 1] ?? '') && !/[\w$]/.test(text[at + name.length] ?? '')) return true
  return /\bexport\s*[*=]|\bexports\b|\\u/.test(text)
}

// Texts

interface Glance { says: boolean; imports: readonly string[] }
/** What texts say of one sign, and whether imports lead from a file to where it stands. */
interface Search { since: number; glances: Map<string, Glance>; ways: Map<string, boolean> }
const searches = new WeakMap<RegExp, Search>()

function searchFor(sign: RegExp): Search {
  let search = searches.get(sign)
  if (search?.since !== pathsSince()) searches.set(sign, search = { since: pathsSince(), glances: new Map(), ways: new Map() })
  return search
}

/** Whether a file of the program may be read: neither of a package nor declarations, nor anything but code. */
const isOwn = (path: string): boolean => EXTENSIONS.includes(extname(path)) && !/[\\/]node_modules[\\/]|\.d\.[cm]?ts$/.test(path)

function mentions(path: string, sign: RegExp, hops: number): boolean {
  const { ways } = searchFor(sign), key = `${hops}${path}`
  const known = ways.get(key)
  if (known !== undefined) return known
  ways.set(key, false) // for whoever comes back here on the way
  const { says, imports } = glance(path, sign)
  const answer = says || (hops > 0 && imports.some(specifier => { const next = resolvePath(specifier, path); return next !== undefined && isOwn(next) && mentions(next, sign, hops - 1) }))
  ways.set(key, answer)
  return answer
}

function glance(path: string, sign: RegExp): Glance {
  const { glances } = searchFor(sign)
  let found = glances.get(path)
  if (!found) {
    // what is only looked at must not drive out what is parsed
    const text = kept.get(path)?.text ?? (statSync(path).size > MAX_BYTES ? '' : readFileSync(path, 'utf8'))
    glances.set(path, found = readText(text, sign))
  }
  return found
}

function readText(text: string, sign: RegExp): Pick<Glance, 'says' | 'imports'> {
  const says = sign.test(text)
  return { says, imports: says ? [] : [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"](\.[^'"\n]*|[@~]\/[^'"\n]*|#[^'"\n]*)['"]/g)].map(([, specifier]) => specifier!) }
}

// Parsing

interface Parsed { text: string; ast: TSESTree.Program; scopeManager: scopes.ScopeManager; visitorKeys: VisitorKeys }
interface Kept { mtimeMs: number; size: number; text: string; parsed?: Parsed | Reason }

/** In the order of last use, oldest first. */
const kept = new Map<string, Kept>()
let keptSize = 0

/** A file's text, from memory if it has not changed, or why there is none. */
function keptFile(path: string): Kept | Reason {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 'the file cannot be found'
  if (!stat.isFile() || stat.size > MAX_BYTES) return 'the file cannot be read'

  const { mtimeMs, size } = stat
  let entry = kept.get(path)
  if (entry) forget(path, entry)
  if (entry?.mtimeMs !== mtimeMs || entry.size !== size) {
    const text = read(path)
    if (text === undefined) return 'the file cannot be read'
    entry = { mtimeMs, size, text }
  }
  kept.set(path, entry)
  keptSize += entry.text.length
  for (const [oldest, old] of kept) {
    if (keptSize <= MAX_KEPT || old === entry) break
    forget(oldest, old)
  }
  return entry
}

function forget(path: string, { text }: Kept): void {
  kept.delete(path)
  keptSize -= text.length
}

/** The text of a file; undefined when it is binary, or not UTF-8. */
function read(path: string): string | undefined {
  const bytes = readFileSync(path)
  return bytes.includes(0) ? undefined : bytes.toString('utf8').replace(/^\uFEFF/, '')
}

function parse(path: string, text: string): Parsed | Reason {
  if (isTooDeep(text)) return 'the expression is too deep'

  const { parseSync } = require('oxc-parser') as typeof oxcParser
  // CommonJS files are imported from modules and the other way round
  for (const sourceType of /\.m[jt]s$/.test(path) ? ['module'] as const : /\.c[jt]s$/.test(path) ? ['commonjs', 'module'] as const : ['module', 'commonjs'] as const) {
    const { program, errors } = parseSync(path, text, { astType: 'ts', lang: languageOf(path), sourceType, range: true, preserveParens: false })
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
