// The newest versions of the libraries that are described, in place of those of the lock file: what the programs of the
// corpus, and the findings on them, are checked against once a week.
//
//   npm run newest                 installs them (package.json stays as it is)
//   npm run newest -- --list       only tells how far the descriptions are behind
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { frameworks } from '../dist/frameworks/index.js'

const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const packageOf = (module) => module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/')
/** The versions in which each package was read; what a description begins with is what it is about. */
const readIn = (of) => frameworks.flatMap(({ module, tested }) => of([module].flat()).map((name) => [packageOf(name), tested]))
const tested = new Map([...readIn((modules) => modules.slice(1)), ...readIn((modules) => modules.slice(0, 1))])
// an old version under a name of its own stays what it is
const names = Object.keys(devDependencies).filter((name) => tested.has(name) && !devDependencies[name].startsWith('npm:'))

const npm = (...words) => {
  const { status, stdout, stderr } = spawnSync('npm', words, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${words.join(' ')} ended with ${status}: ${stderr}`)
  return stdout.trim()
}

for (const name of names) console.log(`${name.padEnd(44)} read in ${tested.get(name)?.padEnd(12)} newest ${npm('view', name, 'version')}`)
// packages of one family are published one after the other, so that their peers need not fit for a day
if (!process.argv.includes('--list')) console.log(npm('install', '--no-save', '--no-audit', '--no-fund', '--legacy-peer-deps', ...names.map((name) => `${name}@latest`)))
