// Lints real programs, shows what is found, applies the safe edits to a copy and shows what is left.
//
//   npm run demo                      the programs in examples/
//   npm run demo -- DIR [--strict]    any folder
import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { difference, frame, painter, wrap } from './frame.mjs'
import { sections } from './guide.mjs'
import { lintFolder, plugin } from './lint-folder.mjs'

const examples = fileURLToPath(new URL('../examples', import.meta.url))
const flags = process.argv.slice(2).filter((word) => word.startsWith('-'))
const [given, ...more] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
// npm runs this in the package's folder; the path is meant from where the user stands
const folder = given ? path.resolve(process.env.INIT_CWD ?? '.', given) : examples
const preset = flags.includes('--strict') ? 'strict' : 'recommended'
const paint = painter(process.stdout)
const width = Math.max(60, Math.min(process.stdout.columns ?? 120, 140))

if (more.length > 0 || flags.some((flag) => flag !== '--strict')) refuse('usage: npm run demo -- [DIR] [--strict]')
if (!existsSync(folder)) refuse(`${folder} does not exist`)
if (!statSync(folder).isDirectory()) refuse(`${folder} is not a folder`)

const before = await lintFolder(folder, { preset })
if (before.length === 0) refuse(`${folder} holds no TypeScript or JavaScript`)

title(`What ${before.length} files show`)
for (const file of before) show(file)

title('What the safe edits change, in a copy')
const after = await edit()

title('By section of the guide')
summary()

function refuse(why) {
  console.error(`demo: ${why}`)
  process.exit(2)
}

function title(text) {
  console.log(`\n${paint('bold', text)}\n${paint('dim', '─'.repeat(text.length))}`)
}

function show({ name, source, findings, failure }) {
  if (failure) console.log(`\n${paint('yellow', `${name} was not checked:`)} ${failure}`)
  for (const finding of findings) {
    const { section } = plugin.rules[finding.rule].meta.docs
    console.log(`\n${paint('bold', `${name}:${finding.line}:${finding.column}`)}  ${paint('cyan', `secure-rpc/${finding.rule}`)}  §${section} ${sections[section]}`)
    console.log(frame(source, finding, paint, width - 9))
    for (const row of wrap(finding.message, width - 9)) console.log(`         ${row}`)
  }
}

/** Copies the folder, lets `edits: 'hardening'` fix what it can, and lints the copy again. */
async function edit() {
  const copy = mkdtempSync(path.join(tmpdir(), 'secure-rpc-demo-'))
  try {
    const own = (file) => !/^(node_modules|\.git)$/.test(path.basename(file)) && !lstatSync(file).isSymbolicLink()
    cpSync(folder, copy, { recursive: true, filter: (file) => file === folder || own(file) })
    const edited = await lintFolder(copy, { preset, edits: 'hardening' })
    for (const { name, source, output } of edited) {
      if (output === undefined) continue
      writeFileSync(path.join(copy, name), output)
      console.log(`\n${paint('bold', name)}`)
      for (const { sign, number, text } of difference(source, output)) {
        console.log(paint(sign === '-' ? 'red' : 'green', `${String(number).padStart(6)} ${sign} ${text}`))
      }
    }
    if (edited.every(({ output }) => output === undefined)) console.log('\nNothing: all that was found wants a decision.')
    return await lintFolder(copy, { preset })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function summary() {
  const tally = (files) => {
    const counts = new Map()
    for (const { rule } of files.flatMap(({ findings }) => findings)) {
      const { section } = plugin.rules[rule].meta.docs
      counts.set(section, (counts.get(section) ?? 0) + 1)
    }
    return counts
  }
  const [found, left] = [tally(before), tally(after)]
  const row = (section, name, ...numbers) => `  ${String(section).padEnd(4)} ${name.padEnd(48)} ${numbers.map((n) => String(n).padStart(6)).join('')}`
  const sum = (counts) => [...counts.values()].reduce((total, count) => total + count, 0)

  console.log(`\n${paint('dim', row('§', '', 'found', 'left'))}`)
  for (const [section, name] of sections.entries()) {
    const numbers = [found.get(section) ?? 0, left.get(section) ?? 0]
    if (numbers.some(Boolean)) console.log(row(section, name, ...numbers))
  }
  console.log(paint('bold', row('', 'all', sum(found), sum(left))))

  const failed = before.filter(({ failure }) => failure)
  if (failed.length > 0) {
    console.log(`\n${paint('yellow', `${failed.length} of ${before.length} files could not be checked:`)}`)
    for (const { name, failure } of failed) console.log(`  ${name}: ${failure}`)
  }
}
