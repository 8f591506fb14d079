import rule from '../../src/rules/no-peer-data-in-sink.js'
import { tester } from './tester.js'

const commands = 'the peer can run commands of its own'

tester.run('no-peer-data-in-sink', rule, {
  invalid: [
    {
      name: 'a schema that the caller names, in a handler that is registered by itself',
      code: `
import * as grpc from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { deserialize, serialize } from './codec.js'

new grpc.Server().register('/acme.Files/Describe', (call: grpc.ServerUnaryCall<{ name: string }, object>, callback: grpc.sendUnaryData<object>) => {
  callback(null, loadSync(call.request.name))
}, serialize, deserialize, 'unary')
`,
      errors: [{ messageId: 'reaches', data: { data: 'call.request.name', into: 'loadSync', harm: 'the peer can name any file' }, line: 7, column: 27, endLine: 7, endColumn: 44, suggestions: undefined }],
    },
    {
      name: 'text in a command',
      code: `
import { execSync } from 'node:child_process'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const router = t.router({
  restart: t.procedure.input(z.object({ unit: z.string().max(40) })).mutation(({ input }) => {
    execSync(\`systemctl restart \${input.unit}\`)
  }),
})
`,
      errors: [{ messageId: 'reaches', data: { data: 'systemctl restart ${input.unit}', into: 'execSync', harm: commands }, line: 9, column: 14, endLine: 9, endColumn: 47, suggestions: undefined }],
    },
    {
      name: 'arguments of a shell',
      code: `
import * as grpc from '@grpc/grpc-js'
import { spawn } from 'node:child_process'
import { JobsService, type Spec } from './gen/jobs.js'

class Jobs {
  run(call: grpc.ServerUnaryCall<Spec, unknown>, callback: grpc.sendUnaryData<unknown>) {
    spawn('convert', ['-resize', call.request.size], { shell: true })
    callback(null, {})
  }
}
new grpc.Server().addService(JobsService, { run: new Jobs().run })
`,
      errors: [{ messageId: 'reaches', data: { data: "['-resize', call.request.size]", into: 'spawn', harm: commands }, line: 8, column: 22, endLine: 8, endColumn: 52, suggestions: undefined }],
    },
    {
      name: 'a path that can climb, through a helper',
      code: `
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

const fileOf = (name: string) => path.join('/srv/files', name)

new grpc.Server().addService(FilesService, {
  read(call, callback) {
    readFile(fileOf(call.request.name)).then(data => callback(null, { data }), () => callback({ code: grpc.status.NOT_FOUND }))
  },
})
`,
      errors: [{ messageId: 'reaches', data: { data: 'fileOf(call.request.name)', into: 'readFile', harm: 'the peer can name any file' }, line: 11, column: 14, endLine: 11, endColumn: 39, suggestions: undefined }],
    },
    {
      name: 'a statement of SQL, put together',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { pool } from './pool.js'

const t = initTRPC.create()
const search = z.object({ text: z.string().max(80), order: z.string().max(20) })
export const find = t.procedure.input(search).query(async ({ input }) => {
  const sql = 'SELECT id FROM posts WHERE title LIKE $1 ORDER BY ' + input.order
  return pool.query(sql, [input.text])
})
`,
      errors: [{ messageId: 'reaches', data: { data: 'sql', into: 'pool.query', harm: 'the peer can change the query' }, line: 10, column: 21, endLine: 10, endColumn: 24, suggestions: undefined }],
    },
    {
      name: 'a pattern and a program',
      code: `
import vm from 'node:vm'
import * as grpc from '@grpc/grpc-js'
import { RulesService } from './gen/rules.js'

const lines = ['a', 'b']
new grpc.Server().addService(RulesService, {
  grep: (call, callback) => callback(null, { lines: lines.filter(line => new RegExp(call.request.pattern).test(line)) }),
  evaluate: (call, callback) => callback(null, { value: vm.runInNewContext(call.request.formula, {}) }),
})
`,
      errors: [
        { messageId: 'reaches', data: { data: 'call.request.pattern', into: 'new RegExp', harm: 'the peer can make the match run for minutes' }, line: 8, column: 85, endLine: 8, endColumn: 105, suggestions: undefined },
        { messageId: 'reaches', data: { data: 'call.request.formula', into: 'vm.runInNewContext', harm: 'the peer can run code' }, line: 9, column: 76, endLine: 9, endColumn: 96, suggestions: undefined },
      ],
    },
    {
      name: 'a type is no check',
      code: `
import { exec } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'

new grpc.Server().addService(JobsService, {
  run(call: grpc.ServerUnaryCall<{ unit: 'api' | 'web' }, unknown>, callback: grpc.sendUnaryData<unknown>) {
    const unit = call.request.unit as string
    if (typeof unit !== 'string') return callback({ code: grpc.status.INVALID_ARGUMENT })
    exec('journalctl -u ' + unit, (error, stdout) => callback(error, { stdout }))
  },
})
`,
      errors: [{ messageId: 'reaches', data: { data: "'journalctl -u ' + unit", into: 'exec', harm: commands }, line: 10, column: 10, endLine: 10, endColumn: 33, suggestions: undefined }],
    },
    {
      name: 'a function that is defined next to the router',
      code: `
import { unlink } from 'node:fs'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()

function drop({ input }: { input: { file: string } }) {
  unlink(\`/var/uploads/\${input.file}\`, () => {})
}

export const router = t.router({ drop: t.procedure.input(z.object({ file: z.string().max(100) })).mutation(drop) })
`,
      errors: [{ messageId: 'reaches', data: { data: '/var/uploads/${input.file}', into: 'unlink', harm: 'the peer can name any file' }, line: 9, column: 10, endLine: 9, endColumn: 38, suggestions: undefined }],
    },
    {
      name: 'a validator that the settings trust, called with something else, or too late',
      code: `
import { unlink } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import { assertName } from '@acme/validate'
import { FilesService } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  drop(call, callback) {
    assertName(call.request.folder)
    unlink(call.request.name, error => callback(error, {}))
    assertName(call.request.name)
  },
})
`,
      settings: { 'secure-rpc': { trustedValidators: ['@acme/validate#assertName'] } },
      errors: [{ messageId: 'reaches', data: { data: 'call.request.name', into: 'unlink', harm: 'the peer can name any file' }, line: 10, column: 12, endLine: 10, endColumn: 29, suggestions: undefined }],
    },
    {
      name: 'a parser of the language, which checks no more than form',
      code: `
import { execSync } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'

new grpc.Server().addService(JobsService, {
  run(call, callback) {
    const { unit } = JSON.parse(call.request.json)
    execSync(\`systemctl restart \${unit}\`)
    callback(null, {})
  },
})
`,
      errors: [{ messageId: 'reaches', data: { data: 'systemctl restart ${unit}', into: 'execSync', harm: commands }, line: 9, column: 14, endLine: 9, endColumn: 41, suggestions: undefined }],
    },
    {
      name: 'what a shell is told to run',
      code: `
import { execFile, spawn } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  watch(call) {
    spawn('/bin/bash', ['-lc', \`inotifywait \${call.request.name}\`])
  },
  type(call, callback) {
    spawn('cmd.exe', ['/d', '/c', 'type', call.request.name])
    execFile('powershell', ['-Command', \`Get-Item \${call.request.name}\`])
  },
})
`,
      errors: [
        { messageId: 'reaches', data: { data: 'inotifywait ${call.request.name}', into: 'spawn', harm: commands }, line: 8, column: 32, endLine: 8, endColumn: 66, suggestions: undefined },
        { messageId: 'reaches', data: { data: "['/d', '/c', 'type', call.request.name]", into: 'spawn', harm: commands }, line: 11, column: 22, endLine: 11, endColumn: 61, suggestions: undefined },
        { messageId: 'reaches', data: { data: "['-Command', Get-Item ${call.request.name}]", into: 'execFile', harm: commands }, line: 12, column: 28, endLine: 12, endColumn: 73, suggestions: undefined },
      ],
    },
    {
      name: 'a part of a URL, the body of a function, and what a stream brings, in handlers known by their types',
      code: `
import * as grpc from '@grpc/grpc-js'

const API = 'https://orders.example.com'

export const cover: grpc.handleUnaryCall<{ album: string }, object> = (call, callback) => {
  fetch(\`\${API}/\${call.request.album}/cover\`).then(() => callback(null, {}), callback)
}

export function run(call: grpc.ServerUnaryCall<{ formula: string }, object>, callback: grpc.sendUnaryData<object>) {
  callback(null, new Function('x', 'return ' + call.request.formula)(1))
}

export function talk(call: grpc.ServerDuplexStream<{ text: string }, object>) {
  call.on('data', line => eval(line.text))
}
`,
      errors: [
        { messageId: 'reaches', data: { data: '${API}/${call.request.album}/cover', into: 'fetch', harm: 'the peer can change the request' }, line: 7, column: 9, endLine: 7, endColumn: 45, suggestions: undefined },
        { messageId: 'reaches', data: { data: "'return ' + call.request.formula", into: 'new Function', harm: 'the peer can run code' }, line: 11, column: 36, endLine: 11, endColumn: 68, suggestions: undefined },
        { messageId: 'reaches', data: { data: 'line.text', into: 'eval', harm: 'the peer can run code' }, line: 15, column: 32, endLine: 15, endColumn: 41, suggestions: undefined },
      ],
    },
    {
      name: 'a module that the peer names',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const load = t.procedure.input(z.string()).query(async ({ input }) => Object.keys(await import(\`./themes/\${input}.js\`)))
`,
      errors: [{ messageId: 'reaches', data: { data: './themes/${input}.js', into: 'import()', harm: 'the peer can run code' }, line: 6, column: 103, endLine: 6, endColumn: 125, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'a schema of the program',
      code: `
import * as grpc from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { deserialize, serialize } from './codec.js'

const files = new Map([['orders', 'orders.proto']])
new grpc.Server().register('/acme.Files/Describe', (call: grpc.ServerUnaryCall<{ name: string }, object>, callback: grpc.sendUnaryData<object>) => {
  callback(null, loadSync(files.get(call.request.name) ?? 'default.proto'))
}, serialize, deserialize, 'unary')
`,
    },
    {
      name: 'modules that the program names',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const themes = { dark: './dark.js', light: './light.js' }
export const one = t.procedure.input(z.enum(['dark', 'light'])).query(({ input }) => import(\`./themes/\${input}.js\`))
export const two = t.procedure.input(z.string()).query(({ input }) => import(input === 'dark' ? themes.dark : themes.light))
`,
    },
    {
      name: 'parameters of a script, and a part of a URL that is encoded',
      code: `
import { spawn } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  list(call, callback) {
    spawn('sh', ['-c', 'ls -- "$1"', 'sh', call.request.name])
    spawn('pwsh', ['-NoProfile', '-File', 'list.ps1', call.request.name])
    callback(null, {})
  },
  cover(call, callback) {
    fetch(\`https://cdn.example.com/\${encodeURIComponent(call.request.album)}/cover.webp\`).then(() => callback(null, {}), callback)
  },
})
`,
    },
    {
      name: 'one of a list, an identifier, a number',
      code: `
import { execSync } from 'node:child_process'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const input = z.object({ unit: z.enum(['api', 'web']), id: z.uuid(), lines: z.number().int() })
export const logs = t.procedure.input(input).query(({ input }) => execSync(\`journalctl -u \${input.unit} -n \${input.lines} _ID=\${input.id}\`))
`,
    },
    {
      name: 'arguments without a shell',
      code: `
import { execFile } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'

new grpc.Server().addService(JobsService, {
  run: (call, callback) => { execFile('systemctl', ['status', '--', call.request.unit], (error, stdout) => callback(error, { stdout })) },
})
`,
    },
    {
      name: 'a name that was looked up first',
      code: `
import { exec } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'

const UNITS = new Set(['api', 'web'])
new grpc.Server().addService(JobsService, {
  run(call, callback) {
    if (!UNITS.has(call.request.unit)) return callback({ code: grpc.status.INVALID_ARGUMENT })
    exec(\`systemctl restart \${call.request.unit}\`, error => callback(error, {}))
  },
})
`,
    },
    {
      name: 'a bare file name',
      code: `
import { readFile } from 'node:fs'
import path from 'node:path'
import * as grpc from '@grpc/grpc-js'
import { FilesService } from './gen/files.js'

new grpc.Server().addService(FilesService, {
  read(call, callback) {
    readFile(path.join('/srv', path.basename(call.request.name)), (error, data) => callback(error, { data }))
  },
})
`,
    },
    {
      name: 'a parameter of the statement',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { pool } from './pool.js'

const t = initTRPC.create()
export const find = t.procedure.input(z.object({ text: z.string().max(80) })).query(({ input }) => pool.query('SELECT id FROM posts WHERE title = $1', [input.text]))
`,
    },
    {
      name: 'data of the program',
      code: `
import { execSync } from 'node:child_process'
import { initTRPC } from '@trpc/server'
import { version } from './version.js'

const t = initTRPC.create()
export const about = t.procedure.query(() => execSync(\`git show \${version} \${process.env.REPOSITORY}\`).toString())
`,
    },
    {
      name: 'validators that the settings trust',
      code: `
import { execSync } from 'node:child_process'
import { unlink } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import { assertFile, assertJob } from '@acme/validate'
import { JobsService } from './gen/jobs.js'

const drop = (name: string) => unlink(name, () => {})

new grpc.Server().addService(JobsService, {
  run(call, callback) {
    assertJob(call.request)
    const { unit } = call.request
    execSync(\`systemctl restart \${unit}\`)
    callback(null, {})
  },
  clean(call, callback) {
    assertFile(call.request)
    drop(call.request.name)
    callback(null, {})
  },
})
`,
      settings: { 'secure-rpc': { trustedValidators: ['@acme/validate#assertJob', '@acme/validate#assertFile'] } },
    },
    {
      name: 'a name that is checked before a helper gets it',
      code: `
import { execSync } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { JobsService } from './gen/jobs.js'

const UNITS = ['api', 'web']
const restart = (unit: string) => execSync(\`systemctl restart \${unit}\`)

new grpc.Server().addService(JobsService, {
  run(call, callback) {
    if (!UNITS.includes(call.request.unit)) return callback({ code: grpc.status.INVALID_ARGUMENT })
    restart(call.request.unit)
    callback(null, {})
  },
})
`,
    },
    {
      name: 'a schema that is asked inside the handler',
      code: `
import { execSync } from 'node:child_process'
import * as grpc from '@grpc/grpc-js'
import { z } from 'zod'
import { JobsService } from './gen/jobs.js'

const Unit = z.enum(['api', 'web'])
new grpc.Server().addService(JobsService, {
  run(call, callback) {
    const unit = Unit.parse(call.request.unit)
    execSync(\`systemctl restart \${unit}\`)
    callback(null, {})
  },
})
`,
    },
    {
      name: 'a function that no peer calls',
      code: `
import { execSync } from 'node:child_process'
import { initTRPC } from '@trpc/server'

export const t = initTRPC.create()
export const run = ({ input }: { input: { unit: string } }) => execSync(\`systemctl restart \${input.unit}\`)
`,
    },
    {
      name: 'a schema that checks with code of its own',
      code: `
import { execSync } from 'node:child_process'
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const unit = z.string().regex(/^[a-z]{1,20}$/)
export const restart = t.procedure.input(z.object({ unit })).mutation(({ input }) => execSync(\`systemctl restart \${input.unit}\`))
`,
    },
    {
      name: 'an entry that a contract lets nobody send, beside what it does let in',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.context<{ user: { id: number } }>().create()
const notify = (change: { userId: number }) => fetch(\`https://signals.acme.example/users/\${change.userId}\`, { signal: AbortSignal.timeout(1000) })
export const save = t.procedure.input(z.object({ blur: z.boolean() })).mutation(({ input, ctx }) => notify({ userId: ctx.user.id, ...input }))
`,
    },
    {
      name: 'what a store that the program keeps in the global object finds by what the peer sends',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { connect } from './redis.js'

const t = initTRPC.create()
const store = (global.store ??= connect())
export const confirm = t.procedure.input(z.object({ token: z.string() })).mutation(async ({ input }) => {
  const found = JSON.parse(await store.get(input.token))
  await fetch(\`https://signals.acme.example/users/\${found.userId}\`, { signal: AbortSignal.timeout(1000) })
})
`,
    },
  ],
})
