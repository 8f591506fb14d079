/** Patterns of a description, and whether a value fits one. */
import type { Framework, Given, Packing, Pattern, Ref, StandIn, Thing } from '../frameworks/describe.js'
import { functionAround, isFunction } from '../analysis/conditions.js'
import { nodesBelow } from '../analysis/tree.js'
import { alternatives, literal } from '../analysis/value.js'
import type { CallValue, Env, Evaluator, FunctionNode, Node, Value } from '../analysis/value.js'
import { isGenerated } from './generated.js'

type PatternStep = { member: string } | { call: true; isNew: boolean; first?: string }
export interface Compiled { text: Pattern; head: string; steps: PatternStep[]; assigned: boolean; /** the last name, by which patterns are found */ tail: string; calls: boolean; isNew: boolean }

const compiled = new Map<Pattern, Compiled>()

/** Parses a pattern; throws on one that cannot be read, naming it. */
export function compile(text: Pattern): Compiled {
  const known = compiled.get(text)
  if (known) return known
  const parts = /^(new )?((?:\w|[$*@/-])+)((?:\.[\w$*#-]+|\((?:"[^"]*")?\))*)( =)?$/.exec(text)
  if (!parts) throw new Error(`secure-rpc: the pattern '${text}' cannot be read; write it as code, e.g. 'new Server().listen()'`)
  let fresh = Boolean(parts[1])
  const steps: PatternStep[] = []
  for (const [, member, call, first] of parts[3]!.matchAll(/\.([\w$*#-]+)|(\()(?:"([^"]*)")?\)/g)) {
    if (member) steps.push({ member })
    else if (call) { steps.push({ call: true, isNew: fresh, ...(first !== undefined && { first }) }); fresh = false }
  }
  const lastName = [...steps].reverse().find((step): step is { member: string } => 'member' in step)
  const last = steps.at(-1)
  const result: Compiled = { text, head: parts[2]!, steps, assigned: Boolean(parts[4]), tail: lastName?.member ?? parts[2]!, calls: last !== undefined && 'call' in last, isNew: last !== undefined && 'call' in last && last.isNew }
  compiled.set(text, result)
  return result
}

export interface Match {
  readonly framework: Framework
  readonly value: Value
  /** The call that the pattern ends in, or the one nearest to its end. */
  readonly call: CallValue | undefined
  /** The name under `*`. */
  readonly star: string | undefined
  /** The call that tells of several things, where the value is one of them. */
  readonly whole?: CallValue
}

/** What a value is called at its end: the member or export that is called or read. */
export function tailOf(value: Value): string | undefined {
  if (value.kind === 'call') return tailOf(value.of)
  if (value.kind === 'member') return value.name ?? undefined
  if (value.kind === 'root' && (value.of === 'import' || value.of === 'global')) return value.name
  return undefined
}

export interface Matcher {
  match(value: Value, pattern: Pattern, framework: Framework): Match | undefined
  is(value: Value, thing: string, framework: Framework): boolean
  /** Whether a path begins at an export of the library. */
  isOwn(value: Value, framework: Framework): boolean
  /** What makes two values the same object: equal strings, the same one. Undefined for what cannot be told. */
  identity(value: Value, framework: Framework): string | undefined
  /** The path a value is after native functions bound from a library were replaced by their names. */
  standing(value: Value): Value
  /** A call whose callee, and arguments, are those of the native function it makes. */
  calling(value: CallValue): CallValue
  /** The function that a value only packs for native code. */
  unwrapped(value: Value): Value
  /** How a value packs a function for native code, if it does. */
  packing(value: Value): { row: Packing; match: Match } | undefined
}

/** What stands for native functions, and what only packs functions for them, in all descriptions. */
export interface Standing {
  readonly wrappers: readonly { framework: Framework; pattern: Pattern; row: Packing }[]
  readonly nativeFunctions: ReadonlyMap<string, { module: string; count: number }>
  readonly standIns: readonly { framework: Framework; pattern: Pattern; row: StandIn }[]; readonly standModules: ReadonlySet<string>
}

export function findStanding(frameworks: readonly Framework[]): Standing {
  return {
    wrappers: frameworks.flatMap(framework => Object.entries(framework.wraps ?? {}).map(([pattern, row]) => ({ framework, pattern, row }))),
    nativeFunctions: new Map(frameworks.flatMap(framework => Object.entries(framework.functions ?? {}).flatMap(([name, count]) => ['', ...(framework.suffixes ?? [])].map(suffix => [name + suffix, { module: ([] as string[]).concat(framework.module)[0]!, count }] as const)))),
    standModules: new Set(frameworks.flatMap(({ stands, module }) => stands ? module : [])),
    standIns: frameworks.flatMap(framework => Object.entries(framework.stands ?? {}).map(([pattern, row]) => ({ framework, pattern, row }))),
  }
}

export function createMatcher(evaluator: Evaluator, { wrappers, nativeFunctions, standIns, standModules }: Standing, holds: (given: Given, match: Match) => boolean, resolve: (ref: Ref | undefined, match: Match) => Value | undefined): Matcher {
  const kinds = new Map<Framework, Map<string, Map<Value, boolean>>>()
  const open = new Map<Framework, boolean>()
  const stood = new Map<Value, Value>()
  const called = new Map<Value, CallValue>()

  function match(value: Value, pattern: Pattern, framework: Framework): Match | undefined {
    const { head, steps } = compile(pattern)
    let star: string | undefined, call: CallValue | undefined
    let at: Value = value
    for (let i = steps.length - 1; i >= 0; i--) {
      const step = steps[i]!
      if ('call' in step) {
        if (at.kind !== 'call' || at.isNew !== step.isNew) return undefined
        if (step.first !== undefined && literal(at.args[0])?.value !== step.first) return undefined
        call ??= at
        at = at.of
        continue
      }
      if (step.member === '**') {
        if (at.kind !== 'member') return undefined
        while (at.kind === 'member') at = at.of
        continue
      }
      if (at.kind !== 'member' || at.name === null || (step.member !== '*' && step.member !== at.name)) return undefined
      if (step.member === '*') star = at.name
      at = at.of
    }
    // most values are of packages that the description does not speak of: that is told before anything is asked of its things
    return (head === '*' || !isForeign(value, framework)) && isHead(at, head, framework) ? { framework, value, call, star } : undefined
  }

  /** Whether a path begins at an export of some other package, of which no thing of the framework can be made. */
  function isForeign(value: Value, framework: Framework): boolean {
    let at = value
    while (at.kind === 'member' || at.kind === 'call') at = at.of
    return at.kind === 'root' && (at.of === 'import' || at.of === 'typed') && !isOpen(framework) && !inModule(at.module, framework)
  }

  function isOwn(value: Value, framework: Framework): boolean {
    let at = value
    while (at.kind === 'member' || at.kind === 'call') at = at.of
    return at.kind === 'root' && at.of === 'import' && inModule(at.module, framework)
  }

  /** Whether a thing of the framework may come from any package: a generated client. */
  function isOpen(framework: Framework): boolean {
    let known = open.get(framework)
    if (known === undefined) open.set(framework, known = Object.values(framework.things ?? {}).some(thing => typeof thing !== 'string' && thing.is.some(way => typeof way !== 'string' && 'generated' in way ? true : compile(typeof way === 'string' ? way : 'pattern' in way ? way.pattern : way.given).head === '*')))
    return known
  }

  function inModule(module: string, framework: Framework): boolean {
    return (typeof framework.module === 'string' ? framework.module === module : framework.module.includes(module)) || framework.family?.includes(module) === true
  }

  function isHead(value: Value, head: string, framework: Framework): boolean {
    if (head === '*') return value.kind !== 'literal' || typeof value.value === 'string'
    // a thing may bear the name of the export that makes it
    if (framework.things?.[head] && is(value, head, framework)) return true
    if (value.kind === 'root') {
      if (value.of === 'import') return inModule(value.module, framework) && (value.name === head || (head === 'default' && value.name === '*'))
      if (value.of === 'global') return inModule('globals', framework) && value.name === head
      return false
    }
    if (value.kind === 'member' && value.of.kind === 'root' && value.name === head) {
      const { of } = value
      if (of.of === 'import') return inModule(of.module, framework) && (of.name === 'default' || of.name === '*')
      return of.of === 'global' && (of.name === 'globalThis' || of.name === 'window' || of.name === 'self') && inModule('globals', framework)
    }
    return false
  }

  function is(value: Value, name: string, framework: Framework): boolean {
    let ofFramework = kinds.get(framework)
    if (!ofFramework) kinds.set(framework, ofFramework = new Map())
    let known = ofFramework.get(name)
    if (!known) ofFramework.set(name, known = new Map())
    const before = known.get(value)
    if (before !== undefined) return before
    known.set(value, false) // an answer for whoever asks again on the way
    const answer = decide(value, name, framework)
    known.set(value, answer)
    return answer
  }

  function decide(value: Value, name: string, framework: Framework): boolean {
    const thing: Exclude<Thing, string> = typeof framework.things![name] === 'string' ? { is: [framework.things![name] as string] } : framework.things![name] as Exclude<Thing, string>
    if (value.kind === 'choice') return alternatives(value).every(arm => { const known = literal(arm.value); return known ? known.value == null : is(arm.value, name, framework) }) && alternatives(value).some(arm => arm.value.kind !== 'literal')
    if (value.kind === 'root' && value.of === 'typed') return inModule(value.module, framework) && (thing.type ?? [name]).includes(value.name)
    if (thing.type && isDeclared(value, thing.type, framework)) return true
    for (const way of thing.is) {
      if (typeof way === 'string') { if (match(value, way, framework)) return true }
      else if ('generated' in way) { if (isGenerated(value, way.generated, framework)) return true }
      else if ('pattern' in way) { const found = match(value, way.pattern, framework); if (found && holds(way.if, found)) return true }
      else if (value.kind === 'root' && value.of === 'param' && value.index === way.param && (way.params === undefined || value.fn.params.length === way.params) && isGiven(value.fn, way, framework, value.env)) return true
    }
    if (value.kind === 'call') {
      const { of } = value
      if (of.kind === 'member' && of.name && !value.isNew && (thing.chain?.includes(of.name) || thing.self?.includes(of.name))) return is(of.of, name, framework)
      if (value.isNew && of.kind === 'class' && of.decl.superClass) {
        const above = evaluator.evaluate(of.decl.superClass, of.env)
        if (above.kind !== 'literal' && above.kind !== 'unknown') return is({ ...value, of: above }, name, framework)
      }
    }
    return false
  }

  /** Whether a parameter is declared to be of one of these types, where a call that is not seen gives it. */
  function isDeclared(value: Value, types: readonly string[], framework: Framework): boolean {
    const given = value.kind === 'root' && value.of === 'param' && !value.rest ? value.fn.params[value.index] : undefined
    const declared = given?.type === 'Identifier' && given.typeAnnotation ? evaluator.typed(given.typeAnnotation.typeAnnotation, given, value.env) : undefined
    return declared?.kind === 'root' && declared.of === 'typed' && inModule(declared.module, framework) && types.includes(declared.name)
  }

  /** Whether a function is handed to a call that fits the pattern: as an argument, or in an option of it. */
  function isGiven(fn: Node, { arg: index, given: pattern, option }: { arg: number; given: Pattern; option?: string }, framework: Framework, env: Env): boolean {
    if (option !== undefined) {
      const { site, at } = optionSite(fn)
      return site !== undefined && at.option === option && at.index === index && match(evaluator.evaluate(site, evaluator.root(env.module)), pattern, framework) !== undefined
    }
    return sitesOf(fn, env).some(site => site.arguments[index] !== undefined && match(evaluator.evaluate(site, evaluator.root(env.module)), pattern, framework) !== undefined && bindsFunction(site.arguments[index]!, fn, env))
  }

  function bindsFunction(argument: Node, fn: Node, env: Env): boolean {
    if (argument === fn) return true
    const value = evaluator.evaluate(argument, evaluator.root(env.module))
    return value.kind === 'function' && value.fn === fn
  }

  /** Whether a path may be a native function's, by where it begins. */
  function couldStand(value: Value): boolean {
    let at = value
    while (at.kind === 'member' || at.kind === 'call') at = at.of
    if (at.kind === 'root' && (at.of === 'import' || at.of === 'typed')) return standModules.has(at.module)
    return at.kind !== 'literal' && at.kind !== 'object' && at.kind !== 'function'
  }

  function standing(value: Value): Value {
    if (!couldStand(value)) return value
    const known = stood.get(value)
    if (known) return known
    stood.set(value, value)
    let result: Value = value
    for (const { framework, pattern, row } of standIns) {
      if (row.args || !row.module) continue
      const found = match(value, pattern, framework)
      const root = found && nativeOf(value, row, found)
      if (!root) continue
      result = root
      break
    }
    stood.set(value, result)
    return result
  }

  function calling(value: CallValue): CallValue {
    const known = called.get(value)
    if (known) return known
    let result: CallValue = value
    if (couldStand(value)) for (const { framework, pattern, row } of standIns) {
      if (!row.args) continue
      const found = match(value, pattern, framework)
      const root = found && nativeOf(value, row, found)
      if (!root) continue
      const args = resolve(row.args, found)
      result = { ...value, of: root, args: args?.kind === 'array' ? args.items : [], unseen: args?.kind !== 'array' || args.unseen, isNew: false }
      break
    }
    if (result === value) {
      const of = standing(value.of)
      const generated = of === value.of && !value.isNew ? generatedBinding(of, value.args.length) ?? labelled(of, value.args.length) : undefined
      result = of === value.of && !generated ? value : { ...value, of: generated ?? of }
    }
    called.set(value, result)
    return result
  }

  /** A function of some package that is named like a native one, and takes as many arguments. */
  function generatedBinding(value: Value, count: number): Value | undefined {
    const name = value.kind === 'member' ? value.name : value.kind === 'root' && value.of === 'import' ? value.name : undefined
    const holder = value.kind === 'member' ? value.of : value
    return holder.kind === 'root' && holder.of === 'import' ? named(name, count, value) : undefined
  }

  /** A function of which only an address is known, and what the program calls it: a native name, and as many arguments. */
  function labelled(value: Value, count: number): Value | undefined {
    for (const { framework, pattern, row } of standIns) {
      const found = row.module ? undefined : match(value, pattern, framework)
      const name = found && resolve(row.name, found)
      if (name) return named(literal(name)?.value, count, value)
    }
    return undefined
  }

  function named(name: unknown, count: number, at: Value): Value | undefined {
    const native = typeof name === 'string' ? nativeFunctions.get(name) : undefined
    return native?.count === count ? { kind: 'root', node: at.node, env: at.env, of: 'import', module: native.module, name: name as string } : undefined
  }

  function packing(value: Value): { row: Packing; match: Match } | undefined {
    for (const { framework, pattern, row } of wrappers) {
      const found = match(value, pattern, framework)
      if (found) return { row, match: found }
    }
    return undefined
  }

  function unwrapped(value: Value): Value {
    const packed = packing(value)
    return (packed && resolve(packed.row.function, packed.match)) ?? value
  }

  function nativeOf(value: Value, row: StandIn, found: Match): Value | undefined {
    const module = resolve(row.module, found), name = resolve(row.name, found)
    const dll = module && literal(module)?.value, symbol = name && literal(name)?.value
    if (typeof symbol !== 'string' || typeof dll !== 'string') return undefined
    const library = dll.replace(/^.*[\\/]/, '').replace(/\.dll$/i, '').toLowerCase()
    return library ? { kind: 'root', node: value.node, env: value.env, of: 'import', module: `native:${library}`, name: symbol } : undefined
  }

  function identity(value: Value, framework: Framework): string | undefined {
    switch (value.kind) {
      case 'call': {
        const { of } = value
        if (of.kind === 'member' && !value.isNew && givesBack(of.name, of.of, framework)) return identity(of.of, framework)
        const path = calledFrom(value.env)
        return path === undefined ? undefined : `${placeOf(value.env, value.node)}${path}`
      }
      case 'object': { const path = calledFrom(value.env); return path === undefined ? undefined : `${placeOf(value.env, value.node)}${path}` }
      case 'root': switch (value.of) {
        case 'param': return `${placeOf(value.env, value.fn)}#${value.index}`
        case 'global': return `global:${value.name}`
        case 'typed': return declaredAt(value)
        default: return undefined
      }
      case 'member': { const inner = identity(value.of, framework); return inner && value.name ? `${inner}.${value.name}` : undefined }
      default: return undefined
    }
  }

  /** Whether a call of this name gives the very thing back that it was made on. */
  function givesBack(name: string | null, on: Value, framework: Framework): boolean {
    return name !== null && Object.entries(framework.things ?? {}).some(([kind, thing]) => typeof thing !== 'string' && thing.self?.includes(name) && is(on, kind, framework))
  }

  return { match, is, isOwn, identity, standing, calling, unwrapped, packing }
}

const placeOf = (env: Env, node: Node): string => `${env.module.file}:${node.range[0]}-${node.range[1]}`

/** What is known by its declared type alone is the variable, or the field of the class, that is declared so. */
function declaredAt({ node, env }: Value): string | undefined {
  if (node.type === 'Identifier') {
    const name = env.module.variableOf(node)?.identifiers[0] as Node | undefined
    return name && placeOf(env, name)
  }
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression' || node.computed) return undefined
  let up: Node | undefined = node
  while (up && up.type !== 'ClassBody') up = up.parent
  return up && `${placeOf(env, up)}.${env.module.text.slice(node.property.range[0], node.property.range[1])}`
}

/**
 * The calls that led to an environment: an object made in a factory is another one for each of them. Undefined where
 * they cannot be told apart: a function that is given nothing is evaluated once for all its calls.
 */
function calledFrom(env: Env): string | undefined {
  let path = ''
  for (let at: Env | undefined = env; at; at = at.parent) {
    if (!at.site || !at.fn) continue
    const plain = at.fn.params.length === 0 && !at.self
    if (plain && !isCalledOnce(at.site)) return undefined
    // what is called once is the same whoever asks
    const before: string | undefined = plain || !at.caller ? '' : calledFrom(at.caller)
    if (before === undefined) return undefined
    path += `<${at.site.range[0]}${before}`
  }
  return path
}

/** Whether a call is the only one of its function that its file shows, and stands in no function that is called more often. */
function isCalledOnce(site: Node, depth = 0): boolean {
  const callee = site.type === 'CallExpression' ? site.callee : undefined
  if (!callee || depth > 4) return false
  let program: Node = site
  while (program.parent) program = program.parent
  const name = nameOf(callee)
  if (name === undefined || callsOf(program, name).length > 1) return false
  const around = functionAround(site)
  const named = isFunction(around) ? nameOfFunction(around) : undefined
  if (named === undefined) return true
  const calls = callsOf(program, named)
  return calls.length === 0 || (calls.length === 1 && isCalledOnce(calls[0]!, depth + 1))
}

/** Calls by a name, whatever it means where they stand: too many are found rather than too few. */
function callsOf(program: Node, name: string): Node[] {
  return nodesBelow(program, 'CallExpression').filter(node => nameOf(node.callee) === name)
}

function nameOf(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined
}

function nameOfFunction(fn: FunctionNode): string | undefined {
  const { parent } = fn
  if (fn.id) return fn.id.name
  if (parent.type === 'VariableDeclarator') return nameOf(parent.id)
  return (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition') && parent.key.type === 'Identifier' ? parent.key.name : undefined
}

/** The call that a function is written for, under a name of an object that is an argument. */
export function optionSite(fn: Node): { site: CallLike | undefined; at: { index: number; option: string | undefined } } {
  const property = fn.parent?.type === 'Property' ? fn.parent : undefined, site = property?.parent.parent
  const found = site?.type === 'CallExpression' || site?.type === 'NewExpression' ? site : undefined
  return { site: found, at: { index: found ? found.arguments.indexOf(property!.parent as never) : -1, option: property?.key.type === 'Identifier' ? property.key.name : undefined } }
}
type CallLike = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>

/** Calls that a function is an argument of: written there, or named there. */
function sitesOf(fn: Node, env: Env): Extract<Node, { type: 'CallExpression' | 'NewExpression' }>[] {
  const sites: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>[] = []
  const add = (node: Node | undefined) => { if (node?.type === 'CallExpression' || node?.type === 'NewExpression') sites.push(node) }
  add(fn.parent)
  const named = fn.type === 'FunctionDeclaration' ? fn.id : fn.parent?.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier' ? fn.parent.id : undefined
  if (named && isFunction(fn)) for (const reference of env.module.variableOf(named)?.references ?? []) add((reference.identifier as Node).parent)
  return sites
}
