/** Whether code that a peer invokes looks at who its caller is. */
import { bare } from '../analysis/value.js'
import type { FunctionValue, Node } from '../analysis/value.js'
import type { Approval, Framework, Ref } from '../frameworks/describe.js'
import type { Answer } from '../model/fact.js'
import { sourcesOf } from './peer.js'
import type { Reading } from './reading.js'

/** Names of members that tell who a caller is. */
type Members = Pick<ReadonlySet<string>, 'has'>
const ANY: Members = { has: () => true }

/** Functions of the program that are handed what the caller shows. */
const DEPTH = 4

export interface Callers {
  looks(handler: FunctionValue, evidence: readonly Ref[]): Answer
  /** Whether a guard only looks on at what happens. */
  watches(words: Approval['watches'], guard: FunctionValue, framework: Framework): boolean
}

export function createCallers({ evaluator, matcher }: Pick<Reading, 'evaluator' | 'matcher'>): Callers {
  function watches(words: Approval['watches'], guard: FunctionValue, framework: Framework): boolean {
    const [source] = words ? sourcesOf(guard.fn, [words.on]) : []
    const given = source && guard.fn.params[source.index]
    if (!words || !source) return false
    if (!given) return true
    if (given.type !== 'Identifier') return false
    return (guard.env.module.variableOf(given)?.references ?? []).every(({ identifier }) => {
      const up = (identifier as Node).parent
      if (up?.type !== 'NewExpression' && up?.type !== 'CallExpression') return false
      const [caller, hooks, ...more] = up.arguments
      return caller === identifier && more.length === 0 && matcher.match(evaluator.evaluate(up, guard.env), words.by, framework) !== undefined
        && (hooks === undefined || (hooks.type === 'ObjectExpression' && hooks.properties.every(part => part.type === 'Property' && !part.computed && part.key.type === 'Identifier' && words.hooks.includes(part.key.name))))
    })
  }

  /** Whether a function reads one of these members of a parameter; code that is not seen may. */
  function reads(fn: FunctionValue, index: number, members: Members, depth: number): Answer {
    const given = fn.fn.params[index + (fn.bound?.length ?? 0)]
    if (!given) return fn.fn.params.at(-1)?.type === 'RestElement' ? 'unknown' : 'no'
    return held(given.type === 'TSParameterProperty' ? given.parameter : given, fn, members, depth)
  }

  /** What is done with what a pattern takes. */
  function held(pattern: Node, fn: FunctionValue, members: Members, depth: number): Answer {
    switch (pattern.type) {
      case 'AssignmentPattern': return held(pattern.left, fn, members, depth)
      case 'ObjectPattern': return any(pattern.properties.map(part => part.type === 'RestElement' || part.computed || part.key.type !== 'Identifier' ? 'unknown' : members.has(part.key.name) ? 'yes' : 'no'))
      case 'Identifier': return any((fn.env.module.variableOf(pattern)?.references ?? []).filter(({ identifier }) => identifier !== pattern).map(({ identifier }) => used(identifier as Node, fn, members, depth)))
      default: return 'unknown'
    }
  }

  function used(node: Node, fn: FunctionValue, members: Members, depth: number): Answer {
    const up = node.parent!
    switch (up.type) {
      case 'MemberExpression': return up.object !== node ? 'unknown' : up.computed || up.property.type !== 'Identifier' ? 'unknown' : members.has(up.property.name) ? 'yes' : 'no'
      case 'VariableDeclarator': return held(up.id, fn, members, depth)
      case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': return used(up, fn, members, depth)
      case 'CallExpression': case 'NewExpression': {
        const index = up.arguments.indexOf(node as never)
        const callee = index >= 0 && depth < DEPTH ? evaluator.evaluate(bare(up.callee), fn.env) : undefined
        return callee?.kind === 'function' ? reads(callee, index, members, depth + 1) : 'unknown'
      }
      case 'ExpressionStatement': case 'IfStatement': case 'UnaryExpression': case 'ForOfStatement': return 'no'
      default: return 'unknown'
    }
  }

  return {
    watches,
    looks: (handler, evidence) => any(sourcesOf(handler.fn, evidence).map(({ index, path: [member] }) => reads(handler, index, member === undefined ? ANY : new Set(sourcesOf(handler.fn, evidence).flatMap(one => one.index === index && one.path[0] !== undefined ? [one.path[0]] : [])), 0))),
  }
}

const any = (answers: readonly Answer[]): Answer => answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
