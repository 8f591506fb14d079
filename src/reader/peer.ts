/** What a peer controls, and whether anything decided about it on the way to where it is used. */
import { isBuiltin } from 'node:module'
import { contains, literal } from '../analysis/value.js'
import type { FunctionNode, FunctionValue, Node, Value } from '../analysis/value.js'
import type { Condition } from '../analysis/value.js'
import type { Ref } from '../frameworks/describe.js'

/** A path from a parameter of a handler: `call.request`, `opts.input`; or what a call of it gives: `getRawInput()`. */
export interface Source { readonly fn: FunctionNode; readonly index: number; readonly path: readonly string[]; readonly called?: true }

/** The sources that a function can see: what its parameters leave out when they are taken apart cannot be met in it. */
export function sourcesOf(fn: FunctionNode, refs: readonly Ref[]): Source[] {
  return refs.flatMap((ref): Source[] => ref.base.of === 'param' ? [{ fn, index: ref.base.index, path: ref.steps.flatMap(step => 'option' in step ? step.option.split('.') : 'each' in step ? ['*'] : []), ...(ref.steps.some(step => 'returns' in step) && { called: true }) }] : []).filter(({ index, path }) => isTaken(paramAt(fn, index), path))
}

/** The parameter at a position; one that takes all the rest stands for every position after it. */
const paramAt = ({ params }: FunctionNode, index: number): Node | undefined => params[index] ?? (params.at(-1)?.type === 'RestElement' ? params.at(-1) : undefined)

function isTaken(param: Node | null | undefined, path: readonly string[]): boolean {
  switch (param?.type) {
    case undefined: return false
    case 'AssignmentPattern': return isTaken(param.left, path)
    case 'ObjectPattern': return path.length === 0 || param.properties.some(part => part.type === 'RestElement' || part.computed || (nameOfKey(part.key) === path[0] && isTaken(part.value, path.slice(1))))
    default: return true
  }
}

const nameOfKey = (key: Node): string | undefined => key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined

/** Whether a value is this very parameter, whatever its declared type. */
function isParameter(value: Value, fn: FunctionNode, index: number | undefined): boolean {
  return value.kind === 'root' && 'fn' in value && value.fn === fn && value.index === index
}

/** What a function is given when nobody was seen to call it: its own parameters. */
export function ownParameters({ fn, env }: FunctionValue): Value[] {
  return fn.params.map((param, index): Value => ({ kind: 'root', node: param, env, of: 'param', fn, index, rest: false }))
}

/** Calls that hand on what they are given, changed but not tamed. */
const transparent = new Set(['toString', 'trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'slice', 'substring', 'join', 'concat', 'split', 'normalize', 'resolve', 'decodeURIComponent', 'String', 'from', 'at', 'shift', 'pop', 'get', 'getAll', 'values', 'URL', 'format', 'parse', 'stringify'])

/** The names from a source down to a value; undefined when it is no path from it. */
export function pathFrom(value: Value, source: Source): string[] | undefined {
  const { fn, index, path, called } = source
  const names: string[] = []
  let at = value
  for (;;) {
    if (at.kind === 'member') { names.unshift(at.name ?? '*'); at = at.of } else break
  }
  if (called) return at.kind === 'call' && pathFrom(at.of, { fn, index, path })?.length === 0 ? names : undefined
  if (!isParameter(at, fn, index)) return undefined
  return path.every((name, i) => names[i] === name) ? names.slice(path.length) : undefined
}

/** Whether the source can be read out of a value: `opts` where the source is `opts.next`. */
export function leadsTo(value: Value, { fn, index, path }: Source): boolean {
  const names: string[] = []
  let at = value
  for (; at.kind === 'member'; at = at.of) names.unshift(at.name ?? '*')
  return at.kind === 'root' && at.of === 'param' && at.fn === fn && at.index === index && names.length < path.length && names.every((name, i) => name === path[i])
}

/** The peer's own data inside a value, if it is still what the peer wrote. */
export function peerData(value: Value, sources: readonly Source[], seen = new Set<Value>()): { value: Value; path: string[] } | undefined {
  if (seen.has(value) || seen.size > 400) return undefined
  seen.add(value)
  const inside = (parts: readonly Value[]) => { for (const part of parts) { const found = peerData(part, sources, seen); if (found) return found } return undefined }
  for (const source of sources) {
    const path = pathFrom(value, source)
    if (path) return { value, path }
  }
  switch (value.kind) {
    case 'member': return inside([value.of])
    case 'array': return inside(value.items)
    case 'object': return inside([...value.entries.values()])
    case 'choice': return inside(value.of.filter(arm => !checked(arm.when, arm.value)).map(arm => arm.value))
    case 'operation': return value.op === 'template' || value.op === '+' || value.op === '??' || value.op === '||' ? inside(value.parts) : undefined
    case 'call': {
      const { of } = value
      const name = of.kind === 'member' || (of.kind === 'root' && (of.of === 'global' || of.of === 'import')) ? of.name : undefined
      if (!name || !transparent.has(name)) return undefined
      // code that is not known may check what it is given, or look it up
      const given = isKnown(of.kind === 'member' ? of.of : of) || name === 'concat' ? value.args : []
      return inside(of.kind === 'member' ? [of.of, ...given] : given)
    }
    default: return undefined
  }
}

/** Whether code belongs to the language or to Node: `JSON.parse`, `path.posix.join`. */
function isKnown(value: Value): boolean {
  // what a program keeps in the global object is its own
  if (value.kind === 'member') return isWhole(value.of) ? value.name !== null && value.name in globalThis : isKnown(value.of)
  return value.kind === 'root' && (value.of === 'global' ? !isWhole(value) : value.of === 'import' && isBuiltin(value.module))
}

/** The global object itself. */
const isWhole = (value: Value): boolean => value.kind === 'root' && value.of === 'global' && ['global', 'globalThis', 'window', 'self'].includes(value.name)

/** Whether two paths are the same member of the same thing, or of what one call returned. */
export function same(a: Value, b: Value): boolean {
  if (a.kind === 'root') return 'fn' in a && a.fn !== undefined && isParameter(b, a.fn, a.index)
  if (a.kind === 'call') return b.kind === 'call' && a.node === b.node
  return a.kind === 'member' && b.kind === 'member' && a.name === b.name && same(a.of, b.of)
}

/** Whether the data is this very value, or a part of it. */
export function isPartOf(data: Value, whole: Value): boolean {
  for (let at = data; ; at = at.of) {
    if (same(at, whole)) return true
    if (at.kind !== 'member') return false
  }
}

/** Whether one of the conditions compares the data with something, looks it up, or hands it to code that decides. */
export function checked(when: readonly Condition[], data: Value): boolean {
  const seen = new Set<Value>()
  const mentions = (value: Value): boolean => contains(value, part => same(part, data))
  const decides = (test: Value): boolean => {
    if (seen.has(test)) return false
    seen.add(test)
    if (test.kind === 'operation') {
      if (test.op === '!') return test.parts.some(decides)
      if (/^[=!]==?$|^[<>]=?$|^in$|^default$/.test(test.op)) return test.parts.some(mentions) && !test.parts.some(part => part.kind === 'operation' && part.op === 'typeof') && !test.parts.some(part => literal(part)?.value == null && part.kind === 'literal')
      return test.parts.some(decides)
    }
    if (test.kind === 'call') return mentions(test)
    if (test.kind === 'choice') return test.of.some(arm => decides(arm.value) || arm.when.some(one => decides(one.test)))
    if (test.kind === 'member') return test.of.kind === 'call' && mentions(test.of)
    if (test.kind === 'unknown') return test.parts?.some(mentions) ?? false
    return false
  }
  return when.some(({ test }) => decides(test))
}
