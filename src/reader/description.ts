/** Whether what a project gives as a description is one: every word is known, and stands with what such a word takes. */
import type { AdminRow, Approval, CallRow, ChannelRow, CheckRow, ContextRow, ContextWords, CredentialsRow, DecodeRow, Folding, Framework, Generated, Given, GuardRow, ImpersonationRow, LimitRow, ListenerRow, NobodyRow, OriginRow, Packing, ProcedureRow, Ref, ReplyRow, ReplyWords, SchemaWords, SinkRow, StandIn, SwitchRow, Thing, TokenRow } from '../frameworks/describe.js'
import { compile } from './match.js'

/** Throws when the value cannot stand at this place, and says what can. */
type Check = (value: unknown, at: string) => void
/** A check for each word of a shape: a word that is added to the vocabulary does not compile until it has one. */
type Words<T> = { [K in keyof Required<T>]: Check }

/**
 * A description as the reader takes it.
 * @throws Error that names the place and what is allowed there
 */
export function readDescription(raw: unknown, at: string): Framework {
  description(raw, at)
  // in plain data, a reference without steps need not say so
  return JSON.parse(JSON.stringify(raw), (_key, value: Partial<Ref> | null) => typeof value?.base?.of === 'string' && !value.steps ? { ...value, steps: [] } : value) as Framework
}

const wrong = (at: string, what: string): Error => new Error(`\`${at}\` ${what}`)
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const listed = (names: readonly string[]): string => names.map(name => `\`${name}\``).join(', ')
const below = (at: string, key: string): string => /^\w+$/.test(key) ? `${at}.${key}` : `${at}['${key}']`

// ── ways to be right ───────────────────────────────────────────────────────────────────────────────────────────────
const text: Check = (value, at) => { if (typeof value !== 'string' || value === '') throw wrong(at, 'must be a text') }
const number: Check = (value, at) => { if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(at, 'must be a number') }
const truth: Check = (value, at) => { if (typeof value !== 'boolean') throw wrong(at, 'must be true or false') }
const yes: Check = (value, at) => { if (value !== true) throw wrong(at, 'must be true, or left out') }
const literal: Check = (value, at) => { if (value !== null && typeof value !== 'string' && typeof value !== 'boolean' && !Number.isFinite(value)) throw wrong(at, 'must be a text, a number, true, false or null') }
const pattern: Check = (value, at) => {
  text(value, at)
  try { compile(value as string) } catch { throw wrong(at, "is no pattern; write it as code, such as 'new Server().listen()'") }
}
const expression: Check = (value, at) => {
  text(value, at)
  try { new RegExp(value as string) } catch { throw wrong(at, 'is no regular expression') }
}
const oneOf = (...allowed: string[]): Check => (value, at) => { if (!allowed.includes(value as string)) throw wrong(at, `must be one of ${listed(allowed)}`) }
const list = (each: Check): Check => (value, at) => {
  if (!Array.isArray(value)) throw wrong(at, 'must be a list')
  for (const [index, one] of value.entries()) each(one, `${at}[${index}]`)
}
const pair: Check = (value, at) => {
  list(ref)(value, at)
  if ((value as unknown[]).length !== 2) throw wrong(at, 'must be a list of two')
}
const oneOrMore = (each: Check): Check => (value, at) => { (Array.isArray(value) ? list(each) : each)(value, at) }
const table = (each: Check, key: Check = text): Check => (value, at) => {
  if (!isObject(value)) throw wrong(at, 'must be an object')
  for (const [name, one] of Object.entries(value)) { key(name, below(at, name)); each(one, below(at, name)) }
}
const shape = <T>(words: Words<T>, required: readonly (keyof T)[]): Check => (value, at) => {
  if (!isObject(value)) throw wrong(at, 'must be an object')
  for (const [name, one] of Object.entries(value)) {
    if (!Object.hasOwn(words, name)) throw wrong(below(at, name), `is no word of a description; allowed here are ${listed(Object.keys(words))}`)
    if (one !== undefined) words[name as keyof T](one, below(at, name))
  }
  for (const name of required) if (value[name as string] === undefined) throw wrong(at, `must say \`${String(name)}\``)
}
/** Shapes that are told apart by the word each is named after here, which it must have. */
const told = (shapes: Record<string, Record<string, Check>>, optional: readonly string[] = []): Check => (value, at) => {
  const kind = isObject(value) ? Object.keys(shapes).find(name => name in value) : undefined
  if (kind === undefined) throw wrong(at, `must be an object with one of ${listed(Object.keys(shapes))}`)
  shape(shapes[kind]!, Object.keys(shapes[kind]!).filter(name => !optional.includes(name)))(value, at)
}

// ── references ─────────────────────────────────────────────────────────────────────────────────────────────────────
const ref: Check = (value, at) => { reference(value, at) } // they hold each other

const pass: Check = (value, at) => { (isObject(value) ? answer : oneOf('completes', 'work'))(value, at) }
const answer = told({ calls: { calls: ref, bare: yes, yields: yes }, returns: { returns: oneOf('truthy', 'falsy', 'zero'), sync: truth } }, ['bare', 'yields', 'sync'])
const approval: Words<Approval> = { pass, curried: yes, stages: table(told({ pass: { pass, evidence: list(ref) } })), watches: told({ on: { on: ref, by: pattern, hooks: list(text) } }), thrown: oneOf('passes', 'crashes'), outs: yes, threads: yes }

const bases: Record<Ref['base']['of'], Record<string, Check>> = {
  arg: { index: number }, args: { from: number }, among: { from: number }, param: { index: number, from: yes }, last: { kind: oneOf('function', 'object') },
  call: { name: text, index: number }, giver: { index: number }, spoken: { name: text }, steps: { name: text, joins: list(text) }, star: {}, receiver: {}, value: {}, self: {}, literal: { value: literal },
  earlier: { by: pattern, ref, under: ref, anytime: yes }, assigned: { by: pattern }, decorated: {}, beside: { by: pattern, ref, joins: list(pattern) }, filled: { by: pattern, out: number, ref }, lacks: { out: number, calls: list(pattern) },
}
const optional: Partial<Record<keyof typeof bases, string[]>> = { param: ['from'], earlier: ['under', 'anytime'] }
const base: Check = (value, at) => {
  const of = isObject(value) ? value.of as keyof typeof bases : ''
  oneOf(...Object.keys(bases))(of, below(at, 'of'))
  const words = bases[of as keyof typeof bases]
  shape<Record<string, unknown>>({ of: text, ...words }, Object.keys(words).filter(name => !optional[of as keyof typeof bases]?.includes(name)))(value, at)
}
const step = told({
  option: { option: text }, each: { each: yes }, method: { method: text }, field: { field: text, byte: (value, at) => { if (value !== null) number(value, at) }, within: text }, element: { element: number },
  scale: { scale: table(literal) }, bits: { bits: table(number), any: yes }, unless: { unless: literal }, present: { present: yes }, scheme: { scheme: table(text) }, symbol: { symbol: yes }, fileRead: { fileRead: yes },
  returns: { returns: yes }, behaves: { behaves: shape<Approval & { evidence?: Ref[] }>({ ...approval, evidence: list(ref) }, ['pass']) },
  greater: { greater: number }, matches: { matches: expression }, extract: { extract: expression }, named: { named: yes }, follows: { follows: expression }, joined: { joined: yes }, argument: { argument: number }, on: { on: yes }, only: { only: text }, text: { text: yes },
}, ['within', 'any'])
const reference = shape<Pick<Ref, 'base' | 'steps' | 'fallback'>>({ base, steps: list(step), fallback: told({ default: { default: literal }, ref: { ref } }) }, ['base'])

// ── rows ───────────────────────────────────────────────────────────────────────────────────────────────────────────
const given = shape<Given>({ ref, is: literal, kind: oneOf('string', 'number', 'object', 'function', 'array'), present: truth, credential: truth, secret: yes, thing: text, own: yes, also: pattern }, ['ref'])
const row = { each: ref, if: oneOrMore(given), remedy: table(text) }
const credentials: Words<CredentialsRow> = {
  ...row, level: ref, provider: ref, floor: ref, ciphers: ref, renegotiates: ref, chain: ref, asks: ref, requires: ref, roots: ref, names: ref, namesPass: pass, named: ref,
  key: ref, certificate: ref, mutual: ref, impersonation: ref, principal: ref, override: ref, within: ref, guards: ref,
}
const end = {
  ...credentials, checkedBy: list(text), address: ref, credentials: ref, transport: ref, overrides: yes,
  ignores: list(told({ against: { what: ref, name: text, against: text, unless: ref }, in: { in: ref, prefix: text, lacks: list(text), known: list(text), protects: expression, bait: table(text), misplaced: table(text), moves: told({ into: { into: text, names: list(text) } }) }, what: { what: ref, name: text, instead: text } }, ['prefix', 'lacks', 'known', 'protects', 'bait', 'misplaced', 'moves', 'instead'])),
}
const limit: Words<LimitRow> = { ...row, bounds: text, of: oneOf('message', 'batch', 'state'), value: ref, removed: list(literal), above: number }
const rows = <T>(words: Words<T>, ...required: (keyof T)[]): Check => table(oneOrMore(shape(words, required)), pattern)
const reply = { tells: oneOrMore(ref), made: ref, error: list(ref), internal: given }
const schema = oneOrMore(shape<SchemaWords>({
  if: given, type: oneOf('string', 'number', 'array', 'record', 'object', 'boolean', 'closed', 'anything', 'other', 'same'),
  fields: ref, element: ref, inner: ref, items: ref, oneOf: ref, also: ref, keeps: ref, drops: ref, loose: yes, rest: ref, more: yes, bounded: yes, opaque: yes, wraps: yes, makes: ref,
}, []))
const way: Check = (value, at) => { (isObject(value) ? told({ pattern: { pattern, if: given }, generated: { generated: shape<Generated>({ holds: text, named: expression }, ['holds']) }, given: { given: pattern, arg: number, param: number, option: text, params: number } }, ['option', 'params']) : pattern)(value, at) }
const thing: Check = (value, at) => { (isObject(value) ? shape<Exclude<Thing, string>>({ is: list(way), chain: list(text), self: list(text), type: list(text), failure: yes, secret: text, holds: told({ entry: { entry: list(text), all: list(text), out: list(text), copy: text } }, ['all', 'out', 'copy']) }, ['is']) : pattern)(value, at) }
const module: Check = (value, at) => {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) throw wrong(at, "must name the wrapper's module, such as '@acme/rpc'")
  oneOrMore(text)(value, at)
}

const words: Words<Framework> = {
  module, family: list(text), aside: yes, transport: oneOf('deprecated', 'unusual'), tested: text, docs: text, things: table(thing),
  stands: table(shape<StandIn>({ module: ref, name: ref, args: ref }, ['name']), pattern), suffixes: list(text), functions: table(number),
  wraps: table(shape<Packing>({ function: ref, thrown: oneOf('zero', 'lost', 'ends'), elsewhere: ref }, ['function']), pattern),
  credentials: rows<CredentialsRow>(credentials),
  channels: rows<ChannelRow>({ ...end, secrets: oneOrMore(ref), forwards: ref, cookies: ref, inAddress: ref, timed: ref, replaced: ref, silent: table(list(text)), uncalled: ref, heard: list(pattern) }),
  listeners: rows<ListenerRow>({ ...end, guard: ref, guardPass: shape(approval, ['pass']), guardEvidence: list(ref), secureOnly: ref, endpointSecurity: ref, open: ref, everywhere: yes, registers: yes, nullSession: text, breaks: ref, hears: list(pattern), opens: yes, door: told({ names: { names: list(text), local: ref } }), serves: ref, mayRefuse: list(ref), given: told({ guards: { guards: pattern, checks: pattern, shared: ref } }, ['shared']) }),
  procedures: rows<ProcedureRow>({
    ...row, handler: ref, name: ref, changesState: yes, guards: oneOrMore(ref), guard: shape<Approval & { evidence: Ref[] }>({ ...approval, evidence: list(ref) }, ['pass', 'evidence']), overrides: told({ own: { own: ref, of: ref } }), forgets: told({ in: { in: ref, each: list(told({ name: { name: text, own: ref, of: ref, is: literal } })) } }), contract: ref,
    peer: list(ref), marks: list(pattern), checks: oneOrMore(ref), raw: list(ref), evidence: list(ref), claims: list(ref), refusal: ref, rejection: oneOf('crashes', 'answered', 'called'),
    replies: (value, at) => { (isObject(value) && 'returned' in value ? shape<{ returned: true }>({ returned: yes }, []) : oneOrMore(shape<{ by: Ref } & ReplyWords>({ by: ref, ...reply }, ['by'])))(value, at) },
    types: shape<NonNullable<ProcedureRow['types']>>({ handler: list(text), given: table(number), service: list(text), context: told({ names: { names: list(text), at: number } }) }, []),
    listens: told({ on: { on: ref, by: list(text), events: list(text), as: text, peer: list(ref) } }, ['events', 'as']),
  }, 'handler', 'peer'),
  guards: rows<GuardRow>({ ...row, ...approval, guard: ref, evidence: list(ref), claims: list(ref), raw: list(ref), refusal: ref, pure: yes, meant: yes, params: number, denies: told({ by: { by: list(ref), with: list(literal) } }), order: list(pattern), context: ref }, 'guard', 'pass', 'evidence'),
  contexts: rows<ContextRow>({ ...row, makes: ref, claims: list(ref), endpoints: list(ref) }, 'makes', 'claims'),
  contextTypes: table(shape<ContextWords>({ claims: list(ref), endpoints: list(ref) }, ['claims'])), gathers: table(oneOrMore(ref), pattern), refusers: table(ref, pattern),
  calls: rows<CallRow>({ ...row, deadline: ref, unit: oneOf('until', 'span'), secrets: oneOrMore(ref), forwards: ref, through: ref, replaces: ref, except: list(text), noCallback: yes, gives: list(text), timed: oneOrMore(ref), governed: yes, inside: yes, stream: told({ steps: { awaited: told({ calls: { calls: list(pattern), methods: list(text) } }), steps: text, waits: list(pattern), joins: list(pattern) } }, ['joins']) }), waited: table(text), shapes: told({ by: { by: list(pattern), told: ref } }), injected: told({ by: { by: pattern, name: ref, as: ref } }),
  checks: rows<CheckRow>({ ...row, answers: told({ in: { in: text, good: text, bad: list(text) } }) }),
  nobodies: rows<NobodyRow>({ ...row, identity: ref }, 'identity'),
  limits: rows(limit, 'bounds', 'value', 'removed'), options: table(shape(limit, ['bounds', 'value', 'removed'])),
  replies: rows<ReplyRow>({ ...row, ...reply, stack: ref, says: ref }),
  origins: rows<OriginRow>({ ...row, origin: ref, decides: told({ origin: { origin: ref, by: ref } }), credentials: ref, everybody: literal, asked: list(pattern), unasked: yes }, 'origin', 'credentials'),
  admins: rows<AdminRow>({ ...row, service: text, on: ref, tells: text, shown: ref }, 'service', 'on'),
  sinks: rows<SinkRow>({ ...row, data: ref, kind: oneOf('command', 'path', 'query', 'url', 'code', 'pattern', 'markup', 'property', 'dispatch', 'size', 'endpoint') }, 'data', 'kind'),
  switches: rows<SwitchRow>({ ...row, turnsOff: oneOf('verification', 'validation', 'serialization'), flags: list(ref) }, 'turnsOff'),
  impersonations: rows<ImpersonationRow>({ ...row, ends: list(pattern) }, 'ends'),
  tokens: rows<TokenRow>({ ...row, token: ref, later: yes, key: ref, algorithms: ref, expires: ref, audience: ref, issuer: ref, carried: ref, keys: ref, clear: ref, ignores: end.ignores }), signs: list(pattern),
  decodes: table(shape<DecodeRow>({ token: ref, part: told({ of: { of: pattern, entry: text } }), under: text }, ['token']), pattern),
  contract: shape<Folding>({ base: table(schema, pattern), steps: table(schema) }, ['base', 'steps']),
  verifiers: list(pattern), throws: list(pattern), trusted: list(pattern), harmless: list(pattern), reads: list(pattern), cleaners: table(list(text), pattern), endpoints: list(pattern), unproven: list(pattern),
  asksPeer: table(shape<{ out?: number; callback?: number }>({ out: number, callback: number }, []), pattern), compares: table(told({ name: { name: ref, proof: ref } }), pattern),
  bytes: table(ref, pattern), fresh: table(oneOf('random', 'counter', 'clock', 'chance'), pattern), handle: told({ export: { export: text, global: text } }),
  remedies: table(text),
  edits: table(oneOrMore(told({ replace: { replace: ref, with: text, says: text }, swap: { swap: pair, says: text }, set: { set: ref, bit: number, says: text }, options: { options: text, from: number, after: text, says: text }, throws: { throws: text, unless: text, says: text }, remove: { remove: ref, says: text }, insert: { insert: ref, option: text, uses: told({ name: { name: text, from: text } }), says: text }, append: { append: text, at: number, says: text }, call: { call: text, keeps: number, says: text }, begin: { begin: ref, with: table(text), says: text } }, ['after', 'uses', 'keeps']))),
}
const description: Check = (value, at) => {
  if (!isObject(value)) throw wrong(at, 'must be an object that describes a wrapper')
  module(value.module, below(at, 'module'))
  shape(words, [])(value, at)
  const { remedies = {}, edits = {} } = value as unknown as Framework
  for (const [concept, all] of Object.entries(value)) {
    if (!isObject(all) || concept === 'remedies' || concept === 'edits') continue
    for (const [name, some] of Object.entries(all)) for (const one of [some].flat() as { remedy?: Record<string, string> }[]) {
      for (const [advice, key] of Object.entries(one?.remedy ?? {})) if (!(key in remedies) && !(key in edits)) throw wrong(`${below(below(at, concept), name)}.remedy.${advice}`, `names no remedy; \`${key}\` is none of ${listed(Object.keys({ ...remedies, ...edits })) || 'the remedies, for there are none'}`)
    }
  }
}
