/**
 * The one evaluator: an expression and an environment give a {@link Value}. It follows names, members, calls of the
 * program's own functions, classes and other files; it never throws, never guesses and always ends.
 */
import type { TSESTree } from '@typescript-eslint/types'
import { functionAround, isFunction, isLoop, listOf, testsAround, type PathTest } from './conditions.js'
import { foldBinary, foldCall, foldTemplate, foldUnary, truth } from './fold.js'
import { moduleExports } from './modules.js'
import { patternPath, type PatternStep } from './pattern.js'
import { alternatives, literal } from './value.js'
import type { CallValue, ClassNode, ClassValue, Condition, Env, FunctionNode, FunctionValue, Module, Node, ObjectValue, Reason, Value, Variable } from './value.js'

/** Nested expressions, calls walked into, files passed on the way to an export, and expressions looked at for one file. */
const DEEPEST = 150, CALLS = 5, HOPS = 10, WORK = 120_000
/** More alternatives than this are no knowledge. */
const ARMS = 24

export interface Evaluator {
  /** What an expression (or a declaration) stands for. */
  evaluate(node: Node, env: Env): Value
  /** The member of a value, looked up through objects, classes and modules of the program. */
  member(of: Value, name: string, node: Node, env: Env): Value
  /** What a call of `callee` with these arguments gives. */
  call(callee: Value, args: Value[], node: Node, env: Env): Value
  /** The environment of one call of a program function; undefined when calls go too deep. */
  enter(fn: FunctionValue, args: readonly Value[], site: Node, from?: Env): Env | undefined
  /** The environment of a module's own statements. */
  root(module: Module): Env
  /** What a module exports under a name; undefined when it has no such export. */
  exported(module: Module, name: string): Value | undefined
  /** The class a declared type names, or what a package calls it. */
  typed(annotation: Node | undefined, node: Node, env: Env): Value | undefined
  /** The tests that decide whether `node` runs inside the function (or module) around it. */
  conditions(node: Node, env: Env, top?: Node): Condition[]
}

export function createEvaluator(): Evaluator {
  const roots = new Map<Module, Env>()
  const open = new Map<Env, Map<Node, number>>()
  const entered = new WeakMap<Env, Map<FunctionNode, Env>>()
  const writesOf = new WeakMap<Node, Map<string, TSESTree.AssignmentExpression[]>>()
  /** The outermost open evaluation that an answer under way leans on: until it closes, answers are provisional. */
  let leansOn = Infinity
  let depth = 0, work = 0

  const unknown = (node: Node, env: Env, reason: Reason, parts?: Value[]): Value => ({ kind: 'unknown', node, env, reason, ...(parts && { parts }) })
  const lit = (node: Node, env: Env, value: string | number | boolean | bigint | null | undefined | RegExp): Value => ({ kind: 'literal', node, env, value })

  function root(module: Module): Env {
    let env = roots.get(module)
    if (!env) roots.set(module, env = { module, depth: 0, memo: new Map() })
    return env
  }

  function evaluate(node: Node, env: Env): Value {
    const known = env.memo.get(node)
    if (known) return known
    if (++work > WORK) return unknown(node, env, 'the file takes too much work')
    if (depth >= DEEPEST) { leansOn = -1; return unknown(node, env, 'the expression is too deep') }
    let here = open.get(env)
    if (!here) open.set(env, here = new Map())
    const under = here.get(node)
    if (under !== undefined) { leansOn = Math.min(leansOn, under); return unknown(node, env, 'it refers to itself') }
    const level = depth++
    here.set(node, level)
    const value = compute(node, env)
    here.delete(node)
    if (here.size === 0) open.delete(env)
    depth = level
    if (leansOn >= level) { leansOn = Infinity; env.memo.set(node, value) } else if (level === 0) leansOn = Infinity
    return value
  }

  function compute(node: Node, env: Env): Value {
    switch (node.type) {
      case 'Literal':
        if ('regex' in node && node.regex) return lit(node, env, node.value ?? /(?:)/)
        return lit(node, env, node.value as string)
      case 'TemplateLiteral': return foldTemplate(node, env, node.quasis.map(quasi => quasi.value.cooked ?? ''), node.expressions.map(part => evaluate(part, env)))
      case 'TaggedTemplateExpression': return call(evaluate(node.tag, env), [evaluate(node.quasi, env)], node, env)
      case 'Identifier': return identifier(node, env)
      case 'ThisExpression': return self(node, env)
      case 'Super': return superclass(node, env)
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
        if (node.operator === '??=' || node.operator === '||=') return choice(node, env, [{ value: evaluate(node.left, env), when: [] }, { value: evaluate(node.right, env), when: [] }])
        return { kind: 'operation', node, env, op: node.operator, parts: [evaluate(node.left, env), evaluate(node.right, env)] }
      case 'UpdateExpression': return { kind: 'operation', node, env, op: node.operator, parts: [evaluate(node.argument, env)] }
      case 'SequenceExpression': return evaluate(node.expressions[node.expressions.length - 1]!, env)
      case 'MetaProperty': return { kind: 'root', node, env, of: 'global', name: `${node.meta.name}.${node.property.name}` }
      case 'TSEnumDeclaration': return enumeration(node, env)
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
    if (!variable) return { kind: 'root', node, env, of: 'global', name: node.name }
    return valueOf(variable, node, home(variable, env))
  }

  /** The environment whose call (or module) a variable belongs to; one of a function nobody called belongs to what encloses it. */
  function home(variable: Variable, env: Env): Env {
    const block = variable.scope.block as Node
    let at: Env | undefined = env
    while (at?.fn && !(at.fn.range[0] <= block.range[0] && block.range[1] <= at.fn.range[1])) at = at.parent
    return at ?? root(env.module)
  }

  function valueOf(variable: Variable, use: Node, env: Env): Value {
    const def = variable.defs[0]
    switch (def?.type as string | undefined) {
      case 'ImportBinding': return importBinding(def!.node as Node, def!.parent as Node, use, env)
      case 'FunctionName': case 'ClassName': case 'TSEnumName': return variable.defs.length > 1 && def!.type === 'FunctionName'
        ? evaluate((variable.defs.find(one => (one.node as { body?: unknown }).body) ?? def!).node as Node, env)
        : evaluate(def!.node as Node, env)
      case 'Parameter': return parameter(variable, def!.node as FunctionNode, use, env)
      case 'Variable': return written(variable, use, env)
      case 'TSEnumMember': return evaluate((def!.node as TSESTree.TSEnumMember).initializer ?? use, env)
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
      const target = module.resolve(star)
      if (target.kind === 'program') { const value = exported(target.module, name, hops + 1, seen); if (value) return value }
      else if (target.kind === 'package') lost ??= { kind: 'root', node: module.ast, env, of: 'import', module: packageName(target.name), name }
      else lost ??= unknown(module.ast, env, target.reason)
    }
    return lost
  }

  /** All exports of a module of the program as an object, each looked up when it is asked for. */
  function namespace(module: Module, node: Node, env: Env): Value {
    const all = moduleExports(module)
    if (all.assigned) return evaluate(all.assigned, root(module))
    const entries = new Map<string, Value>()
    const get = entries.get.bind(entries)
    entries.get = name => { if (!entries.has(name)) { const value = exported(module, name); if (value) entries.set(name, value) } return get(name) }
    return { kind: 'object', node, env, entries, unseen: true }
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
        const declared = path.every(step => 'fallback' in step) ? typed((inner as TSESTree.Identifier).typeAnnotation?.typeAnnotation, use, env) : undefined
        value = declared?.kind === 'root' && declared.of === 'typed' ? { ...declared, fn, index } : declared ?? { kind: 'root', node: use, env, of: 'param', fn, index, rest }
      }
      const writes = variable.references.filter(reference => reference.isWrite() && !reference.init)
      const given = follow(value, path, use, env)
      if (writes.length === 0) return given
      return choice(use, env, [{ value: given, when: [] }, ...writes.map(write => ({ value: writtenValue(write.identifier as TSESTree.Identifier, write.writeExpr as Node | null | undefined, use, env), when: [] }))])
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
  interface Write { at: Node; value: () => Value }

  function written(variable: Variable, use: Node, env: Env): Value {
    const name = variable.identifiers[0] as TSESTree.Identifier
    const declarator = variable.defs[0]!.node as TSESTree.VariableDeclarator
    const writes: Write[] = []
    for (const reference of variable.references) {
      if (!reference.isWrite()) continue
      const at = reference.identifier as Node
      writes.push({ at, value: () => writtenValue(at as TSESTree.Identifier, reference.writeExpr as Node | null | undefined, use, env) })
    }
    let value: Value
    if (writes.length === 0) {
      const declared = typed((declarator.id as TSESTree.Identifier).typeAnnotation?.typeAnnotation, use, env)
      const ambient = (declarator.parent as TSESTree.VariableDeclaration).declare
      value = declared ?? (ambient ? { kind: 'root', node: use, env, of: 'global', name: name.name } : lit(use, env, undefined))
    }
    else if (writes.length === 1) value = writes[0]!.value()
    else value = lastWrites(writes, use, env)
    return value.kind === 'object' ? withLaterMembers(value, variable, use, env) : value
  }

  function writtenValue(target: TSESTree.Identifier, expression: Node | null | undefined, use: Node, env: Env): Value {
    if (!expression) return lit(use, env, undefined)
    let pattern: Node = target
    while (pattern.parent && pattern.parent.type !== 'VariableDeclarator' && pattern.parent.type !== 'AssignmentExpression' && pattern.parent.type !== 'ForOfStatement' && pattern.parent.type !== 'ForInStatement' && !pattern.parent.type.endsWith('Statement')) pattern = pattern.parent
    const holder = pattern.parent
    const loop = holder?.type === 'VariableDeclarator' ? holder.parent?.parent : holder
    if (loop?.type === 'ForOfStatement' && loop.right === expression) return follow(element(evaluate(expression, env), use, env), patternPath(pattern, target) ?? [], use, env)
    if (loop?.type === 'ForInStatement' && loop.right === expression) return unknown(use, env, 'it is written in several places', [evaluate(expression, env)])
    if (holder?.type === 'VariableDeclarator' && holder.init === null) return lit(use, env, undefined)
    if (holder?.type === 'AssignmentExpression' && holder.operator !== '=') return evaluate(holder, env)
    if (target.parent?.type === 'UpdateExpression') return { kind: 'operation', node: use, env, op: target.parent.operator, parts: [] }
    const path = patternPath(pattern, target)
    return path ? follow(evaluate(expression, env), path, use, env) : unknown(use, env, 'the code is too dynamic')
  }

  function element(of: Value, node: Node, env: Env): Value {
    if (of.kind === 'array' && of.items.length > 0) return choice(node, env, of.items.map(value => ({ value, when: [] })))
    return { kind: 'member', node, env, of, name: null }
  }

  /** The writes that can still show at a use: the last certain one before it, and every uncertain one after that. */
  function lastWrites(writes: readonly Write[], use: Node, env: Env): Value {
    const around = functionAround(use)
    const live: { write: Write; when: PathTest[] }[] = []
    let base: Write | undefined
    for (const write of writes) {
      if (functionAround(write.at) !== around) { live.push({ write, when: testsAround(write.at, functionAround(write.at)) }); continue }
      const loop = sharedLoop(write.at, use)
      if (write.at.range[0] > use.range[0] && !loop) continue
      if (certain(write.at, use)) { base = write; live.splice(0, live.length, ...live.filter(one => functionAround(one.write.at) !== around)) }
      else if (sameArm(write.at, use)) live.push({ write, when: testsAround(write.at, around) })
    }
    if (!base && live.length === 0) return choice(use, env, writes.map(write => ({ value: write.value(), when: [] })))
    const arms = live.map(({ write, when }) => ({ value: write.value(), when: toConditions(when, env), tests: when }))
    const covered = arms.length === 2 && arms[0]!.tests.length > 0 && arms[0]!.tests.at(-1)!.test === arms[1]!.tests.at(-1)?.test && arms[0]!.tests.at(-1)!.is !== arms[1]!.tests.at(-1)!.is
    if (base && !covered) {
      const first = base.value()
      const only = arms.length === 1 ? arms[0]!.when.slice(-1).map(({ test, is }) => ({ test, is: !is })) : []
      const empty = literal(first)
      if (!empty || empty.value != null || arms.length === 0) arms.unshift({ value: first, when: only, tests: [] })
    }
    return choice(use, env, arms.map(({ value, when }) => ({ value, when })))
  }

  /** Whether a write has surely happened, and happened last, when the use is reached: it stands in a statement list around the use. */
  function certain(write: Node, use: Node): boolean {
    if (sharedLoop(write, use) && write.range[0] > use.range[0]) return false
    let statement: Node = write
    while (statement.parent && !listOf(statement.parent)) {
      const up = statement.parent
      if (up.type === 'IfStatement' || up.type === 'ConditionalExpression' || up.type === 'LogicalExpression' || isLoop(up) || isFunction(up) || up.type === 'SwitchCase') return false
      statement = up
    }
    const list = listOf(statement.parent)
    if (!list || statement.parent?.type === 'SwitchCase') return false
    return statement.parent!.range[0] <= use.range[0] && use.range[1] <= statement.parent!.range[1]
  }

  /** False when a write stands in the other arm of an `if` whose one arm holds the use. */
  function sameArm(write: Node, use: Node): boolean {
    for (let at: Node = write, up = write.parent; up; at = up, up = up.parent) {
      if (up.range[0] <= use.range[0] && use.range[1] <= up.range[1]) {
        if (up.type === 'IfStatement' && at !== up.test) {
          const other = at === up.consequent ? up.alternate : up.consequent
          return !(other && other.range[0] <= use.range[0] && use.range[1] <= other.range[1])
        }
        return true
      }
    }
    return true
  }

  function sharedLoop(write: Node, use: Node): boolean {
    for (let up: Node | undefined = write.parent; up && !isFunction(up); up = up.parent) {
      if (isLoop(up) && up.range[0] <= use.range[0] && use.range[1] <= up.range[1]) return true
    }
    return false
  }

  /** `options.tls = …` and `Object.assign(options, …)` between the object's making and its use. */
  function withLaterMembers(value: ObjectValue, variable: Variable, use: Node, env: Env): Value {
    let entries: Map<string, Value> | undefined
    let unseen = value.unseen
    const around = functionAround(use)
    for (const reference of variable.references) {
      const at = reference.identifier as Node
      if (at === use || reference.isWrite()) continue
      const local = functionAround(at) === around
      if (local && at.range[0] > use.range[0] && !sharedLoop(at, use)) continue
      if (local && !sameArm(at, use)) continue
      const change = changeBy(at)
      if (!change) continue
      entries ??= new Map(value.entries)
      const sure = local && certain(at, use)
      if (change.kind === 'assign') {
        for (const source of change.sources) {
          const more = evaluate(source, env)
          if (more.kind === 'object') for (const [name, entry] of more.entries) put(entries, name, entry, sure, at, env)
          else unseen = true
        }
      } else {
        const name = change.name ?? (change.key ? literal(evaluate(change.key, env))?.value : undefined)
        if (name === undefined) unseen = true
        else put(entries, String(name), evaluate(change.right, env), sure, at, env)
      }
    }
    return entries ? { ...value, entries, unseen } : value
  }

  function put(entries: Map<string, Value>, name: string, value: Value, sure: boolean, at: Node, env: Env): void {
    const before = entries.get(name)
    if (sure) { entries.set(name, value); return }
    const when = conditions(at, env)
    entries.set(name, choice(at, env, [{ value, when }, { value: before ?? lit(at, env, undefined), when: when.length === 1 ? [{ test: when[0]!.test, is: !when[0]!.is }] : [] }]))
  }

  function changeBy(at: Node): { kind: 'member'; name?: string; key?: Node; right: Node } | { kind: 'assign'; sources: Node[] } | undefined {
    const up = at.parent
    if (up?.type === 'MemberExpression' && up.object === at && up.parent?.type === 'AssignmentExpression' && up.parent.left === up && up.parent.operator === '=') {
      return up.property.type === 'Identifier' && !up.computed
        ? { kind: 'member', name: up.property.name, right: up.parent.right }
        : { kind: 'member', key: up.property, right: up.parent.right }
    }
    if (up?.type === 'CallExpression' && up.arguments[0] === at && up.callee.type === 'MemberExpression' && up.callee.object.type === 'Identifier'
      && up.callee.object.name === 'Object' && up.callee.property.type === 'Identifier' && up.callee.property.name === 'assign') {
      return { kind: 'assign', sources: up.arguments.slice(1) }
    }
    return undefined
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

  function logical(node: TSESTree.LogicalExpression, env: Env): Value {
    const left = evaluate(node.left, env)
    const right = () => evaluate(node.right, env)
    if (node.operator === '&&') return either(node, env, left, right, () => truth(left) === false ? left : lit(node.left, env, false))
    if (node.operator === '||') return either(node, env, left, () => left, right)
    const arms = alternatives(left).map(arm => {
      const known = literal(arm.value)
      if (known) return known.value == null ? { value: right(), when: arm.when } : arm
      return arm
    })
    if (arms.every(arm => literal(arm.value) || arm.value.kind === 'object' || arm.value.kind === 'array' || arm.value.kind === 'function' || (arm.value.kind === 'call' && arm.value.isNew))) return choice(node, env, arms)
    return choice(node, env, [...arms.map(arm => ({ value: arm.value, when: [...arm.when, { test: left, is: true }] })), { value: right(), when: [{ test: left, is: false }] }])
  }

  function toConditions(tests: readonly PathTest[], env: Env): Condition[] {
    return tests.map(({ test, is, of }) => {
      if (!of) return { test: evaluate(test!, env), is }
      const parts = [evaluate(of, env), ...(test ? [evaluate(test, env)] : [])]
      return { test: foldBinary(test ?? of, env, test ? '===' : 'default', parts[0]!, parts[1]), is }
    })
  }

  function conditions(node: Node, env: Env, top?: Node): Condition[] {
    return toConditions(testsAround(node, top ?? functionAround(node)), env)
  }

  // ── members ──────────────────────────────────────────────────────────────────────────────────────────────────────
  function memberExpression(node: TSESTree.MemberExpression, env: Env): Value {
    const of = evaluate(node.object, env)
    const property = node.property as Node
    if (property.type === 'PrivateIdentifier') return member(of, `#${property.name}`, node, env)
    if (!node.computed) return member(of, (property as TSESTree.Identifier).name, node, env)
    const key = evaluate(node.property, env)
    const known = literal(key)
    if (known && (typeof known.value === 'string' || typeof known.value === 'number')) return member(of, String(known.value), node, env)
    if (key.kind === 'choice' && key.of.every(arm => literal(arm.value))) return choice(node, env, key.of.map(arm => ({ value: member(of, String(literal(arm.value)!.value), node, env), when: arm.when })))
    return { kind: 'member', node, env, of, name: null, key }
  }

  function member(of: Value, name: string, node: Node, env: Env): Value {
    switch (of.kind) {
      case 'object': {
        const entry = of.entries.get(name)
        if (entry) return entry
        return of.unseen ? unknown(node, env, 'the code is too dynamic', [of]) : lit(node, env, undefined)
      }
      case 'array':
        if (name === 'length' && !of.unseen) return lit(node, env, of.items.length)
        if (/^\d+$/.test(name)) return of.items[Number(name)] ?? (of.unseen ? unknown(node, env, 'the code is too dynamic', [of]) : lit(node, env, undefined))
        return { kind: 'member', node, env, of, name }
      case 'class': return staticMember(of, name, node, env)
      case 'call':
        if (of.isNew && of.of.kind === 'class') return rememberedMember(of, of.of, name, node, env)
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

  function keyOf(node: { key: Node; computed: boolean }, env: Env): string | undefined {
    if (!node.computed) {
      if (node.key.type === 'Identifier') return node.key.name
      if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`
    }
    const key = literal(evaluate(node.key, env))
    return key ? String(key.value) : undefined
  }

  function staticMember(of: ClassValue, name: string, node: Node, env: Env): Value {
    for (const part of of.decl.body.body) {
      if (part.type === 'StaticBlock' || !part.static || keyOf(part as never, of.env) !== name) continue
      if (part.type === 'PropertyDefinition' && part.value) return evaluate(part.value, { ...inside(of, of), memo: new Map() })
      if (part.type === 'MethodDefinition') {
        const fn: FunctionValue = { kind: 'function', node: part.value, env: of.env, fn: part.value as FunctionNode, self: of }
        return part.kind === 'get' ? call(fn, [], node, env) : fn
      }
    }
    const above = of.decl.superClass && evaluate(of.decl.superClass, of.env)
    return above ? member(above, name, node, env) : { kind: 'member', node, env, of, name }
  }

  /** Where a class body is evaluated for one receiver. */
  function inside(of: ClassValue, receiver: Value): Env {
    return { module: of.env.module, parent: of.env, depth: of.env.depth, self: receiver, memo: new Map() }
  }

  const instances = new WeakMap<Value, Env>()
  const members = new WeakMap<Value, Map<string, Value>>()

  /** A member of an instance is the same whoever asks, unless the answer is still provisional. */
  function rememberedMember(instance: CallValue, of: ClassValue, name: string, node: Node, env: Env): Value {
    let known = members.get(instance)
    if (!known) members.set(instance, known = new Map())
    const before = known.get(name)
    if (before) return before
    const value = instanceMember(instance, of, name, node, env)
    if (leansOn === Infinity) known.set(name, value)
    return value
  }

  function instanceMember(instance: CallValue, of: ClassValue, name: string, node: Node, env: Env, rung = 0): Value {
    if (rung > HOPS) return unknown(node, env, 'the code is too dynamic')
    const found: { value: Value; when: Condition[]; certain?: boolean }[] = []
    let bodyEnv = instances.get(instance)
    if (!bodyEnv || bodyEnv.parent !== of.env) instances.set(instance, bodyEnv = inside(of, instance))
    let declared: Node | undefined
    for (const part of of.decl.body.body) {
      if (part.type === 'StaticBlock' || part.type === 'TSIndexSignature' || part.static || keyOf(part as never, of.env) !== name) continue
      if (part.type === 'MethodDefinition') {
        if (part.kind === 'set' || !part.value.body) continue
        const fn: FunctionValue = { kind: 'function', node: part.value, env: of.env, fn: part.value as FunctionNode, self: instance }
        return part.kind === 'get' ? call(fn, [], node, env) : fn
      }
      if (part.type === 'PropertyDefinition' || part.type === 'AccessorProperty') {
        declared = part.typeAnnotation?.typeAnnotation
        if (part.value) found.push({ value: evaluate(part.value, bodyEnv), when: [] })
      }
    }
    const maker = of.decl.body.body.find((part): part is TSESTree.MethodDefinition => part.type === 'MethodDefinition' && part.kind === 'constructor' && !!part.value.body)
    const made = maker && constructed(instance, of, maker.value as FunctionNode, node, env)
    const property = maker?.value.params.find(param => param.type === 'TSParameterProperty' && patternName(param.parameter) === name)
    if (property && made) return evaluate(propertyIdentifier(property as TSESTree.TSParameterProperty), made)
    for (const write of memberWrites(of.decl, name)) {
      const around = functionAround(write)
      const inConstructor = maker && maker.value.range[0] <= write.range[0] && write.range[1] <= maker.value.range[1]
      const scope = inConstructor && made ? made : { ...bodyEnv, memo: new Map() }
      const sure = inConstructor && around === maker.value && testsAround(write, around).length === 0
      if (sure) found.length = 0
      found.push({ value: evaluate(write.right, scope), when: conditions(write, scope, around), certain: !!sure })
    }
    const useful = found.filter(one => { const known = literal(one.value); return !(known && known.value == null) })
    if (useful.length > 0) return choice(node, env, useful)
    const type = typed(declared, node, env)
    if (type) return type
    if (found.length > 0) return found[0]!.value
    const above = of.decl.superClass && evaluate(of.decl.superClass, of.env)
    if (!above) return declared ? { kind: 'member', node, env, of: { ...instance }, name } : { kind: 'member', node, env, of: instance, name }
    if (above.kind === 'class') return instanceMember({ ...instance, of: above, args: superArguments(of, maker, made) ?? [], unseen: true }, above, name, node, env, rung + 1)
    return { kind: 'member', node, env, of: { kind: 'call', node: instance.node, env: instance.env, of: above, args: superArguments(of, maker, made) ?? instance.args, unseen: instance.unseen, isNew: true }, name }
  }

  function constructed(instance: CallValue, of: ClassValue, fn: FunctionNode, node: Node, env: Env): Env {
    const value: FunctionValue = { kind: 'function', node: fn, env: of.env, fn, self: instance }
    const cached = entered.get(of.env)?.get(fn)
    if (cached && cached.self === instance) return cached
    const made = (instance.unseen ? undefined : enter(value, instance.args, node, env)) ?? { module: of.env.module, parent: of.env, fn, self: instance, depth: of.env.depth, memo: new Map() }
    let calls = entered.get(of.env)
    if (!calls) entered.set(of.env, calls = new Map())
    calls.set(fn, made)
    return made
  }

  function superArguments(of: ClassValue, maker: TSESTree.MethodDefinition | undefined, made: Env | undefined): Value[] | undefined {
    for (const statement of maker?.value.body?.body ?? []) {
      if (statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression' && statement.expression.callee.type === 'Super') {
        return listed(statement.expression.arguments, made ?? of.env, statement).items
      }
    }
    return undefined
  }

  function memberWrites(decl: ClassNode, name: string): TSESTree.AssignmentExpression[] {
    let all = writesOf.get(decl)
    if (!all) {
      writesOf.set(decl, all = new Map())
      const stack: Node[] = [decl.body]
      while (stack.length > 0) {
        const node = stack.pop()!
        if (node.type === 'AssignmentExpression' && node.operator !== '+=' && node.left.type === 'MemberExpression' && node.left.object.type === 'ThisExpression') {
          const key = node.left.property.type === 'Identifier' && !node.left.computed ? node.left.property.name
            : node.left.property.type === 'PrivateIdentifier' ? `#${node.left.property.name}` : undefined
          if (key) all.set(key, [...(all.get(key) ?? []), node])
        }
        for (const [field, child] of Object.entries(node)) {
          if (field === 'parent' || field === 'loc' || field === 'range') continue
          for (const one of Array.isArray(child) ? child : [child]) if (one && typeof (one as Node).type === 'string') stack.push(one as Node)
        }
      }
    }
    return (all.get(name) ?? []).slice().sort((a, b) => a.range[0] - b.range[0])
  }

  /** `this`: what the call was made on, the instance or class around, or the object a method stands in. */
  function self(node: Node, env: Env): Value {
    const around = thisFunction(node)
    for (let at: Env | undefined = env; at; at = at.parent) {
      if (at.self && (!at.fn || at.fn === around || at.fn.type === 'ArrowFunctionExpression')) return at.self
      if (at.fn && at.fn === around) break
    }
    const holder = around?.parent ?? undefined
    const member = around && (around.type === 'PropertyDefinition' || around.type === 'StaticBlock') ? around : holder
    if (member?.type === 'MethodDefinition' || member?.type === 'PropertyDefinition' || member?.type === 'StaticBlock') {
      const decl = member.parent?.parent as ClassNode
      const cls = classAround(decl, env)
      if (member.type === 'StaticBlock' || member.static) return cls
      return instanceOf(cls)
    }
    if (holder?.type === 'Property' && holder.parent?.type === 'ObjectExpression') return evaluate(holder.parent, outside(around!, env))
    return { kind: 'root', node, env, of: 'this' }
  }

  const anyInstance = new WeakMap<ClassNode, CallValue>()
  /** Some instance of a class, made we do not know how. */
  function instanceOf(cls: ClassValue): CallValue {
    let instance = anyInstance.get(cls.decl)
    if (!instance) anyInstance.set(cls.decl, instance = { kind: 'call', node: cls.decl, env: cls.env, of: cls, args: [], unseen: true, isNew: true })
    return instance
  }

  function classAround(decl: ClassNode, env: Env): ClassValue {
    return { kind: 'class', node: decl, env: outside(decl, env), decl }
  }

  /** The environment a node stands in, seen from inside it. */
  function outside(node: Node, env: Env): Env {
    let at: Env | undefined = env
    while (at?.fn && at.fn.range[0] >= node.range[0] && at.fn.range[1] <= node.range[1]) at = at.parent
    while (at && !at.fn && at.self && at.parent) at = at.parent
    return at ?? root(env.module)
  }

  function thisFunction(node: Node): Node | undefined {
    let up = node.parent
    while (up && (up.type === 'ArrowFunctionExpression' || !(isFunction(up) || up.type === 'PropertyDefinition' || up.type === 'StaticBlock'))) up = up.parent
    return up
  }

  function superclass(node: Node, env: Env): Value {
    let up = node.parent
    while (up && up.type !== 'ClassBody') up = up.parent
    const decl = up?.parent as ClassNode | undefined
    const above = decl?.superClass && evaluate(decl.superClass, outside(decl, env))
    if (!above) return unknown(node, env, 'the code is too dynamic')
    return above.kind === 'class' ? instanceOf(above) : { kind: 'call', node, env, of: above, args: [], unseen: true, isNew: true }
  }

  // ── types ────────────────────────────────────────────────────────────────────────────────────────────────────────
  function typed(annotation: Node | undefined, node: Node, env: Env, hops = 0): Value | undefined {
    if (!annotation || hops > 4) return undefined
    if (annotation.type === 'TSUnionType') {
      const real = annotation.types.filter(type => !['TSNullKeyword', 'TSUndefinedKeyword'].includes(type.type))
      return real.length === 1 ? typed(real[0], node, env, hops + 1) : undefined
    }
    if (annotation.type !== 'TSTypeReference') return undefined
    const { typeName } = annotation
    if (typeName.type === 'TSQualifiedName') {
      if (typeName.left.type !== 'Identifier') return undefined
      const whole = env.module.variableOf(typeName.left)
      const value = whole?.defs[0]?.type === 'ImportBinding' ? valueOf(whole, node, root(env.module)) : undefined
      if (value?.kind === 'root' && value.of === 'import') return { kind: 'root', node, env, of: 'typed', module: value.module, name: typeName.right.name }
      const inner = value?.kind === 'object' ? value.entries.get(typeName.right.name) : undefined
      return inner?.kind === 'class' ? instanceOf(inner) : undefined
    }
    if (typeName.type !== 'Identifier') return undefined
    if (['Promise', 'Readonly', 'Partial', 'Required', 'NonNullable'].includes(typeName.name) && annotation.typeArguments) return typed(annotation.typeArguments.params[0], node, env, hops + 1)
    const variable = env.module.variableOf(typeName), def = variable?.defs[0]
    if (!variable || !def) return undefined
    if (def.type === 'ImportBinding') {
      const value = valueOf(variable, node, root(env.module))
      if (value.kind === 'root' && value.of === 'import') return { kind: 'root', node, env, of: 'typed', module: value.module, name: value.name }
      return value.kind === 'class' ? instanceOf(value) : undefined
    }
    if (def.type === 'ClassName') return instanceOf(classAround(def.node as ClassNode, root(env.module)))
    if ((def.node as Node).type === 'TSTypeAliasDeclaration') return typed((def.node as unknown as TSESTree.TSTypeAliasDeclaration).typeAnnotation, node, env, hops + 1)
    return undefined
  }

  // ── calls ────────────────────────────────────────────────────────────────────────────────────────────────────────
  function callExpression(node: TSESTree.CallExpression | TSESTree.NewExpression, env: Env): Value {
    const { items, unseen } = listed(node.arguments, env, node)
    if (node.type === 'CallExpression' && node.callee.type === 'Super') return unknown(node, env, 'the code is too dynamic', items)
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
      if (spread.kind === 'array' && !spread.unseen) items.push(...spread.items)
      else { unseen = true; items.push(unknown(one, env, 'the code is too dynamic', [spread])) }
    }
    return { items, unseen }
  }

  function call(callee: Value, args: Value[], node: Node, env: Env, unseen = false, isNew = false): Value {
    if (callee.kind === 'choice' && callee.of.length <= 6) return choice(node, env, callee.of.map(arm => ({ value: call(arm.value, args, node, env, unseen, isNew), when: arm.when })))
    if (callee.kind === 'function' && !isNew) return returned(callee, args, node, env) ?? unknown(node, env, 'calls go too deep', [...args])
    const folded = isNew ? undefined : foldCall(callee, args, node, env, { call, member })
    if (folded) return folded
    return { kind: 'call', node, env, of: callee, args, unseen, isNew }
  }

  function enter(fn: FunctionValue, args: readonly Value[], site: Node, from?: Env): Env | undefined {
    const level = Math.max(fn.env.depth, from?.depth ?? 0, ...args.map(arg => arg.env.depth)) + 1
    if (level > CALLS) return undefined
    const all = fn.bound ? [...fn.bound, ...args] : args
    const self = fn.self ?? undefined
    return { module: fn.env.module, parent: fn.env, fn: fn.fn, args: all, ...(self && { self }), depth: level, site, memo: new Map() }
  }

  /** What a program function returns for these arguments; undefined when it cannot be walked. */
  function returned(fn: FunctionValue, args: Value[], site: Node, from: Env): Value | undefined {
    if (fn.fn.generator) return unknown(site, from, 'the code is too dynamic', args)
    const plain = fn.fn.params.length === 0 && !fn.self && !fn.bound
    let calls = entered.get(fn.env)
    const again = plain ? calls?.get(fn.fn) : undefined
    const env = again ?? enter(fn, args, site, from)
    if (!env) { leansOn = -1; return undefined }
    if (plain && !again) { if (!calls) entered.set(fn.env, calls = new Map()); calls.set(fn.fn, env) }
    if (fn.fn.body.type !== 'BlockStatement') return evaluate(fn.fn.body, env)
    const ends = returnsOf(fn.fn)
    if (ends.length === 0) return lit(site, env, undefined)
    const arms = ends.map(end => ({ value: () => end.argument ? evaluate(end.argument, env) : lit(end, env, undefined), when: conditions(end, env, fn.fn) }))
    const live = arms.filter(arm => !arm.when.some(({ test, is }) => truth(test) === !is))
    const only = live.length === 1 ? live[0]! : undefined
    const value = only?.value()
    // data that a function hands back only after it looked at it keeps the conditions
    if (only && value && only.when.length > 0 && (value.kind === 'member' || value.kind === 'operation' || (value.kind === 'root' && value.of === 'param') || (value.kind === 'call' && value.of.kind === 'root' && value.of.of === 'global'))) return { kind: 'choice', node: site, env: from, of: [{ value, when: only.when }] }
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
        for (const [field, child] of Object.entries(node)) {
          if (field === 'parent' || field === 'loc' || field === 'range') continue
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
      if (name === undefined) { unseen = true; continue }
      if (part.kind === 'set') continue
      const value = evaluate(part.value, env)
      entries.set(name, part.kind === 'get' && value.kind === 'function' ? returned(value, [], part, env) ?? value : value)
    }
    return { kind: 'object', node, env, entries, unseen }
  }

  /** Copies what a spread brings; false when it may bring more than was seen. */
  function spreadInto(entries: Map<string, Value>, value: Value, env: Env, at: Node): boolean {
    if (value.kind === 'object') {
      for (const [name, entry] of value.entries) entries.set(name, entry)
      return !value.unseen
    }
    const known = literal(value)
    if (known) return true
    if (value.kind !== 'choice') return false
    let complete = true
    const names = new Set(value.of.flatMap(arm => arm.value.kind === 'object' ? [...arm.value.entries.keys()] : []))
    for (const arm of value.of) if (!(arm.value.kind === 'object' ? !arm.value.unseen : literal(arm.value))) complete = false
    for (const name of names) {
      const before = entries.get(name)
      entries.set(name, choice(at, env, value.of.map(arm => ({ value: (arm.value.kind === 'object' ? arm.value.entries.get(name) : undefined) ?? before ?? lit(at, env, undefined), when: arm.when }))))
    }
    return complete
  }

  function enumeration(node: TSESTree.TSEnumDeclaration, env: Env): Value {
    const entries = new Map<string, Value>()
    let next: number | undefined = 0
    for (const part of node.body.members) {
      const name = part.id.type === 'Identifier' ? part.id.name : String((part.id as TSESTree.StringLiteral).value)
      const value: Value = part.initializer ? evaluate(part.initializer, env) : next === undefined ? unknown(part, env, 'the code is too dynamic') : lit(part, env, next)
      const known = literal(value)
      next = typeof known?.value === 'number' ? known.value + 1 : undefined
      entries.set(name, value)
    }
    return { kind: 'object', node, env, entries, unseen: false }
  }

  return { evaluate, member, call, enter, root, exported: (module, name) => exported(module, name), typed: (annotation, node, env) => typed(annotation, node, env), conditions }
}

function patternName(pattern: Node): string | undefined {
  return pattern.type === 'Identifier' ? pattern.name : pattern.type === 'AssignmentPattern' && pattern.left.type === 'Identifier' ? pattern.left.name : undefined
}

function propertyIdentifier(property: TSESTree.TSParameterProperty): TSESTree.Identifier {
  return (property.parameter.type === 'AssignmentPattern' ? property.parameter.left : property.parameter) as TSESTree.Identifier
}

/** Node's own modules go without their prefix, but for those that exist only with it. */
function packageName(name: string): string {
  return name.replace(/^node:(?!ffi$|test$|sqlite$|sea$)/, '')
}
