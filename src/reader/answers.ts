/** What the code does with the answer of a call that says whether something is good, and throws nothing. */
import type { CheckRow } from '../frameworks/describe.js'
import { isFunction } from '../analysis/conditions.js'
import { isWithin } from '../analysis/tree.js'
import type { Module, Node } from '../analysis/value.js'

/** Whether anybody may look at it: not where it is a statement, or a variable that nothing reads. */
export function isHeeded(answer: Node, module: Module): boolean {
  const up = answer.parent
  if (up?.type === 'AwaitExpression' || up?.type === 'TSAsExpression') return isHeeded(up, module)
  if (up?.type === 'VariableDeclarator' && up.id.type === 'Identifier') return (module.variableOf(up.id)?.references.length ?? 2) > 1 || isExported(up)
  return up?.type !== 'ExpressionStatement'
}

/** A bad answer that goes on like a good one: the code compares with others, and does nothing else with the answer. */
export function missedAnswer(answer: Node, { in: name, good, bad }: NonNullable<CheckRow['answers']>, module: Module): string | undefined {
  const uses = usesOf(answer, module)
  const asked = uses?.filter(use => nameOf(use.parent!) === name).map(use => use.parent!)
  const compared = asked?.map(comparedWith)
  if (!uses || !asked || !compared?.length || compared.includes(undefined)) return undefined
  // where it is known to be bad, the code may read what else is told of it
  const tests = asked.map(one => ifAround(one))
  if (!uses.every(use => nameOf(use.parent!) === name || (nameOf(use.parent!) !== undefined && tests.some(test => test && isWithin(use, test))))) return undefined
  const told = compared.flat()
  return told.includes(good) ? undefined : bad.find(one => !told.includes(one))
}

/** The places that have the answer; undefined where it may be anywhere. */
function usesOf(answer: Node, module: Module): Node[] | undefined {
  const up = answer.parent
  if (up?.type === 'MemberExpression') return [answer]
  if (up?.type === 'AwaitExpression' || up?.type === 'TSAsExpression') return usesOf(up, module)
  if (up?.type !== 'VariableDeclarator' || up.id.type !== 'Identifier' || isExported(up)) return undefined
  return module.variableOf(up.id)?.references.map(({ identifier }) => identifier as Node).filter(one => one !== up.id)
}

const isExported = (declarator: Node): boolean => declarator.parent?.parent?.type === 'ExportNamedDeclaration'

/** The name under which a member is read. */
const nameOf = (member: Node): string | undefined => member.type === 'MemberExpression' && !member.computed && member.property.type === 'Identifier' ? member.property.name : undefined

/** The texts a value is compared with; undefined where something else may be done with it. */
function comparedWith(value: Node): string[] | undefined {
  const up = value.parent
  if (up?.type === 'SwitchStatement' && up.discriminant === value) {
    const tests = up.cases.map(({ test }) => textOf(test))
    return tests.includes(undefined) ? undefined : tests as string[]
  }
  if (up?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(up.operator)) return undefined
  const text = textOf(up.left === value ? up.right : up.left)
  return text === undefined ? undefined : [text]
}

const textOf = (node: Node | null): string | undefined => node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

/** The statement, or choice, that hangs on a value. */
function ifAround(value: Node): Node | undefined {
  for (let at: Node | undefined = value; at && !isFunction(at); at = at.parent) if (at.type === 'IfStatement' || at.type === 'ConditionalExpression' || at.type === 'SwitchStatement') return at
  return undefined
}
