/** Schemas of the program, folded into what they accept. */
import { alternatives, literal } from '../analysis/value.js'
import type { Node, Value } from '../analysis/value.js'
import type { Framework, SchemaWords } from '../frameworks/describe.js'
import type { Answer } from '../model/fact.js'
import type { Contract, Field } from '../model/program.js'
import { tailOf, type Match } from './match.js'
import { nameOf } from './name.js'
import type { Occurrence, Reading } from './reading.js'

export interface Contracts { of(occurrence: Occurrence<'procedures'>): Contract | undefined }

/** Schemas nested deeper than this are not unfolded. */
const DEPTH = 8

interface Shape { type: Field['type']; checks: Answer; bounded: Answer; narrowed?: boolean; node: Node; /** the part of it that a bound can be added to */ core: Node; fields?: Map<string, Shape>; element?: Shape | undefined }

export function createContracts(reading: Reading): Contracts {
  const { facts, matcher, evaluator } = reading
  const unknown = (node: Node): Shape => ({ type: 'other', checks: 'unknown', bounded: 'unknown', node, core: node })

  function shape(value: Value, depth = 0): Shape {
    if (depth > DEPTH) return unknown(value.node)
    if (value.kind === 'function') return identity(value)
    if (value.kind === 'choice') return alternatives(value).length === 1 ? shape(alternatives(value)[0]!.value, depth) : unknown(value.node)
    if (value.kind !== 'call') return unknown(value.node)
    for (const { framework, pattern, words } of reading.dictionary.schemas.get(tailOf(value) ?? '') ?? []) {
      const match = matcher.match(value, pattern, framework)
      if (match) return base(words, match, framework, value, depth)
    }
    for (const framework of reading.dictionary.schemaLibraries) {
      if (value.of.kind !== 'member' || !value.of.name || value.isNew) break
      const words = framework.contract!.steps[value.of.name]
      if (!words) continue
      const before = shape(value.of.of, depth + 1)
      if (before.checks === 'unknown' && before.type === 'other') return unknown(value.node)
      return step(words, before, { framework, value, call: value, star: undefined }, depth)
    }
    return unknown(value.node)
  }

  /** A plain function as a parser: it checks nothing when it gives back what it is given. */
  function identity(fn: Extract<Value, { kind: 'function' }>): Shape {
    // what it calls may throw
    if (reading.callsIn(fn.fn.body).length > 0) return unknown(fn.node)
    const given: Value = { kind: 'root', node: fn.fn, env: fn.env, of: 'param', fn: fn.fn, index: 0, rest: false }
    const back = evaluator.call(fn, [given], fn.fn, fn.env)
    return back === given || (back.kind === 'root' && back.of === 'param' && back.fn === fn.fn) ? { type: 'anything', checks: 'no', bounded: 'no', node: fn.node, core: fn.node } : unknown(fn.node)
  }

  function base(words: SchemaWords, match: Match, framework: Framework, value: Value, depth: number): Shape {
    const inner = words.inner && facts.one(words.inner, match)
    if (words.type === 'same' || inner) return inner ? shape(inner, depth + 1) : unknown(value.node)
    return step(words, { type: 'other', checks: 'yes', bounded: 'no', node: value.node, core: value.node }, match, depth)
  }

  function step(words: SchemaWords, before: Shape, match: Match, depth: number): Shape {
    let after: Shape = { ...before, node: match.value.node, core: words.wraps ? before.core : match.value.node }
    if (words.opaque) return { ...after, narrowed: true, checks: after.type === 'anything' ? 'unknown' : after.checks, bounded: after.bounded === 'no' ? 'unknown' : after.bounded }
    if (words.type && words.type !== 'same') after = { ...after, type: words.type, checks: words.type === 'anything' ? 'no' : 'yes', bounded: words.type === 'closed' || words.type === 'boolean' ? 'yes' : 'no' }
    if (words.fields) {
      const object = facts.one(words.fields, match)
      after.fields = new Map(object?.kind === 'object' ? [...object.entries].map(([name, entry]) => [name, shape(entry, depth + 1)]) : [])
      if (object?.kind !== 'object' || object.unseen) after.checks = 'unknown'
      if (before.fields) after.fields = new Map([...before.fields, ...after.fields])
      after.type = 'object'
    }
    if (words.element) { const element = facts.one(words.element, match); after.element = element ? shape(element, depth + 1) : undefined }
    if (words.bounded) after.bounded = 'yes'
    return after
  }

  function fieldsOf(from: Shape, path: string[], into: Field[], near: Node): void {
    if (into.length > 200) return
    const place = facts.place(undefined, reading.isLinted(from.node) ? from.node : near)
    const bound = from.type === 'string' && reading.isLinted(from.core) ? { range: [from.core.range[1], from.core.range[1]] as const, text: '.max(1000)', says: 'Bound it to 1000 characters' } : undefined
    into.push({ at: place, path, type: from.type, checks: from.checks, bounded: from.bounded, narrowed: from.narrowed === true, edit: bound })
    for (const [name, inner] of from.fields ?? []) fieldsOf(inner, [...path, name], into, near)
    if (from.element) fieldsOf(from.element, [...path, '*'], into, near)
  }

  function of(occurrence: Occurrence<'procedures'>): Contract | undefined {
    const { row, match, framework, node, env } = occurrence
    const schemas = facts.find(row.contract!, match).filter(one => !one.absent)
    if (schemas.length === 0) return undefined
    const fields: Field[] = []
    let checks: Answer = 'yes'
    for (const one of schemas) {
      if (!one.value || literal(one.value)) { checks = 'unknown'; continue }
      const folded = shape(one.value)
      if (folded.checks === 'unknown') checks = 'unknown'
      else if (folded.checks === 'no' && checks === 'yes' && schemas.length === 1) checks = 'no'
      fieldsOf(folded, [], fields, one.at)
    }
    return {
      kind: 'contract', at: facts.place(undefined, schemas.at(-1)!.at), trail: reading.trail(node, env), what: nameOf(match.value), library: ([] as string[]).concat(framework.module)[0]!, when: [],
      remedy: of => framework.remedies?.[of], edit: () => undefined, checks, fields,
    }
  }

  return { of }
}
