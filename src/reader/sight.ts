/**
 * Which calls of a file are worth the evaluator's time, told from names and declarations alone. What is passed over here
 * could not have fitted a row: speed, and nothing else, depends on it.
 */
import { isFunction } from '../analysis/conditions.js'
import { bare } from '../analysis/value.js'
import type { TSESTree } from '@typescript-eslint/types'
import type { ClassNode, FunctionNode, Module, Node, Variable } from '../analysis/value.js'
import type { Framework } from '../frameworks/describe.js'
import type { Dictionary } from './dictionary.js'
import { stemOf } from './generated.js'

export type CallLike = TSESTree.CallExpression | TSESTree.NewExpression

export interface Sight {
  /** Whether a call could be one of these by its last name, or because its callee or receiver was made elsewhere. `bound`: parameters have values. */
  worth(call: CallLike, tails: ReadonlySet<string>, bound: boolean): boolean
  /** Whether a call could be one that a description knows by its own name: what is looked at in files that are not linted. */
  isNamed(call: CallLike): boolean
  /** Whether a call goes to a function, or class, that makes a call worth a look: of this file, or of one that speaks of a library. */
  opens(call: CallLike): boolean
  /** Whether a class is built on one that makes such calls. */
  extendsOpener(decl: ClassNode): boolean
  /** Whether a call may go to a function of the program, here or in another file. */
  own(call: CallLike): boolean
}

/** How many calls deep helpers are walked into. */
export const HELPERS = 3

/** Methods of what the language itself makes, but for those that remote procedures are often called. */
const builtIn = new Set([Array, String, Number, Promise, Function, RegExp, Date].flatMap(type => Object.getOwnPropertyNames(type.prototype)))
for (const name of ['find', 'search', 'match', 'link', 'fill', 'repeat', 'test', 'exec', 'push', 'join', 'replace', 'split', 'sort']) builtIn.delete(name)

export function createSight(module: Module, dictionary: Dictionary, callsIn: (below: Node) => readonly CallLike[], linted: Module): Sight {
  const made = new Map<Variable, boolean>(), far = new Map<Variable, boolean>()
  let openers: Set<string> | undefined, importsFar: boolean | undefined

  /**
   * Whether a call could be one that a description knows by its own name. That any name would fit is no reason to walk
   * through the code of other files.
   */
  function isNamed(call: CallLike): boolean {
    if (call.type === 'NewExpression' && (call.arguments.length > 1 || isOfGenerated(call.callee))) return true
    const callee = bare(call.callee)
    if (callee.type === 'Identifier') return isNamedAs(callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
    if (callee.type !== 'MemberExpression' || name === undefined) return false
    return (dictionary.byTail.get(name) ?? []).some(({ concept, compiled, framework }) => concept !== 'sinks' && (compiled.steps.length > 1 ? speaksOf(framework) : isLibrary(callee.object)))
  }

  const spoken = new Map<Framework, boolean>()
  /** Whether this file, or the one that led here, names a library: its objects come from somewhere. */
  function speaksOf(framework: Framework): boolean {
    let known = spoken.get(framework)
    if (known === undefined) spoken.set(framework, known = ([] as string[]).concat(framework.module).some(name => name === 'globals' || name.startsWith('native:') || module.text.includes(name) || linted.text.includes(name)))
    return known
  }

  function isNamedAs(name: Extract<Node, { type: 'Identifier' }>): boolean {
    const def = module.variableOf(name)?.defs[0]
    switch (def?.type as string | undefined) {
      case undefined: return dictionary.tails.has(name.name)
      case 'ImportBinding': return (isOfLibrary(sourceOf(def!.parent)) && dictionary.tails.has(importedName(def!.node))) || bindsNatives(def!.parent)
      case 'Variable': return dictionary.tails.has(name.name) || (def!.node.type === 'VariableDeclarator' && def!.node.init !== null && ((dictionary.natives.test(module.text) && isMade(def!.node.init)) || isAlias(def!.node.init)))
      case 'ClassName': return def!.node.type === 'ClassDeclaration' && def!.node.superClass !== null
      default: return false
    }
  }

  /** Whether an expression is a library's function under another name: `jwt.verify`, `promisify(jwt.verify)`. */
  function isAlias(init: Node): boolean {
    const at = bare(init)
    if (at.type === 'CallExpression') return at.arguments.some(isAlias)
    const name = at.type === 'MemberExpression' ? memberName(at) : undefined
    return at.type === 'MemberExpression' && name !== undefined && dictionary.tails.has(name) && isLibrary(at.object)
  }

  /** What a path of members begins at. */
  function rootOf(member: Node): Node {
    let at = bare(member)
    while (at.type === 'MemberExpression') at = bare(at.object)
    return at
  }

  /** Whether an object is a whole library: `tls` of `import tls from 'node:tls'`. */
  function isLibrary(object: Node): boolean {
    const at = bare(object), def = at.type === 'Identifier' ? module.variableOf(at)?.defs[0] : undefined
    if (def?.type as string === 'ImportBinding') return isOfLibrary(sourceOf(def!.parent))
    return def?.node.type === 'VariableDeclarator' && def.node.init !== null && /^(?:ImportExpression|CallExpression)$/.test(bare(def.node.init).type)
  }

  function worth(call: CallLike, tails: ReadonlySet<string>, bound: boolean): boolean {
    const callee = bare(call.callee)
    if (callee.type === 'Identifier') return names(callee, call, tails, bound)
    if (callee.type === 'Super') return isExtended(callee, tails)
    if (callee.type !== 'MemberExpression') return !isFunction(callee)
    const name = memberName(callee)
    if (name !== undefined && tails.has(name)) return true
    // `server[how]()`: the name is known only when it is evaluated
    if (name === undefined) return reaches(callee.object, bound)
    if (!tails.has('*') || builtIn.has(name)) return false
    return call.type === 'NewExpression' ? call.arguments.length > 1 || (call.arguments.length > 0 && isLibrary(rootOf(callee))) || isOfGenerated(callee) : reaches(callee.object, bound)
  }

  /** Whether the class around a node extends what a call could make: a class of a library, or what is made of one. */
  function isExtended(node: Node, tails: ReadonlySet<string>): boolean {
    let up: Node | undefined = node
    while (up && up.type !== 'ClassDeclaration' && up.type !== 'ClassExpression') up = up.parent
    const above = up?.superClass && bare(up.superClass), of = above?.type === 'CallExpression' ? bare(above.callee) : above
    const name = of?.type === 'Identifier' ? ofImport(of) : of?.type === 'MemberExpression' ? memberName(of) : undefined
    return name !== undefined && tails.has(name)
  }

  /** The export that a name of this file was imported as. */
  function ofImport(name: Extract<Node, { type: 'Identifier' }>): string | undefined {
    const def = module.variableOf(name)?.defs[0]
    return def?.type as string === 'ImportBinding' ? importedName(def!.node) : def?.type as string === 'Variable' ? name.name : undefined
  }

  /** A call of a plain name: what the name was imported, declared or destructured as. */
  function names(callee: Extract<Node, { type: 'Identifier' }>, call: CallLike, tails: ReadonlySet<string>, bound: boolean): boolean {
    if (tails.has(callee.name) || (call.type === 'NewExpression' && (call.arguments.length > 1 || isOfGenerated(callee)))) return true
    const variable = module.variableOf(callee), def = variable?.defs[0]
    if (!variable || !def) return false
    switch (def.type as string) {
      case 'ImportBinding': {
        return tails.has(importedName(def.node)) || bindsNatives(def.parent) || (call.type === 'NewExpression' && call.arguments.length > 0 && isOfLibrary(sourceOf(def.parent)))
      }
      case 'Parameter': return bound
      case 'ClassName': return def.node.type === 'ClassDeclaration' && def.node.superClass !== null
      case 'Variable': return def.node.type === 'VariableDeclarator' && def.node.init !== null && isMade(def.node.init)
      default: return false
    }
  }

  /** Whether a class may be one that a generator wrote: it comes from a file that speaks of a library, or that is called like one of its own. */
  function isOfGenerated(callee: Node): boolean {
    if (isFar(callee)) return true
    let at = bare(callee)
    while (at.type === 'MemberExpression') at = bare(at.object)
    const def = at.type === 'Identifier' ? module.variableOf(at)?.defs[0] : undefined
    const required = def?.node.type === 'VariableDeclarator' && def.node.init ? bare(def.node.init) : undefined
    const source = required?.type === 'CallExpression' && required.arguments[0]?.type === 'Literal' ? String(required.arguments[0].value) : sourceOf(def?.parent)
    return source !== '' && dictionary.generated.test(stemOf(source))
  }

  /** An expression that may stand for something of a library: neither written out nor a function of the program. */
  const isMade = (init: Node): boolean => !/^(?:Literal|TemplateLiteral|ObjectExpression|ArrayExpression|ArrowFunctionExpression|FunctionExpression|UnaryExpression)$/.test(bare(init).type)

  /** Files that bind native functions may give them names of their own. */
  function bindsNatives(declaration: unknown): boolean {
    const source = sourceOf(declaration)
    return source !== '' && isNativeFile(source) && isOwn(source)
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
        const source = sourceOf(def!.parent)
        return source === '' || isOfLibrary(source) || isOwn(source)
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

  /** Names of this file's functions and classes that make calls worth a look, also through each other. */
  function findOpeners(): Set<string> {
    const found = new Set<string>()
    const all = callsIn(module.ast)
    let waiting = all.filter(call => worth(call, dictionary.tails, true) || isFar(call.callee))
    for (let round = 0; round <= HELPERS && waiting.length > 0; round++) {
      const before = found.size
      for (const call of waiting) for (let up: Node | undefined = call.parent; up; up = up.parent) {
        const name = isFunction(up) ? nameOfOpener(up) : up.type === 'ClassDeclaration' || up.type === 'ClassExpression' ? className(up) : undefined
        if (name !== undefined) found.add(name)
      }
      waiting = found.size > before ? all.filter(call => { const name = calleeName(call); return name !== undefined && found.has(name) }) : []
    }
    return found
  }

  /** What is made by calling something of another file that speaks of a library, or belongs to it. */
  function isFar(expression: Node): boolean {
    const at = bare(expression)
    switch (at.type) {
      case 'MemberExpression': return isFar(at.object)
      case 'CallExpression': case 'NewExpression': return isRequired(at) || isFar(at.callee)
      case 'ImportExpression': return at.source.type === 'Literal' && mentions(at.source.value)
      // fields may hold what was made elsewhere
      case 'ThisExpression': return importsFar ??= module.ast.body.some(statement => statement.type === 'ImportDeclaration' && statement.importKind !== 'type' && mentions(statement.source.value))
      case 'Identifier': {
        const variable = module.variableOf(at)
        if (!variable) return false
        let known = far.get(variable)
        if (known === undefined) {
          far.set(variable, false) // whoever asks again on the way
          far.set(variable, known = comesFar(variable))
        }
        return known
      }
      default: return false
    }
  }

  function comesFar({ defs }: Variable): boolean {
    const def = defs[0]
    switch (def?.type as string | undefined) {
      case 'ImportBinding': return mentions(sourceOf(def!.parent))
      case 'Variable': return def!.node.type === 'VariableDeclarator' && def!.node.init !== null && isFar(def!.node.init)
      case 'ClassName': return def!.node.type === 'ClassDeclaration' && def!.node.superClass !== null && isFar(def!.node.superClass)
      default: return false
    }
  }

  const mentions = (source: unknown): boolean => typeof source === 'string' && !isOfLibrary(source) && module.mentions(source, dictionary.sign)
  const isRequired = (call: CallLike): boolean => call.callee.type === 'Identifier' && call.callee.name === 'require' && call.arguments[0]?.type === 'Literal' && mentions(call.arguments[0].value)

  function opens(call: CallLike): boolean {
    const name = calleeName(call)
    return (name !== undefined && (openers ??= findOpeners()).has(name)) || isFar(call.callee)
  }

  return {
    worth,
    isNamed,
    opens,
    extendsOpener: ({ superClass }) => superClass !== null && (isFar(superClass) || (superClass.type === 'Identifier' && (openers ??= findOpeners()).has(superClass.name))),
    own: call => {
      let at: Node = bare(call.callee)
      while (at.type === 'MemberExpression' || at.type === 'CallExpression') at = bare(at.type === 'MemberExpression' ? at.object : at.callee)
      if (at.type !== 'Identifier') return at.type === 'ThisExpression' || isFunction(at)
      const def = module.variableOf(at)?.defs[0]
      if (!def) return false
      return def.type as string !== 'ImportBinding' || sourceOf(def.parent) === '' || isOwn(sourceOf(def.parent))
    },
  }
}

/** The export that an import gives a name to. */
function importedName(specifier: Node): string {
  if (specifier.type !== 'ImportSpecifier') return 'default'
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value
}

/** The file or package that an import names. */
function sourceOf(declaration: unknown): string {
  const source = (declaration as { source?: { value?: unknown } } | null | undefined)?.source?.value
  return typeof source === 'string' ? source : ''
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

/** The name under which a function that may be told something can be called in its own file. */
function nameOfOpener(fn: FunctionNode): string | undefined {
  if (fn.params.length === 0 && fn.parent?.type !== 'MethodDefinition') return undefined
  if (fn.type === 'FunctionDeclaration') return fn.id?.name
  const up = fn.parent
  if (up?.type === 'VariableDeclarator') return up.id.type === 'Identifier' ? up.id.name : undefined
  if (up?.type === 'Property' || up?.type === 'MethodDefinition' || up?.type === 'PropertyDefinition') return up.key.type === 'Identifier' || up.key.type === 'PrivateIdentifier' ? up.key.name : undefined
  if (up?.type === 'AssignmentExpression') return up.left.type === 'Identifier' ? up.left.name : up.left.type === 'MemberExpression' ? memberName(up.left) : undefined
  return undefined
}

function className(decl: ClassNode): string | undefined {
  return decl.id?.name ?? (decl.parent.type === 'VariableDeclarator' && decl.parent.id.type === 'Identifier' ? decl.parent.id.name : undefined)
}
