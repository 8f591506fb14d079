/** Pages of other sites that may call: what is answered to an origin, and what it is asked for before. */
import { functionAround } from '../analysis/conditions.js'
import { bare, contains, literal, type Condition, type Env, type FunctionValue, type Node, type Value } from '../analysis/value.js'
import type { OriginRow } from '../frameworks/describe.js'
import type { Origins } from '../model/program.js'
import { circumstances } from './circumstance.js'
import type { Ends } from './ends.js'
import { ownParameters, pathFrom, sourcesOf } from './peer.js'
import type { Occurrence, Reading } from './reading.js'

type Open = Origins['open'][number]
interface Weak { to: Open['to']; text: string; node: Node }

export function readOrigins(reading: Reading, ends: Ends): Origins[] {
  const { facts, evaluator, matcher, module, isLinted } = reading

  function origins(occurrence: Occurrence<'origins'>): Origins {
    const { row, match, node, env } = occurrence
    const open = row.unasked ? [{ at: facts.near(match), to: 'unasked' as const, text: '' }] : facts.find(row.origin, match).flatMap(({ value, when, at, arg, key }): Open[] => value ? opened(value, [...when, ...around(row, node, env)], row, row.asked && key === undefined && arg ? arg : at) : [])
    return { kind: 'origins', ...ends.subject(occurrence as Occurrence), credentials: facts.fact(row.credentials, match), open }
  }

  /** Headers are set for one call: what decided before counts. */
  const around = ({ asked }: OriginRow, node: Node, env: Env): Condition[] => asked ? evaluator.conditions(node, env, functionAround(node)) : []

  function opened(value: Value, when: readonly Condition[], row: OriginRow, at: Node): Open[] {
    const found = (weak: Weak | undefined): Open[] => weak ? [{ at: facts.place(undefined, isLinted(weak.node) ? weak.node : at), to: weak.to, text: weak.text }] : []
    if (value.kind === 'array') return value.items.flatMap(one => opened(one, when, row, at))
    if (value.kind === 'function') return row.decides ? decided(value, row.decides).flatMap(weak => when.length > 0 ? [] : found(weak)) : []
    const known = literal(value)
    if (known && row.everybody !== undefined && known.value === row.everybody) return when.every(isFallback) ? found({ to: 'everybody', text: textOf(value.node), node: at }) : []
    const pattern = patternOf(value)
    if (pattern) return when.length === 0 ? found(openPattern(pattern, value.node)) : []
    if (!row.asked) return []
    return reflected(value, when, row.asked).flatMap(arm => found(letIn(arm.when, arm.is, at)))
  }

  /** Something was not given: that happens where nobody wants it. */
  const isFallback = (condition: Condition): boolean => ['missing', 'otherwise'].includes(circumstances([condition])[0]?.kind ?? '')

  // ── who asks is answered ─────────────────────────────────────────────────────────────────────────────────────────
  /** The origin of whoever asks, in what it is answered, with what decides about it. */
  function reflected(value: Value, when: readonly Condition[], asked: readonly string[]): { is(part: Value): boolean; when: readonly Condition[] }[] {
    const is = (part: Value): boolean => reading.dictionary.frameworks.some(framework => framework.origins !== undefined && asked.some(pattern => matcher.match(part, pattern, framework) !== undefined)) && contains(part, one => one.kind === 'root' && (one.of === 'param' || one.of === 'typed')) !== undefined
    const same = (part: Value): boolean => is(part)
    const inner = (part: Value | undefined, more: readonly Condition[] = when) => part ? reflected(part, more, asked) : []
    if (is(value)) return [{ is: same, when }]
    switch (value.kind) {
      case 'choice': return value.of.flatMap(arm => inner(arm.value, [...when, ...arm.when]))
      case 'operation': return value.op === '??' || value.op === '||' || (value.op === 'template' && value.parts.length === 1) ? inner(value.parts[0]) : []
      case 'call': return value.of.kind === 'member' && value.of.name === 'toString' ? inner(value.of.of) : value.of.kind === 'root' && value.of.of === 'global' && value.of.name === 'String' ? inner(value.args[0]) : []
      default: return []
    }
  }

  /** What a function says yes to. */
  function decided(fn: FunctionValue, { origin, by }: NonNullable<OriginRow['decides']>): Weak[] {
    const env = evaluator.enter(fn, ownParameters(fn), fn.fn) ?? fn.env
    const [asked] = sourcesOf(fn.fn, [origin]), calls = sourcesOf(fn.fn, [by])
    if (!asked) return []
    const is = (part: Value): boolean => pathFrom(part, asked)?.length === 0
    return reading.callsIn(fn.fn.body).flatMap((call): Weak[] => {
      const callee = evaluator.evaluate(bare(call.callee), env), [error, answer] = call.arguments
      if (!answer || !calls.some(source => pathFrom(callee, source)?.length === 0)) return []
      const wrong = literal(evaluator.evaluate(error!, env)), yes = evaluator.evaluate(answer, env), known = literal(yes)
      if (!wrong || wrong.value || (known && !known.value)) return []
      const when = evaluator.conditions(call, env, fn.fn)
      const weak = letIn(known || is(yes) ? when : [...when, { test: yes, is: true }], is, call)
      return weak ? [weak] : []
    })
  }

  /** How an origin gets through what decides about it, if that is too easy. */
  function letIn(when: readonly Condition[], is: (part: Value) => boolean, at: Node): Weak | undefined {
    const tests = when.map(simplified)
    // who asks without an origin is no page of a browser
    if (tests.some(({ test, is: holds }) => is(test) && !holds)) return undefined
    const rest = tests.filter(({ test }) => !is(test) && !isAboutMethod(test))
    if (rest.length === 0) return { to: 'everybody', text: '', node: at }
    // a test that has failed keeps nobody out; one that holds is enough, if it is the only one
    const passed = rest.filter(one => one.is)
    return passed.length === 1 ? weakness(passed[0]!.test, is, at) : undefined
  }

  function simplified({ test, is }: Condition): Condition {
    return test.kind === 'operation' && test.op === '!' ? simplified({ test: test.parts[0]!, is: !is }) : { test, is }
  }

  /** Whether a test only asks in what way a call was made: every page can choose that. */
  const isAboutMethod = (test: Value): boolean => test.kind === 'operation' && /^[=!]==?$/.test(test.op) && test.parts.some(part => part.kind === 'member' && part.name === 'method') && test.parts.some(part => literal(part) !== undefined)

  // ── tests that let in more than is meant ─────────────────────────────────────────────────────────────────────────
  function weakness(test: Value, is: (part: Value) => boolean, at: Node): Weak | undefined {
    if (test.kind === 'choice') return test.of.map(arm => { const known = literal(arm.value); return known && !known.value ? undefined : letIn(known ? arm.when : [...arm.when, { test: arm.value, is: true }], is, at) }).find(Boolean)
    if (test.kind === 'operation') {
      if (test.op === '||') return test.parts.map(part => weakness(part, is, at)).find(Boolean)
      const [call, bound] = test.parts
      const holds = call && bound && ((test.op === '>=' && literal(bound)?.value === 0) || (/^(?:>|!==?)$/.test(test.op) && literal(bound)?.value === -1))
      return holds ? holdsText(call, 'indexOf', is) : undefined
    }
    if (test.kind !== 'call' || test.of.kind !== 'member') return undefined
    const { of, name } = test.of, [first] = test.args
    if (name === 'test' && first && is(first)) { const pattern = patternOf(of); return pattern && openPattern(pattern, test.node) }
    if (name === 'match' && first && is(of)) { const pattern = patternOf(first); return pattern && openPattern(pattern, test.node) }
    if (!is(of) || !first) return undefined
    const text = literal(first)?.value
    if (name === 'includes') return holdsText(test, 'includes', is)
    if (typeof text !== 'string') return undefined
    if (name === 'endsWith' && /^[\w-]/.test(text) && !text.includes('://')) return { to: 'suffix', text, node: test.node }
    if (name === 'startsWith' && /:\/\/[^/:]*[\w.-]$/.test(text)) return { to: 'prefix', text, node: test.node }
    return undefined
  }

  function holdsText(call: Value, method: string, is: (part: Value) => boolean): Weak | undefined {
    if (call.kind !== 'call' || call.of.kind !== 'member' || call.of.name !== method || !is(call.of.of)) return undefined
    const text = literal(call.args[0])?.value
    return typeof text === 'string' && /[\w-]$/.test(text) ? { to: 'substring', text, node: call.node } : undefined
  }

  const textOf = (node: Node): string => module.text.slice(...node.range).slice(0, 60)

  return reading.all('origins').map(origins)
}

/** A regular expression that is written out. */
function patternOf({ node }: Value): RegExp | undefined {
  if (node.type !== 'Literal' || !('regex' in node)) return undefined
  try { return new RegExp(node.regex.pattern, node.regex.flags.replace(/[gy]/g, '')) } catch { return undefined }
}

/** Whether a regular expression lets in an origin that an attacker can have: one that is longer, at either end, than what is meant. */
function openPattern(pattern: RegExp, node: Node): Weak | undefined {
  const weak = (to: Weak['to']): Weak => ({ to, text: String(pattern), node })
  if (pattern.test('https://attacker.example') && pattern.test('http://a.test')) return weak('everybody')
  const meant = sampleOf(pattern.source)
  if (meant === undefined || !pattern.test(meant.origin)) return undefined
  const { origin, domain } = meant
  const longer = [...(/^\w/.test(domain) ? [`https://attacker${domain}`, `http://attacker${domain}`] : []), `${origin}.attacker.example`]
  return longer.some(one => pattern.test(one)) ? weak('pattern') : undefined
}

/** An origin that a simple regular expression is meant for, and the domain that all of them have. */
function sampleOf(source: string): { origin: string; domain: string } | undefined {
  const text = source.replace(/^\^/, '').replace(/\$$/, '')
    .replaceAll(/\((?:\?:)?[^()]*\)[?*]/g, '').replaceAll(/(?:\[[^\]]+\]|\\w|\\d|(?<!\\)\.)[*+]\??/g, ANY).replaceAll(/(\w)\?/g, '$1').replaceAll(/\\([./:-])/g, '$1')
  const domain = text.replace(/^.*:\/\//, '').split(ANY).at(-1)!
  if (/[\\^$*+?()[\]{}|]/.test(text) || !/\w\.\w|^localhost/.test(domain)) return undefined
  const named = text.replaceAll(ANY, 'a')
  return { origin: named.includes('://') ? named : `https://${named.startsWith('.') ? 'a' : ''}${named}`, domain }
}

/** What a regular expression leaves open. */
const ANY = '\u0001'
