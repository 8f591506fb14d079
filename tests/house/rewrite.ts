/** Copies of the corpus in which every program is rewritten, and ways to rewrite one. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import type { Linter } from 'eslint'
import ts from 'typescript'
import { walk } from '../../src/analysis/tree.js'
import { corpus, found, inCorpus, marksOf, programs, read } from '../corpus/programs.js'

export interface Rewritten { text: string; /** its name, when that changes too */ name?: string; /** the line of the original that a place comes from */ lineOf?: (line: number, column: number) => number }
export type Findings = Record<string, string[]>

/** What the marks of the corpus say is found in each program. */
export const expected = (): Findings => Object.fromEntries(programs.map(file => [file, unique(marksOf(read(file)))]))
const unique = (list: string[]) => [...new Set(list)].sort()

/** Writes every program anew into a folder of its own, and lints it there; findings are told by the lines of the original. */
export async function lintRewritten(rewrite: (text: string, file: string) => Rewritten): Promise<Findings> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'corpus-')))
  try {
    const put = (file: string, text: string) => { mkdirSync(path.dirname(path.join(folder, file)), { recursive: true }); writeFileSync(path.join(folder, file), text) }
    put('tsconfig.json', read('tsconfig.json'))
    const written = new Map(programs.map(file => {
      const one = rewrite(read(file), file), name = one.name ?? file
      put(name, one.text)
      return [path.join(folder, name), { file, ...one }] as const
    }))
    const results = await inCorpus(folder).lintFiles([...written.keys()])
    return Object.fromEntries(results.map(({ filePath, messages }) => {
      const { file, lineOf = line => line } = written.get(filePath)!
      return [file, unique(messages.map(message => found({ ...message, line: lineOf(message.line, message.column) } as Linter.LintMessage)))]
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The lines in which two sets of findings differ, by program. */
export function difference(was: Findings, is: Findings): string[] {
  return Object.keys(was).flatMap(file => [...was[file]!.filter(one => !is[file]!.includes(one)).map(one => `- ${file} ${one}`), ...is[file]!.filter(one => !was[file]!.includes(one)).map(one => `+ ${file} ${one}`)])
}

type Named = TSESTree.Identifier & { parent: TSESTree.Node }

/** The same program, in which everything that it names for itself alone has another name. */
export function renamed(text: string, file: string): Rewritten {
  const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, { filePath: path.join(corpus, file), range: true, sourceType: 'module' })
  walk(ast as TSESTree.Program, visitorKeys as Record<string, string[]>, () => {}) // gives every node its parent
  const names = new Map<string, string>(), changes = new Map<number, { length: number; text: string }>()
  const nameFor = (old: string) => {
    if (!names.has(old)) names.set(old, `${/^[A-Z]/.test(old) ? 'N' : 'n'}${names.size}n`)
    return names.get(old)!
  }
  for (const { variables, type } of scopeManager.scopes) {
    if (type === 'global') continue
    for (const { defs, identifiers, references, name } of variables) {
      const uses = [...identifiers, ...references.map(({ identifier }) => identifier)] as Named[]
      if (defs.length === 0 || name === 'this' || defs.some(({ node }) => isPublic(node) || node.type === 'TSEnumMember' ) || uses.some(({ type, parent }) => String(type) === 'JSXIdentifier' || parent.type === 'TSParameterProperty' || parent.parent?.type === 'TSParameterProperty')) continue
      for (const use of uses) {
        if (!text.startsWith(name, use.range[0])) throw new Error(`${file}: ${name} is not at ${use.range[0]}`)
        changes.set(use.range[0], { length: name.length, text: around(use, nameFor(name)) })
      }
    }
  }
  let result = '', at = 0
  for (const [start, change] of [...changes].sort(([a], [b]) => a - b)) {
    result += text.slice(at, start) + change.text
    at = start + change.length
  }
  return { text: result + text.slice(at) }
}

/** Whether other files can name what is declared here. */
function isPublic(node: TSESTree.Node): boolean {
  for (let up: TSESTree.Node | undefined = node; up; up = up.parent) {
    if (up.type === 'ExportNamedDeclaration' || up.type === 'ExportDefaultDeclaration' || up.type === 'TSModuleDeclaration') return true
    if (up !== node && /Function|Class|BlockStatement/.test(up.type)) return false
  }
  return false
}

/** The new name, next to the old one where that says which export, import or property is meant. */
function around(use: Named, name: string): string {
  const { parent } = use
  const same = (other: TSESTree.Node) => other.range[0] === use.range[0]
  if (parent.type === 'ImportSpecifier' && same(parent.imported)) return `${use.name} as ${name}`
  if (parent.type === 'ExportSpecifier' && same(parent.exported)) return `${name} as ${use.name}`
  const property = parent.type === 'AssignmentPattern' && parent.left === use ? parent.parent : parent
  return property.type === 'Property' && property.shorthand ? `${use.name}: ${name}` : name
}

/** The same program, importing packages of other names. */
export function lookalike(text: string, name: (module: string) => string): Rewritten {
  return { text: text.replaceAll(/(\bfrom |\brequire\(|\bimport\(|\bimport )(['"])([^'"\n]+)\2/g, (_whole, before: string, quote: string, module: string) => `${before}${quote}${name(module)}${quote}`) }
}

/** The same program as JavaScript. One with an enum stays what it is: an enum is code, and becomes other code. */
export function untyped(text: string, file: string): Rewritten {
  if (/\benum \w/.test(text)) return { text }
  const { outputText, sourceMapText } = ts.transpileModule(text, { fileName: file, compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.Preserve, verbatimModuleSyntax: !file.endsWith('.cts'), jsx: ts.JsxEmit.Preserve, sourceMap: true, experimentalDecorators: false } })
  const map = new SourceMap(JSON.parse(sourceMapText!) as ConstructorParameters<typeof SourceMap>[0])
  return {
    text: outputText.replace(/\n\/\/# sourceMappingURL=.*/, ''), name: file.replace(/\.([cm]?)tsx?$/, file.endsWith('x') ? '.jsx' : '.$1js'),
    lineOf: (line, column) => (map.findEntry(line - 1, column - 1) as { originalLine?: number }).originalLine! + 1,
  }
}
