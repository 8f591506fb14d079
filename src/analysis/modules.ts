/** A source file as the evaluator sees it: which variable a name is, what an import leads to, and what is exported. */
import type { TSESTree } from '@typescript-eslint/types'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { Module, Node, Resolution, Variable } from './value.js'
import { bare } from './value.js'
import { rememberKeys, walk, type VisitorKeys } from './tree.js'

/** What finds and reads other files. */
export interface Host {
  /**
   * What `specifier` names in the file `from`. Never throws: what goes wrong is a reason. With `exporting`, only a file that may
   * export this name is wanted, and others need not be parsed.
   */
  resolve(specifier: string, from: string, exporting?: string): Resolution
  /**
   * Whether the file that `specifier` names, or one that it imports in its turn, holds `sign`: told from their texts alone.
   * Undefined where there is no such file.
   */
  mentions(specifier: string, from: string, sign: RegExp): boolean | undefined
  /** Files of the program beside the file `from`, and in the folders above it up to its package, whose texts hold `sign`. */
  around(from: string, sign: RegExp): readonly Module[]
  /** Makes `module` the answer for its file, so that an import cycle leads back to it rather than to a copy. */
  adopt?(module: Module): void
}

/** A parsed file, from ESLint or from a host. */
export interface ModuleSource {
  /** Absolute path, or whatever the text is called when it is no file. */
  file: string
  text: string
  ast: TSESTree.Program
  /** Null when there is none: then every name is a global. */
  scopeManager: ScopeManager | null
  visitorKeys: VisitorKeys | undefined
  host: Host
}

/**
 * One thing that a module exports.
 *
 * `node` is an expression (`export default`, `exports.a =`), the function or class of an `export default`, or, for every
 * other declaration and for `export { local }`, the identifier: `variableOf` answers for it. `from` is another module and
 * `name` its export, `*` when it is the whole module under one name.
 */
export type Export = { readonly node: Node } | { readonly from: string; readonly name: string }

/** What a module exports as far as its own text tells; types are left out. */
export interface Exports {
  readonly named: ReadonlyMap<string, Export>
  /** The modules of `export * from`, which give whatever `named` does not, `default` excepted. */
  readonly stars: readonly string[]
  /** The value of `module.exports =` or `export =`. */
  readonly assigned?: Node
}

interface Names {
  variables: Map<object, Variable>
  /** Uses of the free names `module` and `exports`, in the order of the source. */
  commonJs: TSESTree.Identifier[]
}

/** By tree, for a linter may have one scope manager for all files. */
const namesOf = new WeakMap<TSESTree.Program, Names>()
const exportsOf = new WeakMap<TSESTree.Program, Exports>()
const scopesOf = new WeakMap<Module, ScopeManager>()

/**
 * Makes a module of a parsed file. Names are looked up when first asked for, and once for all modules of the same tree.
 * Nodes get parent links where they have none.
 *
 * @returns a module whose `variableOf` is undefined for every name that the file does not define, even if ESLint was told
 * of such a global, and whose `resolve` asks the host once per specifier
 */
export function makeModule({ file, text, ast, scopeManager, visitorKeys, host }: ModuleSource): Module {
  if (visitorKeys) rememberKeys(ast, visitorKeys)
  if (ast.body.length > 0 && !ast.body[0]!.parent) walk(ast, visitorKeys, () => {})

  const resolved = new Map<string, Resolution>(), mentioned = new Map<string, { sign: RegExp; is: boolean }>()
  const module: Module = {
    file,
    text,
    ast,
    variableOf: identifier => scopeManager ? names(ast, scopeManager).variables.get(identifier) : undefined,
    resolve(specifier, exporting) {
      let answer = resolved.get(specifier)
      if (answer) return answer
      answer = host.resolve(specifier, file, exporting)
      if (exporting === undefined || answer.kind !== 'lost') resolved.set(specifier, answer)
      return answer
    },
    mentions(specifier, sign) {
      const known = mentioned.get(specifier)
      if (known?.sign === sign) return known.is
      const is = host.mentions(specifier, file, sign) === true
      mentioned.set(specifier, { sign, is })
      return is
    },
    around: sign => host.around(file, sign),
  }
  if (scopeManager) scopesOf.set(module, scopeManager)
  host.adopt?.(module)
  return module
}

function names(ast: TSESTree.Program, scopeManager: ScopeManager): Names {
  const known = namesOf.get(ast)
  if (known) return known

  const variables = new Map<object, Variable>()
  const commonJs: TSESTree.Identifier[] = []
  // The first to claim an identifier keeps it: a class has its name twice, outside, which comes first, and inside.
  const claim = (identifier: object, variable: Variable) => {
    if (!variables.has(identifier)) variables.set(identifier, variable)
  }
  for (const scope of scopeManager.scopes) {
    for (const variable of scope.variables) {
      if (variable.defs.length > 0) for (const identifier of variable.identifiers) claim(identifier, variable)
    }
    for (const { identifier, resolved } of scope.references) {
      // In a script the analysis leaves `var` and functions of the top level to ESLint, which sees the linted file only.
      const variable = resolved ?? scopeManager.globalScope?.set.get(identifier.name as string)
      if (variable && variable.defs.length > 0) claim(identifier, variable)
      else if (identifier.name === 'module' || identifier.name === 'exports') commonJs.push(identifier as TSESTree.Identifier)
    }
  }
  commonJs.sort((a, b) => a.range[0] - b.range[0])

  const found = { variables, commonJs }
  namesOf.set(ast, found)
  return found
}

/**
 * What `module` exports, read once per tree. A name that CommonJS writes in several places of which one is conditional,
 * or inside a function, is left out: which write counts cannot be told.
 */
export function moduleExports(module: Module): Exports {
  let exports = exportsOf.get(module.ast)
  if (!exports) exportsOf.set(module.ast, exports = readExports(module))
  return exports
}

function readExports(module: Module): Exports {
  const named = new Map<string, Export>()
  const stars: string[] = []
  let assigned: Node | undefined
  const add = (name: string, what: Export) => { if (!named.has(name)) named.set(name, what) }

  for (const statement of module.ast.body) {
    switch (statement.type) {
      case 'ExportAllDeclaration':
        if (statement.exportKind === 'type') break
        if (statement.exported) add(textOf(statement.exported), { from: statement.source.value, name: '*' })
        else stars.push(statement.source.value)
        break
      case 'ExportDefaultDeclaration':
        if (!isType(statement.declaration)) add('default', { node: statement.declaration })
        break
      case 'ExportNamedDeclaration':
        if (statement.exportKind === 'type') break
        for (const identifier of declared(statement.declaration)) add(identifier.name, { node: identifier })
        for (const { local, exported, exportKind } of statement.specifiers) {
          if (exportKind === 'type') continue
          if (statement.source) add(textOf(exported), { from: statement.source.value, name: textOf(local) })
          else if (local.type === 'Identifier' && !namesType(module, local)) add(textOf(exported), { node: local })
        }
        break
      case 'TSExportAssignment':
        assigned = statement.expression
    }
  }

  const scopeManager = scopesOf.get(module)
  for (const [name, writes] of scopeManager ? commonJsWrites(names(module.ast, scopeManager).commonJs) : []) {
    const node = settle(writes)
    if (!node) continue
    if (name === WHOLE) assigned ??= node
    else add(name, { node })
  }
  return { named, stars, assigned }
}

/** Written `a`, or `'a b'`. */
function textOf(name: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value
}

function isType(node: Node): boolean {
  return node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration' || node.type === 'TSDeclareFunction'
}

/** Whether a name is known to have no value: then exporting it exports nothing at run time. */
function namesType(module: Module, identifier: TSESTree.Identifier): boolean {
  const defs: readonly { type: string; node: Node; parent?: Node | null }[] = module.variableOf(identifier)?.defs ?? []
  return defs.length > 0 && defs.every(({ type, node, parent }) => type === 'Type'
    || (parent?.type === 'ImportDeclaration' && parent.importKind === 'type')
    || (node.type === 'ImportSpecifier' && node.importKind === 'type'))
}

/** The identifiers of values that an exported declaration declares. */
function* declared(node: Node | null | undefined): Generator<TSESTree.Identifier> {
  switch (node?.type) {
    case 'VariableDeclaration': for (const { id } of node.declarations) yield* declared(id); break
    case 'FunctionDeclaration': case 'ClassDeclaration': case 'TSEnumDeclaration':
      if (node.id && !node.declare) yield node.id
      break
    case 'TSModuleDeclaration': if (node.id.type === 'Identifier' && !node.declare) yield node.id; break
    case 'TSImportEqualsDeclaration': if (node.importKind !== 'type') yield node.id; break

    case 'Identifier': yield node; break
    case 'ObjectPattern': for (const property of node.properties) yield* declared(property); break
    case 'ArrayPattern': for (const element of node.elements) yield* declared(element); break
    case 'Property': yield* declared(node.value); break
    case 'AssignmentPattern': yield* declared(node.left); break
    case 'RestElement': yield* declared(node.argument); break
  }
}

/** Stands among the names for what the whole of `module.exports` is set to. */
const WHOLE = Symbol('module.exports')

interface Write { value: Node; /** it happens once, when the module is loaded */ plain: boolean }

function commonJsWrites(uses: readonly TSESTree.Identifier[]): Map<string | typeof WHOLE, Write[]> {
  const writes = new Map<string | typeof WHOLE, Write[]>()
  const note = (name: string | typeof WHOLE, { right, parent }: TSESTree.AssignmentExpression) => {
    let value: Node = right // of `exports = module.exports = x`, x
    while (bare(value).type === 'AssignmentExpression') value = (bare(value) as TSESTree.AssignmentExpression).right
    let outside: Node | undefined = parent
    while (outside?.type === 'AssignmentExpression' || outside?.type === 'SequenceExpression') outside = outside.parent
    const plain = outside?.type === 'ExpressionStatement' && outside.parent.type === 'Program'
    writes.set(name, [...writes.get(name) ?? [], { value, plain }])
  }

  for (const use of uses) {
    const isModule = use.name === 'module'
    const whole = isModule ? memberOf(use, 'exports') : use
    if (!whole) continue
    const assignment = assignmentTo(whole)
    if (assignment) {
      if (isModule) note(WHOLE, assignment) // `exports = x` alone changes nothing that others see
      continue
    }
    const member = memberOf(whole)
    const name = member && memberName(member)
    const set = member && assignmentTo(member)
    if (name !== undefined && set) note(name, set)
  }
  return writes
}

/** The write that counts; undefined when that cannot be told. */
function settle(writes: readonly Write[]): Node | undefined {
  // Compilers announce `exports.a = void 0` before they set it.
  const real = writes.filter(({ value }) => value.type !== 'UnaryExpression' || value.operator !== 'void')
  if (real.length > 1 && !real.every(write => write.plain)) return undefined
  return (real.at(-1) ?? writes.at(-1))?.value
}

/** `node` with the casts around it. */
function outermost(node: Node): Node {
  while (node.parent && bare(node.parent) !== node.parent && bare(node.parent) === bare(node)) node = node.parent
  return node
}

function memberOf(object: Node, name?: string): TSESTree.MemberExpression | undefined {
  const inner = outermost(object)
  const member = inner.parent
  if (member?.type !== 'MemberExpression' || member.object !== inner) return undefined
  return name === undefined || memberName(member) === name ? member : undefined
}

function memberName({ property, computed }: TSESTree.MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined
}

function assignmentTo(target: Node): TSESTree.AssignmentExpression | undefined {
  const left = outermost(target)
  const assignment = left.parent
  return assignment?.type === 'AssignmentExpression' && assignment.left === left && assignment.operator === '='
    ? assignment : undefined
}
