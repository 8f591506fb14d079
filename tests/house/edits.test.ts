/** Every edit that is offered for a program of the corpus is applied to it: it compiles, and leaves nothing for its rule to say. */
import path from 'node:path'
import { ESLint, type Linter, type Rule } from 'eslint'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { corpus, found, inCorpus, programs, read, strict } from '../corpus/programs.js'

interface Offer { file: string; finding: string; rule: string; message: string; says: string; fix: Rule.Fix }

const apply = (text: string, { range: [start, end], text: by }: Rule.Fix) => text.slice(0, start) + by + text.slice(end)
const count = (messages: readonly Linter.LintMessage[], rule: string, text?: string) => messages.filter(({ ruleId, message }) => ruleId === rule && (text === undefined || message === text)).length

describe('edits', () => {
  const offers: Offer[] = [], several: string[] = []
  const messages = new Map<string, Linter.LintMessage[]>()
  let eslint: ESLint
  beforeAll(async () => {
    eslint = inCorpus(corpus)
    for (const result of await eslint.lintFiles(programs)) {
      const file = path.relative(corpus, result.filePath).replaceAll(path.sep, '/')
      messages.set(file, result.messages)
      for (const message of result.messages) {
        const finding = `${file}:${found(message)}`
        if (message.suggestions && message.suggestions.length !== 1) several.push(finding)
        for (const { desc, fix } of message.suggestions ?? []) offers.push({ file, finding, rule: message.ruleId!, message: message.message, says: desc, fix })
      }
    }
  }, 120_000)

  it('are offered, one for a finding', () => {
    expect(offers.length).toBeGreaterThan(50)
    expect(several).toEqual([])
  })

  it('leave nothing for their rule to say of it', async () => {
    const left: string[] = []
    for (const { file, finding, rule, message, says, fix } of offers) {
      const [{ messages: after }] = await eslint.lintText(apply(read(file), fix), { filePath: path.join(corpus, file) }) as [ESLint.LintResult]
      const before = messages.get(file)!
      if (count(after, rule, message) >= count(before, rule, message)) left.push(`${finding}: still said after "${says}"`)
      if (count(after, rule) > count(before, rule)) left.push(`${finding}: more is said after "${says}"`)
    }
    expect(left).toEqual([])
  }, 120_000)

  it('are all made, one after the other, where the settings ask for hardening', async () => {
    const hardening = inCorpus(corpus, { settings: { 'secure-rpc': { edits: 'hardening' } } })
    const fixing = new ESLint({ cwd: corpus, overrideConfigFile: true, ignore: false, allowInlineConfig: false, fix: true, overrideConfig: strict({ settings: { 'secure-rpc': { edits: 'hardening' } } }) })
    const open: string[] = []
    for (const file of new Set(offers.map(one => one.file))) {
      const [{ output = read(file), messages: rest }] = await fixing.lintText(read(file), { filePath: path.join(corpus, file) }) as [ESLint.LintResult]
      open.push(...rest.filter(({ fix, fatal }) => fix ?? fatal).map(message => `${file}: ${message.message}`))
      const [{ messages: again }] = await hardening.lintText(output, { filePath: path.join(corpus, file) }) as [ESLint.LintResult]
      if (again.length > messages.get(file)!.length) open.push(`${file}: more is said than before`)
    }
    expect(open).toEqual([])
  }, 120_000)

  it('compile', () => {
    const config = ts.getParsedCommandLineOfConfigFile(path.join(corpus, 'tsconfig.json'), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(String(messageText)) } })!
    const wrong: string[] = []
    const unchanged = new Map<string, ts.SourceFile | undefined>()
    // as many at a time as do not touch each other
    for (let waiting = offers; waiting.length > 0;) {
      const now = new Map<string, Offer[]>(), later: Offer[] = []
      for (const offer of waiting) {
        const taken = now.get(offer.file) ?? []
        if (taken.some(({ fix }) => fix.range[0] <= offer.fix.range[1] && offer.fix.range[0] <= fix.range[1])) later.push(offer)
        else now.set(offer.file, [...taken, offer])
      }
      const edited = new Map([...now].map(([file, some]) => [path.join(corpus, file).replaceAll(path.sep, '/'), [...some].sort((a, b) => b.fix.range[0] - a.fix.range[0]).reduce((text, { fix }) => apply(text, fix), read(file))]))
      const host = ts.createCompilerHost(config.options)
      const { getSourceFile } = host
      host.getSourceFile = (file, ...more) => {
        const text = edited.get(file)
        if (text !== undefined) return ts.createSourceFile(file, text, more[0])
        if (!unchanged.has(file)) unchanged.set(file, getSourceFile(file, ...more))
        return unchanged.get(file)
      }
      const program = ts.createProgram({ rootNames: config.fileNames, options: config.options, host })
      for (const file of edited.keys()) {
        const source = program.getSourceFile(file)
        for (const { messageText } of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) wrong.push(`${path.relative(corpus, file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
      }
      waiting = later
    }
    expect(wrong).toEqual([])
  }, 300_000)
})
