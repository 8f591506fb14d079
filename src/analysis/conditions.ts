/** Which tests, by the structure of the code alone, must have gone which way for a node to be reached. */
import type { TSESTree } from '@typescript-eslint/types'
import { childKeys, nodesBelow } from './tree.js'
import type { Node } from './value.js'

/** `test` went `is`. In a `switch`, `test` is what is switched on, and what went is that it equals one of `oneOf`. */
export interface PathTest { test: Node; is: boolean; oneOf?: readonly Node[] }

export function isFunction(node: Node): node is TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
}

export const functionsBelow = (node: Node) => nodesBelow(node, 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression')

export type Loop = TSESTree.ForStatement | TSESTree.ForOfStatement | TSESTree.ForInStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement

export function isLoop(node: Node): node is Loop {
  return node.type === 'ForStatement' || node.type === 'ForOfStatement' || node.type === 'ForInStatement' || node.type === 'WhileStatement' || node.type === 'DoWhileStatement'
}

/** The nearest function around a node, or the program. */
export function functionAround(node: Node): Node {
  let up = node.parent
  while (up && up.type !== 'Program' && !isFunction(up) && up.type !== 'PropertyDefinition' && up.type !== 'StaticBlock') up = up.parent
  return up ?? node
}

/** Whether control may run past the statement to the next one. */
export function runsPast(statement: Node | null | undefined): boolean {
  switch (statement?.type) {
    case 'ReturnStatement': case 'ThrowStatement': case 'BreakStatement': case 'ContinueStatement': return false
    case 'BlockStatement': return statement.body.every(runsPast)
    case 'IfStatement': return runsPast(statement.consequent) || runsPast(statement.alternate)
    case 'TryStatement': return runsPast(statement.finalizer) && (runsPast(statement.block) || (!!statement.handler && runsPast(statement.handler.body)))
    case 'SwitchStatement': {
      const last = statement.cases.at(-1)
      return !statement.cases.some(one => !one.test) || last!.consequent.every(runsPast) || statement.cases.some(one => one.consequent.some(breaksOut))
    }
    case 'WhileStatement': case 'DoWhileStatement': case 'ForStatement':
      return !endless(statement.test) || breaksOut(statement.body)
    case 'LabeledStatement': return runsPast(statement.body) || breaksOut(statement.body)
    case 'ExpressionStatement': return !isProcessExit(statement.expression)
    default: return true
  }
}

function endless(test: Node | null): boolean {
  return !test || (test.type === 'Literal' && Boolean(test.value))
}

/** Whether a statement holds a `break` that leaves the loop, switch or label directly around it. */
function breaksOut(statement: Node): boolean {
  const waiting: { node: Node; nested: boolean }[] = [{ node: statement, nested: false }]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { node } = at
    if (node.type === 'BreakStatement' && (node.label || !at.nested)) return true
    if (!/Statement$|^SwitchCase$|^CatchClause$/.test(node.type) || node.type === 'ExpressionStatement') continue
    const nested = at.nested || isLoop(node) || node.type === 'SwitchStatement'
    for (const key of childKeys(node)) {
      const child = node[key as keyof Node] as unknown
      for (const one of Array.isArray(child) ? child : [child]) if (one && typeof (one as Node).type === 'string') waiting.push({ node: one as Node, nested })
    }
  }
  return false
}

function isProcessExit(node: Node): boolean {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    && node.callee.object.type === 'Identifier' && node.callee.object.name === 'process'
    && node.callee.property.type === 'Identifier' && node.callee.property.name === 'exit'
}

/** The statement list that holds a statement, if any. */
export function listOf(parent: Node | undefined): readonly Node[] | undefined {
  switch (parent?.type) {
    case 'BlockStatement': case 'Program': case 'StaticBlock': return parent.body
    case 'SwitchCase': return parent.consequent
    default: return undefined
  }
}

/** The tests on the way from `top` (a function, a block, the program) down to `node`, outermost first. */
export function testsAround(node: Node, top: Node): PathTest[] {
  const steps: PathTest[][] = []
  for (let at: Node = node, up = node.parent; up && at !== top; at = up, up = up.parent) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') {
      if (at !== up.test) steps.push([{ test: up.test, is: at === up.consequent }])
    } else if (up.type === 'LogicalExpression' && at === up.right && up.operator !== '??') {
      steps.push([{ test: up.left, is: up.operator === '&&' }])
    } else if (up.type === 'SwitchCase' && at !== up.test) {
      steps.push(passed(up.consequent, at), entered(up))
      if (up === top) break
      continue
    }
    const list = listOf(up)
    if (list) steps.push(passed(list, at))
    if (up === top) break
  }
  return steps.reverse().flat()
}

/** The tests that went so that control ran past the end of a block. */
export function testsPast(block: TSESTree.BlockStatement): PathTest[] {
  return exitsOf(block.body).flatMap(exit => exit.tests)
}

function passed(list: readonly Node[], before: Node): PathTest[] {
  const exits = exitsOf(list)
  return exits.length === 0 ? [] : exits.filter(exit => exit.end <= before.range[0]).flatMap(exit => exit.tests)
}

interface Exit { end: number; tests: PathTest[] }
const exits = new WeakMap<readonly Node[], readonly Exit[]>()

/** The statements of a list that may leave it, and what running past each of them says. */
function exitsOf(list: readonly Node[]): readonly Exit[] {
  let found = exits.get(list)
  if (!found) exits.set(list, found = list.map(one => ({ end: one.range[1], tests: testsPassing(one) })).filter(exit => exit.tests.length > 0))
  return found
}

/** What is known once control has run past one statement. */
function testsPassing(statement: Node): PathTest[] {
  const tests: PathTest[] = []
  for (let at: Node | null = statement; at;) {
    if (at.type === 'BlockStatement') return [...tests, ...testsPast(at)]
    if (at.type === 'SwitchStatement') return [...tests, ...testsPassingSwitch(at)]
    if (at.type !== 'IfStatement') return tests
    if (!runsPast(at.consequent)) {
      tests.push({ test: at.test, is: false })
      at = at.alternate
    } else if (at.alternate && !runsPast(at.alternate)) {
      tests.push({ test: at.test, is: true })
      at = at.consequent
    } else return tests
  }
  return tests
}

function testsPassingSwitch({ discriminant, cases }: TSESTree.SwitchStatement): PathTest[] {
  const leaves: boolean[] = []
  for (let index = cases.length - 1; index >= 0; index--) {
    const end = cases[index]!.consequent.find(statement => breaksOut(statement) || !runsPast(statement))
    leaves[index] = end ? !breaksOut(end) : leaves[index + 1] ?? false
  }
  const rest = cases.some((one, index) => !one.test && leaves[index])
  const oneOf = cases.flatMap((one, index) => one.test && leaves[index] !== rest ? [one.test] : [])
  return oneOf.length > 0 ? [{ test: discriminant, is: rest, oneOf }] : []
}

/** What must hold for a `case` to be entered, be it from the ones above that fall through to it. */
function entered(one: TSESTree.SwitchCase): PathTest[] {
  const { discriminant, cases } = one.parent
  const last = cases.indexOf(one)
  let first = last
  while (first > 0 && cases[first - 1]!.consequent.every(runsPast)) first--
  const here = new Set(cases.slice(first, last + 1))
  const rest = [...here].some(other => !other.test)
  const oneOf = cases.flatMap(other => other.test && here.has(other) !== rest ? [other.test] : [])
  return oneOf.length > 0 ? [{ test: discriminant, is: !rest, oneOf }] : []
}
