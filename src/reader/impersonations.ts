/** Where the program becomes its caller: whether it looks if that worked, and whether it ever ends. */
import { functionAround } from '../analysis/conditions.js'
import { mannerOf } from '../analysis/manner.js'
import type { Env, Node, Value } from '../analysis/value.js'
import type { Answer } from '../model/fact.js'
import type { ActingAsCaller, Subject } from '../model/program.js'
import type { Occurrence, Reading } from './reading.js'

/** Program functions that are looked into for a call that ends it. */
const DEPTH = 3

export function createImpersonations(reading: Reading, subject: (occurrence: Occurrence) => Subject): () => ActingAsCaller[] {
  const { evaluator, module, callsIn } = reading

  /** Whether anybody looks at what a call gives. */
  function checked(call: Node): Answer {
    const up = call.parent
    if (up?.type === 'ExpressionStatement' || (up?.type === 'UnaryExpression' && up.operator === 'void')) return 'no'
    if (up?.type !== 'VariableDeclarator' || up.id.type !== 'Identifier') return 'yes'
    const name = module.variableOf(up.id)
    return name?.references.some(reference => reference.isRead()) ? 'yes' : 'no'
  }

  /** Whether a function, or one of the program that it calls, ends it. */
  function ends(at: Node, env: Env, occurrence: Occurrence<'impersonations'>, depth = 0): boolean {
    return callsIn(at).some(call => {
      const value = evaluator.evaluate(call, env)
      if (value.kind === 'call' && occurrence.row.ends.some(pattern => reading.calls(value, pattern, occurrence.framework))) return true
      const callee = depth < DEPTH ? evaluator.evaluate(call.callee, env) : undefined
      return callee?.kind === 'function' && ends(callee.fn.body, callee.env, occurrence, depth + 1)
    })
  }

  /** Where the same function ends it, or goes on with something else; one that does neither leaves that to whoever called it. */
  function ended(occurrence: Occurrence<'impersonations'>): Answer {
    const { node, env } = occurrence, around = functionAround(node)
    if (around.type === 'Program') return 'unknown'
    const within = evaluator.root(env.module)
    if (ends(around, within, occurrence)) return 'yes'
    const later = callsIn(around).filter(call => call.range[0] > node.range[1] && functionAround(call) === around && call.type === 'CallExpression')
      .map(call => ({ call, callee: evaluator.evaluate(call.callee, within) })).filter(({ call, callee }) => mannerOf(call, callee) !== 'tells')
    return later.length > 0 && !later.some(({ callee }) => mayEnd(callee)) ? 'no' : 'unknown'
  }

  /** Code that is not seen may end it: a file of the program, what was handed in, or what bears such a name. */
  const mayEnd = (callee: Value): boolean => callee.kind === 'unknown' || (callee.kind === 'root' && (callee.of === 'param' || callee.of === 'typed'))
    || ((callee.kind === 'member' || (callee.kind === 'root' && callee.of === 'import')) && /revert|restore|leave|release|dispose|end$|stop/i.test(callee.name ?? ''))

  return () => reading.all('impersonations').map(one => ({ kind: 'impersonation', ...subject(one as Occurrence), checked: checked(one.node), ended: ended(one) }))
}
