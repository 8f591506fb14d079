/** Functions that decide whether a peer gets on, and values that only a peer vouches for. */
import { functionAround, isFunction } from '../analysis/conditions.js'
import { alternatives, contains, literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Approval, Framework, Ref } from '../frameworks/describe.js'
import { Fact } from '../model/fact.js'
import type { Guard } from '../model/program.js'
import { nameOf } from './circumstance.js'
import type { Match } from './match.js'
import type { Occurrence, Reading } from './read.js'

export interface Guards {
  /** The guard that a function given somewhere is; undefined when none is given. */
  function(ref: Ref, match: Match, approval: Approval, occurrence: Occurrence): Guard | undefined
  list(ref: Ref, match: Match, approval: Approval, evidence: readonly Ref[], occurrence: Occurrence): Fact<readonly Guard[]>
  /** Whether a value is what a peer answered when asked who it is. */
  askedOfPeer(value: Value, framework: Framework): boolean
  /** The name of the caller's own credentials that a value hands on whole. */
  callersOwn(value: Value): string | undefined
  /** Whether a node runs when a peer calls. */
  insideProcedure(node: Node, env: Env): boolean
  /** The functions that peers invoke, with the rows that say so. */
  readonly handlers: ReadonlyMap<FunctionNode, Occurrence<'procedures'>>
}

export function createGuards(reading: Reading): Guards {
  const { facts, evaluator, matcher } = reading
  let known: Map<FunctionNode, Occurrence<'procedures'>> | undefined

  function handlers(): Map<FunctionNode, Occurrence<'procedures'>> {
    if (known) return known
    known = new Map()
    for (const one of reading.all('procedures')) {
      for (const { value } of facts.find(one.row.handler, one.match)) if (value?.kind === 'function') known.set(value.fn, one)
    }
    return known
  }

  function guard(value: FunctionValue | undefined, near: Node, approval: Approval, base: Omit<Guard, 'kind' | 'source' | 'gates' | 'looks' | 'refuses' | 'compares' | 'misplaced'>): Guard {
    const at = facts.place(value, near)
    const verdict = value ? approves(value, approval) : 'unknown'
    return {
      ...base, kind: 'guard', at, source: value ? 'program' : 'package',
      gates: verdict === 'unknown' ? Fact.unknown('the code is too dynamic', at) : Fact.known(verdict !== 'always', at),
      looks: true, refuses: verdict === 'sometimes', compares: [], misplaced: undefined,
    }
  }

  /** Whether every call of the function says yes, whatever it is given. */
  function approves(fn: FunctionValue, { pass }: Approval): 'always' | 'sometimes' | 'unknown' {
    if (typeof pass !== 'object' || !('returns' in pass)) return 'unknown'
    if (pass.returns === 'truthy' && pass.sync && fn.fn.async) return 'always'
    const result = evaluator.call(fn, [], fn.fn, fn.env)
    const yes = alternatives(result).map(({ value }) => {
      const known = literal(value)
      if (!known) return value.kind === 'object' || (value.kind === 'call' && value.isNew) ? pass.returns === 'truthy' : undefined
      return pass.returns === 'truthy' ? Boolean(known.value) : pass.returns === 'zero' ? known.value === 0 : !known.value
    })
    if (yes.every(one => one === true)) return throws(fn) ? 'sometimes' : 'always'
    return yes.some(one => one === undefined) ? 'unknown' : 'sometimes'
  }

  function throws(fn: FunctionValue): boolean {
    const text = fn.env.module.text.slice(fn.fn.range[0], fn.fn.range[1])
    return reading.callsIn(fn.env.module, fn.fn.body).length > 0 || text.includes('throw')
  }

  function single(ref: Ref, match: Match, approval: Approval, occurrence: Occurrence): Guard | undefined {
    const found = facts.find(ref, match).filter(one => !one.absent)
    const first = found[0]
    if (!first || (first.value && literal(first.value))) return undefined
    const { framework, node } = occurrence
    const base = { at: facts.place(undefined, node), what: first.value ? nameOf(first.value) : '', library: ([] as string[]).concat(framework.module)[0]!, when: [], remedy: (of: string) => framework.remedies?.[of], edit: () => undefined }
    return guard(found.length === 1 && first.value?.kind === 'function' ? first.value : undefined, first.at, approval, base)
  }

  function list(ref: Ref, match: Match, approval: Approval, _evidence: readonly Ref[], occurrence: Occurrence): Fact<readonly Guard[]> {
    const at = facts.place(undefined, occurrence.node)
    const found = facts.find(ref, match)
    if (found.every(one => one.absent || (one.value && literal(one.value)))) return Fact.absent(at)
    if (found.some(one => !one.absent && !one.value)) return Fact.unknown(found.find(one => one.reason)?.reason ?? 'the code is too dynamic', at)
    const one = single(ref, match, approval, occurrence)
    return one ? Fact.known([one], at) : Fact.absent(at)
  }

  function askedOfPeer(value: Value, framework: Framework): boolean {
    return Object.entries(framework.asksPeer ?? {}).some(([pattern, { out }]) => {
      if (out === undefined) return contains(value, part => part.kind === 'call' && matcher.match(part, pattern, framework) !== undefined)
      return outOf(value, pattern, out, framework)
    })
  }

  /** Whether a value was read out of what a call filled in. */
  function outOf(value: Value, pattern: string, out: number, framework: Framework): boolean {
    const holder = contains(value, part => part.kind === 'array' || part.kind === 'call') ? value : undefined
    if (!holder) return false
    return reading.callsIn(reading.module, reading.module.ast).some(call => {
      const asked = evaluator.evaluate(call, evaluator.root(reading.module))
      if (asked.kind !== 'call') return false
      const name = matcher.standing(asked.of)
      if (!matcher.match({ ...asked, of: name.kind === 'root' && name.of === 'import' ? { ...name, name: name.name.replace(/[AW]$/, '') } : name }, pattern, framework)) return false
      const target = asked.args[out]
      return target !== undefined && target.kind !== 'literal' && contains(value, part => part === target || part.node === target.node)
    })
  }

  function callersOwn(value: Value): string | undefined {
    for (const [fn, { row }] of handlers()) {
      for (const ref of row.claims ?? []) {
        if (ref.base.of !== 'param' || ref.steps.length === 0) continue
        const path = ref.steps.flatMap(step => 'option' in step ? step.option.split('.') : [])
        const { index } = ref.base
        if (alternatives(value).some(arm => isPath(arm.value, fn, index, path))) return nameOf(value)
      }
    }
    return undefined
  }

  function insideProcedure(node: Node, env: Env): boolean {
    for (let at: Node = functionAround(node); isFunction(at); at = functionAround(at)) if (handlers().has(at)) return true
    for (let at: Env | undefined = env; at; at = at.parent) if (at.fn && handlers().has(at.fn)) return true
    return false
  }

  return { function: single, list, askedOfPeer, callersOwn, insideProcedure, get handlers() { return handlers() } }
}

/** Whether a value is a path of these members from a parameter of the function: `call.metadata`, also cloned. */
export function isPath(value: Value, fn: FunctionNode, index: number, path: readonly string[]): boolean {
  let at = value
  while (at.kind === 'call' && at.of.kind === 'member' && (at.of.name === 'clone' || at.of.name === 'getMap') && at.args.length === 0) at = at.of.of
  for (const name of [...path].reverse()) {
    if (at.kind !== 'member' || at.name !== name) return false
    at = at.of
  }
  return at.kind === 'root' && at.of === 'param' && at.fn === fn && at.index === index
}
