/** Functions that peers invoke: what approves them, what their input must look like, and what they do with it. */
import type { TSESTree } from '@typescript-eslint/types'
import { functionsBelow, listOf } from '../analysis/conditions.js'
import { isWithin, nodesBelow } from '../analysis/tree.js'
import { bare, literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Module, Node, Value } from '../analysis/value.js'
import { param, type Framework, type GuardRow, type ProcedureRow, Ref } from '../frameworks/describe.js'
import { Fact, type Place } from '../model/fact.js'
import type { Comparison, Contract, Edit, Field, Guard, Procedure, Session, Sink } from '../model/program.js'
import { createCallers } from './callers.js'
import { createContracts, FIELDS } from './contract.js'
import { createCrashes } from './crashes.js'
import { refusal } from './edits.js'
import type { Ends, Openness } from './ends.js'
import { placeElsewhere, receiverOf } from './facts.js'
import { createFences } from './fences.js'
import { createGatherings } from './gatherings.js'
import { isGivenAway } from './handlers.js'
import { checked, isPartOf, pathFrom, peerData, sourcesOf, type Source } from './peer.js'
import type { CallLike, Handler, Occurrence, Reading } from './reading.js'
import { createSessions } from './sessions.js'
import { createVerdicts, madeBy } from './verdicts.js'

export interface Procedures {
  read(): { procedures: Procedure[]; guards: Guard[]; contracts: Contract[]; sessions: Session[] }
  /** Which of the procedures that a listener serves refuse nobody, wherever they are written. */
  opens(listener: Occurrence<'listeners'>): Openness
}

/** Program functions walked into from a handler, and calls looked at for one handler; and how far below it a caller may be refused. */
const DEPTH = 4, CALLS = 600, REFUSALS = 2

export function createProcedures(reading: Reading, ends: Ends): Procedures {
  const { facts, evaluator, matcher, module } = reading
  const contracts = createContracts(reading)
  const sessions = createSessions(reading), crashes = createCrashes(reading), callers = createCallers(reading), fences = createFences(reading), gatherings = createGatherings(reading), verdicts = createVerdicts(reading)

  interface Walk { sources: Source[]; contract: Contract | undefined; sinks: Sink[]; left: number; entered: Set<FunctionNode> }

  function procedure({ occurrence, value: given, name = named(occurrence), at: near, declared }: Handler, contract: Contract | undefined): Procedure {
    const { row, match, framework } = occurrence
    const handler = given?.kind === 'function' ? given : undefined
    const receiver = receiverOf(match.value)
    const base = ends.subject(occurrence as Occurrence)
    const listeners = handler ? crashes.listenersOf(handler, row) : []
    const walkState: Walk = { sources: handler ? [...sourcesOf(handler.fn, row.peer).filter(({ index }) => isPeers(handler, index, row, framework)), ...listeners.flatMap(({ fn }) => sourcesOf(fn, row.listens!.peer))] : [], contract, sinks: [], left: CALLS, entered: new Set() }
    for (const fn of handler ? [handler, ...listeners] : []) explore(fn.fn, reading.inside(fn), fn, walkState, 0, row.types || reading.isLinted(fn.fn) ? undefined : near)
    return {
      ...base, kind: 'procedure', name, at: facts.place(handler, near), on: occurrence.oneOf ? undefined : matcher.identity(receiver ?? match.value, framework),
      changesState: row.changesState === true, guards: declared ? Fact.unknown('it comes from a caller', base.at) : guarded(row, match, framework, given), refuses: !handler ? 'unknown' : ends.guards.asksTrusted(handler) ? 'yes' : decides(handler) ? 'unknown' : 'no', contract,
      overrides: overriding(occurrence), forgotten: forgotten(occurrence),
      compares: handler ? fences.of(handler, row.refusal, row.evidence ?? [], framework) : [],
      looksAtCaller: handler && row.evidence ? callers.looks(handler, row.evidence) : 'unknown',
      crashes: handler && !(declared && isGivenAway(handler.fn, module)) ? crashes.of(handler, listeners, row, row.rejection === 'crashes' || (row.rejection === 'called' && answersByLast(handler))) : [],
      sinks: walkState.sinks,
    }
  }

  /** Whether a parameter is what the peer sent, and nothing else is known to look at it first. */
  function isPeers(handler: FunctionValue, index: number, { marks }: ProcedureRow, framework: Framework): boolean {
    return marks === undefined || (reading.decorators.isMarked(handler, index, marks, framework) && reading.decorators.isShaped(handler, index) === 'no')
  }

  /** Whether what a peer sends is declared in a way that tells what it must look like when the program runs. */
  function isCheckable({ row, match, framework }: Occurrence<'procedures'>): boolean {
    const handler = facts.one(row.handler, match)
    return handler?.kind === 'function' && handler.fn.params.some((_param, index) => reading.decorators.isMarked(handler, index, row.marks ?? [], framework) && reading.decorators.isShaped(handler, index) === 'yes')
  }

  /** Whether a handler calls what it is given last. */
  function answersByLast(handler: FunctionValue): boolean {
    const { fn } = handler, env = reading.inside(handler), [source] = sourcesOf(fn, [param(fn.params.length - 1)])
    return source !== undefined && reading.callsIn(fn.body).some(call => pathFrom(evaluator.evaluate(bare(call.callee), env), source)?.length === 0)
  }

  /** The name that the call gives a procedure. */
  function named({ row, match }: Occurrence<'procedures'>): string | undefined {
    const name = row.name && literal(facts.one(row.name, match))?.value
    return typeof name === 'string' ? name : undefined
  }

  function explore(fn: FunctionNode, env: Env, handler: FunctionValue, state: Walk, depth: number, via: Node | undefined): void {
    if (state.entered.has(fn)) return
    state.entered.add(fn)
    sessions.note(fn, env, state.sources)
    for (const call of reading.callsIn(fn.body)) {
      if (state.left-- <= 0) return
      const at = via ?? call
      if (reading.sightOf(env.module).worth(call, reading.dictionary.sinkTails, true)) {
        const value = evaluator.evaluate(call, env)
        if (value.kind === 'call' && value.node === call) sink(call, value, env, state, via)
      }
      const callee = bare(call.callee)
      if (callee.type === 'MemberExpression' && callee.computed) dispatch(call, env, state, via)
      if (depth < DEPTH && call.type === 'CallExpression' && reading.sightOf(env.module).own(call)) {
        const callee = evaluator.evaluate(call.callee, env)
        if (callee.kind !== 'function' || inside(callee.fn, fn)) continue
        const args = call.arguments.map(arg => evaluator.evaluate(arg, env))
        if (!args.some(arg => unverified(arg, call, env, state))) continue
        const next = evaluator.enter(callee, args, call, env)
        if (next) explore(callee.fn, next, handler, state, depth + 1, reading.isLinted(callee.fn) ? via : at)
      }
    }
    for (const loaded of nodesBelow(fn.body, 'ImportExpression')) {
      const of: Value = { kind: 'root', node: loaded, env, of: 'global', name: 'import' }
      sink(loaded, { kind: 'call', node: loaded, env, of, args: [evaluator.evaluate(loaded.source, env)], unseen: false, isNew: false }, env, state, via)
    }
    state.entered.delete(fn)
  }

  /** The peer's data in a value, unless it is compared, or given to a call that throws on bad data, on every way to this use. */
  function unverified(value: Value, use: Node, env: Env, { sources }: Walk): ReturnType<typeof peerData> {
    const data = peerData(value, sources)
    if (!data || checked(evaluator.conditions(use, env, env.fn ?? module.ast), data.value)) return undefined
    if (!reading.vouching('verifiers')) return data
    for (let at = use, up = use.parent; up && at !== env.fn; at = up, up = up.parent) {
      for (const earlier of listOf(up) ?? []) {
        if (earlier === at) break
        const made = earlier.type === 'ExpressionStatement' ? [earlier.expression] : earlier.type === 'VariableDeclaration' ? earlier.declarations.map(({ init }) => init) : []
        for (const one of made) {
          const call = one && bare(one)
          if (call?.type !== 'CallExpression') continue
          const verifier = evaluator.evaluate(call, env)
          if (verifier.kind === 'call' && reading.vouches('verifiers', verifier) && verifier.args.some(arg => isPartOf(data.value, arg))) return undefined
        }
      }
    }
    return data
  }

  const inside = (fn: Node, of: Node) => isWithin(fn, of) && fn !== of

  function sink(call: CallLike | TSESTree.ImportExpression, value: Extract<Value, { kind: 'call' }>, env: Env, state: Walk, via: Node | undefined): void {
    const found = reading.fits(value, 'sinks') ?? reading.fits(value, 'channels')
    const row = found && ('data' in found.row ? found.row : { data: found.row.address, kind: 'endpoint' as const })
    if (!found || !row?.data) return
    for (const one of facts.find(row.data, found.match)) {
      const data = one.value && unverified(one.value, call, env, state)
      if (!data || !one.value || checked(one.when, data.value)) continue
      // the peer chooses where the call goes only if it writes the host; otherwise it chooses what is asked for there
      const elsewhere = row.kind === 'endpoint' && !hostsIn(one.value).some(host => unverified(host, call, env, state)?.value === host)
      if (elsewhere && found.concept === 'channels') continue
      const kind = elsewhere ? 'url' : row.kind
      if (!harmful(kind, one.value, data, state.contract)) continue
      const inCall = row.data.steps.length > 0 && inside(one.at, call) ? one.at : one.arg
      const node = via ?? inCall ?? (call.type === 'ImportExpression' ? call.source : call)
      push(state, { at: facts.place(undefined, node), seen: via && placeElsewhere(value), kind, into: call.type === 'ImportExpression' ? 'import()' : nameOfCallee(call, env), data: via ? text(one.value.node, one.value.env) : text(node), edit: undefined })
    }
  }

  /** Whether this much of the value is the peer's: a whole address, text that is no number, a size without a bound. */
  function harmful(kind: Sink['kind'], value: Value, data: { value: Value; path: string[] }, contract: Contract | undefined): boolean {
    const field = contract && fieldAt(contract, data.path)
    if (contract && (narrowed(contract, data.path) || (!field && isDropped(contract, data.path)))) return false
    if (field) {
      if (field.type === 'closed' || field.type === 'boolean' || field.type === 'other') return false
      if (field.type === 'number') return kind === 'size' && field.bounded !== 'yes'
      if (field.checks === 'unknown') return false
    } else if (contract && contract.checks === 'unknown') return false
    // what has arrived already is as long as the transport let it be
    if (kind === 'size' && value.kind === 'member' && (value.name === 'length' || value.name === 'byteLength')) return false
    if (kind === 'size') return field ? field.type === 'number' || field.type === 'anything' : value === data.value || value.kind === 'member'
    return true
  }

  /** What an address may begin with, but for its scheme. */
  function hostsIn(value: Value): Value[] {
    switch (value.kind) {
      case 'choice': return value.of.flatMap(arm => hostsIn(arm.value))
      case 'operation': return hostsIn(value.parts[value.parts.length > 1 && isScheme(value.parts[0]!) ? 1 : 0]!)
      case 'call': {
        // `new URL(text).toString()` begins as the text does
        const from = value.of.kind === 'member' && (value.of.name === 'toString' || value.of.name === 'trim') ? value.of.of : value.args[0]
        return from ? hostsIn(from) : []
      }
      case 'member': return value.name === 'href' && value.of.kind === 'call' ? hostsIn(value.of) : [value]
      default: return literal(value) ? [] : [value]
    }
  }

  const isScheme = (value: Value): boolean => { const text = literal(value)?.value; return typeof text === 'string' && /^[a-z][\w+.-]*:\/*$/i.test(text) }

  function fieldAt(contract: Contract, path: readonly string[]): Field | undefined {
    return contract.fields.find(field => field.path.length === path.length && field.path.every((name, i) => name === path[i] || name === '*'))
  }

  /** Whether an entry does not get through: what would hold it is known, and names it not. */
  function isDropped(contract: Contract, path: readonly string[]): boolean {
    if (contract.checks !== 'yes' || contract.fields.length > FIELDS) return false
    for (let length = path.length - 1; length >= 0; length--) {
      const holding = contract.fields.filter(field => field.path.length === length && field.path.every((name, i) => name === path[i] || name === '*'))
      if (holding.length > 0) return holding.every(({ whole }) => whole)
    }
    return false
  }

  /** Whether code that is not read narrows a field, or anything around it. */
  function narrowed(contract: Contract, path: readonly string[]): boolean {
    return contract.fields.some(field => field.narrowed && field.path.length <= path.length && field.path.every((name, i) => name === path[i] || name === '*'))
  }

  /** `handlers[name](…)`: the peer picks the function, inherited ones included. */
  function dispatch(call: CallLike, env: Env, state: Walk, via: Node | undefined): void {
    const callee = evaluator.evaluate(call.callee as Node, env)
    if (callee.kind !== 'member' || callee.name !== null || !callee.key || callee.of.kind === 'array' || (callee.of.kind === 'call' && !callee.of.isNew)) return
    const data = isNoName(callee.key) ? undefined : unverified(callee.key, call, env, state)
    if (!data) return
    const field = state.contract && fieldAt(state.contract, data.path)
    if (field && field.type !== 'string' && field.type !== 'anything') return
    if (state.contract && narrowed(state.contract, data.path)) return
    if (state.contract?.checks === 'unknown') return
    const node = via ?? (callee.node.type === 'MemberExpression' && reading.isLinted(callee.node) ? callee.node : call.callee as Node)
    push(state, { at: facts.place(undefined, node), seen: via && placeElsewhere(callee), kind: 'dispatch', into: text(node), data: text(node), edit: via || callee.of.kind !== 'object' ? undefined : ownOnly(call) })
  }

  /** Whether a key holds what stands in no name, as in `GET|orders`: what a table inherits is not called so. */
  const isNoName = (key: Value): boolean => key.kind === 'operation' && (key.op === 'template' || key.op === '+') && key.parts.some(part => isNoName(part) || /[^\w$]/.test(String(literal(part)?.value ?? '')))

  /** Takes of a table only what it has itself: what a class gives its instances is not their own. */
  function ownOnly(call: CallLike): Edit | undefined {
    const callee = bare(call.callee)
    if (callee.type !== 'MemberExpression' || !isPlain(callee.object) || !isPlain(callee.property)) return undefined
    const table = text(bare(callee.object)), change = refusal(call, `Object.hasOwn(${table}, ${text(callee.property)})`, 'No such method', module.text)
    return change && { changes: [change], says: `Take only what \`${table}\` has itself` }
  }

  function push(state: Walk, sink: Sink): void {
    if (sink.at.linted && !state.sinks.some(one => one.at.range[0] === sink.at.range[0] && one.kind === sink.kind)) state.sinks.push(sink)
  }

  function nameOfCallee(call: CallLike, env: Env): string {
    const { callee } = call
    const source = env.module.text.slice(callee.range[0], callee.range[1])
    return source.length > 40 ? 'this call' : call.type === 'NewExpression' ? `new ${source}` : source
  }

  const text = (node: Node, { module: of }: { module: Module } = { module }): string => { const source = of.text.slice(node.range[0], node.range[1]).replaceAll('`', '').replaceAll(/\s+/g, ' '); return source.length > 60 ? `${source.slice(0, 57)}…` : source }

  /** Whether a handler, or code of the program that it hands its input to, tests anything at all: then it may refuse some callers itself. */
  function decides(handler: FunctionValue, depth = 0): boolean {
    const { fn, env } = handler
    if (nodesBelow(fn.body, 'IfStatement', 'ThrowStatement', 'SwitchStatement', 'ConditionalExpression').length > 0) return true
    return depth < REFUSALS && reading.callsIn(fn.body).some(call => {
      if (call.type !== 'CallExpression' || call.arguments.length === 0 || !reading.sightOf(env.module).own(call)) return false
      const callee = evaluator.evaluate(call.callee, env)
      return callee.kind === 'function' && callee.fn !== fn && !inside(callee.fn, fn) && decides(callee, depth + 1)
    })
  }

  /** Guards of the program that were read: what they do is known, and it is not enough. */
  function guardsRead(): Guard[] {
    return reading.all('guards').flatMap(one => facts.find(one.row.guard, one.match).flatMap(({ value, at }): Guard[] => {
      if (value?.kind !== 'function' || value.fn.params.length > (one.row.params ?? Infinity)) return []
      const answer = verdicts.of(one.row, value)
      const base = ends.subject(one as Occurrence), place = facts.place(value, at)
      return [{ ...base, at: place, kind: 'guard', source: 'program', gates: answer.gates === 'unknown' ? Fact.unknown('the code is too dynamic', place) : Fact.known(answer.gates === 'yes', place), looks: one.row.meant === true || answer.reacts && (!one.row.denies || denies(one.row.denies, value)), refuses: answer.refuses, compares: comparing(one, value), misplaced: answer.gates === 'yes' && one.row.order && reading.order.late(one.match, one.row.order, serves) ? 'late' : undefined, thrown: one.row.thrown === 'crashes' ? crashes.thrownIn(value).map(there => ({ at: there, passes: false })) : [] }]
    }))
  }

  /** Whether procedures are called through a value. */
  const serves = (value: Value): boolean => value.kind === 'call' && reading.fits(value, 'listeners')?.row.serves !== undefined

  /** Whether a function says to somebody that it refuses. */
  function denies({ by, with: words }: NonNullable<GuardRow['denies']>, { fn, env }: FunctionValue): boolean {
    const sources = sourcesOf(fn, by)
    return reading.callsIn(fn.body).some(call => {
      const [word] = call.arguments, callee = evaluator.evaluate(bare(call.callee), env)
      return word !== undefined && words.some(one => one === literal(evaluator.evaluate(word, env))?.value) && sources.some(source => pathFrom(callee, source)?.length === 0)
    })
  }

  /** What a guard, or its stages, compare. */
  function comparing({ row, framework, match }: Occurrence<'guards'>, guard: FunctionValue): Comparison[] {
    const context = row.context && facts.one(row.context, match)
    const made = row.curried ? madeBy(guard, evaluator) : guard
    if (!made) return []
    const stages: FunctionValue[] = [made]
    if (row.stages) for (const node of functionsBelow(guard.fn.body)) stages.push({ kind: 'function', node, env: guard.env, fn: node })
    return stages.flatMap(fn => fences.of(fn, row.refusal, row.evidence, framework, made, context?.kind === 'function' ? context : undefined))
  }

  /** Whether what stands before a procedure refuses anybody; no steps at all refuse nobody. */
  function guarded(row: ProcedureRow, match: Occurrence['match'], framework: Framework, handler: Value | undefined): Fact<readonly Guard[]> {
    const at = facts.near(match)
    if (!row.guards) return Fact.unknown('the code is too dynamic', at)
    const first = row.guard ?? Object.values(framework.guards ?? {}).flat()[0]
    let undecided = false
    for (const ref of [row.guards].flat()) {
      const words = row.guard ?? (ref.base.of === 'earlier' ? guardIn(framework.guards?.[ref.base.by], ref.base.ref) : undefined) ?? first
      for (const { value, when, absent } of facts.find(ref, match)) {
        if (value && when.length === 0 && reading.vouches('trusted', value)) return Fact.known([{ kind: 'guard' } as Guard], at)
        if (absent || (value && isNoGuard(value, handler, framework))) continue
        const fn = value?.kind === 'function' ? value : value?.kind === 'call' ? unwrapped(value, framework) : undefined
        if (!fn || !words) { undecided = true; continue }
        if (callers.watches(words.watches, fn, framework)) continue
        const { gates, reacts } = verdicts.of(words, fn)
        if (gates === 'yes' && when.length === 0) return Fact.known([{ kind: 'guard' } as Guard], at)
        // a guard that fails at its work is its own finding
        if (gates !== 'no' || reacts) undecided = true
      }
    }
    return undecided ? Fact.unknown('the code is too dynamic', at) : Fact.known([], at)
  }

  /** Of what a call is given, the row that speaks of this place. */
  function guardIn(rows: GuardRow | GuardRow[] | undefined, place: Ref): GuardRow | undefined {
    const all = [rows ?? []].flat(), wanted = JSON.stringify(place)
    return all.find(({ guard }) => JSON.stringify(guard) === wanted) ?? all[0]
  }

  /** Where a list of guards of its own, which refuses nobody, takes the place of one of the router that does. */
  function overriding({ row: { overrides, guard }, match }: Occurrence<'procedures'>): Place | undefined {
    if (!overrides || !guard) return undefined
    const list = facts.find(overrides.own, match)[0]!, own = facts.find(new Ref(overrides.own.base, [...overrides.own.steps, { each: true }]), match), verdict = (one: Value | undefined) => one?.kind === 'function' ? verdicts.of(guard, one).gates : 'unknown'
    const before = facts.find(overrides.of, match)
    return own.length > 0 && own.every(({ value }) => verdict(value) === 'no') && before.some(({ value, when }) => when.length === 0 && verdict(value) === 'yes') ? facts.place(undefined, list.at) : undefined
  }

  /** Options that its router has and that its own, which are all known, do not repeat. */
  function forgotten({ row: { forgets }, match }: Occurrence<'procedures'>): Procedure['forgotten'] {
    const own = forgets && facts.one(forgets.in, match)
    if (!forgets || own?.kind !== 'object' || own.unseen) return []
    return forgets.each.filter(option => facts.find(option.own, match).every(({ absent }) => absent) && facts.fact(option.of, match).surely(value => value === option.is))
      .map(({ name, is }) => ({ at: facts.place(own, own.node), name, is: String(is) }))
  }

  /** The handler itself, a path, another thing of the library, and calls that are described as no guards. */
  function isNoGuard(value: Value, handler: Value | undefined, framework: Framework): boolean {
    // an object cannot be called: what is in it is asked for itself
    if (value.kind === 'literal' || value.kind === 'object' || value === handler) return true
    if (value.kind === 'function') return handler?.kind === 'function' && value.fn === handler.fn
    return Object.keys(framework.things ?? {}).some(name => matcher.is(value, name, framework)) || (framework.harmless ?? []).some(pattern => matcher.match(value, pattern, framework))
  }

  /** The function inside a guard that was made with a builder of the library. */
  function unwrapped(value: Extract<Value, { kind: 'call' }>, framework: Framework): FunctionValue | undefined {
    for (const [pattern, rows] of Object.entries(framework.guards ?? {})) {
      const match = matcher.match(value, pattern, framework)
      const fn = match && facts.one(([] as GuardRow[]).concat(rows)[0]!.guard, match)
      if (fn?.kind === 'function') return fn
    }
    return undefined
  }

  /** Guards given to a builder whose result nobody takes: the builder itself is not changed. */
  function discarded(): Guard[] {
    return reading.all('guards').filter(({ row, node }) => row.pure && node.parent?.type === 'ExpressionStatement').map((one): Guard => {
      const base = ends.subject(one as Occurrence)
      return { ...base, kind: 'guard', source: 'program', gates: Fact.known(false, base.at), looks: true, refuses: false, compares: [], misplaced: 'discarded', thrown: [] }
    })
  }

  function read() {
    const procedures: Procedure[] = [], all: Contract[] = []
    const checks = new Map<Occurrence, Contract | undefined>()
    for (const occurrence of reading.all('procedures')) {
      const contract = occurrence.row.contract ? contracts.of(occurrence) : undefined
      checks.set(occurrence, contract)
      if (contract) all.push(contract)
    }
    for (const handler of reading.handlers()) {
      procedures.push(procedure(handler, checks.get(handler.occurrence)))
      all.push(...contracts.past(handler.occurrence as Occurrence, handler.value), ...contracts.erased(handler.occurrence))
    }
    for (const one of reading.all('guards')) for (const { value } of facts.find(one.row.guard, one.match)) all.push(...contracts.past(one as Occurrence, value))
    return { procedures, guards: [...discarded(), ...guardsRead()], contracts: all, sessions: sessions.read() }
  }

  function opens({ row, match }: Occurrence<'listeners'>): Openness {
    const all = facts.find(row.serves!, match).map(({ value }) => gatherings.of(value))
    const procedures = all.flatMap(one => one.procedures), open = procedures.filter(one => one !== undefined && refusesNobody(one))
    const each = (test: (one: Occurrence<'procedures'>) => boolean) => procedures.length > 0 && procedures.every(one => one !== undefined && test(one))
    return {
      some: open.length > 0, all: open.length > 0 && open.length === procedures.length, changes: open.some(one => one?.row.changesState === true),
      refuses: all.some(one => one.refuses),
      guarded: each(one => !guarded(one.row, one.match, one.framework, facts.one(one.row.handler, one.match)).surely(list => list.length === 0)),
      checkable: procedures.some(one => one !== undefined && [one.row.checks ?? []].flat().every(ref => facts.find(ref, one.match).every(({ absent }) => absent)) && isCheckable(one)),
    }
  }

  function refusesNobody({ row, match, framework }: Occurrence<'procedures'>): boolean {
    const handler = facts.one(row.handler, match)
    return handler?.kind === 'function' && guarded(row, match, framework, handler).surely(all => all.length === 0)
      && !ends.guards.asksTrusted(handler) && !decides(handler) && row.evidence !== undefined && callers.looks(handler, row.evidence) === 'no'
  }

  return { read, opens }
}

/** Whether an expression is the same however often it is written, and does nothing. */
function isPlain(expression: Node): boolean {
  const at = bare(expression)
  return at.type === 'Identifier' || (at.type === 'MemberExpression' && !at.computed && isPlain(at.object))
}
