/** Packages that a file uses and that are, as a whole, a transport to leave. */
import { nodesBelow } from '../analysis/tree.js'
import type { Node } from '../analysis/value.js'
import type { Transport } from '../model/program.js'
import type { Reading } from './reading.js'

export function oldPackages({ module, facts, dictionary }: Pick<Reading, 'module' | 'facts' | 'dictionary'>): Transport[] {
  if (!dictionary.old.some(({ name }) => module.text.includes(name))) return []
  const found: Transport[] = []
  for (const node of nodesBelow(module.ast, 'ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration', 'ImportExpression', 'TSExternalModuleReference', 'CallExpression')) {
    const source = sourceOf(node)
    const entry = source !== undefined && dictionary.old.find(({ name }) => name === source)
    if (!entry) continue
    const { framework, name } = entry
    const at = facts.place(undefined, node)
    found.push({ kind: 'transport', is: framework.transport!, at, trail: [at], what: name, library: name, when: [], remedy: of => framework.remedies?.[of], edit: () => undefined })
  }
  return found
}

/** The package that a node brings into the file at run time. */
function sourceOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration': return node.importKind === 'type' ? undefined : node.source.value
    case 'ExportAllDeclaration': case 'ExportNamedDeclaration': return node.exportKind === 'type' ? undefined : node.source?.value
    case 'ImportExpression': return textOf(node.source)
    case 'TSExternalModuleReference': return textOf(node.expression)
    case 'CallExpression': return node.callee.type === 'Identifier' && node.callee.name === 'require' && node.arguments[0] ? textOf(node.arguments[0]) : undefined
    default: return undefined
  }
}

const textOf = (node: Node): string | undefined => node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
