/** Where variables, and members of what they hold, are written; and which of these writes can show at a use. */
import type { TSESTree } from '@typescript-eslint/types'
import { functionAround, isFunction, isLoop, type Loop } from './conditions.js'
import { patternPath } from './pattern.js'
import { isWithin } from './tree.js'
import type { Node, Variable } from './value.js'

/** Something that happens to a variable, or to what it holds, at one place of the code. */
export interface Event {
  /** the mention of the variable */
  readonly at: TSESTree.Identifier
  /** where in the text it has happened: at the end of the assignment, for its right side still sees what was before */
  readonly done: number
}

export interface Write extends Event {
  /** What is written; none for `i++`. */
  readonly from: Node | null
}

/** A key of a member: its name, or the expression that computes it. */
export type Key = string | Node

export interface Change extends Event {
  /** The members on the way from the variable to what changes. */
  readonly path: readonly Key[]
  /** A member is `set` (to `values[0]`, if that can be seen) or deleted, members or items are added, or anything may happen. */
  readonly how: 'set' | 'delete' | 'assign' | 'push' | 'mix'
  readonly values: readonly Node[]
  /** It stands in a loop that the variable is declared outside of. */
  readonly again: boolean
}

/** Writes beyond this are no knowledge. */
const MOST = 100

/** What is looked up again and again for one variable. */
export class Index<E extends Event> {
  /** By the function they stand in, each in the order they happen. */
  readonly byFunction = new Map<Node, E[]>()
  readonly all: readonly E[]
  constructor(events: readonly E[]) {
    this.all = [...events].sort((a, b) => a.done - b.done)
    for (const event of this.all) {
      const around = functionAround(event.at), known = this.byFunction.get(around)
      if (known) known.push(event)
      else this.byFunction.set(around, [event])
    }
  }
}

const writes = new WeakMap<Variable, Index<Write>>()
const changes = new WeakMap<Variable, Index<Change>>()

export function writesOf(variable: Variable): Index<Write> {
  let found = writes.get(variable)
  if (!found) {
    writes.set(variable, found = new Index(variable.references.filter(reference => reference.isWrite()).flatMap(reference => {
      const at = reference.identifier as TSESTree.Identifier, from = (reference.writeExpr ?? null) as Node | null
      // the default in a pattern is told by the pattern
      return from?.parent?.type === 'AssignmentPattern' && from.parent.right === from ? [] : [{ at, done: holderOf(at).range[1], from }]
    })))
  }
  return found
}

export function changesOf(variable: Variable): Index<Change> {
  let found = changes.get(variable)
  if (!found) changes.set(variable, found = new Index(variable.references.flatMap(reference => reference.isWrite() ? [] : changeBy(reference.identifier as TSESTree.Identifier, variable) ?? [])))
  return found
}

/** The declarator or assignment that writes a name, or the whole pattern where a loop does. */
function holderOf(name: Node): Node {
  let at = name
  while (at.parent && !/Statement$|^Program$/.test(at.parent.type) && !isFunction(at.parent)) {
    at = at.parent
    if (at.type === 'VariableDeclarator' || at.type === 'AssignmentExpression' || at.type === 'UpdateExpression') break
  }
  return at
}

const MUTATORS = new Set(['unshift', 'splice', 'sort', 'reverse', 'pop', 'shift', 'fill', 'copyWithin'])

/** What a mention of a variable does to what the variable holds. */
function changeBy(at: TSESTree.Identifier, variable: Variable): Change | undefined {
  const path: Key[] = []
  let node: Node = at, up: Node | undefined = at.parent
  for (; up; node = up, up = up.parent) {
    if (up.type === 'MemberExpression' && up.object === node) path.push(keyOf(up))
    else if (up.type !== 'TSNonNullExpression' && up.type !== 'TSAsExpression' && up.type !== 'ChainExpression') break
  }
  const change = (how: Change['how'], done: Node, values: readonly Node[] = []): Change => ({ at, done: done.range[1], path, how, values, again: loopsAround(at).some(loop => !repeats(loop, variable.identifiers[0] as Node)) })
  switch (up?.type) {
    case 'AssignmentExpression':
      if (path.length === 0 || up.left !== node) return undefined
      return change('set', up, [up])
    case 'UpdateExpression': return path.length > 0 ? change('set', up, [up]) : undefined
    case 'UnaryExpression': return path.length > 0 && up.operator === 'delete' ? change('delete', up) : undefined
    case 'ArrayPattern': case 'RestElement': return path.length > 0 ? change('set', node) : undefined
    case 'AssignmentPattern': case 'ForOfStatement': case 'ForInStatement': return path.length > 0 && up.left === node ? change('set', node) : undefined
    case 'Property': return path.length > 0 && up.value === node && up.parent.type === 'ObjectPattern' ? change('set', node) : undefined
    case 'CallExpression': {
      if (up.arguments[0] === node && isObjectAssign(up.callee)) return change('assign', up, up.arguments.slice(1))
      const method = up.callee === node ? path.pop() : undefined
      if (method === 'push') return change('push', up, up.arguments)
      return typeof method === 'string' && MUTATORS.has(method) ? change('mix', up) : undefined
    }
    default: return undefined
  }
}

function keyOf({ property, computed }: TSESTree.MemberExpression): Key {
  if (!computed) return property.type === 'PrivateIdentifier' ? `#${property.name}` : (property as TSESTree.Identifier).name
  return property.type === 'Literal' && (typeof property.value === 'string' || typeof property.value === 'number') ? String(property.value) : property
}

function isObjectAssign(callee: Node): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object'
    && callee.property.type === 'Identifier' && callee.property.name === 'assign'
}

/**
 * The events that can show at a use: `base` is the last one that surely has happened, `maybe` those of which it cannot be
 * told whether they came after. `lost` when there are too many to tell.
 */
export interface Shown<E extends Event> { base?: E; maybe: E[]; lost?: true }

export function shownAt<E extends Event>(index: Index<E>, use: Node): Shown<E> {
  const around = functionAround(use), until = isDeclared(use) ? Infinity : use.range[0]
  const maybe: E[] = []
  const loops = loopsAround(use)
  const again = (event: E) => loops.find(loop => repeats(loop, event.at))
  let base: E | undefined
  const local = index.byFunction.get(around) ?? []
  let next = firstAfter(local, until)
  for (let i = next - 1; i >= 0 && !base; i--) {
    const event = local[i]!
    if (happensBefore(event.at, use)) base = event
    else if (!inOtherArm(event.at, use) || again(event)) maybe.push(event)
    if (maybe.length > MOST) return { maybe: [], lost: true }
  }
  maybe.reverse()
  // Round the loop come those that stand after the use, but for what the base undoes on its way.
  for (const end = loops.at(-1)?.range[1] ?? 0; next < local.length && local[next]!.at.range[0] < end; next++) {
    const loop = again(local[next]!)
    if (loop && !(base && repeats(loop, base.at))) maybe.push(local[next]!)
    if (maybe.length > MOST) return { maybe: [], lost: true }
  }
  for (const [where, events] of index.byFunction) {
    if (where === around) continue
    if (maybe.length + events.length > MOST) return { maybe: [], lost: true }
    maybe.push(...events)
  }
  return { ...(base && { base }), maybe: maybe.sort((a, b) => a.done - b.done) }
}

/** All events that may have happened when a use is reached, in the order of the text, and whether each surely has. */
export function happenedBy<E extends Event>(index: Index<E>, use: Node): { event: E; sure: boolean }[] {
  const around = functionAround(use), until = isDeclared(use) ? Infinity : use.range[0]
  const loops = loopsAround(use)
  return index.all.flatMap((event): { event: E; sure: boolean }[] => {
    if (functionAround(event.at) !== around) return [{ event, sure: false }]
    const again = loops.some(loop => repeats(loop, event.at))
    if (event.done > until) return again ? [{ event, sure: false }] : []
    if (happensBefore(event.at, use)) return [{ event, sure: true }]
    return inOtherArm(event.at, use) && !again ? [] : [{ event, sure: false }]
  })
}

/** A declaration stands for the variable as the rest of the program finds it. */
function isDeclared(use: Node): boolean {
  if (use.parent?.type === 'ExportSpecifier') return true
  const holder = holderOf(use)
  return holder.type === 'VariableDeclarator' && patternPath(holder.id, use) !== undefined
}

function firstAfter(events: readonly Event[], position: number): number {
  let low = 0, high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.done <= position) low = middle + 1
    else high = middle
  }
  return low
}


/** Whether a node runs in every round of a loop around it. */
function repeats(loop: Loop, node: Node): boolean {
  const once = loop.type === 'ForStatement' ? loop.init : loop.type === 'ForOfStatement' || loop.type === 'ForInStatement' ? loop.right : null
  return isWithin(node, loop) && !(once && isWithin(node, once))
}

/** The loops of the same function around a node, innermost first. */
function loopsAround(node: Node): Loop[] {
  const loops: Loop[] = []
  for (let up = node.parent; up && !isFunction(up); up = up.parent) if (isLoop(up)) loops.push(up)
  return loops
}

/** Whether an event of the same function, earlier in the text, has surely happened when the use is reached. */
export function happensBefore(event: Node, use: Node): boolean {
  for (let at = event, up = event.parent; up; at = up, up = up.parent) {
    switch (up.type) {
      case 'ConditionalExpression': case 'IfStatement': if (at !== up.test) return isWithin(use, at); break
      case 'LogicalExpression': if (at !== up.left) return isWithin(use, at); break
      case 'ForStatement': if (at !== up.init && at !== up.test) return isWithin(use, at); break
      case 'WhileStatement': if (at !== up.test) return isWithin(use, at); break
      case 'DoWhileStatement': break
      case 'ForOfStatement': case 'ForInStatement': if (at !== up.right) return isWithin(use, up.body); break
      case 'SwitchStatement': if (at !== up.discriminant) return isWithin(use, at); break
      case 'TryStatement': if (at !== up.finalizer) return isWithin(use, at); break
      case 'AssignmentPattern': if (at === up.right) return isWithin(use, at); break
      case 'BlockStatement': case 'Program': case 'StaticBlock': if (isWithin(use, up)) return true; break
      default: if (isFunction(up)) return isWithin(use, up)
    }
  }
  return false
}

/** Whether an event stands in one arm of an `if` and the use in the other. */
function inOtherArm(event: Node, use: Node): boolean {
  for (let at = event, up = event.parent; up; at = up, up = up.parent) {
    if (!isWithin(use, up)) continue
    if ((up.type !== 'IfStatement' && up.type !== 'ConditionalExpression') || at === up.test) return false
    const other = at === up.consequent ? up.alternate : up.consequent
    return Boolean(other && isWithin(use, other))
  }
  return false
}
