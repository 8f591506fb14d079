/**
 * The one evaluator: an expression and an environment give a {@link Value}. It follows names, members, calls of the
 * program's own functions, classes and other files; it never throws, never guesses and always ends.
 */
import type { TSESTree } from '@typescript-eslint/types'
import { createClasses, type Core } from './classes.js'
import { functionAround, isFunction, runsPast, testsAround, testsPast, type PathTest } from './conditions.js'
import { foldBinary, foldCall, foldTemplate, foldUnary, truth } from './fold.js'
import { moduleExports } from './modules.js'
import { patternPath, type PatternStep } from './pattern.js'
import { childKeys, isWithin } from './tree.js'
import { createTypes } from './types.js'
import { alternatives, literal, sizeOf } from './value.js'
import type { ArrayValue, Condition, Env, Evaluator, FunctionNode, FunctionValue, Module, Node, ObjectValue, Reason, Size, Value, Variable } from './value.js'
import { changesOf, happenedBy, Index, shownAt, writesOf, type Change, type Key, type Write } from './writes.js'

/** Nested expressions evaluated in one go, calls walked into, files passed on the way to an export. */
const DEEPEST = 150, CALLS = 5, HOPS = 10
/** Expressions looked at for one question; for a file before its questions get little; for a question from then on; and for a file in all. */
const WORK = 8_000, FILE_WORK = 40_000, LITTLE_WORK = 300, ALL_WORK = 80_000
/** More alternatives than this are no knowledge, nor are values nested deeper or written out longer. */
const ARMS = 24, TALLEST = 200, LARGEST = 1_000_000, ITEMS = 10_000
/** Changes of one object, and ends of one function, that are looked at. */
const CHANGES = 200, ENDS = 400

export function createEvaluator(): Evaluator {
  const roots = new Map<Module, Env>()
  /** What is being evaluated in each environment, and how far down. */
  const open = new Map<Env, Map<Node, number>>()
  const sizes = new Map<Value, Size>()
  const entered = new Map<Env, Map<FunctionNode, Env>>()
  /** The outermost open evaluation that an answer under way leans on: until it closes, answers are provisional. */
  let leansOn = Infinity
  let depth = 0, work = 0, spent = 0
  /** What was met too deep down; it is asked on its own before the question is asked again. */
  let postponed: { node: Node; env: Env }[] = []

  const unknown = (node: Node, env: Env, reason: Reason, parts?: Value[]): Value => ({ kind: 'unknown', node, env, reason, ...(parts && { parts }) })
  const lit = (node: Node, env: Env, value: string | number | boolean | bigint | null | undefined | RegExp): Value => ({ kind: 'literal', node, env, value })

  function root(module: Module): Env {
    let env = roots.get(module)
    if (!env) roots.set(module, env = { module, depth: 0, memo: new Map() })
    return env
  }

  function evaluate(node: Node, env: Env): Value {
    return env.memo.get(node) ?? (depth === 0 ? ask(node, env) : attempt(node, env))
  }

  /** One question: trees may be deeper than the call stack, so what is too deep is answered first, from the bottom up. */
  function ask(node: Node, env: Env): Value {
    const waiting = [{ node, env }]
    const most = spent < FILE_WORK ? WORK : spent < ALL_WORK ? LITTLE_WORK : 0
    let answer!: Value
    work = most
    while (waiting.length > 0) {
      const at = waiting.at(-1)!
      leansOn = Infinity
      postponed = []
      answer = attempt(at.node, at.env)
      if (postponed.length > 0 && work > 0) waiting.push(...postponed.reverse())
      else {
        waiting.pop()
        if (work > 0 || waiting.length === 0) at.env.memo.set(at.node, answer)
      }
    }
    leansOn = Infinity
    spent += most - work
    return answer
  }

  function attempt(node: Node, env: Env): Value {
    const known = env.memo.get(node)
    if (known) return known
    if (--work < 0) { leansOn = -1; return unknown(node, env, 'the file takes too much work') }
    if (depth >= DEEPEST) { leansOn = -1; postponed.push({ node, env }); return unknown(node, env, 'the expression is too deep') }
    let here = open.get(env)
    if (!here) open.set(env, here = new Map())
    const under = here.get(node)
    if (under !== undefined) { leansOn = Math.min(leansOn, under); return unknown(node, env, 'it refers to itself') }
    const level = depth++
    here.set(node, level)
    const value = bounded(compute(node, env), node, env)
    here.delete(node)
    depth = level
    if (leansOn >= level) { leansOn = Infinity; env.memo.set(node, value) }
    return value
  }

  /** Whoever walks a value need not fear for the call stack, or for time. */
  function bounded(value: Value, node: Node, env: Env): Value {
    const { height, size } = sizeOf(value, sizes)
    return height > TALLEST || size > LARGEST ? unknown(node, env, 'the expression is too deep') : value
  }

  function compute(node: Node, env: Env): Value {
    switch (node.type) {
      case 'Literal':
        if ('regex' in node && node.regex) return lit(node, env, node.value ?? /(?:)/)
        return lit(node, env, node.value as string)
      case 'TemplateLiteral': return foldTemplate(node, env, node.quasis.map(quasi => quasi.value.cooked ?? ''), node.expressions.map(part => evaluate(part, env)))
      case 'TaggedTemplateExpression': return call(evaluate(node.tag, env), [evaluate(node.quasi, env)], node, env)
      case 'Identifier': return identifier(node, env)
      case 'ThisExpression': return classes.self(node, env)
      case 'MemberExpression': return memberExpression(node, env)
      case 'ChainExpression': case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': case 'TSTypeAssertion':
      case 'TSInstantiationExpression': case 'TSExportAssignment':
        return evaluate(node.expression, env)
      case 'AwaitExpression': return evaluate(node.argument, env)
      case 'ImportExpression': {
        const source = literal(evaluate(node.source, env))
        return typeof source?.value === 'string' ? imported(source.value, '*', node, env) : unknown(node, env, 'the code is too dynamic')
      }
      case 'CallExpression': case 'NewExpression': return callExpression(node, env)
      case 'ObjectExpression': return objectExpression(node, env)
      case 'ArrayExpression': { const { items, unseen } = listed(node.elements, env, node); return { kind: 'array', node, env, items, unseen } }
      case 'FunctionDeclaration': case 'FunctionExpression': case 'ArrowFunctionExpression': return { kind: 'function', node, env, fn: node }
      case 'ClassDeclaration': case 'ClassExpression': return { kind: 'class', node, env, decl: node }
      case 'ConditionalExpression': return either(node, env, evaluate(node.test, env), () => evaluate(node.consequent, env), () => evaluate(node.alternate, env))
      case 'LogicalExpression': return logical(node, env)
      case 'BinaryExpression': return node.left.type === 'PrivateIdentifier' ? unknown(node, env, 'the code is too dynamic') : foldBinary(node, env, node.operator, evaluate(node.left, env), evaluate(node.right, env))
      case 'UnaryExpression': return foldUnary(node, env, node.operator, evaluate(node.argument, env))
      case 'AssignmentExpression':
        if (node.operator === '=') return evaluate(node.right, env)
        if (node.operator === '??=' || node.operator === '||=' || node.operator === '&&=') return logical(node, env)
        return foldBinary(node, env, node.operator.slice(0, -1), evaluate(node.left, env), evaluate(node.right, env))
      case 'UpdateExpression': return { kind: 'operation', node, env, op: node.operator, parts: [evaluate(node.argument, env)] }
      case 'SequenceExpression': return evaluate(node.expressions[node.expressions.length - 1]!, env)
      case 'MetaProperty': return { kind: 'root', node, env, of: 'global', name: `${node.meta.name}.${node.property.name}` }
      case 'TSEnumDeclaration': return enumeration([node], node, env)
      case 'SpreadElement': return evaluate(node.argument, env)
      case 'YieldExpression': return unknown(node, env, 'it comes from a caller')
      default: return unknown(node, env, 'the code is too dynamic')
    }
  }

  // ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────
  function identifier(node: TSESTree.Identifier, env: Env): Value {
    if (node.name === 'undefined') return lit(node, env, undefined)
    if (node.name === 'Infinity' || node.name === 'NaN') return lit(node, env, Number(node.name))
    const variable = env.module.variableOf(node)
    if (!variable) return node.name === 'arguments' ? unknown(node, env, 'the code is too dynamic') : { kind: 'root', node, env, of: 'global', name: node.name }
    return valueOf(variable, node, home(variable, env))
  }

  /** The environment whose call (or module) a variable belongs to; one of a function nobody called belongs to what encloses it. */
  function home(variable: Variable, env: Env): Env {
    const block = variable.scope.block as Node
    let at: Env | undefined = env
    while (at?.fn && !isWithin(block, at.fn)) at = at.parent
    return at ?? root(env.module)
  }

  function valueOf(variable: Variable, use: Node, env: Env): Value {
    const def = variable.defs[0]
    switch (def?.type as string | undefined) {
      case 'ImportBinding': return importBinding(def!.node as Node, def!.parent as Node, use, env)
      case 'FunctionName': return evaluate((variable.defs.find(one => (one.node as { body?: unknown }).body) ?? def!).node as Node, env)
      case 'ClassName': return evaluate(def!.node as Node, env)
      case 'TSEnumName': return enumeration(variable.defs.map(one => one.node as TSESTree.TSEnumDeclaration), use, env)
      case 'Parameter': return changed(parameter(variable, def!.node as FunctionNode, use, env), variable, use, env)
      case 'Variable': return changed(written(variable, use, env), variable, use, env)
      case 'TSEnumMemberName': return enumMember(def!.node as TSESTree.TSEnumMember, env)
      default: return unknown(use, env, 'the code is too dynamic')
    }
  }

  function importBinding(spec: Node, declaration: Node, use: Node, env: Env): Value {
    if (spec.type === 'TSImportEqualsDeclaration') {
      const reference = spec.moduleReference
      return reference.type === 'TSExternalModuleReference'
        ? imported(String(literal(evaluate(reference.expression, env))?.value), '*', use, env)
        : unknown(use, env, 'the code is too dynamic')
    }
    const source = (declaration as TSESTree.ImportDeclaration).source.value
    if (spec.type === 'ImportSpecifier') return imported(source, spec.imported.type === 'Identifier' ? spec.imported.name : String(spec.imported.value), use, env)
    return imported(source, spec.type === 'ImportDefaultSpecifier' ? 'default' : '*', use, env)
  }

  function imported(source: string, name: string, use: Node, env: Env): Value {
    const found = env.module.resolve(source)
    if (found.kind === 'package') return { kind: 'root', node: use, env, of: 'import', module: packageName(found.name), name }
    if (found.kind === 'lost') return unknown(use, env, found.reason)
    if (name === '*') return namespace(found.module, use, env)
    return exported(found.module, name) ?? unknown(use, env, 'the export does not exist')
  }

  function exported(module: Module, name: string, hops = 0, seen = new Set<Module>()): Value | undefined {
    if (hops > HOPS) return unknown(module.ast, root(module), 'imports go too deep')
    if (seen.has(module)) return undefined
    seen.add(module)
    const env = root(module), all = moduleExports(module), found = all.named.get(name)
    if (found && 'node' in found) return evaluate(found.node, env)
    if (found) {
      const target = module.resolve(found.from)
      if (target.kind === 'package') return { kind: 'root', node: module.ast, env, of: 'import', module: packageName(target.name), name: found.name }
      if (target.kind === 'lost') return unknown(module.ast, env, target.reason)
      return found.name === '*' ? namespace(target.module, module.ast, env) : exported(target.module, found.name, hops + 1, seen)
    }
    if (all.assigned) {
      const whole = evaluate(all.assigned, env)
      return name === 'default' || name === '*' ? whole : member(whole, name, module.ast, env)
    }
    let lost: Value | undefined
    for (const star of name === 'default' ? [] : all.stars) {
      const target = module.resolve(star, name)
      if (target.kind === 'program') { const value = exported(target.module, name, hops + 1, seen); if (value) return value }
      else if (target.kind === 'package') lost ??= { kind: 'root', node: module.ast, env, of: 'import', module: packageName(target.name), name }
      else if (target.reason !== 'the export does not exist') lost ??= unknown(module.ast, env, target.reason)
    }
    return lost
  }

  /** All exports of a module of the program as an object, each looked up when it is asked for. */
  function namespace(module: Module, node: Node, env: Env): Value {
    const all = moduleExports(module)
    if (all.assigned) return evaluate(all.assigned, root(module))
    return { kind: 'object', node, env, entries: new Lookup(name => exported(module, name), () => namesOf(module)), unseen: true }
  }

  function namesOf(module: Module, seen = new Set<Module>()): string[] {
    if (seen.has(module)) return []
    seen.add(module)
    const { named, stars } = moduleExports(module)
    return [...named.keys(), ...stars.flatMap(star => { const target = module.resolve(star); return target.kind === 'program' ? namesOf(target.module, seen).filter(name => name !== 'default') : [] })]
  }

  function parameter(variable: Variable, fn: FunctionNode, use: Node, env: Env): Value {
    const name = variable.identifiers[0] as TSESTree.Identifier
    for (const [index, param] of fn.params.entries()) {
      const pattern = (param as Node).type === 'TSParameterProperty' ? (param as unknown as TSESTree.TSParameterProperty).parameter : param as Node
      const path = patternPath(pattern as Node, name)
      if (!path) continue
      const rest = pattern.type === 'RestElement'
      let value: Value
      if (env.fn === fn && env.args) {
        if (rest) return { kind: 'array', node: use, env, items: env.args.slice(index), unseen: false }
        value = env.args[index] ?? lit(use, env, undefined)
        if (env.args.length <= index && env.args.some(arg => arg.kind === 'unknown' && arg.reason === 'the code is too dynamic')) value = unknown(use, env, 'the code is too dynamic')
      } else {
        const inner = pattern.type === 'AssignmentPattern' ? pattern.left : pattern
        const declared = types.typed((inner as TSESTree.Identifier).typeAnnotation?.typeAnnotation, use, env, path)
        const whole = path.every(step => 'fallback' in step)
        if (declared) return rewritten(variable, whole && declared.kind === 'root' && declared.of === 'typed' ? { ...declared, fn, index } : declared, use, env)
        value = { kind: 'root', node: use, env, of: 'param', fn, index, rest }
      }
      return rewritten(variable, follow(value, path, use, env), use, env)
    }
    return unknown(use, env, 'the code is too dynamic')
  }

  /** Walks a destructuring path down from a value. */
  function follow(value: Value, path: readonly PatternStep[], node: Node, env: Env): Value {
    for (const step of path) {
      if ('member' in step) value = member(value, step.member, node, env)
      else if ('computed' in step) { const key = literal(evaluate(step.computed, env)); value = key ? member(value, String(key.value), node, env) : { kind: 'member', node, env, of: value, name: null, key: evaluate(step.computed, env) } }
      else if ('rest' in step) value = without(value, step.rest, node, env)
      else value = withDefault(value, step.fallback, node, env)
    }
    return value
  }

  function withDefault(value: Value, fallback: Node, node: Node, env: Env): Value {
    const known = literal(value)
    if (known) return known.value === undefined ? evaluate(fallback, env) : value
    if (value.kind === 'root' || value.kind === 'member' || value.kind === 'unknown' || value.kind === 'call') {
      return choice(node, env, [{ value, when: [{ test: value, is: true }] }, { value: evaluate(fallback, env), when: [{ test: value, is: false }] }])
    }
    if (value.kind === 'choice') return choice(node, env, value.of.map(arm => ({ value: withDefault(arm.value, fallback, node, env), when: arm.when })))
    return value
  }

  function without(value: Value, taken: readonly string[], node: Node, env: Env): Value {
    if (value.kind === 'object') return { ...value, entries: new Map([...value.entries].filter(([name]) => !taken.includes(name))) }
    if (value.kind === 'array') return { ...value, items: value.items.slice(taken.length) }
    return value.kind === 'root' || value.kind === 'member' ? value : unknown(node, env, 'the code is too dynamic', [value])
  }

  // ── variables that are written ───────────────────────────────────────────────────────────────────────────────────
  function written(variable: Variable, use: Node, env: Env): Value {
    const { all } = writesOf(variable)
    const [only] = all
    if (only && all.length === 1 && !(only.at.range[0] <= use.range[0] && use.range[1] <= only.done)) return writtenValue(only, use, env)
    if (all.length > 0) return rewritten(variable, undefined, use, env)
    const declarator = variable.defs[0]!.node as TSESTree.VariableDeclarator
    const declared = types.typed((declarator.id as TSESTree.Identifier).typeAnnotation?.typeAnnotation, use, env)
    const ambient = (declarator.parent as TSESTree.VariableDeclaration).declare
    return declared ?? (ambient ? { kind: 'root', node: use, env, of: 'global', name: (variable.identifiers[0] as TSESTree.Identifier).name } : lit(use, env, undefined))
  }

  function writtenValue({ at, from }: Write, use: Node, env: Env): Value {
    if (at.parent.type === 'UpdateExpression') return { kind: 'operation', node: use, env, op: at.parent.operator, parts: [] }
    if (!from) return lit(use, env, undefined)
    let pattern: Node = at
    while (pattern.parent && !['VariableDeclarator', 'AssignmentExpression'].includes(pattern.parent.type) && !pattern.parent.type.endsWith('Statement')) pattern = pattern.parent
    const holder = pattern.parent
    const loop = holder?.type === 'VariableDeclarator' ? holder.parent.parent : holder
    if (loop?.type === 'ForOfStatement' && loop.right === from) return follow(element(evaluate(from, env), use, env), patternPath(pattern, at) ?? [], use, env)
    if (loop?.type === 'ForInStatement' && loop.right === from) return unknown(use, env, 'it is written in several places', [evaluate(from, env)])
    if (holder?.type === 'AssignmentExpression' && holder.operator !== '=') return evaluate(holder, env)
    const path = patternPath(pattern, at)
    return path ? follow(evaluate(from, env), path, use, env) : unknown(use, env, 'the code is too dynamic')
  }

  function element(of: Value, node: Node, env: Env): Value {
    if (of.kind === 'array' && of.items.length > 0) return choice(node, env, of.items.map(value => ({ value, when: [] })))
    return { kind: 'member', node, env, of, name: null }
  }

  /** What the writes to a variable leave at a use; `first` is what it has before any of them. */
  function rewritten(variable: Variable, first: Value | undefined, use: Node, env: Env): Value {
    const index = writesOf(variable)
    if (index.all.length === 0) return first ?? lit(use, env, undefined)
    const { base, maybe, lost } = shownAt(index, use)
    if (lost) return unknown(use, env, 'it is written in several places')
    const arms = maybe.map(write => { const tests = testsAround(write.at, functionAround(write.at)); return { value: writtenValue(write, use, env), when: toConditions(tests, env), tests } })
    const before = base ? writtenValue(base, use, env) : first
    if (!before) return arms.length > 0 ? choice(use, env, arms) : lit(use, env, undefined)
    if (arms.length === 0) return before
    const [one, other] = arms.map(arm => arm.tests.at(-1))
    const covered = arms.length === 2 && one && other && !one.oneOf && one.test === other.test && one.is !== other.is
    // what a declaration without a value leaves is no alternative: somebody meant to write it first
    const empty = base && literal(before)
    if (covered || (empty && empty.value == null)) return choice(use, env, arms)
    const when = arms.length === 1 ? arms[0]!.when.slice(-1).map(({ test, is }) => ({ test, is: !is })) : []
    return choice(use, env, [{ value: before, when }, ...arms])
  }

  // ── what a variable holds, written after it was made ─────────────────────────────────────────────────────────────
  /** `options.tls = …`, `list.push(…)` and `Object.assign(options, …)` between the making of a value and its use. */
  function changed(value: Value, variable: Variable, use: Node, env: Env): Value {
    const index = changesOf(variable)
    if (index.all.length === 0) return value
    if (value.kind === 'choice') return choice(use, env, value.of.map(arm => ({ value: changed(arm.value, variable, use, env), when: arm.when })))
    if (value.kind !== 'object' && value.kind !== 'array') return value
    if (index.all.length > CHANGES) return blurred(value, use, env)
    return happenedBy(index, use).reduce<Value>((before, { event, sure }) => change(before, event.path, event, sure, env), value)
  }

  function change(value: Value, path: readonly Key[], by: Change, sure: boolean, env: Env): Value {
    if (value.kind === 'choice') return choice(by.at, env, value.of.map(arm => ({ value: change(arm.value, path, by, sure, env), when: arm.when })))
    if (value.kind !== 'object' && value.kind !== 'array') return value
    const [key, ...deeper] = path
    if (key === undefined) return collected(value, by, sure, env)
    const name = typeof key === 'string' ? key : textOf(evaluate(key, env))
    if (name === undefined) return blurred(value, by.at, env)
    const before = entryOf(value, name)
    if (deeper.length > 0 || (by.how !== 'set' && by.how !== 'delete')) return before ? withEntry(value, name, change(before, deeper, by, sure, env), by.at, env) : value
    if (by.how === 'delete' && sure && value.kind === 'object' && !value.unseen) return without(value, [name], by.at, env)
    const after = by.how === 'delete' ? lit(by.at, env, undefined) : by.values[0] ? evaluate(by.values[0], env) : unknown(by.at, env, 'the code is too dynamic')
    return put(value, name, after, sure, by.at, env)
  }

  /** What is added to an object or array as a whole. */
  function collected(value: ObjectValue | ArrayValue, { how, at, values, again }: Change, sure: boolean, env: Env): Value {
    if (how === 'push' && value.kind === 'array') {
      const more = listed(values, env, at)
      if (sure && !again) return { ...value, items: [...value.items, ...more.items], unseen: value.unseen || more.unseen }
      return { ...value, items: [...value.items, unknown(at, env, 'the code is too dynamic', more.items)], unseen: true }
    }
    if (how === 'mix' && value.kind === 'array') return blurred(value, at, env)
    if (how !== 'assign' || value.kind !== 'object') return value
    let result: Value = value
    for (const source of values) {
      const more = evaluate(source, env)
      if (more.kind !== 'object' && literal(more)) continue
      if (result.kind === 'object' && (more.kind !== 'object' || more.unseen)) result = { ...result, entries: new Map(result.entries), unseen: true }
      if (result.kind === 'object' && (more.kind !== 'object' || more.unseen)) overlay(result.entries, more, at, env)
      if (more.kind === 'object') for (const [name, entry] of more.entries) result = put(result as ObjectValue, name, entry, sure, at, env)
    }
    return result
  }

  function put(into: ObjectValue | ArrayValue, name: string, value: Value, sure: boolean, at: Node, env: Env): Value {
    if (sure) return withEntry(into, name, value, at, env)
    const when = conditions(at, env)
    const before = entryOf(into, name) ?? member(into, name, at, env)
    return withEntry(into, name, choice(at, env, [{ value, when }, { value: before, when: when.length === 1 ? [{ test: when[0]!.test, is: !when[0]!.is }] : [] }]), at, env)
  }

  function entryOf(of: ObjectValue | ArrayValue, name: string): Value | undefined {
    return of.kind === 'object' ? of.entries.get(name) : of.items[Number(name)]
  }

  function withEntry(of: ObjectValue | ArrayValue, name: string, value: Value, at: Node, env: Env): Value {
    if (of.kind === 'object') return { ...of, entries: new Map(of.entries).set(name, value) }
    const index = Number(name)
    if (name === 'length' || index > of.items.length || (of.unseen && index === of.items.length)) return blurred(of, at, env)
    return index >= 0 ? { ...of, items: [...of.items.slice(0, index), value, ...of.items.slice(index + 1)] } : of
  }

  /** What is left of an object when anything in it may be written over. */
  function blurred(of: ObjectValue | ArrayValue, at: Node, env: Env): ObjectValue | ArrayValue {
    const blur = (parts: Value[]) => unknown(at, env, 'the code is too dynamic', parts)
    if (of.kind === 'array') return { ...of, items: [blur(of.items)], unseen: true }
    return { ...of, entries: new Map([...of.entries].map(([name, entry]) => [name, blur([entry])])), unseen: true }
  }

  // ── choices ──────────────────────────────────────────────────────────────────────────────────────────────────────
  function choice(node: Node, env: Env, arms: { value: Value; when: Condition[] }[]): Value {
    const flat = arms.flatMap(arm => alternatives(arm.value, arm.when))
    const kept: typeof flat = []
    for (const arm of flat) {
      if (arm.when.some(({ test, is }) => truth(test) === !is)) continue
      if (!kept.some(other => other.value === arm.value)) kept.push(arm)
    }
    if (kept.length === 0) return flat[0]?.value ?? unknown(node, env, 'the code is too dynamic')
    if (kept.length === 1) return kept[0]!.value
    if (kept.length > ARMS) return unknown(node, env, 'it is written in several places', kept.map(arm => arm.value))
    return { kind: 'choice', node, env, of: kept }
  }

  function either(node: Node, env: Env, test: Value, yes: () => Value, no: () => Value): Value {
    const known = truth(test)
    if (known !== undefined) return known ? yes() : no()
    return choice(node, env, [{ value: yes(), when: [{ test, is: true }] }, { value: no(), when: [{ test, is: false }] }])
  }

  function logical(node: TSESTree.LogicalExpression | TSESTree.AssignmentExpression, env: Env): Value {
    const left = evaluate(node.left, env)
    const right = () => evaluate(node.right, env)
    if (node.operator === '&&' || node.operator === '&&=') return either(node, env, left, right, () => truth(left) === false ? left : lit(node.left, env, false))
    if (node.operator === '||' || node.operator === '||=') return either(node, env, left, () => left, right)
    const arms = alternatives(left).map(arm => literal(arm.value) && literal(arm.value)!.value == null ? { value: right(), when: arm.when } : arm)
    if (arms.every(arm => literal(arm.value) || arm.value.kind === 'object' || arm.value.kind === 'array' || arm.value.kind === 'function' || (arm.value.kind === 'call' && arm.value.isNew))) return choice(node, env, arms)
    return choice(node, env, [...arms.map(arm => ({ value: arm.value, when: [...arm.when, { test: left, is: true }] })), { value: right(), when: [{ test: left, is: false }] }])
  }

  function toConditions(tests: readonly PathTest[], env: Env): Condition[] {
    return tests.map(({ test, is, oneOf }) => {
      const value = evaluate(test, env)
      if (!oneOf) return { test: value, is }
      const cases = oneOf.map(one => foldBinary(one, env, '===', value, evaluate(one, env)))
      const known = cases.map(truth)
      if (known.includes(true)) return { test: lit(test, env, true), is }
      if (known.every(one => one === false)) return { test: lit(test, env, false), is }
      if (!is) return { test: { kind: 'operation', node: test, env, op: 'default', parts: [value] }, is: true }
      return { test: cases.length === 1 ? cases[0]! : { kind: 'operation', node: test, env, op: '||', parts: cases }, is }
    })
  }

  function conditions(node: Node, env: Env, top?: Node): Condition[] {
    return toConditions(testsAround(node, top ?? functionAround(node)), env)
  }

  // ── members ──────────────────────────────────────────────────────────────────────────────────────────────────────
  function memberExpression(node: TSESTree.MemberExpression, env: Env): Value {
    const property = node.property as Node
    const name = node.computed ? undefined : property.type === 'PrivateIdentifier' ? `#${property.name}` : (property as TSESTree.Identifier).name
    if (node.object.type === 'Super') return name === undefined ? unknown(node, env, 'the code is too dynamic') : classes.ofSuper(node, name, env)
    const constant = name !== undefined && node.object.type === 'Identifier' ? ofEnum(node.object, name, env) : undefined
    if (constant) return constant
    const of = evaluate(node.object, env)
    if (name !== undefined) return (of.kind === 'call' && of.isNew ? writtenMember(of, name, node, env) : undefined) ?? member(of, name, node, env)
    const key = evaluate(node.property, env)
    const known = literal(key)
    if (known && (typeof known.value === 'string' || typeof known.value === 'number')) return member(of, String(known.value), node, env)
    if (key.kind === 'choice' && key.of.every(arm => literal(arm.value))) return choice(node, env, key.of.map(arm => ({ value: member(of, String(literal(arm.value)!.value), node, env), when: arm.when })))
    return { kind: 'member', node, env, of, name: null, key }
  }

  /** What the program wrote over a member of something it made with `new`. */
  function writtenMember(of: Value, name: string, node: TSESTree.MemberExpression, env: Env): Value | undefined {
    const variable = node.object.type === 'Identifier' && env.module.variableOf(node.object)
    if (!variable) return undefined
    const writes = changesOf(variable).all.filter(change => change.how === 'set' && change.path.length === 1 && change.path[0] === name)
    if (writes.length === 0) return undefined
    const { base, maybe } = shownAt(new Index(writes), node)
    const scope = home(variable, env)
    const value = (write: Change) => write.values[0] ? evaluate(write.values[0], scope) : unknown(node, env, 'the code is too dynamic')
    return choice(node, env, [{ value: base ? value(base) : member(of, name, node, env), when: [] }, ...maybe.map(write => ({ value: value(write), when: conditions(write.at, scope) }))])
  }

  function member(of: Value, name: string, node: Node, env: Env): Value {
    switch (of.kind) {
      case 'object': {
        const entry = of.entries.get(name)
        if (entry) return entry
        if (name in Object.prototype) return { kind: 'member', node, env, of, name }
        return of.unseen ? unknown(node, env, 'the code is too dynamic', [of]) : lit(node, env, undefined)
      }
      case 'array':
        if (name === 'length' && !of.unseen) return lit(node, env, of.items.length)
        if (/^\d+$/.test(name)) return itemAt(of, Number(name), node, env)
        return { kind: 'member', node, env, of, name }
      case 'class': return classes.ofClass(of, name, node, env)
      case 'call':
        if (of.isNew && of.of.kind === 'class') return classes.ofInstance(of, name, node, env)
        return { kind: 'member', node, env, of, name }
      case 'root':
        if (of.of === 'import' && of.name === '*') return { ...of, node, env, name }
        if (of.of === 'global' && of.name === 'Number' && typeof Number[name as 'MAX_SAFE_INTEGER'] === 'number') return lit(node, env, Number[name as 'MAX_SAFE_INTEGER'])
        return { kind: 'member', node, env, of, name }
      case 'choice': return choice(node, env, of.of.map(arm => ({ value: member(arm.value, name, node, env), when: arm.when })))
      case 'literal': return of.value == null ? lit(node, env, undefined) : typeof of.value === 'string' && name === 'length' ? lit(node, env, of.value.length) : { kind: 'member', node, env, of, name }
      default: return { kind: 'member', node, env, of, name }
    }
  }

  /** An item is known up to the first place where there may be more of them than were seen. */
  function itemAt(of: ArrayValue, index: number, node: Node, env: Env): Value {
    const seen = !of.unseen || !of.items.slice(0, index + 1).some(item => item.kind === 'unknown')
    return (seen ? of.items[index] : undefined) ?? (of.unseen ? unknown(node, env, 'the code is too dynamic', [of]) : lit(node, env, undefined))
  }

  function keyOf(node: { key: Node; computed: boolean }, env: Env): string | undefined {
    if (!node.computed) {
      if (node.key.type === 'Identifier') return node.key.name
      if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`
    }
    const key = literal(evaluate(node.key, env))
    return key ? String(key.value) : undefined
  }

  // ── calls ────────────────────────────────────────────────────────────────────────────────────────────────────────
  function callExpression(node: TSESTree.CallExpression | TSESTree.NewExpression, env: Env): Value {
    const { items, unseen } = listed(node.arguments, env, node)
    if (node.type === 'CallExpression' && node.callee.type === 'Super') {
      const above = classes.above(node, env)
      // what a class of the program does with what it is told is walked there
      return above?.kind === 'root' || above?.kind === 'member' || above?.kind === 'call' ? { kind: 'call', node, env, of: above, args: items, unseen, isNew: true } : unknown(node, env, 'the code is too dynamic', items)
    }
    const callee = evaluate(node.callee, env)
    if (node.type === 'CallExpression' && callee.kind === 'root' && callee.of === 'global' && callee.name === 'require') {
      const source = literal(items[0])
      if (typeof source?.value === 'string') return imported(source.value, '*', node, env)
    }
    return call(callee, items, node, env, unseen, node.type === 'NewExpression')
  }

  function listed(nodes: readonly (Node | null)[], env: Env, at: Node): { items: Value[]; unseen: boolean } {
    const items: Value[] = []
    let unseen = false
    for (const one of nodes) {
      if (!one) { items.push(lit(at, env, undefined)); continue }
      if (one.type !== 'SpreadElement') { items.push(evaluate(one, env)); continue }
      const spread = evaluate(one.argument, env)
      if (spread.kind === 'array' && !spread.unseen && items.length + spread.items.length <= ITEMS) items.push(...spread.items)
      else { unseen = true; items.push(unknown(one, env, 'the code is too dynamic', [spread])) }
    }
    return { items, unseen }
  }

  function call(callee: Value, args: Value[], node: Node, env: Env, unseen = false, isNew = false): Value {
    if (callee.kind === 'choice' && callee.of.length <= 6) return choice(node, env, callee.of.map(arm => ({ value: call(arm.value, args, node, env, unseen, isNew), when: arm.when })))
    if (callee.kind === 'function' && !isNew) return returned(callee, args, node, env) ?? unknown(node, env, 'calls go too deep', [...args])
    const folded = isNew ? undefined : foldCall(callee, args, node, env, { call, member, spread: spreadInto })
    if (folded) return folded
    return { kind: 'call', node, env, of: callee, args, unseen, isNew }
  }

  function enter(fn: FunctionValue, args: readonly Value[], site: Node, from?: Env): Env | undefined {
    const level = Math.max(fn.env.depth, from?.depth ?? 0, ...args.map(arg => arg.env.depth)) + 1
    if (level > CALLS) return undefined
    const all = fn.bound ? [...fn.bound, ...args] : args
    const self = fn.self ?? undefined
    return { module: fn.env.module, parent: fn.env, fn: fn.fn, args: all, ...(self && { self }), depth: level, site, ...(from && { caller: from }), memo: new Map() }
  }

  /** What a program function returns for these arguments; undefined when it cannot be walked. */
  function returned(fn: FunctionValue, args: Value[], site: Node, from: Env): Value | undefined {
    if (fn.fn.generator) return unknown(site, from, 'the code is too dynamic', args)
    const plain = fn.fn.params.length === 0 && !fn.self && !fn.bound
    let calls = entered.get(fn.env)
    const again = plain ? calls?.get(fn.fn) : undefined
    const env = again ?? enter(fn, args, site, plain ? undefined : from)
    if (!env) return undefined
    if (plain && !again) { if (!calls) entered.set(fn.env, calls = new Map()); calls.set(fn.fn, env) }
    if (fn.fn.body.type !== 'BlockStatement') return evaluate(fn.fn.body, env)
    const ends = returnsOf(fn.fn)
    if (ends.length === 0) return lit(site, env, undefined)
    if (ends.length > ENDS) return unknown(site, env, 'it is written in several places')
    const arms = ends.map(end => ({ value: () => end.argument ? evaluate(end.argument, env) : lit(end, env, undefined), when: conditions(end, env, fn.fn) }))
    if (runsPast(fn.fn.body)) arms.push({ value: () => lit(site, env, undefined), when: toConditions(testsPast(fn.fn.body), env) })
    const live = arms.filter(arm => !arm.when.some(({ test, is }) => truth(test) === !is))
    const only = live.length === 1 ? live[0]! : undefined
    const value = only?.value()
    // data that a function hands back only after it looked at it keeps the conditions
    if (only && value && only.when.length > 0 && (value.kind === 'member' || value.kind === 'operation' || (value.kind === 'root' && value.of === 'param') || (value.kind === 'call' && isOfLanguage(value.of)))) return { kind: 'choice', node: site, env: from, of: [{ value, when: only.when }] }
    return value ?? choice(site, env, live.map(arm => ({ value: arm.value(), when: arm.when })))
  }

  const returnCache = new WeakMap<FunctionNode, TSESTree.ReturnStatement[]>()
  function returnsOf(fn: FunctionNode): TSESTree.ReturnStatement[] {
    let found = returnCache.get(fn)
    if (!found) {
      found = []
      const stack: Node[] = [fn.body]
      while (stack.length > 0) {
        const node = stack.pop()!
        if (node.type === 'ReturnStatement') { found.push(node); continue }
        if (isFunction(node) || node.type === 'ClassDeclaration' || node.type.endsWith('Expression') || node.type === 'VariableDeclaration') continue
        for (const key of childKeys(node)) {
          const child = node[key as keyof Node] as unknown
          for (const one of Array.isArray(child) ? child : [child]) if (one && typeof (one as Node).type === 'string') stack.push(one as Node)
        }
      }
      found.sort((a, b) => a.range[0] - b.range[0])
      returnCache.set(fn, found)
    }
    return found
  }

  // ── objects ──────────────────────────────────────────────────────────────────────────────────────────────────────
  function objectExpression(node: TSESTree.ObjectExpression, env: Env): Value {
    const entries = new Map<string, Value>()
    let unseen = false
    for (const part of node.properties) {
      if (part.type === 'SpreadElement') {
        if (!spreadInto(entries, evaluate(part.argument, env), env, part)) unseen = true
        continue
      }
      const name = keyOf(part, env)
      if (name === undefined) { unseen = true; blur(entries, part, env); continue }
      if (part.kind === 'set') continue
      const value = evaluate(part.value, env)
      entries.set(name, part.kind === 'get' && value.kind === 'function' ? returned(value, [], part, env) ?? value : value)
    }
    return { kind: 'object', node, env, entries, unseen }
  }

  /** Copies what a spread brings; false when it may bring more than was seen. */
  function spreadInto(entries: Map<string, Value>, value: Value, env: Env, at: Node): boolean {
    if (value.kind !== 'choice') return spreadAll(entries, value, env, at)
    const arms = value.of.map(arm => { const into = new Map(entries); return { into, complete: spreadAll(into, arm.value, env, at), when: arm.when } })
    for (const name of new Set(arms.flatMap(arm => [...arm.into.keys()]))) {
      entries.set(name, choice(at, env, arms.map(arm => ({ value: arm.into.get(name) ?? lit(at, env, undefined), when: arm.when }))))
    }
    return arms.every(arm => arm.complete)
  }

  function spreadAll(entries: Map<string, Value>, value: Value, env: Env, at: Node): boolean {
    if (value.kind !== 'object') {
      if (literal(value) || value.kind === 'function') return true
      overlay(entries, value, at, env)
      return false
    }
    if (value.entries instanceof Lookup) value.entries.complete()
    else if (value.unseen) overlay(entries, value, at, env)
    for (const [name, entry] of value.entries) entries.set(name, entry)
    return !value.unseen
  }

  /** Each of `entries` is what it was, or what an object has under its name that was not seen whole. */
  function overlay(entries: Map<string, Value>, by: Value, at: Node, env: Env): void {
    for (const [name, entry] of entries) entries.set(name, choice(at, env, [{ value: entry, when: [] }, { value: member(by, name, at, env), when: [] }]))
  }

  /** Whatever is in `entries` may be written over by something that cannot be seen. */
  function blur(entries: Map<string, Value>, at: Node, env: Env): void {
    for (const [name, entry] of entries) entries.set(name, unknown(at, env, 'the code is too dynamic', [entry]))
  }

  /** The members of an enum, of all its parts, by name and (as TypeScript makes them) back from their numbers. */
  function enumeration(parts: readonly TSESTree.TSEnumDeclaration[], node: Node, env: Env): Value {
    const entries = new Map<string, Value>()
    for (const part of parts) {
      for (const one of part.body.members) entries.set(enumName(one), enumMember(one, env))
      if (!part.const) for (const one of part.body.members) {
        const number = literal(entries.get(enumName(one)))?.value
        if (typeof number === 'number') entries.set(String(number), lit(one, env, enumName(one)))
      }
    }
    return { kind: 'object', node, env, entries, unseen: false }
  }

  function enumMember(member: TSESTree.TSEnumMember, env: Env): Value {
    const all = member.parent.members, index = all.indexOf(member)
    let set = index
    while (set >= 0 && !all[set]!.initializer) set--
    if (set === index) return evaluate(member.initializer!, env)
    const from = set < 0 ? -1 : literal(evaluate(all[set]!.initializer!, env))?.value
    return typeof from === 'number' ? lit(member, env, from + index - set) : unknown(member, env, 'the code is too dynamic')
  }

  /** A member of an enum by its full name, which the enum itself may use while it is being made. */
  function ofEnum(object: TSESTree.Identifier, name: string, env: Env): Value | undefined {
    const variable = env.module.variableOf(object)
    if ((variable?.defs[0]?.type as string | undefined) !== 'TSEnumName') return undefined
    const found = variable!.defs.flatMap(def => (def.node as unknown as TSESTree.TSEnumDeclaration).body.members).find(one => enumName(one) === name)
    return found && enumMember(found, home(variable!, env))
  }

  const core: Core = { evaluate, member, call, enter, typed: (annotation, node, env) => types.typed(annotation, node, env), conditions, root, choice, keyOf, listed, unknown: (node, env) => unknown(node, env, 'the code is too dynamic'), settled: () => leansOn === Infinity }
  const classes = createClasses(core)
  const types = createTypes({ evaluate, root, packageName, ...classes })

  return { evaluate, member, call, enter, root, exported: (module, name) => exported(module, name), typed: types.typed, given: types.given, queried: types.queried, conditions, instanceOf: classes.instanceOf, layers: classes.layers }
}

/** Entries that are looked up when somebody asks for them by name. */
class Lookup extends Map<string, Value> {
  constructor(private readonly find: (name: string) => Value | undefined, private readonly names: () => readonly string[]) { super() }
  override get(name: string): Value | undefined {
    if (!this.has(name)) { const value = this.find(name); if (value) this.set(name, value) }
    return super.get(name)
  }
  complete(): void {
    for (const name of this.names()) this.get(name)
  }
}

function enumName({ id }: TSESTree.TSEnumMember): string {
  return id.type === 'Identifier' ? id.name : String((id as TSESTree.StringLiteral).value)
}

function textOf(value: Value): string | undefined {
  const known = literal(value)
  return known && (typeof known.value === 'string' || typeof known.value === 'number') ? String(known.value) : undefined
}

/** Functions of the language, and of Node where they only make texts of texts. */
function isOfLanguage(callee: Value): boolean {
  let at = callee
  while (at.kind === 'member') at = at.of
  return at.kind === 'root' && (at.of === 'global' ? at === callee : at.of === 'import' && /^(?:path|url)(?:\/|$)/.test(at.module))
}

/** Node's own modules go without their prefix, but for those that exist only with it. */
function packageName(name: string): string {
  return name.replace(/^node:(?!ffi$|test$|sqlite$|sea$)/, '')
}
