/** Where the address of a caller decides whether it is served: a fence around an endpoint, and no access check. */
import { functionAround } from '../analysis/conditions.js'
import { nodesBelow } from '../analysis/tree.js'
import { bare, contains, literal, partsOf } from '../analysis/value.js'
import type { Condition, Env, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Framework, Ref } from '../frameworks/describe.js'
import type { Comparison } from '../model/program.js'
import { declaredWords } from './contexts.js'
import { named } from './dictionary.js'
import { ownParameters, pathFrom, sourcesOf, type Source } from './peer.js'
import type { Reading } from './reading.js'

/** What a method compares, by its name in the language. */
const METHODS: Record<string, Comparison['how']> = {
  has: 'member', includes: 'member', check: 'member', startsWith: 'prefix', endsWith: 'suffix', test: 'pattern', match: 'pattern',
}

export interface Fences {
  /** Comparisons of an address in a function, without which it refuses by a throw or by calling `refusal`; `outer` is whose parameters that names. */
  of(fn: FunctionValue, refusal: Ref | undefined, evidence: readonly Ref[], framework: Framework, outer?: FunctionValue, context?: FunctionValue): Comparison[]
}

export function createFences(reading: Pick<Reading, 'evaluator' | 'matcher' | 'facts' | 'isLinted' | 'dictionary' | 'inside'>): Fences {
  const { evaluator, matcher, facts, dictionary, inside, isLinted } = reading

  function of(fn: FunctionValue, refusal: Ref | undefined, evidence: readonly Ref[], framework: Framework, outer = fn, context?: FunctionValue): Comparison[] {
    const made = context && madeOf(context)
    if (!isLinted(fn.fn) || (!framework.endpoints && !made)) return []
    const env = inside(fn)
    const refusing = refusal ? sourcesOf(outer.fn, [refusal]) : [], shown = sourcesOf(outer.fn, evidence)
    const isMadeOf = (part: Value): boolean => made !== undefined && shown.some(source => { const path = pathFrom(part, source); return path !== undefined && path.length > 0 && made(path) })
    const isEndpoint = (part: Value): boolean => isMadeOf(part) || named(dictionary.endpoints, part).some(one => one.framework === framework && matcher.match(part, one.pattern, framework) !== undefined)
    const isAddress = (value: Value): boolean => contains(value, isEndpoint)
    const asksMore = (value: Value, depth = 0): boolean => depth < 20 && !isEndpoint(value) && (shown.some(source => pathFrom(value, source)?.length === 0) || partsOf(value).some(part => asksMore(part, depth + 1)))
    const found = new Map<Node, Comparison>()
    let otherwise = false
    for (const node of nodesBelow(fn.fn.body, 'ThrowStatement', 'CallExpression')) {
      if (functionAround(node) !== fn.fn || !(node.type === 'ThrowStatement' || isRefusal(node, env, refusing))) continue
      const conditions = evaluator.conditions(node, env, fn.fn)
      // whoever asks for more than an address has another check
      otherwise ||= conditions.some(({ test }) => asksMore(test))
      // one test is one decision, however many addresses it knows
      for (const condition of conditions) for (const [value, how] of missed(condition, isAddress).slice(0, 1)) {
        found.set(value.node, { how, passes: 'match', evidence: 'address', at: facts.place(isLinted(value.node) ? value : undefined, condition.test.node) })
      }
    }
    return otherwise ? [] : [...found.values()]
  }

  /** Whether the function that makes what guards look at takes what stands at a path from the caller's address. */
  function madeOf(context: FunctionValue): ((path: readonly string[]) => boolean) | undefined {
    const sources = sourcesOf(context.fn, declaredWords(reading, context)?.endpoints ?? [])
    if (sources.length === 0) return undefined
    const env = evaluator.enter(context, ownParameters(context), context.fn)
    const all = env && evaluator.call(context, ownParameters(context), context.fn, context.env)
    return path => {
      const entry = all && path.reduce<Value | undefined>((at, name) => at && evaluator.member(at, name, at.node, at.env), all)
      return entry !== undefined && contains(entry, part => sources.some(source => pathFrom(part, source)?.length === 0))
    }
  }

  function isRefusal(node: Extract<Node, { type: 'CallExpression' }>, env: Env, refusing: readonly Source[]): boolean {
    if (refusing.length === 0) return false
    const callee = evaluator.evaluate(bare(node.callee), env), error = node.arguments[0]
    const known = error && literal(evaluator.evaluate(error, env))
    return error !== undefined && !(known && known.value == null) && refusing.some(source => pathFrom(callee, source)?.length === 0)
  }

  /** Comparisons of an address that failed where a condition holds. */
  function missed({ test, is }: Condition, isAddress: (value: Value) => boolean, depth = 0): [Value, Comparison['how']][] {
    if (depth > 8) return []
    const inner = (part: Value, went: boolean) => missed({ test: part, is: went }, isAddress, depth + 1)
    switch (test.kind) {
      case 'operation': {
        const [one, other] = test.parts
        if (test.op === '!') return inner(one!, !is)
        if (test.op === '&&' || test.op === '||') return test.parts.flatMap(part => inner(part, is))
        const equal = /^===?$/.test(test.op) ? !is : /^!==?$/.test(test.op) ? is : false
        return equal && other && [one!, other].some(isAddress) && ![one!, other].some(side => literal(side) && literal(side)!.value == null) ? [[test, 'equals']] : []
      }
      case 'call': {
        const how = test.of.kind === 'member' && test.of.name !== null && Object.hasOwn(METHODS, test.of.name) ? METHODS[test.of.name] : undefined
        return !is && how && test.of.kind === 'member' && [test.of.of, ...test.args].some(isAddress) ? [[test, how]] : []
      }
      case 'choice': return test.of.flatMap(arm => {
        const known = literal(arm.value)
        return known ? Boolean(known.value) === is ? arm.when.flatMap(one => missed(one, isAddress, depth + 1)) : [] : inner(arm.value, is)
      })
      default: return []
    }
  }

  return { of }
}
