/** Real programs, with marks at the ends of lines: every finding of `strict` is marked, and every mark is found, without exception. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpus, found, inCorpus, marksOf, programs, read } from './programs.js'

const eslint = inCorpus(corpus)

describe.each([...new Set(programs.map(file => file.split('/')[0]!))])('%s', framework => {
  it.each(programs.filter(file => file.startsWith(`${framework}/`)))('%s', async file => {
    const [result] = await eslint.lintFiles(path.join(corpus, file))
    const findings = new Set(result!.messages.map(found))
    expect([...findings].sort()).toEqual([...new Set(marksOf(read(file)))].sort())
  })
})
