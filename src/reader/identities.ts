/** Who a caller is said to be: by what it wrote itself, or by default. */
import { functionAround, functionsBelow } from '../analysis/conditions.js'
import { mannerOf } from '../analysis/manner.js'
import { nodesBelow } from '../analysis/tree.js'
import { bare, contains, literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Ref } from '../frameworks/describe.js'
import type { Place } from '../model/fact.js'
import type { Identity } from '../model/program.js'
import { pathFrom, sourcesOf, type Source } from './peer.js'
import { declaredWords } from './contexts.js'
import type { Reading } from './reading.js'

export interface Claimants {
  /** The caller's own credentials inside an expression that hands them on: as written, and what put them there. */
  handedOn(value: Value, use: Node, env: Env): { text: string; at: Node | undefined } | undefined
  read(): Identity[]
}

/** Words of an entry that say who somebody is, alone or before `id`, `name` or `email`; those that say for whom somebody acts. */
const WHO = new Set(['user', 'users', 'userid', 'username', 'uid', 'role', 'roles', 'admin', 'partner', 'partnerid', 'principal', 'identity', 'customer', 'customerid', 'employee', 'employeeid', 'actor'])
const FOR_WHOM = new Set(['tenant', 'tenantid', 'org', 'orgid', 'organization', 'organisation', 'account', 'accountid'])
const NOBODY = /^(?:anon|anonymous|guest|nobody)$/i
const CREDENTIALS = /^(?:authorization|cookie|x-api-key)$/i

export function createClaimants(reading: Reading): Claimants {
  const { evaluator, facts, matcher, module, dictionary, isLinted, handlers, entries, all: occurrences } = reading
  interface Listening { readonly sources: readonly Source[]; /** what it returns is taken for the caller's identity */ readonly makes: boolean }
  let known: Map<FunctionNode, Listening> | undefined

  /** Functions that see what a caller says of itself, each with where that stands. */
  function all(): ReadonlyMap<FunctionNode, Listening> {
    if (known) return known
    known = new Map()
    const add = (value: Value | undefined, claims: readonly Ref[] | undefined, makes = true) => {
      if (value?.kind === 'function' && claims && claims.length > 0) known!.set(value.fn, { sources: sourcesOf(value.fn, claims), makes })
    }
    for (const { value, occurrence } of handlers()) add(value, occurrence.row.claims, false)
    for (const one of occurrences('contexts')) for (const { value } of facts.find(one.row.makes, one.match)) add(value && matcher.unwrapped(value), one.row.claims)
    if (dictionary.contextTypes.test(module.text)) {
      for (const fn of functionsBelow(module.ast)) {
        const env = evaluator.root(module), words = declaredWords(reading, { fn, env })
        if (words) add({ kind: 'function', node: fn, env, fn }, words.claims)
      }
    }
    return known
  }

  /** A claim that a value is, rewritten or not: the entry's name. */
  function claimIn(value: Value, sources: readonly Source[], depth = 0): string | undefined {
    if (depth > 12) return undefined
    const inner = (part: Value | undefined) => part && claimIn(part, sources, depth + 1)
    const named = (name: string | undefined) => name !== undefined && wordOf(name) ? name : undefined
    for (const source of sources) {
      const path = pathFrom(value, source)
      if (path && path.length > 0) return named(path[0])
      if (value.kind === 'call' && value.of.kind === 'member' && (value.of.name === 'get' || value.of.name === 'header') && pathFrom(value.of.of, source)?.length === 0) return named(String(literal(value.args[0])?.value ?? ''))
    }
    switch (value.kind) {
      case 'member': return inner(value.of)
      case 'choice': return value.of.map(arm => inner(arm.value)).find(Boolean)
      case 'operation': return value.op === '??' || value.op === '||' || value.op === 'template' ? value.parts.map(inner).find(Boolean) : undefined
      case 'call': {
        const name = value.of.kind === 'member' ? value.of.name : value.of.kind === 'root' && value.of.of === 'global' ? value.of.name : undefined
        if (value.of.kind === 'root' && (name === 'String' || name === 'Number')) return inner(value.args[0])
        if (value.of.kind === 'member' && name === 'parse' && value.of.of.kind === 'root' && value.of.of.of === 'global') return inner(value.args[0])
        return value.of.kind === 'member' && ['toString', 'trim', 'toLowerCase', 'at', 'split'].includes(name ?? '') ? inner(value.of.of) : undefined
      }
      default: return undefined
    }
  }

  /** Whether whoever gets here has shown who it is: something else of the call was asked before. */
  function proven(node: Node, env: Env, fn: FunctionNode, sources: readonly Source[]): boolean {
    return evaluator.conditions(node, env, fn).some(({ test }) => contains(test, part => {
      const at = sources.find(({ index }) => pathFrom(part, { fn, index, path: [] }) !== undefined)
      return at !== undefined && part.kind === 'member' && !sources.some(source => pathFrom(part, source) !== undefined || source.path[0] === part.name)
    }))
  }

  /** Whether a function looks at something that proves who its caller is: a token, or all that came with the call. */
  const verifies = (fn: FunctionNode, env: Env, sources: readonly Source[]): boolean => reading.callsIn(fn.body).some(call => call.arguments.some(arg => contains(evaluator.evaluate(arg, env), part => sources.some(source => {
    const path = pathFrom(part, source)
    if (path) return path.length === 0 || CREDENTIALS.test(path[0]!)
    return part.kind === 'call' && part.of.kind === 'member' && pathFrom(part.of.of, source)?.length === 0 && CREDENTIALS.test(String(literal(part.args[0])?.value))
  }))))

  /** What somebody is called in an object that stands for nobody in particular. */
  function nobodyIn(value: Value): string | undefined {
    if (value.kind !== 'object') return undefined
    for (const entry of value.entries.values()) { const text = literal(entry)?.value; if (typeof text === 'string' && NOBODY.test(text)) return text }
    return undefined
  }

  function read(): Identity[] {
    return [...[...all()].flatMap(([fn, listening]) => isLinted(fn) ? identitiesIn(fn, listening) : []), ...byDefault()]
  }

  /** Whom a library is told to take everybody for. */
  function byDefault(): Identity[] {
    return occurrences('nobodies').flatMap(({ row, match }) => facts.find(row.identity, match).flatMap(({ value, at }): Identity[] => {
      const name = value && nobodyIn(value), place = facts.place(undefined, at)
      return name === undefined ? [] : [{ kind: 'identity', at: place, trail: [place], library: '', when: [], remedy: () => undefined, edit: () => undefined, from: 'default', entry: undefined, what: name }]
    }))
  }

  function identitiesIn(fn: FunctionNode, { sources, makes }: Listening): Identity[] {
    const own: FunctionValue = { kind: 'function', node: fn, env: evaluator.root(module), fn }
    const env = reading.inside(own)
    const found = new Map<Node, Identity>()
    const add = (at: Place, more: Pick<Identity, 'from' | 'entry' | 'what'>) => {
      const node = at.node as Node
      if (!found.has(node)) found.set(node, { kind: 'identity', at, trail: [at], library: '', when: [], remedy: () => undefined, edit: () => undefined, ...more })
    }
    const ofCaller = (value: Value) => contains(value, part => 'fn' in part && part.fn === fn && part.kind === 'root')

    /** A claim that decides something: it is compared, looked up, or made the identity of the call. */
    function decides(node: Node): void {
      const value = evaluator.evaluate(node, env), entry = claimIn(value, sources)
      if (entry === undefined || proven(node, env, fn, sources) || (FOR_WHOM.has(wordOf(entry)!) && verifies(fn, env, sources))) return
      const at = writtenAt(node)
      add(facts.place(undefined, at), { from: 'claim', entry, what: nameOf(at) })
    }

    for (const node of nodesBelow(fn.body, 'BinaryExpression', 'SwitchStatement', 'CallExpression', 'ReturnStatement', 'LogicalExpression')) {
      if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator)) compared(node.left as Node, node.right)
      else if (node.type === 'SwitchStatement') decides(node.discriminant)
      else if (node.type === 'CallExpression') called(node)
      else if (node.type === 'ReturnStatement' && node.argument && makes && functionAround(node) === fn) members(node.argument)
      else if (node.type === 'LogicalExpression' && node.operator !== '&&') {
        const name = nobodyIn(evaluator.evaluate(node.right, env))
        if (name !== undefined && ofCaller(evaluator.evaluate(node.left, env))) add(facts.place(undefined, node), { from: 'default', entry: undefined, what: name })
      }
    }
    if (fn.body.type !== 'BlockStatement' && makes) members(fn.body)
    return [...found.values()]

    function compared(left: Node, right: Node): void {
      for (const [side, other] of [[left, right], [right, left]] as const) {
        const against = evaluator.evaluate(other, env), known = literal(against)
        // compared with what the caller proved, it is no more than that
        if (known ? Boolean(known.value) : !ofCaller(against)) decides(side)
      }
    }

    /** `ADMINS.has(user)`; `await orders.find({ where: { owner: user } })`. */
    function called(call: Extract<Node, { type: 'CallExpression' }>): void {
      const method = call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' ? call.callee.property.name : ''
      if ((method === 'has' || method === 'includes') && call.arguments[0]) decides(call.arguments[0])
      const waited = call.parent.type === 'AwaitExpression' || call.parent.type === 'ReturnStatement'
      if (waited && mannerOf(call, evaluator.evaluate(call.callee, env)) !== 'tells') for (const arg of call.arguments) members(arg)
    }

    function members(node: Node): void {
      const at = bare(node)
      if (at.type !== 'ObjectExpression') return
      for (const part of at.properties) {
        if (part.type !== 'Property') continue
        if (bare(part.value as Node).type === 'ObjectExpression') members(part.value as Node)
        else decides(part.value as Node)
      }
    }
  }

  /** Where what a name stands for was written. */
  function writtenAt(node: Node): Node {
    const at = bare(node), def = at.type === 'Identifier' ? module.variableOf(at)?.defs[0] : undefined
    return def?.node.type === 'VariableDeclarator' && def.node.init ? def.node.init : node
  }

  /** What a place is called in the code: the variable or entry that it makes. */
  function nameOf(node: Node): string {
    let at = node
    while (at.parent && (at.parent.type === 'TSAsExpression' || at.parent.type === 'ChainExpression' || at.parent.type === 'AwaitExpression')) at = at.parent
    const made = at.parent?.type === 'VariableDeclarator' ? at.parent.id : at.parent?.type === 'Property' ? at.parent.key : undefined
    const name = made?.type === 'ArrayPattern' ? made.elements[0] : made
    return textOf(name?.type === 'Identifier' ? name : node)
  }

  function handedOn(value: Value, use: Node, env: Env): { text: string; at: Node | undefined } | undefined {
    const sources = [...all().values()].flatMap(one => one.sources).filter(source => source.path.length > 0)
    const whole = (one: Value): boolean => {
      let at = one
      while (at.kind === 'call' && at.of.kind === 'member' && (at.of.name === 'clone' || at.of.name === 'getMap') && at.args.length === 0) at = at.of.of
      return sources.some(source => pathFrom(at, source)?.length === 0)
    }
    const credential = (name: string, one: Value): boolean => CREDENTIALS.test(name) && contains(one, part => sources.some(source => (part.kind === 'call'
      ? part.of.kind === 'member' && part.of.name === 'get' && pathFrom(part.of.of, source)?.length === 0 && literal(part.args[0])?.value
      : pathFrom(part, source)?.[0])?.toString().toLowerCase() === name.toLowerCase()))
    if (sources.length === 0) return undefined
    const { named, wholes, removed } = entries.of(value, use, env)
    if (whole(value) && removed.size === 0) return { text: textOf(value.node), at: undefined }
    const written = value.node
    if (value.kind === 'object' && written.type === 'ObjectExpression') for (const part of written.properties) if (part.type === 'SpreadElement' && whole(evaluator.evaluate(part.argument, value.env))) return { text: textOf(part.argument), at: undefined }
    for (const one of removed.size === 0 ? wholes : []) if (whole(one.value)) return { text: textOf(one.value.node), at: one.at }
    for (const one of named) if (credential(one.name, one.value)) return { text: textOf(one.value.node), at: value.kind === 'object' ? undefined : one.at }
    return undefined
  }

  const textOf = (node: Node): string => module.text.slice(node.range[0], node.range[1]).slice(0, 40)

  return { handedOn, read }
}

/** The word of an entry that says who somebody is: `user` of `x-user-id`; none for `x-user-agent`. */
function wordOf(entry: string): string | undefined {
  const words = entry.split(/[-_.]|(?<=[a-z])(?=[A-Z])/).map(word => word.toLowerCase())
  const isWord = (word: string | undefined) => word !== undefined && (WHO.has(word) || FOR_WHOM.has(word))
  const last = words.at(-1), before = words.at(-2)
  if (isWord(last)) return last
  return (last === 'id' || last === 'name' || last === 'email') && isWord(before) ? before : undefined
}
