/** What a call of code that is not seen may do besides give a value, as far as the language and its name tell. */
import type { TSESTree } from '@typescript-eslint/types'
import { bare, type Value } from './value.js'

/**
 * `quiet`: reads or computes. `tells`: logs, counts, answers. `asks`: gives a yes or no. `refuses`: its name speaks of
 * refusing or of demanding, so that a throw is likely. `open`: nothing is known.
 */
export type Manner = 'quiet' | 'tells' | 'asks' | 'refuses' | 'open'

const QUIET_GLOBALS = new Set(['console', 'Math', 'Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'Date', 'Buffer', 'Reflect', 'Promise', 'parseInt', 'parseFloat', 'isNaN', 'structuredClone', 'encodeURIComponent', 'performance', 'Intl'])
const READS = new Set([
  'get', 'getMap', 'getAll', 'has', 'keys', 'values', 'entries', 'at', 'find', 'findIndex', 'filter', 'map', 'flatMap', 'reduce', 'forEach', 'join', 'concat', 'slice', 'split', 'substring', 'substr',
  'trim', 'trimStart', 'trimEnd', 'toString', 'toLowerCase', 'toUpperCase', 'toJSON', 'valueOf', 'replace', 'replaceAll', 'padStart', 'padEnd', 'charAt', 'charCodeAt', 'indexOf', 'lastIndexOf', 'localeCompare',
  'normalize', 'exec', 'search', 'update', 'digest', 'sort', 'reverse', 'flat', 'hasOwn', 'hasOwnProperty', 'clone', 'now', 'bind', 'then', 'catch', 'finally',
])
const REFUSES = new Set('throw abort fail assert reject deny denied forbid forbidden refuse redirect require ensure enforce authorize authorise authenticate unauthorized unauthorised verify validate check protect must exit invariant panic raise expect demand bail die only'.split(' '))
const TELLS = new Set('log info warn error debug trace fatal notice inc increment count observe record track set add push emit capture report notify write print send end status code json header audit mark append destroy close cancel'.split(' '))
const ASKS = new Set('is has can may should are does equal equals includes test match matches compare some every starts ends timing'.split(' '))
/** Plain functions of these names do more than the methods: `error(401)` throws in some libraries. */
const METHODS_ONLY = new Set(['error', 'status', 'code', 'end', 'json', 'header'])

export function mannerOf(call: TSESTree.CallExpression | TSESTree.NewExpression, callee: Value): Manner {
  if (call.type === 'NewExpression') return 'quiet'
  const at = bare(call.callee)
  const method = at.type === 'MemberExpression'
  const name = method ? at.property.type === 'Identifier' && !at.computed ? at.property.name : undefined : at.type === 'Identifier' ? exportName(callee) ?? at.name : undefined
  if (isQuietGlobal(callee)) return name && rootName(callee) === 'console' ? 'tells' : 'quiet'
  if (!name) return 'open'
  if (method && READS.has(name)) return 'quiet'
  const words = wordsOf(name)
  if (words.some(word => REFUSES.has(word))) return 'refuses'
  if (TELLS.has(words[0]!) && (method || !METHODS_ONLY.has(words[0]!))) return 'tells'
  if (ASKS.has(words[0]!)) return 'asks'
  // `roleOf(user)` picks something out
  return words.length > 1 && words.at(-1) === 'of' ? 'quiet' : 'open'
}

/** What a package calls a function, whatever the file does. */
const exportName = (callee: Value): string | undefined => callee.kind === 'root' && callee.of === 'import' && callee.name !== 'default' && callee.name !== '*' ? callee.name : undefined

export function wordsOf(name: string): string[] {
  return name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+/).map(word => word.toLowerCase()).filter(Boolean)
}

function rootName(value: Value): string | undefined {
  let at = value
  while (at.kind === 'member') at = at.of
  return at.kind === 'root' && at.of === 'global' ? at.name : undefined
}

function isQuietGlobal(value: Value): boolean {
  const name = rootName(value)
  return name !== undefined && QUIET_GLOBALS.has(name)
}
