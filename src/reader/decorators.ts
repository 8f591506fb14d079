/** What stands on what: decorators on classes, methods and parameters of the program. */
import { literal, type Evaluator, type FunctionNode, type FunctionValue, type Node, type Value } from '../analysis/value.js'
import type { Framework, Pattern, Ref } from '../frameworks/describe.js'
import type { Answer } from '../model/fact.js'
import type { Found } from './facts.js'
import type { Match, Matcher } from './match.js'

type Beside = Extract<Ref['base'], { of: 'beside' }>
/** A decorator, and what it comes to. */
interface Decoration { readonly value: Value; readonly at: Node }

export interface Decorators {
  /** What the decorator stands on that a call makes: a class, or a method of some instance. */
  on(call: Value): Value | undefined
  /** What decorators of this kind are given that stand on the same thing, or on the class around it. */
  beside(from: Beside, match: Match): Found[]
  /** The decorators of a class or method of the program, outermost first. */
  of(thing: Value): Decoration[]
  /** The methods of a class. */
  methods(cls: Value): FunctionValue[]
  /** Whether a parameter bears no decorator, or one of these. */
  isMarked(fn: FunctionValue, index: number, marks: readonly Pattern[], framework: Framework): boolean
  /** Whether what a parameter is declared to be is a class of the program whose members bear decorators: something else may check it. */
  isShaped(fn: FunctionValue, index: number): Answer
  /** Where a parameter is declared as what is gone when the program runs: an interface, a type, or what is imported for its type alone. */
  erased(fn: FunctionValue, index: number): Node | undefined
}

/** Decorators that are made of others, within one another. */
const JOINS = 3
/** Classes that extend one another. */
const BASES = 6

export function createDecorators({ evaluator, matcher, find }: { evaluator: Evaluator; matcher: Pick<Matcher, 'match' | 'isOwn'>; find(ref: Ref, match: Match): Found[] }): Decorators {
  function on({ node, env }: Value): Value | undefined {
    const holder = node.parent?.type === 'Decorator' ? node.parent.parent : undefined
    if (holder?.type === 'ClassDeclaration' || holder?.type === 'ClassExpression') return evaluator.evaluate(holder, env)
    if (holder?.type !== 'MethodDefinition' || holder.computed || holder.key.type !== 'Identifier') return undefined
    const cls = evaluator.evaluate(holder.parent.parent, env)
    return cls.kind === 'class' && !holder.static ? evaluator.member(evaluator.instanceOf(cls), holder.key.name, node, env) : undefined
  }

  function of(thing: Value): Decoration[] {
    const holder = thing.kind === 'class' ? thing.decl : thing.kind === 'function' && thing.fn.parent.type === 'MethodDefinition' ? thing.fn.parent : undefined
    return (holder?.decorators ?? []).map(({ expression }) => ({ value: evaluator.evaluate(expression, thing.env), at: expression }))
  }

  function beside(from: Beside, match: Match): Found[] {
    const call = match.whole ?? match.value, holder = call.node.parent?.parent
    const around = holder?.type === 'MethodDefinition' ? holder.parent.parent : undefined
    const all = [...holder && 'decorators' in holder ? holder.decorators : [], ...around?.decorators ?? []]
    return all.flatMap(({ expression }) => givenBy({ value: evaluator.evaluate(expression, call.env), at: expression }, from, match.framework, 0))
  }

  function givenBy({ value, at }: Decoration, from: Beside, framework: Framework, depth: number): Found[] {
    const found = matcher.match(value, from.by, framework)
    if (found) return find(from.ref, found)
    if (from.joins.some(join => matcher.match(value, join, framework)) && value.kind === 'call' && depth < JOINS) return value.args.flatMap(one => givenBy({ value: one, at }, from, framework, depth + 1))
    // others of the library are no such thing; what stands elsewhere may be made of one
    return matcher.isOwn(value, framework) || literal(value) ? [] : [{ reason: 'the code is too dynamic', when: [], at }]
  }

  function methods(cls: Value): FunctionValue[] {
    if (cls.kind !== 'class') return []
    const instance = evaluator.instanceOf(cls)
    return cls.decl.body.body.flatMap(part => {
      const value = part.type === 'MethodDefinition' && part.kind === 'method' && !part.static && !part.computed && part.key.type === 'Identifier' ? evaluator.member(instance, part.key.name, part, cls.env) : undefined
      return value?.kind === 'function' ? [value] : []
    })
  }

  function isMarked({ fn, env }: FunctionValue, index: number, marks: readonly Pattern[], framework: Framework): boolean {
    const all = decoratorsOf(fn.params[index])
    return all.length === 0 || all.some(({ expression }) => { const value = evaluator.evaluate(expression, env); return marks.some(mark => matcher.match(value, mark, framework)) })
  }

  function isShaped({ fn, env }: FunctionValue, index: number): Answer {
    const param = fn.params[index], declared = param && 'typeAnnotation' in param ? evaluator.typed(param.typeAnnotation?.typeAnnotation, param, env) : undefined
    return declared?.kind === 'call' ? areShaped(declared.of) : 'no'
  }

  /** Whether members of a class, or of those that it extends, bear decorators. */
  function areShaped(cls: Value, depth = 0): Answer {
    if (cls.kind !== 'class' || depth > BASES) return 'unknown'
    if (cls.decl.body.body.some(part => part.type === 'PropertyDefinition' && part.decorators.length > 0)) return 'yes'
    return cls.decl.superClass ? areShaped(evaluator.evaluate(cls.decl.superClass, cls.env), depth + 1) : 'no'
  }

  function erased({ fn, env: { module } }: FunctionValue, index: number): Node | undefined {
    const param = fn.params[index], type = param?.type === 'Identifier' ? param.typeAnnotation?.typeAnnotation : undefined
    if (type?.type === 'TSAnyKeyword' || type?.type === 'TSUnknownKeyword' || type?.type === 'TSObjectKeyword' || type?.type === 'TSTypeLiteral') return type
    if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined
    const def: { node: Node; parent?: Node | null } | undefined = module.variableOf(type.typeName)?.defs[0]
    if (def?.node.type === 'TSInterfaceDeclaration' || (def?.node.type === 'TSTypeAliasDeclaration' && def.node.typeAnnotation.type === 'TSTypeLiteral')) return type
    if (def?.node.type !== 'ImportSpecifier' || def.parent?.type !== 'ImportDeclaration') return undefined
    if (def.node.importKind === 'type' || def.parent.importKind === 'type') return type
    const from = module.resolve(def.parent.source.value), name = def.node.imported.type === 'Identifier' ? def.node.imported.name : def.node.imported.value
    return from.kind === 'program' && from.module.ast.body.some(one => one.type === 'ExportNamedDeclaration' && one.declaration?.type === 'TSInterfaceDeclaration' && one.declaration.id.name === name) ? type : undefined
  }

  return { on, beside, of, methods, isMarked, isShaped, erased }
}

const decoratorsOf = (param: FunctionNode['params'][number] | undefined) => param?.type === 'Identifier' || param?.type === 'ObjectPattern' || param?.type === 'AssignmentPattern' || param?.type === 'RestElement' ? param.decorators : []
