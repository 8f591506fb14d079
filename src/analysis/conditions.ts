/** Which tests, by the structure of the code alone, must have gone which way for a node to be reached. */
import type { TSESTree } from '@typescript-eslint/types'
import type { Node } from './value.js'

/** `test` went `is`; a `case` also names the value it was compared with (`of`, the discriminant), `default` has no test. */
export interface PathTest { test: Node | null; is: boolean; of?: Node }

export function isFunction(node: Node): node is TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
}

export function isLoop(node: Node): boolean {
  return node.type === 'ForStatement' || node.type === 'ForOfStatement' || node.type === 'ForInStatement' || node.type === 'WhileStatement' || node.type === 'DoWhileStatement'
}

/** The nearest function around a node, or the program. */
export function functionAround(node: Node): Node {
  let up = node.parent
  while (up && up.type !== 'Program' && !isFunction(up) && up.type !== 'PropertyDefinition' && up.type !== 'StaticBlock') up = up.parent
  return up ?? node
}

/** Whether control never runs past the statement. */
function leaves(statement: Node | null | undefined): boolean {
  if (!statement) return false
  switch (statement.type) {
    case 'ReturnStatement': case 'ThrowStatement': case 'BreakStatement': case 'ContinueStatement': return true
    case 'BlockStatement': return statement.body.some(leaves)
    case 'IfStatement': return leaves(statement.consequent) && leaves(statement.alternate)
    case 'TryStatement': return leaves(statement.finalizer) || (leaves(statement.block) && (!statement.handler || leaves(statement.handler.body)))
    case 'ExpressionStatement': return isProcessExit(statement.expression)
    default: return false
  }
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
  const tests: PathTest[] = []
  for (let at: Node = node, up = node.parent; up && at !== top; at = up, up = up.parent) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') {
      if (at !== up.test) tests.unshift({ test: up.test, is: at === up.consequent })
    } else if (up.type === 'LogicalExpression' && at === up.right && up.operator !== '??') {
      tests.unshift({ test: up.left, is: up.operator === '&&' })
    } else if (up.type === 'SwitchCase') {
      const choice = up.parent as TSESTree.SwitchStatement
      tests.unshift({ test: up.test, is: true, of: choice.discriminant })
    }
    const passed: PathTest[] = []
    for (const earlier of (listOf(up) ?? [])) {
      if (earlier === at) break
      if (earlier.type === 'IfStatement') {
        if (leaves(earlier.consequent)) passed.push({ test: earlier.test, is: false })
        else if (leaves(earlier.alternate)) passed.push({ test: earlier.test, is: true })
      }
    }
    tests.unshift(...passed)
    if (up === top) break
  }
  return tests
}
