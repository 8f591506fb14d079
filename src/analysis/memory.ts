/** Bytes written into a buffer of the program, as far as the code shows them. */
import { functionAround, testsAround } from './conditions.js'
import { literal } from './value.js'
import type { Env, Evaluator, Node, Value } from './value.js'
import { happensBefore } from './writes.js'

export interface Memory {
  /** The unsigned little-endian 32-bit word at `byte` of a buffer when `use` runs; null where the buffer ends before; undefined when it cannot be told. */
  word(buffer: Value, byte: number, use: Node, env: Env): Value | undefined
}

/** Methods that write 32 bits, little end first: argument of the offset, of the value. */
const writers: Record<string, { offset: number; value: number } | undefined> = {
  writeUInt32LE: { offset: 1, value: 0 }, writeUint32LE: { offset: 1, value: 0 }, writeInt32LE: { offset: 1, value: 0 },
  setUint32: { offset: 0, value: 1 }, setInt32: { offset: 0, value: 1 },
}
/** How many bytes a method that writes a number writes. */
const widths: readonly [RegExp, number][] = [[/^(?:write|set).*(?:64|Double)/i, 8], [/^(?:write|set).*(?:32|Float)/i, 4], [/^(?:write|set).*16/i, 2], [/^(?:write|set).*8/i, 1]]
/** Methods that only look. */
const READERS = /^(?:read|get|to|equals|compare|indexOf|lastIndexOf|includes|at$|byte|length$|keys|values|entries|join)/

/** Bytes from `from` to `to`, written with a value that is known to be the word there, or not. */
interface Written { from: number; to: number; value?: Node }

export function createMemory(evaluator: Evaluator): Memory {
  /** The variable's own name for a buffer, followed through views of the same memory. */
  function holders(node: Node, env: Env): Node[] {
    const id = node.type === 'Identifier' ? node : undefined
    const variable = id && env.module.variableOf(id)
    if (!variable) return []
    return variable.references.map(reference => reference.identifier as Node)
  }

  function word(buffer: Value, byte: number, use: Node, env: Env): Value | undefined {
    if (buffer.kind !== 'call') return undefined
    const typed = typedWords(buffer)
    if (byte >= (typed ? typed.length * 4 : sizeOf(buffer))) return { kind: 'literal', node: buffer.node, env: buffer.env, value: null }
    let found: Value | undefined = typed ? typed[byte / 4] : isZeroed(buffer) ? { kind: 'literal', node: buffer.node, env: buffer.env, value: 0 } : undefined
    for (const name of namesOf(buffer)) {
      const width = widthOf(evaluator.evaluate(name, buffer.env))
      for (const at of holders(name, buffer.env)) {
        if (functionAround(at) === functionAround(use) && at.range[0] > use.range[0]) continue
        const inner = functionAround(at) === functionAround(buffer.node) ? buffer.env : env
        const written = writtenBy(at, use, width, inner)
        if (!written || written.to <= byte || written.from >= byte + 4) continue
        const local = functionAround(at) === functionAround(use)
        if (!written.value || written.from !== byte || !(local ? happensBefore(at, use) : testsAround(at, functionAround(at)).length === 0)) return undefined
        found = evaluator.evaluate(written.value, inner)
      }
    }
    return found
  }

  /** What a mention of a buffer writes into it before `use`; `width` is how wide its elements are. */
  function writtenBy(at: Node, use: Node, width: number, env: Env): Written | undefined {
    const up = at.parent
    const anywhere = { from: -Infinity, to: Infinity }
    const number = (node: Node | undefined) => { const value = node && literal(evaluator.evaluate(node, env))?.value; return typeof value === 'number' ? value : undefined }
    if (up?.type === 'CallExpression' && up.arguments.includes(at as never)) return up.range[1] < use.range[0] ? anywhere : undefined // code we do not see may write it
    if (up?.type !== 'MemberExpression' || up.object !== at) return undefined
    if (up.computed && up.parent.type === 'AssignmentExpression' && up.parent.left === up) {
      const index = number(up.property)
      if (index === undefined) return anywhere
      return { from: index * width, to: (index + 1) * width, ...(width === 4 && up.parent.operator === '=' && { value: up.parent.right }) }
    }
    if (up.parent.type !== 'CallExpression' || up.parent.callee !== up || up.property.type !== 'Identifier' || READERS.test(up.property.name)) return undefined
    const { name } = up.property, { arguments: args } = up.parent
    const size = widths.find(([pattern]) => pattern.test(name))?.[1]
    const writer = writers[name]
    const offset = args[writer?.offset ?? (name.startsWith('set') ? 0 : 1)]
    const from = offset ? number(offset) : name.startsWith('write') ? 0 : undefined
    if (size === undefined || from === undefined) return anywhere
    const bigEnd = name.startsWith('set') && (!args[2] || literal(evaluator.evaluate(args[2], env))?.value !== true)
    const value = writer && !bigEnd ? args[writer.value] : undefined
    return { from, to: from + size, ...(value && { value }) }
  }

  /** Every name of this memory in the function that made it: its own, and those of views of its buffer. */
  function namesOf(buffer: Value): Node[] {
    const names: Node[] = []
    const declared = declarationOf(buffer.node)
    if (declared) names.push(declared)
    if (buffer.kind === 'call') for (const arg of buffer.args) {
      const under = arg.kind === 'member' && arg.name === 'buffer' ? arg.of : arg
      const inner = under.kind === 'call' && under.isNew ? declarationOf(under.node) : undefined
      if (inner) names.push(inner)
    }
    for (const name of [...names]) for (const at of holders(name, buffer.env)) {
      let up = at.parent
      if (up?.type === 'MemberExpression' && up.object === at && up.property.type === 'Identifier' && up.property.name === 'buffer') up = up.parent
      if (up?.type === 'NewExpression') { const view = declarationOf(up); if (view) names.push(view) }
    }
    return names
  }

  return { word }
}

function declarationOf(node: Node): Node | undefined {
  return node.parent?.type === 'VariableDeclarator' && node.parent.id.type === 'Identifier' ? node.parent.id : undefined
}

const globalName = (value: Value): string | undefined => value.kind === 'root' && value.of === 'global' ? value.name : undefined

/** How many bytes an element of a buffer has. */
function widthOf(buffer: Value): number {
  const name = buffer.kind === 'call' ? globalName(buffer.of) ?? (buffer.of.kind === 'member' ? globalName(buffer.of.of) : undefined) : undefined
  return Number(/(\d+)(?:Clamped)?Array$/.exec(name ?? '')?.[1] ?? 8) / 8
}

/** `new Uint32Array([1, 0, 0, 3])`, `Uint32Array.of(…)`: its words. */
function typedWords(buffer: Value): Value[] | undefined {
  if (buffer.kind !== 'call') return undefined
  const name = globalName(buffer.of) ?? (buffer.of.kind === 'member' && (buffer.of.name === 'of' || buffer.of.name === 'from') ? globalName(buffer.of.of) : undefined)
  if (name !== 'Uint32Array' && name !== 'Int32Array') return undefined
  const first = buffer.args[0]
  if (buffer.of.kind === 'member' && buffer.of.name === 'of') return buffer.args
  if (first?.kind === 'array' && !first.unseen) return first.items
  const length = literal(first)?.value
  return typeof length === 'number' && length <= 64 ? Array.from({ length }, (): Value => ({ kind: 'literal', node: buffer.node, env: buffer.env, value: 0 })) : undefined
}

/** How many bytes a buffer of nothing but zeros has. */
function sizeOf(buffer: Value): number {
  const first = buffer.kind === 'call' && isZeroed(buffer) ? buffer.args[0] : undefined
  const size = literal(first)?.value
  return typeof size === 'number' ? size : first ? sizeOf(first) : Infinity
}

function isZeroed(buffer: Value): boolean {
  if (buffer.kind !== 'call') return false
  const [first, second] = buffer.args
  const sized = typeof literal(first)?.value === 'number'
  if (buffer.of.kind === 'member' && buffer.of.name === 'alloc') return globalName(buffer.of.of) === 'Buffer' && (!second || literal(second)?.value === 0)
  const name = globalName(buffer.of)
  return (sized && (name === 'ArrayBuffer' || name === 'Uint8Array')) || (name === 'DataView' && first !== undefined && isZeroed(first))
}
