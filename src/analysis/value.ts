/**
 * What the evaluator can say of an expression. Nothing here knows RPC: a value that comes from a library is a path of
 * members and calls from a root, and only the reader knows what such a path means.
 */
import type { TSESTree } from '@typescript-eslint/types'
import type { Scope } from '@typescript-eslint/scope-manager'

export type Node = TSESTree.Node
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression
export type Variable = Scope['variables'][number]

/** One source file: its tree with parent links, and its scopes. */
export interface Module {
  readonly file: string
  readonly text: string
  readonly ast: TSESTree.Program
  /** The variable an identifier refers to or declares; undefined for a global that no scope defines. */
  variableOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined
  /** The file that an import of this module names, or why it was not followed. With `exporting`, it may be lost if it exports nothing of this name. */
  resolve(specifier: string, exporting?: string): Resolution
  /** Whether the file that an import of this module names, or one that it imports in its turn, holds `sign` in its text. */
  mentions(specifier: string, sign: RegExp): boolean
  /** Files of the program beside this one, and in the folders above it up to its package, that hold `sign` in their texts. */
  around(sign: RegExp): readonly Module[]
}

export type Resolution =
  | { kind: 'program'; module: Module }
  | { kind: 'package'; name: string }
  | { kind: 'lost'; reason: Reason }

/** Where a name is looked up: a module, or a call of one of its functions with what it was given. */
export interface Env {
  readonly module: Module
  readonly parent?: Env
  /** The function this is one call of; undefined for the module itself. */
  readonly fn?: FunctionNode
  readonly args?: readonly Value[]
  readonly self?: Value
  /** Calls on the way here, innermost last. */
  readonly depth: number
  /** The call that entered the function, and where that stands. */
  readonly site?: Node
  readonly caller?: Env
  readonly memo: Map<Node, Value>
}

/** Why a value is unknown, in words that end the sentence "it cannot be told because …". */
export type Reason =
  | 'the file cannot be found' | 'the file cannot be read' | 'the file does not parse' | 'other files are not followed'
  | 'imports go too deep' | 'the export does not exist' | 'the package is not described'
  | 'it refers to itself' | 'the expression is too deep' | 'the file takes too much work'
  | 'it is written in several places' | 'it comes from a caller' | 'the code is too dynamic' | 'calls go too deep'

interface Seen { readonly node: Node; readonly env: Env }

export type LiteralValue = Seen & { kind: 'literal'; value: string | number | boolean | bigint | null | undefined | RegExp }
export type ObjectValue = Seen & { kind: 'object'; entries: Map<string, Value>; /** a spread or computed key was not followed */ unseen: boolean }
export type ArrayValue = Seen & { kind: 'array'; items: Value[]; unseen: boolean }
export type FunctionValue = Seen & { kind: 'function'; fn: FunctionNode; self?: Value; /** first arguments that `bind` has fixed */ bound?: Value[] }
export type ClassValue = Seen & { kind: 'class'; decl: ClassNode }
/**
 * Where a path begins. `import`: an export of a package (`name` is `*` for the whole module, `default` for its default).
 * `global`: a name no scope defines. `param`: parameter `index` of a function nobody was seen to call. `typed`: something
 * whose declared type is the package's `name`. `this`: the receiver of a function that is no method.
 */
export type RootValue = Seen & { kind: 'root' } & (
  | { of: 'import'; module: string; name: string }
  | { of: 'typed'; module: string; name: string; /** the parameter that is declared so */ fn?: FunctionNode; index?: number; /** the member of a class that is */ part?: Node }
  | { of: 'global'; name: string }
  | { of: 'param'; fn: FunctionNode; index: number; rest: boolean }
  | { of: 'this' }
)
/** `name` is null when the member is computed; then `key` is what it is computed from. */
export type MemberValue = Seen & { kind: 'member'; of: Value; name: string | null; key?: Value }
/** A call that was not walked into. Of an own class it is an instance. `node` and `env` are its identity. */
export type CallValue = Seen & { kind: 'call'; of: Value; args: Value[]; /** a spread argument was not followed */ unseen: boolean; isNew: boolean }
/** `op` is the operator, `template`, `typeof`, `await` … */
export type OperationValue = Seen & { kind: 'operation'; op: string; parts: Value[] }
export type ChoiceValue = Seen & { kind: 'choice'; of: { value: Value; when: Condition[] }[] }
export type UnknownValue = Seen & { kind: 'unknown'; reason: Reason; /** what it would have been computed from */ parts?: Value[] }

export type Value =
  | LiteralValue | ObjectValue | ArrayValue | FunctionValue | ClassValue | RootValue
  | MemberValue | CallValue | OperationValue | ChoiceValue | UnknownValue

/** The alternative holds where `test` is truthy (`is`) or falsy. */
export interface Condition { test: Value; is: boolean }

/** What can be asked of the code of the program; `evaluate.ts` answers. */
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
  /** What a method of a declared type says that it is given at a position. */
  given(annotation: Node | undefined, method: string, index: number, node: Node, env: Env): Value | undefined
  /** What a type speaks of by name: the function of `ReturnType<typeof f>`. */
  queried(type: Node | undefined, module: Module): Value | undefined
  /** The tests that decide whether `node` runs inside the function (or module) around it. */
  conditions(node: Node, env: Env, top?: Node): Condition[]
  /** Some instance of a class, made we do not know how. */
  instanceOf(cls: ClassValue): CallValue
  /** The class of an instance and those of the program above it, nearest first. */
  layers(instance: CallValue): readonly Layer[]
}

/** One class on the way up from an instance's own. */
export interface Layer {
  readonly cls: ClassValue
  /** The environment of its body, and of its constructor where it has one. */
  readonly body: Env
  readonly maker?: { fn: FunctionNode; env: Env }
}

/** What a literal, or a folded operation, stands for; undefined-the-value is a literal too, hence the box. */
export function literal(value: Value | undefined): { value: LiteralValue['value'] } | undefined {
  return value?.kind === 'literal' ? { value: value.value } : undefined
}

/** Every value that `value` may be, with the conditions that pick it; a value that is no choice is its only one. */
export function alternatives(value: Value, when: Condition[] = []): { value: Value; when: Condition[] }[] {
  if (value.kind !== 'choice') return [{ value, when }]
  return value.of.flatMap(arm => alternatives(arm.value, [...when, ...arm.when]))
}

/** As {@link partsOf}, for what is asked of every value. */
function eachPart(value: Value, look: (part: Value) => void): void {
  switch (value.kind) {
    case 'call': look(value.of); value.args.forEach(look); break
    case 'member': look(value.of); if (value.key) look(value.key); break
    case 'object': for (const part of value.entries.values()) look(part); break
    case 'choice': for (const arm of value.of) look(arm.value); break
    case 'array': value.items.forEach(look); break
    case 'operation': value.parts.forEach(look); break
    case 'unknown': value.parts?.forEach(look)
  }
}

/** What a value is directly made of. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'object': return [...value.entries.values()]
    case 'array': return value.items
    case 'member': return value.key ? [value.of, value.key] : [value.of]
    case 'call': return [value.of, ...value.args]
    case 'operation': return value.parts
    case 'choice': return value.of.map(arm => arm.value)
    case 'unknown': return value.parts ?? []
    default: return []
  }
}

/** Whether `test` holds for `value` or for anything it was computed from. */
export function contains(value: Value, test: (part: Value) => boolean): boolean {
  const seen = new Set([value])
  for (const part of seen) {
    if (test(part)) return true
    for (const inner of partsOf(part)) seen.add(inner)
  }
  return false
}

export interface Size { height: number; size: number }
const ONE: Size = { height: 1, size: 1 }

/** How deep a value is nested, and how many parts it has when written out; what was measured before is in `sizes`. */
export function sizeOf(value: Value, sizes: Map<Value, Size>): Size {
  if (value.kind === 'literal' || value.kind === 'root' || value.kind === 'function' || value.kind === 'class') return ONE
  let known = sizes.get(value)
  if (!known) {
    known = { height: 1, size: 1 }
    const whole = known
    eachPart(value, part => {
      const { height, size } = sizeOf(part, sizes)
      whole.height = Math.max(whole.height, height + 1)
      whole.size += size
    })
    sizes.set(value, known)
  }
  return known
}

/** The call that led into an environment, or the `new` that made its `this`, and where that stands; undefined at the top. */
export function cameFrom(env: Env): Seen | undefined {
  for (let at: Env | undefined = env; at; at = at.parent) {
    if (at.site) return at.caller && { node: at.site, env: at.caller }
    if (at.self?.kind === 'call' && at.self.isNew) return at.self
  }
  return undefined
}

/** What a value is, whatever it stands for in the types: `as`, `satisfies`, `!`, parentheses and `await` taken off. */
export function bare(node: Node): Node {
  for (;;) {
    switch (node.type as string) {
      case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': case 'TSTypeAssertion':
      case 'TSInstantiationExpression': case 'ChainExpression': case 'ParenthesizedExpression':
        node = (node as TSESTree.TSAsExpression).expression
        break
      case 'AwaitExpression': node = (node as TSESTree.AwaitExpression).argument; break
      default: return node
    }
  }
}

/** What a path of members and calls begins at. */
export function beginningOf(value: Value): Value {
  let at = value
  while (at.kind === 'member' || at.kind === 'call') at = at.of
  return at
}
