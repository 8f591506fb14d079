import { posix } from 'node:path'
import * as typescript from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import { describe, expect, test } from 'vitest'
import { createEvaluator } from '../../src/analysis/evaluate.js'
import { createMemory } from '../../src/analysis/memory.js'
import { makeModule, type Host } from '../../src/analysis/modules.js'
import { walk } from '../../src/analysis/tree.js'
import type { Condition, Module, Node, Resolution, Value } from '../../src/analysis/value.js'

/** Several files; the first is the one that is asked about. */
type Program = string | Record<string, string>

function load(program: Program): Module {
  const files = typeof program === 'string' ? { 'main.ts': program } : program
  const modules = new Map<string, Module>()
  const host: Host = {
    resolve(specifier, from): Resolution {
      if (!specifier.startsWith('.')) return { kind: 'package', name: specifier }
      const path = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '')
      const file = [path, `${path}.ts`, `${path}.js`, `${path}.cjs`, `${path}/index.ts`].find(one => one in files)
      if (!file) return { kind: 'lost', reason: 'the file cannot be found' }
      try { return { kind: 'program', module: open(file) } } catch { return { kind: 'lost', reason: 'the file does not parse' } }
    },
    mentions: () => false,
    around: () => [],
    adopt: module => { modules.set(module.file, module) },
  }
  function open(file: string): Module {
    const known = modules.get(file)
    if (known) return known
    const text = files[file]!
    const { ast, scopeManager, visitorKeys } = typescript.parseForESLint(text, { sourceType: file.endsWith('.cjs') ? 'script' : 'module', filePath: file, loc: true, range: true })
    return makeModule({ file, text, ast: ast as TSESTree.Program, scopeManager: scopeManager as ScopeManager, visitorKeys, host })
  }
  return open(Object.keys(files)[0]!)
}

/** Puts what each statement says for the `hole` in the next one: so trees get deeper than parsers survive. */
function nest(module: Module): Module {
  let inner: Node | undefined
  for (const statement of module.ast.body as TSESTree.ExpressionStatement[]) {
    const hole = nodesBelow(statement).find(node => node.type === 'Identifier' && node.name === 'hole')
    const up = hole?.parent as unknown as Record<string, unknown>
    for (const [key, child] of hole && inner ? Object.entries(up) : []) {
      if (child === hole) up[key] = inner
      else if (Array.isArray(child) && key === 'arguments') up[key] = [inner]
    }
    if (inner) inner.parent = hole!.parent!
    inner = statement.expression
  }
  return module
}

function nodesBelow(root: Node): Node[] {
  const nodes: Node[] = []
  walk(root, undefined, node => { nodes.push(node) })
  return nodes
}

const nodesOf = (module: Module) => nodesBelow(module.ast)

/** The argument of the first `probe(…)`. */
function probed(nodes: Node[]): Node {
  const probe = nodes.find((node): node is TSESTree.CallExpression => node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'probe')
  return probe!.arguments[0]!
}

/** A value as a reader would write it; `when` adds to each alternative what picks it. */
function print(value: Value, when = false, depth = 0): string {
  if (depth > 12) return '…'
  const show = (part: Value) => print(part, when, depth + 1)
  const list = (parts: Value[], unseen = false) => [...parts.map(show), ...(unseen ? ['…'] : [])].join(', ')
  const picked = (conditions: Condition[]) => conditions.map(({ test, is }) => (is ? '' : 'not ') + show(test)).join(' and ')
  switch (value.kind) {
    case 'literal': return typeof value.value === 'string' ? JSON.stringify(value.value) : typeof value.value === 'bigint' ? `${value.value}n` : String(value.value)
    case 'object': return `{${[...[...value.entries].map(([name, entry]) => `${name}: ${show(entry)}`), ...(value.unseen ? ['…'] : [])].join(', ')}}`
    case 'array': return `[${list(value.items, value.unseen)}]`
    case 'function': return 'function'
    case 'class': return `class ${value.decl.id?.name ?? ''}`.trim()
    case 'root':
      switch (value.of) {
        case 'import': return value.name === '*' ? value.module : `${value.module}.${value.name}`
        case 'typed': return `<${value.module}.${value.name}>`
        case 'global': return value.name
        case 'param': return `${value.rest ? '...' : ''}param${value.index}`
        case 'this': return 'this'
      }
      break
    case 'member': return value.name === null ? `${show(value.of)}[${value.key ? show(value.key) : '*'}]` : `${show(value.of)}.${value.name}`
    case 'call': return `${value.isNew ? 'new ' : ''}${show(value.of)}(${list(value.args, value.unseen && value.args.length === 0)})`
    case 'operation': return value.parts.length === 2 && value.op !== 'template' ? `(${show(value.parts[0]!)} ${value.op} ${show(value.parts[1]!)})` : `${value.op}(${list(value.parts)})`
    case 'choice': return value.of.map(arm => show(arm.value) + (when && arm.when.length > 0 ? ` if ${picked(arm.when)}` : '')).join(' | ')
    case 'unknown': return `unknown: ${value.reason}`
  }
}

function answer(program: Program, { warm, when = false }: { warm?: 'forwards' | 'backwards'; when?: boolean } = {}): string {
  const module = load(program), nodes = nodesOf(module), evaluator = createEvaluator()
  const asked = warm === 'backwards' ? [...nodes].reverse() : warm ? nodes : []
  for (const node of asked) {
    if (/Expression$|^Identifier$/.test(node.type) && !/^TS|^Function|Arrow/.test(node.type)) evaluator.evaluate(node, evaluator.root(module))
  }
  return print(evaluator.evaluate(probed(nodes), evaluator.root(module)), when)
}

const GRPC = `import * as grpc from '@grpc/grpc-js';`
type Case = [what: string, program: Program, expected: string]

const tables: Record<string, Case[]> = {
  imports: [
    ['a namespace', `${GRPC} probe(grpc.credentials.createSsl(ca))`, '@grpc/grpc-js.credentials.createSsl(ca)'],
    ['a named import', `import { credentials } from '@grpc/grpc-js'; probe(credentials.createInsecure())`, '@grpc/grpc-js.credentials.createInsecure()'],
    ['a default import', `import tls from 'node:tls'; probe(tls.connect(1))`, 'tls.default.connect(1)'],
    ['a renamed import', `import { Server as S } from '@grpc/grpc-js'; probe(new S())`, 'new @grpc/grpc-js.Server()'],
    ['default by name', `import { default as ws } from 'ws'; probe(ws.Server)`, 'ws.default.Server'],
    ['a name that is a string', `import { 'a b' as ab } from 'p'; probe(ab)`, 'p.a b'],
    ['a type-only import used as a type', `import type { Server } from 'p'; function f(s: Server) { probe(s.listen) }`, '<p.Server>.listen'],
    ['a dynamic import', `const m = await import('p'); probe(m.f(1))`, 'p.f(1)'],
    ['a destructured dynamic import', `const { f: g } = await import('p'); probe(g(1))`, 'p.f(1)'],
    ['a dynamic import of a known template', 'const n = `p`; probe((await import(n)).f)', 'p.f'],
    ['a dynamic import of nobody knows what', `const m = await import(name); probe(m)`, 'unknown: the code is too dynamic'],
    ['require', `const grpc = require('@grpc/grpc-js'); probe(grpc.Server)`, '@grpc/grpc-js.Server'],
    ['a destructured require', `const { Server: S } = require('@grpc/grpc-js'); probe(new S())`, 'new @grpc/grpc-js.Server()'],
    ['a member of require', `const f = require('p').a.b; probe(f)`, 'p.a.b'],
    ['import equals', `import grpc = require('p'); probe(grpc.Server)`, 'p.Server'],
    ['node: goes', `import { connect } from 'node:tls'; probe(connect)`, 'tls.connect'],
    ['require that is shadowed', `function f(require) { probe(require('p')) }`, 'param0("p")'],
    ['require that is the own function', `function require(x) { return x } probe(require('p'))`, '"p"'],
    ['createRequire is a call', `import { createRequire } from 'module'; const r = createRequire(import.meta.url); probe(r)`, 'module.createRequire(import.meta.url)'],
    ['a namespace of a namespace', `import * as a from 'p'; const { b } = a; probe(b.c)`, 'p.b.c'],
  ],
  files: [
    ['a const', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `export const a = 1` }, '1'],
    ['a default', { 'main.ts': `import a from './a'; probe(a)`, 'a.ts': `export default { x: 1 }` }, '{x: 1}'],
    ['a .js ending', { 'main.ts': `import { a } from './a.js'; probe(a)`, 'a.ts': `export const a = 1` }, '1'],
    ['a namespace', { 'main.ts': `import * as a from './a'; probe(a.b)`, 'a.ts': `export const b = 2` }, '2'],
    ['a function', { 'main.ts': `import { f } from './a'; probe(f(3))`, 'a.ts': `import { s } from 'p'; export function f(x) { return s(x) }` }, 'p.s(3)'],
    ['a re-export', { 'main.ts': `import { b } from './a'; probe(b)`, 'a.ts': `export { a as b } from './b'`, 'b.ts': `export const a = 4` }, '4'],
    ['a re-export of a package', { 'main.ts': `import { S } from './a'; probe(S)`, 'a.ts': `export { Server as S } from '@grpc/grpc-js'` }, '@grpc/grpc-js.Server'],
    ['export * from a file', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `export * from './b'; export * from './c'`, 'b.ts': `export const b = 1`, 'c.ts': `export const a = 5` }, '5'],
    ['export * from a package', { 'main.ts': `import { Server } from './a'; probe(Server)`, 'a.ts': `export * from 'p'` }, 'p.Server'],
    ['export * as', { 'main.ts': `import { g } from './a'; probe(g.Server)`, 'a.ts': `export * as g from 'p'` }, 'p.Server'],
    ['export * as of a file', { 'main.ts': `import { g } from './a'; probe(g.x)`, 'a.ts': `export * as g from './b'`, 'b.ts': `export const x = 1` }, '1'],
    ['a barrel in a folder', { 'main.ts': `import { a } from './lib'; probe(a)`, 'lib/index.ts': `export * from './a'`, 'lib/a.ts': `export const a = 6` }, '6'],
    ['an imported name exported again', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `import { x } from 'p'; export { x as a }` }, 'p.x'],
    ['a destructuring that is exported', { 'main.ts': `import { port } from './a'; probe(port)`, 'a.ts': `export const { port = 1 } = { port: 7 }` }, '7'],
    ['an enum', { 'main.ts': `import { L } from './a'; probe(L.B)`, 'a.ts': `export enum L { A, B }` }, '1'],
    ['a class', { 'main.ts': `import { C } from './a'; probe(new C().x)`, 'a.ts': `export class C { x = 8 }` }, '8'],
    ['module.exports', { 'main.ts': `import a from './a'; probe(a.x)`, 'a.cjs': `module.exports = { x: 9 }` }, '9'],
    ['exports.x', { 'main.ts': `const { x } = require('./a'); probe(x)`, 'a.cjs': `exports.x = 10` }, '10'],
    ['module.exports of a function', { 'main.ts': `const f = require('./a'); probe(f(1))`, 'a.cjs': `module.exports = x => [x]` }, '[1]'],
    ['a missing file', `import { a } from './gone'; probe(a)`, 'unknown: the file cannot be found'],
    ['a missing file through a barrel', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `export * from './gone'` }, 'unknown: the file cannot be found'],
    ['a file that does not parse', { 'main.ts': `import { a } from './a'; probe(a.b)`, 'a.ts': `export const = ;` }, 'unknown: the file does not parse.b'],
    ['an export that is not there', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `export const b = 1` }, 'unknown: the export does not exist'],
    ['a cycle that says nothing', { 'main.ts': `import { a } from './a'; export const b = a; probe(b)`, 'a.ts': `import { b } from './main'; export const a = b` }, 'unknown: it refers to itself'],
    ['a cycle that ends', { 'main.ts': `import { a } from './a'; export const b = 1; probe(a)`, 'a.ts': `import { b } from './main'; export const a = [b]` }, '[1]'],
    ['barrels in a circle', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `export * from './b'`, 'b.ts': `export * from './a'; export const a = 1` }, '1'],
    ['barrels in an empty circle', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `export * from './b'`, 'b.ts': `export * from './a'` }, 'unknown: the export does not exist'],
    ['a dynamic import of a file', { 'main.ts': `const { x } = await import('./a'); probe(x)`, 'a.ts': `export const x = 1` }, '1'],
    ['a namespace that is passed', { 'main.ts': `import * as a from './a'; const f = m => m.x; probe(f(a))`, 'a.ts': `export const x = 1` }, '1'],
    ['a spread of a namespace', { 'main.ts': `import * as a from './a'; probe({ ...a }.x)`, 'a.ts': `export const x = 1` }, '1'],
    ['a value two files away', { 'main.ts': `import { a } from './a'; probe(a)`, 'a.ts': `import { b } from './b'; export const a = b.map(x => x + 1)`, 'b.ts': `export const b = [1, 2]` }, '[2, 3]'],
  ],
  names: [
    ['shadowing by a parameter', `const a = 1; function f(a) { probe(a) }`, 'param0'],
    ['shadowing by a block', `const a = 1; { const a = 2; probe(a) }`, '2'],
    ['an import that is shadowed', `import { s } from 'p'; function f() { const s = 1; probe(s) }`, '1'],
    ['destructuring', `const { a, b: { c } } = { a: 1, b: { c: 2 } }; probe([a, c])`, '[1, 2]'],
    ['a default that is not needed', `const { a = 1 } = { a: 2 }; probe(a)`, '2'],
    ['a default that is', `const { a = 1 } = {}; probe(a)`, '1'],
    ['null takes no default', `const { a = 1 } = { a: null }; probe(a)`, 'null'],
    ['a default for something unseen', `const { a = 1 } = opts; probe(a)`, 'opts.a | 1'],
    ['a default of an object', `const { a: { b = 1 } = {} } = {}; probe(b)`, '1'],
    ['rest of an object', `const { a, ...rest } = { a: 1, b: 2 }; probe(rest)`, '{b: 2}'],
    ['rest of an array', `const [a, ...rest] = [1, 2, 3]; probe(rest)`, '[2, 3]'],
    ['a hole', `const [, b] = [1, 2]; probe(b)`, '2'],
    ['a computed key of a pattern', `const k = 'a'; const { [k]: v } = { a: 1 }; probe(v)`, '1'],
    ['destructuring an assignment', `let a; ({ a } = { a: 1 }); probe(a)`, '1'],
    ['a global', `probe(process.env.HOME)`, 'process.env.HOME'],
    ['undefined', `probe(undefined)`, 'undefined'],
    ['a declared name', `declare const x: string; probe(x)`, 'x'],
    ['a catch parameter', `try {} catch (e) { probe(e) }`, 'unknown: the code is too dynamic'],
    ['a hoisted function', `probe(f()); function f() { return 1 }`, '1'],
    ['var twice', `var a = 1; var a = 2; probe(a)`, '2'],
    ['an element of a known array', `for (const x of [1, 2]) probe(x)`, '1 | 2'],
    ['an element of an unseen array', `for (const x of xs) probe(x.y)`, 'xs[*].y'],
    ['an element of entries', `for (const [k, v] of Object.entries({ a: 1, b: 2 })) probe(v)`, '1 | 2'],
    ['a key', `for (const k in { a: 1 }) probe(k)`, 'unknown: it is written in several places'],
    ['an index', `for (let i = 0; i < 3; i++) probe(i)`, '0 | ++()'],
  ],
  writes: [
    ['const', `const a = 1; probe(a)`, '1'],
    ['let with one write', `let a; a = 1; probe(a)`, '1'],
    ['let never written', `let a; probe(a)`, 'undefined'],
    ['the last write in line', `let a = 1; a = 2; probe(a)`, '2'],
    ['a write after the use', `let a = 1; probe(a); a = 2`, '1'],
    ['if', `let a = 1; if (x) a = 2; probe(a)`, '1 if not x | 2 if x'],
    ['if and else', `let a; if (x) a = 1; else a = 2; probe(a)`, '1 if x | 2 if not x'],
    ['an if chain', `let a; if (x) a = 1; else if (y) a = 2; else a = 3; probe(a)`, '1 | 2 | 3'],
    ['in the same arm', `let a = 1; if (x) { a = 2; probe(a) }`, '2'],
    ['in the other arm', `let a = 1; if (x) { a = 2 } else { probe(a) }`, '1'],
    ['a test that is known', `const dev = false; let a = 1; if (dev) a = 2; probe(a)`, '1'],
    ['switch', `let a = 1; switch (x) { case 1: a = 2; break; case 2: a = 3; break } probe(a)`, '1 | 2 | 3'],
    ['in a loop', `let a = 1; while (x) { probe(a); a = 2 }`, '1 | 2'],
    ['from another function', `let a = 1; function f() { a = 2 } probe(a)`, '1 | 2'],
    ['seen from another function', `let a = 1; a = 2; function f() { probe(a) }`, '1 | 2'],
    ['try', `let a = 1; try { a = f() } catch {} probe(a)`, '1 | f()'],
    ['try and catch', `let a; try { a = f() } catch { a = 2 } probe(a)`, 'f() | 2'],
    ['??=', `let a = opts.a; a ??= 1; probe(a)`, 'opts.a | 1'],
    ['??= of undefined', `let a; a ??= 1; probe(a)`, '1'],
    ['+=', `let a = 'x'; a += 'y'; probe(a)`, '"xy"'],
    ['+= twice', `let a = 1; a += 1; a += 1; probe(a)`, '3'],
    ['|=', `let a = 1; a |= 6; probe(a)`, '7'],
    ['+= of something unseen', `let a = 'x'; a += y; probe(a)`, '("x" + y)'],
    ['a parameter written', `function f(a) { a = a || 1; return a } probe(f(undefined))`, '1'],
    ['a parameter with a fallback', `function f(a) { if (!a) a = 1; probe(a) }`, 'param0 | 1'],
    ['an assignment as an expression', `let a; probe(a = 1)`, '1'],
    ['a chain of assignments', `let a, b; a = b = 1; probe(a)`, '1'],
    ['early return before a write', `function f() { let a = 1; if (x) return; a = 2; probe(a) }`, '2'],
    ['an own write', `let a = 1; a = a + 1; probe(a)`, '2'],
    ['logical write', `let a = 1; x && (a = 2); probe(a)`, '1 if not x | 2 if x'],
    ['a write in a test', `let a; if ((a = 1)) probe(a)`, '1'],
    ['a write in a nested block', `let a = 1; { a = 2 } probe(a)`, '2'],
  ],
  choices: [
    ['?? of null', `probe(null ?? 1)`, '1'],
    ['?? of zero', `probe(0 ?? 1)`, '0'],
    ['?? of something unseen', `probe(x ?? 1)`, 'x | 1'],
    ['|| of zero', `probe(0 || 1)`, '1'],
    ['|| of something unseen', `probe(process.env.PORT || 1)`, 'process.env.PORT if process.env.PORT | 1 if not process.env.PORT'],
    ['&& of true', `probe(true && 1)`, '1'],
    ['&& of false', `probe(false && 1)`, 'false'],
    ['&& of zero', `probe(0 && 1)`, '0'],
    ['a ternary', `probe(x ? 1 : 2)`, '1 if x | 2 if not x'],
    ['a ternary that is known', `const y = 'a'; probe(y === 'a' ? 1 : 2)`, '1'],
    ['both the same', `import { s } from 'p'; const v = s(); probe(x ? v : v)`, 'p.s()'],
    ['early returns', `function f() { if (x) return 1; return 2 } probe(f())`, '1 if x | 2 if not x'],
    ['a return after a throw', `function f(a) { if (!a) throw new Error(); return a } probe(f(1))`, '1'],
    ['an if chain of returns', `function f() { if (x) { return 1 } else if (y) { return 2 } return 3 } probe(f())`, '1 if x | 2 if not x and y | 3 if not x and not y'],
    ['a known branch', `function f(k) { if (k === 'a') return 1; return 2 } probe(f('a'))`, '1'],
    ['the other branch', `function f(k) { if (k === 'a') return 1; return 2 } probe(f('b'))`, '2'],
    ['switch with returns', `function f(k) { switch (k) { case 'a': return 1; case 'b': return 2; default: return 3 } } probe(f('b'))`, '2'],
    ['the default of a switch', `function f(k) { switch (k) { case 'a': return 1; default: return 3 } } probe(f('c'))`, '3'],
    ['a switch that is not known', `function f(k) { switch (k) { case 'a': return 1; default: return 3 } } probe(f(x))`, '1 | 3'],
    ['a switch with shared cases', `function f(k) { switch (k) { case 'a': case 'b': return 1 } return 2 } probe(f('a'))`, '1'],
    ['a function that may end', `function f() { if (x) return 1 } probe(f())`, '1 | undefined'],
    ['a member of a choice', `probe((x ? { a: 1 } : { a: 2 }).a)`, '1 if x | 2 if not x'],
    ['a call of a choice', `import { a, b } from 'p'; probe((x ? a : b)())`, 'p.a() if x | p.b() if not x'],
    ['nested', `probe(x ? 1 : y ? 2 : 3)`, '1 if x | 2 if not x and y | 3 if not x and not y'],
    ['an environment variable', `const h = process.env.HOST ?? '0.0.0.0'; probe(h)`, 'process.env.HOST | "0.0.0.0"'],
    ['an environment variable in a template', 'probe(`${process.env.HOST || "a"}:1`)', 'template(process.env.HOST | "a", ":1")'],
    ['not', `probe(!x)`, '!(x)'],
    ['not of an object', `probe(!{})`, 'false'],
  ],
  objects: [
    ['an object', `probe({ a: 1, 'b': 2, 3: 4 })`, '{a: 1, b: 2, 3: 4}'],
    ['shorthand', `const a = 1; probe({ a })`, '{a: 1}'],
    ['a computed key', `const k = 'x'; probe({ [k]: 1, [k + 'y']: 2 })`, '{x: 1, xy: 2}'],
    ['a computed key unseen', `probe({ [k]: 2, a: 1 })`, '{a: 1, …}'],
    ['an unseen key after a known one', `probe({ a: 1, [k]: 2 }.a)`, 'unknown: the code is too dynamic'],
    ['a spread', `const a = { x: 1, y: 2 }; probe({ ...a, y: 3 })`, '{x: 1, y: 3}'],
    ['a spread over', `const a = { x: 1 }; probe({ x: 0, ...a })`, '{x: 1}'],
    ['an unseen spread before', `probe({ ...opts, x: 1 }.x)`, '1'],
    ['an unseen spread after', `probe({ x: 1, ...opts }.x)`, '1 | opts.x'],
    ['an unseen spread', `probe({ x: 1, ...opts })`, '{x: 1 | opts.x, …}'],
    ['a conditional spread', `probe({ x: 1, ...(c ? { y: 2 } : {}) })`, '{x: 1, y: 2 if c | undefined if not c}'],
    ['a conditional spread with &&', `probe({ x: 1, ...(c && { x: 2 }) })`, '{x: 2 if c | 1 if not c}'],
    ['a spread of nothing', `probe({ ...undefined, a: 1 })`, '{a: 1}'],
    ['a method', `probe({ m() { return 1 } }.m())`, '1'],
    ['a getter', `probe({ get m() { return 1 } }.m)`, '1'],
    ['a member that is not there', `probe({ a: 1 }.b)`, 'undefined'],
    ['optional', `const o = { a: { b: 1 } }; probe(o?.a?.b)`, '1'],
    ['by index', `const t = { a: 1, b: 2 }; probe(t['b'])`, '2'],
    ['by a key that is a choice', `const t = { a: 1, b: 2 }; probe(t[x ? 'a' : 'b'])`, '1 if x | 2 if not x'],
    ['by a key nobody knows', `const t = { a: 1 }; probe(t[x])`, '{a: 1}[x]'],
    ['an array', `probe([1, , 'x'])`, '[1, undefined, "x"]'],
    ['a spread array', `const a = [1, 2]; probe([0, ...a])`, '[0, 1, 2]'],
    ['after an unseen spread', `probe([...xs, 1][0])`, 'unknown: the code is too dynamic'],
    ['before an unseen spread', `probe([1, ...xs][0])`, '1'],
    ['length', `probe([1, 2].length)`, '2'],
    ['join', `probe(['a', 'b'].join('/'))`, '"a/b"'],
    ['a method of this', `const o = { a: 1, m() { return this.a } }; probe(o.m())`, '1'],
    ['map', `probe([1, 2].map(x => ({ x })))`, '[{x: 1}, {x: 2}]'],
    ['__proto__ names no entry', `probe({ a: 1 }.toString)`, '{a: 1}.toString'],
    ['concat', `probe([1].concat([2]))`, '[1, 2]'],
  ],
  laterWrites: [
    ['a member', `const o = { a: 1 }; o.b = 2; probe(o)`, '{a: 1, b: 2}'],
    ['over', `const o = { a: 1 }; o.a = 2; probe(o.a)`, '2'],
    ['after the use', `const o = { a: 1 }; probe(o); o.a = 2`, '{a: 1}'],
    ['under if', `const o = { a: 1 }; if (x) o.a = 2; probe(o.a)`, '2 if x | 1 if not x'],
    ['computed', `const o = {}; o['a'] = 1; probe(o)`, '{a: 1}'],
    ['Object.assign as a statement', `const o = { a: 1 }; Object.assign(o, { b: 2 }); probe(o)`, '{a: 1, b: 2}'],
    ['computed, unseen', `const o = { a: 1 }; o[k] = 2; probe(o.a)`, 'unknown: the code is too dynamic'],
    ['from another function', `const o = { a: 1 }; function f() { o.a = 2 } probe(o.a)`, '2 | 1'],
    ['nested', `const o = { a: { b: 1 } }; o.a.b = 2; probe(o.a.b)`, '2'],
    ['deleted', `const o = { a: 1 }; delete o.a; probe(o.a)`, 'undefined'],
    ['pushed', `const l = [1]; l.push(2); probe(l)`, '[1, 2]'],
    ['in a loop, by key', `const o = { a: 1 }; for (const k of xs) o[k] = 2; probe(o.a)`, 'unknown: the code is too dynamic'],
    ['a member that adds', `const o = { a: 1 }; o.a += 1; probe(o.a)`, '2'],
  ],
  classes: [
    ['a field', `class A { x = 1 } probe(new A().x)`, '1'],
    ['a private field', `class A { #x = 1; m() { return this.#x } } probe(new A().m())`, '1'],
    ['a static', `class A { static x = 1 } probe(A.x)`, '1'],
    ['a static of a static', `class A { static x = 1; static y = this.x } probe(A.y)`, '1'],
    ['a static method with overloads', `class A { static make(x: string): string; static make(x: number): number; static make(x: any) { return x } } probe(A.make(1))`, '1'],
    ['a static setter beside a getter', `class A { static set x(to: number) {} static get x() { return 1 } } probe(A.x)`, '1'],
    ['a method with overloads', `class A { make(x: string): string; make(x: number): number; make(x: any) { return x } } probe(new A().make(1))`, '1'],
    ['a constructor with overloads', `class A { constructor(x: string); constructor(x: number); constructor(readonly x: any) {} } probe(new A(1).x)`, '1'],
    ['a function with overloads', `function f(x: string): string; function f(x: number): number; function f(x: any) { return x } probe(f(1))`, '1'],
    ['a function that is only declared', `declare function f(x: number): number; probe(f(1))`, 'unknown: the code is too dynamic(1)'],
    ['a static method', `class A { static make() { return new A() } x = 1 } probe(A.make().x)`, '1'],
    ['a constructor write', `class A { x; constructor(v) { this.x = v } } probe(new A(2).x)`, '2'],
    ['two instances', `class A { constructor(v) { this.x = v } } const a = new A(1), b = new A(2); probe([a.x, b.x, a.x])`, '[1, 2, 1]'],
    ['a parameter property', `class A { constructor(private x = 3) {} get() { return this.x } } probe(new A().get())`, '3'],
    ['a getter', `class A { get x() { return 4 } } probe(new A().x)`, '4'],
    ['this in a method', `class A { x = 1; m() { probe(this.x) } }`, '1'],
    ['a method through this', `class A { a() { return this.b() } b() { return 5 } } probe(new A().a())`, '5'],
    ['an arrow in a field', `class A { x = 1; m = () => this.x } probe(new A().m())`, '1'],
    ['inherited', `class A { x = 1 } class B extends A {} probe(new B().x)`, '1'],
    ['overridden', `class A { m() { return this.n() } n() { return 1 } } class B extends A { n() { return 2 } } probe(new B().m())`, '2'],
    ['overridden in a superclass constructor', `class A { constructor(v) { this.x = v } } class B extends A { constructor() { super(7) } } probe(new B().x)`, '7'],
    ['super passes a parameter', `class A { constructor(v) { this.x = v } } class B extends A { constructor(v) { super(v) } } probe(new B(8).x)`, '8'],
    ['no constructor passes arguments on', `class A { constructor(v) { this.x = v } } class B extends A {} probe(new B(9).x)`, '9'],
    ['super.m()', `class A { m() { return 1 } } class B extends A { m() { return super.m() + 1 } } probe(new B().m())`, '2'],
    ['a library class', `import { S } from 'p'; class A extends S {} probe(new A(1).listen)`, 'new p.S(1).listen'],
    ['a library class, own constructor', `import { S } from 'p'; class A extends S { constructor() { super({ a: 1 }) } } probe(new A().listen())`, 'new p.S({a: 1}).listen()'],
    ['this of a library class', `import { S } from 'p'; class A extends S { m() { probe(this.use()) } }`, 'new p.S(…).use()'],
    ['a class expression', `const A = class { x = 1 }; probe(new A().x)`, '1'],
    ['a class that is returned', `function mixin(B) { return class extends B { x = 1 } } class A { y = 2 } const C = mixin(A); probe([new C().x, new C().y])`, '[1, 2]'],
    ['a declared field', `import { S } from 'p'; class A { s: S; m() { probe(this.s.f()) } }`, '<p.S>.f()'],
    ['an injected parameter', `import { S } from 'p'; class A { constructor(private readonly s: S) {} m() { probe(this.s.f()) } }`, '<p.S>.f()'],
    ['written in a method', `class A { x = 1; set() { this.x = 2 } m() { probe(this.x) } }`, '1 | 2'],
    ['an instance written later', `class A { x = 1 } const a = new A(); a.x = 2; probe(a.x)`, '2'],
    ['a member nobody wrote', `class A {} probe(new A().x)`, 'new class A().x'],
    ['this of a plain function', `function f() { probe(this.x) }`, 'this.x'],
    ['this at the top', `probe(this)`, 'this'],
    ['a class that extends itself', `class A extends A {} probe(new A().x)`, 'unknown: the code is too dynamic'],
    ['a computed name', `const k = 'x'; class A { [k] = 1 } probe(new A().x)`, '1'],
  ],
  functions: [
    ['an arrow', `const f = x => x; probe(f(1))`, '1'],
    ['three levels', `const a = x => x, b = x => a(x), c = x => b(x); probe(c({ k: 1 }))`, '{k: 1}'],
    ['a default', `const f = (x = 1) => x; probe(f())`, '1'],
    ['a default in a pattern', `const f = ({ x = 1, y } = {}) => [x, y]; probe([f(), f({ y: 2 })])`, '[[1, undefined], [1, 2]]'],
    ['a default that uses an earlier one', `const f = (a, b = a) => b; probe(f(1))`, '1'],
    ['rest', `const f = (a, ...r) => r; probe(f(1, 2, 3))`, '[2, 3]'],
    ['a spread argument', `const f = (a, b) => b; probe(f(...[1, 2]))`, '2'],
    ['an unseen spread argument', `const f = (a, b) => b; probe(f(...xs))`, 'unknown: the code is too dynamic'],
    ['a rest with an unseen spread', `const f = (...r) => r[1]; probe(f(1, ...xs))`, 'unknown: the code is too dynamic'],
    ['arguments', `function f() { return arguments[0] } probe(f(1))`, 'unknown: the code is too dynamic.0'],
    ['a closure', `const add = a => b => a + b; probe(add(1)(2))`, '3'],
    ['two closures', `const k = a => () => a; const p = k(1), q = k(2); probe([p(), q()])`, '[1, 2]'],
    ['a wrapped handler', `const secured = h => ({ h }); const w = secured(() => 5); probe(w.h())`, '5'],
    ['a callback', `const run = f => f(1); probe(run(x => [x]))`, '[1]'],
    ['bind', `function f(a, b) { return [a, b] } const g = f.bind(null, 1); probe(g(2))`, '[1, 2]'],
    ['bind of this', `function f() { return this.x } probe(f.bind({ x: 1 })())`, '1'],
    ['bind of a library function', `import { f } from 'p'; probe(f.bind(1))`, 'p.f'],
    ['bind of a library function with arguments', `import { f } from 'p'; probe(f.bind(null, 1)(2))`, 'p.f.bind(null, 1)(2)'],
    ['call', `function f(a) { return [this.x, a] } probe(f.call({ x: 1 }, 2))`, '[1, 2]'],
    ['apply', `function f(a, b) { return b } probe(f.apply(null, [1, 2]))`, '2'],
    ['promisify', `import { promisify } from 'node:util'; import { f } from 'p'; probe(promisify(f)(1))`, 'p.f(1)'],
    ['promisify by namespace', `import * as util from 'util'; import { f } from 'p'; probe(util.promisify(f)(1))`, 'p.f(1)'],
    ['Object.assign', `probe(Object.assign({}, { a: 1 }, { a: 2, b: 3 }))`, '{a: 2, b: 3}'],
    ['Object.assign of something unseen', `probe(Object.assign({ a: 1 }, opts).a)`, '1 | opts.a'],
    ['Object.freeze', `probe(Object.freeze({ a: 1 }))`, '{a: 1}'],
    ['Promise.resolve', `probe(await Promise.resolve(1))`, '1'],
    ['async', `async function f() { return { a: 1 } } const { a } = await f(); probe(a)`, '1'],
    ['a generator', `function* f() { return 1 } probe(f())`, 'unknown: the code is too dynamic'],
    ['an immediate call', `probe((() => { const a = 1; return a })())`, '1'],
    ['no return', `function f() {} probe(f())`, 'undefined'],
    ['recursion', `function f(n) { return n ? f(n - 1) : 0 } probe(f(2))`, '0'],
    ['recursion without an end', `function f() { return f() } probe(f())`, 'unknown: it refers to itself'],
    ['mutual recursion', `function f() { return g() } function g() { return f() } probe(f())`, 'unknown: it refers to itself'],
    ['a local of a call', `function f(x) { const y = x + 1; return y } probe([f(1), f(2)])`, '[2, 3]'],
    ['a nested function sees its call', `function f(x) { function g() { return x } return g() } probe([f(1), f(2)])`, '[1, 2]'],
    ['return in a loop', `function f() { for (const x of [1]) { return x } } probe(f())`, '1 | undefined'],
    ['return in try', `function f() { try { return g() } catch { return 2 } } probe(f())`, 'g() | 2'],
    ['a shadowed Object', `const Object = { freeze: x => [x] }; probe(Object.freeze(1))`, '[1]'],
    ['new of a function', `function F() {} probe(new F())`, 'new function()'],
    ['optional call', `const f = x => x; probe(f?.(1))`, '1'],
    ['a tag', 'import { sql } from "p"; probe(sql`a`)', 'p.sql("a")'],
    ['an overload', `function f(a: string): string; function f(a: any) { return a } probe(f('x'))`, '"x"'],
  ],
  types: [
    ['as const', `const a = { x: 1 } as const; probe(a.x)`, '1'],
    ['as', `probe((1 as unknown as number))`, '1'],
    ['!', `const o = { a: 1 }; probe(o!.a!)`, '1'],
    ['satisfies', `probe({ a: 1 } satisfies object)`, '{a: 1}'],
    ['an annotated parameter', `${GRPC} function f(server: grpc.Server) { probe(server.bindAsync) }`, '<@grpc/grpc-js.Server>.bindAsync'],
    ['an annotated parameter, named', `import { Server as S } from 'p'; const f = (s: S) => probe(s.x())`, '<p.Server>.x()'],
    ['an annotated parameter or undefined', `import { S } from 'p'; const f = (s?: S | undefined) => probe(s)`, '<p.S>'],
    ['an alias', `import { S } from 'p'; type T = S; const f = (s: T) => probe(s)`, '<p.S>'],
    ['an own class', `class A { x = 1 } const f = (a: A) => probe(a.x)`, '1'],
    ['an own class of another file', { 'main.ts': `import { A } from './a'; const f = (a: A) => probe(a.x)`, 'a.ts': `export class A { x = 1 }` }, '1'],
    ['the argument wins', `import { S } from 'p'; const f = (s: S) => s; probe(f(1))`, '1'],
    ['an inferred type of a let', `import { S } from 'p'; let s: S; probe(s.x)`, '<p.S>.x'],
    ['a type only of this file', `interface T { a: string } const f = (s: T) => probe(s.a)`, 'param0.a'],
    ['an annotated pattern', `import { S } from 'p'; const f = ({ s }: { s: S }) => probe(s.x)`, '<p.S>.x'],
    ['an enum', `enum L { A, B = 5, C, D = A | B } probe([L.A, L.C, L.D])`, '[0, 6, 5]'],
    ['an enum of texts', `enum L { A = 'a', B = \`\${A}b\` } probe(L.B)`, '"ab"'],
    ['a const enum', `const enum L { A = 1 << 3 } probe(L.A)`, '8'],
    ['an enum backwards', `enum L { A } probe(L[0])`, '"A"'],
    ['an enum in two parts', `enum L { A } enum L { B = 1 } probe([L.A, L.B])`, '[0, 1]'],
    ['a namespace', `namespace N { export const a = 1 } probe(N.a)`, 'unknown: the code is too dynamic.a'],
  ],
  folding: [
    ['a template', 'const p = 80; probe(`localhost:${p}`)', '"localhost:80"'],
    ['a template of parts', 'probe(`http://${host}:80`)', 'template("http://", host, ":80")'],
    ['+', `probe('a' + 1 + 2)`, '"a12"'],
    ['numbers', `probe(2 ** 3 * 1024 % 7)`, '2'],
    ['flags', `probe(0x80000000 | 1)`, '2147483649'],
    ['flags of negative numbers', `probe(-1 | 0)`, '-1'],
    ['a flag removed', `probe(7 & ~2)`, '5'],
    ['bigint', `probe(1n << 3n)`, '8n'],
    ['bigint and number', `probe(1n + 1)`, '(1n + 1)'],
    ['minus bigint', `probe(-1n)`, '-1n'],
    ['comparison', `probe([1 < 2, 'a' === 'b', null == undefined])`, '[true, false, true]'],
    ['typeof', `probe([typeof 'a', typeof {}, typeof (() => 1)])`, '["string", "object", "function"]'],
    ['typeof of something unseen', `probe(typeof x)`, 'typeof(x)'],
    ['void', `probe(void 0)`, 'undefined'],
    ['objects are compared by identity', `probe({} === {})`, '({} === {})'],
    ['a regular expression', `probe(/a/)`, '/a/'],
    ['Number', `probe(Number('12') + parseInt('3'))`, '15'],
    ['parseInt with a base', `probe(parseInt('10', 16))`, '16'],
    ['parseFloat', `probe(parseFloat('1.5s'))`, '1.5'],
    ['String', `probe(String(1))`, '"1"'],
    ['toLowerCase', `probe('AB'.toLowerCase())`, '"ab"'],
    ['length of a text', `probe('abc'.length)`, '3'],
    ['a character of a text', `probe('abc'[0])`, '"abc".0'],
    ['Number.MAX_SAFE_INTEGER', `probe(Number.MAX_SAFE_INTEGER)`, '9007199254740991'],
    ['a sequence', `probe((a, 2))`, '2'],
    ['in', `probe('a' in o)`, '("a" in o)'],
    ['a symbol key', `probe({ [Symbol.iterator]: 1 })`, '{…}'],
    ['keys', `probe(Object.keys({ a: 1, b: 2 }))`, '["a", "b"]'],
    ['a template that is raw', 'probe(String.raw`a`)', 'String.raw("a")'],
    ['a huge number', `probe(10 ** 400)`, 'Infinity'],
    ['the text grows', `const a = 'xxxxxxxxxxxxxxxx', b = a + a + a + a; probe((b + b).length)`, '128'],
  ],
  chains: [
    ['a builder', `import { b } from 'p'; probe(b.use(x).input({ a: 1 }).mutation(f => 1))`, 'p.b.use(x).input({a: 1}).mutation(function)'],
    ['a builder in steps', `import { t } from 'p'; const base = t.procedure, authed = base.use(a); probe(authed.query(h))`, 'p.t.procedure.use(a).query(h)'],
    ['a builder from a function', `import { t } from 'p'; const make = g => t.use(g); probe(make(a).query(h))`, 'p.t.use(a).query(h)'],
    ['a builder across files', { 'main.ts': `import { authed } from './trpc'; probe(authed.query(h))`, 'trpc.ts': `import { initTRPC } from '@trpc/server'; const t = initTRPC.context().create(); export const authed = t.procedure.use(async o => o.next())` }, '@trpc/server.initTRPC.context().create().procedure.use(function).query(h)'],
    ['an awaited call', `import { c } from 'p'; const s = await c.connect(1); probe(s.send(2))`, 'p.c.connect(1).send(2)'],
    ['optional links', `import { c } from 'p'; probe(c?.a?.(1)?.b)`, 'p.c.a(1).b'],
    ['a computed link', `import { c } from 'p'; probe(c[k](1))`, 'p.c[k](1)'],
    ['a builder written again', `import { b } from 'p'; let q = b.make(); q = q.use(1); q = q.use(2); probe(q)`, 'p.b.make().use(1).use(2)'],
    ['a destructured result', `import { make } from 'p'; const { router, procedure: pr } = make(); probe(pr.use(1))`, 'p.make().procedure.use(1)'],
    ['new and call', `${GRPC} const s = new grpc.Server({ a: 1 }); probe(s.bindAsync(a, c))`, 'new @grpc/grpc-js.Server({a: 1}).bindAsync(a, c)'],
    ['spread arguments', `import { f } from 'p'; probe(f(...[1, 2]))`, 'p.f(1, 2)'],
  ],
}

for (const [name, cases] of Object.entries(tables)) {
  describe(name, () => {
    test.each(cases)('%s', (_, program, expected) => {
      expect(answer(program, { when: expected.includes(' if ') })).toBe(expected)
    })
  })
}

test('who asks first makes no difference', () => {
  const different: unknown[] = []
  for (const [what, program] of Object.values(tables).flat()) {
    const fresh = answer(program, { when: true })
    for (const warm of ['forwards', 'backwards'] as const) {
      const later = answer(program, { warm, when: true })
      if (later !== fresh) different.push({ what, warm, fresh, later })
    }
  }
  expect(different).toEqual([])
})

describe('always ends', () => {
  const many = (count: number, line: (index: number) => string, between = '\n') => Array.from({ length: count }, (_, i) => line(i)).join(between)
  const programs: Record<string, () => Program> = {
    'a file of 20,000 lines': () => `${many(20_000, i => `const v${i} = f(${i}, { a: v${i - 1} })`)}\nprobe(v19999)`,
    'one variable written 5,000 times': () => `let a = 0;\n${many(5_000, i => `if (x${i}) a = ${i}`)}\nprobe(a)`,
    'an object written 5,000 times': () => `const o = {};\n${many(5_000, i => `o.m${i} = ${i}; use(o)`)}\nprobe(o)`,
    'a long else-if': () => `function f() { ${many(1_000, i => `if (x === ${i}) return ${i};`)} } probe(f())`,
    'functions that call each other twice': () => `${many(40, i => `const f${i} = x => [f${i + 1}(x), f${i + 1}(x)]`)}\nprobe(f0(1))`,
    'values that double': () => `const v0 = [1, 2];\n${many(60, i => `const v${i + 1} = [v${i}, v${i}]`)}\nprobe(v60.length)`,
    'mutually recursive functions': () => `const a = n => n ? b(n - 1) : c(n), b = n => c(n) || a(n), c = n => [a(n), b(n), c(n)]; probe(a(x))`,
    'choices that multiply': () => `${many(30, i => `const v${i} = x${i} ? 'a' : 'b'`)}\nprobe([${many(30, i => `v${i}`, ' + ')}].length)`,
    'text that doubles': () => `const v0 = 'abcdefgh';\n${many(60, i => `const v${i + 1} = v${i} + v${i}`)}\nprobe(v60)`,
    'arrays that double': () => `const v0 = [1, 2];\n${many(40, i => `const v${i + 1} = [...v${i}, ...v${i}]`)}\nprobe(v40)`,
    'a builder written again and again': () => `let q = make();\n${many(2_000, i => `q = q.use(${i});`)}\nprobe(q)`,
    'a string repeated': () => `probe(2n ** 100000000000n)`,
    'a shift without end': () => `probe(1n << 100000000000n)`,
  }
  const deep: Record<string, (index: number) => string> = {
    'a deep sum': i => ` + x${i}`,
    'a deep sum of literals': () => ` + 1`,
    'a deep choice': i => ` || x${i}`,
    'a deep chain of members': i => `.m${i}`,
    'a deep chain of calls': i => `.m${i}(${i})`,
  }
  for (const [what, link] of Object.entries(deep)) programs[what] = () => `${many(50, part => `hole${many(100, i => link(100 * part + i), '')};`)}\nprobe(hole)`
  for (const [what, make] of Object.entries(programs)) {
    test.each(['alone', 'after everything else'] as const)(`${what}, %s`, order => {
      const module = what in deep ? nest(load(make())) : load(make()), nodes = nodesOf(module), evaluator = createEvaluator()
      const began = process.cpuUsage() // rather than the clock, for others may be at work on the machine
      if (order !== 'alone') for (const node of nodes) if (node.type.endsWith('Expression')) evaluator.evaluate(node, evaluator.root(module))
      const value = evaluator.evaluate(probed(nodes), evaluator.root(module))
      const { user, system } = process.cpuUsage(began), took = (user + system) / 1_000
      expect(value.kind).toBeTypeOf('string')
      expect(took).toBeLessThan(order === 'alone' ? 1_000 : 3_000)
    })
  }
})

describe('words of a buffer', () => {
  const cases: [what: string, text: string, byte: number, expected: string][] = [
    ['alloc and write', `const b = Buffer.alloc(16); b.writeUInt32LE(3, 12); probe(b)`, 12, '3'],
    ['not written', `const b = Buffer.alloc(16); b.writeUInt32LE(3, 12); probe(b)`, 8, '0'],
    ['allocUnsafe', `const b = Buffer.allocUnsafe(16); probe(b)`, 8, 'undefined'],
    ['a typed array', `const b = new Uint32Array([1, 0, 0, 3]); probe(b)`, 12, '3'],
    ['an element', `const b = new Uint32Array(4); b[3] = 2; probe(b)`, 12, '2'],
    ['a view', `const a = new ArrayBuffer(16); const v = new DataView(a); v.setUint32(12, 3, true); probe(a)`, 12, '3'],
    ['given away', `const b = Buffer.alloc(16); fill(b); probe(b)`, 12, 'undefined'],
    ['written later', `const b = Buffer.alloc(16); probe(b); b.writeUInt32LE(3, 12)`, 12, '0'],
    ['written where nobody knows', `const b = Buffer.alloc(16); b.writeUInt32LE(3, at); probe(b)`, 12, 'undefined'],
    ['written under a condition', `const b = Buffer.alloc(16); if (x) b.writeUInt32LE(3, 12); probe(b)`, 12, 'undefined'],
    ['big-endian', `const b = Buffer.alloc(16); b.writeUInt32BE(3, 12); probe(b)`, 12, 'undefined'],
    ['filled', `const b = Buffer.alloc(16).fill(1); probe(b)`, 12, 'undefined'],
    ['filled later', `const b = Buffer.alloc(16); b.fill(1); probe(b)`, 12, 'undefined'],
    ['by bytes', `const b = Buffer.alloc(16); b[12] = 3; probe(b)`, 12, 'undefined'],
    ['a big-endian view', `const v = new DataView(new ArrayBuffer(16)); v.setUint32(12, 3); probe(v)`, 12, 'undefined'],
    ['a typed array of something unseen', `const b = Uint8Array.from(xs); probe(b)`, 12, 'undefined'],
    ['a Uint8Array of bytes', `const b = new Uint8Array([1, 0, 0, 0]); probe(b)`, 0, 'undefined'],
  ]
  test.each(cases)('%s', (_, text, byte, expected) => {
    const module = load(text), evaluator = createEvaluator(), env = evaluator.root(module)
    const use = probed(nodesOf(module))
    const word = createMemory(evaluator).word(evaluator.evaluate(use, env), byte, use, env)
    expect(word ? print(word) : 'undefined').toBe(expected)
  })
})
