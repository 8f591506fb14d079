/** Tokens, passwords and other secrets among the things that travel with calls. */
import { nodesBelow } from '../analysis/tree.js'
import { bare, literal } from '../analysis/value.js'
import type { Env, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Ref } from '../frameworks/describe.js'
import { Fact } from '../model/fact.js'
import type { Occurrence, Reading, Secrets } from './reading.js'

/** Names under which a secret travels with a call. */
const SECRET = /^(?:proxy-)?authorization$|^(?:cookie|auth|token|jwt)$|^(?:[\w-]*[-_])?(?:api[-_]?key|(?:auth|access|session|refresh|security|bearer|vault|private|api)[-_]?token|ingestion[-_]?key|secret|password)$|^x-honeycomb-team$/i

export function createSecrets({ evaluator, facts, matcher, dictionary, entries, callsIn, isLinted }: Pick<Reading, 'evaluator' | 'facts' | 'matcher' | 'dictionary' | 'entries' | 'callsIn' | 'isLinted'>): Secrets {
  const isBlank = (value: Value): boolean => { const known = literal(value); return known !== undefined && !known.value }

  function of(refs: Ref | readonly Ref[] | undefined, { match, node, env }: Occurrence): Fact<string> {
    for (const one of [refs ?? []].flat().flatMap(ref => facts.find(ref, match))) {
      const found = one.value && within(one.value, node, env)
      if (found) return Fact.known(found.name, facts.place(undefined, found.at && isLinted(found.at) ? found.at : one.arg ?? one.at))
    }
    return Fact.absent(facts.near(match))
  }

  function within(value: Value, use: Node, env: Env): { name: string; at: Node | undefined } | undefined {
    const kind = dictionary.secretThings.find(({ framework, name }) => matcher.is(value, name, framework))
    if (kind) return { name: kind.secret, at: undefined }
    if (value.kind === 'function') return putInBy(value)
    return entries.of(value, use, env).named.find(entry => SECRET.test(entry.name) && !isBlank(entry.value))
  }

  /** What a function that every call passes through puts into something that holds entries. */
  function putInBy({ fn, env }: FunctionValue): { name: string; at: Node | undefined } | undefined {
    for (const call of callsIn(fn.body)) {
      const callee = bare(call.callee), [key, value] = call.arguments
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !entries.puts(callee.property.name) || !key || !value) continue
      const name = literal(evaluator.evaluate(key, env))?.value, on = evaluator.evaluate(callee.object, env)
      if (typeof name === 'string' && SECRET.test(name) && (entries.isHolder(on) || isOfParameter(on)) && !isBlank(evaluator.evaluate(value, env))) return { name, at: undefined }
    }
    for (const { left, right } of nodesBelow(fn.body, 'AssignmentExpression')) {
      if (left.type !== 'MemberExpression' || !isOfParameter(evaluator.evaluate(left.object, env))) continue
      const name = left.computed ? literal(evaluator.evaluate(left.property, env))?.value : left.property.type === 'Identifier' ? left.property.name : undefined
      const value = evaluator.evaluate(right, env)
      if (typeof name === 'string' && SECRET.test(name)) { if (!isBlank(value)) return { name, at: undefined } }
      else if (value.kind === 'object') { const inner = within(value, right, env); if (inner) return { name: inner.name, at: undefined } }
    }
    return undefined
  }

  return { of, within }
}

/** A parameter, or what it holds or gives: the request that an interceptor is given, or its headers. */
function isOfParameter(value: Value): boolean {
  let at = value
  while (at.kind === 'member' || (at.kind === 'call' && at.of.kind === 'member')) at = at.of
  return at.kind === 'root' && (at.of === 'param' || (at.of === 'typed' && at.fn !== undefined))
}
