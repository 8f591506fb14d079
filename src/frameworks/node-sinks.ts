import { arg, args, framework, type SinkRow } from './describe.js'

/** Where Node and the language do what a text tells them: places that peer data must not reach unchecked. */
const command = { data: arg(0), kind: 'command' as const }
const path = { data: arg(0), kind: 'path' as const }
const url = { data: arg(0), kind: 'endpoint' as const }
const size = { data: arg(0), kind: 'size' as const }
const code = { data: arg(0), kind: 'code' as const }
/** What a shell is told to run: `sh -c` takes one text, what follows are its parameters; others join all that they are given. */
const shell: SinkRow[] = [
  { if: { ref: arg(2).option('shell').present(), is: true }, data: arg(1), kind: 'command' },
  { if: [{ ref: arg(0).matches('(^|/)(ba|z|da|k|a)?sh$'), is: true }, { ref: arg(1).element(0).matches('^-\\w*c$'), is: true }], data: arg(1).element(1), kind: 'command' },
  { if: { ref: arg(0).matches('(^|[\\\\/])cmd(\\.exe)?$'), is: true }, data: arg(1), kind: 'command' },
  { if: [{ ref: arg(0).matches('(^|[\\\\/])(powershell|pwsh)(\\.exe)?$'), is: true }, { ref: arg(1).each().matches('^[-/]c(ommand)?$'), is: true }], data: arg(1), kind: 'command' },
  command,
]

export const childProcess = framework({
  module: 'child_process', tested: '20 - 26', docs: 'https://nodejs.org/api/child_process.html',
  sinks: { 'exec()': command, 'execSync()': command, 'spawn()': shell, 'spawnSync()': shell, 'execFile()': shell, 'execFileSync()': shell, 'fork()': command },
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
  throws: ['JSON.parse()', 'decodeURIComponent()', 'decodeURI()', 'BigInt()', 'new URL()', 'new RegExp()'],
  sinks: {
    'eval()': code, 'import()': code, 'new Function()': { data: args(0), kind: 'code' }, 'Function()': { data: args(0), kind: 'code' },
    'new RegExp()': { data: arg(0), kind: 'pattern' }, 'fetch()': url, 'new WebSocket()': url, 'new EventSource()': url,
    'Array.from()': { data: arg(0).option('length'), kind: 'size' }, 'Buffer.alloc()': size, 'Buffer.allocUnsafe()': size, 'new ArrayBuffer()': size, 'new Array()': size, 'Array()': size, 'new Uint8Array()': size, '*.repeat()': size, '*.padStart()': size, '*.padEnd()': size,
  },
})

/** A statement built out of text, given to any database client. */
const statement = { if: { ref: arg(0).matches('^\\s*(select|insert|update|delete|merge|drop|alter|create|with|call|exec)\\b'), is: true as const }, data: arg(0), kind: 'query' as const }
export const databases = framework({
  module: 'globals', tested: 'any', docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  sinks: { '*.query()': statement, '*.execute()': statement, '*.raw()': statement, '*.$queryRawUnsafe()': statement, '*.$executeRawUnsafe()': statement, '*.prepare()': statement },
})

