import { describe, expect, test } from 'vitest'
import { anytime, arg, args, earlier, framework, last, of, param, star } from '../../src/frameworks/describe.js'
import { grpcJs } from '../../src/frameworks/grpc-js.js'
import { trpcServer } from '../../src/frameworks/trpc.js'
import { read } from './program.js'

const middleware = { evidence: [param(0)], pass: { calls: param(2), bare: true as const } }
/** Middleware that stands before the routes that come after it, and routers in routers. */
const web = framework({
  module: 'web', tested: '1', docs: 'https://example.com',
  things: { App: { is: ['default()', 'Router()', { given: 'App.group()', arg: 1, param: 0 }], self: ['use', 'get', 'post', 'group'], type: ['App'] } },
  guards: { 'App.use()': { guard: args(0), ...middleware } },
  procedures: {
    'App.post()': { handler: last('function'), name: arg(0), guards: [earlier('App.use()', args(0), arg(0)), args(1)], peer: [param(0)], changesState: true },
    'App.get()': { handler: last('function'), name: arg(0), guards: [earlier('App.use()', args(0), arg(0)), args(1)], peer: [param(0)] },
  },
  harmless: ['json()'],
})
/** Hooks that are put in place when the server starts, whatever stands first. */
const hooks = framework({
  module: 'hooks', tested: '1', docs: 'https://example.com',
  things: { Server: { is: ['default()'], self: ['route'], type: ['Server'] } },
  guards: { 'Server.addHook("onRequest")': { guard: arg(1), evidence: [param(0)], pass: 'completes' } },
  procedures: { 'Server.route()': { handler: arg(1), name: arg(0), guards: anytime('Server.addHook("onRequest")', arg(1)), peer: [param(0)] } },
})
/** A server that is given its guards when it is made, and a handler with an approval of its own. */
const made = framework({
  module: 'made', tested: '1', docs: 'https://example.com',
  things: { Server: 'new Server()' },
  procedures: {
    'Server.handle()': { handler: arg(1), name: arg(0), guards: of('Server').option('allow'), guard: { evidence: [param(0)], pass: { returns: 'truthy' } }, peer: [param(0)] },
    'Server.sync.*()': { handler: arg(0), name: star, guards: of('Server').option('allow'), guard: { evidence: [param(0)], pass: { returns: 'truthy', sync: true } }, peer: [param(0)] },
  },
})

type Guarded = 'guarded' | 'open' | 'unknown'
/** Name and answer of every procedure. */
function guarded(files: string | Record<string, string>, ...descriptions: Parameters<typeof read>[1][]): Record<string, Guarded> {
  const found: Record<string, Guarded> = {}
  for (const { name, guards } of read(files, ...descriptions).procedures) {
    const answer: Guarded = guards.surely(list => list.length > 0) ? 'guarded' : guards.surely(list => list.length === 0) ? 'open' : 'unknown'
    found[name!] = found[name!] === undefined || found[name!] === answer ? answer : 'unknown'
  }
  return found
}

const prelude = `
  import web, { Router, json, type App } from 'web';
  const guard = (req, res, next) => { if (!req.user) return res.end(); next() };
  const logs = (req, res, next) => { console.log(req.path); next() };
  const f = (req, res) => { res.end() };
`
const full = (files: string | Record<string, string>) => typeof files === 'string' ? prelude + files : Object.fromEntries(Object.entries(files).map(([name, text]) => [name, prelude + text]))

describe('middleware of an application', () => {
  test.each<[what: string, answers: Record<string, Guarded>, code: string | Record<string, string>]>([
    ['before', { '/x': 'guarded' }, 'const app = web(); app.use(guard); app.post("/x", f)'],
    ['after', { '/x': 'open' }, 'const app = web(); app.post("/x", f); app.use(guard)'],
    ['between', { '/x': 'open', '/y': 'guarded' }, 'const app = web(); app.get("/x", f); app.use(guard); app.get("/y", f)'],
    ['in one chain', { '/x': 'open', '/y': 'guarded' }, 'web().post("/x", f).use(guard).post("/y", f)'],
    ['in a chain and after it', { '/x': 'guarded' }, 'const app = web().use(guard); app.post("/x", f)'],
    ['beside others', { '/x': 'guarded' }, 'const app = web(); app.use(json()); app.use(logs, guard); app.post("/x", f)'],
    ['in a list', { '/x': 'guarded' }, 'const app = web(); app.use(...[logs, guard]); app.post("/x", f)'],
    ['only others', { '/x': 'open' }, 'const app = web(); app.use(json()); app.use(logs); app.post("/x", f)'],
    ['only code that is not seen', { '/x': 'unknown' }, 'import { session } from "session"; const app = web(); app.use(session()); app.post("/x", f)'],
    ['a guard that only looks like one', { '/x': 'unknown' }, 'const app = web(); app.use((req, res, next) => { if (!req.user) res.end(); next() }); app.post("/x", f)'],
    ['a guard that hands its error on', { '/x': 'guarded' }, 'const app = web(); app.use((req, res, next) => next(req.user ? undefined : new Error("no"))); app.post("/x", f)'],
    ['nothing', { '/x': 'open' }, 'const app = web(); app.post("/x", f); app.listen(80)'],

    ['with declared types', { '/x': 'guarded', '/y': 'open' }, 'import type { Request, Response, Next } from "web"; const app = web(), other = web(); const typed = (req: Request, res: Response, next: Next) => { if (!req.user) return res.end(); next() }; const open = (req: Request, res: Response, next: Next) => next(); app.use(open, typed); other.use(open); app.post("/x", f); other.post("/y", f)'],
    ['in front of the handler', { '/x': 'guarded', '/y': 'open' }, 'const app = web(); app.post("/x", guard, f); app.post("/y", f)'],
    ['a handler that looks at its caller is no guard', { '/x': 'open' }, 'const app = web(); app.post("/x", (req, res) => { if (!req.user) return; res.end() })'],

    ['on another application', { '/x': 'open', '/y': 'guarded' }, 'const a = web(), b = web(); b.use(guard); a.post("/x", f); b.post("/y", f)'],
    ['on another of one factory', { '/x': 'open', '/y': 'guarded' }, 'const make = name => web(name); const a = make("a"), b = make("b"); b.use(guard); a.post("/x", f); b.post("/y", f)'],
    ['in the factory', { '/x': 'guarded' }, 'const make = name => { const app = web(name); app.use(guard); return app }; const app = make("a"); app.post("/x", f)'],
    ['in a factory that is given nothing', { '/x': 'guarded' }, 'function make() { const app = web(); app.use(guard); return app } const app = make(); app.post("/x", f)'],
    ['in a factory that is given nothing, in a helper', { '/x': 'guarded' }, 'const make = () => { const app = web(); app.use(guard); return app }; function start(port) { const app = make(); app.post("/x", f); app.listen(port) } start(80)'],
    ['two of a factory that is given nothing', { '/x': 'unknown' }, 'function make() { return web() } const a = make(), b = make(); b.use(guard); a.post("/x", f)'],

    ['in a branch', { '/x': 'unknown' }, 'const app = web(); if (process.env.SECURE) app.use(guard); app.post("/x", f)'],
    ['in the same branch', { '/x': 'guarded' }, 'const app = web(); if (process.env.SECURE) { app.use(guard); app.post("/x", f) }'],
    ['in the other branch', { '/x': 'unknown' }, 'const app = web(); if (process.env.SECURE) { app.use(guard) } else { app.post("/x", f) }'],
    ['in a branch that is never taken', { '/x': 'open' }, 'const app = web(); const SECURE = false; if (SECURE) app.use(guard); app.post("/x", f)'],
    ['in a branch that is always taken', { '/x': 'guarded' }, 'const app = web(); const SECURE = true; if (SECURE) app.use(guard); app.post("/x", f)'],
    ['one or the other', { '/x': 'unknown' }, 'const app = web(); app.use(process.env.SECURE ? guard : logs); app.post("/x", f)'],
    ['by &&', { '/x': 'unknown' }, 'const app = web(); process.env.SECURE && app.use(guard); app.post("/x", f)'],
    ['on one of two', { '/x': 'unknown' }, 'const a = web(), b = web(); const c = process.env.TWO ? a : b; c.use(guard); a.post("/x", f)'],
    ['in a catch', { '/x': 'unknown' }, 'const app = web(); try { start() } catch { app.use(guard) } app.post("/x", f)'],
    ['in a try', { '/x': 'guarded' }, 'const app = web(); try { app.use(guard) } finally { console.log(1) } app.post("/x", f)'],
    ['in a loop over a known list', { '/x': 'guarded' }, 'const app = web(); for (const one of [logs, guard]) app.use(one); app.post("/x", f)'],
    ['in a loop over an unknown list', { '/x': 'unknown' }, 'const app = web(); for (const one of all()) app.use(guard); app.post("/x", f)'],
    ['in a callback over a known list', { '/x': 'guarded' }, 'const app = web(); [logs, guard].forEach(one => app.use(one)); app.post("/x", f)'],

    ['in a helper that is called before', { '/x': 'guarded' }, 'const app = web(); function secure(app) { app.use(guard) } secure(app); app.post("/x", f)'],
    ['in a helper that is called after', { '/x': 'open' }, 'const app = web(); function secure(app) { app.use(guard) } app.post("/x", f); secure(app)'],
    ['in a helper that closes over it', { '/x': 'guarded' }, 'const app = web(); const secure = () => app.use(guard); secure(); app.post("/x", f)'],
    ['in a helper that is called for another', { '/x': 'open' }, 'const app = web(), other = web(); function secure(app) { app.use(guard) } secure(other); app.post("/x", f)'],
    ['in a helper in a branch', { '/x': 'unknown' }, 'const app = web(); function secure(app) { if (process.env.SECURE) app.use(guard) } secure(app); app.post("/x", f)'],
    ['in a helper of another file', { '/x': 'guarded' }, { main: 'import { secure } from "./secure"; const app = web(); secure(app); app.post("/x", f)', secure: 'export function secure(app) { app.use(guard) }' }],
    ['in code that is not seen, before', { '/x': 'unknown' }, 'import { secure } from "secure"; const app = web(); secure(app); app.post("/x", f)'],
    ['in code that is not seen, after', { '/x': 'open' }, 'import { start } from "start"; const app = web(); app.post("/x", f); start(app)'],
    ['routes in a helper', { '/x': 'guarded' }, 'const app = web(); app.use(guard); function routes(app) { app.post("/x", f) } routes(app)'],
    ['routes in a helper, called first', { '/x': 'open' }, 'const app = web(); function routes(app) { app.post("/x", f) } routes(app); app.use(guard)'],
    ['routes in a function that others call', { '/x': 'guarded' }, 'const app = web(); export function routes() { app.post("/x", f) } app.use(guard)'],
    ['routes of a parameter', { '/x': 'unknown' }, 'export function routes(app: App) { app.post("/x", f) }'],
    ['a parameter that gets its guard here', { '/x': 'guarded' }, 'export function routes(app: App) { app.use(guard); app.post("/x", f) }'],
    ['routes in a callback', { '/x': 'guarded' }, 'import { ready } from "db"; const app = web(); app.use(guard); ready(() => { app.post("/x", f) })'],
    ['routes in a callback, the guard after it', { '/x': 'unknown' }, 'import { ready } from "db"; const app = web(); ready(() => { app.post("/x", f) }); app.use(guard)'],
    ['the guard in a callback', { '/x': 'unknown' }, 'import { ready } from "db"; const app = web(); ready(() => { app.use(guard) }); app.post("/x", f)'],
    ['the guard in a later callback', { '/x': 'open' }, 'import { ready } from "db"; const app = web(); app.post("/x", f); ready(() => { app.use(guard) })'],
    ['both in one callback', { '/x': 'guarded', '/y': 'open' }, 'import { ready } from "db"; ready(() => { const app = web(); app.use(guard); app.post("/x", f) }); ready(() => { const app = web(); app.post("/y", f) })'],

    ['in a constructor', { '/x': 'guarded' }, 'class Api { app = web(); constructor() { this.app.use(guard); this.app.post("/x", f) } } new Api()'],
    ['in a constructor, the routes in a method', { '/x': 'guarded' }, 'class Api { app = web(); constructor() { this.app.use(guard) } routes() { this.app.post("/x", f) } }'],
    ['in a method, the routes in another', { '/x': 'unknown' }, 'class Api { app = web(); secure() { this.app.use(guard) } routes() { this.app.post("/x", f) } }'],
    ['in methods that the constructor calls', { '/x': 'guarded' }, 'class Api { app = web(); constructor() { this.secure(); this.routes() } secure() { this.app.use(guard) } routes() { this.app.post("/x", f) } }'],
    ['in methods that the constructor calls the other way', { '/x': 'open' }, 'class Api { private app = web(); constructor() { this.routes(); this.secure() } secure() { this.app.use(guard) } routes() { this.app.post("/x", f) } } new Api()'],

    ['under a path', { '/a/x': 'guarded', '/b': 'open', '/ab': 'open', '/a': 'guarded' }, 'const app = web(); app.use("/a", guard); app.post("/a/x", f); app.post("/b", f); app.post("/ab", f); app.post("/a", f)'],
    ['under a path that is computed', { '/x': 'unknown' }, 'const app = web(); app.use(`/${process.env.BASE}`, guard); app.post("/x", f)'],
    ['under every path', { '/x': 'guarded' }, 'const app = web(); app.use("/", guard); app.post("/x", f)'],

    ['on the router', { '/x': 'guarded' }, 'const app = web(), router = Router(); router.use(guard); router.post("/x", f); app.use("/r", router)'],
    ['on the application, before the router', { '/x': 'guarded' }, 'const app = web(), router = Router(); router.post("/x", f); app.use(guard); app.use("/r", router)'],
    ['on the application, after the router', { '/x': 'open' }, 'const app = web(), router = Router(); router.post("/x", f); app.use("/r", router); app.use(guard)'],
    ['in front of the router', { '/x': 'guarded' }, 'const app = web(), router = Router(); router.post("/x", f); app.use("/r", guard, router)'],
    ['on a router beside it', { '/x': 'open' }, 'const app = web(), one = Router(), two = Router(); one.use(guard); two.post("/x", f); app.use("/1", one); app.use("/2", two)'],
    ['a router in a router', { '/x': 'guarded' }, 'const app = web(), outer = Router(), inner = Router(); inner.post("/x", f); outer.use(inner); app.use(guard); app.use(outer)'],
    ['a router that is mounted twice', { '/x': 'unknown' }, 'const a = web(), b = web(), router = Router(); router.post("/x", f); a.use(guard, router); b.use(router)'],
    ['a router that others mount', { '/x': 'unknown' }, 'export const router = Router(); router.post("/x", f)'],
    ['a router that others mount, with its own guard', { '/x': 'guarded' }, 'export const router = Router(); router.use(guard); router.post("/x", f)'],
    ['a router that a function gives', { '/x': 'unknown' }, 'export function routes() { const router = Router(); router.post("/x", f); return router }'],
    ['a group', { '/x': 'unknown' }, 'const app = web(); app.group("/g", group => { group.post("/x", f) })'],
    ['a group with its own guard', { '/x': 'guarded' }, 'const app = web(); app.group("/g", group => { group.use(guard); group.post("/x", f) })'],

    ['in the file that makes it', { '/x': 'guarded' }, { main: 'import { app } from "./app"; app.post("/x", f)', app: 'export const app = web(); app.use(guard)' }],
    ['in a branch of the file that makes it', { '/x': 'unknown' }, { main: 'import { app } from "./app"; app.post("/x", f)', app: 'export const app = web(); if (process.env.SECURE) app.use(guard)' }],
    ['not in the file that makes it', { '/x': 'unknown' }, { main: 'import { app } from "./app"; app.post("/x", f)', app: 'export const app = web()' }],
  ])('%s', (_what, answers, code) => { expect(guarded(full(code), web)).toEqual(answers) })
})

describe('hooks that count whenever they are added', () => {
  const start = 'import hooks from "hooks"; const guard = async req => { if (!req.user) throw new Error("no") };'
  test.each<[string, Record<string, Guarded>, string]>([
    ['before', { '/x': 'guarded' }, 'const app = hooks(); app.addHook("onRequest", guard); app.route("/x", f)'],
    ['after', { '/x': 'guarded' }, 'const app = hooks(); app.route("/x", f); app.addHook("onRequest", guard)'],
    ['another hook', { '/x': 'open' }, 'const app = hooks(); app.addHook("onSend", guard); app.route("/x", f)'],
    ['on another server', { '/x': 'open' }, 'const app = hooks(), other = hooks(); other.addHook("onRequest", guard); app.route("/x", f)'],
    ['a hook that refuses nobody', { '/x': 'open' }, 'const app = hooks(); app.addHook("onRequest", async req => { console.log(req.id) }); app.route("/x", f)'],
    ['code that is not seen', { '/x': 'unknown' }, 'const app = hooks(); app.addHook("onRequest", async req => { await req.jwtVerify() }); app.route("/x", f)'],
  ])('%s', (_what, answers, code) => { expect(guarded(start + code, hooks)).toEqual(answers) })
})

describe('guards that are given when a server is made', () => {
  const start = 'import { Server } from "made";'
  test.each<[string, Record<string, Guarded>, string]>([
    ['a test', { x: 'guarded' }, 'new Server({ allow: req => req.user === "a" }).handle("x", f)'],
    ['always yes', { x: 'open' }, 'new Server({ allow: () => true }).handle("x", f)'],
    ['none', { x: 'open' }, 'new Server({}).handle("x", f)'],
    ['from elsewhere', { x: 'unknown' }, 'import { allow } from "rules"; new Server({ allow }).handle("x", f)'],
    ['options from elsewhere', { x: 'unknown' }, 'import { options } from "rules"; new Server(options).handle("x", f)'],
    ['one of two', { x: 'unknown' }, 'const allow = process.env.STRICT ? req => req.user === "a" : () => true; new Server({ allow }).handle("x", f)'],
    ['a promise that is waited for', { x: 'guarded' }, 'new Server({ allow: async req => req.user === "a" }).handle("x", f)'],
    ['a promise that nobody waits for', { x: 'open' }, 'new Server({ allow: async req => req.user === "a" }).sync.x(f)'],
  ])('%s', (_what, answers, code) => { expect(guarded(start + code, made)).toEqual(answers) })
})

describe('steps of a builder', () => {
  const start = `
    import { initTRPC, TRPCError } from '@trpc/server';
    const t = initTRPC.create();
    const guard = t.middleware(({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next() });
    const times = t.middleware(async ({ next }) => { const start = Date.now(); const result = await next(); console.log(Date.now() - start); return result });
  `
  test.each<[string, Guarded, string]>([
    ['a step', 'guarded', 't.procedure.use(guard).mutation(f)'],
    ['a step further up', 'guarded', 'const own = t.procedure.use(guard); const timed = own.use(times); timed.mutation(f)'],
    ['a step after the input', 'guarded', 't.procedure.input(schema).use(guard).mutation(f)'],
    ['no step', 'open', 't.procedure.mutation(f)'],
    ['a step that refuses nobody', 'open', 't.procedure.use(times).mutation(f)'],
    ['a step nobody takes', 'open', 'const base = t.procedure; base.use(guard); base.mutation(f)'],
    ['a step of another builder', 'open', 'const base = t.procedure; const own = base.use(guard); base.mutation(f)'],
    ['a step in a branch', 'unknown', 'let base = t.procedure; if (process.env.SECURE) base = base.use(guard); base.mutation(f)'],
    ['one step or another', 'unknown', 't.procedure.use(process.env.SECURE ? guard : times).mutation(f)'],
    ['written again', 'guarded', 'let base = t.procedure; base = base.use(guard); base.mutation(f)'],
    ['steps of a builder that is joined', 'guarded', 'const own = t.procedure.use(guard); t.procedure.concat(own).mutation(f)'],
    ['a builder without steps is joined', 'open', 't.procedure.concat(t.procedure.use(times)).mutation(f)'],
    ['a builder from elsewhere is joined', 'unknown', 'import { own } from "guards"; t.procedure.concat(own.procedure).mutation(f)'],
    ['one builder or another is joined', 'unknown', 't.procedure.concat(process.env.SECURE ? t.procedure.use(guard) : t.procedure).mutation(f)'],
    ['a function that adds the step', 'guarded', 'const secure = base => base.use(guard); secure(t.procedure).mutation(f)'],
    ['all options are handed on', 'unknown', 'import { check } from "checks"; t.procedure.use(opts => check(opts)).mutation(f)'],
    ['all options are logged', 'guarded', 't.procedure.use(opts => { console.log(opts); if (!opts.ctx.user) throw new Error("no"); return opts.next() }).mutation(f)'],
    ['all options are handed to a function of the program', 'guarded', 'const check = ({ ctx, next }) => { if (!ctx.user) throw new Error("no"); return next() }; t.procedure.use(opts => check(opts)).mutation(f)'],
  ])('%s', (_what, answer, code) => {
    const answers = read(start + code, trpcServer).procedures.map(({ guards }): Guarded => guards.surely(list => list.length > 0) ? 'guarded' : guards.surely(list => list.length === 0) ? 'open' : 'unknown')
    expect(new Set(answers).size === 1 ? answers[0] : 'unknown').toBe(answer)
  })
})

describe('interceptors of a server', () => {
  const start = `
    import * as grpc from '@grpc/grpc-js';
    const guard = (method, call) => new grpc.ServerInterceptingCall(call, { start: next => next({ onReceiveMetadata(metadata, next) {
      if (metadata.get('token')[0] !== process.env.TOKEN) { call.sendStatus({ code: 16, details: 'no' }); return }
      next(metadata)
    } }) });
    const weak = (method, call) => new grpc.ServerInterceptingCall(call, { start: next => next({ onReceiveMetadata(metadata, next) {
      if (metadata.get('token')[0] !== process.env.TOKEN) console.warn('no');
      next(metadata)
    } }) });
    const other = (method, call) => new grpc.ServerInterceptingCall(call, { sendStatus(status, next) { next(status) } });
  `
  test.each<[string, Guarded, string]>([
    ['a guard', 'guarded', 'const server = new grpc.Server({ interceptors: [guard] }); server.addService(S, { x: f })'],
    ['a guard among others', 'guarded', 'const server = new grpc.Server({ interceptors: [other, guard] }); server.addService(S, { x: f })'],
    ['none', 'open', 'const server = new grpc.Server(); server.addService(S, { x: f })'],
    ['on another server', 'open', 'const a = new grpc.Server({ interceptors: [guard] }), b = new grpc.Server(); b.addService(S, { x: f })'],
    ['one that warns', 'unknown', 'const server = new grpc.Server({ interceptors: [weak] }); server.addService(S, { x: f })'],
    ['one that only sees what is sent', 'open', 'const server = new grpc.Server({ interceptors: [other] }); server.addService(S, { x: f })'],
    ['one with hooks from elsewhere', 'unknown', 'import { hooks } from "rules"; const server = new grpc.Server({ interceptors: [(method, call) => new grpc.ServerInterceptingCall(call, hooks)] }); server.addService(S, { x: f })'],
    ['one that hands its call to somebody', 'unknown', 'import { check } from "rules"; const server = new grpc.Server({ interceptors: [(method, call) => { check(call); return new grpc.ServerInterceptingCall(call) }] }); server.addService(S, { x: f })'],
    ['one that ends calls itself', 'unknown', 'const server = new grpc.Server({ interceptors: [(method, call) => { if (method.path !== "/a") call.sendStatus({ code: 7, details: "no" }); return new grpc.ServerInterceptingCall(call) }] }); server.addService(S, { x: f })'],
    ['from elsewhere', 'unknown', 'import { interceptors } from "rules"; const server = new grpc.Server({ interceptors }); server.addService(S, { x: f })'],
  ])('%s', (_what, answer, code) => {
    const answers = read(`${start}\nconst f = (call, callback) => callback(null, {});\n${code}`, grpcJs).procedures.map(({ guards }): Guarded => guards.surely(list => list.length > 0) ? 'guarded' : guards.surely(list => list.length === 0) ? 'open' : 'unknown')
    expect([...new Set(answers)]).toEqual([answer])
  })
})
