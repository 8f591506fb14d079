/** What the program itself calls its values. */
import type { FunctionNode, Value } from '../analysis/value.js'

/** What a path is called in the program: `process.env.TLS_CERT`, `options.tls`. */
export function nameOf(value: Value): string {
  switch (value.kind) {
    case 'literal': return String(value.value)
    case 'root': return value.of === 'param' || (value.of === 'typed' && value.fn) ? parameterName(value.fn!, value.index) : value.of === 'this' ? 'this' : value.of === 'global' ? value.name : value.name === '*' || value.name === 'default' ? value.module : value.name
    case 'member': {
      const of = nameOf(value.of)
      return of === '' || of === 'this' ? value.name ?? '' : value.name ? `${of}.${value.name}` : of
    }
    case 'call': return value.isNew ? `new ${nameOf(value.of)}()` : `${nameOf(value.of)}()`
    case 'operation': return value.op === '!' ? nameOf(value.parts[0]!) : value.parts.map(nameOf).filter(Boolean)[0] ?? ''
    case 'choice': return nameOf(value.of[0]!.value)
    case 'unknown': return value.node.type === 'Identifier' ? value.node.name : value.parts?.map(nameOf).find(Boolean) ?? ''
    default: return value.node.type === 'Identifier' ? value.node.name : ''
  }
}

function parameterName(fn: FunctionNode, index = 0): string {
  const param = fn.params[index]
  return param?.type === 'Identifier' ? param.name : param?.type === 'AssignmentPattern' && param.left.type === 'Identifier' ? param.left.name : ''
}
