/** What a file takes from packages, and from other files of the program: under the names that it was made with there. */
import { moduleExports } from '../analysis/modules.js'
import { walk } from '../analysis/tree.js'
import type { Module, Node, Value } from '../analysis/value.js'
import type { Import, Origin } from '../model/program.js'
import type { Reading } from './reading.js'

/** Files that hand on what others export. */
const HOPS = 5

export function importsOf({ module, evaluator, facts }: Pick<Reading, 'module' | 'evaluator' | 'facts'>): Import[] {
  const found: Import[] = []

  function add(node: Node, source: string, path: readonly string[]): void {
    const at = facts.place(undefined, node)
    found.push({ kind: 'import', at, trail: [at], what: path.join('.'), library: source, when: [], remedy: () => undefined, edit: () => undefined, origins: originsOf(module, source, path) })
  }

  function originsOf(from: Module, source: string, [name, ...members]: readonly string[], hops = 0): Origin[] {
    const target = hops > HOPS ? undefined : from.resolve(source)
    if (!target || target.kind === 'lost' || name === undefined) return []
    // the whole of a package may be its default export, too
    if (target.kind === 'package') return [{ module: target.name, own: false, name: (name === '*' || name === 'default') && members.length > 0 ? members.join('.') : [name, ...members].join('.') }]
    if (name === '*' && members.length > 0) return originsOf(from, source, members, hops)
    const own: Origin = { module: target.module.file, own: true, name: [name, ...members].join('.') }
    return [own, ...behind(target.module, name, members, hops)]
  }

  /** Where an export of the program was made in its turn. */
  function behind(there: Module, name: string, members: readonly string[], hops: number): Origin[] {
    const { named, stars } = moduleExports(there), one = named.get(name)
    if (one && 'from' in one) return originsOf(there, one.from, [one.name, ...members], hops + 1)
    if (!one) return name === 'default' ? [] : stars.flatMap(star => originsOf(there, star, [name, ...members], hops + 1))
    const binding = one.node.type === 'Identifier' ? bindingOf(there, one.node) : undefined
    if (binding) return originsOf(there, binding.source, [binding.name, ...members], hops + 1)
    const path = pathOf(evaluator.evaluate(one.node, evaluator.root(there)))
    return path ? [{ ...path, name: [path.name, ...members].join('.') }] : []
  }

  /** Members of what a name stands for, also those that are taken out of it. */
  function uses(name: Node, source: string, path: readonly string[]): void {
    if (name.type === 'Identifier') for (const { identifier } of module.variableOf(name)?.references ?? []) if (identifier as Node !== name) members(identifier as Node, source, path)
  }

  function members(of: Node, source: string, path: readonly string[]): void {
    let at = of, names = path
    for (let up = at.parent; up?.type === 'MemberExpression' && up.object === at; up = at.parent) {
      const name = keyOf(up.property, up.computed)
      if (name === undefined) return
      names = [...names, name]
      add(up, source, names)
      at = up
    }
    if (at.parent?.type === 'VariableDeclarator' && at.parent.init === at) taken(at.parent.id, source, names)
  }

  /** What a declaration takes out of an object, or what it calls the whole. */
  function taken(id: Node, source: string, path: readonly string[]): void {
    if (id.type === 'Identifier') { if (path.length > 0) uses(id, source, path); return }
    if (id.type !== 'ObjectPattern') return
    for (const part of id.properties) {
      const name = part.type === 'Property' ? keyOf(part.key, part.computed) : undefined
      if (part.type !== 'Property' || name === undefined) continue
      add(part, source, [...path, name])
      taken(part.value, source, [...path, name])
    }
  }

  walk(module.ast, undefined, node => {
    switch (node.type) {
      case 'ImportDeclaration':
        if (node.importKind === 'type') return
        for (const one of node.specifiers) {
          if (one.type === 'ImportSpecifier' && one.importKind === 'type') continue
          const path = [one.type === 'ImportSpecifier' ? nameIn(one.imported) : one.type === 'ImportDefaultSpecifier' ? 'default' : '*']
          if (path[0] !== '*') add(one, node.source.value, path)
          uses(one.local, node.source.value, path)
        }
        return
      case 'ExportNamedDeclaration':
        if (node.source && node.exportKind !== 'type') for (const one of node.specifiers) if (one.exportKind !== 'type') add(one, node.source.value, [nameIn(one.local)])
        return
      case 'ExportAllDeclaration':
        if (node.exportKind !== 'type') add(node, node.source.value, ['*'])
        return
      case 'TSImportEqualsDeclaration':
        if (node.importKind !== 'type' && node.moduleReference.type === 'TSExternalModuleReference') { const source = textOf(node.moduleReference.expression); if (source !== undefined) uses(node.id, source, ['*']) }
        return
      case 'ImportExpression': case 'CallExpression': {
        const source = node.type === 'ImportExpression' ? textOf(node.source) : isRequire(node, module) ? textOf(node.arguments[0]) : undefined
        if (source === undefined) return
        const whole = node.parent?.type === 'AwaitExpression' ? node.parent : node
        members(whole, source, ['*'])
      }
    }
  })
  return found
}

/** What an import calls one of its own names in the module it comes from. */
function bindingOf(module: Module, name: Node): { source: string; name: string } | undefined {
  const def = module.variableOf(name as never)?.defs[0], declaration = def?.parent as Node | undefined | null
  if (def?.type as string | undefined !== 'ImportBinding' || declaration?.type !== 'ImportDeclaration') return undefined
  const specifier = def!.node as Node
  return { source: declaration.source.value, name: specifier.type === 'ImportSpecifier' ? nameIn(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*' }
}

/** The export of a package that a value is. */
function pathOf(value: Value): Origin | undefined {
  if (value.kind === 'root') return value.of === 'import' ? { module: value.module, own: false, name: value.name } : undefined
  const holder = value.kind === 'member' && value.name !== null ? pathOf(value.of) : undefined
  return holder && { ...holder, name: holder.name === '*' || holder.name === 'default' ? (value as { name: string }).name : `${holder.name}.${(value as { name: string }).name}` }
}

function keyOf(key: Node, computed: boolean): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name
  return textOf(key)
}

const nameIn = (name: Node): string => name.type === 'Identifier' ? name.name : String((name as { value?: unknown }).value)
const textOf = (node: Node | undefined): string | undefined => node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
const isRequire = (call: Extract<Node, { type: 'CallExpression' }>, module: Module): boolean => call.callee.type === 'Identifier' && call.callee.name === 'require' && module.variableOf(call.callee) === undefined
