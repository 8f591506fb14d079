/** Streams that calls give: whether somebody surely waits for what comes, for as long as the peer likes. */
import { functionAround, isFunction } from '../analysis/conditions.js'
import { bare, type Env, type Node } from '../analysis/value.js'
import type { CallRow, Framework } from '../frameworks/describe.js'
import type { Reading } from './reading.js'

type Words = NonNullable<CallRow['stream']>

/** Variables that hold one another. */
const VARIABLES = 3
/** Methods of a promise that give another, and functions of which the promise waits for each that they are given. */
const goesOn = new Set(['then', 'catch', 'finally']), each = new Set(['all', 'allSettled'])

export interface Streams {
  /** Whether what a call gives is waited for, and nothing but its peer ends that. What is handed on, somebody else may end. */
  areWaitedFor(call: Node, env: Env, words: Words, framework: Framework): boolean
}

export function createStreams({ evaluator, matcher }: Pick<Reading, 'evaluator' | 'matcher'>, isWaitedFor: (fn: Node, env: Env) => boolean): Streams {
  function areWaitedFor(call: Node, env: Env, words: Words, framework: Framework, depth = 0): boolean {
    const fits = (node: Node, patterns: readonly string[]) => { const value = evaluator.evaluate(node, env); return patterns.some(pattern => matcher.match(value, pattern, framework)) }
    const at = whole(call), up = at.parent!
    switch (up.type) {
      case 'MemberExpression': {
        const next = calledOn(at), name = nameOf(up)
        if (!next || name === undefined) return false
        if (name === words.steps) return next.arguments.every(one => one.type !== 'SpreadElement' && fits(one, words.waits)) && areWaitedFor(next, env, words, framework, depth)
        return words.awaited.methods.includes(name) && isAwaited(next)
      }
      case 'CallExpression': {
        if (words.joins && fits(up, words.joins)) return areWaitedFor(up, env, words, framework, depth)
        return up.arguments[0] === at && fits(up, words.awaited.calls) && isAwaited(up)
      }
      case 'ArrayExpression': case 'Property': { const list = up.type === 'Property' ? up.parent : up, join = list.parent; return join?.type === 'CallExpression' && join.arguments[0] === list && words.joins !== undefined && fits(join, words.joins) && areWaitedFor(join, env, words, framework, depth) }
      case 'ReturnStatement': case 'ArrowFunctionExpression': return isWaitedFor(functionAround(at), env)
      case 'VariableDeclarator': {
        const variable = up.id.type === 'Identifier' && depth < VARIABLES ? env.module.variableOf(up.id) : undefined
        const uses = variable?.references.filter(({ identifier }) => identifier !== up.id) ?? []
        return uses.length > 0 && uses.every(use => !use.isWrite() && areWaitedFor(use.identifier as Node, env, words, framework, depth + 1))
      }
      default: return false
    }
  }

  return { areWaitedFor }
}

/** Whether a promise is awaited, or returned by a function that no call is given: that may set a timer beside it. */
function isAwaited(promise: Node): boolean {
  const at = whole(promise), up = at.parent!
  switch (up.type) {
    case 'AwaitExpression': return true
    case 'ReturnStatement': case 'ArrowFunctionExpression': { const fn = functionAround(at); return isFunction(fn) && !/^(?:Call|New)Expression$/.test(fn.parent.type) }
    case 'MemberExpression': { const next = calledOn(at), name = nameOf(up); return next !== undefined && name !== undefined && goesOn.has(name) && isAwaited(next) }
    case 'ArrayExpression': {
      const all = up.parent, callee = all.type === 'CallExpression' && all.arguments[0] === up ? bare(all.callee) : undefined, name = callee?.type === 'MemberExpression' ? nameOf(callee) : undefined
      return name !== undefined && each.has(name) && isAwaited(all)
    }
    default: return false
  }
}

/** An expression with what changes nothing about it, and with the other branch of a choice. */
function whole(node: Node): Node {
  let at = node
  for (let up = at.parent; up; up = up.parent) {
    if (up.type !== 'TSAsExpression' && up.type !== 'TSNonNullExpression' && up.type !== 'TSSatisfiesExpression' && up.type !== 'ChainExpression' && !(up.type === 'ConditionalExpression' && up.test !== at)) break
    at = up
  }
  return at
}

/** The call of a method of this. */
function calledOn(object: Node) {
  const member = object.parent!
  const call = member.type === 'MemberExpression' && member.object === object ? member.parent : undefined
  return call?.type === 'CallExpression' && call.callee === member ? call : undefined
}

const nameOf = (member: Extract<Node, { type: 'MemberExpression' }>): string | undefined => !member.computed && member.property.type === 'Identifier' ? member.property.name : undefined
