/** The rooms of the house: who may know whom, and what nothing is called. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { frameworks } from '../../src/frameworks/index.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = ['src', 'tests', 'scripts', 'docs', 'examples'].flatMap(folder => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file.replaceAll(path.sep, '/')}`))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const sources = files.filter(file => /^src\/.*\.ts$/.test(file))

/** The strings of a file, and what else is asked for. */
function textsOf(file: string, also: (node: ts.Node) => boolean): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node): void => { if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || also(node)) texts.push((node as ts.Identifier).text); ts.forEachChild(node, visit) }
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true))
  return texts
}

interface Import { from: string; to: string; typeOnly: boolean }
const imports = sources.flatMap((from): Import[] => {
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const literal = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) ? node.moduleSpecifier : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal
      : ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require') ? node.arguments[0] : undefined
    if (literal && ts.isStringLiteralLike(literal)) {
      const bindings = ts.isImportDeclaration(node) ? node.importClause : undefined
      const named = bindings?.namedBindings && ts.isNamedImports(bindings.namedBindings) ? bindings.namedBindings.elements : undefined
      const typeOnly = ts.isImportTypeNode(node) || (ts.isExportDeclaration(node) && node.isTypeOnly)
        || Boolean(bindings && (bindings.phaseModifier === ts.SyntaxKind.TypeKeyword || (!bindings.name && named && named.length > 0 && named.every(one => one.isTypeOnly))))
      found.push({ from, to: literal.text.startsWith('.') ? path.posix.join(path.posix.dirname(from), literal.text).replace(/\.js$/, '.ts') : literal.text, typeOnly })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(from, read(from), ts.ScriptTarget.Latest, true))
  return found
})

/** What each room may import of the house, as beginnings of paths. */
const rooms: [room: RegExp, may: RegExp][] = [
  [/^src\/analysis\//, /^src\/analysis\//],
  [/^src\/model\//, /^src\/model\//],
  [/^src\/frameworks\/describe\.ts$/, /^src\/model\//],
  [/^src\/frameworks\/index\.ts$/, /^src\/frameworks\//],
  // a library that hands options on to another says so
  [/^src\/frameworks\//, /^src\/(?:model\/|frameworks\/(?!index\.ts$))/],
  [/^src\/reader\//, /^src\/(?:analysis|model|reader)\/|^src\/frameworks\/describe\.ts$/],
  [/^src\/rules\/index\.ts$/, /^src\/(?:rules\/|rule\.ts$)/],
  [/^src\/rules\//, /^src\/(?:model\/|rule\.ts$)/],
  [/^src\/settings\.ts$/, /^src\/(?:reader\/|frameworks\/describe\.ts$)/],
  [/^src\/rule\.ts$/, /^src\/(?:analysis|model|frameworks|reader)\/|^src\/settings\.ts$/],
  [/^src\/configs\.ts$/, /^src\/(?:rule\.ts|rules\/index\.ts)$/],
  [/^src\/index\.ts$/, /^src\/(?:rule\.ts|configs\.ts|rules\/index\.ts)$/],
]

/** Packages that may be loaded when the plugin runs; all else is for types. */
const packages = Object.keys((JSON.parse(read('package.json')) as { dependencies: object }).dependencies)

describe('imports', () => {
  it('has a room for every file', () => {
    expect(sources.filter(file => !rooms.some(([room]) => room.test(file)))).toEqual([])
  })

  it('goes from each room only where the plan lets it', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('src/') && !rooms.find(([room]) => room.test(from))?.[1].test(to))
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('loads at run time only Node and what package.json says', () => {
    const wrong = imports.filter(({ to, typeOnly }) => !typeOnly && !/^(?:src\/|node:|\.\.\/package\.json$)/.test(to) && !packages.includes(to) && !to.endsWith('package.json'))
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('never goes in a circle, types included', () => {
    const next = new Map(sources.map(file => [file, imports.filter(({ from }) => from === file).map(({ to }) => to)]))
    const circle = (file: string, way: string[]): string[] | undefined => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
      for (const to of next.get(file) ?? []) { const found = circle(to, [...way, file]); if (found) return found }
      next.delete(file) // nothing behind it leads back
      return undefined
    }
    expect(sources.map(file => circle(file, [])).find(Boolean)).toBeUndefined()
  })
})

describe('words', () => {
  const modules = [...new Set(frameworks.flatMap(({ module }) => module))].filter(name => name !== 'globals')

  it.each(sources.filter(file => file.startsWith('src/rules/')))('%s names no library', file => {
    const strings = textsOf(file, () => false)
    // a name that is also an English word is one only where it stands alone, as a library's name does
    const wide = modules.filter(name => /[-@/:]|^(?:koffi|undici|zod|winax)$/.test(name)).map(name => name.replace(/^native:/, ''))
    expect(strings.filter(text => modules.includes(text) || modules.includes(text.replace(/^node:/, '')))).toEqual([])
    expect(wide.filter(name => new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}(?![\\w-])`, 'i').test(read(file)))).toEqual([])
  })

  it('knows nothing of RPC on the ground floor', () => {
    const words = /^(?:g?rpc|trpc|channel|listener|credential|procedure|guard|peer)s?$/i
    const spoken = sources.filter(file => file.startsWith('src/analysis/')).flatMap(file => textsOf(file, node => ts.isIdentifier(node)).flatMap(text => text.split(/[^a-zA-Z]+|(?=[A-Z][a-z])/)).filter(word => words.test(word)).map(word => `${file}: ${word}`))
    expect(spoken).toEqual([])
  })

  it('calls nothing utils, helpers, shared, common or misc', () => {
    expect(files.filter(file => file.split('/').some(part => /^(?:utils?|helpers?|shared|common|misc)(?:\.|$)/i.test(part)))).toEqual([])
  })

  it('points at nothing outside the repository, and leaves no errands behind', () => {
    const text = [...files.filter(file => /\.(?:ts|mjs|md|json)$/.test(file) && !file.startsWith('tests/house/')), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'package.json', 'eslint.config.js']
    for (const file of text) {
      // a block of code on a page stands somewhere else
      const prose = file.endsWith('.md') ? read(file).replaceAll(/^```[^]*?^```/gm, '') : read(file)
      const outside = [...prose.matchAll(/(?<![\w./])(?:\.\.\/)+[\w./-]*/g)].map(([to]) => to).filter(to => path.posix.join(path.posix.dirname(file), to).startsWith('..'))
      expect(outside, file).toEqual([])
      expect(read(file).match(/(?<=["'`\s(])\/(?:work|home|root|Users)\/[\w.-]+|\b(?:TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck/g), file).toBeNull()
      // pages may say how a user silences one place
      if (!file.endsWith('.md')) expect(read(file), file).not.toContain('eslint-disable')
    }
  })
})
