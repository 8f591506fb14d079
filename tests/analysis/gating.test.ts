import { describe, expect, test } from 'vitest'
import { createEvaluator } from '../../src/analysis/evaluate.js'
import { gating, type Answer, type Question } from '../../src/analysis/flow.js'
import type { Value } from '../../src/analysis/value.js'
import { virtual } from '../virtual.js'

/** Asks about the exported `guard(evidence, answer, next)` of a program. */
function ask(files: Record<string, string>, approval: Question['approval'], more: Partial<Question> = {}): Answer {
  const module = virtual(files), evaluator = createEvaluator()
  const fn = evaluator.exported(module, 'guard')!
  if (fn.kind !== 'function') throw new Error('the program has no guard')
  const isParameter = (value: Value, index: number) => value.kind === 'root' && value.of === 'param' && value.fn === fn.fn && value.index === index
  return gating({
    fn, env: fn.env, evaluator, approval, refusesWithArgument: true,
    passes: (callee, env) => isParameter(evaluator.evaluate(callee, env), 2),
    isEvidence(node, env) {
      if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
      let value = evaluator.evaluate(node, env)
      while (value.kind === 'member') value = value.of
      return isParameter(value, 0)
    },
    ...more,
  })
}

type Row = [what: string, gates: Answer['gates'], code: string, files?: Record<string, string>]
const written = (code: string) => /\bexport\b/.test(code) ? code : `export async function guard(req, res, next) { ${code} }`

describe('approval by a call', () => {
  const rows: Row[] = [
    // tests that decide
    ['refuses and returns', 'yes', 'if (!req.user) { res.status(401).end(); return } next()'],
    ['refuses in one return', 'yes', 'if (!req.user) return res.status(401).end(); next()'],
    ['throws', 'yes', 'if (!req.user) throw new Error("no"); next()'],
    ['passes inside the test', 'yes', 'if (req.user) next()'],
    ['passes first, refuses after', 'yes', 'if (req.user) return next(); res.status(401).end()'],
    ['if and else', 'yes', 'if (req.user) { next() } else { res.status(401).end() }'],
    ['hands the error on', 'yes', 'if (!req.user) return next(new Error("no")); next()'],
    ['hands on what is an error or nothing', 'yes', 'next(req.user ? undefined : new Error("no"))'],
    ['hands on an error in any case', 'yes', 'next(new Error("closed"))'],
    ['&& in front of the approval', 'yes', 'req.user && next()'],
    ['|| in front of the approval', 'yes', '!req.user || next()'],
    ['?? in front of the approval', 'yes', 'req.user ?? next()'],
    ['ternary of statements', 'yes', 'req.user ? next() : res.status(401).end()'],
    ['ternary that is returned', 'yes', 'return req.user ? next() : res.status(401).end()'],
    ['arrow with a ternary', 'yes', 'export const guard = (req, res, next) => req.user ? next() : res.sendStatus(401)'],
    ['optional chaining', 'yes', 'if (!req.user?.roles?.includes("admin")) return; next()'],
    ['the approval is called optionally', 'yes', 'if (!req.user) return; next?.()'],
    ['destructured', 'yes', 'const { user: { id } = {} } = req; if (!id) return; next()'],
    ['destructured in the parameters', 'yes', 'export function guard({ headers }, res, next) { if (headers.key !== process.env.KEY) return res.end(); next() }'],
    ['compares with a secret', 'yes', 'if (req.headers.token !== process.env.TOKEN) return res.end(); next()'],
    ['looks a key up', 'yes', 'const keys = new Set(["a"]); if (!keys.has(req.key)) return; next()'],
    ['compares a prefix', 'yes', 'if (!req.path.startsWith("/public")) return; next()'],
    ['matches a pattern', 'yes', 'if (!/^[a-z]+$/.test(req.user)) return; next()'],
    ['a deny-list', 'yes', 'if (["eve", "mallory"].includes(req.user)) return; next()'],
    ['a reversed check', 'yes', 'if (req.user) throw new Error("no"); next()'],
    ['looks at a time of expiry', 'yes', 'if (req.expires < Date.now()) return; next()'],
    ['a chain of tests', 'yes', 'if (req.user && req.user.active && req.user.role === "admin") return next(); res.end()'],
    ['either of two tests', 'yes', 'if (req.admin) return next(); if (req.owner) return next(); res.end()'],
    ['nested tests', 'yes', 'if (req.user) { if (req.user.active) { next() } }'],
    ['a switch', 'yes', 'switch (req.role) { case "admin": case "owner": return next(); default: res.end() }'],
    ['a switch over true', 'yes', 'switch (true) { case !req.user: res.end(); break; default: next() }'],
    ['a switch with a break', 'yes', 'switch (req.role) { case "guest": res.end(); return; case "admin": break; default: return } next()'],
    ['a variable holds the outcome', 'yes', 'const ok = req.user === "a"; if (!ok) return; next()'],
    ['a variable is written by the test', 'yes', 'let ok = false; if (req.user === "a") ok = true; if (!ok) return; next()'],
    ['a variable is written in a try', 'yes', 'let ok = false; try { check(req.token); ok = true } catch {} if (!ok) return; next()'],
    ['searches a list', 'yes', 'for (const key of keys) { if (key === req.key) return next() } res.end()'],
    ['searches a list with a labelled loop', 'yes', 'found: { for (const key of keys) { if (key === req.key) break found } return } next()'],
    ['a check after an await', 'yes', 'const account = await accounts.find(req.id); if (!account) return; next()'],
    ['waits before it passes', 'yes', 'if (!req.user) return; await audit.store(1); next()'],
    ['code after a throw is dead', 'yes', 'throw new Error("no"); next()'],
    ['code after both ways out is dead', 'yes', 'if (req.user) { return res.end() } else { throw new Error("no") } next()'],
    ['ends the process', 'yes', 'if (!req.user) process.exit(1); next()'],
    ['refuses everybody', 'yes', 'res.status(403).end()'],

    // that only look as if they did
    ['a return is missing', 'no', 'if (!req.user) res.status(401).end(); next()'],
    ['a return is missing in a block', 'no', 'if (!req.user) { res.status(401); res.json({}) } next()'],
    ['the error is handed on, and the approval too', 'no', 'if (!req.user) next(new Error("no")); next()'],
    ['warns only', 'no', 'if (!req.user) console.warn("no user"); next()'],
    ['tells a logger', 'no', 'if (!req.user) logger.warn("no user"); next()'],
    ['makes an error and drops it', 'no', 'if (!req.user) new Error("no"); next()'],
    ['rejects a promise that nobody has', 'no', 'if (!req.user) Promise.reject(new Error("no")); next()'],
    ['both ways pass', 'no', 'if (req.user) { res.locals.user = req.user; next() } else { next() }'],
    ['both arms of a ternary pass', 'no', 'return req.user ? next() : next()'],
    ['every case passes', 'no', 'switch (req.role) { case "admin": res.locals.admin = true; default: next() }'],
    ['catches and goes on', 'no', 'try { verify(req.token) } catch {} next()'],
    ['catches and passes', 'no', 'try { verify(req.token); next() } catch { next() }'],
    ['throws into its own catch', 'no', 'try { if (!req.user) throw new Error("no"); next() } catch (error) { console.error(error); next() }'],
    ['passes in finally', 'no', 'try { verify(req.token) } finally { next() }'],
    ['returns, and passes in finally', 'no', 'try { if (!req.user) return } finally { next() }'],
    ['always true', 'no', 'if (req.user || true) return next(); res.end()'],
    ['compares constants', 'no', 'if ("a" === "b") return; next()'],
    ['assigns instead of comparing', 'no', 'if (req.role = "admin") return next(); res.end()'],
    ['tests an object that is always there', 'no', 'const state = { user: req.user }; if (!state) return; next()'],
    ['asks an async function without waiting', 'no', 'const allowed = async user => user === "a"; if (!allowed(req.user)) return; next()'],
    ['keeps a promise, and tests it', 'no', 'async function allowed(user) { return user === "a" } const ok = allowed(req.user); if (!ok) return; next()'],
    ['an async check that nobody waits for', 'no', 'async function check(user) { if (!user) throw new Error("no") } check(req.user); next()'],
    ['looks, and decides nothing', 'no', 'console.log(req.user); next()'],
    ['looks at nothing', 'no', 'const start = Date.now(); next()'],
    ['refuses after it passed', 'no', 'next(); if (!req.user) throw new Error("no")'],
    ['passes in a timer', 'no', 'if (!req.user) console.warn("no"); setTimeout(() => next(), 5)'],
    ['gives the approval to a timer', 'no', 'setImmediate(next)'],
    ['passes from a constant list', 'no', 'for (const step of ["a"]) { next() }'],
    ['breaks out of a loop that checks', 'no', 'for (const key of ["a"]) { if (key !== req.key) break; } next()'],
    ['an error that the callback ignores', 'no', 'verify(req.token, key, err => { next() })'],
    ['an error that the callback only logs', 'no', 'verify(req.token, key, (err, user) => { if (err) console.warn(err); next() })'],
    ['does not wait for the callback', 'no', 'verify(req.token, key, err => { if (err) res.status(401).end() }); next()'],
    ['a rejection passes', 'no', 'return verify(req.token).then(() => next(), () => next())'],
    ['a rejection is caught and passes', 'no', 'verify(req.token).then(() => next()).catch(() => next())'],
    ['a rejection is caught first', 'no', 'return verify(req.token).catch(() => undefined).then(() => next())'],
    ['passes finally', 'no', 'verify(req.token).finally(() => next())'],

    // that cannot be told
    ['code that is not seen gets the evidence', 'unknown', 'verify(req.token); next()'],
    ['code that is not seen is waited for', 'unknown', 'await verify(req.token); next()'],
    ['a method of the evidence', 'unknown', 'await req.jwtVerify(); next()'],
    ['a function that is asked for a session, and gets nothing', 'unknown', 'await requireSession(); next()'],
    ['refuses by code that is not seen', 'unknown', 'if (!req.user) deny(res); next()'],
    ['a handler of the program that is not seen', 'unknown', 'if (!req.user) { handle() } next()'],
    ['a method that throws', 'unknown', 'if (!req.user) res.throw(401); next()'],
    ['may throw and is only warned about', 'unknown', 'if (!verify(req.token)) console.warn("no"); next()'],
    ['a setting lets everybody through', 'unknown', 'if (process.env.DEV) return next(); if (!req.user) return; next()'],
    ['a setting beside the check', 'unknown', 'if (req.user || process.env.DEV) return next(); res.end()'],
    ['a test of something else', 'unknown', 'const session = await sessions.current(); if (!session) return; next()'],
    ['every role of a list', 'unknown', 'for (const role of roles) { if (!req.roles.includes(role)) return } next()'],
    ['every role, by a callback', 'unknown', 'roles.forEach(role => { if (!req.roles.includes(role)) throw new Error(role) }); next()'],
    ['hands the approval over', 'unknown', 'passport(req, res, next)'],
    ['hands the approval over beside a test', 'unknown', 'if (!req.user) console.warn("no"); strategy.run(next)'],
    ['a callback that is called for some', 'unknown', 'whenAllowed(req.user, () => next())'],
    ['a callback of the evidence', 'unknown', 'req.login.ensure(() => next())'],
    ['a rejection nobody handles', 'unknown', 'return verify(req.token).then(() => next())'],
    ['goes on when a store is down', 'unknown', 'try { const list = await store.load(); if (!list.includes(req.user)) return } catch {} next()'],
    ['spreads what it hands on', 'unknown', 'next(...req.errors)'],
    ['a generator', 'unknown', 'export function* guard(req, res, next) { if (!req.user) return; next() }'],
    ['hands a wrapped approval over', 'unknown', 'compose([check, next])(req)'],

    // failures that are thrown or handed to a callback
    ['a verifier, and the catch refuses', 'yes', 'try { verify(req.token) } catch { return res.status(401).end() } next()'],
    ['a verifier, and the catch throws on', 'yes', 'try { await verify(req.token) } catch (cause) { throw new Error("no", { cause }) } next()'],
    ['passes inside the try, the catch refuses', 'yes', 'try { verify(req.token); next() } catch { res.status(401).end() }'],
    ['a verifier before a test', 'yes', 'const claims = await verify(req.token); if (!claims.admin) return; next()'],
    ['throws through finally', 'yes', 'try { if (!req.user) throw new Error("no") } finally { console.log("checked") } next()'],
    ['finally overrules what was passed to it', 'yes', 'try { if (req.user) return } finally { if (!req.user) return } next()'],
    ['an outer try refuses', 'yes', 'try { try { verify(req.token) } finally { console.log(1) } next() } catch { res.end() }'],
    ['an error, or the approval, in the callback', 'yes', 'verify(req.token, key, err => err ? res.end() : next())'],
    ['the callback returns on error', 'yes', 'verify(req.token, key, (err, user) => { if (err || !user) return res.end(); next() })'],
    ['the callback hands its error on', 'yes', 'verify(req.token, key, err => next(err))'],
    ['a rejection refuses', 'yes', 'verify(req.token).then(() => next()).catch(() => res.end())'],
    ['a rejection is handed on', 'yes', 'verify(req.token).then(() => next()).catch(next)'],
    ['a rejection refuses, second function', 'yes', 'return verify(req.token).then(() => next(), error => next(error))'],
    ['the answer of a promise is tested', 'yes', 'return accounts.load(req.id).then(account => { if (!account) return res.end(); next() })'],
    ['waits for all', 'yes', 'async function check(user) { if (!user) throw new Error("no") } await Promise.all([check(req.user)]); next()'],
  ]
  test.each(rows)('%s: %s', (_what, gates, code, files) => {
    expect(ask({ guard: written(code), ...files }, 'calls').gates).toBe(gates)
  })
})

describe('functions of the program', () => {
  const checks = `
    export function demand(user) { if (!user) throw new Error('no') }
    export function isUser(user) { return user === 'a' }
    export function warn(user) { if (!user) console.warn('no') }
    export function anyone(_user) { return true }
    export function careless(token) { try { verify(token) } catch { return } }
    export function deny() { throw new Error('no') }
    export function answer(res) { res.status(401).end() }
    export async function demandLater(user) { if (!user) throw new Error('no') }
    export const isLater = async user => user === 'a'
    export function twice(user) { demand(user) }
    export function run(req, next) { if (!req.user) return; next() }
    export function runAny(req, next) { if (!req.user) console.warn('no'); next() }
    export const withUser = (req, then) => { if (req.user) then() }
    export function assertUser(user): asserts user is string { if (typeof user !== 'string') throw new Error('no') }
    export function loop(user) { return loop(user) }
    export const open = false
    export function configured(user) { return open || user === 'a' }
    export const wrap = check => (req, res, next) => { if (!check(req)) return res.end(); next() }
    export class Guard { constructor(private readonly keys) {} check(req) { if (!this.keys.includes(req.key)) throw new Error('no') } note(req) { console.log(req.key) } static of() { return new Guard(['a']) } }
    export class Strict extends Guard { demand(req) { this.check(req) } }
  `
  const rows: Row[] = [
    ['throws', 'yes', 'demand(req.user); next()'],
    ['throws one call further', 'yes', 'twice(req.user); next()'],
    ['asserts a type', 'yes', 'assertUser(req.user); next()'],
    ['answers yes or no', 'yes', 'if (!isUser(req.user)) return; next()'],
    ['answers, through a variable', 'yes', 'const ok = isUser(req.user); if (!ok) return; next()'],
    ['throws on behalf of the test', 'yes', 'if (!req.user) deny(); next()'],
    ['is waited for', 'yes', 'await demandLater(req.user); next()'],
    ['is waited for in the test', 'yes', 'if (!(await isLater(req.user))) return; next()'],
    ['gets the approval', 'yes', 'run(req, next)'],
    ['gets a callback that approves', 'yes', 'withUser(req, () => next())'],
    ['made by another function', 'yes', 'import { wrap } from "./checks"; export const guard = wrap(req => req.user === "a")'],
    ['made by another function, of a check elsewhere', 'yes', 'import { wrap, isUser } from "./checks"; export const guard = wrap(req => isUser(req.user))'],
    ['a method that throws', 'yes', 'new Guard(["a"]).check(req); next()'],
    ['a method of a superclass', 'yes', 'new Strict(["a"]).demand(req); next()'],
    ['a method of an instance made elsewhere', 'yes', 'Guard.of().check(req); next()'],
    ['in a promise', 'yes', 'return demandLater(req.user).then(() => next())'],
    ['in a promise that is caught and refuses', 'yes', 'demandLater(req.user).then(() => next(), () => res.end())'],
    ['only warns', 'no', 'warn(req.user); next()'],
    ['only answers the caller', 'no', 'if (!req.user) answer(res); next()'],
    ['says yes to anyone', 'no', 'if (!anyone(req.user)) return; next()'],
    ['says yes to anyone, made by another function', 'no', 'import { wrap, anyone } from "./checks"; export const guard = wrap(req => anyone(req.user))'],
    ['swallows the failure', 'no', 'careless(req.token); next()'],
    ['is not waited for', 'no', 'demandLater(req.user); next()'],
    ['is not waited for, and said so', 'no', 'void demandLater(req.user); next()'],
    ['is not waited for in the test', 'no', 'if (!isLater(req.user)) return; next()'],
    ['gets the approval and calls it anyway', 'no', 'runAny(req, next)'],
    ['a method that only notes', 'no', 'new Guard(["a"]).note(req); next()'],
    ['a promise whose failure is dropped', 'no', 'demandLater(req.user).catch(() => {}); next()'],
    ['throws into a catch that goes on', 'no', 'try { demand(req.user) } catch {} next()'],
    ['calls itself', 'unknown', 'loop(req.user); next()'],
    ['starts now and is waited for after', 'unknown', 'const done = demandLater(req.user); next(); await done'],
    ['is not found', 'unknown', 'import { gone } from "./gone"; export function guard(req, res, next) { gone(req); next() }'],
    ['one of two', 'unknown', 'const check = Math.random() > 0.5 ? demand : warn; check(req.user); next()'],
  ]
  test.each(rows)('%s: %s', (_what, gates, code) => {
    const names = ['demand', 'isUser', 'warn', 'deny', 'answer', 'anyone', 'careless', 'demandLater', 'isLater', 'twice', 'run', 'runAny', 'withUser', 'assertUser', 'loop', 'Guard', 'Strict']
    const text = code.includes('export') ? code : `import { ${names.join(', ')} } from './checks'; ${written(code)}`
    expect(ask({ guard: text, checks }, 'calls').gates).toBe(gates)
  })
})

describe('a generator that is run to its end', () => {
  test.each<Row>([
    ['refuses by a throw', 'yes', 'export async function* guard(req, res, next) { if (!req.user) throw new Error("no"); return yield* next() }'],
    ['gives nothing to whom it refuses', 'yes', 'export async function* guard(req, res, next) { if (req.user) yield* next() }'],
    ['only warns', 'no', 'export async function* guard(req, res, next) { if (!req.user) console.warn("no"); return yield* next() }'],
    ['swallows its refusal', 'no', 'export async function* guard(req, res, next) { try { if (!req.user) throw new Error("no") } catch {} yield* next() }'],
    ['refuses while it goes on', 'no', 'export async function* guard(req, res, next) { try { yield* next() } finally { if (!req.user) throw new Error("no") } }'],
  ])('%s: %s', (_what, gates, code) => { expect(ask({ guard: code }, 'calls', { generator: true, refusesWithArgument: false }).gates).toBe(gates) })
})

test('code of a package is known by the name that it has there', () => {
  const guard = (imported: string, name: string) => `import { ${imported} } from 'somewhere'; export function guard(req, res, next) { if (!${name}(req.user)) console.warn('no'); next() }`
  expect(ask({ guard: guard('isUser', 'isUser') }, 'calls')).toEqual(ask({ guard: guard('isUser as anything', 'anything') }, 'calls'))
})

describe('assertions of Node', () => {
  test.each<Row>([
    ['assert', 'yes', 'import assert from "node:assert"; export function guard(req, res, next) { assert(req.user); next() }'],
    ['assert.ok', 'yes', 'import assert from "assert"; export function guard(req, res, next) { assert.ok(req.user, "no"); next() }'],
    ['equal', 'yes', 'import { strictEqual } from "node:assert/strict"; export function guard(req, res, next) { strictEqual(req.role, "admin"); next() }'],
    ['of something else', 'unknown', 'import assert from "node:assert"; export function guard(req, res, next) { assert(process.env.OPEN); next() }'],
    ['caught', 'no', 'import assert from "node:assert"; export function guard(req, res, next) { try { assert(req.user) } catch {} next() }'],
    ['of the console', 'no', 'export function guard(req, res, next) { console.assert(req.user); next() }'],
  ])('%s: %s', (_what, gates, code) => { expect(ask({ guard: code.replace('node:', '') }, 'calls').gates).toBe(gates) })
})

describe('approval by what is returned', () => {
  const rows: Row[] = [
    ['a comparison', 'yes', 'export const guard = req => req.user === "a"'],
    ['a value', 'yes', 'export const guard = req => req.user'],
    ['a conjunction', 'yes', 'export const guard = req => Boolean(open()) && req.user === "a"'],
    ['early returns', 'yes', 'export const guard = req => { if (!req.user) return false; return true }'],
    ['a ternary', 'yes', 'export const guard = req => req.user ? true : false'],
    ['nothing is returned', 'yes', 'export const guard = req => { req.user === "a" }'],
    ['a throw', 'yes', 'export const guard = req => { if (!req.user) throw new Error("no"); return true }'],
    ['a promise that is waited for', 'yes', 'export const guard = async req => (await load(req.id)) === "a"'],
    ['a chain of promises', 'yes', 'export const guard = req => load(req.id).then(account => account.active)'],
    ['a failure that is false', 'yes', 'export const guard = req => verify(req.token).then(() => true).catch(() => false)'],
    ['a failure that is true', 'no', 'export const guard = req => verify(req.token).then(() => true, () => true)'],
    ['true', 'no', 'export const guard = () => true'],
    ['true after a look', 'no', 'export const guard = req => { if (!req.user) console.warn("no"); return true }'],
    ['true both ways', 'no', 'export const guard = req => req.user ? true : 1'],
    ['an object', 'no', 'export const guard = req => ({ user: req.user })'],
    ['a promise inside a promise that is not waited for', 'no', 'const ok = async user => user === "a"; export const guard = req => { const answer = ok(req.user); return answer ? true : false }'],
    ['true in finally', 'no', 'export const guard = req => { try { return req.user === "a" } finally { return true } }'],
    ['a promise made by hand', 'unknown', 'export const guard = req => new Promise(done => verify(req.token, err => done(!err)))'],
    ['a setting', 'unknown', 'export const guard = req => process.env.OPEN === "1" || req.user === "a"'],
    ['code that is not seen', 'unknown', 'export const guard = () => allowed()'],
  ]
  test.each(rows)('truthy, %s: %s', (_what, gates, code) => { expect(ask({ guard: code }, 'truthy').gates).toBe(gates) })

  test.each<Row>([
    ['an error or nothing', 'yes', 'export const guard = req => { if (!req.user) return new Error("no") }'],
    ['an error or undefined', 'yes', 'export const guard = req => req.user ? undefined : new Error("no")'],
    ['nothing', 'no', 'export const guard = () => undefined'],
    ['nothing, after a look', 'no', 'export const guard = req => { if (!req.user) console.warn("no") }'],
  ])('falsy, %s: %s', (_what, gates, code) => { expect(ask({ guard: code }, 'falsy').gates).toBe(gates) })

  test.each<Row>([
    ['a throw', 'yes', 'export function guard(req) { if (!req.user) throw new Error("no") }'],
    ['a rejection', 'yes', 'export function guard(req) { if (!req.user) return Promise.reject(new Error("no")) }'],
    ['a return', 'no', 'export function guard(req) { if (!req.user) return }'],
    ['a rejection that nobody gets', 'no', 'export function guard(req) { if (!req.user) { Promise.reject(new Error("no")) } }'],
    ['a throw in a timer', 'no', 'export function guard(req) { setTimeout(() => { if (!req.user) throw new Error("no") }) }'],
    ['code that is not seen', 'unknown', 'export function guard(req) { return verify(req.token) }'],
  ])('no throw, %s: %s', (_what, gates, code) => { expect(ask({ guard: code }, 'completes').gates).toBe(gates) })

  test('an async guard where nobody waits approves everybody', () => {
    const guard = 'export const guard = async req => req.user === "a"'
    expect(ask({ guard }, 'truthy', { sync: true }).gates).toBe('no')
    expect(ask({ guard }, 'truthy').gates).toBe('yes')
  })
})

describe('an approval that may be given something', () => {
  test.each<Row>([
    ['passes on', 'no', 'next({ user: req.user })'],
    ['after a test', 'yes', 'if (!req.user) return; next({ user: req.user })'],
    ['as a callback', 'no', 'load().then(next)'],
  ])('%s: %s', (_what, gates, code) => { expect(ask({ guard: written(code) }, 'calls', { refusesWithArgument: false }).gates).toBe(gates) })
})

describe('whether it reacts to what is missing', () => {
  test.each<[string, boolean, string]>([
    ['warns', true, 'if (!req.user) console.warn("no"); next()'],
    ['answers', true, 'if (req.user === undefined) res.status(401).end(); next()'],
    ['makes an error', true, 'if (!req.user) new ForbiddenError(); next()'],
    ['warns in else', true, 'if (req.user) { res.locals.user = req.user } else { console.warn("no") } next()'],
    ['verifies and swallows', true, 'try { const user = verify(req.token); res.locals.user = user } catch {} next()'],
    ['verifies and logs the rejection', true, 'verify(req.token).catch(error => { console.error(error) }); next()'],
    ['puts a default in its place', false, 'let locale = req.locale; if (!locale) locale = fallback(); next()'],
    ['gives a request a name', false, 'if (!req.id) req.id = crypto.randomUUID(); next()'],
    ['a helper with a default', false, 'const pick = text => { if (!text) return "en"; return text.slice(0, 2) }; res.locals.language = pick(req.language); next()'],
    ['times', false, 'const start = Date.now(); next(); console.log(req.path, Date.now() - start)'],
    ['logs whom it sees', false, 'if (req.user) console.log(req.user); next()'],
  ])('%s: %s', (_what, reacts, code) => { expect(ask({ guard: written(code) }, 'calls').reacts).toBe(reacts) })
})

describe('how much is looked at', () => {
  test('many tests in a row take no longer than they are', () => {
    const tests = Array.from({ length: 40 }, (_, i) => `if (!req.a${i}) console.warn(${i});`).join(' ')
    expect(ask({ guard: written(`${tests} next()`) }, 'calls').gates).toBe('no')
    expect(ask({ guard: written(`${tests} if (!req.user) return; next()`) }, 'calls').gates).toBe('yes')
  })

  test('a function without end is unknown', () => {
    const tests = Array.from({ length: 3000 }, (_, i) => `if (!req.a${i}) console.warn(${i});`).join('\n')
    expect(ask({ guard: written(`${tests} next()`) }, 'calls').gates).toBe('unknown')
  })

  test('whether somebody can be refused', () => {
    expect(ask({ guard: written('if (!req.user) return; next()') }, 'calls').refuses).toBe(true)
    expect(ask({ guard: written('if (!req.user) console.warn(1); next()') }, 'calls').refuses).toBe(false)
  })
})
