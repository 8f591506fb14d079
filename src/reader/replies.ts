/** What a program tells its callers of its own inside: stacks, and what some library said of its trouble. */
import { functionAround } from '../analysis/conditions.js'
import { mannerOf } from '../analysis/manner.js'
import { isWithin, nodesBelow } from '../analysis/tree.js'
import { bare, contains, literal, type Condition, type FunctionNode, type FunctionValue, type Node, type Value } from '../analysis/value.js'
import type { Framework, Given, Ref, ReplyWords } from '../frameworks/describe.js'
import type { Leak, Reply } from '../model/program.js'
import { circumstances } from './circumstance.js'
import type { Ends } from './ends.js'
import type { Match } from './match.js'
import { ownParameters, pathFrom, sourcesOf, type Source } from './peer.js'
import type { Occurrence, Reading } from './reading.js'

export interface Replies { read(): Reply[] }

interface Detail { kind: Leak['detail']; value: Value; when: Condition[]; /** what goes to the caller, which holds it */ told?: Node }

export function createReplies(reading: Reading, ends: Ends): Replies {
  const { facts, evaluator, module } = reading

  function read(): Reply[] {
    const found: Reply[] = []
    for (const occurrence of reading.all('replies')) {
      const { row, match, node, env } = occurrence
      const always = ([['always', row.stack], ['says', row.says]] as const).flatMap(([detail, ref]) => ref ? facts.find(ref, match).filter(({ value }) => value && literal(value)?.value === true).map(({ at }): Leak => ({ at: facts.place(undefined, at), detail, data: '' })) : [])
      found.push(reply(occurrence as Occurrence, node, [
        ...leaks(told(row, match, evaluator.conditions(node, env)), node),
        ...always,
      ]))
    }
    for (const { occurrence, value, at } of reading.handlers()) {
      const { row, framework } = occurrence
      if (row.replies && value?.kind === 'function') found.push(reply(occurrence as Occurrence, at, leaks('returned' in row.replies ? returned(value) : [row.replies].flat().flatMap(words => answered(value, words, framework)), at)))
    }
    return found
  }

  const reply = (occurrence: Occurrence, at: Node, found: readonly Leak[]): Reply => ({ ...ends.subject(occurrence), kind: 'reply', at: facts.place(undefined, at), leaks: found })

  function leaks(all: readonly Detail[], near: Node): Leak[] {
    const places = all.map(({ kind, value, told = near }) => {
      const node = reading.isLinted(value.node) && isWithin(value.node, told) ? value.node : told
      return { kind, node, whole: choiceAround(node, told) ?? node }
    })
    const found = new Map<Node, Leak>()
    for (const { kind, node, whole } of places) {
      // what leaks whichever way a choice goes is one thing
      const at = facts.place(undefined, places.some(one => one.whole === whole && one.node !== node) ? whole : node)
      if (!found.has(whole)) found.set(whole, { at, detail: kind, data: module.text.slice(...at.range).replaceAll('`', '').replaceAll(/\s+/g, ' ').slice(0, 60) })
    }
    return [...found.values()]
  }

  /** The choice of which this is one outcome. */
  function choiceAround(node: Node, outer: Node): Node | undefined {
    let found: Node | undefined
    for (let at = node; at !== outer && at.parent && !/Property|Element|Statement|Declarator|Function/.test(at.type); at = at.parent) if (at.parent.type === 'ConditionalExpression' && at !== at.parent.test) found = at.parent
    return found
  }

  /** What stands where a description says that callers are told. */
  function told({ tells, made, error, internal }: ReplyWords, match: Match, when: Condition[]): Detail[] {
    const within = [tells ?? []].flat().flatMap(ref => facts.find(ref, match)).flatMap(one => one.value ? details(one.value, [...when, ...one.when], []).map(found => ({ ...found, told: one.at })) : [])
    const formed = made ? facts.find(made, match).flatMap(({ value, at }) => value?.kind === 'function' ? details(evaluator.call(value, ownParameters(value), value.fn, value.env), [], sourcesOf(value.fn, error ?? [])).map(found => ({ ...found, told: at })) : []) : []
    return [...within.filter(one => counts(one, internal, match)), ...formed.filter(one => one.kind !== 'message' && counts(one, undefined, match))]
  }

  /** A message is an internal one where the answer says that something failed inside. */
  function counts({ kind, when }: Detail, internal: Given | undefined, match: Match): boolean {
    if (when.some(excuses)) return false
    return kind === 'stack' || (kind === 'cause' ? !when.some(narrows) : internal !== undefined && facts.holds(internal, match) && !when.some(narrows))
  }

  /** Stacks in what a handler returns. */
  function returned(handler: FunctionValue): Detail[] {
    const env = reading.inside(handler), found: Detail[] = []
    const ended = (node: Node) => { found.push(...details(evaluator.evaluate(node, env), evaluator.conditions(node, env), []).map(one => reading.isLinted(node) ? { ...one, told: node } : one)) }
    if (handler.fn.body.type !== 'BlockStatement') ended(handler.fn.body)
    else for (const { argument } of nodesBelow(handler.fn.body, 'ReturnStatement')) if (argument && functionAround(argument) === handler.fn) ended(argument)
    return found.filter(({ kind, when }) => kind === 'stack' && !when.some(excuses))
  }

  /** What a handler gives the function that answers its caller. */
  function answered(handler: FunctionValue, words: { by: Ref } & ReplyWords, framework: Framework): Detail[] {
    const env = reading.inside(handler), sources = sourcesOf(handler.fn, [words.by])
    return reading.callsIn(handler.fn.body).flatMap(call => {
      const callee = evaluator.evaluate(call.callee, env)
      if (!sources.some(source => pathFrom(callee, source)?.length === 0)) return []
      const value = evaluator.evaluate(call, env)
      return value.kind === 'call' ? told(words, { framework, value, call: value, star: undefined }, evaluator.conditions(call, env)) : []
    })
  }

  // ── details ──────────────────────────────────────────────────────────────────────────────────────────────────────
  /** What of an error is in a value, with the conditions under which it is. */
  function details(value: Value, when: Condition[], errors: readonly Source[], depth = 0): Detail[] {
    if (depth > 16) return []
    const inner = (parts: readonly Value[]) => parts.flatMap(part => details(part, when, errors, depth + 1))
    switch (value.kind) {
      case 'member': {
        if (!isError(value.of, errors)) return inner([value.of])
        if (value.name === 'stack') return [{ kind: 'stack', value, when }]
        if (value.name === 'message') return [{ kind: isCause(value.of) ? 'cause' : 'message', value, when }]
        return value.name === 'cause' ? [{ kind: 'cause', value, when }] : []
      }
      case 'object': return inner([...value.entries.values()])
      case 'array': return inner(value.items)
      case 'choice': return value.of.flatMap(arm => details(arm.value, [...when, ...arm.when], errors, depth + 1))
      case 'operation': return value.op === 'template' || value.op === '+' || value.op === '??' || value.op === '||' ? value.parts.flatMap(part => texted(part, when, errors, depth)) : []
      case 'call': {
        const { of } = value
        if (of.kind === 'root' && of.of === 'global' && of.name === 'String') return value.args.slice(0, 1).flatMap(part => texted(part, when, errors, depth))
        if (of.kind !== 'member') return []
        if (of.name === 'stringify' || of.name === 'inspect') return inner(value.args.slice(0, 1))
        return TEXTS.has(of.name ?? '') ? texted(of.of, when, errors, depth) : []
      }
      default: return []
    }
  }

  /** An error written as a text is its message. */
  function texted(value: Value, when: Condition[], errors: readonly Source[], depth: number): Detail[] {
    return isError(value, errors) ? [{ kind: isCause(value) ? 'cause' : 'message', value, when }] : details(value, when, errors, depth + 1)
  }

  const isCause = (value: Value): boolean => value.kind === 'member' && value.name === 'cause'

  /** Something that was caught, that a callback is told, or that the description says is the error. */
  function isError(value: Value, errors: readonly Source[]): boolean {
    if (errors.some(source => pathFrom(value, source)?.length === 0)) return true
    if (value.kind === 'choice') return value.of.some(arm => isError(arm.value, errors))
    if (isCause(value) && value.kind === 'member') return isError(value.of, errors)
    if (value.kind === 'root' && value.of === 'param') return (value.index === 0 && isTold(value.fn)) || reading.dictionary.failures.some(({ framework, name }) => reading.matcher.is(value, name, framework))
    return value.kind === 'unknown' && value.node.type === 'Identifier' && (value.env.module.variableOf(value.node)?.defs[0]?.type as string | undefined) === 'CatchClause'
  }

  /** Whether a function is handed over to be told of a failure: `.catch(f)`, `.then(g, f)`, `.on('error', f)`, `read(path, f)`. */
  function isTold(fn: FunctionNode): boolean {
    const call = fn.parent
    if (call.type !== 'CallExpression' || call.arguments.at(-1) !== fn) return false
    const callee = bare(call.callee), name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
    if (name === 'catch' || (name === 'then' && call.arguments.length === 2)) return true
    const [first] = call.arguments
    if (first?.type === 'Literal' && first.value === 'error') return true
    return fn.params.length === 2 && mannerOf(call, evaluator.evaluate(call.callee, evaluator.root(module))) !== 'quiet'
  }

  /** Whether somebody has to ask for it: a condition that is about neither the error nor the call. */
  function excuses(condition: Condition): boolean {
    if (circumstances([condition])[0]?.kind === 'development') return true
    return !contains(condition.test, part => isError(part, []) || (part.kind === 'root' && (part.of === 'param' || (part.of === 'typed' && part.fn !== undefined))))
  }

  /** Whether only errors of some kind get here, which may be meant for callers. */
  function narrows({ test, is }: Condition): boolean {
    if (test.kind === 'operation') {
      if (test.op === '!') return narrows({ test: test.parts[0]!, is: !is })
      if (test.op === 'instanceof') return is && !isPlainError(test.parts[1])
      return /^[=!]==?$|^in$/.test(test.op) && test.parts.some(part => isError(part, []) || (part.kind === 'member' && contains(part, one => isError(one, [])))) && !test.parts.some(part => literal(part) !== undefined && literal(part)!.value == null)
    }
    return test.kind === 'call' && test.args.some(arg => isError(arg, []))
  }

  const isPlainError = (value: Value | undefined): boolean => value?.kind === 'root' && value.of === 'global' && value.name === 'Error'

  return { read }
}


const TEXTS = new Set(['toString', 'trim', 'slice', 'substring', 'split', 'join', 'replace', 'replaceAll', 'concat', 'at'])
