/** Functions that decide whether a peer gets on, and values that only a peer vouches for. */
import { functionAround, isFunction } from '../analysis/conditions.js'
import { alternatives, cameFrom, contains, literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Approval, Framework, Packing, Ref } from '../frameworks/describe.js'
import { Fact, type Answer } from '../model/fact.js'
import type { Guard } from '../model/program.js'
import { createCrashes } from './crashes.js'
import type { Match } from './match.js'
import { nameOf } from './name.js'
import { ownParameters } from './peer.js'
import type { Occurrence, Reading } from './reading.js'

export interface Guards {
  /** The guard that a function given somewhere is; undefined when none is given. */
  function(ref: Ref, match: Match, approval: Approval, occurrence: Occurrence): Guard | undefined
  list(ref: Ref, match: Match, approval: Approval, evidence: readonly Ref[], occurrence: Occurrence): Fact<readonly Guard[]>
  /** Whether the code of every function given somewhere speaks of one of these names. */
  mentions(ref: Ref, match: Match, names: readonly string[]): Answer
  /** Whether a function calls a guard that is known to refuse. */
  asksTrusted(fn: FunctionValue): boolean
  /** Whether a value is what a peer answered when asked who it is. */
  askedOfPeer(value: Value, framework: Framework, use: Node): boolean
  /** Calls of a peer whose answers are in a value: what they return, or give to a function of theirs. */
  answersIn(value: Value, framework: Framework): Match[]
  /** Whether a check of the peer's name takes the name it expects out of what the peer shows. */
  namedByPeer(ref: Ref, match: Match): boolean
  /** Whether a node runs when a peer calls. */
  insideProcedure(node: Node, env: Env): boolean
  /** Whether a function is a method that its class, by its declared type, has for callers that wait. */
  isWaitedFor(fn: Node, env: Env): boolean
  /** The functions that peers invoke, with the rows that say so. */
  readonly handlers: ReadonlyMap<FunctionNode, Occurrence<'procedures'>>
}

export function createGuards(reading: Reading): Guards {
  const { facts, evaluator, matcher } = reading
  const crashes = createCrashes(reading)
  let known: Map<FunctionNode, Occurrence<'procedures'>> | undefined

  function handlers(): Map<FunctionNode, Occurrence<'procedures'>> {
    if (known) return known
    known = new Map()
    for (const { value, occurrence } of reading.handlers()) if (value?.kind === 'function') known.set(value.fn, occurrence)
    return known
  }

  function guard(value: FunctionValue | undefined, near: Node, approval: Approval, base: Omit<Guard, 'kind' | 'source' | 'gates' | 'looks' | 'refuses' | 'compares' | 'misplaced' | 'thrown'>, packed?: { row: Packing; match: Match }): Guard {
    const at = facts.place(value, near)
    const verdict = value ? approves(value, approval) : 'unknown'
    return {
      ...base, kind: 'guard', at, source: value ? 'program' : 'package',
      gates: verdict === 'unknown' ? Fact.unknown('the code is too dynamic', at) : Fact.known(verdict !== 'always', at),
      looks: true, refuses: verdict === 'sometimes', compares: [], misplaced: undefined,
      thrown: value && verdict !== 'always' ? thrownIn(value, approval, packed?.row) : [],
      ...(approval.threads && packed && { elsewhere: facts.fact<'ends' | 'unanswered'>(packed.row.elsewhere, packed.match) }),
    }
  }

  /** Where a guard throws, and whether that is a yes: native code sees a zero, unless the process ends first. */
  function thrownIn(fn: FunctionValue, approval: Approval, packed: Packing | undefined): Guard['thrown'] {
    if (!approval.thrown || (packed && !packed.thrown)) return []
    const passes = approval.thrown === 'passes' && packed?.thrown !== 'ends'
    return passes || packed?.thrown !== 'lost' ? crashes.thrownIn(fn).map(at => ({ at, passes })) : []
  }

  /** Whether every call of the function says yes, whatever it is given. */
  function approves(fn: FunctionValue, { pass, thrown, outs }: Approval): 'always' | 'sometimes' | 'unknown' {
    if (typeof pass !== 'object' || !('returns' in pass)) return 'unknown'
    if (pass.returns === 'truthy' && pass.sync && fn.fn.async) return 'always'
    const yes = (outs ? answers(fn) : alternatives(evaluator.call(fn, ownParameters(fn), fn.fn, fn.env)).map(({ value }) => value)).map(value => {
      const known = literal(value)
      if (!known) return value.kind === 'object' || (value.kind === 'call' && value.isNew) ? pass.returns === 'truthy' : undefined
      return pass.returns === 'truthy' ? Boolean(known.value) : pass.returns === 'zero' ? known.value === 0 : !known.value
    })
    if (yes.length > 0 && yes.every(one => one === true)) return thrown !== 'passes' && throws(fn) ? 'sometimes' : 'always'
    return yes.some(one => one === undefined) ? 'unknown' : 'sometimes'
  }

  /** Everything a function may return, whatever decides between them. */
  function answers(fn: FunctionValue): Value[] {
    const all: Value[] = []
    const env = evaluator.enter(fn, [], fn.fn, fn.env) ?? fn.env
    const leaf = (node: Node): void => {
      if (node.type === 'ConditionalExpression') { leaf(node.consequent); leaf(node.alternate) }
      else if (node.type === 'Literal' || node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'UnaryExpression') all.push(evaluator.evaluate(node, env))
      else all.push({ kind: 'unknown', node, env, reason: 'the code is too dynamic' })
    }
    const search = (node: Node): void => {
      if (node.type === 'ReturnStatement') { if (node.argument) leaf(node.argument); return }
      if (isFunction(node)) return
      for (const [field, child] of Object.entries(node)) if (field !== 'parent') for (const one of Array.isArray(child) ? child : [child]) if (one && typeof (one as Node).type === 'string') search(one as Node)
    }
    if (fn.fn.body.type === 'BlockStatement') search(fn.fn.body)
    else leaf(fn.fn.body)
    return all
  }

  function throws(fn: FunctionValue): boolean {
    const text = fn.env.module.text.slice(fn.fn.range[0], fn.fn.range[1])
    return reading.callsIn(fn.fn.body).some(call => !/^(?:console|log|logger)\./.test(fn.env.module.text.slice(call.callee.range[0], call.callee.range[1]))) || text.includes('throw')
  }

  function single(ref: Ref, match: Match, approval: Approval, occurrence: Occurrence): Guard | undefined {
    const given = facts.find(ref, match).filter(one => !one.absent)
    const found = given.map(one => one.value ? { ...one, value: matcher.unwrapped(one.value) } : one)
    const first = found[0]
    if (!first || (first.value && literal(first.value))) return undefined
    const sure = found.length === 1 && first.value && reading.vouches('trusted', first.value)
    const { framework } = occurrence, keys = occurrence.row.remedy ?? {}
    const base = { at: facts.near(match), trail: reading.trail(occurrence.node, occurrence.env), what: first.value ? nameOf(first.value) : '', library: ([] as string[]).concat(framework.module)[0]!, when: [], remedy: (of: string) => framework.remedies?.[keys[of] ?? of], edit: () => undefined }
    const made = guard(found.length === 1 && first.value?.kind === 'function' ? first.value : undefined, first.at, approval, base, found.length === 1 && given[0]!.value ? matcher.packing(given[0]!.value) : undefined)
    return sure ? { ...made, source: 'setting', gates: Fact.known(true, made.at), refuses: true } : made
  }

  function list(ref: Ref, match: Match, approval: Approval, _evidence: readonly Ref[], occurrence: Occurrence): Fact<readonly Guard[]> {
    const at = facts.near(match)
    const found = facts.find(ref, match)
    if (found.every(one => one.absent || (one.value && literal(one.value)))) return Fact.absent(at)
    if (found.some(one => !one.absent && !one.value)) return Fact.unknown(found.find(one => one.reason)?.reason ?? 'the code is too dynamic', at)
    const one = single(ref, match, approval, occurrence)
    return one ? Fact.known([one], at) : Fact.absent(at)
  }

  function mentions(ref: Ref, match: Match, names: readonly string[]): Answer {
    const found = facts.find(ref, match).map(one => one.value && matcher.unwrapped(one.value))
    if (found.length === 0 || found.some(value => value?.kind !== 'function')) return 'unknown'
    return found.every(value => value?.kind === 'function' && (asksTrusted(value) || new RegExp(`\\b(?:${names.join('|')})\\b`).test(value.env.module.text.slice(value.fn.range[0], value.fn.range[1])))) ? 'yes' : 'no'
  }

  function asksTrusted({ fn, env }: FunctionValue): boolean {
    return reading.vouching('trusted') && reading.callsIn(fn.body).some(call => reading.vouches('trusted', evaluator.evaluate(call, env)))
  }

  function askedOfPeer(value: Value, framework: Framework, use: Node): boolean {
    return Object.entries(framework.asksPeer ?? {}).some(([pattern, { out, callback }]) => {
      if (callback !== undefined) return false
      if (out === undefined) return contains(value, part => part.kind === 'call' && matcher.match(part, pattern, framework) !== undefined)
      return outOf(value, pattern, out, framework, use)
    })
  }

  function answersIn(value: Value, framework: Framework): Match[] {
    const found: Match[] = []
    for (const [pattern, { callback }] of Object.entries(framework.asksPeer ?? {})) {
      if (callback === undefined) continue
      contains(value, part => {
        const site = part.kind === 'root' && part.of === 'param' && part.index === callback ? part.fn.parent : undefined
        const call = part.kind === 'call' ? part : site?.type === 'CallExpression' ? evaluator.evaluate(site, evaluator.root(part.env.module)) : undefined
        const match = call && matcher.match(call, pattern, framework)
        if (match) found.push(match)
        return false
      })
    }
    return found
  }

  function namedByPeer(ref: Ref, match: Match): boolean {
    const found = facts.find(ref, match)
    return found.length > 0 && found.every(({ value }) => {
      if (value?.kind !== 'function') return false
      const answers = alternatives(evaluator.call(value, ownParameters(value), value.fn, value.env)).map(one => one.value).filter(one => !literal(one))
      return answers.length > 0 && answers.every(answer => reading.dictionary.frameworks.some(framework => Object.entries(framework.compares ?? {}).some(([pattern, row]) => {
        const call = matcher.match(answer, pattern, framework)
        const name = call && facts.one(row.name, call), proof = call && facts.one(row.proof, call)
        return name && proof?.kind === 'root' && proof.of === 'param' && contains(name, part => part.kind === 'root' && part.of === 'param' && part.fn === proof.fn && part.index === proof.index)
      })))
    })
  }

  /** Whether a value was read out of what a call filled in. */
  function outOf(value: Value, pattern: string, out: number, framework: Framework, use: Node): boolean {
    const holder = reading.holderOf(value) ?? contains(value, part => part.kind === 'array' || part.kind === 'call')
    if (!holder) return false
    return reading.callsIn(reading.module.ast).some(call => {
      const asked = evaluator.evaluate(call, evaluator.root(reading.module))
      if (asked.kind !== 'call') return false
      const name = matcher.calling(asked).of
      if (!matcher.match({ ...asked, of: name.kind === 'root' && name.of === 'import' ? { ...name, name: name.name.replace(/[AW]$/, '') } : name }, pattern, framework)) return false
      const target = asked.args[out]
      const filled = target && reading.holderOf(target)
      if (filled && filled === reading.holderOf(value)) return !compared(filled, value.node, use)
      return target !== undefined && target.kind !== 'literal' && contains(value, part => part === target || part.node === target.node)
    })
  }

  /** Whether what a call filled in is compared with something before it is used. */
  function compared(holder: Node, _read: Node, use: Node): boolean {
    const id = holder.parent?.type === 'VariableDeclarator' && holder.parent.id.type === 'Identifier' ? holder.parent.id.name : undefined
    if (!id) return false
    const text = reading.module.text.slice(functionAround(use).range[0], use.range[0])
    const read = `${id}\\s*\\[0\\]!?`
    return new RegExp(`\\.(?:has|includes|indexOf|get|test)\\(\\s*${read}|${read}\\s*[!=]==?\\s*(?!null|undefined)|(?<!null\\s*)[!=]==?\\s*${read}|${read}\\??\\.(?:startsWith|endsWith|match)|\\w+\\(\\s*${read}\\s*\\)`).test(text)
  }

  function insideProcedure(node: Node, env: Env): boolean {
    for (let at: Node = functionAround(node); isFunction(at); at = functionAround(at)) {
      if (handlers().has(at) || isWaitedFor(at, env)) return true
      if (isLeftAlone(at)) return false
    }
    for (let at: Env | undefined = env; at; at = at.parent) if (at.fn && handlers().has(at.fn)) return true
    const from = cameFrom(env)
    return from !== undefined && insideProcedure(from.node, from.env)
  }

  function isWaitedFor({ parent: holder }: Node, { module }: Env): boolean {
    if ((holder?.type !== 'MethodDefinition' && holder?.type !== 'PropertyDefinition') || holder.static || holder.key.type !== 'Identifier') return false
    const waited = reading.dictionary.waited.get(holder.key.name)
    return waited !== undefined && holder.parent.parent.implements.some(kind => {
      const type = evaluator.typed(kind, module.ast, evaluator.root(module))
      return type?.kind === 'root' && type.of === 'typed' && waited.some(({ framework, type: name }) => name === type.name && [framework.module, framework.family ?? []].flat().includes(type.module))
    })
  }

  /** Whether a function is handed to a call for which nobody waits: a job for later. */
  function isLeftAlone({ parent }: Node): boolean {
    if (parent?.type !== 'CallExpression') return false
    let at: Node = parent
    // what is called on what a call gives still belongs to it: `.then(f).catch(g)`
    while (at.parent?.type === 'ChainExpression' || at.parent?.type === 'MemberExpression' || (at.parent?.type === 'CallExpression' && at.parent.callee === at)) at = at.parent
    return at.parent?.type === 'ExpressionStatement' || (at.parent?.type === 'UnaryExpression' && at.parent.operator === 'void')
  }

  return { function: single, list, mentions, asksTrusted, askedOfPeer, answersIn, namedByPeer, insideProcedure, isWaitedFor, get handlers() { return handlers() } }
}
