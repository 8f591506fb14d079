/** From a word of a description to a fact of the program. */
import { unlimited, type Ref, type Given, type Literal, type Step } from '../frameworks/describe.js'
import type { Memory } from '../analysis/memory.js'
import { isWithin } from '../analysis/tree.js'
import { alternatives, beginningOf, literal } from '../analysis/value.js'
import type { ArrayValue, Condition, Env, Evaluator, FunctionValue, Node, Value } from '../analysis/value.js'
import { Fact, type Arm, type Place } from '../model/fact.js'
import type { Circumstance } from '../model/circumstance.js'
import { decisions } from './circumstance.js'
import { optionSite, type Match } from './match.js'
import { ownParameters } from './peer.js'

/** One thing a reference may lead to. */
export interface Found { value?: Value; absent?: boolean; reason?: string; when: Condition[]; /** the syntax that wrote it, if the linted file did */ at: Node; /** argument or entry of this name */ key?: string; /** the argument it was found in */ arg?: Node }

export interface Facts {
  /** Where a reference leads: one or more alternatives. */
  find(ref: Ref, match: Match): Found[]
  /** The only value a reference leads to. */
  one(ref: Ref | undefined, match: Match): Value | undefined
  /** `material`: what is used where the fact holds; a flag of a caller that decides nothing else was set by somebody. */
  fact<T>(ref: Ref | undefined, match: Match, material?: readonly Value[]): Fact<T>
  /** The things that a call tells of, each with all that it may be. */
  parts(ref: Ref, match: Match): Value[]
  holds(given: Given, match: Match): boolean
  place(value: Value | undefined, near: Node): Place
  /** Where what fits a row is shown: its own place, or the call of the linted file that led to it. */
  near(match: Match): Place
}

interface Context {
  evaluator: Evaluator
  memory: Memory
  /** The file that is linted. */
  file: string
  isLinted(node: Node): boolean
  shown(node: Node, env: Env): Node
  isCredentials(value: Value, match: Match): boolean
  /** Whether a secret is inside a value. */
  isSecret(value: Value, match: Match): boolean
  circumstances(when: readonly Condition[]): Circumstance[]
  filled(ref: Extract<Ref['base'], { of: 'filled' }>, match: Match): Match | undefined
  lacks(ref: Extract<Ref['base'], { of: 'lacks' }>, match: Match): boolean | undefined
  earlier(ref: Extract<Ref['base'], { of: 'earlier' }>, match: Match): Found[]
  assigned(by: string, match: Match): Found[]
  /** What a decorator stands on, and what is given to those beside it. */
  decorators(): { on(call: Value): Value | undefined; beside(ref: Extract<Ref['base'], { of: 'beside' }>, match: Match): Found[] }
  standing(value: Value): Value
  /** The call that makes bytes, or a key, of a text, and where it has that from. */
  making(value: Value): { text: Ref; match: Match } | undefined
  /** Whether the file also calls this function of the same library. */
  alsoCalled(pattern: string, match: Match): boolean
  /** Whether a value is an object of this kind, or of any that a description knows as no options: metadata, say. */
  isThing(value: Value, match: Match, kind?: string): boolean
  /** Whether a path begins at an export of the library. */
  isOwn(value: Value, match: Match): boolean
}

/** The value that a word of a description stands for. */
export const meant = (word: Literal): Literal => word === unlimited ? Infinity : word

/** Where something of another file than the linted one stands. */
export const placeElsewhere = ({ node, env }: { node: Node; env: Env }): Place => ({ file: env.module.file, node, range: node.range, linted: false })

export function createFacts(context: Context): Facts {
  const { evaluator } = context

  /** A place in the linted file where the value stands there; otherwise the syntax near which it is used. */
  function place(value: Value | undefined, near: Node): Place {
    const node = value && value.env.module.file === context.file && value.node.type !== 'Program' ? value.node : near
    return { file: context.file, node, range: node.range, linted: context.isLinted(node) }
  }

  const shown = ({ value }: Match): Node => context.shown(value.node, value.env)
  const near = (match: Match): Place => place(undefined, shown(match))

  function find(ref: Ref, match: Match): Found[] {
    let found = base(ref, match)
    for (const step of ref.steps) found = found.flatMap(one => one.absent && !('present' in step) && !('unless' in step) ? [one] : take(step, one, match))
    const { fallback } = ref
    if (!fallback) return found
    return found.flatMap(one => {
      // who passes null to get to the arguments after it gives nothing
      const skipped = one.value?.kind === 'literal' && one.value.value === null
      if ('ref' in fallback && (one.absent || skipped)) {
        const others = find(fallback.ref, match)
        return skipped && others.every(other => other.absent || (other.value?.kind === 'literal' && other.value.value === null)) ? [one] : others
      }
      // and who passes undefined, takes the default
      const given = !one.absent && !(one.value?.kind === 'literal' && one.value.value === undefined)
      return 'ref' in fallback || given ? [one] : [{ ...one, absent: false, value: made(fallback.default, one.at, match), key: 'default' }]
    })
  }

  const made = (word: Literal, node: Node, match: Match): Value => ({ kind: 'literal', node, env: match.value.env, value: meant(word) })

  function base({ base: from, fallback }: Ref, match: Match): Found[] {
    const { call } = match, node = shown(match)
    const given = (list: readonly Value[], index: number, unseen: boolean, at: Node): Found[] => {
      const before = list.slice(0, index + 1).some(one => one.node.type === 'SpreadElement' && one.kind === 'unknown')
      if (before) return [{ reason: 'the code is too dynamic', when: [], at }]
      const value = list[index]
      if (!value) return [unseen ? { reason: 'the code is too dynamic', when: [], at } : { absent: true, when: [], at }]
      const where = argument(call, index)
      return spread(value, where ?? at).map(one => inArgument(one, where))
    }
    switch (from.of) {
      case 'arg': return call ? given(call.args, from.index, call.unseen, node) : [{ absent: true, when: [], at: node }]
      case 'args': return call ? call.args.slice(from.from).flatMap((value, i) => { const where = argument(call, from.from + i); return spread(value, where ?? node).map(one => inArgument(one, where)) }) : []
      case 'among': return !call ? [] : call.unseen ? [{ reason: 'the code is too dynamic', when: [], at: node }] : among(call.args.slice(from.from), node, match)
      case 'last': {
        const candidates = (call?.args ?? []).filter(value => from.kind === 'function' ? value.kind === 'function' || value.kind === 'unknown' || value.kind === 'member' || value.kind === 'root' || value.kind === 'call' : value.kind === 'object')
        const value = candidates.at(-1)
        return value ? spread(value, argument(call, call!.args.indexOf(value)) ?? node) : [{ absent: true, when: [], at: node }]
      }
      case 'steps': return stepsOf(match.value, from, match)
      case 'call': {
        const nearest = pathCalls(match.whole ?? match.value).find(one => one.name === from.name)
        if (!nearest) return [comesFromCaller(match.value) ? { reason: 'it comes from a caller', when: [], at: node } : { absent: true, when: [], at: node }]
        const given = nearest.call.args[from.index], at = argument(nearest.call, from.index) ?? context.shown(nearest.call.node, nearest.call.env)
        return given ? spread(given, at) : [{ absent: true, when: [], at }]
      }
      case 'giver': {
        const begins = beginningOf(match.value), site = begins.kind === 'root' && 'fn' in begins && begins.fn ? optionSite(begins.fn).site : undefined
        if (begins.kind === 'call' || (begins.kind === 'root' && begins.of === 'import')) return [{ absent: true, when: [], at: node }]
        const call = site && evaluator.evaluate(site, evaluator.root(begins.env.module))
        return call?.kind === 'call' ? given(call.args, from.index, call.unseen, node) : [{ reason: 'it comes from a caller', when: [], at: node }]
      }
      case 'spoken': {
        const site = pathCalls(match.value).find(one => one.name === from.name)?.call
        const type = site?.node.type === 'CallExpression' ? site.node.typeArguments?.params[0] : undefined
        const spoken = site && evaluator.queried(type, site.env.module)
        return spoken ? spread(spoken, node) : [{ reason: 'the code is too dynamic', when: [], at: node }]
      }
      case 'star': return match.star === undefined ? [{ absent: true, when: [], at: node }] : [{ value: made(match.star, node, match), when: [], at: node }]
      case 'receiver': { const receiver = receiverOf(match.whole ?? match.value); return receiver ? spread(receiver, node) : [{ absent: true, when: [], at: node }] }
      case 'value': return spread(match.value, node)
      case 'literal': return [{ value: made(from.value, node, match), when: [], at: node, key: 'default' }]
      case 'filled': { const other = context.filled(from, match); return other ? find(from.ref, other) : [fallback ? { absent: true, when: [], at: node } : { reason: 'it comes from a caller', when: [], at: node }] }
      case 'lacks': { const answer = context.lacks(from, match); return [answer === undefined ? { reason: 'the code is too dynamic', when: [], at: node } : { value: made(answer, node, match), when: [], at: node }] }
      case 'earlier': return context.earlier(from, match)
      case 'assigned': return context.assigned(from.by, match)
      case 'decorated': { const thing = context.decorators().on(match.whole ?? match.value); return thing ? spread(thing, node) : [{ absent: true, when: [], at: node }] }
      case 'beside': return context.decorators().beside(from, match)
      case 'param': case 'self': return [{ reason: 'it comes from a caller', when: [], at: node }]
    }
  }

  function stepsOf(value: Value, from: Extract<Ref['base'], { of: 'steps' }>, match: Match): Found[] {
    return pathCalls(value).reverse().flatMap(({ name, call }) => {
      const at = context.shown(call.node, call.env)
      if (name === from.name) return call.args.flatMap((given, i) => spread(given, argument(call, i) ?? at))
      if (name === undefined || !from.joins.includes(name)) return []
      return call.args.flatMap(joined => joined.kind !== 'choice' && context.isThing(joined, match) ? stepsOf(joined, from, match) : [{ reason: reasonOf(joined), when: [], at }])
    })
  }

  /** The options object among arguments that may be left out: no function, no thing of the library, first the objects. */
  function among(values: readonly Value[], at: Node, match: Match): Found[] {
    const rest = values.filter(value => value.kind !== 'function' && !isCallback(value) && !context.isThing(value, match))
    const objects = rest.filter(value => value.kind === 'object')
    if (objects.length > 0) return [...objects].reverse().slice(0, 1).flatMap(value => spread(value, value.node))
    const open = rest.filter(value => value.kind !== 'literal' && value.kind !== 'array')
    return open.length > 0 ? [{ reason: 'it comes from a caller', when: [], at }] : [{ absent: true, when: [], at }]
  }

  function argument(call: Match['call'], index: number): Node | undefined {
    const node = call?.node
    if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return undefined
    const at = node.arguments[index]
    return at && call!.env.module.file === context.file ? at : undefined
  }

  /** A constant is best pointed at where it is used; what a call filled in is not what the code shows. */
  function inArgument(one: Found, where: Node | undefined): Found {
    if (!where || !one.value) return one
    const { node } = one.value
    if (isOut(one.value) && !isWithin(node, where)) return { value: { kind: 'unknown', node, env: one.value.env, reason: 'the code is too dynamic' }, when: one.when, at: where, arg: where }
    const shared = one.value.kind === 'literal' && !isWithin(node, where) && node.parent?.type !== 'CallExpression' && node.parent?.type !== 'NewExpression'
    return { ...one, arg: where, ...(shared && { at: where }) }
  }

  function spread(value: Value, at: Node): Found[] {
    return alternatives(value).map(arm => ({ value: arm.value, when: arm.when, at: arm.value.env.module.file === context.file ? arm.value.node : at }))
  }

  function lower(value: Value, one: Found): Found[] {
    return alternatives(value, one.when).map(arm => ({ value: arm.value, when: arm.when, at: arm.value.env.module.file === context.file && arm.value.node.type !== 'Program' ? arm.value.node : one.at, ...(one.key && { key: one.key }) }))
  }

  function take(step: Step, one: Found, match: Match): Found[] {
    const { value } = one
    const put = (result: Literal): Found[] => [{ ...one, absent: false, value: { kind: 'literal', node: value?.node ?? one.at, env: match.value.env, value: meant(result) } }]
    // what is not given at all is known not to be
    if (one.absent && 'present' in step) return put(false)
    if (one.absent && 'unless' in step) return put(true)
    if (!value) return [one]
    const known = literal(value)
    if ('present' in step) {
      // that it is given at all is said where it is given, wherever it was made
      const given = (is: boolean) => put(is).map(found => one.key === undefined && one.arg ? { ...found, at: one.arg } : found)
      if (isFilled(value) || isDeclared(value) || (isOut(value) && !isWithin(value.node, one.at))) return given(true)
      if (known) return given(known.value != null && known.value !== false)
      return value.kind === 'object' || value.kind === 'array' || value.kind === 'function' || value.kind === 'call' ? given(true) : [{ ...one, value: undefined, reason: 'it comes from a caller' }]
    }
    if ('unless' in step) {
      if (known) return put(known.value !== meant(step.unless))
      return value.kind === 'object' || value.kind === 'function' ? put(true) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('option' in step) {
      let arms: Found[] = [one]
      for (const name of optionNames(step.option)) arms = arms.flatMap(arm => option(arm, name))
      return arms
    }
    if ('element' in step) {
      if (value.kind === 'array') return value.items[step.element] ? item(value, step.element, one) : [{ ...one, value: undefined, ...(value.unseen ? { reason: 'the code is too dynamic' } : { absent: true }) }]
      return [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('method' in step) {
      const instance: Value = value.kind === 'class' ? { kind: 'call', node: value.node, env: value.env, of: value, args: [], unseen: true, isNew: true } : value
      return lower(evaluator.member(instance, step.method, one.at, value.env), one)
    }
    if ('each' in step) return each(value, one)
    if ('follows' in step) {
      if (value.kind !== 'array') return [{ ...one, value: undefined, reason: reasonOf(value) }]
      const before = new RegExp(step.follows, 'i')
      const found = value.items.flatMap((item, at) => at > 0 && before.test(prefixOf(value.items[at - 1]!) ?? '') ? lower(item, one) : [])
      return found.length > 0 ? found : [{ ...one, value: undefined, ...(value.unseen ? { reason: 'the code is too dynamic' } : { absent: true }) }]
    }
    if ('joined' in step) {
      const texts = value.kind === 'array' && !value.unseen ? value.items.map(prefixOf) : [undefined]
      return texts.every(text => text !== undefined) ? put(texts.join(' ')) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('argument' in step) {
      if (value.kind !== 'call') return [{ ...one, value: undefined, reason: reasonOf(value) }]
      const given = value.args[step.argument]
      return given ? lower(given, one) : [{ ...one, value: undefined, ...(value.unseen ? { reason: 'the code is too dynamic' } : { absent: true }) }]
    }
    if ('on' in step) {
      const on = value.kind === 'call' && !value.isNew ? receiverOf(value) : undefined
      return on ? lower(on, one) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('text' in step) {
      const made = context.making(value)
      return made ? find(made.text, made.match).flatMap(arm => take(step, { ...arm, when: [...one.when, ...arm.when] }, match)) : [one]
    }
    if ('only' in step) return [context.isThing(value, match, step.only) ? one : { ...one, value: undefined, reason: reasonOf(value) }]
    if ('named' in step) return match.star === undefined ? [{ ...one, value: undefined, absent: true }] : option(one, match.star)
    if ('scale' in step) {
      const key = known ? keyOf(known.value) : constantName(value)
      if (key === undefined) return [{ ...one, value: undefined, reason: reasonOf(value) }]
      const on = Object.hasOwn(step.scale, key) ? step.scale[key]! : step.scale['*']
      return on === undefined ? [{ ...one, value: undefined, reason: 'the code is too dynamic' }] : put(on)
    }
    if ('bits' in step) {
      const wanted = Object.values(step.bits).reduce((sum, bit) => sum | bit, 0)
      const bits = flags(value, step.bits)
      return bits === undefined ? [{ ...one, value: undefined, reason: reasonOf(value) }] : put(step.any ? (bits & wanted) !== 0 : (bits & wanted) === wanted)
    }
    if ('field' in step) {
      if (value.kind === 'object' && value.entries.has(step.field)) return option(one, step.field)
      // a helper that lays a structure out: `allocRPC_SECURITY_QOS({ … })`
      if (value.kind === 'call' && value.args[0]?.kind === 'object' && value.args[0].entries.has('Version')) return take(step, { ...one, value: value.args[0] }, match)
      if (value.kind === 'object') return [{ ...one, value: undefined, ...(value.unseen ? { reason: 'the code is too dynamic' } : { absent: true }) }]
      if (known && (known.value === null || known.value === undefined || known.value === 0 || known.value === 0n)) return [{ ...one, value: undefined, absent: true }]
      const word = step.byte === null ? undefined : context.memory.word(value, step.byte, match.value.node, match.value.env)
      if (word && word.node === value.node) return [{ ...one, value: word, at: one.arg ?? one.at }]
      return word ? lower(word, one) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('scheme' in step) {
      const text = prefixOf(value)
      const scheme = text && /^([a-z][a-z0-9+.-]*:)/i.exec(text)?.[1]?.toLowerCase()
      if (!scheme) return [{ ...one, value: undefined, reason: reasonOf(value) }]
      const on = step.scheme[scheme] ?? step.scheme['*']
      return on === undefined ? [{ ...one, value: undefined, absent: true }] : put(on)
    }
    if ('symbol' in step) {
      const text = known && typeof known.value === 'string' ? known.value : undefined
      // koffi's calling convention may stand before the name
      if (text && /^__(?:stdcall|cdecl|fastcall|thiscall)$/.test(text)) return [{ ...one, value: undefined, absent: true }]
      const name = text && (/([A-Za-z_]\w*)\s*\(/.exec(text)?.[1] ?? /^\w+$/.exec(text)?.[0])
      return name ? put(name) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('fileRead' in step) {
      const text = fileRead(value)
      return text ? put(text).map(found => ({ ...found, at: one.arg ?? found.at })) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    }
    if ('returns' in step) {
      if (value.kind !== 'function') return [one]
      // what it is given is not known
      return lower(evaluator.call(value, value.fn.params.some(({ type }) => type === 'AssignmentPattern') ? [] : parameters(value), one.at, value.env), one)
    }
    if ('greater' in step) return known && typeof known.value === 'number' ? put(known.value > step.greater) : [{ ...one, value: undefined, reason: reasonOf(value) }]
    if ('extract' in step) {
      const text = prefixOf(value)
      if (text === undefined) return known ? [{ ...one, value: undefined, absent: true }] : [{ ...one, value: undefined, reason: reasonOf(value) }]
      const part = new RegExp(step.extract, 'i').exec(text)?.[1]
      return part === undefined ? [{ ...one, value: undefined, absent: true }] : put(part.toLowerCase())
    }
    if ('matches' in step) {
      const text = known ? String(known.value) : prefixOf(value)
      return text === undefined ? [{ ...one, value: undefined, reason: reasonOf(value) }] : put(new RegExp(step.matches, 'i').test(text))
    }
    return [one]
  }

  /** What a function is given when a library calls it: an object of a class of the program, where one is declared. */
  function parameters(fn: FunctionValue): Value[] {
    return ownParameters(fn).map((own, index) => {
      const param = fn.fn.params[index], declared = param && 'typeAnnotation' in param ? evaluator.typed(param.typeAnnotation?.typeAnnotation, param, fn.env) : undefined
      return declared?.kind === 'call' ? declared : own
    })
  }

  function option(one: Found, name: string): Found[] {
    const { value } = one
    if (!value) return [one]
    if (value.kind === 'object') {
      const entry = value.entries.get(name)
      if (!entry) return [{ ...one, value: undefined, ...(value.unseen ? { reason: 'the code is too dynamic' } : { absent: true }) }]
      const at = propertyOf(value, name, context.file)
      return lower(entry, { ...one, at: at ?? one.at, key: name }).map(arm => arm.value && literal(arm.value) && literal(arm.value)!.value === undefined ? { ...arm, value: undefined, absent: true } : arm)
        .map(arm => at && !arm.absent ? { ...arm, at } : arm)
    }
    const known = literal(value)
    if (known) return [{ ...one, value: undefined, absent: true }]
    if (value.kind === 'function' || value.kind === 'array') return [{ ...one, value: undefined, absent: true }]
    return [{ ...one, value: evaluator.member(value, name, one.at, value.env) }]
  }

  /** An element of a list; a constant is best pointed at where it is used. */
  function item(list: ArrayValue, index: number, one: Found): Found[] {
    const value = list.items[index]!, written = list.node.type === 'ArrayExpression' && list.env.module.file === context.file ? list.node.elements.slice(0, index + 1) : []
    const at = written.some(part => part?.type === 'SpreadElement') ? undefined : written[index]
    return at && value.kind === 'literal' ? [{ value, when: one.when, at, ...(one.key && { key: one.key }) }] : lower(value, one)
  }

  function each(value: Value, one: Found): Found[] {
    if (value.kind === 'array') return value.unseen && value.items.length === 0 ? [{ ...one, value: undefined, reason: 'the code is too dynamic' }] : value.items.flatMap((_item, at) => item(value, at, one))
    if (value.kind === 'object') {
      const arms = [...value.entries].flatMap(([key, entry]) => lower(entry, { ...one, key }).map(arm => ({ ...arm, key })))
      return value.unseen ? [...arms, { ...one, value: undefined, reason: 'the code is too dynamic' }] : arms
    }
    if (value.kind === 'call' && value.isNew && value.of.kind === 'class') {
      return value.of.decl.body.body.flatMap(part => part.type === 'MethodDefinition' && part.kind === 'method' && part.value.body && !part.static && part.key.type === 'Identifier'
        ? lower(evaluator.member(value, part.key.name, one.at, value.env), { ...one, key: part.key.name }).map(arm => ({ ...arm, key: (part.key as { name: string }).name }))
        : [])
    }
    return [{ ...one, value: undefined, reason: reasonOf(value) }]
  }

  function parts({ base: from, steps }: Ref, match: Match): Value[] {
    const given = from.of === 'arg' ? match.call?.args[from.index] : match.value
    let all = given ? [given] : []
    for (const step of steps) all = all.flatMap(one => partsBy(step, one))
    return all
  }

  function partsBy(step: Step, of: Value): Value[] {
    if ('option' in step) return [optionNames(step.option).reduce((at, name) => evaluator.member(at, name, at.node, at.env), of)].filter(value => !literal(value))
    if ('each' in step) return of.kind === 'array' ? of.items.filter(({ kind, node }) => kind !== 'unknown' || node.type !== 'SpreadElement') : []
    if ('returns' in step) return [of.kind === 'function' ? evaluator.call(of, parameters(of), of.node, of.env) : of]
    return []
  }

  function one(ref: Ref | undefined, match: Match): Value | undefined {
    if (!ref) return undefined
    const all = find(ref, match).filter(found => !found.absent)
    return all.length === 1 ? all[0]!.value : undefined
  }

  function fact<T>(ref: Ref | undefined, match: Match, material?: readonly Value[]): Fact<T> {
    if (!ref) return Fact.absent(near(match))
    const trail: Place[] = []
    const arms = find(ref, match).map((found): Arm<T> => {
      const at = place(undefined, found.at)
      const when = material ? decisions(found.when, material) : context.circumstances(found.when)
      if (found.absent) return { state: 'absent', at, when }
      if (found.value && found.value.env.module.file !== context.file) trail.push(placeElsewhere(found.value))
      const known = found.value && literal(found.value)
      if (known) return known.value === undefined || known.value === null ? { state: 'absent', at, when } : { state: 'known', value: known.value as T, byDefault: found.key === 'default', at, when }
      return { state: 'unknown', reason: found.reason ?? (found.value ? reasonOf(found.value) : 'the code is too dynamic'), at, when }
    })
    return new Fact(arms.length > 0 ? arms : [{ state: 'absent', at: near(match), when: [] }], trail)
  }

  function holds(given: Given, match: Match): boolean {
    const all = find(given.ref, match)
    // of nothing at all, nothing is there
    if (all.length === 0) return given.present === false
    return all.some(({ value, absent }) => {
      if (given.also && !context.alsoCalled(given.also, match)) return false
      if (given.present !== undefined && given.present === Boolean(absent || (value && literal(value)?.value == null && literal(value)))) return false
      if (given.kind && !(value && kindOf(value) === given.kind)) return false
      if (given.is !== undefined && !(value && literal(value)?.value === meant(given.is))) return false
      if (given.credential && !(value && context.isCredentials(value, match))) return false
      if (given.secret && !(value && context.isSecret(value, match))) return false
      if (given.own && !(value && context.isOwn(value, match))) return false
      if (given.thing && !(value && context.isThing(value, match, given.thing))) return false
      return given.present === false || !absent || given.is !== undefined || given.also !== undefined
    })
  }

  return { find, one, fact, parts, holds, place, near }
}

/** The calls in a path, nearest first, each with the name it is called by. */
function pathCalls(value: Value): { name: string | undefined; call: Extract<Value, { kind: 'call' }> }[] {
  const calls: { name: string | undefined; call: Extract<Value, { kind: 'call' }> }[] = []
  for (let at: Value | undefined = value; at && calls.length < 200;) {
    if (at.kind === 'call') {
      calls.push({ name: at.of.kind === 'member' ? at.of.name ?? undefined : at.of.kind === 'root' && (at.of.of === 'import' || at.of.of === 'global') ? at.of.name : undefined, call: at })
      at = at.of
    } else if (at.kind === 'member') at = at.of
    else at = undefined
  }
  return calls
}

/** Whether a path begins at something that was made elsewhere. */
function comesFromCaller(value: Value): boolean {
  const at = beginningOf(value)
  return at.kind === 'unknown' || (at.kind === 'root' && (at.of === 'param' || at.of === 'typed' || at.of === 'this'))
}

/** The only entry of a list that stands for an out parameter: what it holds now is not what it held. */
function isOut(value: Value): boolean {
  const list = value.kind === 'literal' && value.node.parent?.type === 'ArrayExpression' ? value.node.parent : undefined
  return list?.elements.length === 1
}

/** What was read from an out parameter that a call filled in. */
const isFilled = (value: Value | undefined): boolean => value?.kind === 'unknown' && value.node.parent?.type === 'ArrayExpression' && value.node.type === 'Literal'

/** A parameter whose declared type leaves no room for null. */
function isDeclared(value: Value | undefined): boolean {
  if (value?.kind !== 'root' || value.of !== 'param') return false
  const given = value.fn.params[value.index]
  const param = given?.type === 'TSParameterProperty' ? given.parameter : given
  return param?.type === 'Identifier' && !param.optional && param.typeAnnotation?.typeAnnotation.type === 'TSTypeReference'
}

/** A parameter that is declared to be a function. */
/** Whether a parameter is declared as a function. */
export function isCallback(value: Value): boolean {
  if (value.kind !== 'root' || value.of !== 'param') return false
  const param = value.fn.params[value.index]
  return param?.type === 'Identifier' && param.typeAnnotation?.typeAnnotation.type === 'TSFunctionType'
}


/** What the last call of a path was made on. */
export function receiverOf(value: Value): Value | undefined {
  const callee = value.kind === 'call' ? value.of : value
  return callee.kind === 'member' ? callee.of : undefined
}

function kindOf(value: Value): 'string' | 'number' | 'object' | 'function' | 'array' | undefined {
  const known = literal(value)
  if (known) return typeof known.value === 'string' ? 'string' : typeof known.value === 'number' ? 'number' : undefined
  if (value.kind === 'operation') return value.op === 'template' ? 'string' : undefined
  return value.kind === 'object' || value.kind === 'function' || value.kind === 'array' ? value.kind : undefined
}

export function reasonOf(value: Value): string {
  if (value.kind === 'unknown') return value.reason
  return value.kind === 'root' && value.of === 'param' ? 'it comes from a caller' : 'the code is too dynamic'
}

/** The text a value surely begins with; undefined when that is nothing. */
function prefixOf(value: Value): string | undefined {
  const known = literal(value)
  if (known) return typeof known.value === 'string' ? known.value : undefined
  if (value.kind === 'operation' && (value.op === 'template' || value.op === '+')) {
    const first = value.parts[0]
    return first && prefixOf(first)
  }
  if (value.kind === 'call' && value.isNew && value.of.kind === 'root' && value.of.of === 'global' && value.of.name === 'URL') return value.args[0] && prefixOf(value.args[0])
  if (value.kind === 'call' && value.of.kind === 'member' && value.of.name === 'toString') return prefixOf(value.of.of)
  return undefined
}

/** Where an option stands: its property, when the linted file writes it. */
function propertyOf(value: Value, name: string, file: string): Node | undefined {
  if (value.env.module.file !== file || value.node.type !== 'ObjectExpression') return undefined
  return [...value.node.properties].reverse().find(part => part.type === 'Property' && !part.computed && (part.key.type === 'Identifier' ? part.key.name : part.key.type === 'Literal' ? String(part.key.value) : '') === name)
}

function optionNames(path: string): string[] {
  return path.startsWith('"') ? [path.slice(1, -1)] : path.split('.')
}

function keyOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value < 0 ? value >>> 0 : value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'string' && /^-\d+$/.test(value)) return String(Number(value) >>> 0)
  return value === undefined ? undefined : String(value)
}

/** The name of a constant that was not followed further: `RpcAuthnLevel.RPC_C_AUTHN_LEVEL_PKT` of some package. */
function constantName(value: Value): string | undefined {
  if (value.kind === 'member') return value.name ?? undefined
  return value.kind === 'root' && (value.of === 'import' || value.of === 'global') ? value.name : undefined
}

/** The bits of an OR of numbers and named constants. */
function flags(value: Value, names: Record<string, number>): number | undefined {
  const known = literal(value)
  if (known) return typeof known.value === 'number' || typeof known.value === 'bigint' ? Number(known.value) : undefined
  if (value.kind === 'operation' && value.op === '|') {
    const parts = value.parts.map(part => flags(part, names))
    return parts.every(part => part !== undefined) ? parts.reduce((sum, part) => (sum! | part!) >>> 0, 0) : undefined
  }
  const name = constantName(value)
  if (name === undefined) return undefined
  return Object.hasOwn(names, name) ? names[name] : /^[A-Z][A-Z0-9]*_\w+$/.test(name) ? 0 : undefined
}

/** The file, or environment variable, a buffer or text was read from. */
function fileRead(value: Value): string | undefined {
  if (value.kind === 'call') {
    const name = value.of.kind === 'member' ? value.of.name : value.of.kind === 'root' && value.of.of === 'import' ? value.of.name : undefined
    if (name === 'readFileSync' || name === 'readFile' || name === 'from') return value.args[0] && fileName(value.args[0])
  }
  return undefined
}

function fileName(value: Value): string | undefined {
  const known = literal(value)
  if (typeof known?.value === 'string') return known.value
  if (value.kind === 'member' && value.name) return value.name
  if (value.kind === 'operation') { const tail = value.parts.at(-1); return tail && fileName(tail) }
  if (value.kind === 'call' && value.args.length > 0) return fileName(value.args.at(-1)!)
  return undefined
}
