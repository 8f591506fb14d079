/** What must not change findings. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { frameworks } from '../../src/frameworks/index.js'
import plugin from '../../src/index.js'
import { corpus, programs, read } from '../corpus/programs.js'
import { difference, expected, lintRewritten, renamed, untyped } from './rewrite.js'

describe('findings', () => {
  it('do not hang on any name that the program chose', async () => {
    expect(difference(expected(), await lintRewritten(renamed))).toEqual([])
  })

  it('are the same without types, but for those that a mark says a declared type tells', async () => {
    const typed = programs.flatMap(file => read(file).split('\n').flatMap((line, at) => { const rule = /✗ ([\w-]+) by its declared type/.exec(line)?.[1]; return rule ? [`- ${file} ${at + 1} ${rule}`] : [] }))
    expect(difference(expected(), await lintRewritten(untyped))).toEqual(typed)
  })

  const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
  it('come of the same descriptions, as the build writes them', async () => {
    const written = await import(new URL('frameworks/index.js', pathToFileURL(built)).href) as { frameworks: typeof frameworks }
    expect(JSON.stringify(written.frameworks)).toBe(JSON.stringify(frameworks))
  })

  it.runIf(existsSync(built))('are the same in oxlint, for programs of one file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'oxlint-'))
    try {
      const config = path.join(folder, 'oxlint.json')
      writeFileSync(config, JSON.stringify({ jsPlugins: [built], categories: { correctness: 'off' }, rules: plugin.configs.strict.rules }))
      const alone = programs.filter(file => !/(?:from|require\(|import\() ?['"][.@#]\.?\//.test(read(file)))
      const told = lintedByOxlint(config, alone)
      const was = Object.fromEntries(Object.entries(expected()).filter(([file]) => alone.includes(file)))
      expect(Object.values(was).flat().length).toBeGreaterThan(50)
      expect(difference(was, Object.fromEntries(alone.map(file => [file, told.filter(one => one.file === file).map(({ is }) => is)])))).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function lintedByOxlint(config: string, files: string[]): { file: string; is: string }[] {
  const oxlint = fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url))
  const { stdout } = spawnSync(process.execPath, [oxlint, '-c', config, '--format=json', ...files], { cwd: corpus, encoding: 'utf8', maxBuffer: 1e8 })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[] }
  return diagnostics.map(({ code, filename, labels }) => ({ file: filename.replaceAll(path.sep, '/'), is: `${labels[0]!.span.line} ${/\((.*)\)/.exec(code)![1]}` }))
}
