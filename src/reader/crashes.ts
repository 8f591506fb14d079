/** What of a handler can end the process: a promise that nobody catches, and what a listener of its call throws. */
import { isFunction } from '../analysis/conditions.js'
import { nodesBelow } from '../analysis/tree.js'
import { bare, literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Node } from '../analysis/value.js'
import type { ProcedureRow } from '../frameworks/describe.js'
import type { Place } from '../model/fact.js'
import type { Crash } from '../model/program.js'
import { pathFrom, peerData, sourcesOf, type Source } from './peer.js'
import type { Reading } from './reading.js'

export interface Crashes {
  /** Functions that a handler leaves with its call, to be run with what the peer sends. */
  listenersOf(handler: FunctionValue, row: ProcedureRow): FunctionValue[]
  /** Where a function throws, and nobody catches it. */
  thrownIn(fn: FunctionValue): Place[]
  /** What of a handler fails and ends the process, where nobody catches its own failure, and of its listeners. */
  of(handler: FunctionValue, listeners: readonly FunctionValue[], row: ProcedureRow, uncaught: boolean): Crash[]
}

/** Async functions of the program that are looked into. */
const DEPTH = 3
/** What makes the promise of an async function fail, and what may throw. */
const FAILS = ['AwaitExpression', 'ThrowStatement', 'ForOfStatement'] as const, CALLS = ['CallExpression', 'NewExpression'] as const

export function createCrashes({ evaluator, facts, inside, isLinted, vouches }: Reading): Crashes {
  function listenersOf(handler: FunctionValue, { listens }: ProcedureRow): FunctionValue[] {
    if (!listens) return []
    const on = sourcesOf(handler.fn, [listens.on]), env = inside(handler), found: FunctionValue[] = []
    for (const node of nodesBelow(handler.fn.body, 'CallExpression')) {
      const callee = bare(node.callee)
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !listens.by.includes(callee.property.name)) continue
      const [event, listener] = listens.events ? node.arguments : [undefined, ...node.arguments]
      if (!listener || (listens.events && !listens.events.includes(String(event && literal(evaluator.evaluate(event, env))?.value)))) continue
      const receiver = evaluator.evaluate(callee.object, env), given = evaluator.evaluate(listener, env), value = given.kind === 'object' && listens.as !== undefined ? given.entries.get(listens.as) : given
      if (value?.kind === 'function' && on.some(source => pathFrom(receiver, source)?.length === 0)) found.push(value)
    }
    return found
  }

  function of(handler: FunctionValue, listeners: readonly FunctionValue[], row: ProcedureRow, uncaught: boolean): Crash[] {
    const sources = sourcesOf(handler.fn, row.peer)
    return [...uncaught ? rejections(handler, sources) : [], ...listeners.flatMap(listener => {
      const all = [...sources, ...sourcesOf(listener.fn, row.listens!.peer)]
      return listener.fn.async ? rejections(listener, all) : thrown(listener, all)
    })]
  }

  /** An async function that awaits, or throws, outside a try; and a promise that is left to itself. */
  function rejections(fn: FunctionValue, sources: readonly Source[]): Crash[] {
    if (!isLinted(fn.fn)) return []
    const env = inside(fn)
    const left: Crash[] = []
    for (const node of nodesBelow(fn.fn.body, 'ExpressionStatement')) {
      const call = leftAlone(node)
      if (call && mayReject(call, env, 0)) left.push({ by: 'rejection', at: facts.place(undefined, call) })
    }
    const risky = fn.fn.async && nodesBelow(fn.fn.body, ...FAILS, ...CALLS).some(node => ownFunction(node) === fn.fn && !isCaught(node, fn.fn) && (rejects(node, env, 0) || throwsOnPeer(node, env, sources)))
    return [...risky ? [{ by: 'rejection' as const, at: headOf(fn.fn) }] : [], ...left]
  }

  /** Whether a part of an async function, outside a try, makes its promise fail. */
  function rejects(node: Node, env: Env, depth: number): boolean {
    if (node.type === 'AwaitExpression') return mayReject(node.argument, env, depth)
    return node.type === 'ThrowStatement' || (node.type === 'ForOfStatement' && node.await)
  }

  /** Whether a promise may fail: not one that is caught, that only waits, or that an async function of the program makes in a try. */
  function mayReject(promise: Node, env: Env, depth: number): boolean {
    if (settles(promise)) return false
    const value = evaluator.evaluate(promise, env)
    if (literal(value)) return false
    if (value.kind === 'call' && value.isNew && value.of.kind === 'root' && value.of.of === 'global' && value.of.name === 'Promise') {
      const [work] = value.args
      return work?.kind !== 'function' || work.fn.params.length > 1
    }
    const callee = promise.type === 'CallExpression' ? evaluator.evaluate(promise.callee, env) : undefined
    if (callee?.kind !== 'function' || !callee.fn.async || depth >= DEPTH) return true
    return nodesBelow(callee.fn.body, ...FAILS).some(node => ownFunction(node) === callee.fn && !isCaught(node, callee.fn) && rejects(node, callee.env, depth + 1))
  }

  /** What throws in a function that is called by nobody of the program, and not in a try. */
  function thrown(fn: FunctionValue, sources: readonly Source[]): Crash[] {
    if (!isLinted(fn.fn)) return []
    const env = inside(fn), found: Crash[] = []
    for (const node of nodesBelow(fn.fn.body, 'ThrowStatement', ...CALLS)) {
      if (isCaught(node, fn.fn) || ownFunction(node) !== fn.fn) continue
      if (node.type === 'ThrowStatement' || throwsOnPeer(node, env, sources)) found.push({ by: 'throw', at: facts.place(undefined, node) })
    }
    return found
  }

  const thrownIn = (fn: FunctionValue): Place[] => thrown(fn, []).map(({ at }) => at)

  /** A call that throws unless what it is given is good, given what the peer sent. */
  function throwsOnPeer(node: Node, env: Env, sources: readonly Source[]): boolean {
    if (sources.length === 0 || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return false
    const value = evaluator.evaluate(node, env)
    return value.kind === 'call' && value.node === node && (vouches('throws', value) || vouches('verifiers', value)) && value.args.some(arg => peerData(arg, sources) !== undefined)
  }

  /** A place for a function's head, its name included. */
  function headOf(fn: FunctionNode) {
    const named = fn.parent?.type === 'Property' || fn.parent?.type === 'MethodDefinition' ? fn.parent : fn
    return { ...facts.place(undefined, fn), range: [named.range[0], fn.body.range[0]] as const }
  }

  return { listenersOf, thrownIn, of }
}

function ownFunction(node: Node): Node | undefined {
  let up = node.parent
  while (up && !isFunction(up)) up = up.parent
  return up
}

function isCaught(node: Node, top: Node): boolean {
  for (let at: Node = node, up = node.parent; up && up !== top; at = up, up = up.parent) if (up.type === 'TryStatement' && at === up.block && up.handler) return true
  return false
}

const methodOf = (node: Node): string | undefined => node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' ? node.callee.property.name : undefined

/** `….catch(…)` never rejects, and neither does a promise of all outcomes. */
const settles = (node: Node): boolean => methodOf(node) === 'catch' || methodOf(node) === 'allSettled' || (methodOf(node) === 'then' && (node as Extract<Node, { type: 'CallExpression' }>).arguments.length > 1)

/** What `work().then(done)` as a statement waits for: nobody hears of it when the work fails. */
function leftAlone(node: Node): Node | undefined {
  if (node.type !== 'ExpressionStatement') return undefined
  const call = node.expression.type === 'UnaryExpression' && node.expression.operator === 'void' ? node.expression.argument : node.expression
  if (call.type !== 'CallExpression' || methodOf(call) !== 'then' || call.arguments.length !== 1) return undefined
  let at: Node = call
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression' && (methodOf(at) === 'then' || methodOf(at) === 'catch' || methodOf(at) === 'finally')) {
    if (methodOf(at) === 'catch') return undefined
    at = at.callee.object
  }
  return at
}
