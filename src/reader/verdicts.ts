/** Whether a function that a description calls a guard decides anything, by the ways it has to say yes. */
import { isFunction } from '../analysis/conditions.js'
import { gating, type Answer, type Question } from '../analysis/flow.js'
import { nodesBelow } from '../analysis/tree.js'
import type { Env, Evaluator, FunctionNode, FunctionValue, Node } from '../analysis/value.js'
import type { Approval, GuardRow, Ref } from '../frameworks/describe.js'
import { leadsTo, ownParameters, pathFrom, sourcesOf, type Source } from './peer.js'
import type { Reading } from './reading.js'

export interface Verdicts { of(words: Approval & { evidence: Ref[] }, fn: FunctionValue): Answer }

/** The function that a function returns, whatever it is given. */
export function madeBy(fn: FunctionValue, evaluator: Evaluator): FunctionValue | undefined {
  const made = evaluator.call(fn, ownParameters(fn), fn.fn, fn.env)
  return made.kind === 'function' ? made : undefined
}

export function createVerdicts(reading: Reading): Verdicts {
  const { evaluator } = reading

  const isTrusted = (call: Node, env: Env) => reading.vouching('trusted') && reading.vouches('trusted', evaluator.evaluate(call, env))
  /** How a call that verifies a token says what came of it. */
  function verifies(call: Node, env: Env): ReturnType<NonNullable<Question['verifies']>> {
    if (call.type !== 'CallExpression') return undefined
    const value = evaluator.evaluate(call, env), row = value.kind === 'call' ? reading.fits(value, 'tokens')?.row : undefined
    if (!row?.token) return undefined
    if (call.arguments.some(argument => evaluator.evaluate(argument, env).kind === 'function' && argument === call.arguments.at(-1))) return 'calling back'
    return row.later || call.parent.type === 'AwaitExpression' ? 'later' : 'at once'
  }

  /** Whether an expression is what a callback of such a call is told: first of a failure. */
  function isTold(node: Node, env: Env, index?: number): boolean {
    const value = node.type === 'Identifier' ? evaluator.evaluate(node, env) : undefined
    if (value?.kind !== 'root' || value.of !== 'param' || (index !== undefined && value.index !== index)) return false
    const site = value.fn.parent
    return site.type === 'CallExpression' && site.arguments.includes(value.fn as never) && verifies(site, env) === 'calling back'
  }

  const reads = (call: Node, env: Env) => reading.vouching('reads') && reading.vouches('reads', evaluator.evaluate(call, env))
  const checks = { isTrusted, reads, verifies, isFailure: (node: Node, env: Env) => isTold(node, env, 0) }

  type Words = Approval & { evidence: Ref[] }
  const UNSEEN: Answer = { gates: 'unknown', refuses: false, reacts: false }
  const answers = new Map<Words, Map<FunctionNode, Answer>>()
  /** What a function does that a description calls a guard. */
  function of(words: Words, fn: FunctionValue): Answer {
    const known = answers.get(words) ?? new Map<FunctionNode, Answer>()
    answers.set(words, known)
    const answer = known.get(fn.fn) ?? (words.stages ? staged(words.stages, fn) : asked(words, fn))
    known.set(fn.fn, answer)
    return answer
  }

  function asked({ pass, evidence, curried }: Words, guard: FunctionValue): Answer {
    const fn = curried ? madeBy(guard, evaluator) : guard
    if (!fn) return UNSEEN
    const base = { fn, env: reading.inside(fn), evaluator, ...checks, isEvidence: (node: Node, env: Env) => isSource(node, env, sourcesOf(fn.fn, evidence)) || isTold(node, env) }
    if (pass === 'completes') return gating({ ...base, approval: 'completes' })
    if (typeof pass === 'string') return UNSEEN
    if ('calls' in pass) return gating({ ...base, approval: 'calls', refusesWithArgument: pass.bare === true, generator: pass.yields === true, ...approving(guard.fn, pass.calls) })
    return pass.returns === 'zero' ? UNSEEN : gating({ ...base, approval: pass.returns, sync: pass.sync === true })
  }

  /** A guard made of stages gates if one of them does. */
  function staged(stages: NonNullable<GuardRow['stages']>, fn: FunctionValue): Answer {
    const found: Answer[] = []
    for (const node of nodesBelow(fn.fn.body, 'Property', 'CallExpression')) {
      const named = node.type === 'Property' && node.key.type === 'Identifier' ? { name: node.key.name, inner: node.value as Node }
        : node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' ? { name: node.callee.property.name, inner: node.arguments[0] as Node | undefined } : undefined
      const stage = named && Object.hasOwn(stages, named.name) ? stages[named.name] : undefined
      if (!stage || !named?.inner || !isFunction(named.inner)) continue
      const inner: FunctionValue = { kind: 'function', node: named.inner, env: fn.env, fn: named.inner }
      found.push(gating({
        fn: inner, env: reading.inside(inner), evaluator, approval: 'calls', ...approving(inner.fn, stage.pass.calls),
        isEvidence: (part, env) => isSource(part, env, sourcesOf(inner.fn, stage.evidence)) || isTold(part, env), ...checks,
      }))
    }
    if (found.length === 0) return UNSEEN
    const gates = found.some(one => one.gates === 'yes') ? 'yes' : found.some(one => one.gates === 'unknown') ? 'unknown' : 'no'
    return { gates, refuses: found.some(one => one.refuses), reacts: found.some(one => one.reacts) }
  }

  function isSource(node: Node, env: Env, sources: readonly Source[]): boolean {
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
    const value = evaluator.evaluate(node, env)
    return sources.some(source => pathFrom(value, source) !== undefined)
  }

  /** What approves when it is called, and what it can be read out of. */
  function approving(fn: FunctionNode, ref: Ref): Pick<Question, 'passes' | 'carries'> {
    const sources = sourcesOf(fn, [ref])
    return {
      passes: (node, env) => { const value = evaluator.evaluate(node, env); return sources.some(source => pathFrom(value, source)?.length === 0) },
      carries: (node, env) => { const value = evaluator.evaluate(node, env); return sources.some(source => leadsTo(value, source)) },
    }
  }

  return { of }
}
