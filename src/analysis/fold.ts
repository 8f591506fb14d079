/** Operators and the few built-ins whose outcome is known when their operands are. */
import { literal } from './value.js'
import type { Env, LiteralValue, Node, Value } from './value.js'

/** Of choices, which are asked again for every alternative that hangs on them. */
const truths = new WeakMap<Value, boolean | undefined>()

/** Whether a value is truthy; undefined when that cannot be told. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'literal': return Boolean(value.value)
    case 'object': case 'array': case 'function': case 'class': return true
    case 'call': return value.isNew ? true : undefined
    case 'choice': {
      if (!truths.has(value)) {
        const first = truth(value.of[0]!.value)
        truths.set(value, first !== undefined && value.of.every(arm => truth(arm.value) === first) ? first : undefined)
      }
      return truths.get(value)
    }
    default: return undefined
  }
}

/** Longer texts, and longer numbers (in bits), are not computed: doubling them again and again would take all memory. */
const LONGEST_TEXT = 65_536, LONGEST_NUMBER = 1_024n

const lit = (node: Node, env: Env, value: string | number | boolean | bigint | null | undefined): Value => ({ kind: 'literal', node, env, value })

export function foldTemplate(node: Node, env: Env, texts: string[], values: Value[]): Value {
  const known = values.map(literal)
  if (known.every(one => one !== undefined && String(one.value).length <= LONGEST_TEXT)) return lit(node, env, texts.map((text, i) => text + (i < known.length ? String(known[i]!.value) : '')).join(''))
  return { kind: 'operation', node, env, op: 'template', parts: texts.flatMap((text, i) => [...(text ? [lit(node, env, text)] : []), ...(i < values.length ? [values[i]!] : [])]) }
}

export function foldBinary(node: Node, env: Env, op: string, left: Value, right?: Value): Value {
  const operation: Value = { kind: 'operation', node, env, op, parts: right ? [left, right] : [left] }
  const a = literal(left), b = literal(right)
  if (!a || !b) return operation
  if (a.value instanceof RegExp || b.value instanceof RegExp) return operation
  const x = a.value as number, y = b.value as number
  if (tooLong(op, a.value, b.value)) return operation
  try {
    switch (op) {
      case '+': return lit(node, env, x + y)
      case '-': return lit(node, env, x - y)
      case '*': return lit(node, env, x * y)
      case '/': return lit(node, env, x / y)
      case '%': return lit(node, env, x % y)
      case '**': return lit(node, env, x ** y)
      case '|': return lit(node, env, word(x | y, x < 0 || y < 0))
      case '&': return lit(node, env, word(x & y, x < 0 && y < 0))
      case '^': return lit(node, env, word(x ^ y, (x < 0) !== (y < 0)))
      case '<<': return lit(node, env, word(x << y, x < 0))
      case '>>': return lit(node, env, x >> y)
      case '>>>': return lit(node, env, x >>> y)
      case '===': return lit(node, env, x === y)
      case '!==': return lit(node, env, x !== y)
      case '==': return lit(node, env, x == y)
      case '!=': return lit(node, env, x != y)
      case '<': return lit(node, env, x < y)
      case '<=': return lit(node, env, x <= y)
      case '>': return lit(node, env, x > y)
      case '>=': return lit(node, env, x >= y)
      default: return operation
    }
  } catch { return operation } // a bigint mixed with a number
}

function tooLong(op: string, a: LiteralValue['value'], b: LiteralValue['value']): boolean {
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    const huge = (value: bigint) => value > 1n << LONGEST_NUMBER || -value > 1n << LONGEST_NUMBER
    return huge(a) || huge(b) || ((op === '**' || op === '<<' || op === '>>') && (b > LONGEST_NUMBER || -b > LONGEST_NUMBER))
  }
  return op === '+' && String(a).length + String(b).length > LONGEST_TEXT
}

/** Flags are combined as 32-bit words; `0x80000000 | 1` is meant as a positive number. */
function word(value: number, negative: boolean): number {
  return typeof value === 'number' && !negative ? value >>> 0 : value
}

export function foldUnary(node: Node, env: Env, op: string, value: Value): Value {
  const known = literal(value)
  if (op === '!') { const yes = truth(value); if (yes !== undefined) return lit(node, env, !yes) }
  if (op === 'void') return lit(node, env, undefined)
  if (op === 'typeof') {
    if (known) return lit(node, env, known.value === null ? 'object' : typeof known.value)
    if (value.kind === 'function' || value.kind === 'class') return lit(node, env, 'function')
    if (value.kind === 'object' || value.kind === 'array') return lit(node, env, 'object')
  }
  if (typeof known?.value === 'bigint') {
    if (op === '-') return lit(node, env, -known.value)
    if (op === '~') return lit(node, env, ~known.value)
  } else if (known && !(known.value instanceof RegExp)) {
    if (op === '-') return lit(node, env, -Number(known.value))
    if (op === '+') return lit(node, env, Number(known.value))
    if (op === '~') return lit(node, env, ~Number(known.value))
  }
  return { kind: 'operation', node, env, op, parts: [value] }
}

interface Follow {
  call(callee: Value, args: Value[], node: Node, env: Env): Value
  member(of: Value, name: string, node: Node, env: Env): Value
  /** Copies the members of a value over `entries`; false when there may be more of them than were seen. */
  spread(entries: Map<string, Value>, value: Value, env: Env, at: Node): boolean
}

/** The outcome of a call of a built-in on known values; undefined when it is an ordinary call. */
export function foldCall(callee: Value, args: Value[], node: Node, env: Env, follow: Follow): Value | undefined {
  if (callee.kind === 'root' && callee.of === 'import' && callee.module === 'util' && callee.name === 'promisify') return args[0]
  if (callee.kind === 'root' && callee.of === 'global') return convert(callee.name, args, node, env)
  if (callee.kind !== 'member') return undefined
  const { of, name } = callee
  if (of.kind === 'root' && of.of === 'import' && of.module === 'util' && of.name === 'default' && name === 'promisify') return args[0]
  if (of.kind === 'root' && of.of === 'global') {
    switch (`${of.name}.${name}`) {
      case 'Object.freeze': case 'Object.seal': case 'Promise.resolve': case 'structuredClone': return args[0]
      case 'Promise.all': return args[0]
      case 'Object.assign': return merged(args, node, env, follow)
      case 'Object.values': case 'Object.keys': case 'Object.entries': return listOf(name!, args[0], node, env)
      case 'Object.fromEntries': return undefined
    }
  }
  if (name === 'bind') {
    if (of.kind === 'function') return { ...of, ...(args[0] && literal(args[0])?.value !== null ? { self: args[0] } : {}), bound: [...(of.bound ?? []), ...args.slice(1)] }
    return args.length <= 1 && (of.kind === 'member' || of.kind === 'root' || of.kind === 'call') ? of : undefined
  }
  if (of.kind === 'function' && name === 'call') return follow.call(args[0] ? { ...of, self: args[0] } : of, args.slice(1), node, env)
  if (of.kind === 'function' && name === 'apply' && args[1]?.kind === 'array' && !args[1].unseen) return follow.call({ ...of, self: args[0]! }, args[1].items, node, env)
  if (of.kind === 'array' && !of.unseen) {
    const items = of.items.map(literal)
    if (name === 'join' && items.every(one => one !== undefined)) return lit(node, env, items.map(one => String(one!.value)).join(String(literal(args[0])?.value ?? ',')))
    if (name === 'concat' && args.every(arg => arg.kind === 'array' && !arg.unseen)) return { ...of, node, env, items: [...of.items, ...args.flatMap(arg => arg.kind === 'array' ? arg.items : [])] }
    if (name === 'map' && args[0]?.kind === 'function' && of.items.length <= 32) return { ...of, node, env, items: of.items.map((item, index) => follow.call(args[0]!, [item, lit(node, env, index)], node, env)) }
    if (name === 'includes' && items.every(one => one !== undefined) && literal(args[0])) return lit(node, env, items.some(one => one!.value === literal(args[0])!.value))
  }
  const text = literal(of)?.value
  if (typeof text === 'string') {
    const given = args.map(arg => literal(arg)?.value)
    if (name === 'toLowerCase') return lit(node, env, text.toLowerCase())
    if (name === 'toUpperCase') return lit(node, env, text.toUpperCase())
    if (name === 'trim' || name === 'toString') return lit(node, env, name === 'trim' ? text.trim() : text)
    if (name === 'startsWith' && typeof given[0] === 'string') return lit(node, env, text.startsWith(given[0]))
    if (name === 'concat' && given.every(one => typeof one === 'string')) return lit(node, env, text.concat(...given as string[]))
  }
  return undefined
}

function convert(name: string, args: Value[], node: Node, env: Env): Value | undefined {
  const known = literal(args[0]), base = literal(args[1])
  if (!known || args.length > (name === 'parseInt' ? 2 : 1)) return undefined
  switch (name) {
    case 'String': return lit(node, env, String(known.value))
    case 'Boolean': return lit(node, env, Boolean(known.value))
    case 'Number': return lit(node, env, Number(known.value))
    case 'parseFloat': return lit(node, env, Number.parseFloat(String(known.value)))
    case 'parseInt': return args.length === 1 || typeof base?.value === 'number' ? lit(node, env, Number.parseInt(String(known.value), base?.value as number | undefined)) : undefined
    case 'BigInt':
      if (typeof known.value !== 'number' && typeof known.value !== 'string') return undefined
      try { return lit(node, env, BigInt(known.value)) } catch { return undefined }
    default: return undefined
  }
}

function merged(args: Value[], node: Node, env: Env, { spread }: Follow): Value | undefined {
  const entries = new Map<string, Value>()
  const seen = args.map(arg => spread(entries, arg, env, node))
  return args[0]?.kind === 'object' ? { kind: 'object', node, env, entries, unseen: seen.includes(false) } : undefined
}

function listOf(what: string, of: Value | undefined, node: Node, env: Env): Value | undefined {
  if (of?.kind !== 'object' || of.unseen) return undefined
  const items = [...of.entries].map(([name, value]): Value => {
    const key = lit(node, env, name)
    return what === 'keys' ? key : what === 'values' ? value : { kind: 'array', node, env, items: [key, value], unseen: false }
  })
  return { kind: 'array', node, env, items, unseen: false }
}
