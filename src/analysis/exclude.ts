/** Which values are the same path of the program, and which conditions cannot hold together. */
import { truth } from './fold.js'
import { alternatives } from './value.js'
import type { Condition, Node, Value } from './value.js'

/** What tests were about, whatever it is called, or the very test, and what came out. */
type Answers = Map<string | Value, boolean>

/** Choices inside choices that are taken apart. */
const NESTED = 6
/** Longer names of values are no names. */
const LONGEST = 400

/** Whether one set of conditions asks for what the other one rules out. */
export function excludes(some: readonly Condition[], others: readonly Condition[]): boolean {
  if (some.length === 0 || others.length === 0) return false
  const known = answersOf(others)
  return [...answersOf(some)].some(([of, is]) => known.get(of) === !is)
}

/** Those of a value's alternatives that conditions leave. */
export function left(value: Value, where: readonly Condition[]): Value[] {
  return alternatives(value).filter(arm => !excludes(arm.when, where)).map(arm => arm.value)
}

/** What the conditions come to: `a && b` is two answers, `!a` is one about `a`, and of `a || b` what both have in common. */
function answersOf(when: readonly Condition[], depth = 0): Answers {
  const answers: Answers = new Map()
  for (const { test, is } of when) for (const [of, came] of answer(test, is, depth)) answers.set(of, came)
  return answers
}

function answer(test: Value, is: boolean, depth: number): Answers {
  if (test.kind === 'operation' && test.op === '!') return answer(test.parts[0]!, !is, depth)
  if (test.kind === 'choice') {
    if (depth >= NESTED) return new Map()
    const [first, ...rest] = test.of.filter(arm => truth(arm.value) !== !is).map(arm => answersOf([...arm.when, { test: arm.value, is }], depth + 1))
    return new Map([...[...first ?? []].filter(([of, came]) => rest.every(other => other.get(of) === came)), [test, is]])
  }
  const differs = test.kind === 'operation' && /^!==?$/.test(test.op)
  const of = differs ? keyOf({ ...test, op: test.op.replace('!', '=') }) : keyOf(test)
  return of === undefined ? new Map([[test, is]]) : new Map([[of, is !== differs]])
}

const place = (value: Value, node: Node): string => `${value.env.module.file}:${node.range[0]}`

/** A text that two values have in common only if they stand for the same; undefined when that cannot be told. */
export function keyOf(value: Value): string | undefined {
  const inner = (parts: readonly Value[]): string | undefined => {
    const keys = parts.map(keyOf)
    return keys.includes(undefined) || keys.join().length > LONGEST ? undefined : keys.join()
  }
  switch (value.kind) {
    case 'literal': return `${typeof value.value} ${String(value.value)}`
    case 'root': switch (value.of) {
      case 'param': return `${place(value, value.fn)}#${value.index}`
      case 'typed': return value.fn ? `${place(value, value.fn)}#${value.index}` : undefined
      case 'import': return `${value.module}.${value.name}`
      case 'global': return value.name
      default: return undefined
    }
    case 'member': { const of = value.name === null ? undefined : keyOf(value.of); return of === undefined ? undefined : `${of}.${value.name}` }
    case 'call': {
      if (value.isNew) return `new ${place(value, value.node)}`
      const called = value.unseen ? undefined : inner([value.of, ...value.args])
      return called === undefined ? undefined : `(${called})`
    }
    case 'operation': { const parts = inner(value.parts); return parts === undefined ? undefined : `${value.op}(${parts})` }
    default: return undefined
  }
}
