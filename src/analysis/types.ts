/** What declared types say: which class of the program, or which type of a package, an annotation names. */
import type { TSESTree } from '@typescript-eslint/types'
import type { PatternStep } from './pattern.js'
import type { CallValue, ClassNode, ClassValue, Env, Module, Node, Value } from './value.js'

/** Names passed on the way from a type to what it is. */
const HOPS = 8
/** Types that leave what they are about as it is. */
const TRANSPARENT = new Set(['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable', 'Pick', 'Omit'])

export interface Types {
  /** Something of a declared type, or what a path leads to in it: an instance of a class of the program, or what a package calls it. */
  typed(annotation: Node | undefined, node: Node, env: Env, path?: readonly PatternStep[]): Value | undefined
  /** What a method of a declared type says that it is given at a position. */
  given(annotation: Node | undefined, method: string, index: number, node: Node, env: Env): Value | undefined
  /** What a type speaks of by name: `Awaited<ReturnType<typeof f>>`, also through aliases. */
  queried(type: Node | undefined, module: Module): Value | undefined
}

/** An annotation, and the file whose names it uses. */
interface Typed { readonly type: Node; readonly module: Module }
type Declaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration | ClassNode
type Named = { readonly declaration: Declaration; readonly module: Module } | { readonly package: string; readonly name: string }

interface Needs {
  evaluate(node: Node, env: Env): Value
  root(module: Module): Env
  instanceOf(cls: ClassValue): CallValue
  classAt(decl: ClassNode, env: Env): ClassValue
  packageName(name: string): string
}

export function createTypes({ evaluate, root, instanceOf, classAt, packageName }: Needs): Types {
  function typed(annotation: Node | undefined, node: Node, env: Env, path: readonly PatternStep[] = []): Value | undefined {
    const at = typeAt(annotation, path, env.module)
    return at && meant(at, node, env, 0)
  }

  function meant({ type, module }: Typed, node: Node, env: Env, hops: number): Value | undefined {
    if (hops > HOPS) return undefined
    if (type.type === 'TSUnionType') {
      const real = type.types.filter(one => !['TSNullKeyword', 'TSUndefinedKeyword'].includes(one.type))
      return real.length === 1 ? meant({ type: real[0]!, module }, node, env, hops + 1) : undefined
    }
    if (type.type === 'TSIndexedAccessType') {
      const { indexType } = type
      const name = indexType.type === 'TSLiteralType' && indexType.literal.type === 'Literal' ? String(indexType.literal.value) : undefined
      const member = name === undefined ? undefined : typeAt(type.objectType, [{ member: name }], module, hops + 1)
      return member && meant(member, node, env, hops + 1)
    }
    // what is several things at once is each of them
    if (type.type === 'TSIntersectionType') {
      for (const part of type.types) { const value = meant({ type: part, module }, node, env, hops + 1); if (value) return value }
      return undefined
    }
    if (type.type !== 'TSTypeReference' && type.type !== 'TSClassImplements') return undefined
    const { typeArguments } = type, typeName = type.type === 'TSTypeReference' ? type.typeName : type.expression
    if (typeName.type === 'Identifier' && TRANSPARENT.has(typeName.name) && typeArguments) return meant({ type: typeArguments.params[0]!, module }, node, env, hops + 1)
    const named = nameOf(typeName, module, hops)
    return named && of(named, node, env, hops)
  }

  function of(named: Named, node: Node, env: Env, hops: number): Value | undefined {
    if ('package' in named) return { kind: 'root', node, env, of: 'typed', module: packageName(named.package), name: named.name }
    const { declaration, module } = named
    if (declaration.type === 'TSTypeAliasDeclaration') return meant({ type: declaration.typeAnnotation, module }, node, env, hops + 1)
    if (declaration.type !== 'TSInterfaceDeclaration') return instanceOf(classAt(declaration, root(module)))
    // an interface is also what it extends
    for (const { expression } of declaration.extends) {
      const above = hops < HOPS ? nameOf(expression, module, hops + 1) : undefined
      const value = above && of(above, node, env, hops + 1)
      if (value) return value
    }
    return undefined
  }

  /** What `name` or `whole.name` is the name of. */
  function nameOf(name: Node, module: Module, hops: number): Named | undefined {
    const [left, right] = name.type === 'TSQualifiedName' ? [name.left, name.right] : name.type === 'MemberExpression' && !name.computed ? [name.object, name.property] : [undefined, name]
    if (right.type !== 'Identifier' || (left && left.type !== 'Identifier')) return undefined
    const defs: readonly { type: string; node: Node; parent?: Node | null }[] = module.variableOf(left ?? right)?.defs ?? []
    const own = left ? undefined : defs.find(({ node }) => isDeclaration(node))
    if (own) return { declaration: own.node as Declaration, module }
    const binding = defs.find(({ type }) => type === 'ImportBinding')
    const from = binding && importOf(binding.node, binding.parent)
    if (!from || (left === undefined && from.name === '*')) return undefined
    if (left && from.name !== '*') {
      // the whole module as a default export, or handed on by a file of the program
      const whole = evaluate(left, root(module))
      return whole.kind === 'root' && whole.of === 'import' && (whole.name === '*' || whole.name === 'default') ? { package: whole.module, name: right.name } : undefined
    }
    return through(module, from.source, left ? right.name : from.name, hops)
  }

  /** The type that a module exports under a name. */
  function exported(module: Module, name: string, hops: number): Named | undefined {
    if (hops > HOPS) return undefined
    let elsewhere: Named | undefined
    for (const statement of module.ast.body) {
      if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
        const { declaration } = statement
        return isDeclaration(declaration) ? { declaration, module } : nameOf(declaration, module, hops + 1)
      }
      if (statement.type === 'ExportNamedDeclaration') {
        const { declaration, source, specifiers } = statement
        if (declaration && isDeclaration(declaration) && declaration.id?.name === name) return { declaration, module }
        const specifier = specifiers.find(({ exported }) => textOf(exported) === name)
        if (specifier) return source ? through(module, source.value, textOf(specifier.local), hops) : nameOf(specifier.local, module, hops + 1)
      }
      if (statement.type === 'ExportAllDeclaration' && !statement.exported) elsewhere ??= through(module, statement.source.value, name, hops)
    }
    return elsewhere
  }

  function through(module: Module, source: string, name: string, hops: number): Named | undefined {
    const target = module.resolve(source)
    if (target.kind === 'package') return { package: target.name, name }
    return target.kind === 'program' ? exported(target.module, name, hops + 1) : undefined
  }

  function typeAt(annotation: Node | undefined, path: readonly PatternStep[], module: Module, hops = 0): Typed | undefined {
    let at = annotation && { type: annotation, module }
    for (const step of path) {
      if ('fallback' in step) continue
      if (!at || !('member' in step) || hops > HOPS) return undefined
      at = memberOf(at, step.member, hops)
    }
    return at
  }

  type Signature = TSESTree.TSPropertySignature | TSESTree.TSMethodSignature
  function signatureOf({ type, module }: Typed, name: string, hops: number): { found: Signature; module: Module } | undefined {
    const named = type.type === 'TSTypeReference' ? nameOf(type.typeName, module, hops) : type.type === 'TSClassImplements' ? nameOf(type.expression, module, hops) : undefined
    const declared = named && 'declaration' in named ? named : undefined
    const shape: Node = declared?.declaration.type === 'TSTypeAliasDeclaration' ? declared.declaration.typeAnnotation : declared?.declaration.type === 'TSInterfaceDeclaration' ? declared.declaration.body : type
    const members: readonly Node[] = shape.type === 'TSTypeLiteral' ? shape.members : shape.type === 'TSInterfaceBody' ? shape.body : []
    const found = members.find((one): one is Signature => (one.type === 'TSPropertySignature' || one.type === 'TSMethodSignature') && !one.computed && (one.key.type === 'Identifier' ? one.key.name : one.key.type === 'Literal' ? String(one.key.value) : undefined) === name)
    return found && { found, module: declared?.module ?? module }
  }

  function memberOf(of: Typed, name: string, hops: number): Typed | undefined {
    const signature = signatureOf(of, name, hops), type = signature?.found.type === 'TSPropertySignature' ? signature.found.typeAnnotation : undefined
    return type && { type: type.typeAnnotation, module: signature!.module }
  }

  function given(annotation: Node | undefined, method: string, index: number, node: Node, env: Env): Value | undefined {
    if (annotation?.type === 'TSTypeReference' && annotation.typeName.type === 'Identifier' && TRANSPARENT.has(annotation.typeName.name)) return given(annotation.typeArguments?.params[0], method, index, node, env)
    const signature = annotation && signatureOf({ type: annotation, module: env.module }, method, 0)
    const type = signature?.found.type === 'TSPropertySignature' ? signature.found.typeAnnotation?.typeAnnotation : undefined
    const param = (signature?.found.type === 'TSMethodSignature' ? signature.found : type?.type === 'TSFunctionType' ? type : undefined)?.params[index]
    return param?.type === 'Identifier' && param.typeAnnotation ? meant({ type: param.typeAnnotation.typeAnnotation, module: signature!.module }, node, env, 0) : undefined
  }

  function queried(type: Node | undefined, module: Module, hops = 0): Value | undefined {
    if (type?.type === 'TSTypeQuery') return type.exprName.type === 'Identifier' ? evaluate(type.exprName, root(module)) : undefined
    if (type?.type !== 'TSTypeReference' || hops > HOPS) return undefined
    const inner = type.typeArguments?.params
    if (inner) return inner.length === 1 ? queried(inner[0], module, hops + 1) : undefined
    const named = nameOf(type.typeName, module, hops)
    return named && 'declaration' in named && named.declaration.type === 'TSTypeAliasDeclaration' ? queried(named.declaration.typeAnnotation, named.module, hops + 1) : undefined
  }

  return { typed, given, queried }
}

function isDeclaration(node: Node): node is Declaration {
  return node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration' || node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}

/** What an import binds: the module, and which of its exports, `*` for all. */
function importOf(spec: Node, declaration: Node | null | undefined): { source: string; name: string } | undefined {
  if (spec.type === 'TSImportEqualsDeclaration') {
    const reference = spec.moduleReference
    return reference.type === 'TSExternalModuleReference' && reference.expression.type === 'Literal' ? { source: String(reference.expression.value), name: '*' } : undefined
  }
  if (declaration?.type !== 'ImportDeclaration') return undefined
  const name = spec.type === 'ImportSpecifier' ? textOf(spec.imported) : spec.type === 'ImportDefaultSpecifier' ? 'default' : '*'
  return { source: declaration.source.value, name }
}

const textOf = (name: TSESTree.Identifier | TSESTree.StringLiteral): string => name.type === 'Identifier' ? name.name : name.value
