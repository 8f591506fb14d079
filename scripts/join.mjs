// Joins what tsc has written to dist: into one file, for Node takes a millisecond to load a module and there would be 150;
// with the descriptions as the data they are, for making them anew takes longer than reading them. The build ends with it.
import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const descriptions = path.join(dist, 'frameworks/index.js')
const { frameworks } = await import(descriptions)

const bundle = await rolldown({
  input: { index: path.join(dist, 'index.js'), 'frameworks/describe': path.join(dist, 'frameworks/describe.js') },
  platform: 'node',
  external: id => id.endsWith('frameworks/index.js') || !/^[./]/.test(id),
})
const joined = mkdtempSync(path.join(dist, 'joined-'))
const { output } = await bundle.write({ dir: joined, format: 'esm', chunkFileNames: '[name].js', comments: false })
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js') && !file.startsWith(path.basename(joined))) rmSync(path.join(dist, file))
}
for (const { fileName } of output) renameSync(path.join(joined, fileName), path.join(dist, fileName))
rmSync(joined, { recursive: true })
writeFileSync(descriptions, written(frameworks))

/** A module that makes these descriptions: what stands in them twice is written, and made, once. */
function written(value) {
  const table = [], known = new Map()
  const put = one => {
    const parts = one && typeof one === 'object' ? Array.isArray(one) ? one.map(put) : Object.fromEntries(Object.entries(one).filter(([, part]) => part !== undefined).map(([name, part]) => [name, put(part)])) : one
    const text = JSON.stringify(parts)
    if (!known.has(text)) known.set(text, table.push(parts) - 1)
    return known.get(text)
  }
  put(value)
  const text = JSON.stringify(table).replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(/[^ -~]/g, sign => String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `const table = JSON.parse('${text}')
for (const one of table) if (one && typeof one === 'object') for (const name in one) one[name] = table[one[name]]
export const frameworks = table.at(-1)
`
}
