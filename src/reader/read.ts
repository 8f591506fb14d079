/** The one engine: a file and the descriptions give the facts of its RPC program. */
import { isFunction } from '../analysis/conditions.js'
import { createEvaluator } from '../analysis/evaluate.js'
import { truth } from '../analysis/fold.js'
import { createMemory } from '../analysis/memory.js'
import { nodesBelow } from '../analysis/tree.js'
import { bare, beginningOf, cameFrom } from '../analysis/value.js'
import type { CallValue, Condition, Env, FunctionValue, Module, Node, Value } from '../analysis/value.js'
import { Ref, type Framework } from '../frameworks/describe.js'
import type { Place } from '../model/fact.js'
import type { Listener, Procedure, Program } from '../model/program.js'
import { circumstances } from './circumstance.js'
import { named, type Concept, type Dictionary, type Entry, type Rows } from './dictionary.js'
import { createDecorators } from './decorators.js'
import { createEnds, provesNobody } from './ends.js'
import { createEntries } from './entries.js'
import { createSight, type Sight } from './sight.js'
import { createFacts, type Facts } from './facts.js'
import { isGenerated } from './generated.js'
import { createHandlers } from './handlers.js'
import { compile, createMatcher, tailOf, type Match, type Matcher } from './match.js'
import { importsOf } from './imports.js'
import { optionName } from './options.js'
import { imports } from './sources.js'
import { createOrder } from './order.js'
import { readOrigins } from './origins.js'
import { oldPackages } from './packages.js'
import { ownParameters } from './peer.js'
import { createProcedures } from './procedures.js'
import type { CallLike, Occurrence, Reading, Settings } from './reading.js'
import { createSecrets } from './secrets.js'
import { createReplies } from './replies.js'
import { readTokens } from './tokens.js'
import { visit } from './visit.js'

export function readProgram(module: Module, dictionary: Dictionary, settings: Settings): Program {
  const evaluator = createEvaluator()
  const found = new Map<Concept, Occurrence[]>()
  const callsIn = (below: Node): readonly CallLike[] => nodesBelow(below, 'CallExpression', 'NewExpression')
  const sights = new Map<Module, Sight>()
  /** Calls of this file that were seen with what a helper was handed. */
  const informed = new Set<Node>()

  function sightOf(of: Module): Sight {
    let sight = sights.get(of)
    if (!sight) sights.set(of, sight = createSight(of, dictionary, callsIn, module))
    return sight
  }

  const isLinted = (node: Node) => {
    let at: Node | undefined = node
    while (at?.parent) at = at.parent
    return at === module.ast
  }

  /** A place, and the calls that led to it. */
  function trail(node: Node, env: Env): Place[] {
    const places: Place[] = []
    for (let at: { node: Node; env: Env } | undefined = { node, env }; at; at = cameFrom(at.env)) places.push({ file: at.env.module.file, node: at.node, range: at.node.range, linted: at.env.module === module })
    return places
  }

  function inLinted(node: Node, env: Env): { node: Node; env: Env } | undefined {
    for (let at: { node: Node; env: Env } | undefined = { node, env }; at; at = cameFrom(at.env)) if (at.env.module === module) return at
    return undefined
  }
  const shown = (node: Node, env: Env): Node => inLinted(node, env)?.node ?? node

  const facts: Facts = createFacts({
    evaluator, file: module.file, memory: createMemory(evaluator), isLinted, circumstances, shown,
    standing: value => matcher.standing(value),
    making,
    isCredentials: (value, match) => Boolean(fits(value, 'credentials', match.framework)),
    isSecret: (value, match) => secrets.within(value, match.value.node, match.value.env) !== undefined,
    isThing: (value, match, kind) => (kind === undefined ? Object.keys(match.framework.things ?? {}) : [kind]).some(name => matcher.is(value, name, match.framework)),
    isOwn: (value, match) => matcher.isOwn(value, match.framework),
    filled: (ref, match) => filled(ref, match),
    lacks: (ref, match) => lacks(ref, match),
    earlier: (ref, match) => order.earlier(ref, match),
    assigned: (by, { framework }) => assigned(new Set([compile(by).tail])).flatMap(({ target, right }) => matcher.match(target, by, framework) ? [{ value: evaluator.evaluate(right, env), when: evaluator.conditions(right, env), at: right }] : []),
    decorators: () => decorators,
    alsoCalled: (pattern, match) => callsIn(module.ast).some(call => { if (!mayBeCalled(call, compile(pattern).tail)) return false; const value = evaluator.evaluate(call, evaluator.root(module)); return value.kind === 'call' && matchNative(matcher.calling(value), { framework: match.framework, pattern } as Entry) !== undefined }),
  })
  const matcher: Matcher = createMatcher(evaluator, dictionary, (given, match) => facts.holds(given, match), (ref, match) => facts.one(ref, match))

  /** Whether a call may be one that a pattern ends in, by the member that it calls. */
  const mayBeCalled = ({ callee }: CallLike, tail: string): boolean => callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || callee.property.name.startsWith(tail)

  function making(value: Value): { text: Ref; match: Match } | undefined {
    for (const { framework, pattern, text } of value.kind === 'call' ? named(dictionary.bytes, value) : []) {
      const match = matcher.match(value, pattern, framework)
      if (match) return { text, match }
    }
    return undefined
  }

  const decorators = createDecorators({ evaluator, matcher, find: (ref, match) => facts.find(ref, match) })
  const entries = createEntries({ evaluator, matcher, dictionary, callsIn })
  const secrets = createSecrets({ evaluator, facts, matcher, dictionary, entries, callsIn, isLinted })
  const order = createOrder({ evaluator, matcher, facts, module })

  /** Rows that a value may fit, the most specific pattern first. */
  function candidates(value: Value): readonly Entry[] {
    const tail = tailOf(value), isNew = value.kind === 'call' && value.isNew
    const named = (tail !== undefined && dictionary.byTail.get(tail)) || [], any = dictionary.byTail.get('*') ?? []
    return [...named, ...any].filter(({ compiled }) => compiled.isNew === isNew)
  }

  function fits<C extends Concept>(value: Value, concept: C, framework?: Framework): Occurrence<C> | undefined {
    const real = value.kind === 'call' ? matcher.calling(value) : matcher.standing(value)
    for (const entry of candidates(real)) {
      if (entry.concept !== concept || (framework && entry.framework !== framework)) continue
      const match = fit(real, entry)
      if (match) return { ...(entry as Entry<C>), match, node: value.node, env: value.env }
    }
    return undefined
  }

  function fit(value: Value, entry: Entry): Match | undefined {
    const match = matchNative(value, entry)
    return match && isGiven(entry.row, match) ? match : undefined
  }

  const isGiven = (row: Rows[Concept], match: Match): boolean => [row.if ?? []].flat().every(given => facts.holds(given, match))

  /** A pattern names a native function without its ending: `RpcServerListen` stands for the A and W forms too. */
  function matchNative(value: Value, { framework, pattern }: Entry): Match | undefined {
    if (framework.suffixes && value.kind === 'call') {
      const callee = matcher.standing(value.of)
      if (callee.kind !== 'root' || callee.of !== 'import') return undefined
      const { head } = compile(pattern)
      const name = framework.suffixes.map(suffix => callee.name.endsWith(suffix) && callee.name.slice(0, -suffix.length) === head ? head : undefined).find(Boolean) ?? callee.name
      return matcher.match({ ...value, of: { ...callee, name } }, pattern, framework)
    }
    return matcher.match(value, pattern, framework)
  }

  function filled(ref: Extract<Ref['base'], { of: 'filled' }>, match: Match): Match | undefined {
    const wanted = match.call?.args[0] && holderOf(match.call.args[0])
    if (!wanted) return undefined
    const { env: inside } = match.value
    const places = [...(inside.fn ? [{ below: inside.fn as Node, env: inside }] : []), { below: module.ast as Node, env: evaluator.root(module) }]
    for (const { call, env } of places.flatMap(place => callsIn(place.below).map(call => ({ call, env: place.env })))) {
      const value = evaluator.evaluate(call, env)
      if (value.kind !== 'call' || value === match.value || !value.args[ref.out] || holderOf(value.args[ref.out]!) !== wanted) continue
      const other = matchNative(matcher.calling(value), { framework: match.framework, pattern: ref.by } as Entry)
      if (other) return other
    }
    return undefined
  }

  function lacks(ref: Extract<Ref['base'], { of: 'lacks' }>, match: Match): boolean | undefined {
    const holder = match.call?.args[ref.out] && holderOf(match.call.args[ref.out]!)
    if (holder?.parent?.type !== 'VariableDeclarator' || holder.parent.id.type !== 'Identifier' || !isLinted(holder)) return undefined
    let used = false
    for (const { identifier } of module.variableOf(holder.parent.id)?.references ?? []) {
      let at = identifier as Node
      if (at === holder.parent.id) continue
      if (at.parent?.type === 'MemberExpression' && at.parent.object === at && at.parent.computed) at = at.parent
      while (at.parent?.type === 'TSNonNullExpression' || at.parent?.type === 'TSAsExpression') at = at.parent
      const call = at.parent
      if (call?.type !== 'CallExpression' || !call.arguments.includes(at as never)) return undefined
      const value = evaluator.evaluate(call, evaluator.root(module))
      if (value.kind !== 'call') return undefined
      const native = matcher.calling(value)
      if (native.of.kind !== 'root' || native.of.of !== 'import' || !native.of.module.startsWith('native:')) return undefined
      if (ref.calls.some(pattern => matchNative(native, { framework: match.framework, pattern } as Entry))) return false
      used ||= !([] as string[]).concat(match.framework.module).includes(native.of.module)
    }
    return used ? true : undefined
  }

  /** The allocation a value is, or was read out of: `h` of `h[0]`, `koffi.decode(h, …)`, `h.readBigUInt64LE()`. */
  function holderOf(value: Value): Node | undefined {
    for (let at: Value | undefined = value; at;) {
      if (at.kind === 'array' || at.kind === 'object') return at.node
      if (at.kind === 'literal' || at.kind === 'unknown') return at.node.parent?.type === 'ArrayExpression' ? at.node.parent : undefined
      if (at.kind === 'member') { at = at.of; continue }
      if (at.kind === 'call') {
        const name = tailOf(at)
        if (name === 'decode' || name === 'as' || name === 'ptr' || name === 'address' || name === 'of') { at = at.args[0]; continue }
        if (at.of.kind === 'member' && /^(read|get|deref)/.test(at.of.name ?? '')) { at = at.of.of; continue }
        return at.node
      }
      return undefined
    }
    return undefined
  }

  function note(call: CallLike, value: Value, env: Env): void {
    const generated = value.kind === 'call' && value.node === call ? undefined : ofGenerated(call, env)
    if (generated) record(generated, call, env)
    else if (value.kind === 'call') record(value, call, env)
    if (value.kind !== 'choice') return
    // where there is nothing to call, nothing happens
    const real = value.of.filter(arm => beginningOf(arm.value).kind !== 'literal')
    for (const arm of real) if (arm.value.kind === 'call' && arm.value.node === call) record(arm.value, call, env, { count: real.length, when: arm.when })
  }

  /** A method of what a generator wrote, called as it stands: not what comes of it. */
  function ofGenerated(call: CallLike, at: Env): CallValue | undefined {
    const callee = bare(call.callee)
    if (call.type !== 'CallExpression' || callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return undefined
    const on = evaluator.evaluate(callee.object, at)
    if (on.kind !== 'call' || !on.isNew || on.of.kind !== 'class' || !dictionary.generators.some(({ framework, generated }) => isGenerated(on, generated, framework))) return undefined
    const args = call.arguments.map(one => evaluator.evaluate(one, at))
    return { kind: 'call', node: call, env: at, of: { kind: 'member', node: callee, env: at, of: on, name: callee.property.name }, args, unseen: call.arguments.some(one => one.type === 'SpreadElement'), isNew: false }
  }

  function record(value: CallValue, node: Node, env: Env, oneOf?: Occurrence['oneOf']): void {
    if (value.node !== node) return // made elsewhere, and only used here
    const real = matcher.calling(value)
    const taken = new Set<Concept>(), told = new Map<Node, Set<Concept>>()
    for (const entry of candidates(real)) {
      if (entry.concept === 'sinks' || entry.compiled.assigned || !entry.compiled.calls) continue
      if (entry.row.each) { recordEach(entry.row.each, entry, real, node, env, told); continue }
      if (taken.has(entry.concept)) continue
      const match = fit(real, entry)
      if (!match) continue
      // of other facts there is one; every limit and every guard counts
      if (entry.concept !== 'limits' && entry.concept !== 'guards') taken.add(entry.concept)
      add({ ...entry, match, node, env, ...(oneOf && { oneOf }) })
    }
  }

  /** The things that a call tells of: of each there is one fact, as of a call. */
  function recordEach(each: Ref, entry: Entry, real: CallValue, node: Node, env: Env, told: Map<Node, Set<Concept>>): void {
    for (const { part, match } of partsOf(each, entry, real)) {
      const taken = told.get(part.node) ?? new Set<Concept>()
      if (taken.has(entry.concept)) continue
      // what another file wrote is shown where it is given
      const shownAt: Match = inLinted(part.node, part.env) ? match : { ...match, value: { ...part, node: argumentOf(node, each) ?? node, env } }
      if (!isGiven(entry.row, shownAt)) continue
      if (entry.concept !== 'limits') told.set(part.node, taken.add(entry.concept))
      add({ ...entry, match: shownAt, node, env })
    }
  }

  /** Those things, each with the member of a list that it was read out of. */
  function partsOf({ base: from, steps }: Ref, entry: Entry, real: CallValue): { part: Value; member: Value; match: Match }[] {
    const base = matchNative(real, entry), cut = steps.findLastIndex(step => 'each' in step) + 1
    if (!base) return []
    return facts.parts(new Ref(from, steps.slice(0, cut)), base).flatMap(member => facts.parts(new Ref({ of: 'value' }, steps.slice(cut)), { ...base, value: member }).map(part => ({ part, member, match: { ...base, value: part, whole: real } })))
  }

  /** The channels that a call of some file of the program tells of, each among others. */
  function channelsOf(call: CallLike, of: Env): { channel: Occurrence<'channels'>; member: Value }[] {
    const value = evaluator.evaluate(call, of)
    if (value.kind !== 'call') return []
    const real = matcher.calling(value)
    return candidates(real).flatMap(entry => entry.concept === 'channels' && entry.row.each ? partsOf(entry.row.each, entry, real).filter(({ match }) => isGiven(entry.row, match)).map(({ member, match }) => ({ member, channel: { ...entry as Entry<'channels'>, match, node: call as Node, env: of } })) : [])
  }

  function argumentOf(call: Node, { base }: Ref): Node | undefined {
    return base.of === 'arg' && (call.type === 'CallExpression' || call.type === 'NewExpression') ? call.arguments[base.index] : undefined
  }

  /** An option that tells a limit by its name alone, where the options are written. */
  function noteOption(key: Node, env: Env): void {
    const node = key.parent!
    for (const entry of dictionary.options.get(optionName(key, dictionary)!) ?? []) {
      if (imports(env.module, entry.framework)) add({ ...entry, match: { framework: entry.framework, value: evaluator.evaluate(node, env), call: undefined, star: undefined }, node, env })
    }
  }

  const optionsIn = (below: Node): readonly Node[] => dictionary.options.size === 0 ? [] : nodesBelow(below, 'Property').filter(key => optionName(key, dictionary) !== undefined)

  function add(occurrence: Occurrence): void {
    const list = found.get(occurrence.concept)
    if (list) list.push(occurrence)
    else found.set(occurrence.concept, [occurrence])
  }

  /** What is assigned to members of these names: with `=`, or by `Object.assign()`. */
  function assigned(names: ReadonlySet<string>): { node: Node; target: Value; right: Node }[] {
    const marked = nodesBelow(module.ast, 'AssignmentExpression').filter(({ left }) => left.type === 'MemberExpression' && (left.computed ? left.property.type === 'Literal' && names.has(String(left.property.value)) : left.property.type === 'Identifier' && names.has(left.property.name)))
    const all = marked.map((node): { node: Node; target: Value; right: Node } => ({ node, target: evaluator.evaluate(node.left, env), right: node.right }))
    if (names.size === 0) return all
    for (const call of callsIn(module.ast)) {
      const { callee, arguments: [to, ...from] } = call
      if (!to || callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'Object' || callee.property.type !== 'Identifier' || callee.property.name !== 'assign') continue
      for (const part of from.flatMap(one => one.type === 'ObjectExpression' ? one.properties : [])) {
        if (part.type !== 'Property') continue
        const name = !part.computed && part.key.type === 'Identifier' ? part.key.name : part.key.type === 'Literal' ? String(part.key.value) : undefined
        if (name !== undefined && names.has(name)) all.push({ node: part, target: { kind: 'member', node: part, env, of: evaluator.evaluate(to, env), name }, right: part.value })
      }
    }
    return all
  }

  const vouching: Reading['vouching'] = list => dictionary.vouched[list].size > 0
  const vouches: Reading['vouches'] = (list, value) => named(dictionary.vouched[list], value).some(({ framework, pattern }) => matcher.match(value, pattern, framework))

  const env = evaluator.root(module)
  visit(module, { evaluator, tails: dictionary.tails, sightOf, callsIn, optionsIn, note, noteOption, informed: node => informed.add(node) })
  for (const { node, target, right } of assigned(dictionary.marks)) {
    for (const entry of candidates(target)) {
      if (!entry.compiled.assigned) continue
      const match = matcher.match(target, entry.pattern, entry.framework)
      if (!match) continue
      const written: Match = { ...match, value: { ...evaluator.evaluate(right, env), node: right } as Value }
      if (!isGiven(entry.row, written)) continue
      add({ ...entry, match: written, node, env })
    }
  }

  /** The same call of this file seen with and without what a helper was handed: only the informed reading counts. */
  const counts = ({ node, env: at }: Occurrence): boolean => { const here = inLinted(node, at); return here?.env !== env || !informed.has(here.node) }
  const all = <C extends Concept>(concept: C) => ((found.get(concept) ?? []) as Occurrence<C>[]).filter(one => counts(one as Occurrence))
  const reading: Reading = {
    module, evaluator, matcher, facts, dictionary, settings, sightOf, fits, inside, callsIn, isLinted, shown, trail, holderOf, vouches, vouching, all,
    calls: (value, pattern, framework) => matchNative(matcher.calling(value), { framework, pattern } as Entry) !== undefined,
    entries, secrets, order, decorators, channelsOf, handlers: createHandlers({ module, evaluator, facts, dictionary, all }),
    conditions: wayTo,
    when: (node, at) => circumstances(wayTo(node, at)),
  }

  /** What decides whether a node runs, and whether the calls are made that lead to it. */
  function wayTo(node: Node, at: Env): Condition[] {
    const own = evaluator.conditions(node, at, wholeWay(node)).filter(({ test, is }) => truth(test) !== is), before = at.fn && cameFrom(at)
    return before ? [...wayTo(before.node, before.env), ...own] : own
  }

  const insides = new Map<Env, Map<Node, Env>>()
  function inside(fn: FunctionValue): Env {
    const own = fn.self || fn.bound ? undefined : insides.get(fn.env) ?? new Map<Node, Env>()
    const env = own?.get(fn.fn) ?? evaluator.enter(fn, ownParameters(fn), fn.fn) ?? fn.env
    if (own) insides.set(fn.env, own.set(fn.fn, env))
    return env
  }

  const ends = createEnds(reading)
  const procedures = createProcedures(reading, ends)
  const read = procedures.read()
  const open = new Set(read.procedures.filter(({ guards }) => guards.surely(all => all.length === 0)).map(({ at }) => at.node))
  const program = { ...ends.read(procedures.opens), ...read, transports: oldPackages(reading), replies: createReplies(reading, ends).read(), origins: readOrigins(reading, ends), tokens: readTokens(reading, ends, open) }
  const listeners = program.listeners.map(one => ({ ...one, servesAnybody: one.servesAnybody || isOpen(one, program.procedures) }))
  let taken: Program['imports'] | undefined
  return {
    ...program, listeners, guards: [...program.guards, ...listeners.flatMap(listener => listener.guards.values.flat())],
    // hardly any project asks
    get imports() { return taken ??= importsOf(reading) },
  }
}

/** Whether everybody who reaches a listener is served: it proves no caller, and neither its guards nor its procedures ask for one. */
function isOpen({ on, credentials, address }: Listener, procedures: readonly Procedure[]): boolean {
  const served = procedures.filter(one => one.on !== undefined && one.on === on)
  return served.length > 0 && served.every(({ guards, refuses, looksAtCaller }) => guards.surely(all => all.length === 0) && refuses === 'no' && looksAtCaller === 'no')
    && provesNobody(credentials) && address.surely(({ local }) => local === 'no')
}

/** Conditions count from the outermost function that is not handed to something. */
function wholeWay(node: Node): Node {
  let top: Node = node
  for (let up = node.parent; up; up = up.parent) {
    top = up
    if (isFunction(up) && up.parent?.type !== 'CallExpression' && up.parent?.type !== 'NewExpression') break
  }
  return top
}
