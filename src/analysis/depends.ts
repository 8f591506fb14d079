/** Where a value may have come from: data flow inside a program, and the decisions that chose it. Knows nothing of RPC. */
import type { TSESTree } from '@typescript-eslint/types'
import { isWithin } from './tree.js'
import { alternatives, bare, contains, type Env, type Evaluator, type FunctionNode, type Node, type Value, type Variable } from './value.js'

export interface Search {
  readonly evaluator: Evaluator
  /** Whether this very expression is what is looked for; asked of every expression on the way. */
  isSource(node: Node, env: Env): boolean
  /**
   * `value`: what the value is made of. `decision`: also what chose it, namely comparisons, the tests of conditional
   * expressions, and the conditions under which a variable is written.
   */
  readonly through: 'value' | 'decision'
  /** Where the call stands that made this environment, when the asker entered it. */
  callerOf?(env: Env): Env | undefined
  /** The call that a function was handed to by name; inline functions are found without it. */
  handedTo?(fn: FunctionNode): { call: CallNode; env: Env } | undefined
}
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression
type Origin = [node: Node | null | undefined, env: Env]

const MAX_STEPS = 2000
const MAX_HOPS = 40

/** As `dependsOn`, but says `lost` where the search was given up, for askers to whom silence is no answer. */
export function depends(node: Node, env: Env, search: Search): 'yes' | 'no' | 'lost' {
  const todo: { node: Node; env: Env; hops: number }[] = [{ node, env, hops: 0 }]
  const seen = new Map<Env, Set<Node>>()
  let lost = false
  for (let steps = 0; todo.length > 0; steps++) {
    if (steps >= MAX_STEPS) return 'lost'
    const at = todo.pop()!
    const known = seen.get(at.env) ?? new Set()
    if (known.has(at.node)) continue
    seen.set(at.env, known.add(at.node))
    if (search.isSource(at.node, at.env)) return 'yes'
    const hop = at.node.type === 'Identifier' ? 1 : 0
    if (at.hops + hop > MAX_HOPS) { lost = true; continue }
    for (const [from, where] of origins(at.node, at.env, search)) if (from) todo.push({ node: from, env: where, hops: at.hops + hop })
  }
  return lost ? 'lost' : 'no'
}

const COMPARISONS = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof'])

/** One step back: what the value of `node` is directly made of. */
function origins(node: Node, env: Env, search: Search): Origin[] {
  const decides = search.through === 'decision'
  switch (node.type) {
    case 'Identifier': {
      const variable = env.module.variableOf(node)
      return variable ? written(variable, node, env, search) : []
    }
    case 'MemberExpression': return [[node.object, env], [node.computed ? node.property : null, env]]
    case 'ConditionalExpression': return [[node.consequent, env], [node.alternate, env], [decides ? node.test : null, env]]
    case 'BinaryExpression': return COMPARISONS.has(node.operator) && !decides ? [] : [[node.left, env], [node.right, env]]
    case 'UnaryExpression': return decides || !['!', 'typeof', 'void', 'delete'].includes(node.operator) ? [[node.argument, env]] : []
    case 'AssignmentExpression': return [[node.right, env], [node.operator === '=' ? null : node.left, env]]
    // What a function does with its own parameters is told by its calls; of itself it carries what it captures.
    case 'FunctionDeclaration': case 'FunctionExpression': case 'ArrowFunctionExpression': return [[node.body, env]]
    case 'ClassDeclaration': case 'ClassExpression': return []
    default: return children(node).map(child => [child, env])
  }
}

/** Everything that is put into a variable, and for decisions what chose it. */
function written(variable: Variable, use: Node, env: Env, search: Search): Origin[] {
  const decides = search.through === 'decision'
  const found: Origin[] = []
  const add = (node: Node | null | undefined) => { if (node) found.push([node, environmentOf(node, env)]) }
  for (const def of variable.defs) {
    // A default inside a pattern is a value too.
    for (let at: Node | undefined = def.name.parent; at && at !== def.node && !('body' in at); at = at.parent) if (at.type === 'AssignmentPattern') add(at.right)
    switch (def.type as string) {
      case 'Variable': {
        const declarator = def.node as TSESTree.VariableDeclarator
        const loop = declarator.parent.parent
        if (declarator.init) add(declarator.init)
        else if ((loop.type === 'ForOfStatement' || loop.type === 'ForInStatement') && loop.left === declarator.parent) add(loop.right)
        break
      }
      case 'Parameter': found.push(...given(def.node as FunctionNode, def.name, env, search)); break
      case 'FunctionName': add(def.node as Node); break
      // Who is caught is decided by what was tried.
      case 'CatchClause': if (decides) add((def.node as TSESTree.CatchClause).parent.block); break
    }
  }
  const used = use.parent?.type === 'MemberExpression' && use.parent.object === use ? memberName(use.parent) : undefined
  for (const reference of variable.references) {
    const at = reference.identifier as Node
    if (reference.writeExpr && !reference.init) add(reference.writeExpr)
    else if (!reference.isWrite()) for (const put of putInto(at, used)) add(put)
    if (decides && reference.isWrite() && !reference.init) for (const test of conditionsOf(at, variable.scope.block as Node)) add(test)
  }
  return found
}

const PUTS = new Set(['push', 'unshift', 'add', 'set', 'append', 'splice', 'fill'])

/** What a mention of an object puts into it: `o.x = v`, `o.push(v)`; a write to one member says nothing of another. */
function putInto(at: Node, used: string | null | undefined): Node[] {
  const member = at.parent
  if (member?.type !== 'MemberExpression' || member.object !== at) return []
  const name = memberName(member)
  const parent = member.parent
  if (parent.type === 'AssignmentExpression' && parent.left === member) return used && name && used !== name ? [] : [parent.right]
  if (parent.type === 'CallExpression' && parent.callee === member && name && PUTS.has(name)) return parent.arguments
  return []
}

/** What decides whether a write is reached, up to the block that owns the variable. */
function conditionsOf(write: Node, block: Node): Node[] {
  const tests: Node[] = []
  for (let at = write; at.parent && at !== block; at = at.parent) {
    const parent: Node = at.parent
    switch (parent.type) {
      case 'IfStatement': case 'ConditionalExpression': case 'WhileStatement': case 'DoWhileStatement':
        if (parent.test !== at) tests.push(parent.test)
        break
      case 'ForStatement': if (parent.test && parent.test !== at) tests.push(parent.test); break
      case 'LogicalExpression': if (parent.right === at) tests.push(parent.left); break
      case 'SwitchCase': if (parent.test) tests.push(parent.test); tests.push(parent.parent.discriminant); break
      case 'ForOfStatement': case 'ForInStatement': tests.push(parent.right); break
      // In the block: reached if nothing before it threw. In the handler: reached if something did.
      case 'TryStatement': if (parent.finalizer !== at) tests.push(parent.block); break
      case 'CallExpression': if (isFunction(at)) tests.push(...around(parent, at)); break
    }
  }
  return tests
}

/** What a parameter is given: bound arguments, else what stands beside the callback in the call it is handed to. */
function given(fn: FunctionNode, name: Node, env: Env, search: Search): Origin[] {
  const index = fn.params.findIndex(param => isWithin(name, param))
  const param = fn.params[index]
  let call: Env | undefined = env
  while (call && call.fn !== fn) call = call.parent
  if (call?.args) {
    const values = param?.type === 'RestElement' ? call.args.slice(index) : call.args.slice(index, index + 1)
    const found = values.flatMap(value => parts(value, search.through === 'decision'))
    const caller = search.callerOf?.(call)
    const site = call.site
    if (caller && (site?.type === 'CallExpression' || site?.type === 'NewExpression'))
      for (const argument of site.arguments.slice(index, param?.type === 'RestElement' ? undefined : index + 1)) found.push([argument, caller])
    return found
  }
  const site = fn.parent
  if ((site.type === 'CallExpression' || site.type === 'NewExpression') && site.arguments.includes(fn as TSESTree.Expression)) return around(site, fn).map(node => [node, env])
  const handed = search.handedTo?.(fn)
  return handed ? around(handed.call, fn).map(node => [node, handed.env]) : []
}

/** Receiver and other arguments of the call that a callback is passed to. */
function around(call: CallNode, callback: Node): Node[] {
  const callee = bare(call.callee)
  return [...(callee.type === 'MemberExpression' ? [callee.object] : []), ...call.arguments.filter(argument => argument !== callback && !isFunction(argument))]
}

/** The expressions that a value, and all it was computed from, stands for. */
function parts(value: Value, decides: boolean): Origin[] {
  const found: Origin[] = []
  contains(value, part => { found.push([part.node, part.env]); return false })
  if (decides) for (const arm of alternatives(value)) for (const { test } of arm.when) found.push([test.node, test.env])
  return found
}

/** The environment in which an expression of the same module stands: the innermost call on the way out that holds it. */
function environmentOf(node: Node, env: Env): Env {
  let at = env
  while (at.parent && at.fn && !isWithin(node, at.fn)) at = at.parent
  return at
}

function isFunction(node: Node): node is TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
}

/** The name of a member that can be read off the code; null when it is computed. */
function memberName(node: TSESTree.MemberExpression): string | null {
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : `#${node.property.name}`
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : null
}


const NO_CHILD = new Set(['parent', 'loc', 'range', 'typeAnnotation', 'typeArguments', 'typeParameters', 'returnType', 'superTypeArguments', 'implements'])

/** The nodes directly under one that run or hold a value: no types, and no plain names of members and keys. */
export function children(node: Node): Node[] {
  const named = (node.type === 'MemberExpression' || node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') && !node.computed
  const found: Node[] = []
  for (const [key, held] of Object.entries(node)) {
    if (NO_CHILD.has(key) || (named && (key === 'key' || (key === 'property' && node.type === 'MemberExpression')))) continue
    for (const child of Array.isArray(held) ? held : [held]) if (child && typeof child === 'object' && typeof child.type === 'string' && child.range) found.push(child)
  }
  return found
}
