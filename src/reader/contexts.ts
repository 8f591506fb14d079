/** Functions that make of a call what procedures then see of it, and what of the call is the caller's own word or its address. */
import type { Env, FunctionValue } from '../analysis/value.js'
import type { ContextWords } from '../frameworks/describe.js'
import type { Reading } from './reading.js'

/** The words for a function whose first parameter is declared to be what such functions are given. */
export function declaredWords({ evaluator, dictionary }: Pick<Reading, 'evaluator' | 'dictionary'>, { fn, env }: Pick<FunctionValue, 'fn' | 'env'>): ContextWords | undefined {
  const typed = dictionary.contextTypes.test(env.module.text) ? dictionary.contextual : []
  const param = fn.params[0], annotation = typed.length > 0 && param && 'typeAnnotation' in param ? param.typeAnnotation?.typeAnnotation : undefined
  const declared = annotation && evaluator.typed(annotation, fn, rootOf(env))
  if (declared?.kind !== 'root' || declared.of !== 'typed') return undefined
  return typed.find(({ module, contextTypes }) => ([] as string[]).concat(module).includes(declared.module) && Object.hasOwn(contextTypes!, declared.name))?.contextTypes![declared.name]
}

function rootOf(env: Env): Env {
  let at = env
  while (at.parent) at = at.parent
  return at
}
