/** `defineRule()`: the only door between ESLint and the model. */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AST, Rule, SourceCode } from 'eslint'
import { createHost } from './analysis/host.js'
import { makeModule, type Host } from './analysis/modules.js'
import { pathsSince } from './analysis/paths.js'
import { frameworks } from './frameworks/index.js'
import { Fact, type Place } from './model/fact.js'
import type { Change, Edit, Program, Subject } from './model/program.js'
import { concerns } from './reader/concerns.js'
import { createDictionary, type Dictionary } from './reader/dictionary.js'
import { readProgram } from './reader/read.js'
import { fits, readSettings, trusted, type ProjectSettings } from './settings.js'

export { isGlob } from './settings.js'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

type About = keyof Program
type ItemOf<A extends About> = Program[A][number]
interface OptionWord {
  default: boolean | number | string | readonly string[] | readonly object[]
  description: string
  /** For a list of objects: what each of them is. */
  items?: object
  /** @throws Error that says what is wrong with what a project gives */
  verify?(given: never): void
}
type OptionWords = Record<string, OptionWord>
type OptionsOf<O extends OptionWords> = { [K in keyof O]: O[K]['default'] extends boolean ? boolean : O[K]['default'] extends number ? number : O[K]['default'] extends string ? string : O[K]['default'] extends readonly string[] ? readonly string[] : O[K]['default'] }

/** The file that is linted. */
export interface Linted {
  /** The path of a file from where ESLint runs, with slashes. */
  pathOf(file: string): string
  /** Whether the linted file fits one of these globs. */
  fits(globs: readonly string[]): boolean
}

/** What a rule says about one item. */
export interface Finding<M extends string = string> {
  at: Place | Subject | Fact<unknown>
  message: M
  data?: Record<string, string | undefined>
  /** Where in another file it stands, when `at` only leads there. */
  seen?: Place | undefined
  /** What is wrong wherever it is come from: however many places lead there, it is said at the first. */
  cause?: Place | undefined
  /** An edit that the user may choose; it must compile and leave nothing for the same rule to say. */
  edit?: Edit | undefined
}

export interface RuleDefinition<A extends About, O extends OptionWords, M extends string> {
  name: string
  /** One line: what the rule demands or forbids. */
  description: string
  /** The guide's section, 1 to 16. */
  section: number
  cwe: number
  /** In `recommended`; every rule is in `strict`. */
  recommended: boolean
  /** It tells of what is not there, which may be somewhere that is not seen: a warning in `recommended`. */
  inferred?: true
  about: A | readonly A[]
  options?: O
  /** Options that `strict` turns on. */
  strict?: Partial<OptionsOf<O>>
  /** Whether these options ask for anything: a rule that is told what to look for looks at every file. */
  sought?(options: OptionsOf<O>): boolean
  messages: Record<M, string>
  /** Whether findings can carry an edit. */
  suggests?: boolean
  check(item: ItemOf<A>, options: OptionsOf<O>, program: Program, file: Linted): Finding<M> | readonly Finding<M>[] | undefined
}

export interface SecureRpcRule extends Rule.RuleModule {
  meta: Rule.RuleMetaData & { docs: { description: string; url: string; recommended: boolean; inferred: boolean; section: number; cwe: number; about: readonly string[]; strict?: object } }
}

/** Makes an ESLint rule of a piece of advice. */
export function defineRule<A extends About, M extends string, O extends OptionWords = Record<never, never>>(rule: RuleDefinition<A, O, M>): SecureRpcRule {
  const about = ([] as A[]).concat(rule.about as A)
  const words = Object.entries(rule.options ?? {})
  const defaults = Object.fromEntries(words.map(([name, word]) => [name, word.default])) as OptionsOf<O>
  return {
    meta: {
      type: 'problem',
      languages: ['js/js'],
      docs: { description: rule.description, url: `https://github.com/secure-rpc/eslint-plugin-secure-rpc/blob/v${version}/docs/rules/${rule.name}.md`, recommended: rule.recommended, inferred: rule.inferred === true, section: rule.section, cwe: rule.cwe, about, ...(rule.strict && { strict: rule.strict }) },
      schema: words.length === 0 ? [] : [{ type: 'object', additionalProperties: false, properties: Object.fromEntries(words.map(([name, word]) => [name, { description: word.description, ...schemaOf(word) }])) }],
      ...(words.length > 0 && { defaultOptions: [defaults] }),
      messages: { ...rule.messages, ...Object.fromEntries(Object.entries<string>(rule.messages).map(([id, text]) => [elsewhereOf(id), text.replace(/\.?$/, ' (see {{file}}).')])), ...(rule.suggests && { edit: '{{says}}.' }) },
      ...(rule.suggests && { hasSuggestions: true, fixable: 'code' as const }),
    } as SecureRpcRule['meta'],
    create(context) {
      // asked of every rule on every file, most of which are of no concern: the first rule has found that out
      if (!rule.sought && isPlain(context.sourceCode.ast)) return {}
      const settings = readSettings(context.settings['secure-rpc'])
      const options = { ...defaults, ...(context.options[0] as object | undefined) } as OptionsOf<O>
      for (const [name, word] of words) word.verify?.(options[name] as never)
      const program = rule.sought?.(options) === false ? undefined : readingOf(context, settings, rule.sought !== undefined)
      if (!program) return {}
      const file: Linted = { pathOf: name => pathFrom(context.cwd, name), fits: globs => fits(pathFrom(context.cwd, context.physicalFilename), globs) }
      return {
        'Program:exit'() {
          const said = new Set<string>()
          const { facts, factsOf } = program()
          const check = (item: ItemOf<A>, of: Program) => ([] as Finding<M>[]).concat(rule.check(item, options, of, file) as never ?? [])
          for (const kind of about) {
            for (const item of facts[kind] as readonly ItemOf<A>[]) {
              const findings = check(item, facts)
              if (findings.length > 0 && isSaidThere(item, factsOf, (there, isIt) => about.some(of => (there[of] as readonly ItemOf<A>[]).some(one => isIt(one) && check(one, there).length > 0)))) continue
              for (const finding of findings) report(context, item, finding, file.pathOf, settings, said)
            }
          }
        },
      }
    },
  }
}

/** Two edits as one, for a finding that only both cure; none where one of them is not offered. */
export function both(one: Edit | undefined, other: Edit | undefined): Edit | undefined {
  if (!one || !other) return undefined
  const changes: Change[] = []
  for (const change of [...one.changes, ...other.changes].sort((a, b) => a.range[0] - b.range[0])) {
    const last = changes.at(-1)
    if (!last || last.range[1] <= change.range[0]) { changes.push(change); continue }
    // what stands between two things that go belongs to both
    if (last.text !== '' || change.text !== '') return undefined
    changes[changes.length - 1] = { range: [last.range[0], Math.max(last.range[1], change.range[1])], text: '' }
  }
  return { changes, says: `${one.says} and ${other.says.charAt(0).toLowerCase()}${other.says.slice(1)}` }
}

function schemaOf({ default: value, items = { type: 'string' } }: OptionWord): object {
  return Array.isArray(value) ? { type: 'array', items, uniqueItems: true } : { type: typeof value }
}

/** Whether another file on the way says the same by itself: then it does not hang on who calls it. */
function isSaidThere(item: Subject, factsOf: Reading['factsOf'], says: (there: Program, isIt: (one: Subject) => boolean) => boolean): boolean {
  const places = placesOf(item).filter(({ linted }) => !linted)
  const isIt = (one: Subject) => placesOf(one).some(({ file, linted, range }) => linted && places.some(place => place.file === file && place.range[0] === range[0] && place.range[1] === range[1]))
  return [...new Set(places.map(({ file }) => file))].some(file => { const there = factsOf(file); return there !== undefined && says(there, isIt) })
}

/** Where a thing, and what protects it, was made. */
const placesOf = (item: Subject): readonly Place[] => 'credentials' in item ? [...item.trail, ...(item.credentials as Subject).trail] : item.trail

/** The message that says the same of what stands in another file, to which a place leads. */
const elsewhereOf = (message: string): string => `${message} elsewhere`

function report(context: Rule.RuleContext, item: Subject, finding: Finding, pathOf: Linted['pathOf'], settings: ProjectSettings, said: Set<string>): void {
  const at = finding.at instanceof Fact ? finding.at.at : 'node' in finding.at ? finding.at : finding.at.at
  if (!at.linted) return
  const there = finding.seen ? finding.seen : at.node === item.at.node ? item.trail.find(({ linted }) => !linted) : undefined
  const data = Object.fromEntries(Object.entries(finding.data ?? {}).map(([name, text]) => [name, text ?? (name === 'remedy' ? 'See the page of this rule' : '')]))
  const keys = [at, ...finding.cause ? [finding.cause] : []].map(({ file, range }) => `${finding.message}@${file}:${range.join('-')}`)
  const isSaid = keys.some(key => said.has(key))
  for (const key of keys) said.add(key)
  if (isSaid) return
  const { edit } = finding
  const change = edit && ((fixer: Rule.RuleFixer) => edit.changes.map(({ range, text }) => fixer.replaceTextRange([...range], text)))
  context.report({
    loc: locOf(context.sourceCode, at), ...(there ? { messageId: elsewhereOf(finding.message), data: { ...data, file: pathOf(there.file) } } : { messageId: finding.message, data }),
    ...(change && (settings.edits === 'hardening' ? { fix: change } : { suggest: [{ messageId: 'edit', data: { says: edit.says }, fix: change }] })),
  })
}

/** A squiggle for reading: a call's name rather than its arguments, the head of a function or class rather than its body. */
function locOf(source: SourceCode, { node, range }: Place): AST.SourceLocation {
  const syntax = node as { type?: string; body?: { range: [number, number] }; parent?: { type: string; method?: boolean; range: [number, number]; decorators?: object[] } }
  const end = syntax.type === 'FunctionExpression' || syntax.type === 'FunctionDeclaration' || syntax.type === 'ArrowFunctionExpression' || syntax.type === 'ClassDeclaration' || syntax.type === 'ClassExpression'
    ? syntax.body!.range[0] : range[1]
  // a method begins with its name, which its function does not hold, and after its decorators
  const method = syntax.type === 'FunctionExpression' && (syntax.parent?.method || syntax.parent?.type === 'MethodDefinition')
  const mark = method ? syntax.parent!.decorators?.at(-1) : undefined
  const start = mark ? source.getTokenAfter(mark as AST.Token)!.range[0] : method ? Math.min(range[0], syntax.parent!.range[0]) : range[0]
  return { start: source.getLocFromIndex(start), end: source.getLocFromIndex(Math.max(end, range[0] + 1)) }
}

// ── one read per file, shared by all rules ─────────────────────────────────────────────────────────────────────────
interface Reading {
  readonly facts: Program
  /** What another file of the program shows when it is linted itself. */
  factsOf(file: string): Program | undefined
}
const readings = new WeakMap<object, { readonly reader: (() => Reading) | undefined }>()
/** Whether the file is known to show no sign of RPC. */
function isPlain(ast: object): boolean {
  const known = readings.get(ast)
  return known !== undefined && known.reader === undefined
}
const dictionaries = new WeakMap<ProjectSettings, Dictionary>()
/** Facts of files on the way, by their trees: kept while neither they nor, as far as was looked, what they import has changed. */
const elsewhere = new WeakMap<Dictionary, { since: number; facts: WeakMap<object, Program> }>()

function dictionaryFor(settings: ProjectSettings): Dictionary {
  let dictionary = dictionaries.get(settings)
  if (!dictionary) dictionaries.set(settings, dictionary = createDictionary([...frameworks, ...settings.frameworks, ...trusted(settings)]))
  return dictionary
}

/** A file's path from a folder, with slashes. */
const pathFrom = (folder: string, file: string): string => path.relative(folder, file).replaceAll(path.sep, '/')

/** The facts of the file, read when first asked for; undefined when the file shows no sign of RPC, unless they are wanted of any. */
function readingOf(context: Rule.RuleContext, settings: ProjectSettings, ofAny: boolean): (() => Reading) | undefined {
  const { cwd, physicalFilename, sourceCode } = context
  const known = readings.get(sourceCode.ast)
  if (known && (known.reader || !ofAny)) return known.reader
  const dictionary = dictionaryFor(settings), host = createHost({ followImports: settings.followImports, cwd })
  let reading: Reading | undefined
  // most files are of no concern, so that is asked first
  const reader = (ofAny || concerns(sourceCode as never, dictionary, physicalFilename, settings.followImports ? host : undefined)) && !fits(pathFrom(cwd, physicalFilename), settings.tests)
    ? () => reading ??= read(context, settings, dictionary, host)
    : undefined
  // what one rule is told to look for is no sign of RPC for the others
  if (!ofAny) readings.set(sourceCode.ast, { reader })
  return reader
}

function read(context: Rule.RuleContext, settings: ProjectSettings, dictionary: Dictionary, host: Host): Reading {
  const { sourceCode, physicalFilename } = context
  const module = makeModule({ file: physicalFilename, text: sourceCode.text, ast: sourceCode.ast as never, scopeManager: sourceCode.scopeManager as never, visitorKeys: sourceCode.visitorKeys, host })
  host.adopt?.(module)
  const factsOf = (file: string): Program | undefined => {
    const found = host.resolve(file, module.file)
    if (found.kind !== 'program') return undefined
    let known = elsewhere.get(dictionary)
    if (known?.since !== pathsSince()) elsewhere.set(dictionary, known = { since: pathsSince(), facts: new WeakMap() })
    let facts = known.facts.get(found.module.ast)
    if (!facts) known.facts.set(found.module.ast, facts = readProgram(found.module, dictionary, settings))
    return facts
  }
  return { facts: readProgram(module, dictionary, settings), factsOf }
}
