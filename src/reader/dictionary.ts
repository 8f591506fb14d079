/** All descriptions, arranged so that a name in the code leads to the rows it may fit. */
import type { AdminRow, CallRow, ChannelRow, CheckRow, ContextRow, CredentialsRow, DecodeRow, Framework, Generated, GuardRow, ImpersonationRow, LimitRow, ListenerRow, NobodyRow, OriginRow, Pattern, ProcedureRow, Ref, ReplyRow, SchemaWords, SinkRow, SwitchRow, Thing, TokenRow } from '../frameworks/describe.js'
import type { Value } from '../analysis/value.js'
import { compile, findStanding, tailOf, type Compiled, type Standing } from './match.js'

export interface Rows {
  credentials: CredentialsRow; channels: ChannelRow; listeners: ListenerRow; procedures: ProcedureRow; guards: GuardRow; contexts: ContextRow
  calls: CallRow; limits: LimitRow; admins: AdminRow; origins: OriginRow; replies: ReplyRow; sinks: SinkRow; nobodies: NobodyRow; checks: CheckRow; switches: SwitchRow; impersonations: ImpersonationRow; tokens: TokenRow
}
export type Concept = keyof Rows
const concepts: Concept[] = ['credentials', 'channels', 'listeners', 'procedures', 'guards', 'contexts', 'calls', 'limits', 'admins', 'origins', 'replies', 'sinks', 'nobodies', 'checks', 'switches', 'impersonations', 'tokens']

export interface Entry<C extends Concept = Concept> { framework: Framework; concept: C; pattern: Pattern; row: Rows[C]; /** the pattern, parsed */ compiled: Compiled; /** position among the rows of one pattern: the first that holds counts */ order: number }

/** Lists of a description: calls and functions that refuse, that throw on bad arguments, that throw on such of a bad form; that make tokens; that only read. */
export type Vouching = 'trusted' | 'verifiers' | 'throws' | 'signs' | 'reads'
type Listed<T> = { framework: Framework; pattern: Pattern } & T
type Named<T = unknown> = ReadonlyMap<string, readonly Listed<T>[]>
type Kind<K extends 'secret' | 'holds' | 'failure'> = { framework: Framework; name: string } & Record<K, NonNullable<Exclude<Thing, string>[K]>>

export interface Dictionary extends Standing {
  readonly frameworks: readonly Framework[]
  /** By the last name of their patterns: what is on a list, what tells where a caller is, and what makes new values. */
  readonly vouched: Readonly<Record<Vouching, Named>>; readonly endpoints: Named; readonly makers: Named<{ from: NonNullable<Framework['fresh']>[Pattern] }>
  /** Calls that only make bytes of a text. */
  readonly bytes: Named<{ text: Ref }>
  /** Calls that take a token apart, and a text that may hold one. */
  readonly decoders: Named<{ row: DecodeRow }>; readonly decoding: RegExp
  /** Things that are secrets, that hold entries, and that say what has failed; and packages that are, as a whole, a transport to leave. */
  readonly failures: readonly Kind<'failure'>[]; readonly secretThings: readonly Kind<'secret'>[]; readonly holders: readonly Kind<'holds'>[]; readonly old: readonly { framework: Framework; name: string }[]
  /** Rows by the last name of their pattern; `*` for those that any name fits. */
  readonly byTail: ReadonlyMap<string, readonly Entry[]>
  /** The last names of patterns that make a fact of the program, and of those that are sinks. */
  readonly tails: ReadonlySet<string>
  readonly sinkTails: ReadonlySet<string>
  /** Schema libraries, and what begins a schema of theirs by its last name. */
  readonly schemaLibraries: readonly Framework[]
  readonly schemas: ReadonlyMap<string, readonly { framework: Framework; pattern: Pattern; words: readonly SchemaWords[] }[]>
  readonly modules: ReadonlySet<string>
  /** Modules of which an import is reason enough to read a file. */
  readonly reasons: ReadonlySet<string>
  /** One of these in quotes; and any sign at all in a text that it may have to be read for its own sake. */
  readonly quoted: RegExp; readonly hints: RegExp
  /** What generators write for libraries, and the name of such a file. */
  readonly generators: readonly { framework: Framework; generated: Generated }[]; readonly generated: RegExp
  /** Global names that a pattern begins with. */
  readonly globals: ReadonlySet<string>
  /** Native functions: a package that names one is a generated binding. */
  readonly natives: RegExp
  /** What the text of a file holds that may call a described library: its name in quotes, or a native function's. */
  readonly sign: RegExp
  /** Members that are assigned, and those of globals: their mere mention makes a file worth reading. */
  readonly marks: ReadonlySet<string>
  readonly mentions: ReadonlySet<string>
  /** Libraries that name types of what a caller shows, and a text that names one. */
  readonly contextual: readonly Framework[]; readonly contextTypes: RegExp
  /** Methods that are called while a caller waits, by their names: of classes that are declared to be one of these. */
  readonly waited: ReadonlyMap<string, readonly { framework: Framework; type: string }[]>
  /** Options that tell a limit by their name alone. */
  readonly options: ReadonlyMap<string, readonly Entry<'limits'>[]>
  /** Names worth a second look in a file that imports only files of the program. */
  readonly names: RegExp
  of<C extends Concept>(concept: C): readonly Entry<C>[]
}

/** What is listed under the last name of a value. */
export function named<T>(list: Named<T>, value: Value): readonly Listed<T>[] {
  const tail = tailOf(value)
  return tail === undefined ? [] : list.get(tail === '*' ? 'default' : tail) ?? []
}

/** Adds to the list under a key. */
function into<K, T>(lists: Map<K, T[]>, key: K, one: T): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

function listed<T>(frameworks: readonly Framework[], of: (framework: Framework) => [pattern: Pattern, more: T][]): Named<T> {
  const found = new Map<string, Listed<T>[]>()
  for (const framework of frameworks) for (const [pattern, more] of of(framework)) { const { tail } = compile(pattern); into(found, tail, { framework, pattern, ...more }) }
  return found
}

const kinds = <K extends 'secret' | 'holds' | 'failure'>(frameworks: readonly Framework[], word: K): Kind<K>[] => frameworks.flatMap(framework => Object.entries(framework.things ?? {}).flatMap(([name, thing]) => typeof thing !== 'string' && thing[word] ? [{ framework, name, [word]: thing[word] } as Kind<K>] : []))

export function createDictionary(frameworks: readonly Framework[]): Dictionary {
  const byTail = new Map<string, Entry[]>()
  const schemas = new Map<string, { framework: Framework; pattern: Pattern; words: readonly SchemaWords[] }[]>()
  const byConcept = new Map<Concept, Entry[]>()
  const options = new Map<string, Entry<'limits'>[]>()
  const natives: string[] = []
  const calling = new Set<string>()
  const marks = new Set<string>(), mentions = new Set<string>(), modules = new Set<string>(), reasons = new Set<string>(), globals = new Set<string>(), names = new Set<string>(), facts = new Set<string>(), sinks = new Set<string>()
  for (const framework of frameworks) {
    const own = ([] as string[]).concat(framework.module)
    // sinks and schemas count where something else of the file is told of
    const isReason = !framework.aside && (framework.stands !== undefined || framework.transport !== undefined || concepts.some(concept => concept !== 'sinks' && framework[concept]))
    for (const name of framework.family ?? []) modules.add(name)
    for (const name of Object.keys(framework.functions ?? {})) natives.push(name)
    for (const [pattern, row] of Object.entries(framework.stands ?? {})) {
      if (own.includes('globals')) globals.add(compile(pattern).head)
      if (row.args) facts.add(compile(pattern).tail)
    }
    for (const name of own) {
      if (name === 'globals' || name.startsWith('native:')) continue
      modules.add(name)
      if (isReason) reasons.add(name)
    }
    for (const [pattern, words] of Object.entries(framework.contract?.base ?? {})) {
      into(schemas, compile(pattern).tail, { framework, pattern, words: [words].flat() })
    }
    for (const [name, row] of Object.entries(framework.options ?? {})) {
      into(options, name, { framework, concept: 'limits', pattern: '*', row, compiled: compile('*'), order: 0 })
    }
    if (!framework.aside && concepts.some(concept => concept !== 'sinks' && framework[concept])) for (const name of own) if (modules.has(name)) calling.add(name)
    for (const concept of concepts) {
      for (const [pattern, rows] of Object.entries(framework[concept] ?? {})) {
        const compiled = compile(pattern)
        const { tail, head, steps, calls, assigned } = compiled
        if (framework.functions) names.add(tail)
        for (const [order, row] of ([] as Rows[Concept][]).concat(rows as never).entries()) {
          const entry = { framework, concept, pattern, row, compiled, order } as Entry
          const tails = [tail, ...(framework.suffixes ?? []).map(suffix => tail + suffix)]
          for (const name of tails) (concept === 'sinks' ? sinks : facts).add(name)
          // where a channel goes to is a place that peer data must not reach
          if (concept === 'channels') for (const name of tails) sinks.add(name)
          for (const name of new Set(tails)) into(byTail, name, entry)
          into(byConcept, concept, entry)
        }
        const isGlobal = own.includes('globals') && !framework.things?.[head]
        if (assigned) marks.add(tail)
        if (assigned && isGlobal) mentions.add(tail)
        if (!assigned && isGlobal && concept !== 'sinks' && !framework.aside) globals.add(head)
        // a sink is no reason to read a file, and neither is a name every program uses
        if (concept !== 'sinks' && !framework.aside && (calls || assigned) && tail !== '*' && tail !== 'default' && tail.length > 4 && steps.length > 0) names.add(tail)
      }
    }
  }
  const inQuotes = (modules: ReadonlySet<string>) => modules.size === 0 ? [] : [`['"](?:node:)?(?:${[...modules].map(name => name.replace(/^node:/, '').replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('|')})['"]`]
  const native = natives.length > 0 ? [`\\b(?:${natives.join('|')})[AW]?\\b`] : []
  const anyOf = (...expressions: string[]) => new RegExp(expressions.join('|') || '(?!)')
  const on = (list: Vouching | 'endpoints') => listed(frameworks, framework => (framework[list] ?? []).map(pattern => [pattern, {}]))
  const decoders = frameworks.flatMap(({ decodes }) => Object.entries(decodes ?? {}))
  const contextual = frameworks.filter(({ contextTypes }) => contextTypes)
  const waited = new Map<string, { framework: Framework; type: string }[]>()
  for (const framework of frameworks) for (const [type, method] of Object.entries(framework.waited ?? {})) into(waited, method, { framework, type })
  const generators = frameworks.flatMap(framework => Object.values(framework.things ?? {}).flatMap(thing => typeof thing === 'string' ? [] : thing.is.flatMap(way => typeof way !== 'string' && 'generated' in way ? { framework, generated: way.generated } : [])))
  const plain = [...names].filter(name => /^\w+$/.test(name)).sort()
  return {
    ...findStanding(frameworks), frameworks, byTail,
    vouched: { trusted: on('trusted'), verifiers: on('verifiers'), throws: on('throws'), signs: on('signs'), reads: on('reads') }, endpoints: on('endpoints'),
    makers: listed(frameworks, ({ fresh }) => Object.entries(fresh ?? {}).map(([pattern, from]) => [pattern, { from }])),
    bytes: listed(frameworks, ({ bytes }) => Object.entries(bytes ?? {}).map(([pattern, text]) => [pattern, { text }])),
    decoders: listed(frameworks, ({ decodes }) => Object.entries(decodes ?? {}).map(([pattern, row]) => [pattern, { row }])),
    decoding: anyOf(...decoders.map(([pattern, { part }]) => `\\b${compile(part?.of ?? pattern).tail}\\b`)),
    failures: kinds(frameworks, 'failure'), secretThings: kinds(frameworks, 'secret'), holders: kinds(frameworks, 'holds'),
    old: frameworks.filter(({ transport }) => transport).flatMap(framework => ([] as string[]).concat(framework.module).map(name => ({ framework, name }))),
    tails: facts, sinkTails: sinks, schemas, schemaLibraries: frameworks.filter(framework => framework.contract), modules, reasons, globals, marks, mentions, options, waited,
    sign: anyOf(...inQuotes(calling), ...native), quoted: anyOf(...inQuotes(reasons)), natives: anyOf(...native), generators, generated: anyOf(...generators.flatMap(({ generated }) => generated.named ?? [])),
    contextual, contextTypes: anyOf(...contextual.flatMap(({ contextTypes }) => Object.keys(contextTypes!))),
    hints: anyOf(...inQuotes(reasons), ...native, ...mentions, ...[...globals].map(name => `\\b${name}\\b`)),
    names: anyOf(...(plain.length > 0 ? [`\\b(?:${plain.join('|')})[AW]?\\b`] : [])),
    of: concept => (byConcept.get(concept) ?? []) as never,
  }
}
