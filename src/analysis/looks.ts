/** What code does with a value: where it tests it, or gives it to code that may, and where it uses it. Knows nothing of RPC. */
import { isFunction } from './conditions.js'
import { children } from './depends.js'
import { mannerOf } from './manner.js'
import { alternatives, bare, type Env, type Evaluator, type FunctionNode, type FunctionValue, type Node, type Value } from './value.js'

export interface Sighting {
  /** `reads`: the value is taken. `looks`: it is tested, or given to code that may test it. `uses`: it goes somewhere; `goes`: within something that code gets which is not seen. */
  readonly kind: 'reads' | 'looks' | 'uses' | 'goes'
  /** Names from what is asked about down to what was met. */
  readonly path: readonly string[]
  readonly node: Node
}

interface Question {
  fn: FunctionValue
  env: Env
  evaluator: Evaluator
  /** The names from what is asked about down to a value; undefined for any other value. */
  pathTo(value: Value): string[] | undefined
}

/** Functions walked into, and expressions looked at. */
const DEPTH = 4, WORK = 3000
const COMPARES = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof'])

/** Every place where a function meets the value, in the order of the source; undefined when there are too many to tell. */
export function sightings({ fn, env, evaluator, pathTo }: Question): Sighting[] | undefined {
  const found: Sighting[] = [], entered = new Map<Env, Map<Node, boolean>>()
  let work = 0

  function visit(root: FunctionNode, at: Env, depth: number): boolean {
    const waiting: Node[] = [root.body]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (++work > WORK) return false
      const path = isPath(node, at) ? met(node, at) : undefined
      if (path && !within(node)) {
        const kind = classify(node, at, depth)
        if (kind === undefined) return false
        if (kind !== 'nothing') found.push({ kind, path, node })
      }
      waiting.push(...read(node))
    }
    return true
  }

  /** What is evaluated under a node: names that are given something are not. */
  function read(node: Node): Node[] {
    if (node.type === 'VariableDeclarator') return node.init ? [node.init] : []
    if (isFunction(node)) return node.body ? [node.body] : []
    if (node.type === 'AssignmentExpression' && node.left.type !== 'MemberExpression') return [node.right]
    return node.type === 'CatchClause' ? [node.body] : children(node)
  }

  /** Whether an expression may be the value: what begins at an import, or at nothing that the file defines, is not. */
  function isPath(node: Node, { module }: Env): boolean {
    if (node.type === 'CallExpression') return true
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
    let first: Node = node
    while (first.type === 'MemberExpression') first = bare(first.object)
    if (first.type !== 'Identifier') return node.type === 'MemberExpression'
    const def = module.variableOf(first)?.defs[0]
    return def !== undefined && def.type as string !== 'ImportBinding'
  }

  function met(node: Node, at: Env): string[] | undefined {
    for (const { value } of alternatives(evaluator.evaluate(node, at))) { const path = pathTo(value); if (path) return path }
    return undefined
  }

  /** Whether a longer path, which is asked on its own, begins here. */
  function within(node: Node): boolean {
    const whole = outermost(node)
    return whole.parent?.type === 'MemberExpression' && whole.parent.object === whole
  }

  /** What is done with an expression where it stands. */
  function classify(node: Node, at: Env, depth: number): Sighting['kind'] | 'nothing' | undefined {
    const whole = outermost(node), up = whole.parent
    switch (up?.type) {
      case 'VariableDeclarator': return up.init === whole ? 'reads' : 'nothing'
      case 'AssignmentExpression': return up.right !== whole ? 'nothing' : up.left.type === 'MemberExpression' ? 'uses' : 'reads'
      case 'IfStatement': case 'WhileStatement': case 'DoWhileStatement': case 'ForStatement': return 'nothing'
      case 'ConditionalExpression': return up.test === whole ? 'nothing' : 'uses'
      case 'LogicalExpression': return up.left === whole && up.operator === '&&' ? 'nothing' : 'uses'
      case 'UnaryExpression': return up.operator === 'typeof' ? 'looks' : 'nothing'
      case 'BinaryExpression': return COMPARES.has(up.operator) ? isEmpty(up.left) || isEmpty(up.right) ? 'nothing' : 'looks' : 'uses'
      case 'SwitchStatement': case 'SwitchCase': return 'looks'
      case 'ExpressionStatement': return 'nothing'
      case 'CallExpression': case 'NewExpression': return up.callee === whole ? 'uses' : given(whole, up, at, depth)
      // what holds it goes on with it
      case 'Property': return up.value === whole && up.parent.type === 'ObjectExpression' ? held(up.parent, at, depth) : 'uses'
      case 'SpreadElement': return up.parent.type === 'ObjectExpression' || up.parent.type === 'ArrayExpression' ? held(up.parent, at, depth) : 'uses'
      case 'ArrayExpression': return held(up, at, depth)
      default: return 'uses'
    }
  }

  function held(holder: Node, at: Env, depth: number): Sighting['kind'] | 'nothing' | undefined {
    const kind = classify(holder, at, depth)
    return kind === 'looks' ? 'goes' : kind
  }

  function given(argument: Node, call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>, at: Env, depth: number): Sighting['kind'] | 'nothing' | undefined {
    const callee = evaluator.evaluate(call.callee, at)
    if (call.type === 'CallExpression' && callee.kind === 'function' && callee.fn.body && !callee.fn.generator) {
      if (depth >= DEPTH) return undefined
      return enter(callee, call, at, depth) ? 'nothing' : undefined
    }
    const name = callee.kind === 'member' ? callee.name ?? '' : ''
    // `Array.isArray(x)`, `Number.isInteger(x)`
    if (/^is[A-Z]/.test(name)) return 'looks'
    if (name === 'stringify') return 'uses'
    switch (mannerOf(call, callee)) {
      case 'tells': return 'nothing'
      // what only the name of a function tells is not enough
      case 'quiet': return callee.kind === 'member' || (callee.kind === 'root' && callee.of === 'global') ? 'uses' : 'looks'
      default: return 'looks'
    }
  }

  /** Meets the value inside a function that is given it: once for all that one call gives. */
  function enter(callee: FunctionValue, call: Extract<Node, { type: 'CallExpression' }>, at: Env, depth: number): boolean {
    let calls = entered.get(at)
    if (!calls) entered.set(at, calls = new Map())
    let told = calls.get(call)
    if (told === undefined) {
      const inner = evaluator.enter(callee, call.arguments.map(one => evaluator.evaluate(one, at)), call, at)
      calls.set(call, told = inner !== undefined && visit(callee.fn, inner, depth + 1))
    }
    return told
  }

  return visit(fn.fn, env, 0) ? found.sort((a, b) => a.node.range[0] - b.node.range[0]) : undefined
}

/** An expression with all that only waits for it, or says what its type is. */
function outermost(node: Node): Node {
  let at = node
  while (at.parent && bare(at.parent) === bare(node)) at = at.parent
  return at
}

const isEmpty = (node: Node): boolean => (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
