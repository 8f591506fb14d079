/** One call that tells of several things, and options that a function makes. */
import { describe, expect, test } from 'vitest'
import { arg, framework, receiver, value } from '../../src/frameworks/describe.js'
import type { Channel } from '../../src/model/program.js'
import { read } from './program.js'

const level = value.option('kind').scale({ open: 'none', sealed: 'privacy' })
/** A library whose clients are listed, made by a factory, or given one by one; one name of it comes from a package beside it. */
const kit = framework({
  module: 'kit', family: ['kit-core'], tested: '1', docs: 'https://example.com',
  things: { App: { is: ['create()'], type: ['App'] } },
  channels: {
    'register()': [{ each: arg(0).each(), address: value.option('to').otherwise('localhost'), level }, { each: arg(0).option('clients').each(), address: value.option('to').otherwise('localhost'), level }],
    'make()': { each: arg(0).option('factory').returned(), address: value.option('to'), level },
  },
  listeners: { 'App.listen()': { each: arg(0), address: value.option('to'), level, serves: receiver } },
})

type Level = 'open' | 'sealed' | 'either' | 'unknown'
/** Address and level of every end, and where that is shown. */
const ends = (files: string | Record<string, string>) => {
  const { channels, listeners } = read(files, kit)
  return [...channels, ...listeners].map(({ address, credentials }): [to: string, Level, line: number] => {
    const { value: one, values } = credentials.level
    return [address.values[0]?.text ?? '', one === 'none' ? 'open' : one ? 'sealed' : values.length > 1 ? 'either' : 'unknown', lineOf(credentials.level.at.node)]
  })
}
const lineOf = (node: object): number => (node as { loc: { start: { line: number } } }).loc.start.line

describe('what a call tells of', () => {
  test.each<[what: string, expected: [string, Level, number][], code: string]>([
    ['a list', [['a', 'open', 1], ['b', 'sealed', 2]], 'import { register } from "kit"; register([{ to: "a", kind: "open" },\n { to: "b", kind: "sealed" }])'],
    ['a list under a name', [['a', 'open', 1]], 'import { register } from "kit"; register({ clients: [{ to: "a", kind: "open" }] })'],
    ['a list that is named', [['a', 'open', 1]], 'import { register } from "kit"; const all = [{ to: "a", kind: "open" }]\n register(all)'],
    ['what it leaves to the library', [['localhost', 'open', 1]], 'import { register } from "kit"; register([{ kind: "open" }])'],
    ['one of two', [['a', 'either', 1]], 'import { register } from "kit"; register([flag ? { to: "a", kind: "open" } : { to: "b", kind: "sealed" }])'],
    ['a list that is not seen', [], 'import { register } from "kit"; import { all } from "elsewhere"; register(all)'],
    ['a member that is not seen', [['a', 'open', 1]], 'import { register } from "kit"; import { other } from "elsewhere"; register([...other, { to: "a", kind: "open" }])'],
    ['nothing', [], 'import { register } from "kit"; register(); register([])'],
    ['what a function returns', [['a', 'open', 1]], 'import { make } from "kit"; make({ factory: () => ({ to: "a", kind: "open" }) })'],
    ['what a function returns for what it is given', [['config.to', 'unknown', 1]], 'import { make } from "kit"; make({ factory: config => ({ to: config.to, kind: config.kind }) })'],
    ['what a function makes of a default', [['config.to', 'either', 1]], 'import { make } from "kit"; make({ factory: config => ({ to: config.to, kind: config.safe ? "sealed" : "open" }) })'],
    ['what a function makes of an object of the program', [['a', 'open', 1]], 'import { make } from "kit"; class Config { client() { return { to: "a", kind: "open" } } } make({ factory: (config: Config) => config.client() })'],
    ['what a function waits for', [['a', 'sealed', 1]], 'import { make } from "kit"; make({ factory: async () => { await ready(); return { to: "a", kind: "sealed" } } })'],
    ['what is given as it is', [['a', 'open', 2]], 'import { create } from "kit"; const app = create();\n app.listen({ to: "a", kind: "open" })'],
    ['what a thing of the family is given', [['a', 'open', 2]], 'import type { App } from "kit-core"; const run = (app: App) =>\n app.listen({ to: "a", kind: "open" })'],
    ['what a stranger is given', [], 'import type { App } from "other"; const run = (app: App) => app.listen({ to: "a", kind: "open" })'],
  ])('%s', (_what, expected, code) => { expect(ends(code)).toEqual(expected) })

  test('is shown where it is given, if another file wrote it', () => {
    expect(ends({ main: 'import { register } from "kit"; import { all, one } from "./all";\n register(all);\n register([one])', all: 'export const one = { to: "b", kind: "open" }; export const all = [{ to: "a", kind: "open" }]' })).toEqual([['a', 'open', 2], ['b', 'open', 3]])
  })

  test('is shown as what is known of it, where nothing is written', () => {
    const [{ address }] = read('import { register } from "kit"; register([\n{ kind: "open" }])', kit).channels as [Channel]
    expect(lineOf(address.at.node)).toBe(2)
  })

  test('is on the object that the call is made on', () => {
    const [one, other] = read('import { create } from "kit"; const app = create(); app.listen({ to: "a", kind: "open" }); app.listen({ to: "b", kind: "sealed" })', kit).listeners
    expect(one!.on).toBe(other!.on)
    expect(one!.outdoneBy).toBe('b')
  })
})
