// Draws docs/squiggles.svg: places of the example programs, with what the built plugin says about them.
//
//   npm run picture             draws
//   npm run picture -- --check  fails when the picture is not what the plugin says
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@typescript-eslint/parser'
import { wrap } from './frame.mjs'
import { lintFolder } from './lint-folder.mjs'

/** What is shown: a stretch of a file, by how its first and its last line begin. */
const shown = [
  { file: 'grpc/client.ts', first: 'const anyName', last: 'const legacy' },
  { file: 'trpc/trpc.ts', first: 'export const adminProcedure', last: '})' },
  { file: 'trpc/routers/admin.ts', first: '  backup:', last: '    .mutation' },
]
const picture = new URL('../docs/squiggles.svg', import.meta.url)
const columns = 102
const size = { column: 7.8, word: 7.2, row: 21, gutter: 52, margin: 20 }
const colours = {
  back: '#1b1f27', bar: '#242a35', line: '#313946', number: '#667085', text: '#d5dae3', dim: '#8b95a7', comment: '#7f8ea3',
  keyword: '#c792ea', string: '#a5d69a', number_: '#f2a272', function: '#7fb4ff', type: '#f0cf7a', punctuation: '#95a1b5',
  error: '#ff6b72', said: '#ffc9cc', band: '#3a2229',
}

const files = new Map((await lintFolder(fileURLToPath(new URL('../examples', import.meta.url)))).map((one) => [one.name.replaceAll('\\', '/'), one]))
const drawn = draw()
if (!process.argv.includes('--check')) writeFileSync(picture, drawn)
else if (!existsSync(picture) || readFileSync(picture, 'utf8') !== drawn) {
  console.error('picture: docs/squiggles.svg is stale, run `npm run build && npm run picture`')
  process.exit(1)
}

function draw() {
  const parts = []
  let y = 0
  for (const { file, first, last } of shown) {
    const known = files.get(file)
    if (!known) throw new Error(`picture: there is no examples/${file}`)
    const lines = known.source.split(/\r?\n/)
    const from = lines.findIndex((line) => line.startsWith(first))
    const to = lines.findIndex((line, at) => at > from && line.startsWith(last))
    if (from < 0 || to < 0) throw new Error(`picture: examples/${file} has no lines from \`${first}\` to \`${last}\``)
    parts.push(bar(file, y))
    y += 44
    const words = tokensOf(known.source)
    for (let at = from; at <= to; at++) {
      const findings = known.findings.filter(({ line }) => line === at + 1)
      if (findings.length > 0) parts.push(`<rect y="${y}" width="100%" height="${size.row}" fill="${colours.band}" opacity=".55"/>`)
      parts.push(text(String(at + 1), { x: size.gutter - 14, y, fill: colours.number, anchor: 'end' }))
      parts.push(...code(lines[at], words.get(at + 1) ?? [], y))
      parts.push(...findings.map((finding) => squiggle(finding, lines[at], y)))
      y += size.row
      for (const finding of findings) {
        y += 5
        const { rows, block } = says(finding, y, Math.max(0, lines[at].search(/\S/)))
        parts.push(block)
        y += rows * 18 + 7
      }
    }
    y += 12
  }
  const width = size.gutter + columns * size.column + size.margin
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" role="img" aria-label="Code with the findings of eslint-plugin-secure-rpc underlined">
<style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;white-space:pre}.says{font-size:12px}</style>
<clipPath id="window"><rect width="${width}" height="${y}" rx="10"/></clipPath>
<g clip-path="url(#window)">
<rect width="100%" height="100%" fill="${colours.back}"/>
${parts.join('\n')}
</g>
</svg>
`
}

function bar(file, y) {
  const rule = y > 0 ? `<rect y="${y}" width="100%" height="1" fill="${colours.line}"/>` : ''
  return `<rect y="${y}" width="100%" height="32" fill="${colours.bar}"/>${rule}${text(file, { x: size.margin, y: y + 6, fill: colours.dim })}`
}

function text(content, { x, y, fill, anchor = 'start', length = 0 }) {
  const fit = length ? ` textLength="${round(length)}" lengthAdjust="spacingAndGlyphs"` : ''
  return `<text x="${round(x)}" y="${round(y + 15)}" fill="${fill}"${anchor === 'end' ? ' text-anchor="end"' : ''}${fit}>${escape(content)}</text>`
}

/** The line's words, each at its own column, so that no reader's font can move the squiggles away from them. */
function code(line, words, y) {
  return words.map(({ from, to, colour }) =>
    text(line.slice(from, to), { x: columnAt(from), y, fill: colours[colour], length: (to - from) * size.column }))
}

function squiggle({ line, column, endLine = line, endColumn = column + 1 }, text, y) {
  const from = columnAt(column - 1)
  const to = columnAt(endLine > line ? text.length : endColumn - 1)
  const path = 't2.5 0'.repeat(Math.round((to - from) / 2.5) - 1)
  return `<path d="M${round(from)} ${y + 19}q1.25-3 2.5 0${path}" fill="none" stroke="${colours.error}" stroke-width="1.2"/>`
}

/** What the finding says, under its line, and how many rows that takes. */
function says({ message, ruleId }, y, indent) {
  const x = columnAt(indent)
  const sentences = wrap(message, Math.floor((columns - indent) * size.column / size.word) - 3)
  const spoken = sentences.map((row, at) => `<text class="says" x="${round(x + 14)}" y="${round(y + 31 + at * 18)}" fill="${colours.said}" textLength="${round(row.length * size.word)}" lengthAdjust="spacingAndGlyphs">${escape(row)}</text>`)
  const rows = sentences.length + 1
  const block = [
    `<rect x="${round(x)}" y="${y}" width="2.5" height="${rows * 18 + 1}" rx="1.2" fill="${colours.error}"/>`,
    `<text class="says" x="${round(x + 14)}" y="${y + 13}" fill="${colours.error}" font-weight="600">${ruleId}</text>`,
    ...spoken,
  ].join('')
  return { rows, block }
}

/** Words and their colours by line, from the parser's own tokens. */
function tokensOf(source) {
  const { tokens = [], comments = [] } = parse(source, { range: true, loc: true, tokens: true, comment: true })
  const byLine = new Map()
  const add = (line, from, to, colour) => byLine.set(line, [...(byLine.get(line) ?? []), { from, to, colour }])
  const lines = source.split(/\r?\n/)
  for (const [at, token] of tokens.entries()) {
    const { start, end } = token.loc
    const colour = colourOf(token, tokens[at - 1], tokens[at + 1])
    for (let line = start.line; line <= end.line; line++) add(line, line === start.line ? start.column : 0, line === end.line ? end.column : lines[line - 1].length, colour)
  }
  for (const { loc: { start, end } } of comments) add(start.line, start.column, end.column, 'comment')
  return byLine
}

function colourOf({ type, value }, before, after) {
  if (type === 'String' || type === 'Template' || type === 'RegularExpression') return 'string'
  if (type === 'Numeric') return 'number_'
  if (type === 'Punctuator') return value === '=>' ? 'keyword' : 'punctuation'
  if (type === 'Keyword' || type === 'Null' || type === 'Boolean' || ['const', 'let', 'async', 'await', 'as', 'of', 'type', 'null', 'undefined'].includes(value) && before?.value !== '.') return 'keyword'
  if (after?.value === '(') return before?.value === 'new' ? 'type' : 'function'
  return /^[A-Z]/.test(value) ? 'type' : 'text'
}

function columnAt(column) {
  return size.gutter + column * size.column
}

function round(number) {
  return Number(number.toFixed(2))
}

function escape(content) {
  return content.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character)
}
