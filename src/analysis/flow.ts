/**
 * Does evidence decide whether something runs? The body of a function is unfolded into a tree of tests with `pass` and
 * `stop` at its ends. It gates when no way to `pass` is open whatever the evidence says.
 */
import type { TSESTree } from '@typescript-eslint/types'
import { isLoop } from './conditions.js'
import { children, depends } from './depends.js'
import type { Evaluator } from './evaluate.js'
import { truth } from './fold.js'
import { bare, type Env, type FunctionNode, type FunctionValue, type Node } from './value.js'

export interface Question {
  fn: FunctionValue
  /** The environment of the function's body. */
  env: Env
  /** How approval looks: a call that `passes` accepts, a returned truthy or falsy value, or an end without a throw. */
  approval: 'calls' | 'truthy' | 'falsy' | 'completes'
  passes?(call: Node, env: Env): boolean
  /** Whether this very expression is something the guard may look at. */
  isEvidence(node: Node, env: Env): boolean
  evaluator: Evaluator
}

export interface Answer {
  gates: 'yes' | 'no' | 'unknown'
  /** Some way ends without approval. */
  refuses: boolean
  /** It does something where the evidence is missing or wrong, whether or not that stops anything. */
  reacts: boolean
}

type Tree = 'pass' | 'stop' | { evidence: boolean; yes: Tree; no: Tree } | { maybe: Tree }
type Next = () => Tree
interface Way { env: Env; approval: Question['approval']; thrown: Next; caught: boolean; left?: Next; depth: number }

/** Statements and expressions unfolded for one question, and functions walked into. */
const WORK = 1500, DEPTH = 3

export function gating(question: Question): Answer {
  const { fn, evaluator } = question
  let work = 0, reacts = false, refuses = false
  const relevant = new WeakMap<Node, boolean>()

  const stop: Next = () => { refuses = true; return 'stop' }
  const evident = (node: Node, env: Env) => depends(node, env, { isSource: question.isEvidence, evaluator, through: 'decision' }) === 'yes'
  const spend = () => { if (++work > WORK) throw new Overflow() }

  /** Whether a node holds anything that passes, leaves, or could refuse. */
  function matters(node: Node | null | undefined, env: Env): boolean {
    if (!node) return false
    const known = relevant.get(node)
    if (known !== undefined) return known
    let answer = node.type === 'ReturnStatement' || node.type === 'ThrowStatement' || node.type === 'BreakStatement' || node.type === 'ContinueStatement'
      || (node.type === 'CallExpression' && (question.passes?.(node, env) ?? false))
    if (!answer && !isNested(node)) answer = children(node).some(child => matters(child, env))
    relevant.set(node, answer)
    return answer
  }

  function list(nodes: readonly Node[], at: number, next: Next, way: Way): Tree {
    const node = nodes[at]
    return node ? statement(node, () => list(nodes, at + 1, next, way), way) : next()
  }

  function statement(node: Node, next: Next, way: Way): Tree {
    spend()
    switch (node.type) {
      case 'BlockStatement': return list(node.body, 0, next, way)
      case 'ExpressionStatement': return expression(node.expression, next, way)
      case 'VariableDeclaration': return node.declarations.reduceRight<Next>((rest, { init }) => () => init ? expression(init, rest, way) : rest(), next)()
      case 'IfStatement':
        if (negative(node.test) && evident(node.test, way.env)) reacts = true
        if (!matters(node.consequent, way.env) && !matters(node.alternate, way.env)) return expression(node.test, next, way)
        return condition(node.test, () => statement(node.consequent, next, way), () => node.alternate ? statement(node.alternate, next, way) : next(), way)
      case 'ReturnStatement': return returned(node.argument, way)
      case 'ThrowStatement': return way.thrown()
      case 'TryStatement': {
        const after: Next = () => node.finalizer ? statement(node.finalizer, next, way) : next()
        return statement(node.block, after, { ...way, caught: way.caught || Boolean(node.handler), thrown: node.handler ? () => statement(node.handler!.body, after, way) : way.thrown })
      }
      case 'SwitchStatement': return cases(node, 0, next, way)
      case 'BreakStatement': case 'ContinueStatement': return (way.left ?? next)()
      case 'LabeledStatement': return statement(node.body, next, way)
      default:
        if (!isLoop(node) || !matters(node, way.env)) return next()
        return { evidence: false, yes: statement((node as TSESTree.WhileStatement).body, next, { ...way, left: next }), no: next() }
    }
  }

  function cases(node: TSESTree.SwitchStatement, at: number, next: Next, way: Way): Tree {
    const one = node.cases[at]
    if (!one) return next()
    const run: Next = () => list(node.cases.slice(at).flatMap(later => later.consequent), 0, next, { ...way, left: next })
    if (!one.test) return node.cases.length === at + 1 ? run() : cases(node, at + 1, run, way)
    return { evidence: evident(node.discriminant, way.env), yes: run(), no: cases(node, at + 1, next, way) }
  }

  function returned(argument: Node | null, way: Way): Tree {
    if (way.approval === 'calls') return argument ? expression(argument, stop, way) : stop()
    if (way.approval === 'completes') return argument ? expression(argument, () => 'pass', way) : 'pass'
    const approve: Next = () => 'pass'
    if (!argument) return way.approval === 'falsy' ? 'pass' : stop()
    return way.approval === 'truthy' ? condition(argument, approve, stop, way) : condition(argument, stop, approve, way)
  }

  function condition(test: Node, yes: Next, no: Next, way: Way): Tree {
    spend()
    const node = bare(test)
    if (node.type === 'UnaryExpression' && node.operator === '!') return condition(node.argument, no, yes, way)
    if (node.type === 'LogicalExpression' && node.operator === '&&') return condition(node.left, () => condition(node.right, yes, no, way), no, way)
    if (node.type === 'LogicalExpression' && node.operator === '||') return condition(node.left, yes, () => condition(node.right, yes, no, way), way)
    if (node.type === 'ConditionalExpression') return condition(node.test, () => condition(node.consequent, yes, no, way), () => condition(node.alternate, yes, no, way), way)
    const value = evaluator.evaluate(node, way.env)
    const known = truth(value)
    if (known !== undefined) return known ? yes() : no()
    if (node.type === 'CallExpression' && test.type !== 'AwaitExpression') {
      const callee = evaluator.evaluate(node.callee, way.env)
      if (callee.kind === 'function' && callee.fn.async) return yes() // a promise is always truthy
    }
    return { evidence: evident(node, way.env), yes: yes(), no: no() }
  }

  function expression(whole: Node, next: Next, way: Way): Tree {
    spend()
    const node = bare(whole)
    if (isNested(node)) return next()
    if (node.type === 'LogicalExpression' && node.operator !== '??' && matters(node.right, way.env)) {
      const run: Next = () => expression(node.right, next, way)
      return node.operator === '&&' ? condition(node.left, run, next, way) : condition(node.left, next, run, way)
    }
    if (node.type === 'ConditionalExpression' && (matters(node.consequent, way.env) || matters(node.alternate, way.env))) return condition(node.test, () => expression(node.consequent, next, way), () => expression(node.alternate, next, way), way)
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return call(node, next, way)
    return children(node).reduceRight<Next>((rest, child) => () => child.type.startsWith('TS') ? rest() : expression(child, rest, way), next)()
  }

  function call(node: TSESTree.CallExpression | TSESTree.NewExpression, next: Next, way: Way): Tree {
    const made: Next = () => {
      if (node.type === 'CallExpression' && question.passes?.(node, way.env)) return 'pass'
      const handed = node.arguments.filter((arg): arg is TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression => isNested(arg) && matters((arg as FunctionNode).body, way.env))
      const callback = handed.find(one => question.passes && children(one.body).some(child => passesWithin(child, way.env)))
      if (callback) return { evidence: evident(node, way.env), yes: body(callback, { ...way, approval: 'calls' }, stop), no: stop() }
      if (node.type === 'NewExpression' || !node.arguments.some(arg => evident(arg, way.env))) return next()
      const callee = evaluator.evaluate(node.callee, way.env)
      if (callee.kind === 'function' && way.depth < DEPTH) {
        const env = evaluator.enter(callee, node.arguments.map(arg => evaluator.evaluate(arg, way.env)), node, way.env)
        if (env) return replace(body(callee.fn, { ...way, env, approval: 'completes', depth: way.depth + 1, thrown: () => 'stop', caught: false }, () => 'pass'), next, way.thrown)
      }
      // code that is not seen may throw: inside a try, that is a test; outside, it cannot be told
      if (!way.caught) return { maybe: next() }
      if (isKept(node)) reacts = true
      return { evidence: true, yes: next(), no: way.thrown() }
    }
    return node.arguments.filter(arg => !isNested(arg)).reduceRight<Next>((rest, arg) => () => expression(arg, rest, way), made)()
  }

  function passesWithin(node: Node, env: Env): boolean {
    return (node.type === 'CallExpression' && (question.passes?.(node, env) ?? false)) || (!isNested(node) && children(node).some(child => passesWithin(child, env)))
  }

  /** A called function's tree, going on where it completes and failing where it throws. */
  function replace(tree: Tree, pass: Next, fail: Next): Tree {
    spend()
    if (tree === 'pass') return pass()
    if (tree === 'stop') return fail()
    return 'maybe' in tree ? { maybe: replace(tree.maybe, pass, fail) } : { evidence: tree.evidence, yes: replace(tree.yes, pass, fail), no: replace(tree.no, pass, fail) }
  }

  function body(of: FunctionNode, way: Way, end: Next): Tree {
    if (of.body.type !== 'BlockStatement') return returned(of.body, way)
    return list(of.body.body, 0, end, way)
  }

  try {
    const end: Next = question.approval === 'completes' || question.approval === 'falsy' ? () => 'pass' : stop
    const tree = body(fn.fn, { env: question.env, approval: question.approval, thrown: stop, caught: false, depth: 0 }, end)
    const open = ungated(tree)
    return { gates: open === 'yes' ? 'no' : open === 'no' ? 'yes' : 'unknown', refuses, reacts }
  } catch (error) {
    if (error instanceof Overflow || error instanceof RangeError) return { gates: 'unknown', refuses, reacts }
    throw error
  }
}

class Overflow extends Error {}

/** Whether a way to pass is open that no evidence decides. */
function ungated(tree: Tree): 'yes' | 'no' | 'unknown' {
  if (tree === 'pass') return 'yes'
  if (tree === 'stop') return 'no'
  if ('maybe' in tree) return ungated(tree.maybe) === 'no' ? 'no' : 'unknown'
  const yes = ungated(tree.yes), no = ungated(tree.no)
  if (tree.evidence) return yes === 'yes' && no === 'yes' ? 'yes' : yes !== 'no' && no !== 'no' ? 'unknown' : 'no'
  return yes === 'yes' || no === 'yes' ? 'yes' : yes === 'unknown' || no === 'unknown' ? 'unknown' : 'no'
}

function isNested(node: Node): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'ClassExpression' || node.type === 'ClassDeclaration'
}

/** Whether somebody takes what a call gives: what is only told to others verifies nothing. */
function isKept(node: Node): boolean {
  const up = node.parent
  return up?.type === 'AwaitExpression' ? isKept(up) : up?.type === 'VariableDeclarator' || up?.type === 'AssignmentExpression'
}

/** A test that holds where something is missing or different: `!x`, `x === null`, `x !== y`. */
function negative(test: Node): boolean {
  const node = bare(test)
  if (node.type === 'UnaryExpression') return node.operator === '!'
  if (node.type === 'LogicalExpression') return negative(node.left) || negative(node.right)
  if (node.type !== 'BinaryExpression') return false
  const empty = (side: Node) => (side.type === 'Literal' && side.value === null) || (side.type === 'Identifier' && side.name === 'undefined')
  return node.operator.startsWith('!') ? !empty(node.right) : node.operator.startsWith('==') && empty(node.right)
}
