/** Conditions of the code, said in the words of security advice. */
import { keyOf } from '../analysis/exclude.js'
import { contains, literal, partsOf } from '../analysis/value.js'
import type { Condition, Value } from '../analysis/value.js'
import type { Circumstance } from '../model/circumstance.js'
import { isLocalText } from './address.js'
import { nameOf } from './name.js'

const flip = (kind: Circumstance['kind'], is: boolean): Circumstance['kind'] => is ? kind : kind === 'present' ? 'missing' : kind === 'missing' ? 'present' : kind

const said = { true: new WeakMap<Value, Circumstance>(), false: new WeakMap<Value, Circumstance>() }

export function circumstances(when: readonly Condition[]): Circumstance[] {
  return when.map(({ test, is }) => {
    const known = said[`${is}`].get(test)
    if (known) return known
    const found = circumstance(test, is)
    said[`${is}`].set(test, found)
    return found
  })
}

/**
 * As `circumstances`, of things of which some are made of material: a certificate that a caller did not give is missing,
 * but a flag of a caller that decides nothing else was set by somebody.
 */
export function decisions(when: readonly Condition[], material: readonly Value[]): Circumstance[] {
  const used = pathsIn(material)
  return circumstances(when).map((found, i) => {
    const { test } = when[i]!
    if (found.kind !== 'missing' || !isOfCaller(test)) return found
    const asked = pathsIn([test])
    return asked.length > 0 && !asked.some(path => used.some(other => isWithin(other, path) || isWithin(path, other))) ? { ...found, kind: 'chosen' } : found
  })
}

/** Whether everything in a test is given by whoever calls. */
function isOfCaller(test: Value): boolean {
  return !contains(test, part => part.kind === 'unknown' || (part.kind === 'root' && (part.of === 'global' || part.of === 'import')))
}

/** Whole paths inside values, of which no part is looked at on its own. */
function pathsIn(values: readonly Value[]): string[] {
  const paths: string[] = [], waiting = new Set(values)
  for (const value of waiting) {
    const path = value.kind === 'member' || value.kind === 'root' ? keyOf(value) : undefined
    if (path !== undefined) paths.push(path)
    else for (const part of partsOf(value)) waiting.add(part)
  }
  return paths
}

const isWithin = (path: string, other: string): boolean => path === other || path.startsWith(`${other}.`)

function circumstance(test: Value, is: boolean): Circumstance {
  switch (test.kind) {
    case 'operation': return operation(test, is)
    case 'call': {
      const name = test.of.kind === 'member' ? test.of.name : test.of.kind === 'root' && test.of.of === 'import' ? test.of.name : undefined
      if (name === 'existsSync' || name === 'accessSync' || name === 'statSync') return { kind: is ? 'present' : 'missing', subject: fileText(test.args[0]) }
      if (mentionsLocal(test)) return { kind: 'local', subject: nameOf(test) }
      if (asksForScheme(test)) return { kind: 'scheme', subject: nameOf(test) }
      if (test.of.kind === 'root' && test.of.of === 'global' && test.of.name === 'Boolean' && test.args[0]) return circumstance(test.args[0], is)
      if (development(test)) return stage(test, /prod/i.test(lastName(test)) === is)
      return { kind: is ? 'chosen' : 'other', subject: nameOf(test) }
    }
    case 'choice': {
      const parts = test.of.filter(arm => !(arm.value.kind === 'literal' && !arm.value.value)).map(arm => circumstance(arm.value, is))
      const found = parts.find(part => part.kind === 'development' || part.kind === 'local') ?? parts.find(part => part.kind === (is ? 'present' : 'missing')) ?? parts[0]
      return found ?? { kind: 'other', subject: nameOf(test) }
    }
    case 'member': case 'root': case 'unknown':
      if (development(test)) return stage(test, /prod/i.test(lastName(test)) === is)
      return isVariable(test) ? { kind: is ? 'present' : 'missing', subject: nameOf(test) } : { kind: is ? 'chosen' : 'missing', subject: nameOf(test) }
    default: return { kind: 'other', subject: nameOf(test) }
  }
}

/** Whether a value is what somebody wrote, and not what a test of something else came to. */
function isGiven(value: Value): boolean {
  if (value.kind === 'choice') return value.of.every(arm => arm.value.kind === 'literal' || isGiven(arm.value))
  return value.kind === 'member' || value.kind === 'root' || value.kind === 'unknown'
}

function operation(test: Extract<Value, { kind: 'operation' }>, is: boolean): Circumstance {
  const [left, right] = test.parts
  if (test.op === '!' && left) return circumstance(left, !is)
  if (test.op === 'default' && left) return { kind: 'otherwise', subject: test.env.module.text.slice(test.node.range[0], test.node.range[1]) }
  const equality = /^[!=]==?$/.test(test.op)
  if (equality && left && right) {
    const holds = test.op.startsWith('!') ? !is : is
    const [path, constant] = literal(left) ? [right, literal(left)] : [left, literal(right)]
    if (typeof constant?.value === 'boolean') {
      const found = circumstance(path, constant.value === holds)
      // what is not there is undefined: `false` itself was written by somebody
      return holds && found.kind === 'missing' && isGiven(path) ? { ...found, kind: 'chosen' } : found
    }
    if (typeof constant?.value === 'string' && isScheme(constant.value)) return { kind: 'scheme', subject: nameOf(path) }
    if (development(path)) return stage(path, typeof constant?.value === 'string' && /^prod/i.test(constant.value) === holds)
    if (constant && constant.value == null) return { kind: flip('missing', holds), subject: nameOf(path) }
    if (typeof constant?.value === 'string' && isLocalText(constant.value)) return { kind: 'local', subject: nameOf(path) }
    if (constant && isVariable(path)) return { kind: holds ? 'chosen' : 'missing', subject: nameOf(path) }
    return { kind: holds ? 'chosen' : 'other', subject: nameOf(path) }
  }
  if (mentionsLocal(test)) return { kind: 'local', subject: nameOf(test) }
  return { kind: 'other', subject: nameOf(test) }
}

const lastName = (value: Value): string => nameOf(value).replace(/^.*\./, '')

/** What holds in production as well is no excuse. */
const stage = (asked: Value, inProduction: boolean): Circumstance => ({ kind: inProduction ? 'other' : 'development', subject: nameOf(asked) })

/** Whether the program asks in which stage of its life it runs. */
function development(value: Value): boolean {
  return stages.has(lastName(value).replaceAll('_', '').toLowerCase())
}

const stages = new Set(['nodeenv', 'env', 'environment', 'appenv', 'stage', 'dev', 'prod', 'isdev', 'isprod', 'isproduction', 'isdevelopment', 'production', 'development', 'vitest', 'istest', 'ci'])

/** `url.startsWith('https:')`, `/^wss:/.test(url)` */
function asksForScheme({ of, args }: Extract<Value, { kind: 'call' }>): boolean {
  if (of.kind !== 'member') return false
  if (of.name === 'startsWith' || of.name === 'includes') return args.some(arg => { const text = literal(arg)?.value; return typeof text === 'string' && isScheme(text) })
  const pattern = literal(of.name === 'test' ? of.of : of.name === 'match' ? args[0] : undefined)?.value
  return pattern instanceof RegExp && isScheme(pattern.source.replace(/^\^/, '').replaceAll('\\/', '/').replaceAll('?', ''))
}

const isScheme = (text: string): boolean => /^(?:http|ws|grpc|redis|mqtt|amqp|nats|tcp)s?(?::\/{0,2})?$|^(?:tls|ssl):(?:\/\/)?$/i.test(text)

function isVariable(value: Value): boolean {
  return value.kind === 'member' && value.of.kind === 'member' && value.of.name === 'env' && value.of.of.kind === 'root' && value.of.of.of === 'global' && value.of.of.name === 'process'
}

function mentionsLocal(value: Value): boolean {
  if (value.kind === 'literal') return typeof value.value === 'string' ? isLocalText(value.value) : value.value instanceof RegExp && /localhost|127/.test(value.value.source)
  if (value.kind === 'call') return value.args.some(mentionsLocal) || (value.of.kind === 'member' && mentionsLocal(value.of.of))
  if (value.kind === 'operation') return value.parts.some(mentionsLocal)
  if (value.kind === 'array') return value.items.some(mentionsLocal)
  return false
}

/** A file by its name, also when its path is put together: `server.key` of `join(dir, 'server.key')`. */
function fileText(value: Value | undefined): string {
  const last = value?.kind === 'call' ? value.args.at(-1) : value
  return (last && literal(last) ? nameOf(last) : value && nameOf(value)) || 'the file'
}
