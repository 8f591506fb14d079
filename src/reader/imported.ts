/** How a file calls what it imports. */
import type { TSESTree } from '@typescript-eslint/types'
import type { Module } from '../analysis/value.js'
import type { Change } from '../model/program.js'

const importsOf = ({ ast }: Module, modules: readonly string[]): TSESTree.ImportDeclaration[] =>
  ast.body.filter(one => one.type === 'ImportDeclaration').filter(one => one.importKind !== 'type' && modules.includes(one.source.value.replace(/^node:/, '')))

const isExport = (one: TSESTree.ImportClause, name: string): boolean => one.type === 'ImportSpecifier' && one.importKind !== 'type' && one.imported.type === 'Identifier' && one.imported.name === name

/** The expression for an export of these modules: its own name here, or a member of what stands for the whole module. */
export function importedAs(module: Module, modules: readonly string[], name: string): string | undefined {
  const all = importsOf(module, modules).flatMap(({ specifiers }) => specifiers)
  const own = all.find(one => isExport(one, name)), whole = all.find(one => one.type !== 'ImportSpecifier')
  return own?.local.name ?? (whole && `${whole.local.name}.${name}`)
}

/** What imports one more export of these modules, next to another one; none where the file uses the name already. */
export function importing(module: Module, modules: readonly string[], name: string): Change | undefined {
  const last = importsOf(module, modules).flatMap(({ specifiers }) => specifiers).filter(one => one.type === 'ImportSpecifier').at(-1)
  return last && !new RegExp(`\\b${name}\\b`).test(module.text) ? { range: [last.range[1], last.range[1]], text: `, ${name}` } : undefined
}

/** A new import, after those that are there; none where the file uses the name already, or imports nothing that way. */
export function importedAnew({ ast, text }: Module, from: string, name: string): Change | undefined {
  const last = ast.body.filter(one => one.type === 'ImportDeclaration').at(-1)
  if (!last || new RegExp(String.raw`\b${name}\b(?!\s*\??:)`).test(text)) return undefined
  const quote = last.source.raw.charAt(0), end = text.charAt(last.range[1] - 1) === ';' ? ';' : ''
  return { range: [last.range[1], last.range[1]], text: `\nimport { ${name} } from ${quote}${from}${quote}${end}` }
}
