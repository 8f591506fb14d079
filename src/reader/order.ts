/**
 * What was given to an object before a place of the program. The program is followed in the order in which it runs, its
 * own functions in the places of their calls; between functions that only others call, no order is known.
 */
import { isBuiltin } from 'node:module'
import type { TSESTree } from '@typescript-eslint/types'
import { constructorOf } from '../analysis/classes.js'
import { functionAround, functionsBelow, isFunction, isLoop, testsAround } from '../analysis/conditions.js'
import { children } from '../analysis/depends.js'
import { truth } from '../analysis/fold.js'
import { moduleExports } from '../analysis/modules.js'
import { isWithin, nodesBelow } from '../analysis/tree.js'
import { alternatives, bare, cameFrom, literal, type CallValue, type Env, type FunctionNode, type FunctionValue, type Module, type Node, type Value } from '../analysis/value.js'
import type { Framework, Pattern } from '../frameworks/describe.js'
import { receiverOf, type Found } from './facts.js'
import { compile, type Match } from './match.js'
import type { CallLike, Order, Reading } from './reading.js'

type Earlier = Parameters<Order['earlier']>[0]
/** One call, as often as the program makes it. */
interface Event { node: CallLike; env: Env; /** what must have gone some way for it to run */ branches: ReadonlySet<string> }
/** What runs in one go: a file, or a function that nobody is seen to call. */
interface Trace { module: Module; top: Node; events: Event[] }

/** Functions walked into, and routers mounted on one another. */
const DEPTH = 4, MOUNTS = 3, EVENTS = 20_000

export function createOrder({ evaluator, matcher, facts, module: linted }: Pick<Reading, 'evaluator' | 'matcher' | 'facts' | 'module'>): Order {
  const traced = new Map<Module, Trace[]>()

  // ── the order in which a file runs ───────────────────────────────────────────────────────────────────────────────
  function tracesOf(module: Module): Trace[] {
    const known = traced.get(module)
    if (known) return known
    const all: Trace[] = [], entered = new Set<Node>()
    traced.set(module, all)
    const begin = (top: Node, inside: Node) => {
      const trace: Trace = { module, top, events: [] }
      all.push(trace)
      follow(inside, evaluator.root(module), trace, [], new Set(), entered)
    }
    begin(module.ast, module.ast)
    for (const fn of functionsBelow(module.ast)) if (fn.body && !entered.has(fn)) begin(fn, fn.body)
    return all
  }

  function follow(node: Node, env: Env, trace: Trace, stack: readonly Node[], branches: ReadonlySet<string>, entered: Set<Node>): void {
    if (trace.events.length > EVENTS || isFunction(node)) return
    for (const child of children(node).sort((a, b) => a.range[0] - b.range[0])) follow(child, env, trace, stack, branches, entered)
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return
    const here = branchesOf(node, env)
    if (!here) return
    const all = new Set([...branches, ...here])
    trace.events.push({ node, env, branches: all })
    if (stack.length >= DEPTH) return
    for (const { fn, args } of run(node, env)) {
      if (stack.includes(fn.fn) || fn.fn.generator || !fn.fn.body) continue
      const inner = evaluator.enter(fn, args, node, env)
      if (!inner) continue
      entered.add(fn.fn)
      follow(fn.fn.body, inner, trace, [...stack, fn.fn], all, entered)
    }
  }

  /** The functions of the program that a call runs. */
  function run(node: CallLike, env: Env): { fn: FunctionValue; args: ReturnType<typeof evaluator.evaluate>[] }[] {
    const callee = evaluator.evaluate(node.callee, env), args = () => node.arguments.map(one => evaluator.evaluate(one, env))
    if (node.type === 'NewExpression') {
      const maker = callee.kind === 'class' && constructorOf(callee)
      const instance = maker && evaluator.evaluate(node, env)
      return maker && instance && callee.kind === 'class' ? [{ fn: { kind: 'function', node: maker.value, env: callee.env, fn: maker.value as FunctionNode, self: instance }, args: args() }] : []
    }
    if (callee.kind === 'function') return [{ fn: callee, args: args() }]
    // a list that is known is gone through here
    const each = callee.kind === 'member' && callee.name === 'forEach' && callee.of.kind === 'array' && !callee.of.unseen ? callee.of : undefined
    const fn = each && args()[0]
    return each && fn?.kind === 'function' ? each.items.map(item => ({ fn, args: [item] })) : []
  }

  /** What decides whether a node runs once its function does; undefined when it never does. */
  function branchesOf(node: Node, env: Env): string[] | undefined {
    const top = functionAround(node), found: string[] = []
    for (const { test, is, oneOf } of testsAround(node, top)) {
      const known = oneOf ? undefined : truth(evaluator.evaluate(test, env))
      if (known === !is) return undefined
      if (known === undefined) found.push(`${test.range.join('-')}${oneOf?.map(one => one.range[0]).join() ?? ''}${is}`)
    }
    for (let at: Node = node, up = node.parent; up && at !== top; at = up, up = up.parent) {
      if (up.type === 'CatchClause') found.push(`catch${up.range[0]}`)
      if (!isLoop(up) || at === ('right' in up ? up.right : undefined)) continue
      const over = up.type === 'ForOfStatement' ? evaluator.evaluate(up.right, env) : undefined
      if (over?.kind === 'array' && !over.unseen) { if (over.items.length === 0) return undefined } else found.push(`loop${up.range[0]}`)
    }
    return found
  }

  // ── what came before ─────────────────────────────────────────────────────────────────────────────────────────────
  type When = 'before' | 'after' | 'unknown'

  function whenRan(trace: Trace, event: Event, target: { trace: Trace; event: Event }): When {
    if (trace === target.trace) return trace.events.indexOf(event) < target.trace.events.indexOf(target.event) ? within(event, target.event) : 'after'
    const certain: When = event.branches.size === 0 ? 'before' : 'unknown'
    if (trace.module !== target.trace.module) return trace.top.type === 'Program' ? certain : 'unknown'
    if (holds(trace.top, target.trace.top)) {
      // what stands before a callback has run when it is called; a function of the file runs when the file has
      if (event.node.range[0] < target.trace.top.range[0]) return certain
      return trace.top.type === 'Program' && !isHandedOver(target.trace.top) ? certain : 'unknown'
    }
    if (holds(target.trace.top, trace.top)) return isHandedOver(trace.top) && trace.top.range[0] > target.event.node.range[0] ? 'after' : isExported(trace.top) ? 'after' : 'unknown'
    return isConstructorOf(trace.top, target.trace.top) ? certain : 'unknown'
  }

  const within = (event: Event, target: Event): When => [...event.branches].every(branch => target.branches.has(branch)) ? 'before' : 'unknown'

  function earlier(from: Earlier, match: Match): Found[] { return before(from, match, 0) }

  function before(from: Earlier, match: Match, depth: number): Found[] {
    const { framework } = match, at = match.value.node
    const lost: Found[] = [{ reason: 'the code is too dynamic', when: [], at }]
    const receiver = receiverOf(match.value) ?? match.value, id = matcher.identity(receiver, framework)
    if (!id) return lost
    const modules = [...new Set([linted, match.value.env.module, receiver.env.module])]
    const traces = modules.flatMap(tracesOf)
    const target = find(traces, match, id, framework)
    if (!target) return lost
    const found: Found[] = []
    const maker = rootOf(receiver)
    if (maker.kind !== 'call') found.push({ reason: 'it comes from a caller', when: [], at })
    const mounts: Found[][] = []
    for (const trace of traces) {
      for (const event of trace.events) {
        if (event === target.event) continue
        for (const call of valuesOf(event)) {
          const given = matches(call, from, framework)
          const on = given && receiverOf(call), same = on && identityOf(on, framework)
          const when = from.anytime ? 'before' : whenRan(trace, event, target)
          if (given && same === id) {
            if (when === 'before') found.push(...registered(from, given, match, valuesOf(event).length > 1))
            else if (when === 'unknown') found.push(...lost)
          } else if (given && same === undefined) { if (when !== 'after') found.push(...lost) }
          else if (given && looksLike(same!, id)) { if (when !== 'after') found.push(...lost) }
          const beside = given ? facts.find(from.ref, given) : [], place = beside.findIndex(one => one.value && identityOf(one.value, framework) === id)
          if (given && place >= 0) {
            mounts.push(depth >= MOUNTS ? lost : [...before(from, given, depth + 1), ...beside.slice(0, place)])
          } else if (!given && when !== 'after' && isGivenAway(call, id, framework) && !isNodes(call)) found.push(...lost)
        }
      }
    }
    // what stands before one of several ways in need not stand before the others
    found.push(...mounts.length > 1 ? lost : mounts.flat())
    if (!isMadeIn(maker, target.trace.module) || (mounts.length === 0 && depth === 0 && leavesSight(id, target.trace, framework))) found.push({ reason: 'it comes from a caller', when: [], at })
    return found
  }

  function late(match: Match, by: readonly Pattern[], serves: (value: Value) => boolean): boolean {
    const { framework, call } = match, receiver = receiverOf(match.value), id = receiver && matcher.identity(receiver, framework)
    const maker = receiver && rootOf(receiver)
    // what has a path may be meant for something else
    if (!id || maker?.kind !== 'call' || maker.env.module !== linted || !call || call.args.some(one => literal(one))) return false
    const traces = tracesOf(linted), target = find(traces, match, id, framework)
    if (!target || leavesSight(id, target.trace, framework)) return false
    let served = false
    for (const trace of traces) for (const event of trace.events) for (const other of event === target.event ? [] : valuesOf(event)) {
      const given = by.some(pattern => matches(other, { by: pattern }, framework))
      if (given) {
        const on = receiverOf(other), same = on && identityOf(on, framework)
        if (same === undefined || looksLike(same, id)) return false
        if (same !== id) continue
        if (whenRan(trace, event, target) === 'before') served ||= other.args.some(serves)
        // what is told of errors serves nobody
        else if (!other.args.every(one => literal(one) || (one.kind === 'function' && one.fn.params.length === 4))) return false
      } else if (isGivenAway(other, id, framework) && !isNodes(other)) return false
    }
    return served
  }

  /** Where the call that is asked about stands in what runs. */
  function find(traces: readonly Trace[], match: Match, id: string, framework: Framework): { trace: Trace; event: Event } | undefined {
    for (const trace of traces) {
      for (const event of trace.events) {
        if (event.node !== match.value.node) continue
        if (valuesOf(event).some(value => { return identityOf(receiverOf(value) ?? value, framework) === id })) return { trace, event }
      }
    }
    return undefined
  }

  const values = new WeakMap<Event, CallValue[]>()
  function valuesOf(event: Event): CallValue[] {
    let known = values.get(event)
    if (!known) values.set(event, known = alternatives(evaluator.evaluate(event.node, event.env)).flatMap(({ value }) => value.kind === 'call' && value.node === event.node ? [value] : []))
    return known
  }

  function matches(call: CallValue, { by }: Pick<Earlier, 'by'>, framework: Framework): Match | undefined {
    const { tail } = compile(by)
    return call.of.kind === 'member' && (call.of.name === tail || tail === '*') ? matcher.match(call, by, framework) : undefined
  }

  const identityOf = (value: CallValue['of'], framework: Framework) => matcher.identity(value, framework)

  /** What one call was given, as far as it is meant for the target as well. */
  function registered(from: Earlier, given: Match, match: Match, oneOf: boolean): Found[] {
    const all = facts.find(from.ref, given).map((one): Found => oneOf && one.value ? { reason: 'the code is too dynamic', when: [], at: one.at } : one)
    const theirs = from.under && facts.one(from.under, given)
    const path = theirs && literal(theirs)
    if (!from.under || (theirs && !path && theirs.kind === 'function')) return all
    if (theirs && !path) return theirs.kind === 'call' || theirs.kind === 'member' || theirs.kind === 'root' ? all : [{ reason: 'the code is too dynamic', when: [], at: given.value.node }]
    if (!path) return all
    const own = facts.one(from.under, match), ours = own && literal(own)?.value
    if (typeof path.value !== 'string' || typeof ours !== 'string') return [{ reason: 'the code is too dynamic', when: [], at: given.value.node }]
    const prefix = path.value.replace(/\/$/, '')
    if (/[*:(]/.test(prefix)) return [{ reason: 'the code is too dynamic', when: [], at: given.value.node }]
    return ours === prefix || ours.startsWith(`${prefix}/`) ? all : []
  }

  /** Whether a call that no description knows gets the object: what it does with it is not seen. */
  function isGivenAway(call: CallValue, id: string, framework: Framework): boolean {
    const node = call.node as CallLike
    return node.arguments.some((part, i) => {
      const { type } = bare(part)
      return (type === 'Identifier' || type === 'MemberExpression' || type === 'ThisExpression') && call.args[i] !== undefined && identityOf(call.args[i], framework) === id
    })
  }

  /** Whether others can get the object, and mount it where something else stands before it. */
  function leavesSight(id: string, trace: Trace, framework: Framework): boolean {
    const exports = moduleExports(trace.module)
    const root = evaluator.root(trace.module)
    const isIt = (node: Node) => identityOf(evaluator.evaluate(node, root), framework) === id
    for (const one of exports.named.values()) if ('node' in one && !isFunction(one.node) && isIt(one.node)) return true
    if (exports.assigned && isIt(exports.assigned)) return true
    if (trace.top.type === 'Program') return false
    return nodesBelow(trace.top, 'ReturnStatement').some(node => node.argument && functionAround(node) === trace.top && isIt(node.argument))
  }

  return { earlier, late }
}

const holds = (outer: Node, inner: Node) => outer !== inner && isWithin(inner, outer)

/** What a path of members and calls begins at: the call that made the object, or where it came from. */
function rootOf(value: CallValue['of']): CallValue['of'] {
  let at = value, made: CallValue | undefined
  while (at.kind === 'member' || at.kind === 'call') {
    if (at.kind === 'call') made = at
    at = at.of
  }
  return made && at.kind === 'root' && (at.of === 'import' || at.of === 'global') ? made : at.kind === 'class' && made ? made : at
}

/** A function of Node, which only calls what it is given. */
const isNodes = ({ of }: CallValue): boolean => of.kind === 'root' && of.of === 'import' && isBuiltin(of.module)

/** Whether a file makes something, be it by a function of another one, which is followed there. */
function isMadeIn(maker: Value, module: Module): boolean {
  for (let at: Env | undefined = maker.env; at; at = cameFrom(at)?.env) if (at.module === module) return true
  return false
}

/** Made at one place, once seen through calls and once without: that may be one object. */
function looksLike(one: string, other: string): boolean {
  const [place, ...calls] = one.split('<'), [otherPlace, ...otherCalls] = other.split('<')
  return place === otherPlace && (calls.length === 0) !== (otherCalls.length === 0)
}

function isHandedOver(top: Node): boolean {
  const up = top.parent
  return (up?.type === 'CallExpression' || up?.type === 'NewExpression') && up.arguments.includes(top as TSESTree.Expression)
}

function isExported(top: Node): boolean {
  const up = top.parent
  return up?.type === 'ExportNamedDeclaration' || up?.type === 'ExportDefaultDeclaration' || (up?.type === 'VariableDeclarator' && up.parent.parent?.type === 'ExportNamedDeclaration')
}

function isConstructorOf(maker: Node, other: Node): boolean {
  const method = maker.parent
  return method?.type === 'MethodDefinition' && method.kind === 'constructor' && holds(method.parent, other)
}
