import { arg, framework } from './describe.js'

/** Where Node and the language do what a text tells them: places that peer data must not reach unchecked. */
const command = { data: arg(0), kind: 'command' as const }
const path = { data: arg(0), kind: 'path' as const }
const url = { data: arg(0), kind: 'endpoint' as const }
const size = { data: arg(0), kind: 'size' as const }
const code = { data: arg(0), kind: 'code' as const }
const shell = { if: { ref: arg(2).option('shell').present(), is: true }, data: arg(1), kind: 'command' as const }

export const childProcess = framework({
  module: 'child_process', tested: '20 - 26', docs: 'https://nodejs.org/api/child_process.html',
  sinks: { 'exec()': command, 'execSync()': command, 'spawn()': [shell, command], 'spawnSync()': [shell, command], 'execFile()': command, 'execFileSync()': command, 'fork()': command },
})

export const fileSystem = framework({
  module: ['fs', 'fs/promises'], tested: '20 - 26', docs: 'https://nodejs.org/api/fs.html',
  sinks: Object.fromEntries([
    ...['readFileSync', 'writeFileSync', 'appendFileSync', 'createReadStream', 'createWriteStream', 'unlinkSync', 'rmSync', 'readdirSync', 'mkdirSync', 'openSync'].map(name => [`${name}()`, path]),
    ...['readFile', 'writeFile', 'appendFile', 'unlink', 'rm', 'readdir', 'mkdir', 'open', 'copyFile', 'cp', 'rename', 'symlink'].flatMap(name => [[`${name}()`, path], [`promises.${name}()`, path]]),
  ]),
})

export const virtualMachine = framework({
  module: 'vm', tested: '20 - 26', docs: 'https://nodejs.org/api/vm.html',
  sinks: { 'runInNewContext()': code, 'runInThisContext()': code, 'runInContext()': code, 'new Script()': code, 'compileFunction()': code },
})

export const language = framework({
  module: 'globals', tested: 'ES2025', docs: 'https://developer.mozilla.org/docs/Web/JavaScript',
  sinks: {
    'eval()': code, 'new Function()': code, 'Function()': code,
    'new RegExp()': { data: arg(0), kind: 'pattern' }, 'fetch()': url, 'new WebSocket()': url, 'new EventSource()': url,
    'Buffer.alloc()': size, 'Buffer.allocUnsafe()': size, 'new ArrayBuffer()': size, 'new Array()': size, 'Array()': size, 'new Uint8Array()': size, '*.repeat()': size, '*.padStart()': size, '*.padEnd()': size,
  },
})

/** A statement built out of text, given to any database client. */
const statement = { if: { ref: arg(0).matches('^\\s*(select|insert|update|delete|merge|drop|alter|create|with|call|exec)\\b'), is: true as const }, data: arg(0), kind: 'query' as const }
export const databases = framework({
  module: 'globals', tested: 'any', docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  sinks: { '*.query()': statement, '*.execute()': statement, '*.raw()': statement, '*.$queryRawUnsafe()': statement, '*.$executeRawUnsafe()': statement, '*.prepare()': statement },
})

