import { describe, expect, test } from 'vitest'
import { always, arg, framework, giver, of, param } from '../../src/frameworks/describe.js'
import { read } from './program.js'

/** A library whose channels say how they are protected. */
const wire = framework({
  module: 'wire', tested: '1', docs: 'https://example.com',
  channels: { 'connect()': { address: arg(0), level: arg(1).scale({ plain: 'none', tls: 'privacy' }) }, 'new Link()': { address: arg(0), level: arg(1).scale({ plain: 'none', tls: 'privacy' }) } },
})

/** Each channel that the main file shows, with what protects it and the code it is shown at. */
function channels(files: Record<string, string>): string[] {
  return read(files, wire).channels.filter(({ at }) => at.linted).map(({ address, credentials: { level }, at, when }) =>
    `${address.values.map(({ text }) => text).join('|')} ${level.arms.map(arm => arm.value ?? arm.state).join('|')} ${when.map(({ kind }) => kind).join()}@ ${files.main!.slice(...at.range).split('\n')[0]!.trim()}`)
}

const library = "import { connect, Link } from 'wire'\n"

describe('helpers of other files', () => {
  const open = `${library}export function open(address, how) { return connect(address, how) }
export const choose = (address, secure) => secure ? connect(address, 'tls') : connect(address, 'plain')
export function openAll(links) { for (const { address, how } of links) connect(address, how) }
export function branch(address, secure) { if (secure) { connect(address, 'tls') } else { connect(address, 'plain') } }
export function early(address, secure) { if (secure) return connect(address, 'tls'); return connect(address, 'plain') }
export function defaults(address, { how = 'plain' } = {}) { return connect(address, how) }
export function later(address, how) { return () => connect(address, how) }
export const alone = () => connect('own', 'plain')
export const made = connect
export function twice(a, b) { open(a, 'tls'); open(b, 'plain') }
`
  test.each<[what: string, code: string, ...found: string[]]>([
    ['are what their arguments make of them', "open('a', 'plain')", "a none @ open('a', 'plain')"],
    ['are one channel for each call', "open('a', 'plain'); open('b', 'tls')", "a none @ open('a', 'plain')", "b privacy @ open('b', 'tls')"],
    ['take variables', "const how = 'plain'; open('a', how)", "a none @ open('a', how)"],
    ['take what is not known', 'open(x, y)', 'x unknown @ open(x, y)'],
    ['do only what is reached', "branch('a', true); branch('b', false)", "a privacy @ branch('a', true)", "b none @ branch('b', false)"],
    ['do only what is reached before they return', "early('a', true); early('b', false)", "a privacy @ early('a', true)", "b none @ early('b', false)"],
    ['do only what is chosen', "choose('a', true); choose('b', false)", "a privacy @ choose('a', true)", "b none @ choose('b', false)"],
    ['go through lists', "openAll([{ address: 'a', how: 'plain' }])", "a none @ openAll([{ address: 'a', how: 'plain' }])"],
    ['are not judged by what they decide themselves', "defaults('a')", "a unknown|none @ defaults('a')"],
    ['are not judged by what is left open', "defaults('a', {})", "a unknown|none @ defaults('a', {})"],
    ['are judged by what they are told', "defaults('a', { how: 'tls' })", "a privacy @ defaults('a', { how: 'tls' })"],
    ['may do it later', "later('a', 'plain')", "a none @ later('a', 'plain')"],
    ['that are told nothing say so themselves', 'alone()'],
    ['that are the library itself are calls of it', "made('a', 'plain')", "a none @ made('a', 'plain')"],
    ['call each other', "twice('a', 'b')", "a privacy @ twice('a', 'b')", "b none @ twice('a', 'b')"],
    ['are called by helpers of this file', "function mine(how) { open('a', how) } mine('plain')", "a none @ open('a', how)"],
    ['are called under conditions', "if (process.env.NODE_ENV !== 'production') open('a', 'plain')", "a none development@ open('a', 'plain')"],
    ['are called with spread lists', "open(...['a', 'plain'])", "a none @ open(...['a', 'plain'])"],
    ['are called with lists that are not seen', 'open(...list)'],
    ['are called as members', "import * as all from './open'; all.open('a', 'plain')", "a none @ all.open('a', 'plain')"],
  ])('%s', (_what, code, ...found) => {
    const main = code.startsWith('import') ? code : `import { alone, branch, choose, defaults, early, later, made, open, openAll, twice } from './open'\n${code}`
    expect(channels({ main, open })).toEqual(found)
  })

  test('may stand behind others', () => {
    const files = (main: string) => ({ main, inner: open, middle: "import { open } from './inner'\nexport const region = (name, how) => open(`${name}.example`, how)", outer: "export { region as site } from './middle'" })
    expect(channels(files("import { site } from './outer'\nsite('a', 'plain')"))).toEqual(["a.example none @ site('a', 'plain')"])
  })

  test('tell the way', () => {
    const { channels: [channel] } = read({ main: "import { twice } from './open'\ntwice('a', unknown)", open }, wire)
    expect(channel!.trail.map(({ file, linted }) => `${file} ${linted}`)).toEqual(['/p/open.ts false', '/p/open.ts false', '/p/main.ts true'])
  })

  test('end', () => {
    const loop = `${library}export function loop(a, how) { connect(a, how); loop(a, how); other(a, how) }\nexport function other(a, how) { loop(a, how) }`
    expect(channels({ main: "import { loop } from './loop'\nloop('a', 'plain')", loop })).toEqual(["a none @ loop('a', 'plain')"])
  })
})

describe('classes of other files', () => {
  const links = `${library}export class Eager {
  constructor(options) { this.link = new Link(options.address, options.how) }
  static create(options) { return new Eager(options) }
  static standard() { return new Eager({ address: 'own', how: 'plain' }) }
}
export class Lazy {
  #options
  constructor(options) { this.#options = options }
  connect() { return this.#open(this.#options.how) }
  to(address) { return connect(address, this.#options.how) }
  #open(how) { return connect(this.#options.address, how) }
  idle() {}
}
export class Field { link = connect(this.address, this.how); constructor(address, how) { this.address = address; this.how = how } }
export class Base {
  how = 'tls'
  constructor(address) { this.address = address }
  connect() { return connect(this.address, this.how) }
}
export class Template { connect() { const { address, how } = this.options(); return connect(address, how) } }
`
  test.each<[what: string, code: string, ...found: string[]]>([
    ['open in their constructor', "new Eager({ address: 'a', how: 'plain' })", "a none @ new Eager({ address: 'a', how: 'plain' })"],
    ['are made by a method of their own', "Eager.create({ address: 'a', how: 'plain' })", "a none @ Eager.create({ address: 'a', how: 'plain' })"],
    ['that are told nothing say so themselves', 'Eager.standard()'],
    ['open when they are told to', "const lazy = new Lazy({ address: 'a', how: 'plain' })\nlazy.connect()", 'a none @ lazy.connect()'],
    ['do not open before', "const lazy = new Lazy({ address: 'a', how: 'plain' })\nlazy.idle()"],
    ['open with what they know and are told', "const lazy = new Lazy({ how: 'plain' })\nlazy.to('a')", "a none @ lazy.to('a')"],
    ['open at once where they are made', "new Lazy({ address: 'a', how: 'tls' }).connect()", "a privacy @ new Lazy({ address: 'a', how: 'tls' }).connect()"],
    ['open as fields of others', "class Holder { lazy = new Lazy({ address: 'a', how: 'plain' }); start() { this.lazy.connect() } }", 'a none @ this.lazy.connect()'],
    ['are extended by what calls them', "class Mine extends Base { constructor() { super('a') } how = 'plain' }", "a none @ class Mine extends Base { constructor() { super('a') } how = 'plain' }"],
    ['are extended by what they ask', "class Mine extends Template { options() { return { address: 'a', how: 'plain' } } }", "a none @ class Mine extends Template { options() { return { address: 'a', how: 'plain' } } }"],
    ['are extended by what opens otherwise', "class Mine extends Base { connect() { return undefined } }"],
    ['are extended without a word', 'class Mine extends Base {}'],
  ])('%s', (_what, code, ...found) => {
    expect(channels({ main: `import { Base, Eager, Field, Lazy, Template } from './links'\n${code}`, links })).toEqual(found)
  })
})

describe('classes of this file', () => {
  test('are seen with what they are made with', () => {
    const main = `${library}class Mine { constructor(how) { this.link = connect('a', how) } }\nnew Mine('plain')`
    expect(channels({ main })).toEqual(["a none @ connect('a', how)"])
  })

  test('are seen as they are when nobody is seen to make them', () => {
    expect(channels({ main: `${library}export class Mine { constructor(how) { this.link = connect('a', how) } }` })).toEqual(["a unknown @ connect('a', how)"])
  })
})

describe('what a channel says of itself', () => {
  const ends = framework({
    module: 'wire', tested: '1', docs: 'https://example.com', credentials: { 'keys()': { level: always('privacy') } },
    channels: { 'open()': { address: arg(0), level: always('none'), credentials: arg(1) } },
  })
  const others = framework({ module: 'keys', tested: '1', docs: 'https://example.com', credentials: { 'sealed()': { level: always('integrity') } } })
  test.each<[what: string, credentials: string, ...arms: string[]]>([
    ['is so where it is given no credentials', '', 'none'],
    ['is not so where it is given some', ', keys()', 'privacy'],
    ['is not so where it is given those of another library', ', sealed()', 'integrity'],
    ['is not so where it is given what cannot be told', ', process.argv[2]', 'unknown'],
    ['is so where it may be given none', ', process.env.KEYS ? keys() : undefined', 'privacy', 'none when otherwise|missing'],
  ])('%s', (_what, credentials, ...arms) => {
    const { channels: [channel] } = read(`import { keys, open } from 'wire'\nimport { sealed } from 'keys'\nopen('a'${credentials})`, ends, others)
    expect(channel!.credentials.level.arms.map(({ value, state, when }) => `${value ?? state}${when.length > 0 && value === 'none' ? ' when otherwise|missing' : ''}`)).toEqual(arms)
  })
})

describe('a call', () => {
  const clients = framework({
    module: 'wire', tested: '1', docs: 'https://example.com', things: { Client: 'client()' },
    channels: { 'open()': { address: arg(0), level: always('none') } }, calls: { 'Client.*()': { through: of('client', 1), deadline: arg(1), unit: 'span' } },
  })
  const called = (code: string) => read(`import { client, open } from 'wire'\n${code}`, clients).calls[0]!

  test('goes over the channel that its client was given', () => {
    expect(called("client('service', open('far')).ask(1)").address.value?.text).toBe('far')
    expect(called("const channel = open('far'), made = client('service', channel)\nmade.ask(1)").level.value).toBe('none')
    expect(called("client('service', unknown).ask(1)").level.value).toBeUndefined()
  })

  test('may be given a point in time where a span is meant', () => {
    expect(called("client('service', open('far')).ask(1, Date.now() + 5000)").wrongUnit.value).toBe('until')
    expect(called("client('service', open('far')).ask(1, 5000)").wrongUnit.value).toBeUndefined()
    expect(called("client('service', open('far')).ask(1, 5000 + patience)").wrongUnit.value).toBeUndefined()
  })
})

describe('methods of a class or an object', () => {
  const services = framework({
    module: 'wire', tested: '1', docs: 'https://example.com',
    procedures: { 'serve()': { handler: arg(0).each(), peer: [param(0)], types: { service: ['Service'], context: { names: ['Context'], at: 1 } } } },
  })
  const generated = "import type { Context } from 'wire'\nexport interface Greeter<More = {}> { greet(request: string, context: Context & More): void }\nexport type Other = { greet: (request: string, context: Context) => void }"
  test.each<[what: string, code: string, ...names: string[]]>([
    ['are known by what the class implements', "import { Service } from 'wire'\nclass A implements Service { greet(request) {} static make() {} }", 'greet'],
    ['are known by what the library is given in it', "import type { Greeter } from './gen'\nclass A implements Greeter { greet(request) {} helper(text) {} }", 'greet'],
    ['are known by a type that is no interface', "import type { Other } from './gen'\nclass A implements Other { greet = (request) => {} }", 'greet'],
    ['are known by the type of the object', "import type { Greeter } from './gen'\nexport const a: Partial<Greeter> = { greet(request) {}, helper(text) {} }", 'greet'],
    ['are known by their own types', "import type { Context } from 'wire'\nclass A implements Unknown { greet(request, context: Context) {} helper(text) {} }", 'greet'],
    ['are not known where the class is nothing', "import type { Context } from 'wire'\nclass A { greet(request, context: Context) {} }"],
    ['are not known by another place', "import type { Context } from 'wire'\nclass A implements Unknown { greet(context: Context) {} }"],
  ])('%s', (_what, main, ...names) => {
    expect(read({ main: main.includes("'wire'") ? main : `import 'wire'\n${main}`, gen: generated }, services).procedures.map(({ name }) => name)).toEqual(names)
  })
})

describe('a thing that a function is given', () => {
  const router = framework({
    module: 'wire', tested: '1', docs: 'https://example.com', things: { Router: { is: [{ given: 'adapt()', arg: 0, param: 0, option: 'routes' }] } },
    channels: { 'Router.open()': { address: giver(0).option('name') } },
  })
  test.each<[what: string, code: string, ...found: string[]]>([
    ['stands for what the call was given beside it', "adapt({ routes: router => { router.open() }, name: 'a' })", 'a'],
    ['may be given to a method', "adapt({ name: 'a', routes(router) { router.open() } })", 'a'],
    ['is no other option', "adapt({ other: router => { router.open() }, name: 'a' })"],
    ['is no other parameter', "adapt({ routes: (first, router) => { router.open() }, name: 'a' })"],
    ['is given by no other call', "other({ routes: router => { router.open() }, name: 'a' })"],
  ])('%s', (_what, code, ...found) => {
    expect(read(`import { adapt } from 'wire'\n${code}`, router).channels.map(({ address }) => address.value?.text)).toEqual(found)
  })
})

test('things of two libraries that share a module are told apart', () => {
  const plain = framework({ module: ['wire'], tested: '1', docs: 'https://example.com', things: { Link: 'plain()' }, calls: { 'Link.send()': {} } })
  const other = framework({ module: ['wire', 'more'], tested: '1', docs: 'https://example.com', things: { Link: 'other()' }, calls: { 'Link.read()': {} } })
  expect(read("import { plain, other } from 'wire'\nplain().send(); other().read(); plain().read(); other().send()", plain, other).calls.map(({ what }) => what)).toEqual(['plain().send()', 'other().read()'])
})
