/** Who a caller is taken for by a token that was only taken apart: everybody can write one. */
import { functionsBelow } from '../analysis/conditions.js'
import { mannerOf } from '../analysis/manner.js'
import { isWithin, nodesBelow } from '../analysis/tree.js'
import { bare, beginningOf, contains, literal, partsOf } from '../analysis/value.js'
import type { CallValue, Env, FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import type { DecodeRow, Framework, Ref } from '../frameworks/describe.js'
import { declaredWords } from './contexts.js'
import { named } from './dictionary.js'
import type { Found } from './facts.js'
import { pathFrom, sourcesOf, type Source } from './peer.js'
import type { CallLike, Occurrence, Reading } from './reading.js'

/** A token that is believed though nobody proved it: the call that takes it apart. */
export interface Believed { readonly call: CallValue; readonly framework: Framework; readonly row: DecodeRow; /** where the linted file names the function that does, if it stands in another one */ readonly via?: Node }

interface Decoded extends Believed { /** what it may be */ readonly tokens: readonly Value[] }
/** A function that sees callers: what approves them when it is called, and whether what it returns says who they are. */
interface Listening { readonly fn: FunctionValue; readonly via?: Node; readonly passes: readonly Source[]; /** `later`: others that are not seen may come before it, so that only what it hands on counts */ readonly as: 'context' | 'guard' | 'later' | 'procedure' }

/** Claims that say not who somebody is, but by whom, for whom and how long that is said (RFC 7519, section 4.1), and what a token holds besides claims. */
const BESIDES = new Set(['iss', 'aud', 'exp', 'nbf', 'iat', 'jti', 'header', 'signature'])
/** What cuts, joins and reads texts. */
const CUTS = new Set(['split', 'slice', 'substring', 'substr', 'replace', 'replaceAll', 'trim', 'match', 'exec', 'at', 'pop', 'shift', 'toString', 'get', 'getAll', 'header', 'concat', 'join', 'parse', 'find', 'map', 'filter', 'normalize', 'values'])
/** Parts of a value, and functions of the program, that are looked at for one question. */
const PARTS = 2000, FUNCTIONS = 16

export function createDecoded(reading: Reading): (open: ReadonlySet<object>) => Believed[] {
  const { evaluator, facts, matcher, module, dictionary, isLinted } = reading

  // ── tokens ───────────────────────────────────────────────────────────────────────────────────────────────────────
  function decodedBy(value: Value): Decoded | undefined {
    if (value.kind !== 'call') return undefined
    for (const { framework, pattern, row } of named(dictionary.decoders, value)) {
      const match = matcher.match(value, pattern, framework)
      const tokens = match ? facts.find(row.token, match).flatMap(({ value: given }) => (given && row.part ? wholeOf(given, row.part, framework) : given) ?? []) : []
      if (tokens.length > 0) return { call: value, tokens, framework, row }
    }
    return undefined
  }

  /** What a text was cut out of: `token` of `decode(token.split('.')[1])`. */
  function wholeOf(value: Value, { of, entry }: NonNullable<DecodeRow['part']>, framework: Framework): Value | undefined {
    let whole: Value | undefined
    contains(value, part => {
      if (part.kind !== 'member' || part.name !== entry || part.of.kind !== 'call' || part.of.of.kind !== 'member' || !matcher.match(part.of, of, framework)) return false
      whole = part.of.of.of
      return true
    })
    return whole
  }

  /** What of a caller's own writing a text is: cut and read, but not looked up by code that is not seen. */
  function writtenBy(value: Value, fn: FunctionValue, seen = new Set<Value>()): Source[] {
    if (isSeen(value, seen)) return []
    const inner = (parts: readonly Value[]) => parts.flatMap(part => writtenBy(part, fn, seen))
    const path: string[] = []
    let root = value
    for (; root.kind === 'member'; root = root.of) path.unshift(root.name ?? '*')
    if (root.kind === 'root' && (root.of === 'param' || root.of === 'typed') && root.fn && root.index !== undefined) return root.env.module === fn.env.module && isWithin(root.fn, fn.fn) ? [{ fn: root.fn, index: root.index, path }] : []
    switch (root.kind) {
      case 'choice': return inner(root.of.map(arm => arm.value))
      case 'operation': return inner(root.parts)
      case 'unknown': return inner(root.parts ?? [])
      case 'call': {
        const { of } = root
        if (of.kind === 'member' && CUTS.has(of.name ?? '')) return inner([of.of, ...root.args])
        return isOfLanguage(of) || isParser(of) ? inner(root.args) : []
      }
      default: return []
    }
  }

  // ── who somebody is ──────────────────────────────────────────────────────────────────────────────────────────────
  /** The tokens in a value that say who somebody is. */
  function whoIn(value: Value, seen = new Set<Value>()): Decoded[] {
    if (isSeen(value, seen)) return []
    const all = (parts: readonly Value[]) => parts.flatMap(part => whoIn(part, seen))
    switch (value.kind) {
      case 'member': {
        const names: string[] = []
        let at: Value = value
        for (; at.kind === 'member'; at = at.of) names.unshift(at.name ?? '*')
        return claimed(at, names, seen)
      }
      case 'call': { const decoded = decodedBy(value); return decoded ? [decoded] : looksUp(value) ? all(value.of.kind === 'member' ? [value.of.of, ...value.args] : value.args) : [] }
      case 'object': return all([...value.entries.values()])
      case 'array': return all(value.items)
      case 'choice': return all(value.of.map(arm => arm.value))
      case 'operation': return ['??', '||', 'template', '+'].includes(value.op) ? all(value.parts) : []
      case 'unknown': return all(value.parts ?? [])
      default: return []
    }
  }

  /** A claim, by its path from what the token was taken apart into. */
  function claimed(of: Value, names: readonly string[], seen: Set<Value>): Decoded[] {
    if (of.kind === 'choice') return of.of.flatMap(arm => claimed(arm.value, names, seen))
    const decoded = decodedBy(of)
    if (!decoded) return whoIn(of, seen)
    const claims = names[0] === decoded.row.under ? names.slice(1) : names
    return claims[0] !== undefined && BESIDES.has(claims[0]) ? [] : [decoded]
  }

  /** Whether what a call gives is what it was asked for: somebody is waiting, or it only reads. */
  function looksUp(value: CallValue): boolean {
    const { node } = value
    if (node.type !== 'CallExpression') return value.isNew
    return node.parent.type === 'AwaitExpression' || mannerOf(node, value.of) === 'quiet' || (value.of.kind === 'member' && CUTS.has(value.of.name ?? ''))
  }

  // ── what proves a token ──────────────────────────────────────────────────────────────────────────────────────────
  /** Whether code may prove a token: it calls what does, or code that is not seen is given the token. */
  function mayProve(below: Node, env: Env, sources: readonly Source[], decoded?: Node, entered = new Set<Node>()): boolean {
    return reading.callsIn(below).some(call => {
      if (isLost(call, below, decoded)) return false
      const value = evaluator.evaluate(call, env)
      if (value.kind === 'call' && value.node === call && reading.fits(value, 'tokens')?.row.token) return true
      const callee = evaluator.evaluate(call.callee, env), args = call.arguments.map(arg => evaluator.evaluate(arg, env))
      if (callee.kind === 'function') {
        if ((callee.env.module === env.module && isWithin(callee.fn, below)) || entered.has(callee.fn)) return false
        if (entered.size >= FUNCTIONS) return true
        const inside = evaluator.enter(callee, args, call, env)
        return inside !== undefined && mayProve(callee.fn.body, inside, sources, undefined, entered.add(callee.fn))
      }
      return args.some(arg => carries(arg, sources)) && !decodedBy(value) && !isHarmless(call, callee)
    })
  }

  /** Whether what a call throws comes to nothing: it is caught and at most told of, and what is decoded outside is believed all the same. */
  function isLost(call: Node, below: Node, decoded: Node | undefined): boolean {
    for (let at = call; at !== below && at.parent; at = at.parent) {
      const { parent } = at
      if (parent.type !== 'TryStatement' || parent.block !== at || !parent.handler || (decoded && isWithin(decoded, at))) continue
      if (decoded && parent.handler.body.body.every(isTelling)) return true
    }
    return false
  }

  const isTelling = (statement: Node): boolean => statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' && mannerOf(statement.expression, evaluator.evaluate(statement.expression.callee, evaluator.root(module))) === 'tells'

  /** Whether a token is in a value, or can be read out of it; what was taken apart is none any more. */
  function carries(value: Value, sources: readonly Source[], seen = new Set<Value>()): boolean {
    if (isSeen(value, seen) || decodedBy(value)) return false
    return sources.some(source => isOnWay(value, source)) || partsOf(value).some(part => carries(part, sources, seen))
  }

  function isOnWay(value: Value, { fn, index, path }: Source): boolean {
    const names = pathFrom(value, { fn, index, path: [] })
    return names !== undefined && names.every((name, i) => i >= path.length || name === path[i])
  }

  /** What the language does with a text, what only tells of it, and the function that goes on. */
  function isHarmless(call: CallLike, callee: Value): boolean {
    const root = beginningOf(callee)
    if (mannerOf(call, callee) === 'tells' || (callee.kind === 'root' && callee.of === 'param') || isParser(callee)) return true
    if (root.kind === 'root' && root.of === 'global') return isOfLanguage(callee)
    // `next` of `opts.next(…)`, and what is cut out of the token itself
    return (callee.kind === 'member' && root.kind === 'root' && root.of === 'param' && callee.of === root) || (callee.kind === 'member' && CUTS.has(callee.name ?? ''))
  }

  // ── functions that see callers ───────────────────────────────────────────────────────────────────────────────────
  function listening(open: ReadonlySet<object>): Listening[] {
    const found = new Map<FunctionNode, Listening>()
    const add = (value: Value | undefined, at: Node, as: Listening['as'], passes: Ref[] = []) => {
      const fn = value && matcher.unwrapped(value)
      if (fn?.kind === 'function' && !found.has(fn.fn)) found.set(fn.fn, { fn, as, passes: sourcesOf(fn.fn, passes), ...(!isLinted(fn.fn) && { via: at }) })
    }
    for (const { row, match } of reading.all('contexts')) for (const { value, at } of facts.find(row.makes, match)) add(value, at, 'context')
    if (dictionary.contextTypes.test(module.text)) {
      const env = evaluator.root(module)
      for (const fn of functionsBelow(module.ast)) if (declaredWords(reading, { fn, env })) add({ kind: 'function', node: fn, env, fn }, fn, 'context')
    }
    for (const one of reading.all('guards')) {
      const { pass } = one.row
      const beside = facts.find(one.row.guard, one.match)
      // one that stands beside it may have proven the token
      const alone = ({ value }: Found) => beside.every(({ value: other }) => other === value || (other !== undefined && (other.kind === 'function' ? !proves(other) : literal(other) !== undefined)))
      if (!isLate(one)) for (const found of beside.filter(alone)) add(found.value, found.at, typeof pass === 'object' && 'returns' in pass ? 'later' : 'guard', typeof pass === 'object' && 'calls' in pass ? [pass.calls] : [])
    }
    // what stands before a procedure may have proven the token
    if (dictionary.decoding.test(module.text)) for (const { value } of reading.handlers()) if (value?.kind === 'function' && open.has(value.fn)) add(value, value.fn, 'procedure')
    return [...found.values()]
  }

  /** Whether something that runs before a guard may have proven the token. */
  function isLate({ row, match, framework }: Occurrence<'guards'>): boolean {
    if (row.context) {
      const context = facts.one(row.context, match)
      if (context?.kind !== 'function' || proves(context)) return true
    }
    if (contains(match.call?.of ?? match.value, part => part.kind === 'function' && proves(part))) return true
    return row.order !== undefined && reading.all('guards').some(other => other.framework === framework && facts.find(other.row.guard, other.match).some(({ value }) => value?.kind === 'function' && proves(value)))
  }

  const proves = (fn: FunctionValue): boolean => mayProve(fn.fn.body, reading.inside(fn), [])

  // ── where it decides ─────────────────────────────────────────────────────────────────────────────────────────────
  function believedIn({ fn, via, as, passes }: Listening): Decoded[] {
    const env = reading.inside(fn), { body } = fn.fn
    const found: Decoded[] = []
    const decides = (node: Node): void => { for (const who of whoIn(evaluator.evaluate(node, env))) if (!found.some(({ call }) => call.node === who.call.node)) found.push(who) }
    const ofCaller = (node: Node) => { const [source] = writtenBy(evaluator.evaluate(node, env), fn); return source !== undefined }
    for (const node of nodesBelow(body, 'BinaryExpression', 'SwitchStatement', 'CallExpression', 'ReturnStatement', 'AssignmentExpression')) {
      if (node.type === 'BinaryExpression') { if (as !== 'later' && /^[!=]==?$/.test(node.operator)) compared(node.left as Node, node.right) }
      else if (node.type === 'SwitchStatement') { if (as !== 'later') decides(node.discriminant) }
      else if (node.type === 'ReturnStatement') { if (as === 'context' && node.argument) decides(node.argument) }
      else if (node.type === 'AssignmentExpression') { if (node.left.type === 'MemberExpression' && ofCaller(node.left.object)) decides(node.right) }
      else called(node)
    }
    if (as === 'context' && body.type !== 'BlockStatement') decides(body)
    const believed = found.filter(({ call, tokens }) => { const sources = tokens.flatMap(token => writtenBy(token, fn)); return sources.length > 0 && !mayProve(body, env, sources, call.node) })
    return via ? believed.map(one => ({ ...one, via })) : believed

    /** With a value that means something: that there is a claim at all says nothing. */
    function compared(left: Node, right: Node): void {
      for (const [side, other] of [[left, right], [right, left]] as const) {
        const known = literal(evaluator.evaluate(other, env))
        if (!known || known.value) decides(side)
      }
    }

    function called(call: Extract<Node, { type: 'CallExpression' }>): void {
      const callee = bare(call.callee), value = evaluator.evaluate(callee, env)
      const method = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
      const passing = passes.some(source => pathFrom(value, source)?.length === 0)
      const waited = call.parent.type === 'AwaitExpression' || call.parent.type === 'ReturnStatement'
      if (passing || (as !== 'later' && (method === 'has' || method === 'includes')) || (as === 'procedure' && waited && !decodedBy(evaluator.evaluate(call, env)) && mannerOf(call, value) === 'open')) for (const arg of call.arguments) decides(arg)
    }
  }

  return open => listening(open).flatMap(believedIn)
}

/** Whether a function belongs to the language, and asks nobody: `Object.fromEntries`, `new URLSearchParams(…).get`. */
function isOfLanguage(callee: Value): boolean {
  const root = beginningOf(callee)
  return root.kind === 'root' && root.of === 'global' && root.name !== 'crypto' && root.name !== 'fetch'
}

/** What takes a header apart: `parse(req.headers.cookie)`. */
const isParser = (callee: Value): boolean => callee.kind === 'root' && callee.of === 'import' && callee.name === 'parse'

/** Whether a part was looked at before, or too many were. */
function isSeen(value: Value, seen: Set<Value>): boolean {
  if (seen.has(value) || seen.size > PARTS) return true
  seen.add(value)
  return false
}

