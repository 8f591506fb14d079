/**
 * Real programs, with marks at the ends of lines. Every finding of `strict` must be marked, without exception. Every
 * mark must be found, but for those in `pending.json`: marks that await what finds them. A pending mark that is found
 * fails too, so that the list can only shrink with the truth.
 */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpus, found, inCorpus, marksOf, pending, programs, read } from './programs.js'

const eslint = inCorpus(corpus)

describe.each([...new Set(programs.map(file => file.split('/')[0]!))])('%s', framework => {
  it.each(programs.filter(file => file.startsWith(`${framework}/`)))('%s', async file => {
    const [result] = await eslint.lintFiles(path.join(corpus, file))
    const findings = new Set(result!.messages.map(found))
    const awaited = new Set(pending[file] ?? [])
    const marks = marksOf(read(file)).filter(mark => !awaited.has(mark))
    expect([...findings].sort()).toEqual([...new Set(marks)].sort())
  })
})

it('awaits only marks that stand in a program', () => {
  for (const [file, marks] of Object.entries(pending)) expect(marksOf(read(file))).toEqual(expect.arrayContaining(marks))
})
