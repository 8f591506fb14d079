/** Code that a page calls secure is code that compiles, whatever the files of its program that the page leaves out may be. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url)), corpus = path.join(root, 'tests/corpus').replaceAll(path.sep, '/')
const pages = ['README.md', 'CONTRIBUTING.md', ...['docs', 'docs/rules'].flatMap(folder => readdirSync(path.join(root, folder)).filter(name => name.endsWith('.md')).map(name => `${folder}/${name}`))]
const blocks = new Map(pages.flatMap(page => [...readFileSync(path.join(root, page), 'utf8').matchAll(/```ts secure\n([\s\S]*?)```/g)].map(([, code], at) => [`${corpus}/${page.replaceAll('/', '-')}-${at + 1}.ts`, code!] as const)))

it('compiles', () => {
  const config = ts.getParsedCommandLineOfConfigFile(path.join(corpus, 'tsconfig.json'), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(String(messageText)) } })!
  // what comes from a file that the page leaves out has no type
  const options = { ...config.options, noImplicitAny: false }
  const texts = new Map([...blocks, [`${corpus}/left-out.d.ts`, "declare module '*.js';\n"]])
  const host = ts.createCompilerHost(options), { getSourceFile, fileExists } = host
  host.getSourceFile = (file, ...more) => texts.has(file) ? ts.createSourceFile(file, texts.get(file)!, more[0]) : getSourceFile(file, ...more)
  host.fileExists = file => texts.has(file) || fileExists(file)
  const program = ts.createProgram({ rootNames: [...texts.keys(), ...config.fileNames.filter(file => file.endsWith('.d.ts'))], options, host })
  const wrong = [...blocks.keys()].flatMap(file => {
    const source = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  })
  expect(blocks.size).toBeGreaterThan(50)
  expect(wrong).toEqual([])
}, 120_000)
