import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as typescript from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import { Linter, type Rule } from 'eslint'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createHost, type HostOptions } from '../../src/analysis/host.js'
import { makeModule, moduleExports, type Host } from '../../src/analysis/modules.js'
import { walk } from '../../src/analysis/tree.js'
import type { Module, Node, Resolution } from '../../src/analysis/value.js'

const made: string[] = []
afterAll(() => { for (const directory of made) rmSync(directory, { recursive: true, force: true }) })

/** Writes a program to a directory of its own, outside this repository and so away from its tsconfig.json. */
function program(files: Record<string, string | Buffer>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'modules-')))
  made.push(root)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

function host(root: string, options: Partial<HostOptions> = {}): Host {
  return createHost({ followImports: true, cwd: root, ...options })
}

const nowhere: Host = { resolve: () => ({ kind: 'lost', reason: 'other files are not followed' }), mentions: () => false, around: () => [] }

function parsed(text: string, { file = '/p/a.ts', sourceType = 'module' as 'module' | 'script', on = nowhere } = {}): Module {
  const { ast, scopeManager, visitorKeys } = typescript.parseForESLint(text, { sourceType, filePath: file, loc: true, range: true })
  return makeModule({ file, text, ast: ast as TSESTree.Program, scopeManager: scopeManager as ScopeManager, visitorKeys, host: on })
}

function nodesOf(module: Module): Node[] {
  const nodes: Node[] = []
  walk(module.ast, undefined, node => { nodes.push(node) })
  return nodes.sort((a, b) => a.range[0] - b.range[0])
}

function identifiers(module: Module, name: string): TSESTree.Identifier[] {
  return nodesOf(module).filter((node): node is TSESTree.Identifier => node.type === 'Identifier' && node.name === name)
}

/** Exports as a reader would write them: a node by its text, another module's by `from:name`. */
function exported(module: Module): Record<string, string> {
  const { named, stars, assigned } = moduleExports(module)
  const said = (node: Node) => node.type === 'Identifier' ? node.name : module.text.slice(...node.range)
  const all = Object.fromEntries([...named].map(([name, what]) => [name, 'node' in what ? said(what.node) : `${what.from}:${what.name}`]))
  if (stars.length > 0) all['*'] = stars.join()
  if (assigned) all['='] = said(assigned)
  return all
}

const exportsIn = (text: string, sourceType: 'module' | 'script' = 'module') => exported(parsed(text, { sourceType }))

function followed(resolution: Resolution): Module {
  if (resolution.kind !== 'program') throw new Error(JSON.stringify(resolution))
  return resolution.module
}

/** Where `specifier` leads from `from`, under `root`; or the answer as it is. */
function leads(root: string, from: string, specifier: string, options?: Partial<HostOptions>): unknown {
  const answer = host(root, options).resolve(specifier, join(root, from))
  return answer.kind === 'program' ? answer.module.file.slice(root.length + 1).replaceAll('\\', '/') : answer
}

const asPackage = (name: string) => ({ kind: 'package', name })
const lost = (reason: string) => ({ kind: 'lost', reason })

describe('walk', () => {
  test('parents come before children, in the order of the source, linked', () => {
    const { ast, visitorKeys } = typescript.parseForESLint('f(a, [b, , c]); g({ d: e })', { range: true })
    const names: string[] = []
    walk(ast as TSESTree.Program, visitorKeys, node => {
      if (node.type === 'Identifier') names.push(node.name)
      if (node.type !== 'Program') expect(node.parent).toBeDefined()
    })
    expect(names.join('')).toBe('fabcgde')
  })

  test('without visitor keys it finds the same nodes', () => {
    const text = 'export class A<T> extends B { @d() x?: T = `${y}`; m(this: A) { return <T>this!.x } }'
    const { ast, visitorKeys } = typescript.parseForESLint(text, { range: true })
    const seen = (keys: typeof visitorKeys | undefined) => {
      const types: string[] = []
      walk(ast as TSESTree.Program, keys, node => { types.push(node.type) })
      return types.sort()
    }
    expect(seen(undefined)).toEqual(seen(visitorKeys))
  })

  test('an expression deeper than the call stack', () => {
    let root: object = { type: 'Literal' }
    for (let depth = 0; depth < 200_000; depth++) root = { type: 'UnaryExpression', argument: root }
    let count = 0
    walk(root as Node, { UnaryExpression: ['argument'], Literal: [] }, () => { count++ })
    expect(count).toBe(200_001)
  })

  test('a tree with cycles is walked to an end, and a parent that is there stays', () => {
    const leaf: Record<string, unknown> = { type: 'Identifier', name: 'x' }
    const root: Record<string, unknown> = { type: 'Program', body: [leaf] }
    leaf.back = root
    leaf.self = leaf
    const outside = { type: 'Identifier', parent: leaf }
    root.other = outside
    const types: string[] = []
    walk(root as unknown as Node, undefined, node => { types.push(node.type) })
    expect(types).toEqual(['Program', 'Identifier'])
    expect(outside.parent).toBe(leaf)
    expect(root).not.toHaveProperty('parent')
  })
})

describe('variableOf', () => {
  test('a use and its declaration give one variable, and a shadowed name another', () => {
    const module = parsed('const a = 1; { const a = 2; f(a) } g(a)')
    const [outer, inner, innerUse, outerUse] = identifiers(module, 'a').map(name => module.variableOf(name))
    expect(outer).toBeDefined()
    expect(outerUse).toBe(outer)
    expect(innerUse).toBe(inner)
    expect(inner).not.toBe(outer)
  })

  test('imports, parameters, patterns, functions and types', () => {
    const module = parsed('import { a } from "m"; function b({ c: [d] }: E, ...e: string[]) { a(b, d, e) } interface E {}')
    for (const name of ['a', 'b', 'd', 'e', 'E']) {
      const [first, ...rest] = identifiers(module, name).map(each => module.variableOf(each))
      if (name === 'a') expect(rest.at(-1)?.defs[0]?.type).toBe('ImportBinding')
      else for (const each of rest) expect(each, name).toBe(first)
      expect(rest.at(-1)?.name).toBe(name)
    }
  })

  test('the name of a class is the variable outside it', () => {
    const module = parsed('class A { make() { return new A() } } new A()')
    const [declaring, , outside] = identifiers(module, 'A').map(name => module.variableOf(name))
    expect(declaring?.scope.type).toBe('module')
    expect(outside).toBe(declaring)
  })

  test('a global is undefined, whether TypeScript or ESLint has heard of it or not', () => {
    const module = parsed('console.log(Promise, nobody)')
    for (const name of ['console', 'Promise', 'nobody']) expect(module.variableOf(identifiers(module, name)[0]!)).toBeUndefined()

    const found: unknown[] = []
    const rule: Rule.RuleModule = {
      create({ sourceCode }) {
        const linted = makeModule({
          file: '/p/a.js', text: sourceCode.text, ast: sourceCode.ast as TSESTree.Program, host: nowhere,
          scopeManager: sourceCode.scopeManager as unknown as ScopeManager, visitorKeys: sourceCode.visitorKeys,
        })
        found.push(linted.variableOf(identifiers(linted, 'known')[0]!), linted.variableOf(identifiers(linted, 'own')[0]!)?.name)
        return {}
      },
    }
    const messages = new Linter().verify('var own = known', [{
      plugins: { t: { rules: { r: rule } } }, rules: { 't/r': 'error' }, languageOptions: { globals: { known: true }, sourceType: 'script' },
    }])
    expect(messages).toEqual([])
    expect(found).toEqual([undefined, 'own'])
  })

  test('a property name is no variable', () => {
    const module = parsed('const a = 1; x.a; ({ a: 2 })')
    expect(identifiers(module, 'a').slice(1).map(name => module.variableOf(name))).toEqual([undefined, undefined])
  })

  test('`var` and functions at the top of a script, which the analysis leaves to ESLint', () => {
    const module = parsed('var a = 1; function b() { return a } b()', { sourceType: 'script' })
    for (const name of ['a', 'b']) {
      const [declared, used] = identifiers(module, name).map(each => module.variableOf(each))
      expect(declared).toBeDefined()
      expect(used).toBe(declared)
    }
  })

  test('a JSX name', () => {
    const module = parsed('import { A } from "m"; <A/>', { file: '/p/a.tsx' })
    const jsx = nodesOf(module).find((node): node is TSESTree.JSXIdentifier => node.type === 'JSXIdentifier')
    expect(module.variableOf(jsx!)?.name).toBe('A')
  })

  test('without scopes every name is a global', () => {
    const { ast } = typescript.parseForESLint('const a = 1', { range: true })
    const module = makeModule({ file: '/p/a.ts', text: '', ast: ast as TSESTree.Program, scopeManager: null, visitorKeys: undefined, host: nowhere })
    expect(module.variableOf(identifiers(module, 'a')[0]!)).toBeUndefined()
    expect(moduleExports(module).named.size).toBe(0)
  })
})

describe('resolve', () => {
  test('the host is asked once per specifier, with the file', () => {
    const resolve = vi.fn<Host['resolve']>(name => ({ kind: 'package', name }))
    const module = parsed('', { file: '/p/b.ts', on: { resolve, mentions: () => false, around: () => [] } })
    expect(module.resolve('x')).toBe(module.resolve('x'))
    module.resolve('y')
    expect(resolve.mock.calls).toEqual([['x', '/p/b.ts', undefined], ['y', '/p/b.ts', undefined]])
  })
})

describe('moduleExports', () => {
  test.each<[string, string, Record<string, string>]>([
    ['declarations', 'export const a = 1, b = 2; export let c; export function d() {} export async function* e() {} export class F {}',
      { a: 'a', b: 'b', c: 'c', d: 'd', e: 'e', F: 'F' }],
    ['patterns', 'export const { a, b: c, d: [e, { f = 1 }], ...g } = o, [h, , ...i] = p', { a: 'a', c: 'c', e: 'e', f: 'f', g: 'g', h: 'h', i: 'i' }],
    ['lists', 'const a = 1; export { a, a as b, a as "c-d", a as default }', { a: 'a', b: 'a', 'c-d': 'a', default: 'a' }],
    ['re-exports', 'export { a, b as c, default, default as d, "x-y" as e } from "m"',
      { a: 'm:a', c: 'm:b', default: 'm:default', d: 'm:default', e: 'm:x-y' }],
    ['stars', 'export * from "m"; export * from "n"; export * as ns from "o"', { '*': 'm,n', ns: 'o:*' }],
    ['a default expression', 'export default { a: 1 } as const', { default: '{ a: 1 } as const' }],
    ['a default name', 'const a = 1; export default a', { default: 'a' }],
    ['a default function', 'export default function f() {}', { default: 'function f() {}' }],
    ['a default class without a name', 'export default class {}', { default: 'class {}' }],
    ['enums and namespaces', 'export enum A { x } export const enum B { y } export namespace N { export const z = 1 }', { A: 'A', B: 'B', N: 'N' }],
    ['overloads', 'export function f(a: string): void; export function f(a: number): void; export function f(a: unknown) {}', { f: 'f' }],
    ['export import', 'export import a = require("m"); export import b = N.c; export import type d = require("n")', { a: 'a', b: 'b' }],
    ['export =', 'const a = 1; export = a', { '=': 'a' }],
    ['types', 'export type A = 1; export interface B {} export type { C } from "m"; export type * from "n"; export { type D, e } from "o"; export default interface F {}',
      { e: 'o:e' }],
    ['what is only declared', 'export declare const a: 1; export declare function b(): void; export declare class C {} export declare enum D {}', {}],
    ['names that are known to be types', 'import type { A } from "m"; import { type B, c } from "m"; interface D {} export { A, B, c, D }', { c: 'c' }],
    ['a type and a value of one name', 'type A = 1; const A = 1; export { A }', { A: 'A' }],
    ['nothing', 'import "m"; const a = 1; declare module "n" { export const b: 1 }', {}],
  ])('%s', (_, text, expected) => { expect(exportsIn(text)).toEqual(expected) })

  test('identifiers lead to their variable', () => {
    const module = parsed('const a = 1; export { a as b }; export const { c: d } = o; export enum E { x }; export import f = require("m")')
    for (const what of moduleExports(module).named.values()) {
      expect('node' in what && module.variableOf(what.node as TSESTree.Identifier)).toBeTruthy()
    }
  })

  test('it is computed once', () => {
    const module = parsed('export const a = 1')
    expect(moduleExports(module)).toBe(moduleExports(module))
  })

  test.each<[string, string, Record<string, string>]>([
    ['module.exports =', 'module.exports = { a: 1 }', { '=': '{ a: 1 }' }],
    ['members', 'exports.a = 1; module.exports.b = 2; exports["c-d"] = 3; module["exports"].e = 4', { a: '1', b: '2', 'c-d': '3', e: '4' }],
    ['both names at once', 'exports = module.exports = f; exports.a = f; function f() {}', { '=': 'f', a: 'f' }],
    ['chains', 'exports.a = exports.b = x', { a: 'x', b: 'x' }],
    ['casts', '(module as any).exports = x; (exports as any).a = y; (<any>module.exports)!.b = z', { '=': 'x', a: 'y', b: 'z' }],
    ['what compilers announce', 'exports.b = exports.a = void 0; exports.a = x; exports.b = y', { a: 'x', b: 'y' }],
    ['the last of several', 'exports.a = x; exports.a = y', { a: 'y' }],
    ['one that is conditional', 'if (typeof module !== "undefined") module.exports = x', { '=': 'x' }],
    ['several of which one is conditional', 'exports.a = x; if (y) exports.a = z; exports.b = 1', { b: '1' }],
    ['parameters of that name, computed and deeper members, reads',
      '(function (module, exports) { module.exports = 1; exports.a = 1 })(); exports[k] = 1; exports.b.c = 1; exports.d += 1; f(exports.e); x.exports = 1; exports = 1', {}],
  ])('CommonJS: %s', (_, text, expected) => { expect(exportsIn(text, 'script')).toEqual(expected) })

  test('ES exports go before CommonJS ones of that name', () => {
    expect(exportsIn('export default a; module.exports = b; module.exports.default = c; module.exports.d = e')).toEqual({ default: 'a', '=': 'b', d: 'e' })
  })
})

describe('what an import names', () => {
  test('relative: written out, without extension, `.js` that means TypeScript, an index', () => {
    const root = program({
      'a.ts': '', 'b.tsx': '', 'c.mts': '', 'd.cts': '', 'e.js': '', 'f.service.ts': '', 'dir/index.ts': '', 'dir/x.ts': '', 'index.js': '',
    })
    const answers = Object.fromEntries(['./a', './a.ts', './a.js', './b.js', './b.jsx', './c.mjs', './d.cjs', './e', './e.js', './f.service', './dir', './dir/', './dir/x', '.']
      .map(specifier => [specifier, leads(root, 'main.ts', specifier)]))
    expect(answers).toEqual({
      './a': 'a.ts', './a.ts': 'a.ts', './a.js': 'a.ts', './b.js': 'b.tsx', './b.jsx': 'b.tsx', './c.mjs': 'c.mts', './d.cjs': 'd.cts',
      './e': 'e.js', './e.js': 'e.js', './f.service': 'f.service.ts', './dir': 'dir/index.ts', './dir/': 'dir/index.ts', './dir/x': 'dir/x.ts', '.': 'index.js',
    })
    expect(leads(root, 'dir/x.ts', '..')).toBe('index.js')
    expect(leads(root, 'dir/x.ts', join(root, 'a'))).toBe('a.ts')
  })

  test('tsconfig paths, from the nearest tsconfig.json, through `extends`, with comments', () => {
    const root = program({
      'tsconfig.json': '{ // ours\n "extends": "./config/base.json", }',
      'config/base.json': '{ "compilerOptions": { "paths": { "@/*": ["../src/*"], "creds": ["../src/creds.ts"] } } }',
      'src/creds.ts': '', 'src/lib/index.ts': '',
      'packages/x/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./own/*"] } } }',
      'packages/x/own/creds.ts': '',
    })
    expect(leads(root, 'src/a.ts', '@/creds')).toBe('src/creds.ts')
    expect(leads(root, 'src/a.ts', '@/creds.js')).toBe('src/creds.ts')
    expect(leads(root, 'src/a.ts', 'creds')).toBe('src/creds.ts')
    expect(leads(root, 'src/deep/a.ts', '@/lib')).toBe('src/lib/index.ts')
    expect(leads(root, 'packages/x/a.ts', '@/creds')).toBe('packages/x/own/creds.ts')
    expect(leads(root, 'packages/x/a.ts', 'creds')).toEqual(asPackage('creds'))
  })

  test('baseUrl', () => {
    const root = program({ 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "src" } }', 'src/rpc/creds.ts': '' })
    expect(leads(root, 'src/a.ts', 'rpc/creds')).toBe('src/rpc/creds.ts')
  })

  test('paths also serve JavaScript, and files that the tsconfig does not include', () => {
    const root = program({
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }', 'src/creds.ts': '',
      'web/jsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./*"] } } }', 'web/creds.js': '',
    })
    expect(leads(root, 'src/a.js', '@/creds')).toBe('src/creds.ts')
    expect(leads(root, 'tests/a.ts', '@/creds')).toBe('src/creds.ts')
    expect(leads(root, 'web/a.js', '~/creds')).toBe('web/creds.js')
  })

  test('project references', () => {
    const root = program({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }',
      'tsconfig.node.json': '{ "compilerOptions": { "composite": true }, "include": ["vite.config.ts"] }',
      'tsconfig.app.json': '{ "compilerOptions": { "composite": true, "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }',
      'src/creds.ts': '',
    })
    expect(leads(root, 'src/a.ts', '@/creds')).toBe('src/creds.ts')
    expect(leads(root, 'src/a.jsx', '@/creds')).toBe('src/creds.ts')
  })

  test('a broken tsconfig.json hides nothing that needs none', () => {
    const root = program({
      'tsconfig.json': '{ nonsense', 'a.ts': '',
      'x/tsconfig.json': '{ "extends": "@nobody/has-this" }', 'x/b.ts': '', 'node_modules/foo/index.js': '',
    })
    expect(leads(root, 'main.ts', './a')).toBe('a.ts')
    expect(leads(root, 'x/main.ts', './b')).toBe('x/b.ts')
    expect(leads(root, 'main.ts', 'foo')).toEqual(asPackage('foo'))
  })

  test('#imports', () => {
    const root = program({
      'package.json': '{ "name": "p", "imports": { "#creds": { "node": "./src/creds.js" }, "#lib/*": "./src/lib/*.js", "#foo": "foo" } }',
      'src/creds.ts': '', 'src/lib/a.ts': '', 'node_modules/foo/index.js': '',
    })
    expect(leads(root, 'src/main.ts', '#creds')).toBe('src/creds.ts')
    expect(leads(root, 'src/main.ts', '#lib/a')).toBe('src/lib/a.ts')
    expect(leads(root, 'src/main.ts', '#foo')).toEqual(asPackage('#foo'))
    expect(leads(root, 'src/main.ts', '#none')).toEqual(asPackage('#none'))
  })

  test('Node has its own modules, whatever the paths say', () => {
    const root = program({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "*": ["./*"] } } }', 'tls.ts': '', 'fs/promises.ts': '' })
    for (const name of ['node:tls', 'tls', 'fs/promises', 'node:test']) expect(leads(root, 'a.ts', name)).toEqual(asPackage(name))
  })

  test('node_modules is never entered', () => {
    const root = program({
      'node_modules/@grpc/grpc-js/package.json': '{ "name": "@grpc/grpc-js", "main": "build/src/index.js" }',
      'node_modules/@grpc/grpc-js/build/src/index.js': '', 'node_modules/@grpc/grpc-js/build/src/x.js': '', 'tsconfig.json':
        '{ "compilerOptions": { "paths": { "grpc": ["./node_modules/@grpc/grpc-js"] } } }',
    })
    for (const name of ['@grpc/grpc-js', '@grpc/grpc-js/build/src/x', 'grpc', 'not-installed', '@not/installed/x.js', 'npm:x@1', 'https://x/y.js', '']) {
      expect(leads(root, 'a.ts', name)).toEqual(asPackage(name))
    }
    expect(leads(root, 'a.ts', './node_modules/@grpc/grpc-js/build/src/x')).toEqual(lost('other files are not followed'))
  })

  test('a package of the workspace is the program\'s own', () => {
    const root = program({
      'packages/creds/package.json': '{ "name": "@own/creds", "exports": { ".": { "import": "./src/index.ts" }, "./x": "./src/x.js" } }',
      'packages/creds/src/index.ts': '', 'packages/creds/src/x.ts': '', 'node_modules/@own/.keep': '', 'app/a.ts': '',
    })
    symlinkSync(join(root, 'packages/creds'), join(root, 'node_modules/@own/creds'), 'junction')
    expect(leads(root, 'app/a.ts', '@own/creds')).toBe('packages/creds/src/index.ts')
    expect(leads(root, 'app/a.ts', '@own/creds/x')).toBe('packages/creds/src/x.ts')
  })

  test('a package of the workspace that nobody installed', () => {
    const root = program({
      'package.json': '{ "workspaces": ["apps/*", "packages/**"] }', 'apps/web/package.json': '{ "name": "web" }', 'apps/web/a.ts': '',
      'packages/creds/package.json': '{ "name": "@own/creds", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./x": "./src/x.js", "./parts/*": "./src/parts/*.ts" } }',
      'packages/creds/src/index.ts': '', 'packages/creds/src/x.ts': '', 'packages/creds/src/parts/y.ts': '', 'packages/creds/src/hidden.ts': '',
      'packages/more/plain/package.json': '{ "name": "plain", "main": "lib/main.js" }', 'packages/more/plain/main.ts': '', 'packages/more/plain/deep/z.ts': '',
      'packages/more/bare/package.json': '{ "name": "bare" }', 'packages/more/bare/index.ts': '', 'packages/broken/package.json': '{ "name": ',
    })
    const from = 'apps/web/a.ts'
    expect(leads(root, from, '@own/creds')).toBe('packages/creds/src/index.ts')
    expect(leads(root, from, '@own/creds/x')).toBe('packages/creds/src/x.ts')
    expect(leads(root, from, '@own/creds/parts/y')).toBe('packages/creds/src/parts/y.ts')
    expect(leads(root, from, 'plain')).toBe('packages/more/plain/main.ts')
    expect(leads(root, from, 'plain/deep/z')).toBe('packages/more/plain/deep/z.ts')
    expect(leads(root, from, 'bare')).toBe('packages/more/bare/index.ts')
    for (const name of ['@own/creds/src/hidden', '@own/other', 'zod', 'plain/none']) expect(leads(root, from, name)).toEqual(asPackage(name))
  })

  test('a package of the same name is meant only where the workspace says so', () => {
    const packages = { 'package.json': '{}', 'libs/zod/package.json': '{ "name": "zod" }', 'libs/zod/index.ts': '', 'app/a.ts': '' }
    expect(leads(program({ ...packages, 'app/package.json': '{ "dependencies": { "zod": "^4.0.0" } }' }), 'app/a.ts', 'zod')).toEqual(asPackage('zod'))
    expect(leads(program({ ...packages, 'app/package.json': '{ "devDependencies": { "zod": "workspace:^" } }' }), 'app/a.ts', 'zod')).toBe('libs/zod/index.ts')
    expect(leads(program({ ...packages, 'app/package.json': '{}', 'pnpm-workspace.yaml': 'packages: [app, libs/*]' }), 'app/a.ts', 'zod')).toBe('libs/zod/index.ts')
  })

  test('a path that leads to declarations leaves the package a package', () => {
    const root = program({ 'tsconfig.json': '{ "compilerOptions": { "paths": { "foo": ["./types/foo.d.ts"] } } }', 'types/foo.d.ts': 'export const a: 1' })
    expect(leads(root, 'a.ts', 'foo')).toEqual(asPackage('foo'))
    expect(leads(root, 'a.ts', './types/foo.d.ts')).toEqual(lost('the file cannot be read'))
  })

  test('a file name that is not absolute begins at cwd', () => {
    const root = program({ 'a.ts': '' })
    expect(host(root).resolve('./a', '<input>')).toMatchObject({ kind: 'program' })
  })

  test('a link is the file, or the folder, that it leads to', () => {
    const root = program({ 'real/creds.ts': '', 'real/deep/more.ts': '', 'src/.keep': '' })
    symlinkSync(join(root, 'real'), join(root, 'src/linked'), 'junction')
    symlinkSync(join(root, 'real/creds.ts'), join(root, 'src/creds.ts'))
    expect(leads(root, 'src/a.ts', './creds')).toBe('real/creds.ts')
    expect(leads(root, 'src/a.ts', './linked/creds')).toBe('real/creds.ts')
    expect(leads(root, 'src/a.ts', './linked/deep/more.js')).toBe('real/deep/more.ts')
  })

  test('a file that comes while an editor is open is found a little later', () => {
    const root = program({ 'tsconfig.json': '{}' })
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      expect(leads(root, 'a.ts', './new')).toEqual(lost('the file cannot be found'))
      writeFileSync(join(root, 'new.ts'), '')
      vi.setSystemTime(Date.now() + 3_000)
      expect(leads(root, 'a.ts', './new')).toBe('new.ts')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('what cannot be followed', () => {
  test('nothing there', () => {
    const root = program({ 'dir/x.ts': '' })
    for (const name of ['./none', '../none/x.js', './dir', './a\0b', '/none/at/all']) expect(leads(root, 'a.ts', name)).toEqual(lost('the file cannot be found'))
  })

  test('what does not parse', () => {
    const root = program({ 'a.ts': 'const = ;', 'b.js': '<<<<<<< HEAD' })
    expect(leads(root, 'main.ts', './a')).toEqual(lost('the file does not parse'))
    expect(leads(root, 'main.ts', './b')).toEqual(lost('the file does not parse'))
  })

  test('TypeScript from JavaScript, and JavaScript that is none', () => {
    const root = program({ 'a.ts': 'export const a: number = 1', 'b.js': 'export const b: number = 1' })
    expect(leads(root, 'main.js', './a')).toBe('a.ts')
    expect(leads(root, 'main.js', './b')).toEqual(lost('the file does not parse'))
  })

  test.each([
    ['brackets', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['functions', '(() => '.repeat(5_000) + '1' + ')'.repeat(5_000)],
    ['functions without brackets', `${'a => '.repeat(20_000)}1`],
    ['types', `let a: ${'A<'.repeat(20_000)}B${'>'.repeat(20_000)}`],
    ['conditions', `${'a ? b : '.repeat(20_000)}c`],
    ['branches', `${'if (a) {} else '.repeat(20_000)}{}`],
    ['operators', `${'!'.repeat(60_000)}a`],
  ])('what nests so deep that no stack holds it: %s', (_, text) => {
    const root = program({ 'a.ts': `export const one = 1\n${text}` })
    expect(leads(root, 'main.ts', './a')).toEqual(lost('the expression is too deep'))
  })

  test('much that does not nest is read', () => {
    const root = program({
      'a.ts': Array.from({ length: 3_000 }, (_, i) => `export const f${i} = (a?: number) => a ? a < ${i} : !a\n`).join(''),
      'b.ts': `export const all = [${'{ a: [1] }, '.repeat(20_000)}]`,
      'c.ts': `export const sum = ${'1 + '.repeat(5_000)}1`,
    })
    for (const name of ['./a', './b', './c']) expect(host(root).resolve(name, join(root, 'main.ts')).kind, name).toBe('program')
  })

  test('what is too large, binary, or of another kind', () => {
    const root = program({
      'large.js': `// ${'x'.repeat(512 * 1024)}`, 'just.js': 'x'.repeat(512 * 1024), 'binary.js': Buffer.from([1, 0, 2]), 'wide.ts': Buffer.from('const a = 1', 'utf16le'),
      'data.json': '{}', 'style.css': '', 'addon.node': '', 'a.ts': '',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    })
    for (const name of ['./large', './binary', './wide', './data.json', '@/data.json', './style.css', './addon.node', './a.ts?raw']) {
      expect(leads(root, 'main.ts', name), name).toEqual(lost('the file cannot be read'))
    }
    expect(leads(root, 'main.ts', './just')).toBe('just.js')
  })

  test('anything, when it is switched off; packages are still packages', () => {
    const root = program({ 'a.ts': '', 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }' })
    const off = { followImports: false }
    expect(leads(root, 'main.ts', './a', off)).toEqual(lost('other files are not followed'))
    expect(leads(root, 'main.ts', '@/a', off)).toEqual(asPackage('@/a'))
    expect(leads(root, 'main.ts', 'node:fs', off)).toEqual(asPackage('node:fs'))
    expect(leads(root, 'main.ts', '@grpc/grpc-js', off)).toEqual(asPackage('@grpc/grpc-js'))
  })
})

describe('what is read', () => {
  test('text, parents, variables, exports, and imports of its own', () => {
    const root = program({ 'a.ts': '\uFEFFimport { b } from "./b.js"\nexport const a = b', 'b.ts': 'export const b: string = "x"' })
    const a = followed(host(root).resolve('./a', join(root, 'main.ts')))
    expect(a.text.startsWith('import')).toBe(true)
    expect(exported(a)).toEqual({ a: 'a' })
    const used = identifiers(a, 'b').at(-1)!
    expect(used.parent.type).toBe('VariableDeclarator')
    expect(a.variableOf(used)?.defs[0]?.type).toBe('ImportBinding')
    expect(exported(followed(a.resolve('./b.js')))).toEqual({ b: 'b' })
  })

  test('a cycle leads back to the same module, the linted one included', () => {
    const root = program({ 'a.ts': 'export * from "./b"', 'b.ts': 'export * from "./c"', 'c.ts': 'import "./b"; import "./a"' })
    const on = host(root)
    const a = parsed('export * from "./b" // not saved', { file: join(root, 'a.ts'), on })
    const b = followed(a.resolve('./b'))
    const c = followed(b.resolve('./c'))
    expect(c.resolve('./b')).toEqual({ kind: 'program', module: b })
    expect(followed(c.resolve('./a'))).toBe(a)
  })

  test('a chain of `export *`', () => {
    const files: Record<string, string> = { 'end.ts': 'export const found = 1' }
    for (let i = 0; i < 10; i++) files[`m${i}.ts`] = `export * from "./${i === 9 ? 'end' : `m${i + 1}`}.js"`
    const root = program(files)
    let module = followed(host(root).resolve('./m0', join(root, 'main.ts')))
    while (moduleExports(module).stars.length > 0) module = followed(module.resolve(moduleExports(module).stars[0]!))
    expect(exported(module)).toEqual({ found: 'found' })
  })

  test('modules, CommonJS, JSX, a shebang', () => {
    const root = program({
      'a.js': '#!/usr/bin/env node\nimport { x } from "m"; export const a = x',
      'b.cjs': 'const { x } = require("m"); var f = () => x; module.exports = { f }; return',
      'c.jsx': 'import { C } from "m"; export const c = <C/>',
      'd.js': 'with (x) { exports.d = y }; var y = 1; return',
    })
    const on = host(root)
    const main = join(root, 'main.js')
    const a = followed(on.resolve('./a', main))
    expect(a.variableOf(identifiers(a, 'x').at(-1)!)?.defs[0]?.type).toBe('ImportBinding')
    const b = followed(on.resolve('./b.cjs', main))
    expect(exported(b)).toEqual({ '=': '{ f }' })
    expect(b.variableOf(identifiers(b, 'f').at(-1)!)?.name).toBe('f')
    expect(b.variableOf(identifiers(b, 'require')[0]!)).toBeUndefined()
    const c = followed(on.resolve('./c', main))
    const jsx = nodesOf(c).find((node): node is TSESTree.JSXIdentifier => node.type === 'JSXIdentifier')
    expect(c.variableOf(jsx!)?.name).toBe('C')
    expect(exported(followed(on.resolve('./d', main)))).toEqual({ d: 'y' })
  })

  test('parentheses stand for nothing, as in what ESLint parses', () => {
    const root = program({ 'a.ts': 'export const a = ((() => ({ b: (1) })))' })
    expect(nodesOf(followed(host(root).resolve('./a', join(root, 'main.ts')))).some(node => node.type as string === 'ParenthesizedExpression')).toBe(false)
  })

  test('.tsx and .jsx are JSX, .ts is not', () => {
    const root = program({ 'a.tsx': 'export const a = <A/>', 'b.jsx': 'export const b = <B/>', 'c.ts': 'export const c = <C>d' })
    for (const name of ['./a', './b', './c']) expect(host(root).resolve(name, join(root, 'main.ts')).kind, name).toBe('program')
  })
})

describe('memory', () => {
  const treeOf = (root: string, name = './a') => followed(host(root).resolve(name, join(root, 'x.js'))).ast

  test('a file is parsed once for many linted files, and is one module within each', () => {
    const root = program({ 'a.js': 'export const a = 1' })
    const on = host(root)
    const first = followed(on.resolve('./a', join(root, 'x.js')))
    expect(followed(on.resolve('./a.js', join(root, 'y.js')))).toBe(first)
    const second = followed(host(root).resolve('./a', join(root, 'z.js')))
    expect(second).not.toBe(first)
    expect(second.ast).toBe(first.ast)
    expect(moduleExports(second)).toBe(moduleExports(first))
  })

  test('a file that changed is read again, also behind one that did not', () => {
    const root = program({ 'a.js': 'export * from "./b.js"', 'b.js': 'export const one = 1' })
    const read = () => exported(followed(followed(host(root).resolve('./a', join(root, 'x.js'))).resolve('./b.js')))
    const before = treeOf(root)
    expect(read()).toEqual({ one: 'one' })
    const b = join(root, 'b.js')
    const { atime, mtimeMs } = statSync(b)
    writeFileSync(b, 'export const two = 2') // of the same size
    utimesSync(b, atime, new Date(mtimeMs + 5_000))
    expect(readFileSync(b, 'utf8')).toHaveLength('export const one = 1'.length)
    expect(read()).toEqual({ two: 'two' })
    expect(treeOf(root)).toBe(before)
  })

  test('a file that did not parse is read when it has changed', () => {
    const root = program({ 'a.js': 'const =' })
    expect(leads(root, 'x.js', './a')).toEqual(lost('the file does not parse'))
    writeFileSync(join(root, 'a.js'), 'const fixed = 1')
    expect(leads(root, 'x.js', './a')).toBe('a.js')
  })

  test('one and a half million characters are kept, and the least recently used file leaves', () => {
    const text = `export const a = '${'x'.repeat(100_000 - 20)}'`
    const root = program(Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`m${i}.js`, text])))
    const tree = (i: number) => treeOf(root, `./m${i}.js`)
    const first = Array.from({ length: 15 }, (_, i) => tree(i))
    expect(tree(0)).toBe(first[0])
    tree(15) // in place of 1
    expect(tree(0)).toBe(first[0])
    expect(tree(1)).not.toBe(first[1])
  })

  test('a file that is asked for a name it does not mention is not parsed', () => {
    const root = program({ 'a.ts': 'const = wanting', 'b.ts': 'export * from "./c"', 'c.ts': 'export const wanted = 1', 'd.ts': 'const = wanted' })
    const asked = (name: string) => { const { resolve } = host(root); return resolve(name, join(root, 'x.ts'), 'wanted') }
    expect(asked('./a')).toEqual(lost('the export does not exist'))
    expect(asked('./b').kind).toBe('program')
    expect(asked('./c').kind).toBe('program')
    expect(asked('./d')).toEqual(lost('the file does not parse'))
  })
})

describe('mentions', () => {
  const sign = /'the-library'/
  const files = {
    'main.ts': '',
    'direct.ts': "import x from 'the-library'",
    'barrel/index.ts': "export * from '../direct.js'",
    'behind.ts': "import { x } from './barrel'",
    'far.ts': "import { x } from './behind.js'",
    'plain.ts': 'export const x = 1',
    'circle.ts': "import './circle.js'\nimport { x } from './plain.js'",
    'node_modules/pack/index.js': "import x from 'the-library'",
    'types.d.ts': "import x from 'the-library'",
    'data.json': "'the-library'",
  }

  test.each<[is: boolean | undefined, what: string, specifier: string]>([
    [true, 'the file itself', './direct.js'],
    [true, 'the file that it hands on', './barrel'],
    [true, 'what stands behind two others', './behind.js'],
    [false, 'what stands behind three', './far.js'],
    [false, 'a file that says nothing', './plain.js'],
    [false, 'files in a circle', './circle.js'],
    [false, 'a package', 'pack'],
    [undefined, 'declarations alone', './types'],
    [false, 'what is no code', './data.json'],
    [undefined, 'a file that is not there', './gone.js'],
    [false, 'a module of Node', 'node:fs'],
  ])('%s: %s', (is, _what, specifier) => {
    const root = program(files)
    expect(host(root).mentions(specifier, join(root, 'main.ts'), sign)).toBe(is)
  })

  test('nothing when imports are not followed', () => {
    const root = program(files)
    expect(host(root, { followImports: false }).mentions('./direct.js', join(root, 'main.ts'), sign)).toBe(false)
  })

  test('is asked once per specifier', () => {
    const mentions = vi.fn<Host['mentions']>(() => true)
    const module = parsed('', { file: '/p/b.ts', on: { ...nowhere, mentions } })
    expect([module.mentions('./x', sign), module.mentions('./x', sign)]).toEqual([true, true])
    expect(mentions.mock.calls).toEqual([['./x', '/p/b.ts', sign]])
  })
})

describe('around', () => {
  const sign = /\bregister\(/
  const files = {
    'package.json': '{}', 'register.ts': 'register(0)',
    'app/package.json': '{}', 'app/app.module.ts': 'register(1)', 'app/plain.ts': 'export const x = 1',
    'app/src/orders/orders.service.ts': 'register(2)', 'app/src/orders/orders.module.ts': 'register(3)', 'app/src/orders/types.d.ts': 'register(4)', 'app/src/orders/notes.md': 'register(5)', 'app/src/orders/broken.ts': 'register(6',
    'app/src/stock/stock.module.ts': 'register(7)',
  }
  const around = (options?: Partial<HostOptions>) => {
    const root = program(files)
    return host(root, options).around(join(root, 'app/src/orders/orders.service.ts'), sign).map(({ file }) => file.slice(root.length + 1).replaceAll('\\', '/')).sort()
  }

  test('gives the files of its folder, and of those above it in its package', () => { expect(around()).toEqual(['app/app.module.ts', 'app/src/orders/orders.module.ts']) })
  test('gives nothing where imports are not followed', () => { expect(around({ followImports: false })).toEqual([]) })
})
