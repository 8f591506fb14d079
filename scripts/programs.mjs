/** Writes programs to measure on: plain TypeScript as applications hold it, and RPC clients and servers. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const nouns = ['order', 'invoice', 'customer', 'ticket', 'parcel', 'session', 'report', 'payment', 'course', 'device']
const upper = (word) => word[0].toUpperCase() + word.slice(1)
const name = (at) => `${nouns[at % nouns.length]}${Math.floor(at / nouns.length)}`
const neighbour = (at, count) => (at * 7 + 3) % Math.max(count, 1)

/** @typedef {{ at: number, noun: string, Noun: string, other: string }} Word */

/** @type {((word: Word) => string)[]} */
const plain = [
  ({ noun, Noun, other }) => `import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ${upper(other)}Ref } from './${other}.js'

export interface ${Noun} {
  id: string
  title: string
  amount: number
  tags: readonly string[]
  related?: ${upper(other)}Ref
  createdAt: Date
}

export interface ${Noun}Ref {
  id: string
}

export class ${Noun}Store {
  readonly #items = new Map<string, ${Noun}>()

  constructor(private readonly directory: string) {}

  get(id: string): ${Noun} | undefined {
    return this.#items.get(id)
  }

  async load(): Promise<number> {
    const text = await readFile(path.join(this.directory, '${noun}.json'), 'utf8')
    for (const item of JSON.parse(text) as ${Noun}[]) {
      this.#items.set(item.id, { ...item, createdAt: new Date(item.createdAt) })
    }
    return this.#items.size
  }

  async save(): Promise<void> {
    const items = [...this.#items.values()].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    await writeFile(path.join(this.directory, '${noun}.json'), JSON.stringify(items, null, 2))
  }

  put(item: ${Noun}): void {
    if (item.amount < 0) throw new RangeError(\`\${item.id} has a negative amount\`)
    this.#items.set(item.id, item)
  }

  *matching(word: string): Generator<${Noun}> {
    for (const item of this.#items.values()) {
      if (item.title.includes(word) || item.tags.some((tag) => tag.startsWith(word))) yield item
    }
  }

  total(): number {
    let sum = 0
    for (const { amount } of this.#items.values()) sum += amount
    return sum
  }
}
`,
  ({ noun, Noun, other }) => `import { format${upper(other)} } from './${other}.js'

export type ${Noun}Action =
  | { type: 'added'; id: string; title: string }
  | { type: 'renamed'; id: string; title: string }
  | { type: 'removed'; id: string }
  | { type: 'filtered'; by: string | null }

export interface ${Noun}State {
  items: Record<string, { title: string; done: boolean }>
  order: string[]
  filter: string | null
}

export const initial: ${Noun}State = { items: {}, order: [], filter: null }

export function reduce(state: ${Noun}State, action: ${Noun}Action): ${Noun}State {
  switch (action.type) {
    case 'added': {
      const items = { ...state.items, [action.id]: { title: action.title, done: false } }
      return { ...state, items, order: [...state.order, action.id] }
    }
    case 'renamed': {
      const item = state.items[action.id]
      if (!item) return state
      return { ...state, items: { ...state.items, [action.id]: { ...item, title: action.title } } }
    }
    case 'removed': {
      const { [action.id]: removed, ...items } = state.items
      return removed ? { ...state, items, order: state.order.filter((id) => id !== action.id) } : state
    }
    case 'filtered':
      return { ...state, filter: action.by }
  }
}

export function visible(state: ${Noun}State): string[] {
  const { filter } = state
  return state.order
    .map((id) => state.items[id])
    .filter((item) => item !== undefined && (filter === null || item.title.includes(filter)))
    .map((item) => format${upper(other)}(item!.title))
}

export function format${Noun}(title: string, width = 40): string {
  const trimmed = title.trim().replace(/\\s+/g, ' ')
  return trimmed.length > width ? \`\${trimmed.slice(0, width - 1)}…\` : trimmed.padEnd(width)
}

export const ${noun}Labels = new Map([
  ['added', 'Added'],
  ['renamed', 'Renamed'],
  ['removed', 'Removed'],
])
`,
  ({ noun, Noun, other }) => `import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { initial as ${other}Initial } from './${other}.js'

interface ${Noun}Job {
  id: number
  attempts: number
  run: (signal: AbortSignal) => Promise<void>
}

/** Runs jobs one after another and tries failed ones again. */
export class ${Noun}Queue extends EventEmitter {
  private readonly waiting: ${Noun}Job[] = []
  private running = false
  private next = 1

  constructor(
    private readonly retries = 3,
    private readonly pause = 250,
  ) {
    super()
  }

  add(run: ${Noun}Job['run']): number {
    const job = { id: this.next++, attempts: 0, run }
    this.waiting.push(job)
    if (!this.running) void this.work()
    return job.id
  }

  private async work(): Promise<void> {
    this.running = true
    try {
      for (let job = this.waiting.shift(); job; job = this.waiting.shift()) {
        const controller = new AbortController()
        try {
          await job.run(controller.signal)
          this.emit('done', job.id)
        } catch (error) {
          job.attempts += 1
          if (job.attempts <= this.retries) {
            await delay(this.pause * 2 ** job.attempts)
            this.waiting.push(job)
          } else {
            this.emit('failed', job.id, error)
          }
        }
      }
    } finally {
      this.running = false
    }
  }
}

export const ${noun}Queue = new ${Noun}Queue()
export const ${noun}Start = { queue: ${noun}Queue, state: ${other}Initial, server: 'none', client: null }
`,
]

/** @type {((word: Word) => string)[]} */
const rpc = [
  ({ noun, Noun, at }) => `import { readFileSync } from 'node:fs'
import { Metadata, credentials, type ChannelCredentials } from '@grpc/grpc-js'
import { ${Noun}Client, type ${Noun}Reply } from '../gen/${noun}.js'

export function ${noun}Credentials(): ChannelCredentials {
  const ca = process.env.${noun.toUpperCase()}_CA
  if (ca) return credentials.createSsl(readFileSync(ca))
  if (process.env.NODE_ENV === 'production') throw new Error('${noun.toUpperCase()}_CA is not set')
  return credentials.createInsecure()
}

const options = { 'grpc.max_receive_message_length': ${at % 3 === 0 ? -1 : 8 * 1024 * 1024}, 'grpc.keepalive_time_ms': 30_000 }
const client = new ${Noun}Client(process.env.${noun.toUpperCase()}_ADDRESS ?? '${noun}.internal:50051', ${noun}Credentials(), options)

function metadata(token: string): Metadata {
  const result = new Metadata()
  result.set('authorization', \`Bearer \${token}\`)
  return result
}

export function find${Noun}(id: string, token: string): Promise<${Noun}Reply> {
  return new Promise((resolve, reject) => {
    client.find({ id }, metadata(token), { deadline: Date.now() + 5_000 }, (error, reply) => {
      if (error) reject(error)
      else resolve(reply!)
    })
  })
}

export function remove${Noun}(id: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.remove({ id }, metadata(token), (error) => (error ? reject(error) : resolve()))
  })
}

export async function find${Noun}s(ids: string[], token: string): Promise<${Noun}Reply[]> {
  const found: ${Noun}Reply[] = []
  for (let at = 0; at < ids.length; at += 20) {
    found.push(...(await Promise.all(ids.slice(at, at + 20).map((id) => find${Noun}(id, token)))))
  }
  return found
}
`,
  ({ noun, Noun, at }) => `import { readFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Server, ServerCredentials, status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { ${Noun}Service, type ${Noun}Ref, type ${Noun}Reply } from '../gen/${noun}.js'

const root = path.resolve('data/${noun}')
const tokens = new Set((process.env.${noun.toUpperCase()}_TOKENS ?? '').split(','))
const cache = new Map<string, ${Noun}Reply>()

function allowed(call: ServerUnaryCall<${Noun}Ref, ${Noun}Reply>): boolean {
  const [token] = call.metadata.get('authorization')
  return typeof token === 'string' && tokens.has(token.replace('Bearer ', ''))
}

async function find(call: ServerUnaryCall<${Noun}Ref, ${Noun}Reply>, callback: sendUnaryData<${Noun}Reply>): Promise<void> {
  if (!allowed(call)) {
    callback({ code: status.UNAUTHENTICATED, details: 'a token is required' })
    return
  }
  try {
    const cached = cache.get(call.request.id)
    if (cached) {
      callback(null, cached)
      return
    }
    const file = path.resolve(root, call.request.id)
    if (!file.startsWith(root + path.sep)) {
      callback({ code: status.INVALID_ARGUMENT, details: 'no such ${noun}' })
      return
    }
    callback(null, JSON.parse(await readFile(file, 'utf8')) as ${Noun}Reply)
  } catch {
    callback({ code: status.INTERNAL, details: 'could not read the ${noun}' })
  }
}

function remove(call: ServerUnaryCall<${Noun}Ref, ${Noun}Reply>, callback: sendUnaryData<${Noun}Reply>): void {
  if (!allowed(call)) {
    callback({ code: status.UNAUTHENTICATED, details: 'a token is required' })
    return
  }
  cache.delete(call.request.id)
  callback(null, { id: call.request.id })
}

const server = new Server({ 'grpc.max_concurrent_streams': 100 })
server.addService(${Noun}Service, { find, remove })
const pair = { private_key: readFileSync('tls/${noun}.key'), cert_chain: readFileSync('tls/${noun}.pem') }
server.bindAsync('0.0.0.0:${50051 + (at % 1000)}', ServerCredentials.createSsl(readFileSync('tls/ca.pem'), [pair]${at % 2 ? ', true' : ''}), (error) => {
  if (error) throw error
})
`,
  ({ noun, Noun, at }) => `import { TRPCError, initTRPC } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { z } from 'zod'
import { verifySession } from '../session.js'

export async function createContext({ req }: CreateHTTPContextOptions) {
  const user = await verifySession(req.headers.cookie)
  return { user }
}

const t = initTRPC.context<typeof createContext>().create()

const requireUser = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { user: ctx.user } })
})

const protectedProcedure = t.procedure.use(requireUser)

const ${noun}Input = z.object({
  title: z.string().min(1).max(200),
  amount: z.number().int().positive(),
  tags: z.array(z.string().max(40)).max(20),
})

const items = new Map<string, z.infer<typeof ${noun}Input> & { owner: string }>()

export const ${noun}Router = t.router({
  list: t.procedure.input(z.object({ count: z.number().int().min(1).max(100) })).query(({ input }) => [...items].slice(0, input.count)),

  create: protectedProcedure.input(${noun}Input).mutation(({ ctx, input }) => {
    const id = crypto.randomUUID()
    items.set(id, { ...input, owner: ctx.user.id })
    return { id }
  }),

  replace: ${at % 2 ? 'protectedProcedure' : 't.procedure'}.input(${noun}Input.extend({ id: z.uuid() })).mutation(({ input: { id, ...rest } }) => {
    const old = items.get(id)
    if (!old) throw new TRPCError({ code: 'NOT_FOUND' })
    items.set(id, { ...old, ...rest })
  }),

  remove: protectedProcedure.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => {
    if (items.get(input.id)?.owner !== ctx.user.id) throw new TRPCError({ code: 'FORBIDDEN' })
    items.delete(input.id)
  }),
})

export type ${Noun}Router = typeof ${noun}Router

createHTTPServer({ router: ${noun}Router, createContext, maxBodySize: 1_000_000 }).listen(3000, '127.0.0.1')
`,
  ({ noun, Noun, other }) => `import { createTRPCClient, httpBatchLink, loggerLink } from '@trpc/client'
import type { ${Noun}Router } from './${noun}-router.js'
import { ${other}Token } from './${other}-token.js'

const base = process.env.${noun.toUpperCase()}_URL ?? 'https://${noun}.example.com'

export const ${noun}Client = createTRPCClient<${Noun}Router>({
  links: [
    loggerLink({ enabled: ({ direction, result }) => direction === 'down' && result instanceof Error }),
    httpBatchLink({
      url: \`\${base}/trpc\`,
      async headers() {
        return { authorization: \`Bearer \${await ${other}Token()}\` }
      },
    }),
  ],
})

export async function page(count: number) {
  const found = await ${noun}Client.list.query({ count }, { signal: AbortSignal.timeout(5_000) })
  return found.map(([id, item]) => ({ id, title: item.title, amount: item.amount }))
}

export async function rename(id: string, title: string) {
  const all = new Map(await ${noun}Client.list.query({ count: 100 }))
  const item = all.get(id)
  if (!item) throw new Error(\`there is no ${noun} \${id}\`)
  await ${noun}Client.replace.mutate({ id, title, amount: item.amount, tags: item.tags })
}
`,
]

function render(templates, turn, at, count) {
  const noun = name(at)
  return templates[turn % templates.length]({ at, noun, Noun: upper(noun), other: name(neighbour(at, count)) })
}

/** A file without RPC, as text. */
const plainProgram = (at, count) => render(plain, at, at, count)

/** Writes `count` files, every `rpcEvery`th with RPC. */
export function writePrograms(folder, count, rpcEvery) {
  mkdirSync(folder, { recursive: true })
  for (let at = 0; at < count; at++) {
    const withRpc = at % rpcEvery === 0
    const program = withRpc ? render(rpc, at / rpcEvery, at, count) : plainProgram(at, count)
    writeFileSync(path.join(folder, `${name(at)}.ts`), program)
  }
}
