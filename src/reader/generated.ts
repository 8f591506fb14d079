/** Classes of the program that a generator writes: their methods are a library's own, and nobody asks what is in them. */
import type { Node, Value } from '../analysis/value.js'
import type { Framework, Generated } from '../frameworks/describe.js'
import { imports } from './sources.js'

/** What a file is called, without what says of which language it is. */
export const stemOf = (source: string): string => source.replace(/^.*[\\/]/, '').replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')

/** Whether a value is an instance of such a class. */
export function isGenerated(value: Value, { holds, named }: Generated, { module, family = [] }: Pick<Framework, 'module' | 'family'>): boolean {
  if (value.kind !== 'call' || !value.isNew) return false
  const { of } = value
  if (of.kind === 'class' || of.kind === 'function') return of.env.module.text.includes(holds) && imports(of.env.module, { module: [module, family].flat() }, 0) && (named === undefined || new RegExp(named).test(stemOf(of.env.module.file)))
  const source = named === undefined ? undefined : lostIn(of)
  return source !== undefined && new RegExp(named!).test(stemOf(source))
}

/** The file that an export was to come from, which is not there. */
function lostIn(value: Value): string | undefined {
  let at = value
  while (at.kind === 'member') at = at.of
  if (at.kind !== 'unknown') return undefined
  const { node, env: { module } } = at, def = node.type === 'Identifier' ? module.variableOf(node)?.defs[0] : undefined, declaration = def?.parent as Node | null | undefined
  const source = declaration?.type === 'ImportDeclaration' ? declaration.source : node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require' ? node.arguments[0] : undefined
  return source?.type === 'Literal' && typeof source.value === 'string' && module.resolve(source.value).kind === 'lost' ? source.value : undefined
}
