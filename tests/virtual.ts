/** Programs of several files that are written in a test: no disk, and packages are whatever is not a file of them. */
import * as parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import { makeModule, type Host } from '../src/analysis/modules.js'
import type { Module } from '../src/analysis/value.js'

/** The module of the first file; a specifier `./x` names the file `x`. */
export function virtual(files: Readonly<Record<string, string>>): Module {
  const modules = new Map<string, Module>()
  const host: Host = {
    resolve(specifier) {
      const name = specifier.replace(/^\.\//, '')
      return specifier.startsWith('.')
        ? Object.hasOwn(files, name) ? { kind: 'program', module: moduleOf(name) } : { kind: 'lost', reason: 'the file cannot be found' }
        : { kind: 'package', name: specifier }
    },
    mentions: (specifier, _from, sign) => mentions(specifier.replace(/^\.\//, ''), sign, 2),
    around: (from, sign) => Object.keys(files).filter(name => `/p/${name}.ts` !== from && sign.test(files[name]!)).map(moduleOf),
  }
  function mentions(name: string, sign: RegExp, hops: number): boolean {
    const text = files[name] ?? ''
    return sign.test(text) || (hops > 0 && [...text.matchAll(/'\.\/(\w+)'/g)].some(([, next]) => mentions(next!, sign, hops - 1)))
  }
  function moduleOf(name: string): Module {
    let module = modules.get(name)
    if (!module) {
      const { ast, scopeManager, visitorKeys } = parser.parseForESLint(files[name]!, { sourceType: 'module', filePath: `/p/${name}.ts`, loc: true, range: true })
      modules.set(name, module = makeModule({ file: `/p/${name}.ts`, text: files[name]!, ast: ast as TSESTree.Program, scopeManager: scopeManager as ScopeManager, visitorKeys, host }))
    }
    return module
  }
  return moduleOf(Object.keys(files)[0]!)
}
