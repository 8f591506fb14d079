/** Bytes written into a buffer of the program, as far as the code shows them. */
import { functionAround } from './conditions.js'
import { literal } from './value.js'
import type { Evaluator } from './evaluate.js'
import type { Env, Node, Value } from './value.js'

export interface Memory {
  /** The unsigned little-endian 32-bit word at `byte` of a buffer when `use` runs; undefined when it cannot be told. */
  word(buffer: Value, byte: number, use: Node, env: Env): Value | undefined
}

/** Methods that write 32 bits: argument of the offset, of the value. */
const writers: Record<string, { offset: number; value: number }> = {
  writeUInt32LE: { offset: 1, value: 0 }, writeUint32LE: { offset: 1, value: 0 }, writeInt32LE: { offset: 1, value: 0 },
  setUint32: { offset: 0, value: 1 }, setInt32: { offset: 0, value: 1 },
}

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
    const zeroed = isZeroed(buffer)
    let found: Value | undefined = typed ? typed[byte / 4] : zeroed ? { kind: 'literal', node: buffer.node, env: buffer.env, value: 0 } : undefined
    for (const name of namesOf(buffer)) {
      for (const at of holders(name, buffer.env)) {
        if (functionAround(at) === functionAround(use) && at.range[0] > use.range[0]) continue
        const up = at.parent
        const inner = functionAround(at) === functionAround(buffer.node) ? buffer.env : env
        if (up?.type === 'MemberExpression' && up.object === at && up.parent?.type === 'CallExpression' && up.parent.callee === up && up.property.type === 'Identifier') {
          const writer = writers[up.property.name]
          if (!writer) continue
          const offset = literal(evaluator.evaluate(up.parent.arguments[writer.offset] ?? up, inner))?.value ?? 0
          if (offset === byte && up.parent.arguments[writer.value]) found = evaluator.evaluate(up.parent.arguments[writer.value]!, inner)
          else if (typeof offset !== 'number') return undefined
        } else if (up?.type === 'MemberExpression' && up.object === at && up.computed && up.parent?.type === 'AssignmentExpression' && up.parent.left === up && typed) {
          const index = literal(evaluator.evaluate(up.property, inner))?.value
          if (typeof index !== 'number') return undefined
          if (index * 4 === byte) found = evaluator.evaluate(up.parent.right, inner)
        } else if (up?.type === 'CallExpression' && up.arguments.includes(at as never) && up.range[1] < use.range[0]) return undefined // code we do not see may write it
      }
    }
    return found
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

function isZeroed(buffer: Value): boolean {
  if (buffer.kind !== 'call') return false
  if (buffer.of.kind === 'member' && buffer.of.name === 'alloc') return globalName(buffer.of.of) === 'Buffer'
  const name = globalName(buffer.of)
  if (name === 'ArrayBuffer' || name === 'Uint8Array') return true
  return name === 'DataView' && buffer.args[0] !== undefined
}
