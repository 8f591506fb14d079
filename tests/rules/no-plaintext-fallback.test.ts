import rule from '../../src/rules/no-plaintext-fallback.js'
import { tester } from './tester.js'

tester.run('no-plaintext-fallback', rule, {
  invalid: [
    {
      name: 'a certificate that is not there',
      code: `
import { existsSync, readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

const CERT = '/run/tls/tls.crt'

export function serverCredentials() {
  if (!existsSync(CERT)) return grpc.ServerCredentials.createInsecure()
  return grpc.ServerCredentials.createSsl(null, [{ cert_chain: readFileSync(CERT), private_key: readFileSync('/run/tls/tls.key') }])
}
`,
      errors: [{ messageId: 'missing', data: { subject: '`/run/tls/tls.crt`' }, line: 8, column: 33, endLine: 8, endColumn: 72, suggestions: undefined }],
    },
    {
      name: 'a file whose path is put together',
      code: `
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as grpc from '@grpc/grpc-js'
import { pair } from './tls.js'

export function serverCredentials(dir: string) {
  return existsSync(join(dir, 'server.key')) ? grpc.ServerCredentials.createSsl(null, [pair(dir)]) : grpc.ServerCredentials.createInsecure()
}
`,
      errors: [{ messageId: 'missing', data: { subject: '`server.key`' }, line: 8, column: 102, endLine: 8, endColumn: 141, suggestions: undefined }],
    },
    {
      name: 'a listener, or a channel, made in place of the one with a certificate',
      code: `
import { existsSync, readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
if (existsSync('/run/tls/tls.key')) {
  server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }]), () => {})
} else {
  server.bindAsync('0.0.0.0:80', grpc.ServerCredentials.createInsecure(), () => {})
}

export function connect(ca?: Buffer) {
  if (ca) return new grpc.Client('orders.acme.example:443', grpc.credentials.createSsl(ca))
  return new grpc.Client('orders.acme.example:443', grpc.credentials.createInsecure())
}
`,
      errors: [
        { messageId: 'missing', data: { subject: '`/run/tls/tls.key`' }, line: 9, column: 34, endLine: 9, endColumn: 73, suggestions: undefined },
        { messageId: 'missing', data: { subject: '`ca`' }, line: 14, column: 53, endLine: 14, endColumn: 86, suggestions: undefined },
      ],
    },
    {
      name: 'an option that does not say yes',
      code: `
import * as grpc from '@grpc/grpc-js'
import { parse } from './parse.js'

export function connect(address: string) {
  const options = parse(address)
  return new grpc.Client(options.host, options.tls !== true ? grpc.credentials.createInsecure() : grpc.credentials.createSsl())
}
`,
      errors: [{ messageId: 'missing', data: { subject: '`parse().tls`' }, line: 7, column: 63, endLine: 7, endColumn: 96, suggestions: undefined }],
    },
    {
      name: 'a variable that is not set',
      code: `
import { credentials } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const channel = process.env.GRPC_CA
  ? credentials.createSsl(Buffer.from(process.env.GRPC_CA, 'base64'))
  : credentials.createInsecure()

export const orders = new OrdersClient('orders.internal:443', channel)
`,
      errors: [{ messageId: 'missing', data: { subject: '`process.env.GRPC_CA`' }, line: 7, column: 5, endLine: 7, endColumn: 33, suggestions: undefined }],
    },
    {
      name: 'an option of a class that nobody has to give',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

export class Jobs {
  private readonly client: JobsClient
  constructor(address: string, options: { ca?: Buffer }) {
    this.client = new JobsClient(address, options.ca ? grpc.credentials.createSsl(options.ca) : grpc.credentials.createInsecure())
  }
}
`,
      errors: [{ messageId: 'missing', data: { subject: '`options.ca`' }, line: 8, column: 97, endLine: 8, endColumn: 130, suggestions: undefined }],
    },
    {
      name: 'material of which the secure one takes a part',
      code: `
import * as grpc from '@grpc/grpc-js'

export class Connection {
  constructor(private readonly options: { tls?: { ca: Buffer } }) {}
  credentials() {
    const { tls } = this.options
    return tls ? grpc.credentials.createSsl(tls.ca) : grpc.credentials.createInsecure()
  }
}
`,
      errors: [{ messageId: 'missing', data: { subject: '`tls`' }, line: 8, column: 55, endLine: 8, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'any other word',
      code: `
import * as grpc from '@grpc/grpc-js'

export function credentialsFor(mode: string) {
  switch (mode) {
    case 'tls': return grpc.credentials.createSsl()
    default: return grpc.credentials.createInsecure()
  }
}
`,
      errors: [{ messageId: 'otherwise', data: { subject: 'mode' }, line: 7, column: 21, endLine: 7, endColumn: 54, suggestions: undefined }],
    },
    {
      name: 'a let that is written when all is well',
      code: `
import * as grpc from '@grpc/grpc-js'

export function connect(ca?: Buffer) {
  let channel = grpc.credentials.createInsecure()
  if (ca) channel = grpc.credentials.createSsl(ca)
  return new grpc.Client('orders.internal:443', channel)
}
`,
      errors: [{ messageId: 'missing', data: { subject: '`ca`' }, line: 5, column: 17, endLine: 5, endColumn: 50, suggestions: undefined }],
    },
    {
      name: 'a link of tRPC whose scheme hangs on a variable',
      code: `
import { httpBatchLink } from '@trpc/client'

export const link = httpBatchLink({
  url: process.env.API_CA ? 'https://api.acme.example/trpc' : 'http://api.acme.example/trpc',
})
`,
      errors: [{ messageId: 'missing', data: { subject: '`process.env.API_CA`' }, line: 5, column: 3, endLine: 5, endColumn: 93, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'no certificate, no server',
      code: `
import { existsSync, readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

export function channel() {
  if (!existsSync('/run/tls/ca.crt')) throw new Error('/run/tls/ca.crt is missing')
  return grpc.credentials.createSsl(readFileSync('/run/tls/ca.crt'))
}
`,
    },
    {
      name: 'plaintext that is asked for by name',
      code: `
import * as grpc from '@grpc/grpc-js'

const channel = process.env.GRPC_PLAINTEXT === 'yes' ? grpc.credentials.createInsecure() : grpc.credentials.createSsl()
export const client = new grpc.Client('orders.internal:443', channel)
`,
    },
    {
      name: 'a flag of the command line',
      code: `
import { parseArgs } from 'node:util'
import * as grpc from '@grpc/grpc-js'

const { values } = parseArgs({ options: { plaintext: { type: 'boolean' } } })
export const channel = values.plaintext ? grpc.credentials.createInsecure() : grpc.credentials.createSsl()
`,
    },
    {
      name: 'a listener in place of another, which is chosen, or is for this machine',
      code: `
import { existsSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import { pair } from './tls.js'

export function serve(server: grpc.Server, plain: boolean) {
  if (plain) server.bindAsync('0.0.0.0:80', grpc.ServerCredentials.createInsecure(), () => {})
  else server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), () => {})
}

export function start(server: grpc.Server) {
  if (existsSync('/run/tls/tls.key')) server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), () => {})
  else server.bindAsync('127.0.0.1:80', grpc.ServerCredentials.createInsecure(), () => {})
}
`,
    },
    {
      name: 'an option that says no, which none that is left out does',
      code: `
import * as grpc from '@grpc/grpc-js'
import { parse } from './parse.js'

export function connect(address: string) {
  const options = parse(address)
  const insecure = options.tls === false
  return new grpc.Client(options.host, insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl())
}
`,
    },
    {
      name: 'a flag that the caller sets, which decides nothing else',
      code: `
import * as grpc from '@grpc/grpc-js'

interface Options { useTLS?: boolean; roots?: { pem: Buffer } }

export function connect(address: string, { useTLS, roots }: Options) {
  const channel = useTLS ? grpc.credentials.createSsl(roots?.pem) : grpc.credentials.createInsecure()
  return new grpc.Client(address, channel)
}
`,
    },
    {
      name: 'an option of a class that says how to connect',
      code: `
import * as grpc from '@grpc/grpc-js'

export class Connection {
  constructor(private readonly options: { secure: boolean; ca?: Buffer }) {}
  credentials() {
    if (!this.options.secure) return grpc.credentials.createInsecure()
    return grpc.credentials.createSsl(this.options.ca)
  }
}
`,
    },
    {
      name: 'only on the machine of a developer',
      code: `
import * as grpc from '@grpc/grpc-js'

export const channel = process.env.NODE_ENV === 'development' ? grpc.credentials.createInsecure() : grpc.credentials.createSsl()
`,
    },
    {
      name: 'an option of a connection string that says no, on its way through a class',
      code: `
import * as grpc from '@grpc/grpc-js'

interface Options { host: string; tls?: boolean; ca?: Buffer }

function parse(text: string): Options {
  const url = new URL(text)
  const options: Options = { host: url.host }
  for (const [name, value] of url.searchParams) if (name === 'tls') options.tls = value === 'true'
  return options
}

export class Connection {
  readonly #insecure: boolean
  readonly #credentials: grpc.ChannelCredentials

  static open(text: string) {
    const options = parse(text)
    return new Connection(options.host, { insecure: options.tls === false })
  }

  constructor(host: string, settings: { insecure?: boolean; ca?: Buffer } = { insecure: false }) {
    this.#insecure = !!settings.insecure
    if (this.#insecure) this.#credentials = grpc.credentials.createInsecure()
    else this.#credentials = grpc.credentials.createSsl(settings.ca)
    this.client = new grpc.Client(host, this.#credentials)
  }

  readonly client: grpc.Client
}
`,
    },
    {
      name: 'only toward this machine',
      code: `
import * as grpc from '@grpc/grpc-js'

export function connect(host: string) {
  const channel = host === 'localhost' ? grpc.credentials.createInsecure() : grpc.credentials.createSsl()
  return new grpc.Client(\`\${host}:50051\`, channel)
}
`,
    },
    {
      name: 'nothing but plaintext, which is another finding',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:50051', grpc.credentials.createInsecure())
`,
    },
    {
      name: 'another package with the same names',
      code: `
import { credentials } from './fakes.js'

export const channel = process.env.CA ? credentials.createSsl(process.env.CA) : credentials.createInsecure()
`,
    },
  ],
})
