/**
 * Whether a file that speaks of no library may still use one: by what it hands to code of the program that does. Told from
 * the tree alone, for nearly every file is asked.
 */
import type { TSESTree } from '@typescript-eslint/types'
import type { Scope } from '@typescript-eslint/scope-manager'
import { bare } from '../analysis/value.js'
import type { Node } from '../analysis/value.js'

/** How deep options are looked into. */
const DEPTH = 3

/** The files whose functions and classes are given something that may decide about security. */
export function wrappersUsed(ast: TSESTree.Program, variables: readonly Scope['variables'][number][]): Set<string> {
  const found = new Set<string>()
  let constants: Map<string, Node> | undefined
  const constant = (name: string) => (constants ??= constantsOf(ast)).get(name)
  for (const { defs, references } of variables) {
    const source = defs[0] && sourceOf(defs[0])
    if (source === undefined || found.has(source) || !isOwnSource(source)) continue
    if (references.some(({ identifier }) => isGiven(identifier as Node, constant))) found.add(source)
  }
  return found
}

/** What a name was imported from, be it by `import` or by `require()`. */
function sourceOf({ node, parent }: Scope['variables'][number]['defs'][number]): string | undefined {
  if (parent?.type === 'ImportDeclaration') return parent.source.value
  const init = node.type === 'VariableDeclarator' && node.init ? bare(node.init) : undefined
  const required = init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require' ? init.arguments[0] : undefined
  return required?.type === 'Literal' && typeof required.value === 'string' ? required.value : undefined
}

/** Whether an import looks like one of the program's own files. */
export const isOwnSource = (source: string): boolean => /^[.#@~/]/.test(source)

type Lookup = (name: string) => Node | undefined

/** What the file's own constants are written as. */
function constantsOf({ body }: TSESTree.Program): Map<string, Node> {
  const found = new Map<string, Node>()
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (declaration?.type === 'VariableDeclaration') for (const { id, init } of declaration.declarations) if (id.type === 'Identifier' && init) found.set(id.name, init)
  }
  return found
}

function isGiven(name: Node, constant: Lookup): boolean {
  let at = name
  while (at.parent?.type === 'MemberExpression' && at.parent.object === at) at = at.parent
  const { parent } = at
  if (!parent) return false
  if (parent.type === 'CallExpression' || parent.type === 'NewExpression') return parent.callee === at && parent.arguments.some(argument => tells(argument, constant, 0))
  if (parent.type !== 'ClassDeclaration' && parent.type !== 'ClassExpression') return false
  return parent.superClass === at && parent.body.body.some(part => part.type === 'PropertyDefinition' ? part.value !== null && tells(part.value, constant, 0) : part.type === 'MethodDefinition' && tellsAbove(part, constant))
}

/** Whether what is written here may turn protection on or off, bound something, or be an address. */
function tells(written: Node, constant: Lookup, depth: number): boolean {
  if (depth > DEPTH) return false
  const at = bare(written)
  switch (at.type) {
    case 'Literal': return typeof at.value === 'string' ? isAddress(at.value) : !('regex' in at)
    case 'TemplateLiteral': return at.quasis.some(({ value }) => isAddress(value.cooked ?? ''))
    case 'Identifier': { const init = constant(at.name); return at.name === 'undefined' || (init !== undefined && tells(init, constant, depth + 1)) }
    case 'UnaryExpression': return tells(at.argument, constant, depth + 1)
    case 'LogicalExpression': return tells(at.left, constant, depth + 1) || tells(at.right, constant, depth + 1)
    case 'ConditionalExpression': return tells(at.consequent, constant, depth + 1) || tells(at.alternate, constant, depth + 1)
    case 'MemberExpression': return at.object.type === 'MemberExpression' && at.object.property.type === 'Identifier' && at.object.property.name === 'env'
    case 'ObjectExpression': return at.properties.some(part => part.type === 'Property' && tells(part.value, constant, depth + 1))
    default: return false
  }
}

const isAddress = (text: string): boolean => /:\/\/|:\d{2,5}$|^\d+(?:\.\d+){3}/.test(text)

/** Whether a method hands something of this kind to the class above: `super({ tls: false })`, a getter that returns it. */
function tellsAbove({ kind, value }: TSESTree.MethodDefinition, constant: Lookup): boolean {
  return (value.body?.body ?? []).some(statement => {
    if (statement.type === 'ReturnStatement') return kind === 'get' && statement.argument !== null && tells(statement.argument, constant, 0)
    return statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' && statement.expression.callee.type === 'Super' && statement.expression.arguments.some(argument => tells(argument, constant, 0))
  })
}
