/** The functions that peers invoke: those that the file registers, and those whose declared types say what they are. */
import { functionsBelow, isFunction } from '../analysis/conditions.js'
import { nodesBelow } from '../analysis/tree.js'
import type { FunctionNode, Module, Node, Value } from '../analysis/value.js'
import type { Framework, ProcedureRow } from '../frameworks/describe.js'
import type { Handler, Reading } from './reading.js'

export function createHandlers({ module, evaluator, facts, dictionary, all }: Pick<Reading, 'module' | 'evaluator' | 'facts' | 'dictionary' | 'all'>): () => readonly Handler[] {
  let known: Handler[] | undefined

  function handlers(): Handler[] {
    if (known) return known
    known = []
    for (const occurrence of all('procedures')) {
      for (const found of facts.find(occurrence.row.handler, occurrence.match)) if (!found.absent) known.push({ occurrence, value: found.value, name: found.key, at: found.at })
    }
    const registered = new Set(known.flatMap(({ value }) => value?.kind === 'function' ? [value.fn] : []))
    known.push(...declared().filter(({ value }) => value?.kind !== 'function' || !registered.has(value.fn)))
    return known
  }

  function declared(): Handler[] {
    const rows = dictionary.of('procedures').filter(({ row, framework }) => row.types && [...modulesOf(framework), ...namesIn(row.types)].some(name => module.text.includes(name)))
    if (rows.length === 0) return []
    const found: Handler[] = []
    for (const node of functionsBelow(module.ast)) {
      if (!node.body) continue
      const entry = rows.find(({ row, framework }) => isOfType(node, row.types!, framework))
      if (!entry) continue
      const env = evaluator.root(module), value: Value = { kind: 'function', node, env, fn: node }
      found.push({ occurrence: { ...entry, match: { framework: entry.framework, value, call: undefined, star: undefined }, node, env }, value, name: nameOf(node), at: node, declared: true })
    }
    return found
  }

  function isOfType(fn: FunctionNode, { handler, given, service, context }: NonNullable<ProcedureRow['types']>, framework: Framework): boolean {
    const holder = holderOf(fn)
    if (handler && isOf(annotationOf(holder), handler, framework)) return true
    const first = fn.params[0]
    const needs = first && 'typeAnnotation' in first ? Object.entries(given ?? {}).find(([name]) => isOf(first.typeAnnotation?.typeAnnotation, [name], framework))?.[1] : undefined
    if (needs !== undefined) return fn.params.length >= needs
    const name = nameOf(fn), kinds = kindsOf(holder)
    if (name === undefined || kinds.length === 0) return false
    if (service && kinds.some(kind => isOf(kind, service, framework))) return true
    if (!context) return false
    const param = fn.params[context.at], own = param && 'typeAnnotation' in param ? param.typeAnnotation?.typeAnnotation : undefined
    return isOf(own, context.names, framework) || kinds.some(kind => isOne(evaluator.given(kind, name, context.at, module.ast, evaluator.root(module)), context.names, framework))
  }

  const isOf = (annotation: Node | undefined, names: readonly string[], framework: Framework): boolean => isOne(evaluator.typed(annotation, module.ast, evaluator.root(module)), names, framework)

  function isOne(value: Value | undefined, names: readonly string[], framework: Framework): boolean {
    return value?.kind === 'root' && value.of === 'typed' && modulesOf(framework).includes(value.module) && names.includes(value.name)
  }

  return handlers
}

type Identifier = Extract<Node, { type: 'Identifier' }>
const namesIn = ({ handler, given, service, context }: NonNullable<ProcedureRow['types']>): string[] => [...handler ?? [], ...Object.keys(given ?? {}), ...service ?? [], ...context?.names ?? []]
const modulesOf = (framework: Framework): string[] => ([] as string[]).concat(framework.module)

/** What holds an expression under a name: a variable, a property, a field of a class, a cast. */
function holderOf(fn: FunctionNode): Node { return fn.parent.type === 'MethodDefinition' ? fn.parent : outermost(fn) }

function outermost(node: Node): Node {
  const up = node.parent!
  return up.type === 'VariableDeclarator' || up.type === 'Property' || up.type === 'PropertyDefinition' || up.type === 'TSAsExpression' || up.type === 'TSSatisfiesExpression' || up.type === 'ReturnStatement' || up.type === 'ArrowFunctionExpression' ? up : node
}

/** What the object or class that holds a method is declared to be. */
function kindsOf(holder: Node): readonly Node[] {
  if (holder.type === 'MethodDefinition' || holder.type === 'PropertyDefinition') return holder.static ? [] : holder.parent.parent.implements
  const declared = holder.type === 'Property' && holder.parent.type === 'ObjectExpression' ? annotationOf(outermost(holder.parent)) : undefined
  return declared ? [declared] : []
}

/** The type that is written where something is held. */
function annotationOf(holder: Node): Node | undefined {
  switch (holder.type) {
    case 'VariableDeclarator': return holder.id.typeAnnotation?.typeAnnotation
    case 'PropertyDefinition': return holder.typeAnnotation?.typeAnnotation
    case 'TSAsExpression': case 'TSSatisfiesExpression': return holder.typeAnnotation
    case 'ArrowFunctionExpression': return holder.returnType?.typeAnnotation
    case 'ReturnStatement': {
      let up: Node | undefined = holder.parent
      while (up && !isFunction(up)) up = up.parent
      return up && isFunction(up) ? up.returnType?.typeAnnotation : undefined
    }
    default: return undefined
  }
}

function nameOf(fn: FunctionNode): string | undefined {
  const holder = holderOf(fn)
  if (holder.type === 'VariableDeclarator') return holder.id.type === 'Identifier' ? holder.id.name : undefined
  if (holder.type === 'Property' || holder.type === 'MethodDefinition' || holder.type === 'PropertyDefinition') return holder.key.type === 'Identifier' ? holder.key.name : undefined
  return fn.id?.name
}

/** Whether a file calls a function itself, or gives it, or an object that holds it, to a call: that may catch what it throws. */
export function isGivenAway(fn: FunctionNode, { ast, variableOf }: Module): boolean {
  const seen = new Set<Node>()
  const named = (name: Identifier) => (variableOf(name)?.references ?? []).some(({ identifier }) => given(identifier as Node))
  const given = (node: Node): boolean => {
    if (seen.has(node)) return false
    seen.add(node)
    const up = node.parent
    switch (up?.type) {
      case 'CallExpression': case 'NewExpression': return true
      case 'Property': return given(up.parent)
      case 'MemberExpression': return up.object === node && given(up)
      case 'TSAsExpression': case 'TSSatisfiesExpression': case 'AwaitExpression': case 'SpreadElement': case 'ArrayExpression': case 'ConditionalExpression': return given(up)
      case 'VariableDeclarator': return up.id.type === 'Identifier' && named(up.id)
      default: return false
    }
  }
  if (given(fn) || (fn.id !== null && named(fn.id))) return true
  const { parent } = fn
  if ((parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition') || parent.key.type !== 'Identifier') return false
  const { name } = parent.key
  return nodesBelow(ast, 'MemberExpression').some(node => node.property.type === 'Identifier' && node.property.name === name && given(node))
}
