/**
 * Whether a file is worth reading: it speaks of a described library, of what another file of the program made of one, or
 * hands something to code of the program that uses one. Nearly every file is asked, and most say no: texts are looked at
 * before trees, and trees before other files.
 */
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/types'
import type { Host } from '../analysis/modules.js'
import type { Dictionary } from './dictionary.js'
import { stemOf } from './generated.js'
import { isNativeFile } from './sight.js'
import { isOwnSource, wrappersUsed } from './wrappers.js'

export interface Source { text: string; ast: TSESTree.Program; scopeManager: ScopeManager }

/**
 * @param elsewhere what follows imports; undefined where other files are not read, so that their names alone decide
 */
export function concerns(source: Source, dictionary: Dictionary, file: string, elsewhere: Pick<Host, 'mentions'> | undefined): boolean {
  const { text, ast, scopeManager } = source
  if (dictionary.hints.test(text) && speaksOfLibrary(source, dictionary)) return true
  const own = ownSources(source)
  if (own.length === 0) return false
  // a file of the program that binds native functions gives them names of its own, and one that a generator writes may not be there yet
  if (own.some(source => isNativeFile(source) || dictionary.generated.test(stemOf(source)))) return true
  const mention = (specifier: string) => elsewhere?.mentions(specifier, file, dictionary.sign)
  // a file that is not there may be made when the program is built
  if (dictionary.names.test(text) && (!elsewhere || own.some(specifier => mention(specifier) !== false))) return true
  if (!elsewhere) return false
  // of a module, or of a file that is wrapped in a function, the names stand in a scope of its own
  const { globalScope } = scopeManager
  const top = globalScope?.childScopes.find(({ block }) => block === ast) ?? globalScope
  for (const specifier of top ? wrappersUsed(ast, top.variables) : []) if (mention(specifier)) return true
  return false
}

function speaksOfLibrary({ text, ast, scopeManager }: Source, { mentions, natives, reasons, quoted, globals, names }: Dictionary): boolean {
  for (const mention of mentions) if (text.includes(mention)) return true
  if (natives.test(text)) return true
  const isReason = (specifier: string | undefined) => specifier !== undefined && (reasons.has(specifier) || reasons.has(specifier.replace(/^node:/, '')))
  for (const node of ast.body) if ('source' in node && node.source && isReason(node.source.value)) return true
  for (const name of freeNames(scopeManager, globals)) if (globals.has(name.name) || isReason(required(name))) return true
  return /\bimport\s*\(|\brequire\s*\(/.test(text) && quoted.test(text) && names.test(text)
}

/** What a file imports that looks like files of the program, in all ways. */
function ownSources({ text, ast, scopeManager }: Source): string[] {
  const found = new Set<string>()
  for (const node of ast.body) if ('source' in node && node.source && isOwnSource(node.source.value)) found.add(node.source.value)
  if (text.includes('require')) for (const name of freeNames(scopeManager, [])) { const source = required(name); if (source !== undefined && isOwnSource(source)) found.add(source) }
  return [...found]
}

/** Uses of names that the file does not define, and of these globals and `require`, of which ESLint may have been told. */
function freeNames({ globalScope }: ScopeManager, globals: Iterable<string>): TSESTree.Identifier[] {
  const told = [...globals, 'require'].flatMap(name => globalScope?.set.get(name)?.references ?? [])
  return [...globalScope?.through ?? [], ...told].map(({ identifier }) => identifier as TSESTree.Identifier)
}

function required({ name, parent }: TSESTree.Identifier): string | undefined {
  const argument = name === 'require' && parent.type === 'CallExpression' ? parent.arguments[0] : undefined
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined
}
