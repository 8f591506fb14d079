/** Members of the program's own classes: what an instance, a class, `this` and `super` have under a name. */
import type { TSESTree } from '@typescript-eslint/types'
import { functionAround, isFunction, testsAround } from './conditions.js'
import { isWithin, nodesBelow } from './tree.js'
import { literal } from './value.js'
import type { CallValue, ClassNode, ClassValue, Condition, Env, Evaluator, FunctionNode, FunctionValue, Layer, Node, Value } from './value.js'

/** Superclasses on the way up. */
const RUNGS = 10

/** What classes need of the evaluator, beyond what others may ask of it. */
export interface Core extends Pick<Evaluator, 'evaluate' | 'member' | 'call' | 'enter' | 'typed' | 'conditions' | 'root'> {
  choice(node: Node, env: Env, arms: { value: Value; when: Condition[] }[]): Value
  keyOf(part: { key: Node; computed: boolean }, env: Env): string | undefined
  listed(nodes: readonly (Node | null)[], env: Env, at: Node): { items: Value[]; unseen: boolean }
  unknown(node: Node, env: Env): Value
  /** Whether no answer under way leans on one that is still open. */
  settled(): boolean
}

export interface Classes {
  /** Some instance of a class, made we do not know how. */
  instanceOf(cls: ClassValue): CallValue
  classAt(decl: ClassNode, env: Env): ClassValue
  ofClass(cls: ClassValue, name: string, node: Node, env: Env): Value
  ofInstance(instance: CallValue, name: string, node: Node, env: Env): Value
  /** `super.name`, for the receiver of the method that says so. */
  ofSuper(node: Node, name: string, env: Env): Value
  self(node: Node, env: Env): Value
  /** What the class around a node extends. */
  above(node: Node, env: Env): Value | undefined
  /** The class of an instance and those of the program above it, nearest first. */
  layers(instance: CallValue): readonly Layer[]
}

interface Layers {
  readonly own: readonly Layer[]
  /** An instance of what the topmost class extends. */
  readonly beyond?: Value
}

export function createClasses(core: Core): Classes {
  const instanceOf = oncePerClass((cls): CallValue => ({ kind: 'call', node: cls.decl, env: cls.env, of: cls, args: [], unseen: true, isNew: true }))
  const staticSide = oncePerClass(cls => inside(cls, cls))
  const layersOf = new Map<CallValue, Layers>()
  const members = new Map<CallValue, Map<string, Value>>()

  function classAt(decl: ClassNode, env: Env): ClassValue {
    return { kind: 'class', node: decl, env: outside(decl, env), decl }
  }

  /** The environment a node stands in, seen from inside it. */
  function outside(node: Node, env: Env): Env {
    let at: Env | undefined = env
    while (at?.fn && isWithin(at.fn, node)) at = at.parent
    while (at && !at.fn && at.self && at.parent) at = at.parent
    return at ?? core.root(env.module)
  }

  /** Where a class body is evaluated for one receiver. */
  function inside(of: ClassValue, receiver: Value): Env {
    return { module: of.env.module, parent: of.env, depth: of.env.depth, self: receiver, memo: new Map() }
  }

  function ofClass(of: ClassValue, name: string, node: Node, env: Env, rung = 0): Value {
    for (const part of of.decl.body.body) {
      if (part.type === 'StaticBlock' || !part.static || core.keyOf(part as never, of.env) !== name) continue
      if (part.type === 'PropertyDefinition' && part.value) return core.evaluate(part.value, staticSide(of))
      if (part.type === 'MethodDefinition' && isReadable(part)) return method(part, of, of, node, env)
    }
    const above = of.decl.superClass && core.evaluate(of.decl.superClass, of.env)
    if (!above) return { kind: 'member', node, env, of, name }
    if (rung >= RUNGS) return core.unknown(node, env)
    return above.kind === 'class' ? ofClass(above, name, node, env, rung + 1) : core.member(above, name, node, env)
  }

  function method(part: TSESTree.MethodDefinition, of: ClassValue, self: Value, node: Node, env: Env): Value {
    const fn: FunctionValue = { kind: 'function', node: part.value, env: of.env, fn: part.value as FunctionNode, self }
    return part.kind === 'get' ? core.call(fn, [], node, env) : fn
  }

  /** A member of an instance is the same whoever asks, unless the answer is still provisional. */
  function ofInstance(instance: CallValue, name: string, node: Node, env: Env): Value {
    let known = members.get(instance)
    if (!known) members.set(instance, known = new Map())
    const before = known.get(name)
    if (before) return before
    const { own, beyond } = layers(instance)
    const value = lookUp(instance, own, beyond, name, node, env)
    if (core.settled()) known.set(name, value)
    return value
  }

  function ofSuper(node: Node, name: string, env: Env): Value {
    const decl = classBodyAround(node)?.parent as ClassNode | undefined
    const receiver = self(node, env)
    if (!decl || receiver.kind !== 'call' || receiver.of.kind !== 'class') {
      const of = above(node, env)
      return of ? core.member(of, name, node, env) : core.unknown(node, env)
    }
    const { own, beyond } = layers(receiver)
    return lookUp(receiver, own.slice(own.findIndex(layer => layer.cls.decl === decl) + 1), beyond, name, node, env)
  }

  function above(node: Node, env: Env): Value | undefined {
    const decl = classBodyAround(node)?.parent as ClassNode | undefined
    return decl?.superClass ? core.evaluate(decl.superClass, outside(decl, env)) : undefined
  }

  function lookUp(instance: CallValue, own: readonly Layer[], beyond: Value | undefined, name: string, node: Node, env: Env): Value {
    for (const layer of own) {
      const found = inLayer(instance, layer, name, node, env)
      if (found) return found
    }
    if (!beyond) return { kind: 'member', node, env, of: instance, name }
    return beyond.kind === 'unknown' ? beyond : { kind: 'member', node, env, of: beyond, name }
  }

  function layers(instance: CallValue): Layers {
    const known = layersOf.get(instance)
    if (known) return known
    const own: Layer[] = []
    let beyond: Value | undefined
    let { args, unseen } = instance
    for (let above: Value | null = instance.of; above;) {
      if (above.kind !== 'class') { beyond = { kind: 'call', node: instance.node, env: instance.env, of: above, args, unseen, isNew: true }; break }
      if (own.length >= RUNGS) { beyond = core.unknown(instance.node, instance.env); break }
      const cls: ClassValue = above
      const maker = constructorOf(cls)
      const made = maker && constructed(instance, cls, maker.value as FunctionNode, args, unseen)
      own.push({ cls, body: inside(cls, instance), ...(made && { maker: made }) })
      if (made) ({ items: args, unseen } = passedUp(made) ?? { items: [], unseen: true })
      above = cls.decl.superClass && core.evaluate(cls.decl.superClass, cls.env)
    }
    const found = { own, ...(beyond && { beyond }) }
    if (core.settled()) layersOf.set(instance, found)
    return found
  }

  function constructed(instance: CallValue, of: ClassValue, fn: FunctionNode, args: readonly Value[], unseen: boolean): { fn: FunctionNode; env: Env } {
    const value: FunctionValue = { kind: 'function', node: fn, env: of.env, fn, self: instance }
    const env = unseen ? undefined : core.enter(value, args, instance.node, instance.env)
    return { fn, env: env ?? { module: of.env.module, parent: of.env, fn, self: instance, depth: of.env.depth, memo: new Map() } }
  }

  /** What a constructor calls `super` with; undefined when that is not plain to see. */
  function passedUp({ fn, env }: { fn: FunctionNode; env: Env }): { items: Value[]; unseen: boolean } | undefined {
    for (const statement of (fn.body as TSESTree.BlockStatement).body) {
      if (statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' && statement.expression.callee.type === 'Super') {
        return core.listed(statement.expression.arguments, env, statement)
      }
    }
    return undefined
  }

  /** What one class gives an instance under a name; undefined when nothing. */
  function inLayer(instance: CallValue, { cls, body, maker }: Layer, name: string, node: Node, env: Env): Value | undefined {
    const found: { value: Value; when: Condition[] }[] = []
    let declared: Node | undefined, holder: Node | undefined
    for (const part of cls.decl.body.body) {
      if (part.type === 'StaticBlock' || part.type === 'TSIndexSignature' || part.static || core.keyOf(part as never, cls.env) !== name) continue
      if (part.type === 'MethodDefinition') {
        if (!isReadable(part)) continue
        return method(part, cls, instance, node, env)
      }
      if (part.type === 'PropertyDefinition' || part.type === 'AccessorProperty') {
        declared = part.typeAnnotation?.typeAnnotation
        holder = part
        if (part.value) found.push({ value: core.evaluate(part.value, body), when: [] })
      }
    }
    const property = maker?.fn.params.find((param): param is TSESTree.TSParameterProperty => param.type === 'TSParameterProperty' && propertyIdentifier(param)?.name === name)
    if (property) return core.evaluate(propertyIdentifier(property)!, maker!.env)
    for (const write of memberWrites(cls.decl).get(name) ?? []) {
      const around = functionAround(write)
      const inConstructor = maker && isWithin(write, maker.fn)
      const scope = inConstructor ? maker.env : body
      if (inConstructor && around === maker.fn && testsAround(write, around).length === 0) found.length = 0
      found.push({ value: core.evaluate(write, scope), when: core.conditions(write, scope, around) })
    }
    const useful = found.filter(one => { const known = literal(one.value); return !(known && known.value == null) })
    if (useful.length > 0) return core.choice(node, env, useful)
    const typed = core.typed(declared, node, env)
    return (typed?.kind === 'root' && typed.of === 'typed' && holder ? { ...typed, part: holder } : typed) ?? found[0]?.value ?? (declared && { kind: 'member', node, env, of: instance, name })
  }

  function self(node: Node, env: Env): Value {
    const around = thisFunction(node)
    for (let at: Env | undefined = env; at; at = at.parent) {
      if (at.self && (!at.fn || at.fn === around || at.fn.type === 'ArrowFunctionExpression')) return at.self
      if (at.fn && at.fn === around) break
    }
    const holder = around?.parent ?? undefined
    const part = around && (around.type === 'PropertyDefinition' || around.type === 'StaticBlock') ? around : holder
    if (part?.type === 'MethodDefinition' || part?.type === 'PropertyDefinition' || part?.type === 'StaticBlock') {
      const cls = classAt(part.parent.parent as ClassNode, env)
      return part.type === 'StaticBlock' || part.static ? cls : instanceOf(cls)
    }
    if (holder?.type === 'Property' && holder.parent.type === 'ObjectExpression') return core.evaluate(holder.parent, outside(around!, env))
    return { kind: 'root', node, env, of: 'this' }
  }

  return { instanceOf, classAt, ofClass, ofInstance, ofSuper, self, above, layers: instance => layers(instance).own }
}

function oncePerClass<T>(make: (cls: ClassValue) => T): (cls: ClassValue) => T {
  const known = new WeakMap<ClassNode, WeakMap<Env, T>>()
  return cls => {
    let byEnv = known.get(cls.decl)
    if (!byEnv) known.set(cls.decl, byEnv = new WeakMap())
    let found = byEnv.get(cls.env)
    if (!found) byEnv.set(cls.env, found = make(cls))
    return found
  }
}

type MemberWrite = TSESTree.AssignmentExpression | TSESTree.UpdateExpression
const writes = new WeakMap<ClassNode, Map<string, MemberWrite[]>>()

/** The writes to members of `this` anywhere in a class, by name and in the order of the source. */
function memberWrites(decl: ClassNode): Map<string, MemberWrite[]> {
  let all = writes.get(decl)
  if (!all) {
    writes.set(decl, all = new Map())
    const found = all
    for (const node of nodesBelow(decl.body, 'AssignmentExpression', 'UpdateExpression')) {
      const target = node.type === 'AssignmentExpression' ? node.left : node.argument
      if (target.type !== 'MemberExpression' || target.object.type !== 'ThisExpression' || target.computed || classBodyAround(node) !== decl.body) continue
      const name = target.property.type === 'PrivateIdentifier' ? `#${target.property.name}` : target.property.name
      found.set(name, [...found.get(name) ?? [], node as MemberWrite])
    }
    for (const list of all.values()) list.sort((a, b) => a.range[0] - b.range[0])
  }
  return all
}

function classBodyAround(node: Node): Node | undefined {
  let up = node.parent
  while (up && up.type !== 'ClassBody') up = up.parent
  return up
}

function thisFunction(node: Node): Node | undefined {
  let up = node.parent
  while (up && (up.type === 'ArrowFunctionExpression' || !(isFunction(up) || up.type === 'PropertyDefinition' || up.type === 'StaticBlock'))) up = up.parent
  return up
}

function propertyIdentifier({ parameter }: TSESTree.TSParameterProperty): TSESTree.Identifier | undefined {
  const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
  return name.type === 'Identifier' ? name : undefined
}

/** Whether a method gives its value to whoever asks: a setter takes one, and overloads only say types. */
const isReadable = ({ kind, value }: TSESTree.MethodDefinition): boolean => kind !== 'set' && value.body !== null

/** The constructor that a class writes out. */
export const constructorOf = ({ decl }: ClassValue): TSESTree.MethodDefinition | undefined =>
  decl.body.body.find((part): part is TSESTree.MethodDefinition => part.type === 'MethodDefinition' && part.kind === 'constructor' && part.value.body !== null)
