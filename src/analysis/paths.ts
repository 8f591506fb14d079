/**
 * Which file an import names. Relative paths are told from the names in their folders, which is a matter of microseconds; what
 * needs a tsconfig, a package.json or a link is left to a resolver.
 */
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, isAbsolute, join, relative, resolve as absolute, sep } from 'node:path'
import type * as oxc from 'oxc-resolver'
import { createWorkspaces } from './workspaces.js'

/** An editor lints for days in one process: after so long without a question, or at all, the disk is looked at again. */
const PAUSE_MS = 2_000, FRESH_MS = 60_000

export const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']
/** What TypeScript writes, and what it may have been made from. */
const ALIASES: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
}
/** Loaded when first needed: most files import nothing that needs it, and a missing binary must not stop ESLint. */
const require = createRequire(import.meta.url)

let resolvers = new Map<string, oxc.ResolverFactory>()
/** Paths by folder and specifier. */
let paths = new Map<string, string | undefined>()
let listings = new Map<string, Listing | undefined>()
let configs = new Map<string, string | undefined>()
let workspaces = createWorkspaces()
let since = 0, asked = 0

/** To be called where the files may have changed since the last question. */
export function forgetOldPaths(): void {
  const now = Date.now()
  if (now - asked >= PAUSE_MS || now - since >= FRESH_MS) {
    resolvers = new Map()
    paths = new Map()
    listings = new Map()
    configs = new Map()
    workspaces = createWorkspaces()
    since = now
  }
  asked = now
}

/** When the disk was last looked at anew: what was found out before need not hold any more. */
export const pathsSince = (): number => since

/** The absolute path that `specifier` has in the file `from`, or undefined. */
export function resolvePath(specifier: string, from: string): string | undefined {
  // a tsconfig may include TypeScript and leave JavaScript of the same folder out
  const key = `${dirname(from)}\n${extname(from)}\n${specifier}`
  const known = paths.get(key)
  if (known !== undefined || paths.has(key)) return known
  const path = (specifier.startsWith('.') ? besides(specifier, dirname(from)) : undefined) ?? findPath(specifier, from)
  paths.set(key, path)
  return path
}

// ── by the names in folders ──────────────────────────────────────────────────────────────────────────────────────────
/** The plain files and folders in a folder, without links. */
interface Listing { files: ReadonlySet<string>; folders: ReadonlySet<string> }

function listingOf(folder: string): Listing | undefined {
  const known = listings.get(folder)
  if (known || listings.has(folder)) return known
  let listing: Listing | undefined
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    listing = { files: new Set(entries.filter(entry => entry.isFile()).map(({ name }) => name)), folders: new Set(entries.filter(entry => entry.isDirectory()).map(({ name }) => name)) }
  } catch { /* no such folder */ }
  listings.set(folder, listing)
  return listing
}

/** The file that a relative path names in a folder, when that is plain to see. */
function besides(specifier: string, folder: string): string | undefined {
  const path = absolute(folder, specifier), above = dirname(path)
  if (!leadsThroughFolders(folder, above)) return undefined
  const names = listingOf(above)
  if (!names) return undefined
  const file = /[\\/]$|(?:^|[\\/])\.\.?$/.test(specifier) ? undefined : fileNamed(basename(path), names)
  if (file !== undefined) return join(above, file)
  const inner = names.folders.has(basename(path)) ? listingOf(path) : undefined
  const index = inner && !inner.files.has('package.json') ? EXTENSIONS.map(extension => `index${extension}`).find(name => inner.files.has(name)) : undefined
  return index === undefined ? undefined : join(path, index)
}

/** Folders on the way up, and files in them, at most. */
const FOLDERS = 6, FILES = 200

/** The files in the folder of a file, and in those above it as far as that of its package. */
export function filesAround(file: string): string[] {
  const found: string[] = []
  for (let folder = dirname(file), left = FOLDERS; left > 0 && found.length < FILES; folder = dirname(folder), left--) {
    const files = listingOf(folder)?.files
    for (const name of files ?? []) found.push(join(folder, name))
    if (files?.has('package.json') || folder === dirname(folder)) break
  }
  return found.slice(0, FILES)
}

/** Whether the way down to a folder has no links. */
function leadsThroughFolders(from: string, to: string): boolean {
  let at = from
  while (relative(at, to).startsWith('..')) at = dirname(at)
  for (const name of relative(at, to).split(sep).filter(Boolean)) {
    if (!listingOf(at)?.folders.has(name)) return false
    at = join(at, name)
  }
  return true
}

function fileNamed(name: string, { files }: Listing): string | undefined {
  const alias = ALIASES[extname(name)]
  if (alias) return alias.map(extension => name.slice(0, -extname(name).length) + extension).find(one => files.has(one))
  return files.has(name) ? name : EXTENSIONS.map(extension => name + extension).find(one => files.has(one))
}

// ── by a resolver ────────────────────────────────────────────────────────────────────────────────────────────────────
function resolver(name: string, tsconfig: oxc.NapiResolveOptions['tsconfig']): oxc.ResolverFactory {
  let found = resolvers.get(name)
  if (!found) {
    // One cache each: resolvers that share theirs answer differently depending on who was asked first.
    const { ResolverFactory } = require('oxc-resolver') as typeof oxc
    resolvers.set(name, found = new ResolverFactory({ extensions: EXTENSIONS, conditionNames: ['import', 'node', 'default'], extensionAlias: ALIASES, tsconfig }))
  }
  return found
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

function nearestConfig(folder: string): string | undefined {
  if (configs.has(folder)) return configs.get(folder)
  const own = ['tsconfig.json', 'jsconfig.json'].map(name => join(folder, name)).find(file => statSync(file, { throwIfNoEntry: false })?.isFile())
  const found = own ?? (folder === dirname(folder) ? undefined : nearestConfig(dirname(folder)))
  configs.set(folder, found)
  return found
}
