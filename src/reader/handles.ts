/** What a new handle is made of, and so how well it can be guessed. */
import { isWithin, nodesBelow } from '../analysis/tree.js'
import type { Node, Value } from '../analysis/value.js'
import type { Edit, HandleOrigin } from '../model/program.js'
import { named } from './dictionary.js'
import { importedAs } from './imported.js'
import type { Reading } from './reading.js'

export interface Handles {
  /** What a value is made of; undefined where that cannot be told, or nothing of it is new. */
  originOf(value: Value): HandleOrigin | undefined
  /** Puts a handle that nobody guesses in the place of this one. */
  edit(value: Value): Edit | undefined
}

/** Methods of the language that change how something is written, and not what it is made of; those that give a text. */
const WRITES = new Set(['toString', 'toFixed', 'toPrecision', 'toISOString', 'toJSON', 'padStart', 'padEnd', 'slice', 'substring', 'substr', 'replace', 'replaceAll', 'toUpperCase', 'toLowerCase', 'join', 'concat', 'trim'])
const REWRITES = new Set([...WRITES, 'getTime', 'valueOf', 'floor', 'round', 'trunc', 'ceil', 'abs', 'from'])
const CONVERTS = new Set(['String', 'Number', 'BigInt', 'parseInt'])
const JOINS = new Set(['template', '+', '-', '*', '/', '%', '|', '^', '<<', '>>', '>>>'])
/** Best first: the best part decides. */
const ORIGINS: readonly HandleOrigin[] = ['random', 'chance', 'counter', 'clock']
const SECRET = /token|secret|nonce|salt|key|u?uid\d*$|guid/i

export function createHandles({ matcher, dictionary, module, isLinted }: Reading): Handles {
  /** The origins of all parts; undefined where one of them cannot be told. */
  function origins(value: Value, depth = 0): HandleOrigin[] | undefined {
    if (depth > 12) return undefined
    const all = (parts: readonly Value[]): HandleOrigin[] | undefined => {
      const found = parts.map(part => origins(part, depth + 1))
      return found.every(one => one !== undefined) ? found.flat() : undefined
    }
    switch (value.kind) {
      case 'literal': return []
      case 'operation':
        if (value.op === '++' || value.op === '--' || (value.node.type === 'AssignmentExpression' && (value.op === '+' || value.op === '-'))) return ['counter']
        return JOINS.has(value.op) ? all(value.parts) : undefined
      case 'choice': return all(value.of.map(arm => arm.value))
      case 'array': return value.unseen ? undefined : all(value.items)
      case 'root': return value.of === 'param' || (value.of === 'typed' && value.fn) ? [] : undefined
      case 'member':
        if ((value.name === 'size' || value.name === 'length') && isStore(value.of)) return ['counter']
        // what the caller or the call says of itself is no secret, unless it is called one
        return value.name !== null && !SECRET.test(value.name) ? origins(value.of, depth + 1) : undefined
      case 'call': {
        const maker = named(dictionary.makers, value).find(({ framework, pattern }) => matcher.match(value, pattern, framework))
        // a date that is given is not the time
        if (maker) return value.isNew && value.args.length > 0 ? all(value.args) : [maker.from]
        const { of } = value
        if (of.kind === 'root') return of.of === 'global' && CONVERTS.has(of.name) ? all(value.args) : undefined
        if (of.kind !== 'member' || of.name === null || !REWRITES.has(of.name)) return undefined
        return of.of.kind === 'root' && of.of.of === 'global' ? all(value.args) : all([of.of, ...value.args])
      }
      default: return undefined
    }
  }

  function originOf(value: Value): HandleOrigin | undefined {
    const found = origins(value)
    return found && ORIGINS.find(one => found.includes(one))
  }

  const isStore = (value: Value): boolean => value.kind === 'array' || value.kind === 'object' || (value.kind === 'call' && value.isNew && value.of.kind === 'root' && value.of.of === 'global')

  // ── a better one ─────────────────────────────────────────────────────────────────────────────────────────────────
  function edit(value: Value): Edit | undefined {
    if (!isText(value)) return undefined
    const changing = value.kind === 'operation' ? value.parts.filter(part => originOf(part) !== undefined) : []
    const at = changing.length === 1 && inside(changing[0]!.node, value.node) ? changing[0]!.node : value.node
    if (at.type === 'VariableDeclarator' || !isLinted(at)) return undefined
    const call = unguessable()
    return call === undefined ? undefined : { changes: [{ range: at.range, text: call }], says: `Use \`${call}\`` }
  }

  const inside = (node: Node, outer: Node): boolean => isWithin(node, outer) && isLinted(node) && isLinted(outer)

  function isText(value: Value): boolean {
    if (value.kind === 'operation') return value.op === 'template' || (value.op === '+' && value.parts.some(isText))
    if (value.kind === 'literal') return typeof value.value === 'string'
    if (value.kind !== 'call') return false
    return value.of.kind === 'root' ? value.of.of === 'global' && value.of.name === 'String' : value.of.kind === 'member' && value.of.name !== null && WRITES.has(value.of.name)
  }

  let known: { call: string | undefined } | undefined
  /** How this file calls what makes such a handle: as it was imported, or by its global name where the file has no other use for that. */
  function unguessable(): string | undefined {
    if (known) return known.call
    const described = dictionary.frameworks.find(framework => framework.handle)
    if (!described?.handle) return undefined
    const { handle } = described, modules = ([] as string[]).concat(described.module)
    const imported = importedAs(module, modules, handle.export), call = imported && `${imported}()`
    const taken = !call && nodesBelow(module.ast, 'Identifier').some(node => node.name === handle.global && module.variableOf(node) !== undefined)
    known = { call: call ?? (taken ? undefined : `${handle.global}.${handle.export}()`) }
    return known.call
  }

  return { originOf, edit }
}
