/** Schemas of the program, folded into what they accept. */
import { sightings, type Sighting } from '../analysis/looks.js'
import { alternatives, literal } from '../analysis/value.js'
import type { Node, Value } from '../analysis/value.js'
import type { Ref, SchemaWords } from '../frameworks/describe.js'
import type { Answer } from '../model/fact.js'
import type { Contract, Edit, Field } from '../model/program.js'
import { tailOf, type Match } from './match.js'
import { nameOf } from './name.js'
import { pathFrom, sourcesOf } from './peer.js'
import type { Occurrence, Reading } from './reading.js'

export interface Contracts {
  /** What a procedure's input must look like, and what its handler makes of that. */
  of(occurrence: Occurrence<'procedures'>): Contract | undefined
  /** Input that code reads past every contract, and takes for what its types say. */
  past(occurrence: Occurrence, code: Value | undefined): Contract[]
  /** Input that is checked by the class it is declared to be, where it is declared as what is gone when the program runs. */
  erased(occurrence: Occurrence<'procedures'>): Contract[]
}

/** Schemas nested deeper than this are not unfolded. */
const DEPTH = 8
/** Fields of one contract that are looked at. */
export const FIELDS = 200

interface Shape { type: Field['type']; checks: Answer; bounded: Answer; narrowed?: boolean; whole?: boolean; node: Node; /** the part of it that a bound can be added to */ core: Node; fields?: Map<string, Shape>; element?: Shape | undefined }

export function createContracts(reading: Reading): Contracts {
  const { facts, matcher, evaluator } = reading
  const unknown = (node: Node): Shape => ({ type: 'other', checks: 'unknown', bounded: 'unknown', node, core: node })

  function shape(value: Value, depth = 0): Shape {
    if (depth > DEPTH) return unknown(value.node)
    if (value.kind === 'function') return identity(value)
    if (value.kind === 'choice') return alternatives(value).length === 1 ? shape(alternatives(value)[0]!.value, depth) : unknown(value.node)
    // one entry of another schema: `order.shape.id`
    if (value.kind === 'member' && value.of.kind === 'member' && value.of.name === 'shape' && value.name) return shape(value.of.of, depth + 1).fields?.get(value.name) ?? unknown(value.node)
    if (value.kind !== 'call') return unknown(value.node)
    for (const { framework, pattern, words } of reading.dictionary.schemas.get(tailOf(value) ?? '') ?? []) {
      const match = matcher.match(value, pattern, framework)
      const fit = match && fitting(words, match)
      if (fit) return step(fit, { type: 'other', checks: 'yes', bounded: 'no', node: value.node, core: value.node }, match, depth)
    }
    if (value.of.kind !== 'member' || !value.of.name || value.isNew) return unknown(value.node)
    for (const framework of reading.dictionary.schemaLibraries) {
      const words = framework.contract!.steps[value.of.name]
      const match: Match = { framework, value, call: value, star: undefined }
      const fit = words && fitting([words].flat(), match)
      if (!fit) continue
      const before = shape(value.of.of, depth + 1)
      if (before.checks === 'unknown' && before.type === 'other') return unknown(value.node)
      return step(fit, before, match, depth)
    }
    return unknown(value.node)
  }

  const fitting = (words: readonly SchemaWords[], match: Match): SchemaWords | undefined => words.find(one => !one.if || facts.holds(one.if, match))

  /** A plain function as a parser: it checks nothing when it gives back what it is given. */
  function identity(fn: Extract<Value, { kind: 'function' }>): Shape {
    return givesBack(fn) ? { type: 'anything', checks: 'no', bounded: 'no', node: fn.node, core: fn.node } : unknown(fn.node)
  }

  function givesBack(fn: Extract<Value, { kind: 'function' }>): boolean {
    // what it calls may throw
    if (reading.callsIn(fn.fn.body).length > 0) return false
    const given: Value = { kind: 'root', node: fn.fn, env: fn.env, of: 'param', fn: fn.fn, index: 0, rest: false }
    const back = evaluator.call(fn, [given], fn.fn, fn.env)
    return back === given || (back.kind === 'root' && back.of === 'param' && back.fn === fn.fn)
  }

  /** What a constructor accepts, or what is left after a method of a schema. */
  function step(words: SchemaWords, before: Shape, match: Match, depth: number): Shape {
    const { node } = match.value
    const schema = (ref: Ref): Shape => { const value = facts.one(ref, match); return value ? shape(value, depth + 1) : unknown(node) }
    let after: Shape = { ...before, node, core: words.wraps ? before.core : node }
    if (words.inner) { const inner = schema(words.inner); after = { ...inner, node, core: inner.core } }
    if (words.oneOf) return either(alternativesIn(words.oneOf, before, match, depth), node)
    if (words.also) after = both(after, schema(words.also))
    if (words.type && words.type !== 'same') after = { ...after, type: words.type, checks: words.type === 'anything' ? 'no' : 'yes', bounded: words.type === 'closed' || words.type === 'boolean' ? 'yes' : 'no' }
    if (words.fields) after = withFields(after, before.fields, facts.one(words.fields, match), depth)
    if (words.more || words.loose || words.rest) after.whole = false
    if (words.more) after = { ...after, checks: 'unknown', fields: after.fields ?? new Map() }
    if (words.items) {
      const items = facts.one(words.items, match)
      after.fields = new Map(items?.kind === 'array' ? items.items.map((item, i) => [String(i), shape(item, depth + 1)]) : [])
      if (items?.kind !== 'array' || items.unseen) after.checks = 'unknown'
    }
    if (words.element) {
      after.element = schema(words.element)
      // a table of anything is anything that has entries
      if (after.type === 'record' && after.element.type === 'anything') after.checks = after.element.checks
    }
    if (words.keeps || words.drops) after = chosen(after, facts.one(words.keeps ?? words.drops, match), words.keeps !== undefined)
    if (words.rest || words.loose) {
      const rest = words.rest && schema(words.rest), open = !rest || (rest.type === 'anything' && rest.checks === 'no')
      if (open && after.fields?.size === 0 && after.checks === 'yes') after.checks = 'no'
      if (rest && !open) after.element = rest
      if (words.rest && after.type === 'array') after.bounded = 'no'
    }
    const makes = words.makes && facts.one(words.makes, match)
    if (words.opaque || (words.makes && !(makes?.kind === 'function' && givesBack(makes)))) after = { ...after, narrowed: true, checks: after.type === 'anything' || after.checks === 'no' ? 'unknown' : after.checks, bounded: after.bounded === 'no' ? 'unknown' : after.bounded }
    if (words.bounded) after.bounded = 'yes'
    return after
  }

  function withFields(after: Shape, before: Shape['fields'], object: Value | undefined, depth: number): Shape {
    const fields = new Map([...before ?? [], ...object?.kind === 'object' ? [...object.entries].map(([name, entry]) => [name, shape(entry, depth + 1)] as const) : []])
    const known = object?.kind === 'object' && !object.unseen
    return { ...after, type: 'object', fields, checks: known ? after.checks : 'unknown', whole: known && (!before || after.whole === true) }
  }

  /** The entries that are left when some are picked, or left out. */
  function chosen(from: Shape, names: Value | undefined, keeps: boolean): Shape {
    if (!from.fields || names?.kind !== 'object' || names.unseen) return { ...from, checks: 'unknown', narrowed: true }
    return { ...from, fields: new Map([...from.fields].filter(([name]) => names.entries.has(name) === keeps)) }
  }

  function alternativesIn(ref: Ref, before: Shape, match: Match, depth: number): Shape[] {
    const given = facts.one(ref, match)
    if (given?.kind === 'array') return [...given.items.map(item => shape(item, depth + 1)), ...given.unseen ? [unknown(match.value.node)] : []]
    return given && match.value.kind === 'call' && match.value.of.kind === 'member' && before.type !== 'other' ? [before, shape(given, depth + 1)] : [unknown(match.value.node)]
  }

  /** One of several schemas: as open as the most open of them. */
  function either(all: readonly Shape[], node: Node): Shape {
    const [first] = all
    if (!first || all.some(one => one.checks === 'unknown')) return unknown(node)
    if (all.some(one => one.type === 'anything')) return { type: 'anything', checks: 'no', bounded: 'no', node, core: node }
    const whole: Shape = { type: 'other', checks: 'yes', bounded: 'unknown', narrowed: true, node, core: node }
    if (all.some(one => one.type !== first.type || one.narrowed)) return whole
    if (first.type === 'object') {
      const names = new Set(all.flatMap(one => [...one.fields?.keys() ?? []]))
      return { ...whole, type: 'object', narrowed: false, bounded: 'no', whole: all.every(one => one.whole === true), fields: new Map([...names].map(name => [name, either(all.flatMap(one => one.fields?.get(name) ?? []), node)])) }
    }
    return { ...whole, type: first.type, narrowed: first.type === 'array' || first.type === 'record', bounded: all.every(one => one.bounded === 'yes') ? 'yes' : all.some(one => one.bounded === 'no') ? 'no' : 'unknown' }
  }

  function both(one: Shape, other: Shape): Shape {
    const checks: Answer = one.checks === 'unknown' || other.checks === 'unknown' ? 'unknown' : one.checks === 'yes' || other.checks === 'yes' ? 'yes' : 'no'
    const named = one.type === 'anything' ? other : one
    return { ...named, node: one.node, checks, whole: one.whole === true && other.whole === true, bounded: one.bounded === 'yes' || other.bounded === 'yes' ? 'yes' : named.bounded, ...(one.fields && other.fields && { fields: new Map([...one.fields, ...other.fields]) }), ...((one.narrowed || other.narrowed) && { narrowed: true }) }
  }

  function fieldsOf(from: Shape, path: string[], into: Field[], near: Node, examined: (path: readonly string[]) => Answer, within = false): void {
    if (into.length > FIELDS) return
    const narrowed = within || from.narrowed === true
    const place = facts.place(undefined, reading.isLinted(from.node) ? from.node : near)
    const bound = from.type === 'string' && reading.isLinted(from.core) ? { changes: [{ range: [from.core.range[1], from.core.range[1]] as const, text: '.max(1000)' }], says: 'Bound it to 1000 characters' } : undefined
    into.push({ at: place, path, type: from.type, checks: from.checks, bounded: from.bounded, narrowed, whole: from.whole === true, examined: from.checks === 'no' ? examined(path) : 'unknown', edit: bound })
    for (const [name, inner] of from.fields ?? []) fieldsOf(inner, [...path, name], into, near, examined, narrowed)
    if (from.element) fieldsOf(from.element, [...path, '*'], into, near, examined, narrowed)
  }

  // ── what code makes of what comes in ─────────────────────────────────────────────────────────────────────────────
  function met(code: Value | undefined, refs: readonly Ref[]): Sighting[] | undefined {
    if (code?.kind !== 'function') return undefined
    const sources = sourcesOf(code.fn, refs)
    if (sources.length === 0) return []
    const pathTo = (value: Value) => { for (const source of sources) { const path = pathFrom(value, source); if (path) return path } return undefined }
    return sightings({ fn: code, env: reading.inside(code), evaluator, pathTo })
  }

  /** Whether any code looks at what stands at a path; unknown when nothing is seen to use it. */
  function examination(all: readonly Sighting[] | undefined, path: readonly string[]): Answer {
    const touching = all?.filter(one => one.path.every((name, i) => i >= path.length || name === path[i] || path[i] === '*'))
    if (touching?.some(({ kind }) => kind === 'looks')) return 'yes'
    // who is given all that is around it may look at what is in it
    if (touching?.some(one => one.kind === 'goes' && one.path.length < path.length)) return 'unknown'
    return touching?.some(({ kind }) => kind === 'uses' || kind === 'goes') ? 'no' : 'unknown'
  }

  function of(occurrence: Occurrence<'procedures'>): Contract | undefined {
    const { row, match } = occurrence
    const schemas = facts.find(row.contract!, match).filter(one => !one.absent)
    if (schemas.length === 0) return undefined
    const fields: Field[] = []
    let checks: Answer = 'yes', known: { all: Sighting[] | undefined } | undefined
    const examined = (path: readonly string[]) => examination((known ??= { all: met(facts.one(row.handler, match), row.peer) }).all, path)
    for (const one of schemas) {
      if (!one.value || literal(one.value)) { checks = 'unknown'; continue }
      const folded = shape(one.value)
      if (folded.checks === 'unknown') checks = 'unknown'
      else if (folded.checks === 'no' && checks === 'yes' && schemas.length === 1) checks = 'no'
      fieldsOf(folded, [], fields, one.at, examined)
    }
    return contract(occurrence as Occurrence, schemas.at(-1)!.at, checks, fields)
  }

  function past(occurrence: Occurrence, code: Value | undefined): Contract[] {
    const { raw } = occurrence.row as { raw?: Ref[] }
    const all = raw && met(code, raw)
    const first = all?.find(({ path, node }) => path.length === 0 && reading.isLinted(node))
    if (!all || !first || all.some(({ kind }) => kind === 'looks') || !all.some(({ kind, path }) => (kind === 'uses' || kind === 'goes') && path.length > 0)) return []
    const at = facts.place(undefined, first.node)
    return [{ ...contract(occurrence, first.node, 'no', [{ at, path: [], type: 'anything', checks: 'no', bounded: 'no', narrowed: false, whole: false, examined: 'no', edit: undefined }]), past: true }]
  }

  function erased(occurrence: Occurrence<'procedures'>): Contract[] {
    const { row, match, framework } = occurrence, { shapes } = framework, handler = shapes && row.checks ? facts.one(row.handler, match) : undefined
    if (handler?.kind !== 'function' || !reading.isLinted(handler.fn)) return []
    const given = [row.checks!].flat().flatMap(ref => facts.find(ref, match)).filter(one => !one.absent)
    const goesByClass = (value: Value | undefined) => value !== undefined && shapes!.by.some(pattern => { const check = matcher.match(value, pattern, framework); return check !== undefined && facts.fact<boolean>(shapes!.told, check).surely(is => !is) })
    if (given.length === 0 || !given.every(({ value }) => goesByClass(value))) return []
    return handler.fn.params.flatMap((_param, index) => {
      const type = reading.decorators.isMarked(handler, index, row.marks ?? [], framework) && sourcesOf(handler.fn, row.peer).some(source => source.index === index) ? reading.decorators.erased(handler, index) : undefined
      if (!type || examination(met(handler, row.peer), []) === 'yes') return []
      const at = facts.place(undefined, type)
      return [contract(occurrence as Occurrence, type, 'no', [{ at, path: [], type: 'anything', checks: 'no', bounded: 'no', narrowed: false, whole: false, examined: 'no', edit: undefined }])]
    })
  }

  function contract({ match, framework, node, env }: Occurrence, at: Node, checks: Answer, fields: Field[]): Contract {
    const unbounded = fields.filter(({ type, bounded, checks }) => (type === 'string' || type === 'array') && bounded === 'no' && checks === 'yes')
    return {
      kind: 'contract', at: facts.place(undefined, at), what: nameOf(match.value), library: ([] as string[]).concat(framework.module)[0]!, trail: reading.trail(node, env), when: [],
      remedy: of => framework.remedies?.[of], edit: of => of === 'bound' ? together(unbounded) : undefined, checks, fields, unbounded, past: false,
    }
  }

  /** One edit that does what those of several fields do; none where one of them has none. */
  function together(fields: readonly Field[]): Edit | undefined {
    const edits = fields.flatMap(({ edit }) => edit ?? [])
    if (edits.length < 2 || edits.length < fields.length) return edits.length === fields.length ? edits[0] : undefined
    return { changes: edits.flatMap(({ changes }) => changes), says: 'Bound each of them to 1000 characters' }
  }

  return { of, past, erased }
}
