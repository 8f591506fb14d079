/** Functions that peers invoke: what approves them, what their input must look like, and what they do with it. */
import { isFunction } from '../analysis/conditions.js'
import { walk } from '../analysis/tree.js'
import { literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import { Fact, type Place } from '../model/fact.js'
import type { Contract, Field, Guard, Procedure, Sink } from '../model/program.js'
import { createContracts } from './contract.js'
import type { Ends } from './ends.js'
import { receiverOf } from './facts.js'
import { checked, peerData, sourcesOf, type Source } from './peer.js'
import type { CallLike, Occurrence, Reading } from './read.js'

export interface Procedures { read(): { procedures: Procedure[]; guards: Guard[]; contracts: Contract[] } }

/** Program functions walked into from a handler, and calls looked at for one handler. */
const DEPTH = 4, CALLS = 600

export function createProcedures(reading: Reading, ends: Ends): Procedures {
  const { facts, evaluator, matcher, module } = reading
  const contracts = createContracts(reading)

  interface Walk { sources: Source[]; contract: Contract | undefined; sinks: Sink[]; left: number; entered: Set<FunctionNode> }

  function procedure(occurrence: Occurrence<'procedures'>, handler: FunctionValue | undefined, name: string | undefined, near: Node, contract: Contract | undefined): Procedure {
    const { row, match, framework } = occurrence
    const receiver = receiverOf(match.value)
    const base = ends.subject(occurrence as Occurrence)
    const walkState: Walk = { sources: handler ? sourcesOf(handler.fn, row.peer) : [], contract, sinks: [], left: CALLS, entered: new Set() }
    if (handler) explore(handler.fn, evaluator.enter(handler, paramsOf(handler), near) ?? handler.env, handler, walkState, 0, undefined)
    return {
      ...base, kind: 'procedure', name, at: facts.place(handler, near), on: receiver && matcher.identity(receiver, framework),
      changesState: row.changesState === true, guards: Fact.unknown('the code is too dynamic', base.at), refuses: 'unknown', contract,
      crashes: handler && row.rejection === 'crashes' ? rejections(handler) : [],
      sinks: walkState.sinks, identities: [], leaks: [],
    }
  }

  /** A handler is explored as itself: its parameters are what the peer and the library give. */
  function paramsOf(handler: FunctionValue): Value[] {
    return handler.fn.params.map((param, index): Value => ({ kind: 'root', node: param as Node, env: handler.env, of: 'param', fn: handler.fn, index, rest: false }))
  }

  function explore(fn: FunctionNode, env: Env, handler: FunctionValue, state: Walk, depth: number, via: Node | undefined): void {
    if (state.entered.has(fn)) return
    state.entered.add(fn)
    for (const call of reading.callsIn(env.module, fn.body)) {
      if (state.left-- <= 0) return
      const value = evaluator.evaluate(call, env)
      const at = via ?? call
      if (value.kind === 'call') sink(call, value, env, state, via)
      dispatch(call, env, state, via)
      if (depth < DEPTH && call.type === 'CallExpression') {
        const callee = evaluator.evaluate(call.callee, env)
        if (callee.kind !== 'function' || inside(callee.fn, fn)) continue
        const args = call.arguments.map(arg => evaluator.evaluate(arg, env))
        if (!args.some(arg => peerData(arg, state.sources))) continue
        const next = evaluator.enter(callee, args, call, env)
        if (next) explore(callee.fn, next, handler, state, depth + 1, reading.isLinted(callee.fn) ? via : at)
      }
    }
    state.entered.delete(fn)
  }

  const inside = (fn: Node, of: Node) => of.range[0] <= fn.range[0] && fn.range[1] <= of.range[1] && fn !== of

  function sink(call: CallLike, value: Extract<Value, { kind: 'call' }>, env: Env, state: Walk, via: Node | undefined): void {
    const found = reading.fits(value, 'sinks')
    if (!found) return
    for (const one of facts.find(found.row.data, found.match)) {
      const data = one.value && peerData(one.value, state.sources)
      if (!data || !one.value) continue
      if (!harmful(found.row.kind, one.value, data, state.contract)) continue
      if (checked([...evaluator.conditions(call, env, env.fn ?? module.ast), ...one.when], data.value)) continue
      const index = found.row.data.base.of === 'arg' ? found.row.data.base.index : 0
      const node = via ?? (call.arguments[index] as Node | undefined) ?? call
      push(state, { at: facts.place(undefined, node), kind: found.row.kind, into: nameOfCallee(call, env), data: text(node), edit: undefined })
    }
  }

  /** Whether this much of the value is the peer's: a whole address, text that is no number, a size without a bound. */
  function harmful(kind: Sink['kind'], value: Value, data: { value: Value; path: string[] }, contract: Contract | undefined): boolean {
    const field = contract && fieldAt(contract, data.path)
    if (field) {
      if (field.type === 'closed' || field.type === 'boolean' || field.type === 'other') return false
      if (field.type === 'number') return kind === 'size' && field.bounded !== 'yes'
      if (field.checks === 'unknown') return false
    } else if (contract && contract.checks === 'unknown') return false
    if (kind === 'size') return field ? field.type === 'number' || field.type === 'anything' : value === data.value || value.kind === 'member'
    // the peer chooses where the call goes only if it writes the beginning
    if (kind === 'endpoint') return begins(value) === data.value
    return true
  }

  function begins(value: Value): Value | undefined {
    if (value.kind === 'operation') return value.parts[0] && begins(value.parts[0])
    if (value.kind === 'call') return value.args[0] && begins(value.args[0])
    return literal(value) ? undefined : value
  }

  function fieldAt(contract: Contract, path: readonly string[]): Field | undefined {
    return contract.fields.find(field => field.path.length === path.length && field.path.every((name, i) => name === path[i] || name === '*'))
  }

  /** `handlers[name](…)`: the peer picks the function, inherited ones included. */
  function dispatch(call: CallLike, env: Env, state: Walk, via: Node | undefined): void {
    const callee = evaluator.evaluate(call.callee as Node, env)
    if (callee.kind !== 'member' || callee.name !== null || !callee.key || callee.of.kind === 'array' || callee.of.kind === 'call') return
    const data = peerData(callee.key, state.sources)
    if (!data) return
    const field = state.contract && fieldAt(state.contract, data.path)
    if (field && field.type !== 'string' && field.type !== 'anything') return
    if (state.contract?.checks === 'unknown') return
    if (checked(evaluator.conditions(call, env, env.fn ?? module.ast), data.value)) return
    const node = via ?? (callee.node.type === 'MemberExpression' && reading.isLinted(callee.node) ? callee.node : call.callee as Node)
    push(state, { at: facts.place(undefined, node), kind: 'dispatch', into: text(node), data: text(node), edit: undefined })
  }

  function push(state: Walk, sink: Sink): void {
    if (sink.at.linted && !state.sinks.some(one => one.at.range[0] === sink.at.range[0] && one.kind === sink.kind)) state.sinks.push(sink)
  }

  function nameOfCallee(call: CallLike, env: Env): string {
    const { callee } = call
    const source = env.module.text.slice(callee.range[0], callee.range[1])
    return source.length > 40 ? 'this call' : call.type === 'NewExpression' ? `new ${source}` : source
  }

  const text = (node: Node): string => { const source = module.text.slice(node.range[0], node.range[1]).replaceAll('`', '').replaceAll(/\s+/g, ' '); return source.length > 60 ? `${source.slice(0, 57)}…` : source }

  // ── what can end the process ─────────────────────────────────────────────────────────────────────────────────────
  /** An async handler that awaits outside a try, or parses in a listener of its call: nobody catches what it throws. */
  function rejections(handler: FunctionValue): Place[] {
    const { fn } = handler
    if (!fn.async || !reading.isLinted(fn)) return []
    let risky = false
    walk(fn.body, undefined, node => {
      if (risky || node.type !== 'AwaitExpression' || ownFunction(node) !== fn || caught(node, fn) || settles(node.argument)) return
      risky = true
    })
    const name = fn.parent?.type === 'Property' || fn.parent?.type === 'MethodDefinition' || fn.parent?.type === 'VariableDeclarator' ? fn.parent : fn
    return risky ? [{ ...facts.place(undefined, fn), range: [name.type === 'VariableDeclarator' || name === fn ? fn.range[0] : name.range[0], fn.body.range[0]] }] : []
  }

  function ownFunction(node: Node): Node | undefined {
    let up = node.parent
    while (up && !isFunction(up)) up = up.parent
    return up
  }

  function caught(node: Node, top: Node): boolean {
    for (let at: Node = node, up = node.parent; up && up !== top; at = up, up = up.parent) if (up.type === 'TryStatement' && at === up.block && up.handler) return true
    return false
  }

  /** `….catch(…)` never rejects, and neither does a promise of a timer. */
  const settles = (node: Node): boolean => node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && (node.callee.property.name === 'catch' || node.callee.property.name === 'allSettled')

  /** Guards given to a builder whose result nobody takes: the builder itself is not changed. */
  function discarded(): Guard[] {
    return reading.all('guards').filter(({ row, node }) => row.pure && node.parent?.type === 'ExpressionStatement').map((one): Guard => {
      const base = ends.subject(one as Occurrence)
      return { ...base, kind: 'guard', source: 'program', gates: Fact.known(false, base.at), looks: true, refuses: false, compares: [], misplaced: 'discarded' }
    })
  }

  function read() {
    const procedures: Procedure[] = [], all: Contract[] = []
    for (const occurrence of reading.all('procedures')) {
      const contract = occurrence.row.contract ? contracts.of(occurrence) : undefined
      if (contract) all.push(contract)
      for (const found of facts.find(occurrence.row.handler, occurrence.match)) {
        if (found.absent) continue
        const handler = found.value?.kind === 'function' ? found.value : undefined
        procedures.push(procedure(occurrence, handler, found.key, found.at, contract))
      }
    }
    return { procedures, guards: discarded(), contracts: all }
  }

  return { read }
}
