/**
 * Packages of one repository that import each other by name, where nobody has installed them (yet): an installer would have
 * linked them into `node_modules`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Folders that are looked at for packages, and how far below the root these may stand. */
const MAX_FOLDERS = 1_000, MAX_DEPTH = 3
/** Versions that say: the one in this repository. */
const LOCAL = /^(?:workspace|link|portal|file):/
/** Folders that hold what is built, first in a path. */
const BUILT = /^\.\/(?:dist|build|lib|out|es|esm|cjs)\//

interface Manifest { name?: string; workspaces?: unknown; main?: string; module?: string; types?: string; exports?: unknown }
interface Package { folder: string; manifest: Manifest }

/** What names a file below a package's folder, as a relative path: the entries to try, best first. */
export interface Entry { folder: string; paths: readonly string[] }

export interface Workspaces {
  /** Where a bare specifier may lead; undefined when no package of the repository has this name, or `from` does not mean it. */
  entriesOf(specifier: string, from: string): Entry | undefined
}

/** @returns what looks at the disk once, for as long as it lives */
export function createWorkspaces(): Workspaces {
  const manifests = new Map<string, Manifest | undefined>()
  const repositories = new Map<string, { root: string; declared: boolean } | undefined>()
  const packages = new Map<string, Map<string, Package>>()

  function manifestIn(folder: string): Manifest | undefined {
    if (manifests.has(folder)) return manifests.get(folder)
    let manifest: Manifest | undefined
    try {
      const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      if (typeof read === 'object' && read !== null) manifest = read
    } catch { /* none, or none that can be read */ }
    manifests.set(folder, manifest)
    return manifest
  }

  /** The folder that holds all packages, and whether it says so itself. */
  function repositoryOf(folder: string): { root: string; declared: boolean } | undefined {
    if (repositories.has(folder)) return repositories.get(folder)
    let found: { root: string; declared: boolean } | undefined
    for (let at = folder; ; at = dirname(at)) {
      const manifest = manifestIn(at)
      if (manifest) found = { root: at, declared: manifest.workspaces !== undefined }
      if (manifest?.workspaces !== undefined) break
      if (exists(join(at, 'pnpm-workspace.yaml'))) { found = { root: at, declared: true }; break }
      if (dirname(at) === at || exists(join(at, '.git'))) break
    }
    repositories.set(folder, found)
    return found
  }

  function packagesIn(root: string): Map<string, Package> {
    let all = packages.get(root)
    if (all) return all
    packages.set(root, all = new Map())
    const waiting = [{ folder: root, depth: 0 }]
    for (let looked = 0; waiting.length > 0 && looked < MAX_FOLDERS; looked++) {
      const { folder, depth } = waiting.shift()!
      const manifest = depth > 0 ? manifestIn(folder) : undefined
      if (manifest?.name !== undefined && !all.has(manifest.name)) all.set(manifest.name, { folder, manifest })
      if (manifest || depth === MAX_DEPTH) continue
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push({ folder: join(folder, entry.name), depth: depth + 1 })
      }
    }
    return all
  }

  return {
    entriesOf(specifier, from) {
      const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)((?:\/.*)?)$/.exec(specifier) ?? []
      if (name === undefined) return undefined
      const folder = dirname(from), repository = repositoryOf(folder)
      if (!repository) return undefined
      let near = folder
      while (!manifestIn(near)) near = dirname(near)
      const means = versionsOf(name, manifestIn(near)!).some(version => LOCAL.test(version))
      if (!means && !(repository.declared && near !== repository.root)) return undefined
      const found = packagesIn(repository.root).get(name)
      return found && { folder: found.folder, paths: pathsOf(found.manifest, `.${rest}`) }
    },
  }
}

/** The versions of a package that another one asks for, be it for development only. */
function versionsOf(name: string, manifest: Manifest): string[] {
  return Object.entries(manifest).flatMap(([field, all]: [string, unknown]) => {
    const version = /dependencies$/i.test(field) && typeof all === 'object' && all !== null ? (all as Record<string, unknown>)[name] : undefined
    return typeof version === 'string' ? [version] : []
  })
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined

/** The files that may stand behind `.` or `./part` of a package: what it says, then the sources of what it has not built. */
function pathsOf({ exports, main, module, types }: Manifest, part: string): string[] {
  const said = exports === undefined || exports === null
    ? part === '.' ? [module, main, types, '.'].filter(path => path !== undefined).map(relative) : [part]
    : exported(exports, part)
  const sources = said.filter(path => BUILT.test(path)).flatMap(path => {
    const plain = path.replace(/\.d\.([cm]?ts)$/, '.$1')
    return [plain.replace(BUILT, './src/'), plain.replace(BUILT, './')]
  })
  return [...said, ...sources]
}

const relative = (path: string): string => path.startsWith('.') ? path : `./${path}`

/** All that `exports` names for a part, whatever the condition. */
function exported(exports: unknown, part: string): string[] {
  const table = typeof exports === 'object' && exports !== null && Object.keys(exports).some(key => key.startsWith('.')) ? exports as Record<string, unknown> : { '.': exports }
  if (Object.hasOwn(table, part)) return leaves(table[part])
  for (const [key, target] of Object.entries(table)) {
    const [before, after] = key.split('*')
    if (before === undefined || after === undefined || part.length < key.length || !part.startsWith(before) || !part.endsWith(after)) continue
    const star = part.slice(before.length, part.length - after.length)
    return leaves(target).map(path => path.replaceAll('*', () => star))
  }
  return []
}

function leaves(target: unknown): string[] {
  if (typeof target === 'string') return [target]
  return typeof target === 'object' && target !== null ? Object.values(target).flatMap(leaves) : []
}
