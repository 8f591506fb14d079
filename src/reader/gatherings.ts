/** What is served together: procedures under names, and classes whose decorators say what belongs to them. */
import { bare, literal, type Value } from '../analysis/value.js'
import type { Framework, Pattern, Ref } from '../frameworks/describe.js'
import type { Answer } from '../model/fact.js'
import { receiverOf } from './facts.js'
import { compile } from './match.js'
import type { Occurrence, Reading } from './reading.js'

export interface Gathering {
  /** The procedures; undefined for what cannot be told. */
  readonly procedures: readonly (Occurrence<'procedures'> | undefined)[]
  /** Something is told that may refuse all of them. */
  readonly refuses: boolean
}

export interface Gatherings {
  of(value: Value | undefined): Gathering
  /** Whether an object is given anything by such a call. */
  isGiven(object: Value | undefined, by: Pattern, framework: Framework): Answer
}

/** Gatherings of procedures within one another. */
const GATHERINGS = 6
const LOST: Gathering = { procedures: [undefined], refuses: false }

export function createGatherings({ evaluator, facts, matcher, dictionary, decorators, fits, callsIn, module }: Pick<Reading, 'evaluator' | 'facts' | 'matcher' | 'dictionary' | 'decorators' | 'fits' | 'callsIn' | 'module'>): Gatherings {
  const all = (parts: Iterable<Gathering>): Gathering => { const list = [...parts]; return { procedures: list.flatMap(({ procedures }) => procedures), refuses: list.some(({ refuses }) => refuses) } }

  function of(value: Value | undefined, depth = 0): Gathering {
    if (!value || depth > GATHERINGS) return LOST
    const inner = (parts: Iterable<Value | undefined>) => all([...parts].map(part => of(part, depth + 1)))
    if (value.kind === 'object') return all([inner(value.entries.values()), ...value.unseen ? [LOST] : []])
    const procedure = value.kind === 'call' ? fits(value, 'procedures') : undefined
    if (procedure) return { procedures: [procedure], refuses: false }
    const found = described(value, depth)
    if (found) return found
    const marks = decorators.of(value), own = decorators.methods(value).flatMap(method => decorators.of(method)).flatMap(mark => mark.value.kind === 'call' ? fits(mark.value, 'procedures') ?? [] : [])
    return marks.length === 0 && own.length === 0 ? LOST : all([...marks.flatMap(mark => described(mark.value, depth) ?? []), { procedures: own, refuses: false }])
  }

  /** What a call of a library gathers, or a decorator; what gathers nothing of its own is none. */
  function described(value: Value, depth: number): Gathering | undefined {
    for (const framework of dictionary.frameworks) {
      for (const [pattern, refs] of Object.entries(framework.gathers ?? {})) {
        const match = matcher.match(value, pattern, framework)
        if (!match) continue
        const parts = [refs].flat().flatMap((ref: Ref) => facts.find(ref, match)).filter(one => !one.absent).map(one => of(one.value, depth + 1))
        const refusers = framework.refusers?.[pattern]
        return all([...parts, { procedures: [], refuses: refusers !== undefined && facts.find(refusers, match).some(one => one.value && literal(one.value)?.value === true) }])
      }
      if (framework.refusers && matcher.isOwn(value, framework)) return { procedures: [], refuses: false }
    }
    return undefined
  }

  function isGiven(object: Value | undefined, by: Pattern, framework: Framework): Answer {
    const id = object && matcher.identity(object, framework), { tail } = compile(by)
    if (id === undefined) return 'unknown'
    const isIt = (value: Value | undefined): boolean => value !== undefined && matcher.identity(value, framework) === id
    const modules = [...new Set([module, object!.env.module])]
    let answer: Answer = 'no'
    for (const { env, call } of modules.flatMap(one => { const env = evaluator.root(one); return callsIn(one.ast).map(call => ({ env, call })) })) {
      const callee = bare(call.callee)
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === tail) {
        const value = evaluator.evaluate(call, env)
        if (!matcher.match(value, by, framework)) continue
        if (isIt(receiverOf(value))) return 'yes'
        if (matcher.identity(receiverOf(value)!, framework) === undefined) answer = 'unknown'
      // who is handed the object may do anything with it, but for the library itself
      } else if (call.arguments.some(one => one.type === 'Identifier' && isIt(evaluator.evaluate(one, env))) && !matcher.isOwn(evaluator.evaluate(call.callee, env), framework)) answer = 'unknown'
    }
    return answer
  }

  return { of: value => of(value), isGiven }
}
