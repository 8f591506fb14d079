// What the plugin costs. Measures whole ESLint processes on generated programs, what loading the plugin takes of that,
// our rules alone on files without RPC, and, unless it is to be quick, what each rule takes by itself.
//
//   npm run bench -- [--quick] [--json FILE]      --quick: fewer files and turns, and whole runs of ours alone
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as parser from '@typescript-eslint/parser'
import { ESLint, Linter } from 'eslint'
import { writePrograms } from './programs.mjs'

const { values: flags } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } } })
const files = flags.quick ? 200 : 1000
const runs = flags.quick ? 3 : 7

const { resolve } = createRequire(import.meta.url)
const built = new URL('../dist/index.js', import.meta.url).href
const eslintBin = path.join(path.dirname(resolve('eslint/package.json')), 'bin/eslint.js')

/** Where each plugin is loaded from; ours first. */
const modules = {
  'secure-rpc': built,
  'eslint-plugin-security': urlOf('eslint-plugin-security'),
  '@microsoft/eslint-plugin-sdl': urlOf('@microsoft/eslint-plugin-sdl'),
  'eslint-plugin-sonarjs': urlOf('eslint-plugin-sonarjs'),
}
const preset = (module, name) => `(await import('${module}')).default.configs.${name}`
/** Each contender as the text of a config file; the first is what the others are compared with. */
const contenders = {
  'parser alone': '{}',
  // what ESLint does as soon as any rule is on, whatever plugin it comes from
  'one rule that does nothing': "{ plugins: { idle: { rules: { rule: { meta: { schema: [] }, create: () => ({}) } } } }, rules: { 'idle/rule': 'error' } }",
  'secure-rpc recommended': preset(built, 'recommended'),
  'secure-rpc strict': preset(built, 'strict'),
  ...!flags.quick && Object.fromEntries(Object.entries(modules).slice(1).map(([name, module]) => [name, preset(module, 'recommended')])),
}
const sets = { 'one file in ten with RPC': 10, 'every file with RPC': 1 }

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'secure-rpc-bench-')))
try {
  console.log(`${files} files a set, ${runs} interleaved runs each, Node ${process.versions.node}, ESLint ${ESLint.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)
  const whole = {}
  for (const [set, rpcEvery] of Object.entries(sets)) whole[set] = await measureProcesses(set, rpcEvery)
  const load = await measureLoad()
  const rules = await measureRules()
  const shares = flags.quick ? undefined : await measureShares()
  const targets = judge(whole, rules, shares)
  print(whole, load, shares, targets)
  if (flags.json) writeFileSync(flags.json, `${JSON.stringify({ node: process.versions.node, eslint: ESLint.version, files, runs, whole, load, rules, shares, targets }, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function urlOf(name) {
  return pathToFileURL(resolve(name)).href
}

/** Runs all contenders in turn, several times, and takes medians; ratios are of neighbours in the same turn. */
async function measureProcesses(set, rpcEvery) {
  const home = path.join(folder, String(rpcEvery))
  writePrograms(path.join(home, 'src'), files, rpcEvery)
  /** @type {Record<string, { cpu: number, rss: number }[]>} */
  const taken = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  for (let run = -1; run < runs; run++) {
    for (const [name, config] of Object.entries(contenders)) {
      const usage = await lintProcess(home, config)
      if (run >= 0) taken[name].push(usage) // the first turn only warms the disk's cache
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${set}: turn ${run + 2} of ${runs + 1}, ${name}`)
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  const [base] = Object.values(taken)
  return Object.fromEntries(Object.entries(taken).map(([name, usages]) => {
    const ratios = usages.map(({ cpu }, run) => cpu / base[run].cpu)
    return [name, {
      seconds: median(usages.map(({ cpu }) => cpu)) / 1e6,
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
      addedMiB: median(usages.map(({ rss }, run) => rss - base[run].rss)) / 1024,
    }]
  }))
}

/**
 * Lints `home/src` in a process of its own; CPU time of all its threads in µs, peak memory in KiB.
 * @returns {Promise<{ cpu: number, rss: number }>}
 */
function lintProcess(home, config) {
  writeFileSync(path.join(home, 'eslint.config.mjs'), `
import * as parser from '${import.meta.resolve('@typescript-eslint/parser')}'
const config = ${config}
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, ...[config].flat().map((one) => ({ files: ['**/*.ts'], ...one }))]
`)
  writeFileSync(path.join(home, 'silent.mjs'), "export default () => ''\n")
  writeFileSync(path.join(home, 'usage.mjs'), `
import { writeSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeSync(3, JSON.stringify({ cpu: userCPUTime + systemCPUTime, rss: maxRSS }))
})
`)
  return tell(['--import', './usage.mjs', eslintBin, '--format', './silent.mjs', 'src'], home)
}

/** Milliseconds that `import()` of each plugin takes in a fresh process in which ESLint and the parser stand already. */
async function measureLoad() {
  /** @type {Record<string, number[]>} */
  const taken = Object.fromEntries(Object.keys(modules).map((name) => [name, []]))
  for (let run = -1; run < runs * 2; run++) {
    for (const [name, module] of Object.entries(modules)) {
      writeFileSync(path.join(folder, 'load.mjs'), `
import '${urlOf('eslint')}'
import '${import.meta.resolve('@typescript-eslint/parser')}'
import { writeSync } from 'node:fs'
const start = performance.now()
await import('${module}')
writeSync(3, String(performance.now() - start))
`)
      const milliseconds = await tell(['load.mjs'], folder)
      if (run >= 0) taken[name].push(milliseconds)
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, times]) => [name, median(times)]))
}

/** Runs Node and gives what it writes to its file descriptor 3, as JSON. */
function tell(words, cwd) {
  const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  return new Promise((done, fail) => {
    const said = { 2: '', 3: '' }
    for (const stream of [2, 3]) child.stdio[stream]?.on('data', (text) => (said[stream] += text))
    child.on('error', fail)
    child.on('close', (code) => (code === 0 || code === 1 && said[3] ? done(JSON.parse(said[3])) : fail(new Error(`${words.join(' ')} ended with ${code}: ${said[2]}`))))
  })
}

/** Our rules alone on files without RPC: the same parsed file is linted with them and without. */
async function measureRules() {
  const count = flags.quick ? 200 : 600
  const { default: plugin } = await import(built)
  // what ESLint itself does for every rule that is on, it does for rules that do nothing too
  const idle = { rules: Object.fromEntries(Object.entries(plugin.rules).map(([name, { meta }]) => [name, { meta, create: () => ({}) }])) }
  const configs = Object.entries({
    none: await configFor({}),
    idle: await configFor({ ...plugin.configs.recommended, plugins: { 'secure-rpc': idle } }),
    ours: await configFor(plugin.configs.recommended),
  })
  // on the disk, as their imports lead to each other
  const home = path.join(folder, 'plain')
  writePrograms(home, count, Infinity)
  const programs = readdirSync(home).map((name) => ({ filename: path.join(home, name), text: readFileSync(path.join(home, name), 'utf8') })).filter(({ text }) => !text.includes('@grpc/'))
  const perFile = [], perFileIdle = []
  for (let turn = -2; turn < runs * 2; turn++) {
    const linter = new Linter()
    const spent = { none: 0, idle: 0, ours: 0 }
    for (const [at, { filename, text }] of programs.entries()) {
      const options = { filename }
      linter.verify(text, configs[0][1], options) // parses; what is measured starts from there
      const source = linter.getSourceCode()
      for (const [name, config] of at % 2 ? configs : [...configs].reverse()) {
        const start = process.hrtime.bigint()
        linter.verify(source, config, options)
        spent[name] += Number(process.hrtime.bigint() - start) / 1000
      }
    }
    if (turn < 0) continue // the first two turns warm the compiler
    perFile.push((spent.ours - spent.idle) / programs.length)
    perFileIdle.push((spent.idle - spent.none) / programs.length)
  }
  return { microsecondsPerFile: median(perFile), idleMicrosecondsPerFile: median(perFileIdle), files: programs.length }
}

/**
 * The share of each rule in a run over files that all use RPC, when the facts are known. The fastest of all turns counts:
 * whatever else the machine does can only slow one down.
 */
async function measureShares() {
  const { default: plugin } = await import(built)
  const home = path.join(folder, 'shares')
  writePrograms(home, 40, 1)
  const programs = readdirSync(home).map((name) => ({ filename: path.join(home, name), text: readFileSync(path.join(home, name), 'utf8') }))
  const configured = (order = (rules) => rules) => configFor({ ...plugin.configs.recommended, rules: Object.fromEntries(order(Object.entries(plugin.configs.recommended.rules ?? {}))) })
  const linter = new Linter()
  const run = (config) => {
    const start = process.hrtime.bigint()
    for (const { filename, text } of programs) linter.verify(text, config, { filename })
    return Number(process.hrtime.bigint() - start) / 1000
  }
  const fastest = (config) => Math.min(...Array.from({ length: runs * 2 }, () => run(config)))
  const all = await configured()
  fastest(all) // warms the compiler
  const whole = fastest(all)

  /** @type {Record<string, number[]>} */
  const spent = {}
  // the rule that comes first reads the facts for all: in one of two orders, it is another
  const orders = [all, await configured((rules) => rules.reverse())]
  for (let turn = 0; turn < runs * 2; turn++) {
    const times = {}
    for (const { filename, text } of programs) {
      linter.verifyAndFix(text, orders[turn % 2], /** @type {any} */ ({ filename, stats: true, fix: false }))
      for (const [rule, { total }] of Object.entries(linter.getTimes().passes.at(-1)?.rules ?? {})) times[rule] = (times[rule] ?? 0) + total * 1000
    }
    for (const [rule, time] of Object.entries(times)) (spent[rule] ??= []).push(time)
  }
  return Object.fromEntries(Object.entries(spent).map(([rule, times]) => [rule, Math.min(...times) / whole]))
}

/** A config that ESLint has validated once, as it does for a run over many files. */
async function configFor(preset) {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, { files: ['**/*.ts'], ...preset }] })
  const config = await eslint.calculateConfigForFile(path.join(folder, 'any.ts'))
  return /** @type {any} */ (Object.assign([], { getConfig: () => config })) // a linter asks whatever is a list and has this method
}

const dearest = (shares) => Object.entries(shares).reduce((most, one) => (one[1] > most[1] ? one : most))

function judge(whole, rules, shares) {
  const [mixed, all] = Object.values(whole).map((set) => set['secure-rpc recommended'])
  return [
    { what: 'recommended, one file in ten with RPC: CPU against the parser alone', measured: mixed.ratio, most: 1.03, unit: '×' },
    { what: 'recommended, every file with RPC: CPU against the parser alone', measured: all.ratio, most: 1.1, unit: '×' },
    { what: `our rules on a file without RPC, beside the ${rules.idleMicrosecondsPerFile.toFixed(0)} µs that as many rules take that do nothing`, measured: rules.microsecondsPerFile, most: 50, unit: 'µs' },
    { what: `peak memory added over ${files} files, one in ten with RPC`, measured: mixed.addedMiB, most: 30, unit: 'MiB' },
    ...shares ? [{ what: `the dearest rule, ${dearest(shares)[0]}: its share of a run over files with RPC`, measured: dearest(shares)[1] * 100, most: 1, unit: '%' }] : [],
  ].map((target) => ({ ...target, met: target.measured <= target.most }))
}

function print(whole, load, shares, targets) {
  for (const [set, results] of Object.entries(whole)) {
    console.log(`${set.padEnd(34)} ${'CPU s'.padStart(8)} ${'ratio'.padStart(8)} ${'from – to'.padStart(15)} ${'+MiB'.padStart(8)}`)
    for (const [name, { seconds, ratio, least, most, addedMiB }] of Object.entries(results)) {
      console.log(`  ${name.padEnd(32)} ${seconds.toFixed(2).padStart(8)} ${ratio.toFixed(3).padStart(8)} ${`${least.toFixed(3)} – ${most.toFixed(3)}`.padStart(15)} ${addedMiB.toFixed(0).padStart(8)}`)
    }
    console.log()
  }
  console.log(`${'loading the plugin'.padEnd(34)} ${'ms'.padStart(8)}`)
  for (const [name, milliseconds] of Object.entries(load)) console.log(`  ${name.padEnd(32)} ${milliseconds.toFixed(0).padStart(8)}`)
  console.log()
  if (shares) {
    const dear = Object.entries(shares).sort((a, b) => b[1] - a[1]).slice(0, 5)
    console.log(`the dearest rules: ${dear.map(([name, share]) => `${name} ${(share * 100).toFixed(2)} %`).join(', ')}\n`)
  }
  for (const { what, measured, most, unit, met } of targets) {
    console.log(`${met ? '✓' : '✗'} ${what}: ${Number(measured.toFixed(3))} ${unit} (at most ${most})`)
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
