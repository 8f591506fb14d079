/** Draws code with squiggles, and the difference of two texts, for a terminal. */

/** A function that colours, or leaves text alone where colour is not wanted. */
export function painter(stream) {
  const wanted = stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] }
  return (colour, text) => (wanted ? `\u001b[${codes[colour][0]}m${text}\u001b[${codes[colour][1]}m` : text)
}

/**
 * The lines of a finding and around it; the squiggle goes from column `from` to `to`.
 * @returns {{ number?: number, text: string, from?: number, to?: number }[]}
 */
export function marked(source, { line, column, endLine = line, endColumn = column + 1 }, { around = 1, most = 6 } = {}) {
  const lines = source.split(/\r?\n/)
  const rows = []
  for (let number = Math.max(1, line - around); number <= Math.min(lines.length, endLine + around); number++) {
    const text = lines[number - 1]
    if (number < line || number > endLine) {
      rows.push({ number, text })
      continue
    }
    const from = number === line ? column - 1 : text.search(/\S|$/)
    const to = Math.max(number === endLine ? endColumn - 1 : text.length, from + 1)
    rows.push({ number, text, from, to })
  }
  if (rows.length <= most) return rows
  return [...rows.slice(0, most - 2), { text: '…' }, ...rows.slice(-1 - around)]
}

/** The same as text. Long lines are cut around the finding. */
export function frame(source, finding, paint, width = 140) {
  return marked(source, finding)
    .flatMap(({ number, text, from, to = 0 }) => {
      const start = from === undefined ? 0 : Math.max(0, Math.min(from - 20, text.length - width))
      const shown = text.slice(start, start + width)
      const code = `${paint('dim', `${String(number ?? '').padStart(6)} |`)} ${shown}`
      if (from === undefined) return [code]
      const before = text.slice(start, from).replace(/[^\t]/g, ' ')
      const squiggle = '~'.repeat(Math.max(1, Math.min(to, start + width) - from))
      return [code, `${paint('dim', '       |')} ${before}${paint('red', squiggle)}`]
    })
    .map((row) => row.trimEnd())
    .join('\n')
}

/** Rows of at most so many characters, broken between words. */
export function wrap(sentence, most) {
  const rows = ['']
  for (const word of sentence.split(' ')) {
    const longer = `${rows.at(-1)} ${word}`.trim()
    if (longer.length > most) rows.push(word)
    else rows[rows.length - 1] = longer
  }
  return rows
}

/** The lines that two texts do not share, in order: `{ sign, number, text }`. */
export function difference(before, after) {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)]
  let head = 0
  while (head < old.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++

  const rows = old.length - head - tail
  const columns = now.length - head - tail
  const same = (i, j) => old[head + i] === now[head + j]
  // common[i][j]: how many lines old[i…] and now[j…] have in common
  const common = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      common[i][j] = same(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1])
    }
  }
  const changes = []
  for (let i = 0, j = 0; i < rows || j < columns;) {
    if (i < rows && j < columns && same(i, j)) {
      i++
      j++
    } else if (i < rows && (j === columns || common[i + 1][j] >= common[i][j + 1])) {
      changes.push({ sign: '-', number: head + i + 1, text: old[head + i++] })
    } else {
      changes.push({ sign: '+', number: head + j + 1, text: now[head + j++] })
    }
  }
  return changes
}
