/** What a program put, by name, into an object or into something of a library that holds entries: metadata, headers. */
import { functionAround } from '../analysis/conditions.js'
import { excludes, left } from '../analysis/exclude.js'
import { bare, literal } from '../analysis/value.js'
import type { Env, Node, Value } from '../analysis/value.js'
import type { Framework, Thing } from '../frameworks/describe.js'
import type { Content, Entries, Reading } from './reading.js'

type Holds = NonNullable<Exclude<Thing, string>['holds']>

/** What an object has under a name that nobody was seen to write, if it has it at all. */
const isOther = (value: Value): boolean => value.kind === 'unknown' && value.parts?.some(part => part.kind === 'object') === true

/** Others of which everything was put in, one after the other. */
const NESTED = 3

export function createEntries({ evaluator, matcher, dictionary, callsIn }: Pick<Reading, 'evaluator' | 'matcher' | 'dictionary' | 'callsIn'>): Entries {
  const isCopy = (value: Value, { copy }: Holds): boolean => copy !== undefined && value.kind === 'call' && value.of.kind === 'member' && value.of.name === copy && value.args.length === 0
  // a copy is one, too, when it is not seen what was copied: the metadata of a call
  const holderOf = (value: Value): { framework: Framework; holds: Holds } | undefined => dictionary.holders.find(({ framework, name }) => matcher.is(value, name, framework)) ?? dictionary.holders.find(({ holds }) => isCopy(value, holds))

  function of(value: Value, use: Node, env: Env, depth = 0): Content {
    const named: { name: string; value: Value; at: Node }[] = [], wholes: { value: Value; at: Node }[] = [], removed = new Set<string>()
    const here = evaluator.conditions(use, env)
    for (const one of left(value, here)) {
      if (one.kind === 'object') {
        for (const [name, entry] of one.entries) for (const part of left(entry, here)) if (!isOther(part)) named.push({ name, value: part, at: propertyOf(one.node, name) ?? one.node })
        continue
      }
      const holder = holderOf(one)
      if (!holder) continue
      const put = (part: Value | undefined, at: Node) => { if (part) wholes.push({ value: part, at }) }
      if (one.kind === 'call') put(one.of.kind === 'member' && isCopy(one, holder.holds) ? one.of.of : one.args[0], one.node)
      for (const { name, args, call } of changesOf(one, use, env, holder)) {
        const key = literal(args[0])?.value
        if (holder.holds.entry.includes(name) && typeof key === 'string' && args[1]) named.push({ name: key, value: args[1], at: call })
        else if (holder.holds.all?.includes(name)) put(args[0], call)
        else if (holder.holds.out?.includes(name) && typeof key === 'string') removed.add(key.toLowerCase())
      }
    }
    const inner = depth < NESTED ? wholes.map(whole => ({ at: whole.at, ...of(whole.value, use, env, depth + 1) })) : []
    return {
      // what came with all of another one was put in where that was
      named: [...named, ...inner.flatMap(one => one.named.map(entry => ({ ...entry, at: one.at })))],
      wholes: [...wholes, ...inner.flatMap(one => one.wholes.map(whole => ({ ...whole, at: one.at })))],
      removed: new Set([...removed, ...inner.flatMap(one => [...one.removed])]),
    }
  }

  /** Calls that change a thing, where it was made and where it is used. */
  function changesOf(thing: Value, use: Node, env: Env, { framework, holds }: { framework: Framework; holds: Holds }): { name: string; args: Value[]; call: Node }[] {
    const changing = [...holds.entry, ...holds.all ?? [], ...holds.out ?? []]
    const id = matcher.identity(thing, framework)
    const places = [{ around: functionAround(use), env }]
    const made = functionAround(thing.node)
    if (made !== places[0]!.around) places.push({ around: made, env: thing.env })
    return places.flatMap(place => callsIn(place.around).flatMap(call => {
      const callee = bare(call.callee)
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !changing.includes(callee.property.name)) return []
      if (functionAround(call) === functionAround(use) && call.range[0] > use.range[1]) return []
      const on = evaluator.evaluate(callee.object, place.env)
      if (on.node !== thing.node && (id === undefined || matcher.identity(on, framework) !== id)) return []
      if (excludes(evaluator.conditions(call, place.env), evaluator.conditions(use, env))) return []
      return [{ name: callee.property.name, args: call.arguments.map(arg => evaluator.evaluate(arg, place.env)), call: call as Node }]
    }))
  }

  return { of: (value, use, env) => of(value, use, env), isHolder: value => holderOf(value) !== undefined, puts: method => dictionary.holders.some(({ holds }) => holds.entry.includes(method)) }
}

function propertyOf(node: Node, name: string): Node | undefined {
  return node.type === 'ObjectExpression' ? node.properties.find(part => part.type === 'Property' && !part.computed && (part.key.type === 'Identifier' ? part.key.name : part.key.type === 'Literal' ? String(part.key.value) : '') === name) : undefined
}
