/** What a file imports, and whether anything of that is a library's. */
import { nodesBelow } from '../analysis/tree.js'
import type { Module } from '../analysis/value.js'
import type { Framework } from '../frameworks/describe.js'

/** Whether a file, or one that it imports, imports anything of a library, be it only its types. */
export function imports(module: Module, framework: Pick<Framework, 'module'>, hops = 1): boolean {
  const own = ([] as string[]).concat(framework.module), sources = sourcesOf(module)
  return sources.some(source => own.some(name => source === name || source.startsWith(`${name}/`)))
    || (hops > 0 && sources.some(source => { const found = module.resolve(source); return found.kind === 'program' && imports(found.module, framework, hops - 1) }))
}

const sourcesByTree = new WeakMap<Module['ast'], string[]>()

/** What a file imports, in both ways. */
function sourcesOf({ ast }: Module): string[] {
  let sources = sourcesByTree.get(ast)
  if (!sources) {
    sourcesByTree.set(ast, sources = [])
    for (const node of ast.body) if ('source' in node && node.source) sources.push(node.source.value)
    for (const { callee, arguments: [source] } of nodesBelow(ast, 'CallExpression')) if (callee.type === 'Identifier' && callee.name === 'require' && source?.type === 'Literal' && typeof source.value === 'string') sources.push(source.value)
    for (const { source } of nodesBelow(ast, 'ImportExpression')) if (source.type === 'Literal' && typeof source.value === 'string') sources.push(source.value)
  }
  return sources
}
