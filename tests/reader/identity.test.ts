import { describe, expect, test } from 'vitest'
import { arg, framework, param, star } from '../../src/frameworks/describe.js'
import { read } from './program.js'

/** A library of servers: `handle` registers, `use` gives the same server back, `with` another one. */
const kit = framework({
  module: 'kit', tested: '1', docs: 'https://example.com',
  things: {
    Server: { is: ['createServer()', 'new Server()', 'Kit.server', { given: 'Server.group()', arg: 1, param: 0 }], self: ['use'], chain: ['with'], type: ['Server', 'AnyServer'] },
    Space: { is: ['Server.space()'], chain: ['use'] },
    Kit: { is: ['default()'] },
  },
  procedures: {
    'Server.handle()': { handler: arg(1), name: arg(0), peer: [param(0)] },
    'Space.handle()': { handler: arg(1), name: arg(0), peer: [param(0)] },
    'Kit.rpc.*()': { handler: arg(0), name: star, peer: [param(0)] },
  },
})
const imports = "import kit, { createServer, Server } from 'kit';\n"
const program = (code: string | Record<string, string>) => read(typeof code === 'string' ? imports + code : Object.fromEntries(Object.entries(code).map(([name, text]) => [name, imports + text])), kit)

describe('whether two registrations are on one thing', () => {
  type Same = 'same' | 'different' | 'unknown'
  test.each<[what: string, same: Same, code: string | Record<string, string>]>([
    ['one variable', 'same', 'const a = createServer(); a.handle("x", f); a.handle("y", f)'],
    ['an alias', 'same', 'const a = createServer(); const b = a; a.handle("x", f); b.handle("y", f)'],
    ['an alias that is declared first', 'same', 'let b; const a = createServer(); b = a; a.handle("x", f); b.handle("y", f)'],
    ['a member of an object', 'same', 'const all = { a: createServer() }; all.a.handle("x", f); all.a.handle("y", f)'],
    ['taken out of an object', 'same', 'const all = { a: createServer() }; const { a } = all; a.handle("x", f); all.a.handle("y", f)'],
    ['taken out of a list', 'same', 'const all = [createServer(), createServer()]; const [a] = all; a.handle("x", f); all[0].handle("y", f)'],
    ['two places of a list', 'different', 'const all = [createServer(), createServer()]; all[0].handle("x", f); all[1].handle("y", f)'],
    ['two constructions', 'different', 'const a = new Server(), b = new Server(); a.handle("x", f); b.handle("y", f)'],
    ['a construction and a factory', 'different', 'const a = new Server(), b = createServer(); a.handle("x", f); b.handle("y", f)'],
    ['a cast', 'same', 'const a = createServer(); (a as Server).handle("x", f); a!.handle("y", f)'],
    ['optional chaining', 'same', 'const a = createServer(); a?.handle("x", f); a.handle("y", f)'],
    ['waited for', 'same', 'const a = await createServer(); a.handle("x", f); (await a).handle("y", f)'],

    ['a call that gives the same back', 'same', 'const a = createServer(); a.use(m).handle("x", f); a.handle("y", f)'],
    ['two such calls', 'same', 'const a = createServer(); a.use(m).use(m).handle("x", f); a.use(m).handle("y", f)'],
    ['kept after such a call', 'same', 'const a = createServer().use(m); const b = a.use(m); a.handle("x", f); b.handle("y", f)'],
    ['a call that gives another', 'different', 'const a = createServer(); const b = a.with(m); a.handle("x", f); b.handle("y", f)'],
    ['two others of one', 'different', 'const a = createServer(); a.with(m).handle("x", f); a.with(m).handle("y", f)'],
    ['the same other twice', 'same', 'const a = createServer().with(m); a.handle("x", f); a.handle("y", f)'],
    ['the same of the other', 'same', 'const a = createServer().with(m); a.use(m).handle("x", f); a.handle("y", f)'],
    ['a name that means something else on another thing', 'different', 'const a = createServer().space(); const b = a.use(m); a.handle("x", f); b.handle("y", f)'],

    ['a factory called twice', 'different', 'const make = name => createServer(name); const a = make("a"), b = make("b"); a.handle("x", f); b.handle("y", f)'],
    ['a factory called once', 'same', 'const make = name => createServer(name); const a = make("a"); a.handle("x", f); a.handle("y", f)'],
    ['a factory behind a factory', 'different', 'const make = name => createServer(name); const outer = name => make(name); const a = outer("a"), b = outer("b"); a.handle("x", f); b.handle("y", f)'],
    ['a factory that is given nothing, called twice', 'unknown', 'function make() { return createServer() } const a = make(), b = make(); a.handle("x", f); b.handle("y", f)'],
    ['a factory that is given nothing, called once', 'same', 'function make() { return createServer() } const a = make(); a.handle("x", f); a.handle("y", f)'],
    ['a factory that is given nothing, behind one that is called twice', 'unknown', 'const make = () => createServer(); const outer = name => make(); const a = outer("a"), b = outer("b"); a.handle("x", f); b.handle("y", f)'],
    ['a factory that is given nothing, in a helper that registers', 'same', 'const make = () => createServer(); function start(name) { const a = make(); a.handle(name, f); a.handle("y", f) } start("x")'],
    ['a factory that gives what it was given', 'same', 'const same = server => server; const a = createServer(); same(a).handle("x", f); a.handle("y", f)'],
    ['a factory that gives what stands outside', 'same', 'const a = createServer(); const get = () => a; get().handle("x", f); get().handle("y", f)'],
    ['a factory that remembers', 'same', 'let one; function get() { one ??= createServer(); return one } get().handle("x", f); get().handle("y", f)'],

    ['a helper that registers', 'same', 'const a = createServer(); const register = (server, name) => server.handle(name, f); register(a, "x"); a.handle("y", f)'],
    ['a helper that registers on two', 'different', 'const register = (server, name) => server.handle(name, f); register(createServer(), "x"); createServer().handle("y", f)'],

    ['a field', 'same', 'class App { server = createServer(); constructor() { this.server.handle("x", f) } more() { this.server.handle("y", f) } }'],
    ['two fields', 'different', 'class App { a = createServer(); b = createServer(); constructor() { this.a.handle("x", f); this.b.handle("y", f) } }'],
    ['a field set in the constructor', 'same', 'class App { server; constructor() { this.server = createServer(); this.server.handle("x", f) } more() { this.server.handle("y", f) } }'],
    ['a field of a declared type', 'same', 'class App { constructor(private readonly server: Server) {} a() { this.server.handle("x", f) } b() { this.server.handle("y", f) } }'],
    ['two fields of one declared type', 'different', 'class App { constructor(private readonly one: Server, private readonly two: Server) {} a() { this.one.handle("x", f) } b() { this.two.handle("y", f) } }'],
    ['fields of two classes', 'different', 'class A { s: Server; a() { this.s.handle("x", f) } } class B { s: Server; b() { this.s.handle("y", f) } }'],

    ['one parameter', 'same', 'export function routes(server: Server) { server.handle("x", f); server.handle("y", f) }'],
    ['parameters of two functions', 'different', 'export function one(server: Server) { server.handle("x", f) } export function two(server: Server) { server.handle("y", f) }'],
    ['two parameters of one function', 'different', 'export function routes(one: Server, two: Server) { one.handle("x", f); two.handle("y", f) }'],
    ['one parameter of a callback', 'same', 'createServer().group("g", server => { server.handle("x", f); server.handle("y", f) })'],
    ['parameters of two callbacks', 'different', 'const a = createServer(); a.group("g", server => { server.handle("x", f) }); a.group("h", server => { server.handle("y", f) })'],
    ['a callback and what it is of', 'different', 'const a = createServer(); a.handle("x", f); a.group("g", server => { server.handle("y", f) })'],

    ['a shadow', 'different', 'const a = createServer(); { const a = createServer(); a.handle("x", f) } a.handle("y", f)'],
    ['written again in between', 'different', 'let a = createServer(); a.handle("x", f); a = createServer(); a.handle("y", f)'],
    ['written in a branch', 'unknown', 'let a = createServer(); if (process.env.TWO) a = createServer(); a.handle("x", f); a.handle("y", f)'],
    ['one or the other', 'unknown', 'const a = createServer(), b = createServer(); const c = process.env.TWO ? a : b; a.handle("x", f); c.handle("y", f)'],
    ['one or the other, known which', 'same', 'const a = createServer(), b = createServer(); const c = true ? a : b; a.handle("x", f); c.handle("y", f)'],

    ['of another file, twice', 'same', { main: 'import { server } from "./server"; import { server as again } from "./index"; server.handle("x", f); again.handle("y", f)', server: 'export const server = createServer()', index: 'export * from "./server"' }],
    ['of another file, and its own', 'different', { main: 'import { server } from "./server"; server.handle("x", f); createServer().handle("y", f)', server: 'export const server = createServer()' }],
    ['factories of another file', 'different', { main: 'import { make } from "./server"; const a = make("a"), b = make("b"); a.handle("x", f); b.handle("y", f)', server: 'export const make = name => createServer(name)' }],
    ['of a package', 'same', 'import { Server as S } from "kit"; const a = kit().server; a.handle("x", f); a.handle("y", f)'],
    ['a name of one module', 'same', 'const k = kit(); k.rpc.x(f); k.rpc.y(f)'],
    ['names of two modules', 'different', 'const k = kit(), l = kit(); k.rpc.x(f); l.rpc.y(f)'],
  ])('%s: %s', (_what, same, code) => {
    const on = new Map<string, Set<string | undefined>>()
    for (const { name, on: id } of program(code).procedures) on.set(name!, new Set([...on.get(name!) ?? [], id]))
    expect([...on.keys()].sort()).toEqual(['x', 'y'])
    const [one, two] = [...on.values()]
    expect(one!.has(undefined) || two!.has(undefined) || one!.size + two!.size > 2 ? 'unknown' : [...one!][0] === [...two!][0] ? 'same' : 'different').toBe(same)
  })
})

describe('what is a thing of the library', () => {
  test.each<[what: string, names: string[], code: string | Record<string, string>]>([
    ['a factory', ['x'], 'createServer().handle("x", f)'],
    ['a class', ['x'], 'new Server().handle("x", f)'],
    ['a class without new', [], 'Server().handle("x", f)'],
    ['a factory with new', [], 'new createServer().handle("x", f)'],
    ['a namespace', ['x'], 'import * as all from "kit"; all.createServer().handle("x", f)'],
    ['required', ['x'], 'const all = require("kit"); all.createServer().handle("x", f)'],
    ['imported when needed', ['x'], 'const all = await import("kit"); all.createServer().handle("x", f)'],
    ['renamed', ['x'], 'import { createServer as make } from "kit"; make().handle("x", f)'],
    ['a subclass', ['x'], 'class Own extends Server {} new Own().handle("x", f)'],
    ['a subclass of a subclass', ['x'], 'class Own extends Server {} class Owner extends Own {} new Owner().handle("x", f)'],
    ['in a subclass', ['x'], 'class Own extends Server { constructor() { super(); this.handle("x", f) } }'],
    ['a declared type', ['x'], 'declare const server: Server; server.handle("x", f)'],
    ['a declared type of another name', ['x'], 'import type { AnyServer } from "kit"; export const routes = (server: AnyServer) => server.handle("x", f)'],
    ['a declared type of another package', [], 'import type { AnyServer } from "other"; export const routes = (server: AnyServer) => server.handle("x", f)'],
    ['a type of the program', [], 'interface Server2 { handle(name: string, fn: unknown): void } export const routes = (server: Server2) => server.handle("x", f)'],
    ['a chain that goes on', ['x'], 'createServer().with(m).use(m).with(m).handle("x", f)'],
    ['a chain through an unknown call', [], 'createServer().other().handle("x", f)'],
    ['a factory of another package', [], 'import { createServer as make } from "other"; make().handle("x", f)'],
    ['a function of the same name', [], '{ const createServer = () => ({ handle() {} }); createServer().handle("x", f) }'],
    ['one of two, both of the kind', ['x'], 'const server = process.env.TWO ? new Server() : createServer(); server.handle("x", f)'],
    ['one of two, or nothing', ['x'], 'const server = process.env.OFF ? undefined : createServer(); server?.handle("x", f)'],
    ['a callback that is named', ['x'], 'const routes = server => { server.handle("x", f) }; createServer().group("g", routes)'],
    ['a callback of another call', [], 'other("g", server => { server.handle("x", f) })'],
    ['the second parameter of the callback', [], 'createServer().group("g", (_, server) => { server.handle("x", f) })'],
    ['a callback in another place', [], 'createServer().group(server => { server.handle("x", f) })'],
    ['of another file', ['x'], { main: 'import { make } from "./server"; make().handle("x", f)', server: 'export const make = () => createServer()' }],
    ['of a file that is not found', [], 'import { make } from "./gone"; make().handle("x", f)'],
    ['a member by a known name', ['x'], 'const how = "handle"; createServer()[how]("x", f)'],
    ['a member by an unknown name', [], 'createServer()[process.env.HOW]("x", f)'],
    ['a method that was taken off', ['x'], 'const { handle } = createServer(); handle("x", f)'],
  ])('%s', (_what, names, code) => {
    expect([...new Set(program(code).procedures.map(one => one.name))]).toEqual(names)
  })
})
