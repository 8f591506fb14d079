// Writes the tables of contents of src/rules and src/frameworks from the files that stand there, so that adding a rule or
// a library touches one source file. The build begins with it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = name => new URL(`../src/${name}/`, import.meta.url)
const filesIn = (name, ...others) => readdirSync(folder(name)).filter(file => file.endsWith('.ts') && file !== 'index.ts' && !others.includes(file)).map(file => file.replace(/\.ts$/, '')).sort()

function write(name, lines) {
  const file = new URL('index.ts', folder(name)), text = `${lines.join('\n')}\n`
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}

const camel = name => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase())
const rules = filesIn('rules')
write('rules', [
  '/** Every rule by its name. Written by scripts/tables.mjs when the plugin is built. */',
  "import type { SecureRpcRule } from '../rule.js'",
  ...rules.map(name => `import ${camel(name)} from './${name}.js'`),
  '',
  'export const rules: Record<string, SecureRpcRule> = {',
  ...rules.map(name => `  '${name}': ${camel(name)},`),
  '}',
])

const libraries = filesIn('frameworks', 'describe.ts').map(file => ({ file, names: [...readFileSync(new URL(`${file}.ts`, folder('frameworks')), 'utf8').matchAll(/^export const (\w+) = framework\(/gm)].map(([, name]) => name) }))
write('frameworks', [
  '/** Every library that is described. Written by scripts/tables.mjs when the plugin is built. */',
  "import type { Framework } from './describe.js'",
  ...libraries.map(({ file, names }) => `import { ${names.join(', ')} } from './${file}.js'`),
  '',
  'export const frameworks: readonly Framework[] = [',
  ...libraries.map(({ names }) => `  ${names.join(', ')},`),
  ']',
])
