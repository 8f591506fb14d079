// Writes what can be generated of the documentation: the head and options of each rule's page, and the tables of rules
// and frameworks. Reads the built plugin and the marks of the corpus.
//
//   node scripts/docs.mjs          writes
//   node scripts/docs.mjs --check  fails and names what is stale
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const check = process.argv.includes('--check')
const { rules } = (await import(pathToFileURL(path.join(root, 'dist/index.js')).href)).default
const names = Object.keys(rules).sort((a, b) => rules[a].meta.docs.section - rules[b].meta.docs.section || a.localeCompare(b))
const stale = []

function write(file, text) {
  const target = path.join(root, file)
  const before = existsSync(target) ? readFileSync(target, 'utf8') : ''
  if (before === text) return
  stale.push(file)
  if (!check) writeFileSync(target, text)
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text, name, content) {
  const open = `<!-- ${name} -->`, close = `<!-- /${name} -->`
  const from = text.indexOf(open), to = text.indexOf(close)
  return from < 0 || to < 0 ? undefined : `${text.slice(0, from + open.length)}\n${content}\n${text.slice(to)}`
}

function head(name) {
  const { docs, hasSuggestions, schema } = rules[name].meta
  const sets = docs.recommended ? `\`recommended\`${docs.inferred ? ', as a warning,' : ''} and \`strict\`` : '`strict` only'
  const options = schema[0] ? Object.entries(schema[0].properties).map(([key, { description }]) => `- \`${key}\`: ${description}. Default: \`${JSON.stringify(rules[name].meta.defaultOptions[0][key])}\`.`) : []
  return [
    `# ${name}`, '', `${docs.description[0].toUpperCase()}${docs.description.slice(1)}.`, '',
    `Section ${docs.section} of the guide · CWE-${docs.cwe} · in ${sets}${hasSuggestions ? ' · 💡 suggests edits' : ''}`,
    ...(options.length > 0 ? ['', 'Options:', '', ...options] : []),
  ].join('\n')
}

for (const name of names) {
  const file = `docs/rules/${name}.md`
  const page = existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : undefined
  const text = page && between(page, 'head', head(name))
  if (text === undefined) stale.push(`${file} (missing, or without its head markers)`)
  else write(file, text)
}

const table = link => ['| § | rule | set | 💡 |', '|---|---|---|---|', ...names.map(name => {
  const { docs, hasSuggestions } = rules[name].meta
  return `| ${docs.section} | [${name}](${link}/${name}.md): ${docs.description} | ${docs.recommended ? docs.inferred ? 'recommended (warning)' : 'recommended' : 'strict'} | ${hasSuggestions ? '💡' : ''} |`
})].join('\n')
write('docs/rules.md', `# Rules\n\n${table('rules')}\n`)

/** What the folders of the corpus hold programs for; one that is not named here stands for itself. */
const libraries = { 'alias-root': 'tRPC', connect: 'Connect', google: 'Google Cloud', 'grpc-js': '@grpc/grpc-js', 'grpc-web': 'gRPC-Web', nestjs: 'NestJS', 'node-tls': 'Node TLS', opentelemetry: 'OpenTelemetry', temporal: 'Temporal', thrift: 'Apache Thrift', tokens: 'Tokens', trpc: 'tRPC', twirp: 'Twirp', 'windows-rpc': 'Windows RPC' }
const corpus = path.join(root, 'tests/corpus')
const spoken = new Map()
for (const file of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) {
  if (!/\.[cm]?tsx?$/.test(file) || !file.includes(path.sep)) continue
  const [folder] = file.split(path.sep)
  const framework = libraries[folder] ?? folder
  for (const line of readFileSync(path.join(corpus, file), 'utf8').split('\n')) {
    for (const rule of (/\/\/ ✗ ([\w-]+(?:, [\w-]+)*)/.exec(line)?.[1] ?? '').split(', ').filter(Boolean)) spoken.set(framework, (spoken.get(framework) ?? new Set()).add(rule))
  }
}
const frameworks = [...spoken.keys()].sort()
write('docs/frameworks.md', `# What is found where\n\nRules by library, as the programs of the corpus prove it: ● stands where at least one of them is found. A rule's page\nshows insecure and secure code for each. Connect holds Dubbo, Node TLS holds undici,\nTokens hold jsonwebtoken, jose, hono/jwt, jwks-rsa, passport-jwt, jwt-decode and @nestjs/jwt,\nTwirp holds twirp-ts and TwirpScript, gRPC-Web holds @improbable-eng/grpc-web, and Windows RPC holds COM.\n\n| rule | ${frameworks.join(' | ')} |\n|---|${frameworks.map(() => '---|').join('')}\n${names.map(name => `| [${name}](rules/${name}.md) | ${frameworks.map(one => spoken.get(one).has(name) ? '●' : '').join(' | ')} |`).join('\n')}\n`)

const readme = existsSync(path.join(root, 'README.md')) ? between(readFileSync(path.join(root, 'README.md'), 'utf8'), 'rules', table('docs/rules')) : undefined
if (readme) write('README.md', readme)

if (check && stale.length > 0) {
  console.error(`docs: stale, run \`npm run build && npm run docs\`:\n${stale.map(file => `  ${file}`).join('\n')}`)
  process.exit(1)
}
console.log(stale.length > 0 ? `docs: wrote ${stale.join(', ')}` : 'docs: current')
