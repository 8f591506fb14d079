/** What a description offers to change, as changes of the source: each compiles, only strengthens, and is the only one that can be meant. */
import { literal } from '../analysis/value.js'
import type { Node, Value } from '../analysis/value.js'
import type { EditWords, Framework, Ref } from '../frameworks/describe.js'
import type { Change, Edit } from '../model/program.js'
import { isCallback, type Found } from './facts.js'
import { importedAnew, importedAs, importing } from './imported.js'
import type { Match } from './match.js'
import type { Reading } from './reading.js'

type Source = Pick<Reading, 'module' | 'facts' | 'matcher' | 'isLinted'>

export interface Edits {
  /** The first edit of this name that fits; of several places that its words lead to, only this one. */
  of(framework: Framework, name: string, match: Match, only?: Node): Edit | undefined
  /** A property as an entry of another one, which is not there yet: `{ ca }` as `{ connect: { ca } }`. */
  moved(property: Node, into: string): Edit | undefined
}

export function createEdits({ module, facts, matcher, isLinted }: Source): Edits {
  const source = module.text
  const textOf = ({ range }: Node): string => source.slice(range[0], range[1])

  function of(framework: Framework, name: string, match: Match, only?: Node): Edit | undefined {
    for (const words of [framework.edits?.[name] ?? []].flat()) {
      const changes = changesOf(words, match, only)
      if (changes) return { changes: [changes].flat(), says: words.says }
    }
    return undefined
  }

  function changesOf(words: EditWords, match: Match, only: Node | undefined): Change | Change[] | undefined {
    if ('append' in words || 'call' in words || 'options' in words || 'throws' in words) return isLinted((match.whole ?? match.value).node) ? ofCall(words, match) : undefined
    if ('swap' in words) return swap(words.swap.map(ref => placeOf(ref, match, only)))
    const at = placeOf(refOf(words), match, only)
    if (!at) return undefined
    if ('begin' in words) return begin(at, words.with)
    if ('insert' in words) return at.value && inserted(at.value.node, words)
    if ('remove' in words) return at.absent ? undefined : remove(at, match)
    const written = at.absent ? undefined : standing(at, refOf(words))
    if (!written) return undefined
    return 'set' in words ? { range: written.range, text: withBit(at.value, written, words.bit) } : { range: written.range, text: words.with.replaceAll('$&', () => enclosed(written)) }
  }

  const refOf = (words: Extract<EditWords, { says: string }>): Ref =>
    'insert' in words ? words.insert : 'replace' in words ? words.replace : 'begin' in words ? words.begin : 'set' in words ? words.set : (words as Extract<EditWords, { remove: Ref }>).remove

  /** Where a reference leads: of several places nobody says which one to change. */
  function placeOf(ref: Ref, match: Match, only: Node | undefined): Found | undefined {
    const found = facts.find(ref, match).filter(one => !only || (one.at === only && one.value && Boolean(literal(one.value)?.value)))
    const at = found[0]
    return !at || found.some(one => one.at !== at.at) || !isLinted(at.at) ? undefined : at
  }

  /** The syntax of what is found: the value of a property, an element or an argument; none where it only lies within. */
  function standing({ at }: Found, { steps }: Ref): Node | undefined {
    if (at.type === 'Property') return at.value
    const names = steps.flatMap(step => 'option' in step ? step.option : 'field' in step ? step.field : [])
    return names.length === 0 || (at.parent?.type === 'Property' && at.parent.value === at && nameOf(at.parent.key) === names.at(-1)) ? at : undefined
  }

  // ── changes of a call ────────────────────────────────────────────────────────────────────────────────────────────
  function ofCall(words: EditWords, match: Match): Change | Change[] | undefined {
    const { node } = match.whole ?? match.value
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined
    const end = node.arguments.at(-1)
    if ('append' in words) return end && node.arguments.length === words.at ? { range: [end.range[1], end.range[1]], text: `, ${words.append}` } : undefined
    if ('options' in words) return withOptions(words, match)
    if ('throws' in words) {
      const statement = node.parent
      return statement?.type === 'ExpressionStatement' ? { range: node.range, text: `if (${textOf(node)} ${words.unless}) throw new Error('${words.throws}')` } : undefined
    }
    if (!('call' in words) || node.arguments.length !== (words.keeps ?? 0) || node.arguments.some(one => one.type === 'SpreadElement') || node.callee.type !== 'MemberExpression' || node.callee.computed) return undefined
    return { range: node.callee.property.range, text: words.call }
  }

  /** Options where none are given, with what must stand before them. */
  function withOptions({ options, from, after }: Extract<EditWords, { options: string }>, { value: { node }, call, framework }: Match): Change[] | undefined {
    const given = node.type === 'CallExpression' ? node.arguments : []
    const last = given.at(-1)
    if (!last || !call || call.unseen || given.length < from || given.some(one => one.type === 'SpreadElement')) return undefined
    const isBefore = (value: Value) => after !== undefined && matcher.is(value, after, framework), isLast = (value: Value) => value.kind === 'function' || isCallback(value)
    const rest = call.args.slice(from)
    if (rest.some(value => !isBefore(value) && !isLast(value))) return undefined
    const modules = [framework.module].flat(), made = after !== undefined && !rest.some(isBefore)
    const known = made ? importedAs(module, modules, after) : undefined, added = made && !known ? importing(module, modules, after) : undefined
    if (made && !known && !added) return undefined
    const text = `${made ? `new ${known ?? after}(), ` : ''}${options}`
    const change: Change = isLast(call.args[given.length - 1]!) ? { range: [last.range[0], last.range[0]], text: `${text}, ` } : { range: [last.range[1], last.range[1]], text: `, ${text}` }
    return added ? [added, change] : [change]
  }

  // ── changes of a value ───────────────────────────────────────────────────────────────────────────────────────────
  function swap(places: readonly (Found | undefined)[]): Change[] | undefined {
    const [one, other] = places.map(place => place && !place.absent && (place.at.type === 'Property' ? place.at.value : place.arg))
    return one && other ? [{ range: one.range, text: textOf(other) }, { range: other.range, text: textOf(one) }] : undefined
  }

  function begin({ value }: Found, starts: Record<string, string>): Change | undefined {
    const written = value?.node
    if (!written || !isLinted(written) || (written.type !== 'Literal' && written.type !== 'TemplateLiteral')) return undefined
    const start = written.range[0] + 1, text = source.slice(start, written.range[1])
    const from = Object.keys(starts).find(one => text.startsWith(one))
    return from === undefined ? undefined : { range: [start, start + from.length], text: starts[from]! }
  }

  /** An option, and the import of what it uses. */
  function inserted(object: Node, { option, uses }: Extract<EditWords, { insert: Ref }>): Change[] | undefined {
    const known = uses && importedAs(module, [uses.from], uses.name), added = uses && !known ? importing(module, [uses.from], uses.name) ?? importedAnew(module, uses.from, uses.name) : undefined
    const change = uses && !known && !added ? undefined : insert(object, known && uses ? option.replaceAll(new RegExp(String.raw`(?<![\w.])${uses.name}\.`, 'g'), `${known}.`) : option)
    return change && [...added ? [added] : [], change]
  }

  function insert(object: Node, option: string): Change | undefined {
    if (object.type !== 'ObjectExpression' || !isLinted(object)) return undefined
    const first = object.properties[0], name = option.split(':')[0]!
    if (object.properties.some(part => part.type === 'SpreadElement' || nameOf(part.key) === name)) return undefined
    return first ? { range: [first.range[0], first.range[0]], text: `${option}, ` } : { range: object.range, text: `{ ${option} }` }
  }

  const nameOf = (key: Node): string | undefined => key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined

  function remove({ at }: Found, { call }: Match): Change | undefined {
    const part = !call && at.parent?.type === 'Property' && at.parent.value === at ? at.parent : at
    return part.type === 'Property' || part.parent?.type === 'ArrayExpression' ? { range: withComma(part), text: '' } : undefined
  }

  /** A property or element with the comma that goes with it, and the line if nothing else stands there. */
  function withComma(property: Node): [number, number] {
    const { parent } = property
    if ((parent?.type === 'ObjectExpression' && parent.properties.length === 1) || (parent?.type === 'ArrayExpression' && parent.elements.length === 1)) return [parent.range[0] + 1, parent.range[1] - 1]
    const after = /^\s*,[^\S\n]*/.exec(source.slice(property.range[1]))
    if (after) {
      const end = property.range[1] + after[0].length
      const line = /^\r?\n/.test(source.slice(end)) ? /\r?\n[^\S\n]*$/.exec(source.slice(0, property.range[0])) : null
      return [property.range[0] - (line?.[0].length ?? 0), end]
    }
    const before = /,?\s*$/.exec(source.slice(0, property.range[0]))
    return [property.range[0] - (before?.[0].startsWith(',') ? before[0].length : 0), property.range[1]]
  }

  const binds = new Set(['Literal', 'Identifier', 'MemberExpression', 'CallExpression', 'NewExpression', 'UnaryExpression'])
  /** As an operand. */
  const enclosed = (node: Node): string => binds.has(node.type) || (node.type === 'BinaryExpression' && node.operator === '|') ? textOf(node) : `(${textOf(node)})`

  function withBit(value: Value | undefined, written: Node, bit: number): string {
    const hex = `0x${bit.toString(16)}`
    const known = value && written.type === 'Literal' ? literal(value)?.value : undefined
    return known === 0 ? hex : `${enclosed(written)} | ${hex}`
  }

  function moved(property: Node, into: string): Edit | undefined {
    const object = property.parent
    if (property.type !== 'Property' || object?.type !== 'ObjectExpression' || object.properties.some(part => part.type === 'SpreadElement' || nameOf(part.key) === into)) return undefined
    return { changes: [{ range: property.range, text: `${into}: { ${textOf(property)} }` }], says: `Put it under \`${into}\`` }
  }

  return { of, moved }
}

/** What may stand between a statement and a call in it that is made whenever the statement is. */
const ALWAYS = new Set(['ReturnStatement', 'ExpressionStatement', 'VariableDeclaration', 'VariableDeclarator', 'AwaitExpression', 'CallExpression', 'NewExpression', 'ChainExpression', 'ObjectExpression', 'ArrayExpression', 'Property', 'SpreadElement', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])

/** A refusal before the statement that holds a call: `test` is what must hold. */
export function refusal(call: Node, test: string, why: string, source: string): Change | undefined {
  const refusing = `if (!${test}) throw new Error('${why}')`
  for (let at = call, up = call.parent; up; at = up, up = up.parent) {
    if (up.type === 'BlockStatement') return { range: [at.range[0], at.range[0]], text: `${refusing}\n${/[^\S\n]*$/.exec(source.slice(0, at.range[0]))![0]}` }
    if (up.type === 'ArrowFunctionExpression' && up.body === at) {
      const text = source.slice(...at.range), isEnclosed = source[at.range[0] - 1] === '('
      return isEnclosed ? undefined : { range: at.range, text: `{ ${refusing}; return ${text} }` }
    }
    if (!ALWAYS.has(up.type)) return undefined
  }
  return undefined
}
