/**
 * Which calls of a file are worth the evaluator's time, told from names and declarations alone. What is passed over here
 * could not have fitted a row: speed, and nothing else, depends on it.
 */
import { isFunction } from '../analysis/conditions.js'
import { bare } from '../analysis/value.js'
import type { TSESTree } from '@typescript-eslint/types'
import type { Module, Node, Variable } from '../analysis/value.js'
import type { Dictionary } from './dictionary.js'

export type CallLike = TSESTree.CallExpression | TSESTree.NewExpression

export interface Sight {
  /** Whether a call could be one of these by its last name, or because its callee or receiver was made elsewhere. `bound`: parameters have values. */
  worth(call: CallLike, tails: ReadonlySet<string>, bound: boolean): boolean
  /** Whether a call goes to a function of this file that makes a call worth a look. */
  opens(call: CallLike): boolean
  /** Whether a call may go to a function of the program, here or in another file. */
  own(call: CallLike): boolean
}

/** How many calls deep helpers are walked into. */
export const HELPERS = 3

/** Methods of what the language itself makes, but for those that remote procedures are often called. */
const builtIn = new Set([Array, String, Number, Promise, Function, RegExp, Date].flatMap(type => Object.getOwnPropertyNames(type.prototype)))
for (const name of ['find', 'search', 'match', 'link', 'fill', 'repeat', 'test', 'exec', 'push', 'join', 'replace', 'split', 'sort']) builtIn.delete(name)

export function createSight(module: Module, dictionary: Dictionary, calls: () => readonly CallLike[]): Sight {
  const made = new Map<Variable, boolean>()
  let openers: Set<string> | undefined

  function worth(call: CallLike, tails: ReadonlySet<string>, bound: boolean): boolean {
    const callee = bare(call.callee)
    if (callee.type === 'Identifier') return names(callee, call, tails, bound)
    if (callee.type !== 'MemberExpression') return !isFunction(callee) && callee.type !== 'Super'
    const name = memberName(callee)
    if (name !== undefined && tails.has(name)) return true
    // `server[how]()`: the name is known only when it is evaluated
    if (name === undefined) return reaches(callee.object, bound)
    if (!tails.has('*') || builtIn.has(name)) return false
    return call.type === 'NewExpression' ? call.arguments.length > 1 : reaches(callee.object, bound)
  }

  /** A call of a plain name: what the name was imported, declared or destructured as. */
  function names(callee: Extract<Node, { type: 'Identifier' }>, call: CallLike, tails: ReadonlySet<string>, bound: boolean): boolean {
    if (tails.has(callee.name) || (call.type === 'NewExpression' && call.arguments.length > 1)) return true
    const variable = module.variableOf(callee), def = variable?.defs[0]
    if (!variable || !def) return false
    switch (def.type as string) {
      case 'ImportBinding': {
        if (def.node.type === 'ImportSpecifier') return (def.node.imported.type === 'Identifier' && tails.has(def.node.imported.name)) || bindsNatives(def.parent)
        return tails.has('default') || bindsNatives(def.parent)
      }
      case 'Parameter': return bound
      case 'ClassName': return def.node.type === 'ClassDeclaration' && def.node.superClass !== null
      case 'Variable': return def.node.type === 'VariableDeclarator' && def.node.init !== null && isMade(def.node.init)
      default: return false
    }
  }

  /** An expression that may stand for something of a library: neither written out nor a function of the program. */
  const isMade = (init: Node): boolean => !/^(?:Literal|TemplateLiteral|ObjectExpression|ArrayExpression|ArrowFunctionExpression|FunctionExpression|UnaryExpression)$/.test(bare(init).type)

  /** Files that bind native functions may give them names of their own. */
  function bindsNatives(declaration: unknown): boolean {
    const source = (declaration as { source?: { value?: unknown } } | undefined)?.source?.value
    return typeof source === 'string' && isNativeFile(source) && isOwn(source)
  }

  /** Whether a receiver may be an object of a library. */
  function reaches(receiver: Node, bound: boolean): boolean {
    const at = bare(receiver)
    switch (at.type) {
      case 'ThisExpression': case 'ConditionalExpression': case 'LogicalExpression': return true
      case 'MemberExpression': return reaches(at.object, bound)
      case 'CallExpression': return reaches(at.callee, bound)
      case 'NewExpression': return at.callee.type !== 'Identifier' || module.variableOf(at.callee) !== undefined
      case 'Identifier': {
        const variable = module.variableOf(at)
        if (!variable) return dictionary.globals.has(at.name)
        let known = made.get(variable)
        if (known === undefined) {
          made.set(variable, true) // whoever asks again on the way
          made.set(variable, known = comes(variable))
        }
        return known || (bound && variable.defs[0]?.type as string === 'Parameter')
      }
      default: return false
    }
  }

  function comes(variable: Variable): boolean {
    const def = variable.defs[0]
    switch (def?.type as string | undefined) {
      case 'ImportBinding': {
        const source = (def!.parent as { source?: { value?: unknown } } | null)?.source?.value
        return typeof source !== 'string' || isOfLibrary(source) || isOwn(source)
      }
      case 'Parameter': {
        const name = def!.name as { typeAnnotation?: object }
        return name.typeAnnotation !== undefined || def!.name.type !== 'Identifier' || (def!.name.parent !== undefined && def!.name.parent.type === 'ObjectPattern')
      }
      case 'Variable': {
        const { node } = def! as { node: Node }
        if (node.type !== 'VariableDeclarator') return true
        const annotated = node.id.typeAnnotation !== undefined
        return annotated || node.init === null || variable.references.filter(reference => reference.isWrite()).length > 1 || reaches(node.init, false)
      }
      case 'FunctionName': case 'ClassName': return true
      default: return false
    }
  }

  const isOwn = (source: string) => source.startsWith('.') || module.resolve(source).kind !== 'package'
  const isOfLibrary = (source: string) => dictionary.modules.has(source) || dictionary.modules.has(source.replace(/^node:/, ''))

  /** Names of this file's functions that make calls worth a look, also through each other. */
  function findOpeners(): Set<string> {
    const found = new Set<string>()
    const all = calls()
    let waiting = all.filter(call => worth(call, dictionary.tails, true))
    for (let round = 0; round <= HELPERS && waiting.length > 0; round++) {
      const before = found.size
      for (const call of waiting) for (let up: Node | undefined = call.parent; up; up = up.parent) {
        if (!isFunction(up) || up.params.length === 0) continue
        const name = functionName(up)
        if (name !== undefined) found.add(name)
      }
      waiting = found.size > before ? all.filter(call => { const name = calleeName(call); return name !== undefined && found.has(name) }) : []
    }
    return found
  }

  return {
    worth,
    opens: call => {
      const name = calleeName(call)
      return name !== undefined && (openers ??= findOpeners()).has(name)
    },
    own: call => {
      let at: Node = bare(call.callee)
      while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = bare(at.type === 'MemberExpression' ? at.object : at.callee)
      if (at.type !== 'Identifier') return at.type === 'ThisExpression' || isFunction(at)
      const def = module.variableOf(at)?.defs[0]
      if (!def) return false
      const source = def.type as string === 'ImportBinding' ? (def.parent as { source?: { value?: unknown } } | null)?.source?.value : undefined
      return typeof source !== 'string' || isOwn(source)
    },
  }
}

/** Whether a file's name says that it binds native functions. */
export function isNativeFile(source: string): boolean {
  return /^[.#@~/].*(?:native|ffi|rpcrt4|ole32|win32|kernel32|dll|bindings?)(?:\.[cm]?[jt]s)?$/i.test(source)
}

function memberName({ computed, property }: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  if (!computed) return property.type === 'Identifier' || property.type === 'PrivateIdentifier' ? property.name : undefined
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined
}

function calleeName(call: CallLike): string | undefined {
  const callee = bare(call.callee)
  return callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : undefined
}

/** The name under which a function can be called in its own file. */
function functionName(fn: Node): string | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name
  const up = fn.parent
  if (up?.type === 'VariableDeclarator') return up.id.type === 'Identifier' ? up.id.name : undefined
  if (up?.type === 'Property' || up?.type === 'MethodDefinition' || up?.type === 'PropertyDefinition') return up.key.type === 'Identifier' || up.key.type === 'PrivateIdentifier' ? up.key.name : undefined
  if (up?.type === 'AssignmentExpression') return up.left.type === 'Identifier' ? up.left.name : up.left.type === 'MemberExpression' ? memberName(up.left) : undefined
  return undefined
}
