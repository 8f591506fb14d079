/** How tokens are proven: by which key and algorithms, and whether old ones pass. */
import { functionAround, isFunction, runsPast } from '../analysis/conditions.js'
import { keyOf } from '../analysis/exclude.js'
import { nodesBelow } from '../analysis/tree.js'
import { contains, literal, type Condition, type Env, type Node, type Value } from '../analysis/value.js'
import { Fact, type Answer, type Arm } from '../model/fact.js'
import type { Token } from '../model/program.js'
import { toAddress } from './address.js'
import { circumstances } from './circumstance.js'
import { createDecoded, type Believed } from './decoded.js'
import { createEdits } from './edits.js'
import type { Ends } from './ends.js'
import type { TokenRow } from '../frameworks/describe.js'
import { reasonOf, type Found } from './facts.js'
import { nameOf } from './name.js'
import type { Occurrence, Reading } from './reading.js'

/** The claim that says how long a token is good (RFC 7519, section 4.1.4). */
const EXPIRY = 'exp'
/** Those that say by whom it was made, and for whom (sections 4.1.1 and 4.1.3). */
const MEANT = ['iss', 'aud']
/** The algorithm of those that are not signed (RFC 7518, section 3.6). */
const UNSIGNED = 'none'
/** Functions of the program that hand claims on. */
const HANDED = 3

export function readTokens(reading: Reading, ends: Ends, open: ReadonlySet<object>): Token[] {
  const { facts, evaluator, module, settings, isLinted } = reading
  const edits = createEdits(reading)

  function token(occurrence: Occurrence<'tokens'>): Token {
    const { row, match, framework, node, env } = occurrence
    const base = ends.subject(occurrence as Occurrence), algorithms = facts.fact<string>(row.algorithms, match)
    // where it is the only one, nobody says what is to take its place
    const unsigned = algorithms.arms.length > 1 ? algorithms.which(name => name === UNSIGNED)[0]?.at.node as Node | undefined : undefined
    const expires = facts.fact<boolean>(row.expires, match)
    return {
      kind: 'token', believed: false, ...base, edit: of => of === 'algorithms' ? unsigned && edits.of(framework, row.remedy?.[of] ?? of, match, unsigned) : base.edit(of), algorithms, key: key(occurrence),
      expires: expires.some(is => !is) === 'yes' && provesHere(row) && agesByHand(node, env) ? Fact.unknown('the code is too dynamic', expires.at) : expires,
      carried: facts.fact<boolean>(row.carried, match), meant: meant(occurrence),
      keys: new Fact(row.keys ? facts.find(row.keys, match).map(address) : [{ state: 'absent', at: facts.near(match), when: [] }]), clear: facts.fact<boolean>(row.clear, match),
      ignored: ends.ignored(row, match),
    }
  }

  const address = ({ value, at, when }: Found): Token['keys']['arms'][number] => value
    ? { state: 'known', value: toAddress(value, settings.localHosts), at: facts.place(undefined, at), when: circumstances(when) }
    : { state: 'absent', at: facts.place(undefined, at), when: [] }

  /** Texts of the program that serve as keys; what only proves and cannot sign is meant to be read. */
  function key({ row, match }: Occurrence<'tokens'>): Fact<string> {
    const all = row.key ? facts.find(row.key, match) : []
    const arms = all.map((found): Arm<string> => {
      const { value, at } = found, when = circumstances(found.when).map((one, i) => isInPlace(found.when[i]!, all) ? { kind: 'missing' as const, subject: nameOf(found.when[i]!.test) } : one)
      const text = value && literal(value)?.value
      const place = facts.place(undefined, value && isLinted(value.node) && value.node.type !== 'Program' ? value.node : at)
      if (typeof text !== 'string') return { state: found.absent ? 'absent' : 'unknown', reason: found.reason ?? (value ? reasonOf(value) : 'the code is too dynamic'), at: place, when }
      const isPublic = /^\s*-----BEGIN (?!.*PRIVATE)/.test(text)
      return text === '' || isPublic || isRefused(value!, found) ? { state: 'unknown', reason: 'the code is too dynamic', at: place, when } : { state: 'known', value: text, at: place, when }
    })
    return new Fact(arms.length > 0 ? arms : [{ state: 'absent', at: facts.near(match), when: [] }])
  }

  /** Whether one of several holds because another one is not there: `read() || 'text'`. */
  const isInPlace = ({ test, is }: Condition, all: readonly Found[]): boolean => !is && all.some(({ value }) => value === test)

  /** Whether a program that stands in with a text for a key stops where that would count: it asks for the one, or for the other, and goes no further. */
  function isRefused(text: Value, { when }: Found): boolean {
    const asked = new Set(when.flatMap(({ test }) => keyOf(test) ?? []))
    const isAsked = (part: Value): boolean => literal(part)?.value === literal(text)?.value || asked.has(keyOf(part) ?? '')
    const { module: of } = text.env, env = evaluator.root(of)
    return nodesBelow(of.ast, 'IfStatement').some(node => !runsPast(node.consequent) && contains(evaluator.evaluate(node.test, env), isAsked))
  }

  /** Whether it is said what claims are compared with: settings that hold for other calls say only how tokens are proven. */
  const provesHere = ({ token, audience, issuer }: TokenRow): boolean => (token ?? audience ?? issuer) !== undefined

  /** The outermost function around a node, or the file; of what a class is built on, that class. */
  function wholeOf(node: Node): Node {
    let whole: Node = module.ast
    if (node.type === 'CallExpression' && node.callee.type === 'Super') for (let up = node.parent as Node | undefined; up; up = up.parent) if (up.type === 'ClassDeclaration' || up.type === 'ClassExpression') return up
    for (let at = functionAround(node); isFunction(at); at = functionAround(at)) whole = at
    return whole
  }

  /** Whether code around a node, or a function of the program that it hands something to, asks for one of these claims by itself. */
  function asksFor(node: Node, env: Env, ...claims: string[]): boolean {
    const seen = new Set<Node>()
    const asks = (whole: Node, inside: Env, depth: number): boolean => {
      if (seen.has(whole)) return false
      seen.add(whole)
      return nodesBelow(whole, 'MemberExpression', 'Property').some(one => claims.includes(nameIn(one.type === 'Property' ? one.key : one.property) ?? '') && !isOption(one))
        || (depth < HANDED && whole.type !== 'Program' && reading.callsIn(whole).some(call => {
          const callee = call.arguments.length > 0 && reading.sightOf(inside.module).own(call) ? evaluator.evaluate(call.callee, inside) : undefined
          return callee?.kind === 'function' && asks(callee.fn, reading.inside(callee), depth + 1)
        }))
    }
    return asks(wholeOf(node), env, 0)
  }
  /** Whether a property is one that a call is given. */
  const isOption = ({ type, parent }: Node): boolean => type === 'Property' && parent?.type === 'ObjectExpression'

  /** Whether code looks at the age of the token by itself, or makes a new one of it, or has tried to verify it before. */
  function agesByHand(node: Node, env: Env): boolean {
    const whole = wholeOf(node)
    for (let at: Node | undefined = node; at && at !== whole; at = at.parent) if (at.type === 'CatchClause') return true
    return asksFor(node, env, EXPIRY) || reading.callsIn(whole).some(call => reading.vouches('signs', evaluator.evaluate(call, env)))
  }

  function meant({ row, match, node, env }: Occurrence<'tokens'>): Answer {
    const asked = provesHere(row) && [row.audience, row.issuer].flatMap(ref => ref ? [facts.fact<boolean>(ref, match)] : [])
    if (!asked || asked.length === 0) return 'unknown'
    return asked.some(one => one.surely(is => is)) ? 'yes' : asked.every(one => one.surely(is => !is)) && !asksFor(node, env, ...MEANT) ? 'no' : 'unknown'
  }

  /** Of what is not proven, nothing can be said of how it is. */
  function believed({ call, framework, via }: Believed): Token {
    const shown = via ?? reading.shown(call.node, call.env), at = facts.place(undefined, shown)
    return {
      kind: 'token', believed: true, at, trail: reading.trail(call.node, call.env), what: nameOf(call), library: [framework.module].flat()[0]!, when: reading.when(call.node, call.env),
      remedy: of => framework.remedies?.[of], edit: () => undefined, meant: 'unknown',
      algorithms: Fact.absent(at), key: Fact.absent(at), expires: Fact.absent(at), carried: Fact.absent(at), keys: Fact.absent(at), clear: Fact.absent(at), ignored: [],
    }
  }

  return [...reading.all('tokens').map(token), ...createDecoded(reading)(open).map(believed)]
}

const nameIn = (key: Node): string | undefined => key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined
