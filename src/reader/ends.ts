/** Channels, listeners, their credentials, calls, limits and administrative services. */
import type { TSESTree } from '@typescript-eslint/types'
import { functionAround, isFunction } from '../analysis/conditions.js'
import { excludes } from '../analysis/exclude.js'
import { truth } from '../analysis/fold.js'
import { isWithin, nodesBelow } from '../analysis/tree.js'
import { literal } from '../analysis/value.js'
import type { Env, Node, Value } from '../analysis/value.js'
import { param, type CallRow, type ChannelRow, type CredentialsWords, type Framework, type ListenerRow, type Ref } from '../frameworks/describe.js'
import { below, Fact, levels, type Answer, type Arm, type Level, type Place } from '../model/fact.js'
import type { ActingAsCaller, Address, AdminService, Call, Channel, Check, Credentials, Guard, Identity, IgnoredOption, Limit, Listener, Subject, Switch } from '../model/program.js'
import { toAddress } from './address.js'
import { isHeeded, missedAnswer } from './answers.js'
import { circumstances, decisions } from './circumstance.js'
import { meant, receiverOf, reasonOf } from './facts.js'
import { alternatives, compared } from './doors.js'
import { createClaimants } from './identities.js'
import { createEdits } from './edits.js'
import { createGatherings } from './gatherings.js'
import { createGuards, type Guards } from './guards.js'
import { createImpersonations } from './impersonations.js'
import { createInjections } from './injections.js'
import type { Match } from './match.js'
import { nameOf } from './name.js'
import { isToldElsewhere } from './options.js'
import { checked, same } from './peer.js'
import { createVerdicts } from './verdicts.js'
import type { Occurrence, Reading } from './reading.js'
import { createStreams } from './streams.js'

/** What refuses nobody: whether that is some or all of what is served, and whether any of that changes state. */
export interface Openness {
  readonly some: boolean; readonly all: boolean; readonly changes: boolean
  /** Something is told that may refuse whatever is served. */
  readonly refuses: boolean
  /** Each of what is served has something of its own that may refuse callers. */
  readonly guarded: boolean
  /** Some of it checks nothing of its own, and takes what a check that stands before it could tell to be bad. */
  readonly checkable: boolean
}

export interface Ends {
  readonly guards: Guards
  subject(occurrence: Occurrence): Subject
  /** Options that are not read where they stand. */
  ignored(row: Pick<ChannelRow, 'ignores'>, match: Match): IgnoredOption[]
  /** `opens` tells of a listener which of the procedures that it serves refuse nobody. */
  read(opens: (of: Occurrence<'listeners'>) => Openness): { channels: Channel[]; listeners: Listener[]; credentials: Credentials[]; calls: Call[]; limits: Limit[]; admins: AdminService[]; switches: Switch[]; checks: Check[]; impersonations: ActingAsCaller[]; identities: Identity[] }
}

type Words = Exclude<keyof CredentialsWords, 'names' | 'namesPass' | 'within' | 'guards'>
const words: Words[] = ['level', 'provider', 'floor', 'ciphers', 'renegotiates', 'chain', 'named', 'asks', 'requires', 'roots', 'key', 'certificate', 'mutual', 'impersonation', 'principal', 'override']

/** The facts of one pair of credentials, each computed when it is first asked for. */
const factsByWord = Object.create(null) as object
for (const word of words) {
  Object.defineProperty(factsByWord, word, {
    get(this: { compute(word: Words): Fact<never>; known: Map<Words, Fact<never>> }) {
      let fact = this.known.get(word)
      if (!fact) this.known.set(word, fact = this.compute(word))
      return fact
    },
  })
}

function lazyFacts(compute: (word: Words) => Fact<never>): Record<Words, Fact<never>> {
  return Object.assign(Object.create(factsByWord), { compute, known: new Map() }) as Record<Words, Fact<never>>
}

export function createEnds(reading: Reading): Ends {
  const { facts, evaluator, matcher, dictionary, settings, module } = reading
  const verdicts = createVerdicts(reading)
  const guards = createGuards(reading), claimants = createClaimants(reading), impersonations = createImpersonations(reading, subject)
  const edits = createEdits(reading), streams = createStreams(reading, guards.isWaitedFor), gatherings = createGatherings(reading), injections = createInjections(reading)

  function subject({ framework, row, match, node, env, oneOf }: Occurrence): Subject {
    const keys = row.remedy ?? {}, shown = reading.shown(node, env)
    return {
      at: facts.place(undefined, shown), trail: reading.trail(node, env), what: calledAs(shown), library: ([] as string[]).concat(framework.module)[0]!, when: [...reading.when(node, env), ...circumstances(oneOf?.when ?? [])],
      remedy: of => framework.remedies?.[keys[of] ?? of],
      edit: of => edits.of(framework, keys[of] ?? of, match),
    }
  }

  /** How the code names what it calls: `server.bindAsync`, `new Server`. */
  function calledAs(node: Node): string {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const text = module.text.slice(node.callee.range[0], node.callee.range[1]).replaceAll(/\s+/g, '')
      const short = text.length > 40 ? text.slice(text.lastIndexOf('.') + 1) : text
      return node.type === 'NewExpression' ? `new ${short}()` : `${short}()`
    }
    return nameOf(evaluator.evaluate(node, evaluator.root(module)))
  }

  /** What a row says of its credentials, or what the credentials say that they are made of. */
  function wordOf<T>(of: Occurrence<'credentials' | 'channels' | 'listeners'>, word: Words): Fact<T> {
    const row = of.row as CredentialsWords
    const own = facts.fact<T>(row[word], of.match, word === 'level' ? of.match.call?.args : undefined)
    if (!row.within || !own.isAbsent) return own
    const arms = facts.find(row.within, of.match).flatMap((one): Arm<T>[] => {
      const when = circumstances(one.when)
      const base = one.value && reading.fits(one.value, 'credentials')
      return base ? facts.fact<T>(base.row[word], base.match).arms.map(arm => ({ ...arm, when: [...when, ...arm.when] })) : [{ state: one.absent ? 'absent' : 'unknown', reason: 'the code is too dynamic', at: facts.place(undefined, one.at), when }]
    })
    return arms.length > 0 ? new Fact(arms) : own
  }

  // ── credentials ──────────────────────────────────────────────────────────────────────────────────────────────────
  function credentials(occurrence: Occurrence<'credentials' | 'channels' | 'listeners'>): Credentials {
    const row = occurrence.row as CredentialsWords & { credentials?: Ref }
    const { match } = occurrence
    const from = row.credentials ? facts.find(row.credentials, match) : []
    const made = from.map(one => ({ one, inner: one.value && !literal(one.value) ? reading.fits(one.value, 'credentials', match.framework) ?? reading.fits(one.value, 'credentials') : undefined }))
    const material = made.flatMap(({ inner }) => inner?.match.call?.args ?? [])
    const fact = <T>(word: Words): Fact<T> => {
      const own = row[word]
      if (from.length === 0) return wordOf<T>(occurrence, word)
      const arms = made.flatMap(({ one, inner }): Arm<T>[] => {
        const when = decisions(one.when, material), at = facts.place(undefined, one.at)
        // what the end says itself is so where it is given none
        if (one.absent || (one.value && literal(one.value))) return own ? facts.fact<T>(own, match).arms.map(arm => when.length > 0 ? { ...arm, at, when: [...when, ...arm.when] } : arm) : [{ state: 'absent', at, when }]
        if (!inner) return [{ state: 'unknown', reason: one.reason ?? (one.value ? reasonOf(one.value) : 'the code is too dynamic'), at, when }]
        return wordOf<T>(inner, word).arms.map(arm => ({ ...arm, when: [...when, ...arm.when] }))
      })
      return new Fact(arms)
    }
    const named = row.names ? { words: row as CredentialsWords, match } : made.map(({ inner }) => inner).find(inner => inner && (inner.row as CredentialsWords).names)
    const namesRow = named && ('words' in named ? named.words : named.row as CredentialsWords)
    const base = madeOf(made.flatMap(({ inner }) => inner ?? []) as Occurrence[], made.length, occurrence as Occurrence)
    const all = lazyFacts(word => blank.has(word) ? Fact.unknown<never>('the code is too dynamic', base.at) : fact<never>(word))
    const blank = new Set<Words>()
    const principal = row.principal && facts.one(row.principal, match)
    const checks = (row as { checkedBy?: string[] }).checkedBy
    // code that reads the peer's certificate decides for itself
    if (checks?.some(name => readsMember(name, occurrence)) || isProbe(row as ChannelRow, occurrence)) for (const word of ['chain', 'requires'] as const) blank.add(word)
    const rest = {
      ...base,
      at: (all.level as Fact<Level>).at.linted ? (all.level as Fact<Level>).at : base.at,
      names: namesRow?.names && named ? guards.function(namesRow.names, named.match, { pass: namesRow.namesPass ?? { returns: 'falsy' } }, occurrence as Occurrence) : undefined,
      trail: [...base.trail, ...made.flatMap(({ inner }) => inner ? reading.trail(inner.node, inner.env) : [])],
      namesServer: row.principal !== undefined,
      guarded: made.some(({ inner }) => { const ref = inner && (inner.row as CredentialsWords).guards; return ref !== undefined && facts.find(ref, inner!.match).some(one => !one.absent) }),
      selfAsserted: namesRow?.names && named && guards.namedByPeer(namesRow.names, named.match) ? Fact.known(true, facts.place(undefined, facts.find(namesRow.names, named.match)[0]!.at))
        : principal && guards.askedOfPeer(principal, match.framework, occurrence.node) ? Fact.known(true, (all.principal as Fact<string>).at)
        : isNamedByItself(occurrence) ? Fact.known(true, facts.fact(row.override, match).at) : Fact.known(false, base.at, true),
    }
    return Object.assign(all, rest) as unknown as Credentials
  }

  /** The subject of credentials: where they are made, if that is one place. What the end takes is no place for their edits. */
  function madeOf(inner: readonly Occurrence[], arms: number, end: Occurrence): Subject {
    const [first] = inner
    if (!first || (end.row as ChannelRow).overrides) return subject(end)
    const here = arms === 1 && reading.isLinted(first.node)
    const made = subject(here ? first : { ...first, node: end.node, env: end.env }), whole = subject(end)
    return { ...made, remedy: of => made.remedy(of) ?? whole.remedy(of), edit: of => here ? made.edit(of) : undefined }
  }

  /** Whether code that belongs to this end reads a member: the function around a channel, the file of a listener. */
  function readsMember(name: string, { concept, node }: Occurrence): boolean {
    const { range } = concept === 'channels' ? functionAround(node) : module.ast
    return module.text.slice(range[0], range[1]).includes(`.${name}`)
  }

  /** Whether nothing is ever said over a channel: it is only seen to open, and closed again. */
  function isProbe({ silent }: ChannelRow, { node }: Occurrence): boolean {
    const name = silent && node.parent?.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? node.parent.id : undefined
    const uses = name && module.variableOf(name)?.references.map(({ identifier }) => identifier as Node).filter(use => use !== name)
    return uses !== undefined && uses.length > 0 && uses.every(({ parent }) => {
      if (parent?.type !== 'MemberExpression' || parent.computed || parent.property.type !== 'Identifier' || parent.parent?.type !== 'CallExpression' || parent.parent.callee !== parent) return false
      const [event] = parent.parent.arguments, quiet = silent![parent.property.name]
      return quiet !== undefined && (quiet.length === 0 ? event === undefined : event?.type === 'Literal' && quiet.includes(String(event.value)))
    })
  }

  /** Whether the name that a server must have is what the server at the same address answered before. */
  function isNamedByItself({ row, match, node, env, framework }: Occurrence<'credentials' | 'channels' | 'listeners'>): boolean {
    const name = facts.one((row as CredentialsWords).override, match), own = facts.one((row as ChannelRow).address, match)
    return name !== undefined && own !== undefined && guards.answersIn(name, framework).some(call => {
      const asked = channelOf(receiverOf(call.value), framework), address = asked && facts.one(asked.row.address, asked.match)
      return address !== undefined && isSame(address, own)
    }) && !checked(evaluator.conditions(node, env, module.ast), name)
  }

  /** Whether two values are one text, or come from the same place. */
  function isSame(one: Value, other: Value): boolean {
    const known = literal(one), text = literal(other)
    return known && text ? known.value === text.value : same(one, other)
  }

  // ── both ends ────────────────────────────────────────────────────────────────────────────────────────────────────
  function address(ref: Ref | undefined, match: Match): Fact<Address> {
    if (!ref) return Fact.absent(facts.near(match))
    const arms = facts.find(ref, match).map((one): Arm<Address> => {
      const at = facts.place(undefined, one.at), when = circumstances(one.when)
      if (one.absent) return { state: 'absent', at, when }
      if (!one.value) return { state: 'unknown', reason: one.reason ?? 'the code is too dynamic', at, when }
      return { state: 'known', value: toAddress(one.value, settings.localHosts), at, when }
    })
    return new Fact(arms)
  }

  function ignored(row: Pick<ChannelRow, 'ignores'>, match: Match): IgnoredOption[] {
    return (row.ignores ?? []).flatMap((words): IgnoredOption[] => {
      if (!('what' in words)) return unread(words, match)
      const [one] = facts.find(words.what, match), instead = 'instead' in words ? words.instead : undefined
      // of an object that is not seen, nobody knows what it holds
      const isEntry = 'option' in (words.what.steps.at(-1) ?? {})
      if (!one || one.absent || (isEntry && one.key === undefined) || ('unless' in words && !facts.find(words.unless, match).every(({ absent }) => absent))) return []
      return [{ at: facts.place(undefined, one.at), name: words.name, limits: false, instead, ...('against' in words && { against: words.against }), edit: undefined }]
    })
  }

  /** Options of an object that are misspelt, or belong elsewhere. */
  function unread({ in: where, prefix, lacks, known, protects = '', bait, misplaced, moves }: Extract<NonNullable<ChannelRow['ignores']>[number], { in: Ref }>, match: Match): IgnoredOption[] {
    return facts.find(where, match).flatMap(({ value }) => written(value)).flatMap((part): IgnoredOption[] => {
      const name = part.key.type === 'Identifier' ? part.key.name : part.key.type === 'Literal' ? String(part.key.value) : ''
      const at = facts.place(undefined, part)
      if (lacks?.includes(name)) return [{ at, name, limits: true, instead: undefined, edit: undefined }]
      const meant = prefix && name.startsWith(prefix) && known && !known.includes(name) ? nearest(name, known) ?? '' : undefined
      const instead = bait?.[name] ?? (meant !== undefined && new RegExp(protects).test(meant || name) ? meant : undefined)
      if (instead !== undefined) return [{ at, name, limits: bait?.[name] !== undefined, instead: instead || undefined, edit: instead ? { changes: [{ range: part.key.range, text: `'${instead}'` }], says: `Use \`${instead}\`` } : undefined }]
      const home = misplaced?.[name]
      return home === undefined ? [] : [{ at, name, limits: false, instead: home, edit: moves?.names.includes(name) ? edits.moved(part, moves.into) : undefined }]
    })
  }

  /** The properties of an object that the linted file writes, spread ones too. */
  function written(value: Value | undefined): TSESTree.Property[] {
    if (value?.kind !== 'object' || value.env.module.file !== module.file || value.node.type !== 'ObjectExpression') return []
    return value.node.properties.flatMap(part => part.type === 'SpreadElement' ? written(evaluator.evaluate(part.argument, value.env)) : part.computed ? [] : [part])
  }

  function ends(occurrence: Occurrence<'channels' | 'listeners'>) {
    const { row, match } = occurrence
    return { ...subject(occurrence as Occurrence), address: address(row.address, match), credentials: credentials(occurrence as never), ignored: ignored(row, match), transport: facts.fact<'mainstream'>(row.transport, match) }
  }

  const channels = new Map<Value, Channel>()
  /** Secrets that travel with the calls of a channel. */
  const carried = new Map<unknown, Fact<string>>()
  function channel(occurrence: Occurrence<'channels'>): Channel {
    const { value } = occurrence.match
    const made = channels.get(value) ?? makeChannel(occurrence)
    channels.set(value, made)
    return made
  }

  function makeChannel(occurrence: Occurrence<'channels'>): Channel {
    const { row } = occurrence
    return { kind: 'channel', ...ends(occurrence), secrets: reading.secrets.of(row.secrets, occurrence as Occurrence), inAddress: facts.fact(row.inAddress, occurrence.match), forwards: forwarded(row.forwards, occurrence as Occurrence) }
  }

  /** A channel with what goes over it: secrets of its own, or of its calls; or cookies, which no address ever holds. */
  function carrying(occurrence: Occurrence<'channels'>): Channel {
    const made = channel(occurrence), { row: { cookies }, match } = occurrence
    const secrets = carried.get(idOf(occurrence)) ?? made.secrets
    const sent = cookies && !secrets.isWritten ? facts.fact<boolean>(cookies, match) : undefined
    return sent?.surely(goes => goes) ? { ...made, secrets: Fact.known('cookie', sent.at), inAddress: Fact.absent(made.at) } : { ...made, secrets }
  }

  const idOf = ({ match }: Occurrence<'channels'>): unknown => matcher.identity(match.value, match.framework) ?? match.value.node

  function forwarded(ref: Ref | undefined, occurrence: Occurrence): Fact<string> {
    const at = facts.near(occurrence.match)
    if (!ref) return Fact.absent(at)
    for (const one of facts.find(ref, occurrence.match)) {
      const given = one.value && claimants.handedOn(one.value, occurrence.node, occurrence.env)
      if (given) return Fact.known(given.text, facts.place(undefined, given.at && reading.isLinted(given.at) ? given.at : one.arg ?? one.at))
    }
    return Fact.absent(at)
  }

  function listener(occurrence: Occurrence<'listeners'>, opens: (of: Occurrence<'listeners'>) => Openness): Listener {
    const { row, match, framework } = occurrence
    const receiver = receiverOf(match.whole ?? match.value)
    const guarding = row.guard ? guards.list(row.guard, match, row.guardPass ?? { pass: 'completes' }, row.guardEvidence ?? [], occurrence as Occurrence) : Fact.absent<readonly Guard[]>(facts.near(match))
    const secureOnly = facts.fact<boolean>(row.secureOnly, match)
    const served = row.serves ? facts.one(row.serves, match) : receiver
    const refuses = refusal(row.mayRefuse, match), open = (refuses === 'no' || row.given) && row.serves ? opens(occurrence) : undefined, both = ends(occurrence)
    const given = row.given && open && givenTo(row.given, match, open)
    return {
      kind: 'listener', ...both, on: served && !occurrence.oneOf ? matcher.identity(served, framework) : undefined, guards: guarding, secureOnly, refuses, unguarded: open?.some === true,
      servesAnybody: (secureOnly.surely(only => !only) && guarding.isAbsent) || (open?.all === true && (given ? given.nothing && provesNobody(both.credentials) : open.changes) && both.address.surely(({ local }) => local === 'no')), past: given?.past ?? {}, endpointSecurity: facts.fact(row.endpointSecurity, match), open: facts.fact(row.open, match),
      everywhere: row.everywhere === true, breaks: row.breaks && facts.find(row.breaks, match).filter(({ absent }) => !absent).map(one => facts.place(undefined, one.at))[0], outdoneBy: undefined, deaf: row.hears && receiver && staysHere(receiver) && isDeaf(receiver, row.hears, framework) ? methodAt(both.at) : undefined, registers: row.registers === true,
      asksForIdentity: row.guard && row.nullSession ? guards.mentions(row.guard, match, [row.nullSession]) : 'unknown',
      opens: row.opens === true, minds: row.door && minds(row.door, row.guard, match),
    }
  }

  /** What is given to all that a listener serves, and what is given to that which it belongs to, but does not count here. */
  function givenTo({ guards: guard, checks, shared }: NonNullable<ListenerRow['given']>, match: Match, open: Openness): { nothing: boolean; past: Listener['past'] } {
    const made = match.whole ?? match.value, owner = shared && receiverOf(made)
    const is = (object: Value | undefined, by: string) => gatherings.isGiven(object, by, match.framework)
    const sharing = shared && facts.fact<boolean>(shared, match), apart = sharing !== undefined && (sharing.isAbsent || sharing.surely(is => !is))
    const missed = (by: string, own: boolean, other = false): boolean => apart && !own && is(made, by) === 'no' && (other || is(owner, by) === 'yes')
    const { node } = made, at = facts.place(undefined, node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.property : node)
    const guards = missed(guard, open.guarded, open.refuses)
    return {
      nothing: !open.refuses && is(made, guard) === 'no' && (owner === undefined || apart || is(owner, guard) === 'no'),
      // one mistake: what mends the one mends the other
      past: guards ? { guards: at } : missed(checks, !open.checkable) ? { checks: at } : {},
    }
  }

  /** Whether nothing hears what an object tells of by one of these calls, or of whatever is thrown. */
  const isDeaf = (object: Value, hears: readonly string[], framework: Framework): boolean =>
    !module.text.includes('uncaughtException') && hears.every(by => gatherings.isGiven(object, by, framework) === 'no')

  /** Whether what a call makes is only called on, where it is made: nobody else gets it. */
  function staysHere({ node }: Value): boolean {
    if (!reading.isLinted(node)) return false
    let at: Node = node
    while (at.parent?.type === 'MemberExpression' || (at.parent?.type === 'CallExpression' && at.parent.callee === at)) at = at.parent
    if (at.parent?.type === 'ExpressionStatement') return true
    const name = at.parent?.type === 'VariableDeclarator' && at.parent.id.type === 'Identifier' && at.parent.parent.parent?.type !== 'ExportNamedDeclaration' ? at.parent.id : undefined
    return name !== undefined && (module.variableOf(name)?.references ?? []).every(({ identifier }) => identifier === name || (identifier.parent?.type === 'MemberExpression' && identifier.parent.object === identifier))
  }

  /** Whether functions that run before each call refuse any; where none is given, nothing does. */
  function refusal(refs: readonly Ref[] | undefined, match: Match): Answer {
    const given = (refs ?? []).flatMap(ref => facts.find(ref, match)).filter(({ absent, value }) => !absent && !(value && literal(value)))
    if (!refs || given.length === 0) return refs ? 'no' : 'unknown'
    return given.some(({ value, when }) => value?.kind === 'function' && when.length === 0 && verdicts.of({ pass: 'completes', evidence: [param(0)] }, value).gates === 'yes') ? 'yes' : 'unknown'
  }

  /** Whether what is served at every endpoint tells them apart. */
  function minds({ names, local }: NonNullable<ListenerRow['door']>, guard: Ref | undefined, match: Match): Answer {
    const only = facts.fact<boolean>(local, match).every(is => is)
    if (only !== 'no') return only
    return guard && facts.find(guard, match).some(({ value, absent }) => !absent && !(value && literal(value))) ? guards.mentions(guard, match, names) : 'no'
  }

  /** The channel that a client was made for. */
  function channelOf(value: Value | undefined, framework?: Framework): Occurrence<'channels'> | undefined {
    for (let at = value; at;) {
      const { kind, node } = at, found = kind === 'call' ? reading.fits(at, 'channels', framework) ?? reading.all('channels').find(({ match }) => match.whole?.node === node) : undefined
      if (found) return found
      at = at.kind === 'call' ? at.of : at.kind === 'member' ? at.of : undefined
    }
    return undefined
  }

  function call(occurrence: Occurrence<'calls'>): Call | undefined {
    const { row, match, node, env, framework } = occurrence
    if (row.except?.includes(match.star ?? '')) return undefined
    const over = row.through ? facts.one(row.through, match) : receiverOf(match.value)
    const through = row.through ? channelOf(over) ?? injections.of(over) : channelOf(over, framework)
    const at = facts.near(match)
    const made = through && channel(through)
    const inside = guards.insideProcedure(node, env)
    if (row.inside && !inside) return undefined
    const given = (refs: Ref | Ref[] | undefined, of: Match) => [refs ?? []].flat().some(ref => facts.find(ref, of).some(one => !one.absent))
    const handedOn = row.stream ? !streams.areWaitedFor(node, env, row.stream, framework) : isStream(node, row.gives) || isRaced(node)
    // a channel that comes from a caller may bring a deadline; what waits for a stream has none but its own
    const from = row.through && !through && !row.stream ? over : undefined
    const brought = (row.governed && !through) || from?.kind === 'root' && (from.of === 'param' || (from.of === 'typed' && from.fn !== undefined))
    const timed = handedOn || brought || (through?.row.heard?.some(by => gatherings.isGiven(through.match.value, by, framework) !== 'no') ?? false) || (through !== undefined && given(through.row.timed, through.match)) || given(row.timed, match)
    const sent = reading.secrets.of(row.secrets, occurrence as Occurrence)
    if (through && sent.isWritten) carried.set(idOf(through), sent)
    const deadline = timed ? Fact.unknown<number>('the code is too dynamic', at) : facts.fact<number>(row.deadline, match)
    const deadlines = row.deadline ? facts.find(row.deadline, match) : []
    const wrong = row.unit && deadlines.find(({ value }) => value && (row.unit === 'until' ? isSpan(value) : isPoint(value)))
    const base = subject(occurrence as Occurrence)
    return {
      kind: 'call', ...base, ...(row.stream && { at: methodAt(base.at) }), address: made?.address ?? Fact.absent(at), deadline, wrongUnit: wrong ? Fact.known(row.unit === 'until' ? 'span' : 'until', facts.place(undefined, wrong.at)) : Fact.absent(at),
      replaces: replaced(row, occurrence as Occurrence, through),
      insideProcedure: inside, secrets: sent, forwards: forwarded(row.forwards, occurrence as Occurrence),
      level: made?.credentials.level ?? Fact.unknown('it comes from a caller', at),
    }
  }

  /** The name of the method that is called: what it is called on, and what is done with what it gives, may be long. */
  function methodAt(at: Place): Place {
    const { node } = at as { node: Node }
    return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? facts.place(undefined, node.callee.property) : at
  }

  /** Where a call gives a list of its own that takes the place of one of its channel, and leaves something of it out. */
  function replaced({ replaces }: CallRow, { match }: Occurrence, through: Occurrence<'channels'> | undefined): Place | undefined {
    const given = replaces && facts.find(replaces, match), before = through?.row.replaced && facts.one(through.row.replaced, through.match)
    const [own] = given ?? []
    if (given?.length !== 1 || own?.value?.kind !== 'array' || own.value.unseen || own.value.items.length === 0 || before?.kind !== 'array' || before.unseen) return undefined
    const { items } = own.value
    const kept = (one: Value) => items.some(item => item.node === one.node || (item.kind === 'function' && one.kind === 'function' && item.fn === one.fn))
    return before.items.every(kept) ? undefined : facts.place(undefined, own.at)
  }

  /** A call without a callback whose result is kept and not awaited: a stream, which is meant to stay open. */
  function isStream(node: Node, gives: readonly string[] = []): boolean {
    if (node.type !== 'CallExpression') return false
    const { parent } = node
    if (parent?.type === 'MemberExpression' && parent.parent.type === 'AwaitExpression' && parent.property.type === 'Identifier' && gives.includes(parent.property.name)) return false
    const last = node.arguments.at(-1)
    const calledBack = last && (last.type === 'ArrowFunctionExpression' || last.type === 'FunctionExpression' || (last.type === 'Identifier' && node.arguments.length > 1))
    if (calledBack) return isCancelled(node)
    return (node.parent?.type === 'VariableDeclarator' || node.parent?.type === 'MemberExpression' || node.parent?.type === 'ForOfStatement' || node.parent?.type === 'AssignmentExpression')
  }

  /** Whether what a call gives is kept and told, somewhere, to give up: `call.cancel()`, or `cancel()` itself. */
  function isCancelled({ parent }: Node): boolean {
    if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false
    return module.variableOf(parent.id)?.references.some(({ identifier }) => {
      const up = identifier.parent as Node | undefined
      if (up?.type === 'CallExpression' && up.callee === identifier as Node) return true
      return up?.type === 'MemberExpression' && up.object === identifier as Node && up.property.type === 'Identifier' && up.property.name === 'cancel'
    }) ?? false
  }

  /** Whether a call runs against something else, such as a timer: `Promise.race([call(), late()])`, or one in the same promise. */
  function isRaced(node: Node): boolean {
    for (let at: Node | undefined = node; at; at = at.parent) {
      const isPromise = isFunction(at) && at.parent.type === 'NewExpression' && at.parent.callee.type === 'Identifier' && at.parent.callee.name === 'Promise'
      if (isPromise && nodesBelow(at, 'CallExpression').some(({ callee }) => callee.type === 'Identifier' && callee.name === 'setTimeout')) return true
    }
    // who is handed a promise may give up before it does
    if (node.parent?.type === 'CallExpression' && node.parent.arguments.includes(node as never)) return true
    const race = node.parent?.type === 'ArrayExpression' ? node.parent.parent : undefined
    return race?.type === 'CallExpression' && race.callee.type === 'MemberExpression' && race.callee.property.type === 'Identifier' && race.callee.property.name === 'race'
  }

  function limit(occurrence: Occurrence<'limits'>): Limit {
    const { row, match } = occurrence
    const value = facts.fact<number>(row.value, match)
    const gone = row.removed.map(word => String(meant(word)))
    return { kind: 'limit', ...subject(occurrence as Occurrence), bounds: row.bounds, of: row.of ?? 'message', value, removed: value.map(one => gone.includes(String(one)) || (row.above !== undefined && Number(one) > row.above)) }
  }

  function admin(occurrence: Occurrence<'admins'>, listeners: readonly Listener[]): AdminService {
    const { row, match, framework } = occurrence
    const on = facts.one(row.on, match)
    const id = on && matcher.identity(on, framework)
    const serving = listeners.filter(one => one.on !== undefined && one.on === id)
    const locals = serving.map(one => one.address.every(address => address.local === 'yes'))
    const made = subject(occurrence as Occurrence), [shown] = row.shown ? facts.find(row.shown, match) : []
    return { kind: 'admin', ...made, ...(shown && { at: facts.place(undefined, shown.at) }), service: row.service, tells: row.tells ?? 'what it can call', local: serving.length === 0 ? 'unknown' : locals.every(answer => answer === 'yes') ? 'yes' : serving.some(one => one.address.some(address => address.local === 'no') === 'yes') ? 'no' : 'unknown' }
  }

  /** Those that do not stand in a function which only channels are given, and never call. */
  function addedAdmins(): Occurrence<'admins'>[] {
    const all = reading.all('admins')
    if (all.length === 0) return []
    const given = reading.all('channels').flatMap(one => one.row.uncalled ? facts.find(one.row.uncalled, one.match) : [])
    const never = given.flatMap(({ value }) => value?.kind === 'function' && value.env.module === module && isForChannels(value.fn) ? [value.fn] : [])
    return all.filter(({ node }) => !never.some(fn => isWithin(node, fn) && reading.isLinted(node)))
  }

  /** Whether only calls that make channels are given an expression, or the variable that holds it. */
  function isForChannels(expression: Node, depth = 0): boolean {
    for (let at: Node | undefined = expression; at; at = at.parent) {
      if (at.type === 'VariableDeclarator') {
        const { id } = at, uses = id.type === 'Identifier' && at.parent.parent?.type !== 'ExportNamedDeclaration' && depth < CONSTANTS ? module.variableOf(id)?.references.filter(({ identifier }) => identifier !== id) : undefined
        return uses !== undefined && uses.length > 0 && uses.every(({ identifier }) => isForChannels(identifier as Node, depth + 1))
      }
      if (reading.all('channels').some(({ node }) => node === at)) return true
    }
    return false
  }

  function switches(occurrence: Occurrence<'switches'>): Switch[] {
    const { row, match, framework } = occurrence, base = subject(occurrence as Occurrence)
    if (!row.flags) return [{ kind: 'switch', ...base, turnsOff: row.turnsOff }]
    const set = row.flags.flatMap(flag => facts.find(flag, match)).filter(({ value }) => value && literal(value)?.value === true)
    return set.map(({ at }) => ({
      kind: 'switch', ...base, at: facts.place(undefined, at), turnsOff: row.turnsOff,
      edit: of => edits.of(framework, row.remedy?.[of] ?? of, match, at),
    }))
  }

  /** Whether what a call makes leaves the place: returned, exported, kept in a member, or given to somebody. */
  function handedOut(node: Node): boolean {
    if (node.type === 'AssignmentExpression') return true // a default of the library
    const up = node.parent
    if (up?.type === 'ConditionalExpression' || up?.type === 'LogicalExpression' || up?.type === 'AwaitExpression' || up?.type === 'TSAsExpression') return handedOut(up)
    if (up?.type === 'VariableDeclarator') return up.parent?.parent?.type === 'ExportNamedDeclaration'
    if (up?.type === 'AssignmentExpression') return up.left.type === 'MemberExpression'
    return up?.type !== 'ExpressionStatement'
  }

  /** Credentials that one function hands out are alternatives of one thing. */
  function together(all: readonly Occurrence<'credentials'>[]): Credentials[] {
    const groups = new Map<Env, Map<Node, Occurrence<'credentials'>[]>>()
    // what says nothing of a level is no other way to one
    const says = ({ row }: Occurrence<'credentials'>) => row.level !== undefined || row.within !== undefined
    for (const one of all.filter(says)) {
      const around = functionAround(one.node)
      let byFunction = groups.get(one.env)
      if (!byFunction) groups.set(one.env, byFunction = new Map())
      const group = byFunction.get(around)
      if (group) group.push(one)
      else byFunction.set(around, [one])
    }
    const grouped = [...groups.values()].flatMap(byFunction => [...byFunction]).flatMap(([around, group]) => {
      const made = group.map(one => credentials(one as never))
      if (group.length === 1 || around.type === 'Program') return made
      const material = group.flatMap(one => one.match.call?.args ?? [])
      const level = new Fact(made.flatMap((one, i) => one.level.arms.map(arm => ({ ...arm, when: decisions(reading.conditions(group[i]!.node, group[i]!.env), material) }))))
      return made.map((one, i) => withLevel(one, i === 0 ? level : Fact.absent<Level>(one.at)))
    })
    return [...grouped, ...all.filter(one => !says(one)).map(one => credentials(one as never))]
  }

  const withLevel = (of: Credentials, level: Fact<Level>): Credentials => Object.create(of, { level: { value: level } }) as Credentials

  /** The levels of things of which several may stand at one place, `(secure ? https : http).request()`, are alternatives of the first. */
  function asOne(all: readonly Occurrence[], levels: readonly Fact<Level>[]): Fact<Level>[] {
    return all.map((one, i) => {
      if (!one.oneOf) return levels[i]!
      const here = all.flatMap((other, j) => other.oneOf && other.node === one.node && other.env === one.env ? [j] : [])
      if (here[0] !== i) return Fact.absent<Level>(levels[i]!.at)
      const material = here.flatMap(j => all[j]!.match.call?.args ?? [])
      const arms = here.flatMap(j => { const when = decisions(all[j]!.oneOf!.when, material); return levels[j]!.arms.map(arm => ({ ...arm, when: [...when, ...arm.when] })) })
      return new Fact<Level>(here.length < one.oneOf.count ? [...arms, { state: 'unknown', reason: 'the code is too dynamic', at: levels[i]!.at, when: [] }] : arms)
    })
  }

  function withLevels<E extends Channel | Listener>(all: readonly Occurrence[], ends: readonly E[]): E[] {
    return asOne(all, ends.map(end => end.credentials.level)).map((level, i) => level === ends[i]!.credentials.level ? ends[i]! : { ...ends[i]!, credentials: withLevel(ends[i]!.credentials, level) })
  }

  /** Whether the program makes only one of two. */
  const exclude = (one: Occurrence, other: Occurrence): boolean => excludes(reading.conditions(one.node, one.env), reading.conditions(other.node, other.env))

  /** Levels of ends that one function makes in place of each other: `if (secure) bind(tls) else bind(plain)` is as one that binds what was chosen. */
  function withAlternatives<E extends Channel | Listener>(all: readonly Occurrence[], ends: readonly E[]): E[] {
    const besides = alternatives(ends, (i, j) => all[i]!.env === all[j]!.env && functionAround(all[i]!.node) === functionAround(all[j]!.node) && exclude(all[i]!, all[j]!))
    const groups = new Map<number, number[]>()
    for (const [i, better] of besides.entries()) if (better !== undefined) groups.set(better, [...groups.get(better) ?? [better], i])
    return ends.map((end, i) => {
      if (besides[i] !== undefined) return { ...end, credentials: withLevel(end.credentials, Fact.absent<Level>(end.credentials.level.at)) }
      const group = groups.get(i)
      if (!group) return end
      const material = group.flatMap(j => all[j]!.match.call?.args ?? [])
      const arms = group.flatMap(j => { const when = decisions(reading.conditions(all[j]!.node, all[j]!.env), material); return ends[j]!.credentials.level.arms.map(arm => ({ ...arm, when: [...when, ...arm.when] })) })
      return { ...end, credentials: withLevel(end.credentials, new Fact(arms)) }
    })
  }

  function read(opens: (of: Occurrence<'listeners'>) => Openness) {
    const made = reading.all('calls').flatMap(one => { const item = call(one); return item ? [{ one, item }] : [] })
    const calls = asOne(made.map(({ one }) => one as Occurrence), made.map(({ item }) => item.level)).map((level, i) => ({ ...made[i]!.item, level }))
    const channelling = reading.all('channels'), listening = reading.all('listeners')
    const channels = withAlternatives(channelling as Occurrence[], withLevels(channelling as Occurrence[], channelling.map(carrying)))
    const listeners = compared(withAlternatives(listening as Occurrence[], withLevels(listening as Occurrence[], listening.map(one => listener(one, opens)))), (i, j) => exclude(listening[i] as Occurrence, listening[j] as Occurrence))
    // credentials that no channel of this file takes are handed to somebody else
    const taken = new Set<object>([...channels, ...listeners].flatMap(one => one.credentials.level.arms.map(arm => arm.at.node)))
    for (const { row, match } of [...reading.all('channels'), ...reading.all('listeners')]) if (row.credentials) for (const { value } of facts.find(row.credentials, match)) if (value) taken.add(value.node)
    const loose = reading.all('credentials').filter(one => !taken.has(one.node) && handedOut(one.node) && !evaluator.conditions(one.node, one.env).some(({ test, is }) => truth(test) === !is))
    return {
      channels, listeners, calls, credentials: together(loose),
      limits: reading.all('limits').filter(({ row, match }) => !isToldElsewhere(row, match, facts, dictionary, module)).map(limit),
      admins: addedAdmins().map(one => admin(one, listeners)),
      identities: claimants.read(),
      switches: reading.all('switches').flatMap(switches),
      checks: reading.all('checks').map((one): Check => ({ kind: 'check', ...subject(one as Occurrence), heeded: isHeeded(one.node, module) ? 'yes' : 'no', missed: one.row.answers && missedAnswer(one.node, one.row.answers, module) })),
      impersonations: impersonations(),
    }
  }

  return { guards, subject, ignored, read }
}

/** Variables that hold one another. */
const CONSTANTS = 3

/** Milliseconds that are too few for a point in time. */
function isSpan(value: Value): boolean {
  const known = literal(value)?.value
  return typeof known === 'number' && known > 0 && known < 1e11
}

/** Something added to the time that it is now. */
function isPoint(value: Value): boolean {
  if (value.kind === 'operation') return value.op === '+' && value.parts.some(isPoint)
  return value.kind === 'call' && value.of.kind === 'member' && value.of.name === 'now' && value.of.of.kind === 'root' && value.of.of.of === 'global' && value.of.of.name === 'Date'
}

/** Whether a listener protects its calls, and asks nobody for a certificate. */
export function provesNobody({ asks, requires, level, guarded }: Credentials): boolean {
  // by default, what is not asked for need not be refused
  const refusesNobody = requires.surely(required => !required) || (asks.surely(asked => !asked) && !requires.isWritten)
  return !guarded && !asks.surely(asked => asked) && asks.every(asked => !asked) !== 'unknown' && refusesNobody && level.never(below(levels, 'integrity')) === 'yes'
}

/** The known name that a misspelt one is nearest to, if it is near at all. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const scored = known.map(one => ({ one, far: distance(name, one) })).sort((a, b) => a.far - b.far)[0]
  return scored && scored.far <= Math.max(2, name.length / 6) ? scored.one : undefined
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

