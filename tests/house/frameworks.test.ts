/** Descriptions are plain data, and speak of nothing that their libraries do not have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import type { Framework, Pattern, Ref, Thing } from '../../src/frameworks/describe.js'
import { compile } from '../../src/reader/match.js'
import { corpus, found, inCorpus, marksOf, programs, read } from '../corpus/programs.js'

// what follows is told to the plugin by settings alone
vi.mock('../../src/frameworks/index.js', () => ({ frameworks: [] }))
const { frameworks } = await vi.importActual<{ frameworks: readonly Framework[] }>('../../src/frameworks/index.js')
const modulesOf = ({ module, family = [] }: Framework) => [module, family].flat()
const all = frameworks.map(one => [modulesOf(one).join(', '), one] as const)

describe('data', () => {
  it.each(all)('%s loses nothing as JSON', (_name, description) => {
    const leaves: unknown[] = []
    const walk = (value: unknown): void => { if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk); else leaves.push(value) }
    walk(description)
    expect(leaves.filter(leaf => leaf !== undefined && leaf !== null && typeof leaf !== 'string' && typeof leaf !== 'boolean' && !Number.isFinite(leaf))).toEqual([])
    expect(JSON.parse(JSON.stringify(description))).toEqual(description)
  })

  it('finds the same in every program when it comes as JSON from settings', async () => {
    const settings = { 'secure-rpc': { frameworks: JSON.parse(JSON.stringify(frameworks)) as object } }
    for (const { filePath, messages } of await inCorpus(corpus, { settings }).lintFiles(programs)) {
      const file = path.relative(corpus, filePath).replaceAll(path.sep, '/')
      expect([...new Set(messages.map(found))].sort(), file).toEqual([...new Set(marksOf(read(file)))].sort())
    }
  })
})

describe('remedies', () => {
  const advised = new Set(readdirSync(new URL('../../src/rules', import.meta.url)).flatMap(file =>
    [...readFileSync(new URL(`../../src/rules/${file}`, import.meta.url), 'utf8').matchAll(/\b(?:remedy|edit)\('(\w+)'/g)].map(([, advice]) => advice!)))
  const remediesIn = (value: unknown): Record<string, string>[] => typeof value !== 'object' || value === null ? [] : Object.entries(value).flatMap(([key, inner]) => key === 'remedy' ? [inner as Record<string, string>] : remediesIn(inner))

  it.each(all)('%s has each that a row names, for advice that a rule gives, and no other', (_name, { remedies = {}, edits = {}, ...rows }) => {
    const named = remediesIn(rows)
    expect(named.flatMap(Object.keys).filter(advice => !advised.has(advice))).toEqual([])
    expect(named.flatMap(Object.values).filter(key => !(key in remedies) && !(key in edits))).toEqual([])
    const used = new Set([...named.flatMap(Object.values), ...advised])
    expect([...Object.keys(remedies), ...Object.keys(edits)].filter(key => !used.has(key))).toEqual([])
    for (const remedy of Object.values(remedies)) expect(remedy).toMatch(/^[A-Z].*[^.]$/)
  })
})

// ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const patternsOf = (one: Framework): Pattern[] => [
  ...[one.credentials, one.channels, one.listeners, one.procedures, one.guards, one.contexts, one.calls, one.limits, one.origins, one.admins, one.gathers, one.sinks, one.switches, one.impersonations, one.tokens, one.bytes, one.fresh, one.stands, one.wraps, one.asksPeer, one.compares, one.cleaners, one.contract?.base].flatMap(rows => Object.keys(rows ?? {})),
  ...Object.values(one.impersonations ?? {}).flat().flatMap(({ ends }) => ends), ...Object.values(one.things ?? {}).flatMap(waysOf), ...[one.verifiers, one.trusted, one.harmless, one.signs, one.endpoints, one.unproven].flatMap(list => list ?? []),
]
const waysOf = (thing: Thing): Pattern[] => typeof thing === 'string' ? [thing] : thing.is.flatMap(way => typeof way === 'string' ? way : 'pattern' in way ? way.pattern : 'given' in way ? way.given : [])
const isNative = (one: Framework) => modulesOf(one).every(name => name.startsWith('native:'))

/** What TypeScript knows of the packages that are installed, and of those that the corpus declares. */
const { checker, here, exportsOf, wholeOf } = (() => {
  const at = path.join(corpus, 'names-of-libraries.ts')
  const modules = [...new Set(frameworks.flatMap(modulesOf))].filter(name => name !== 'globals' && !name.startsWith('native:'))
  const config = ts.readConfigFile(path.join(corpus, 'tsconfig.json'), file => ts.sys.readFile(file)).config as { compilerOptions: object }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, corpus)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = file => file === at || fileExists(file)
  host.getSourceFile = (file, ...rest) => file === at ? ts.createSourceFile(file, modules.map((name, i) => `import * as m${i} from '${name}'`).join('\n'), ts.ScriptTarget.Latest, true) : getSourceFile(file, ...rest)
  const declared = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.d.ts')).map(file => path.join(corpus, file))
  const program = ts.createProgram([at, ...declared], options, host)
  const types = program.getTypeChecker(), file = program.getSourceFile(at)!
  const known = new Map(file.statements.map((statement, i) => {
    const name = (statement as ts.ImportDeclaration).importClause!.namedBindings as ts.NamespaceImport
    const symbol = types.getAliasedSymbol(types.getSymbolAtLocation(name.name)!)
    return [modules[i]!, symbol.declarations?.length ? { exports: new Map(types.getExportsOfModule(symbol).map(one => [one.name, one])), whole: symbol } : undefined]
  }))
  return { checker: types, here: file, exportsOf: (module: string) => known.get(module)?.exports, wholeOf: (module: string) => known.get(module)?.whole }
})()

/** The types an expression may have; undefined where a pattern leaves open what it is. */
function typesOf(pattern: Pattern, module: string, one: Framework, within: string[] = []): ts.Type[] | undefined {
  const { head, steps } = compile(pattern)
  // a word of the language is no name
  if (head === '*' || head === 'import') return undefined
  // a thing may bear the name of the export that makes it
  const thing = one.things?.[head] && !within.includes(head) ? thingOf(head, module, one, within) : []
  let types = thing && [...thing, ...headOf(head, module)]
  for (const step of steps) {
    if (!types || ('member' in step && step.member.startsWith('*'))) return undefined
    types = types.flatMap(type => 'member' in step
      ? memberOf(checker.getApparentType(type), step.member)
      : checker.getSignaturesOfType(type, step.isNew ? ts.SignatureKind.Construct : ts.SignatureKind.Call).map(signature => checker.getReturnTypeOfSignature(signature)))
  }
  return types
}

/** A member, also of what is waited for first. */
function memberOf(given: ts.Type, name: string): ts.Type[] {
  const type = checker.getPropertyOfType(given, name) ? given : checker.getAwaitedType(given) ?? given
  const found = checker.getPropertyOfType(type, name), open = type.getStringIndexType()
  return found ? [checker.getTypeOfSymbolAtLocation(found, here)] : open ? [open] : []
}

function headOf(head: string, module: string): ts.Type[] {
  const symbol = module === 'globals' ? checker.resolveName(head, here, ts.SymbolFlags.Value, false) : exportsOf(module)?.get(head)
  if (symbol) return [checker.getTypeOfSymbolAtLocation(symbol, here)]
  // what a module of CommonJS is as a whole is its default export, and has the others
  const whole = wholeOf(module), type = whole && checker.getTypeOfSymbol(whole)
  return type ? memberOf(type, head) : []
}

function thingOf(name: string, module: string, one: Framework, within: string[] = []): ts.Type[] | undefined {
  const found = waysOf(one.things![name]!).map(way => typesOf(way, module, one, [...within, name]))
  return found.every(types => types === undefined) ? undefined : found.flatMap(types => types ?? [])
}

function declaredOf(name: string, module: string): ts.Type[] {
  const symbol = exportsOf(module)?.get(name)
  return symbol ? [checker.getDeclaredTypeOfSymbol(symbol)] : []
}

describe('names', () => {
  const known = (one: Framework) => modulesOf(one).filter(name => name === 'globals' || exportsOf(name))

  it.each(all.filter(([, one]) => !isNative(one)))('%s is installed, or declared in the corpus', (_name, one) => { expect(known(one)).not.toEqual([]) })

  it.each(all.filter(([, one]) => !isNative(one)))('%s has what each pattern speaks of', (_name, one) => {
    const missing = patternsOf(one).filter(pattern => !known(one).some(module => typesOf(pattern, module, one)?.length !== 0))
    expect(missing).toEqual([])
  })

  it.each(all.filter(([, one]) => one.things))('%s has the types and methods of its things', (_name, one) => {
    for (const [name, thing] of Object.entries(one.things!)) {
      if (typeof thing === 'string') continue
      for (const type of thing.type ?? []) expect(known(one).some(module => exportsOf(module)?.has(type)), type).toBe(true)
      for (const method of [...thing.chain ?? [], ...thing.self ?? []]) expect(known(one).some(module => [...thingOf(name, module, one) ?? [], ...(thing.type ?? []).flatMap(type => declaredOf(type, module))].some(type => checker.getPropertyOfType(type, method))), `${name}.${method}`).toBe(true)
    }
  })

  it.each(all.filter(([, one]) => one.contract))('%s has the methods that go on from a schema', (_name, one) => {
    const schemas = Object.keys(one.contract!.base).flatMap(pattern => known(one).flatMap(module => typesOf(pattern, module, one) ?? []))
    expect(Object.keys(one.contract!.steps).filter(method => !schemas.some(type => checker.getPropertyOfType(type, method)))).toEqual([])
  })

  it.each(all.filter(([, one]) => modulesOf(one).some(name => isBuiltin(name))))('%s has them when it runs', async (_name, one) => {
    for (const module of modulesOf(one).filter(name => isBuiltin(name))) {
      const runs = await import(module) as object
      expect(patternsOf(one).map(pattern => compile(pattern)).filter(({ head, assigned }) => head !== '*' && !assigned && !(one.things?.[head])).map(({ head }) => head).filter(head => !(head in runs) && modulesOf(one).length === 1)).toEqual([])
    }
  })

  it.each(all.filter(([, one]) => isNative(one)))('%s has an argument count for each function: nothing that is installed could tell more', (_name, one) => {
    const inside = JSON.stringify(one).matchAll(/"(?:by|also)":"([^"]+)"|"calls":\["([^"]+)"(?:,"([^"]+)")*\]/g)
    const spoken = [...patternsOf(one), ...[...inside].flatMap(([, ...names]) => names.filter(Boolean))]
    expect(spoken.map(pattern => compile(pattern).head).filter(head => !(head in one.functions!))).toEqual([])
    expect(Object.keys(one.functions!).filter(name => !spoken.some(pattern => compile(pattern).head === name))).toEqual([])
  })

  // options, and members of what a library hands over, stand in no pattern: its text, or that of Node whose objects it passes on, must have them
  it.each(all.filter(([, one]) => !isNative(one) && known(one).some(name => name !== 'globals')))('%s writes each option and member somewhere', (_name, one) => {
    const missing = (names: readonly string[], modules: readonly string[]) => { const text = modules.map(textOf).join('\n'); return names.filter(name => !new RegExp(`(?<![\\w.$-])${name.replaceAll(/[.*+?$()[\]{}|^\\]/g, String.raw`\$&`)}(?![\\w$-])`).test(text)) }
    const left = missing([...new Set(membersIn(one))], [...known(one), 'tls'])
    // or that of a package which it is built on
    expect(left.length === 0 ? left : missing(left, known(one).flatMap(builtOn))).toEqual([])
  })
})

/** Names of options and members in a description, whatever holds them; headers have theirs from no library. */
function membersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { steps, checkedBy, except, known, stages } = value as { steps?: Ref['steps']; checkedBy?: string[]; except?: string[]; known?: string[]; stages?: object }
  const own = Array.isArray(steps) ? steps.flatMap(step => 'option' in step ? step.option.startsWith('"') ? [step.option.slice(1, -1)] : step.option.replace(/(?<=\bheaders)\..*/, '').split('.') : 'method' in step ? [step.method] : []) : []
  return [...own, ...checkedBy ?? [], ...except ?? [], ...known ?? [], ...Object.keys(stages ?? {}), ...Object.values(value).flatMap(membersIn)]
}

function builtOn(module: string): string[] {
  const file = (createRequire(import.meta.url).resolve.paths(module) ?? []).map(at => path.join(at, module, 'package.json')).find(existsSync)
  const { dependencies, peerDependencies } = file ? JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: object; peerDependencies?: object } : {} as { dependencies?: object; peerDependencies?: object }
  return Object.keys({ ...dependencies, ...peerDependencies })
}

/** The sources and declarations of an installed package; those of Node for its own modules. */
function textOf(module: string): string {
  const require = createRequire(import.meta.url)
  const name = isBuiltin(module) ? '@types/node' : module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/')
  const folders = (require.resolve.paths(name) ?? []).map(at => [path.join(at, name), path.join(at, '@types', name)].filter(one => existsSync(one))).find(found => found.length > 0)
  if (!folders) return readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.d.ts')).map(file => readFileSync(path.join(corpus, file), 'utf8')).join('\n')
  return folders.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:[cm]?js|d\.[cm]?ts)$/.test(file) && !file.includes('node_modules')).map(file => readFileSync(path.join(folder, file), 'utf8'))).join('\n')
}
