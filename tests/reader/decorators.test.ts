/** Procedures and guards that decorators tell of, and classes that gather them. */
import { describe, expect, test } from 'vitest'
import { arg, args, beside, decorated, framework, of, param, receiver } from '../../src/frameworks/describe.js'
import { read } from './program.js'

const allows = args(0).method('allows')
const deciding = { pass: { returns: 'truthy' as const }, evidence: [param(0)] }
/** A library of handlers and guards that stand on methods and classes. */
const kit = framework({
  module: 'kit', tested: '1', docs: 'https://example.com',
  things: { App: { is: ['create()', 'serve()', 'App.connect()'] } },
  procedures: { 'On()': { handler: decorated, name: arg(0), peer: [param(0)], evidence: [param(1)], marks: ['Data()'], guards: beside('Guarded()', allows, 'together()'), guard: deciding, checks: beside('Checked()', args(0)) } },
  guards: { 'Guarded()': { guard: allows, ...deciding, meant: true }, 'App.guard()': { guard: allows, ...deciding, meant: true } },
  gathers: { 'Unit()': [arg(0).option('units').each(), arg(0).option('handlers').each()], 'later()': arg(0).returned() },
  refusers: { 'Unit()': arg(0).option('given').each().option('as').scale({ GUARD: true, '*': false }) },
  listeners: {
    'serve()': { serves: arg(0), given: { guards: 'App.guard()', checks: 'App.check()' }, address: arg(1), level: arg(2).scale({ tls: 'privacy' }), asks: arg(3).otherwise(false), requires: arg(3).otherwise(false) },
    'App.connect()': { serves: of('create'), given: { guards: 'App.guard()', checks: 'App.check()', shared: arg(1).option('share') }, address: receiver },
  },
  sinks: { 'run()': { data: arg(0), kind: 'command' } },
})
const prelude = 'import { On, Guarded, Checked, Unit, Data, create, serve, later, together, run, GUARD } from "kit";\n'
const program = (code: string) => read(prelude + code, kit)

describe('what stands before a method', () => {
  type Guarded = 'guarded' | 'open' | 'unknown'
  const strict = 'class Strict { allows(call) { if (!call.user) throw new Error("no"); return true } }\n', lax = 'class Lax { allows() { return true } }\n'
  test.each<[what: string, expected: Guarded, code: string]>([
    ['nothing', 'open', 'class A { @On("x") x(data) {} }'],
    ['a guard on it', 'guarded', 'class A { @Guarded(Strict) @On("x") x(data) {} }'],
    ['a guard on the class', 'guarded', '@Guarded(Strict) class A { @On("x") x(data) {} }'],
    ['a guard on another method', 'open', 'class A { @On("x") x(data) {} @Guarded(Strict) y() {} }'],
    ['a guard that was made', 'guarded', 'class A { @Guarded(new Strict()) @On("x") x(data) {} }'],
    ['a guard that refuses nobody', 'open', 'class A { @Guarded(Lax) @On("x") x(data) {} }'],
    ['a guard among others', 'guarded', 'class A { @Guarded(Lax, Strict) @On("x") x(data) {} }'],
    ['a guard that is not seen', 'unknown', 'import { Other } from "other"; class A { @Guarded(Other) @On("x") x(data) {} }'],
    ['a guard that is made there', 'unknown', 'import { guard } from "other"; class A { @Guarded(guard("jwt")) @On("x") x(data) {} }'],
    ['a decorator of several', 'guarded', 'const Members = () => together(Guarded(Strict)); class A { @Members() @On("x") x(data) {} }'],
    ['a decorator of the program that guards', 'guarded', 'const Members = () => Guarded(Strict); class A { @Members() @On("x") x(data) {} }'],
    ['a decorator of another library', 'unknown', 'import { Api } from "api"; class A { @Api() @On("x") x(data) {} }'],
    ['a decorator of the library', 'open', 'class A { @Checked(1) @On("x") x(data) {} }'],
  ])('%s', (_what, expected, code) => {
    const [{ guards }] = program(strict + lax + code).procedures as [ReturnType<typeof program>['procedures'][number]]
    expect(guards.surely(list => list.length > 0) ? 'guarded' : guards.surely(list => list.length === 0) ? 'open' : 'unknown').toBe(expected)
  })

  test.each<[what: string, reached: boolean, code: string]>([
    ['its first parameter', true, 'class A { @On("x") x(data) { run(data) } }'],
    ['one that is marked so', true, 'class A { @On("x") x(@Data() data) { run(data.name) } }'],
    ['one that is marked otherwise', false, 'import { User } from "other"; class A { @On("x") x(@User() user) { run(user.name) } }'],
    ['one of a class whose members are checked', false, 'import { IsUUID } from "other"; class Dto { @IsUUID() id: string } class A { @On("x") x(data: Dto) { run(data.id) } }'],
    ['one of a class that extends such a one', false, 'import { IsUUID } from "other"; class Dto { @IsUUID() id: string } class Named extends Dto { name: string } class A { @On("x") x(data: Named) { run(data.name) } }'],
    ['one of a class that is made of another', false, 'import { IsUUID, PartOf } from "other"; class Dto { @IsUUID() id: string } class Part extends PartOf(Dto) {} class A { @On("x") x(data: Part) { run(data.id) } }'],
    ['one of a class that checks nothing', true, 'class Dto { id: string } class A { @On("x") x(data: Dto) { run(data.id) } }'],
  ])('is the peer’s: %s', (_what, reached, code) => { expect(program(code).procedures.flatMap(({ sinks }) => sinks).length > 0).toBe(reached) })
})

describe('what is served by classes', () => {
  const open = 'class Open { @On("x") x(data) {} }\n', strict = 'class Strict { allows(call) { if (!call.user) throw new Error("no"); return true } }\n'
  test.each<[what: string, everybody: boolean, code: string]>([
    ['a class of open handlers', true, '@Unit({ handlers: [Open] }) class Main {} serve(Main, "far", "tls")'],
    ['one in another', true, '@Unit({ handlers: [Open] }) class Inner {} @Unit({ units: [Inner] }) class Main {} serve(Main, "far", "tls")'],
    ['one that is named later', true, '@Unit({ handlers: [Open] }) class Inner {} @Unit({ units: [later(() => Inner)] }) class Main {} serve(Main, "far", "tls")'],
    ['one that has nothing to serve', false, 'class Plain { x() {} } @Unit({ handlers: [Plain] }) class Main {} serve(Main, "far", "tls")'],
    ['one whose handlers are guarded', false, '@Guarded(Strict) class Shut { @On("y") y(data) {} } @Unit({ handlers: [Shut] }) class Main {} serve(Main, "far", "tls")'],
    ['one of which a part is not seen', false, 'import { Other } from "other"; @Unit({ units: [Other], handlers: [Open] }) class Main {} serve(Main, "far", "tls")'],
    ['one with a guard for all', false, '@Unit({ handlers: [Open], given: [{ as: GUARD, use: Strict }] }) class Main {} serve(Main, "far", "tls")'],
    ['one that is given something else', true, '@Unit({ handlers: [Open], given: [Strict, { as: "name", use: Strict }] }) class Main {} serve(Main, "far", "tls")'],
    ['one that is given a guard after', false, '@Unit({ handlers: [Open] }) class Main {} const app = serve(Main, "far", "tls"); app.guard(new Strict())'],
    ['one that is given away', false, 'import { setUp } from "other"; @Unit({ handlers: [Open] }) class Main {} const app = serve(Main, "far", "tls"); setUp(app)'],
    ['one for this machine', false, '@Unit({ handlers: [Open] }) class Main {} serve(Main, "localhost", "tls")'],
    ['one in clear, which is another mistake', false, '@Unit({ handlers: [Open] }) class Main {} serve(Main, "far", "no")'],
  ])('%s', (_what, everybody, code) => { expect(program(open + strict + code).listeners.map(({ servesAnybody }) => servesAnybody)).toEqual([everybody]) })

  test.each<[what: string, past: 'guards' | 'checks' | undefined, code: string]>([
    ['guards of the application', 'guards', 'const app = create(); app.guard(new Strict()); app.connect({})'],
    ['guards that come later', 'guards', 'const app = create(); app.connect({}); app.guard(new Strict())'],
    ['checks of the application', 'checks', 'class Dto { @IsUUID() id: string } class A { @On("x") x(data: Dto) {} } @Unit({ handlers: [A] }) class Main {} const app = create(Main); app.check({}); app.connect({})'],
    ['checks that have nothing to go by', undefined, 'class Dto { id: string } class A { @On("x") x(data: Dto) {} } @Unit({ handlers: [A] }) class Main {} const app = create(Main); app.check({}); app.connect({})'],
    ['checks where nothing is served', undefined, 'class Dto { @IsUUID() id: string } class A { x(data: Dto) {} } @Unit({ handlers: [A] }) class Main {} const app = create(Main); app.check({}); app.connect({})'],
    ['checks of what is not seen', undefined, 'const app = create(); app.check({}); app.connect({})'],
    ['checks that its handlers have, too', undefined, 'class Dto { @IsUUID() id: string } class A { @Checked(1) @On("x") x(data: Dto) {} } @Unit({ handlers: [A] }) class Main {} const app = create(Main); app.check({}); app.connect({})'],
    ['both, which is one mistake', 'guards', 'const app = create(); app.check({}); app.guard(new Strict()); app.connect({})'],
    ['what it shares', undefined, 'const app = create(); app.guard(new Strict()); app.connect({}, { share: true })'],
    ['what it does not share', 'guards', 'const app = create(); app.guard(new Strict()); app.connect({}, { share: false })'],
    ['what it may share', undefined, 'import { options } from "other"; const app = create(); app.guard(new Strict()); app.connect({}, options)'],
    ['a guard of the module', 'guards', '@Unit({ given: [{ as: GUARD, use: Strict }] }) class Main {} const app = create(Main); app.connect({})'],
    ['guards of another application', undefined, 'const other = create(1); other.guard(new Strict()); const app = create(2); app.connect({})'],
    ['guards of its own', undefined, 'const app = create(); app.guard(new Strict()); const part = app.connect({}); part.guard(new Strict())'],
    ['guards on its handlers', undefined, '@Guarded(Strict) class Shut { @On("y") y(data) {} } @Unit({ handlers: [Shut] }) class Main {} const app = create(Main); app.guard(new Strict()); app.connect({})'],
    ['none at all', undefined, 'const app = create(); app.connect({})'],
  ])('is called past %s', (_what, past, code) => { expect(Object.keys(program(strict + code).listeners[0]!.past)).toEqual(past ? [past] : []) })
})
