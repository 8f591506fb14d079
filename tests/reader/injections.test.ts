/** What is handed in under a name, and the channel that is registered under it. */
import { expect, test } from 'vitest'
import { arg, framework, receiver, unlimited, value } from '../../src/frameworks/describe.js'
import { read } from './program.js'

/** A library whose clients are listed by name, and handed in by it. */
const kit = framework({
  module: 'kit', tested: '1', docs: 'https://example.com',
  things: { Client: { is: ['new Client()'], type: ['Client'] } },
  channels: { 'register()': [{ each: arg(0).each(), if: { ref: value.option('make'), present: false }, address: value.option('to'), timed: value.option('patience') }, { each: arg(0).each().option('make').returned(), address: value.option('to'), timed: value.option('patience') }], 'Own()': { each: arg(0), address: value.option('to') } },
  calls: { 'Client.ask()': { through: receiver, governed: true, deadline: arg(1).option('deadline').otherwise(unlimited) } },
  injected: { by: 'Given()', name: arg(0), as: value.option('name') },
})
const prelude = 'import { Client, Given, Own, register } from "kit";\n'
const asks = 'async ask() { await this.client.ask("x") } }'

test.each<[what: string, to: string, endless: boolean, main: string, around?: string]>([
  ['a member', 'a', true, `register([{ name: "A", to: "a" }]); class One { @Given("A") client: Client; ${asks}`],
  ['a parameter', 'a', true, `register([{ name: "A", to: "a" }]); class One { constructor(@Given("A") private readonly client: Client) {} ${asks}`],
  ['a name that is a constant', 'a', true, `const A = "A"; register([{ name: A, to: "a" }]); class One { @Given(A) client: Client; ${asks}`],
  ['what is registered in a file beside', 'b', true, `class One { @Given("B") client: Client; ${asks}`, 'register([{ name: "A", to: "a" }, { name: "B", to: "b" }])'],
  ['what has a deadline there', 'a', false, `class One { @Given("A") client: Client; ${asks}`, 'register([{ name: "A", to: "a", patience: 9 }])'],
  ['what a function makes', 'a', true, `class One { @Given("A") client: Client; ${asks}`, 'register([{ name: "A", make: () => ({ to: "a" }) }])'],
  ['what a function gives a deadline', 'a', false, `class One { @Given("A") client: Client; ${asks}`, 'register([{ name: "A", make: () => ({ to: "a", patience: 9 }) }])'],
  ['what is registered twice', '', false, `register([{ name: "A", to: "a" }]); class One { @Given("A") client: Client; ${asks}`, 'register([{ name: "A", to: "b" }])'],
  ['what is registered nowhere', '', false, `class One { @Given("A") client: Client; ${asks}`, 'register([{ name: "B", to: "b" }])'],
  ['a name that is not seen', '', false, `import { A } from "names"; register([{ name: A, to: "a" }]); class One { @Given(A) client: Client; ${asks}`],
  ['a decorator of another library', '', false, `import { Take } from "other"; register([{ name: "A", to: "a" }]); class One { @Take("A") client: Client; ${asks}`],
  ['a decorator that makes the client', 'c', true, `class One { @Own({ to: "c" }) client: Client; ${asks}`],
])('%s', (_what, to, endless, main, around = '') => {
  const [call] = read({ main: prelude + main, around: prelude + around }, kit).calls
  expect([call!.address.values[0]?.text ?? '', call!.deadline.surely(span => span === Infinity)]).toEqual([to, endless])
})
