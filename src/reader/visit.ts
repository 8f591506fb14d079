/**
 * The way through a file: its calls, and what functions and classes of the program do with what they are handed. A helper,
 * be it of this file or of another, is walked once for every call that tells it something.
 */
import { isFunction } from '../analysis/conditions.js'
import { truth } from '../analysis/fold.js'
import { nodesBelow } from '../analysis/tree.js'
import type { CallValue, ClassNode, ClassValue, Env, Evaluator, FunctionNode, FunctionValue, Module, Node, Value } from '../analysis/value.js'
import { ownParameters } from './peer.js'
import { HELPERS, type CallLike, type Sight } from './sight.js'

/** Functions and classes walked into for one file, and options in options of what they are given. */
const ENTRIES = 600, OPTIONS = 3

interface Way {
  evaluator: Evaluator
  tails: ReadonlySet<string>
  sightOf(module: Module): Sight
  callsIn(below: Node): readonly CallLike[]
  /** Options that tell something by their name alone. */
  optionsIn(below: Node): readonly Node[]
  noteOption(key: Node, env: Env): void
  /** A call that is worth a look, and what it stands for. */
  note(call: CallLike, value: Value, env: Env): void
  /** Something of the linted file that is seen with what a helper was handed: only that counts. */
  informed(node: Node): void
}

export function visit(module: Module, { evaluator, tails, sightOf, callsIn, optionsIn, note, noteOption, informed }: Way): void {
  const root = evaluator.root(module), entered = new Set<Node>()
  let left = ENTRIES

  function calls(below: Node, env: Env, depth: number): void {
    const sight = sightOf(env.module), here = isOwn(env.module)
    for (const call of callsIn(below)) {
      const worth = here ? sight.worth(call, tails, depth > 0) : sight.isNamed(call), opens = depth < HELPERS && left > 0 && (here ? sight.opens(call) : sight.own(call))
      if (!worth && !opens) continue
      if (here && depth > 0) informed(call)
      if (worth && !(depth > 0 && never(call, env))) note(call, evaluator.evaluate(call, env), env)
      if (opens) open(call, env, depth, worth)
    }
    for (const key of optionsIn(below)) {
      if (here && depth > 0) informed(key.parent!)
      if (!(depth > 0 && never(key, env))) noteOption(key, env)
    }
  }

  /** Whether what a helper was handed keeps it from getting here. */
  const never = (node: Node, env: Env): boolean => isBlocked(node, env) && !isBlocked(node, evaluator.root(env.module))
  const isBlocked = (node: Node, env: Env): boolean => evaluator.conditions(node, env, env.fn).some(({ test, is }) => truth(test) === !is)

  function open(call: CallLike, env: Env, depth: number, noted: boolean): void {
    const callee = evaluator.evaluate(call.callee, env)
    if (call.type === 'NewExpression') {
      if (callee.kind !== 'class' || (depth > 0 && never(call, env))) return
      const made = evaluator.evaluate(call, env)
      if (made.kind === 'call' && made.node === call && made.args.some(isTelling)) make(asGiven(made), depth)
    } else if (callee.kind === 'function' && canEnter(callee) && !(depth > 0 && never(call, env))) {
      const args = argumentsOf(call, env), self = callee.self && asGiven(callee.self)
      if (args?.some(isTelling) || (self?.kind === 'call' && self.isNew && self.of.kind === 'class' && self.args.some(isTelling))) enter(self ? { ...callee, self } : callee, args, call, env, depth)
    } else if (!noted && (callee.kind === 'root' || callee.kind === 'member')) note(call, evaluator.evaluate(call, env), env) // a library's own under another name
  }

  const canEnter = ({ fn, env }: FunctionValue): boolean => Boolean(fn.body) && !entered.has(fn) && leads(env.module, fn)

  function enter(fn: FunctionValue, args: readonly Value[] | undefined, site: Node, from: Env, depth: number): void {
    if (!args) return
    const env = evaluator.enter(fn, isOwn(fn.env.module) ? args : given(args, fn.fn.params, site, from), site, from)
    if (env) within(fn.fn, fn.fn.body, env, depth)
  }

  function within(what: Node, body: Node, env: Env, depth: number): void {
    left--
    entered.add(what)
    calls(body, env, depth + 1)
    entered.delete(what)
  }

  const isOwn = (of: Module) => of === module

  /** What was found out of functions of other files: with so many calls behind it, or for whoever comes back on the way. */
  const leading = new Map<Node, { depth: number; is: boolean }>()
  /** Whether code of another file makes a call that a description knows, by itself or by what it calls. */
  function leads(of: Module, node: Node, depth = 0): boolean {
    if (isOwn(of)) return true
    const known = leading.get(node)
    if (known && (known.is || known.depth <= depth)) return known.is
    leading.set(node, { depth: -1, is: false })
    const sight = sightOf(of), is = optionsIn(node).length > 0 || callsIn(node).some(call => sight.isNamed(call) || (depth < HELPERS && sight.own(call) && goesOn(call, of, depth)))
    leading.set(node, { depth, is })
    return is
  }

  function goesOn(call: CallLike, of: Module, depth: number): boolean {
    const callee = evaluator.evaluate(call.callee, evaluator.root(of))
    if (callee.kind === 'function') return !isOwn(callee.env.module) && leads(callee.env.module, callee.fn, depth + 1)
    if (callee.kind !== 'class' || call.type !== 'NewExpression') return false
    return evaluator.layers(evaluator.instanceOf(callee)).some(({ cls, maker }) => !isOwn(cls.env.module) && maker !== undefined && leads(cls.env.module, maker.fn, depth + 1))
  }

  /** What runs when an instance is made: initialisers and constructors, those of the classes above it too. */
  function make(instance: CallValue, depth: number): void {
    for (const { cls, body, maker } of evaluator.layers(instance)) {
      if (entered.has(cls.decl)) continue
      for (const part of initialisers(cls)) if (leads(cls.env.module, part)) within(cls.decl, part, body, depth)
      if (maker && leads(cls.env.module, maker.fn)) within(maker.fn, maker.fn.body as Node, maker.env, depth)
    }
  }

  /** An instance as code of other files is judged by it: by what it was given, and not by what it was not. */
  const seen = new Map<Value, Value>()
  function asGiven<T extends Value>(instance: T): T {
    if (instance.kind !== 'call' || !instance.isNew || instance.of.kind !== 'class' || isOwn(instance.of.env.module)) return instance
    let known = seen.get(instance)
    if (!known) seen.set(instance, known = { ...instance, args: given(instance.args, evaluator.layers(instance).find(({ maker }) => maker)?.maker?.fn.params ?? [], instance.node, instance.env) })
    return known as T
  }

  /** A class that tells the one above it something is a call of what that one does. */
  function derived(decl: ClassNode): void {
    const cls = evaluator.evaluate(decl, root)
    if (cls.kind !== 'class') return
    const instance = evaluator.instanceOf(cls)
    const [own, ...above] = evaluator.layers(instance)
    if (!own || above.length === 0 || !adds(decl)) return
    const overridden = new Set(namesOf(decl))
    for (const { cls: base, body, maker } of above) {
      for (const part of initialisers(base)) if (leads(base.env.module, part)) within(base.decl, part, body, 0)
      if (maker && leads(base.env.module, maker.fn)) within(maker.fn, maker.fn.body as Node, maker.env, 0)
      for (const part of base.decl.body.body) {
        if (part.type !== 'MethodDefinition' || part.static || !part.value.body || part.kind === 'constructor') continue
        if (part.key.type === 'Identifier' && overridden.has(part.key.name)) continue
        const fn: FunctionValue = { kind: 'function', node: part.value, env: base.env, fn: part.value as FunctionNode, self: instance }
        if (canEnter(fn)) enter(fn, ownParameters(fn), decl, cls.env, 0)
      }
      for (const name of namesOf(base.decl)) overridden.add(name)
    }
  }

  /** The arguments of a call; undefined when a spread hides them. */
  function argumentsOf(call: CallLike, env: Env): Value[] | undefined {
    const all: Value[] = []
    for (const argument of call.arguments) {
      const value = evaluator.evaluate(argument, env)
      if (argument.type !== 'SpreadElement') all.push(value)
      else if (value.kind === 'array' && !value.unseen) all.push(...value.items)
      else return undefined
    }
    return all
  }

  calls(module.ast, root, 0)
  for (const decl of nodesBelow(module.ast, 'ClassDeclaration', 'ClassExpression')) if (left > 0 && sightOf(module).extendsOpener(decl)) derived(decl)
}

/**
 * What a function of another file is told: what it is not given, it decides by itself, and is judged for that where it
 * stands.
 */
function given(args: readonly Value[], params: readonly Node[], node: Node, env: Env): Value[] {
  const left = params.slice(args.length).filter(param => param.type !== 'RestElement')
  return [...args.map(one => opened(one)), ...left.map((): Value => ({ kind: 'unknown', node, env, reason: 'it comes from a caller' }))]
}

/** An object of which only what is written is known. */
function opened(value: Value, depth = 0): Value {
  if (value.kind === 'choice') return { ...value, of: value.of.map(arm => ({ ...arm, value: opened(arm.value, depth) })) }
  if (value.kind !== 'object' || depth > OPTIONS || value.entries.constructor !== Map) return value
  return { ...value, unseen: true, entries: new Map([...value.entries].map(([name, entry]) => [name, opened(entry, depth + 1)])) }
}

const isTelling = (value: Value): boolean => value.kind !== 'unknown' && !(value.kind === 'root' && value.of === 'param')

/** Whether a class does anything of its own: a call of `super` with arguments, or a member. */
const adds = ({ body }: ClassNode): boolean => body.body.some(part => part.type === 'PropertyDefinition' || part.type === 'MethodDefinition')

/** What is evaluated for every instance, before the constructor. */
function initialisers({ decl }: ClassValue): Node[] {
  return decl.body.body.flatMap(part => part.type === 'PropertyDefinition' && part.value && !part.static && !isFunction(part.value) ? [part.value] : [])
}

function namesOf({ body }: ClassNode): string[] {
  return body.body.flatMap(part => (part.type === 'MethodDefinition' || part.type === 'PropertyDefinition') && part.key.type === 'Identifier' && !part.static ? [part.key.name] : [])
}
