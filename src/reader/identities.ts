/** Who a caller is said to be: by what it wrote itself, or by default. */
import { isFunction } from '../analysis/conditions.js'
import { walk } from '../analysis/tree.js'
import { contains, literal } from '../analysis/value.js'
import type { Env, FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Ref } from '../frameworks/describe.js'
import type { Identity } from '../model/program.js'
import { ownParameters, pathFrom, sourcesOf, type Source } from './peer.js'
import type { Reading } from './reading.js'

export interface Claimants {
  /** Functions that see what a caller says of itself, each with where that stands. */
  all(): ReadonlyMap<FunctionNode, readonly Source[]>
  /** The caller's own credentials inside an expression that hands them on: as written, and what put them there. */
  handedOn(value: Value, use: Node, env: Env): { text: string; at: Node | undefined } | undefined
  read(): Identity[]
}

/** Names that say who somebody is, and entries that a caller writes for it. */
const NAMES = /^(?:user|userid|username|uid|userrole|role|roles|isadmin|admin|tenant|tenantid|org|orgid|organizationid|account|accountid|partner|partnerid|customerid|principal|identity|actor|actorid|caller|callerid|employeeid)$/i
const ENTRIES = /user(?!-?agent)|role|tenant|account|partner|\borg|admin|uid|principal|identity|customer|employee/i
const WHOLE = /^(?:user|session|principal|identity|account|actor|caller|currentuser)$/i
const NOBODY = /anon|guest|nobody|default|public/i
const CREDENTIALS = /^(?:authorization|cookie|x-api-key)$/i

export function createClaimants({ evaluator, facts, matcher, module, dictionary, isLinted, handlers, entries, all: occurrences }: Reading): Claimants {
  let known: Map<FunctionNode, readonly Source[]> | undefined

  function all(): ReadonlyMap<FunctionNode, readonly Source[]> {
    if (known) return known
    known = new Map()
    const add = (value: Value | undefined, claims: readonly Ref[] | undefined) => {
      if (value?.kind === 'function' && claims && claims.length > 0) known!.set(value.fn, sourcesOf(value.fn, claims))
    }
    for (const { value, occurrence } of handlers()) add(value, occurrence.row.claims)
    for (const one of occurrences('contexts')) for (const { value } of facts.find(one.row.makes, one.match)) add(value && matcher.unwrapped(value), one.row.claims)
    const typed = dictionary.frameworks.filter(({ contextTypes }) => Object.keys(contextTypes ?? {}).some(name => module.text.includes(name)))
    if (typed.length > 0) {
      walk(module.ast, undefined, node => {
        if (!isFunction(node)) return
        const param = node.params[0], annotation = param && 'typeAnnotation' in param ? param.typeAnnotation?.typeAnnotation : undefined
        const declared = annotation && evaluator.typed(annotation, node, evaluator.root(module))
        if (declared?.kind !== 'root' || declared.of !== 'typed') return
        for (const framework of typed) if (([] as string[]).concat(framework.module).includes(declared.module)) add({ kind: 'function', node, env: evaluator.root(module), fn: node }, framework.contextTypes![declared.name])
      })
    }
    return known
  }

  /** A claim that a value is, rewritten or not: the entry's name. */
  function claimIn(value: Value, sources: readonly Source[], depth = 0): string | undefined {
    if (depth > 12) return undefined
    const inner = (part: Value | undefined) => part && claimIn(part, sources, depth + 1)
    const named = (name: string | undefined) => name !== undefined && ENTRIES.test(name) ? name : undefined
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
  function proven(node: Node, env: Env, sources: readonly Source[]): boolean {
    return evaluator.conditions(node, env).some(({ test }) => contains(test, part => {
      const at = sources.find(({ fn, index }) => pathFrom(part, { fn, index, path: [] }) !== undefined)
      return at !== undefined && part.kind === 'member' && !sources.some(source => pathFrom(part, source) !== undefined || source.path[0] === part.name)
    }))
  }

  function namedNobody(value: Value, written: Node): boolean {
    if (value.kind !== 'object' || value.entries.size === 0) return false
    const name = written.type === 'Identifier' ? written.name : ''
    return NOBODY.test(name) || [...value.entries.values()].some(entry => { const text = literal(entry)?.value; return typeof text === 'string' && NOBODY.test(text) })
  }

  function read(): Identity[] {
    const found: Identity[] = []
    for (const [fn, sources] of all()) {
      if (!isLinted(fn)) continue
      const own: FunctionValue = { kind: 'function', node: fn, env: evaluator.root(module), fn }
      const env = evaluator.enter(own, ownParameters(own), fn) ?? own.env
      walk(fn.body, undefined, node => {
        const one = node.type === 'VariableDeclarator' && node.init ? { name: node.id.type === 'Identifier' ? node.id.name : node.id.type === 'ArrayPattern' && node.id.elements[0]?.type === 'Identifier' ? node.id.elements[0].name : '', value: node.init }
          : node.type === 'Property' && node.parent?.type === 'ObjectExpression' && node.key.type === 'Identifier' && !node.computed ? { name: node.key.name, value: node.value as Node } : undefined
        if (!one || !(NAMES.test(one.name) || WHOLE.test(one.name))) return
        const base = { kind: 'identity' as const, at: facts.place(undefined, one.value), what: one.name, library: '', when: [], remedy: () => undefined, edit: () => undefined }
        const at = one.value.type === 'AwaitExpression' ? one.value.argument : one.value
        if (WHOLE.test(one.name) && at.type === 'LogicalExpression' && at.operator !== '&&' && namedNobody(evaluator.evaluate(at.right, env), at.right)) found.push({ ...base, from: 'default', entry: undefined })
        else if (NAMES.test(one.name)) {
          const entry = claimIn(evaluator.evaluate(at, env), sources)
          if (entry !== undefined && !proven(at, env, sources)) found.push({ ...base, from: 'claim', entry })
        }
      })
    }
    return found
  }

  function handedOn(value: Value, use: Node, env: Env): { text: string; at: Node | undefined } | undefined {
    const sources = [...all().values()].flat().filter(source => source.path.length > 0)
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

  return { all, handedOn, read }
}
