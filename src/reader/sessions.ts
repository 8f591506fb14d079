/** What the program holds between calls: its own maps, sets, lists and tables that procedures add to. */
import { functionAround } from '../analysis/conditions.js'
import { mannerOf } from '../analysis/manner.js'
import { nodesBelow } from '../analysis/tree.js'
import { contains, literal } from '../analysis/value.js'
import type { Env, FunctionNode, Node, Value } from '../analysis/value.js'
import type { Answer, Place } from '../model/fact.js'
import type { Session } from '../model/program.js'
import { createHandles } from './handles.js'
import { isPartOf, peerData, type Source } from './peer.js'
import type { Reading } from './reading.js'

/** One use of a store in code that a peer sets off. */
interface Touch {
  readonly store: Node; readonly does: 'adds' | 'looks up'; readonly at: Node; readonly env: Env
  readonly key: Value | undefined; /** the peer names the entry */ readonly named: boolean
}

export interface Sessions {
  /** Notes what a function that a peer sets off does to stores of the program. */
  note(fn: FunctionNode, env: Env, sources: readonly Source[]): void
  read(): Session[]
}

const ADDS = new Set(['set', 'add', 'push', 'unshift']), LOOKS_UP = new Set(['get', 'delete']), REMOVES = new Set(['delete', 'clear', 'pop', 'shift', 'splice'])
const EQUALS = /^[!=]==?$/

export function createSessions(reading: Reading): Sessions {
  const { evaluator, facts, isLinted, module } = reading
  const handles = createHandles(reading)
  const touches: Touch[] = []

  // ── touches ──────────────────────────────────────────────────────────────────────────────────────────────────────
  interface Use { at: Node; holder: Node; does: Touch['does']; key: Node | undefined }
  const uses = new Map<FunctionNode, Use[]>()

  /** What a function's text does to anything that may be a store. */
  function usesIn(fn: FunctionNode): Use[] {
    let known = uses.get(fn)
    if (!known) {
      uses.set(fn, known = [])
      for (const node of nodesBelow(fn.body, 'CallExpression', 'MemberExpression')) { const use = useOf(node); if (use) known.push(use) }
    }
    return known
  }

  function useOf(node: Node): Use | undefined {
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed && node.callee.property.type === 'Identifier') {
      const { name } = node.callee.property, keyed = name === 'set' || LOOKS_UP.has(name)
      return ADDS.has(name) || LOOKS_UP.has(name) ? { at: node, holder: node.callee.object, does: ADDS.has(name) ? 'adds' : 'looks up', key: keyed ? node.arguments[0] : undefined } : undefined
    }
    if (node.type !== 'MemberExpression' || !node.computed || node.property.type === 'Literal') return undefined
    const written = node.parent?.type === 'AssignmentExpression' && node.parent.left === node
    return { at: node, holder: node.object, does: written ? 'adds' : 'looks up', key: node.property }
  }

  function note(fn: FunctionNode, env: Env, sources: readonly Source[]): void {
    for (const { at, holder, does, key } of usesIn(fn)) {
      const store = storeOf(evaluator.evaluate(holder, env), at)
      if (!store || touches.some(one => one.at === at)) continue
      const value = key && evaluator.evaluate(key, env)
      touches.push({ store, does, at, env, key: value, named: value !== undefined && peerData(value, sources) !== undefined })
    }
  }

  /** The expression that makes an empty store that outlives a call; a table for uses by a computed key. */
  function storeOf(value: Value, use: Node): Node | undefined {
    const { node } = value
    if (!isLinted(node)) return undefined
    const made = value.kind === 'call' && value.isNew && value.of.kind === 'root' && value.of.of === 'global' && (value.of.name === 'Map' || value.of.name === 'Set') && value.args.length === 0 && node.type === 'NewExpression'
    const listed = value.kind === 'array' && node.type === 'ArrayExpression' && node.elements.length === 0
    const tabled = value.kind === 'object' && node.type === 'ObjectExpression' && node.properties.length === 0
    if (use.type === 'CallExpression' ? !made && !listed : !tabled) return undefined
    const up = declarationOf(node)
    return up?.type === 'PropertyDefinition' || (up?.type === 'VariableDeclarator' && functionAround(up).type === 'Program') ? node : undefined
  }

  function declarationOf(made: Node): Node | undefined {
    let up = made.parent
    while (up?.type === 'TSAsExpression' || up?.type === 'TSSatisfiesExpression') up = up.parent
    return up
  }

  // ── bounds ───────────────────────────────────────────────────────────────────────────────────────────────────────
  /** Every mention of a store in its file; undefined when other files see it too. */
  function mentionsOf(store: Node): Node[] | undefined {
    const up = declarationOf(store)
    if (up?.type === 'VariableDeclarator') {
      if (up.id.type !== 'Identifier' || up.parent.parent?.type === 'ExportNamedDeclaration') return undefined
      return module.variableOf(up.id)?.references.map(({ identifier }) => identifier as Node).filter(node => node !== up.id)
    }
    if (up?.type !== 'PropertyDefinition' || (up.key.type !== 'PrivateIdentifier' && up.accessibility !== 'private') || (up.key.type !== 'PrivateIdentifier' && up.key.type !== 'Identifier')) return undefined
    const mentions: Node[] = [], { name } = up.key
    for (const node of nodesBelow(up.parent, 'MemberExpression')) if (node.object.type === 'ThisExpression' && !node.computed && (node.property as { name?: string }).name === name) mentions.push(node)
    return mentions
  }

  /** Whether what is added leaves again, or is counted. */
  function bounded(store: Node): Answer {
    const mentions = mentionsOf(store)
    if (!mentions) return 'unknown'
    for (const mention of mentions) {
      const up = mention.parent
      if (up?.type !== 'MemberExpression' || up.object !== mention) { if (up?.type === 'ForOfStatement') continue; return 'unknown' } // given away, exported or written anew
      if (up.computed || up.property.type !== 'Identifier') { if (up.parent?.type === 'UnaryExpression') return 'yes'; continue }
      const { name } = up.property
      if (REMOVES.has(name) || name === 'size' || name === 'length') return 'yes'
    }
    return 'no'
  }

  // ── whose an entry is ────────────────────────────────────────────────────────────────────────────────────────────
  /** Whether the function that looks an entry up, or one that called it, asks whose it is. */
  function owner(touch: Touch): Answer {
    const { key } = touch
    // an entry that is found by more than the handle: `${user}:${id}`, byUser.get(user)
    if (!key || (key.kind !== 'member' && key.kind !== 'root')) return 'unknown'
    let answer: Answer = 'no'
    let through: Node | undefined = touch.at
    for (let env: Env | undefined = touch.env; env?.fn; env = env.caller) {
      const here = env, way = through
      for (const node of nodesBelow(env.fn.body, 'BinaryExpression', 'CallExpression')) {
        if (node === way) continue
        if (node.type === 'CallExpression') { if (mayAsk(node, touch, here)) answer = 'unknown' }
        else if (EQUALS.test(node.operator) && compares(node, touch, here)) return 'yes'
      }
      through = env.site
    }
    return answer
  }

  const isEntry = (value: Value, { at }: Touch): boolean => contains(value, part => part.node === at && part.kind !== 'literal')
  const isKey = (value: Value, { key }: Touch): boolean => isPartOf(value, key!) && isPartOf(key!, value)

  /** `entry.owner === caller`, `owners.get(id) === caller`. */
  function compares(node: Extract<Node, { type: 'BinaryExpression' }>, touch: Touch, env: Env): boolean {
    const sides = [node.left as Node, node.right].map(side => evaluator.evaluate(side, env))
    if (sides.some(side => literal(side))) return false
    return sides.some(side => isEntry(side, touch) || contains(side, part => part.kind === 'call' && part.args.some(arg => isKey(arg, touch))))
  }

  /** Whether a call is given the entry or its handle, and so may ask whose it is; or does with the entry what depends on who asks. */
  function mayAsk(node: Extract<Node, { type: 'CallExpression' }>, touch: Touch, env: Env): boolean {
    const args = node.arguments.map(arg => evaluator.evaluate(arg, env))
    const callee = evaluator.evaluate(node.callee, env)
    if (callee.kind === 'member' && callee.of.node === touch.at && args.some(arg => !literal(arg))) return true
    const handed = args.some(arg => isKey(arg, touch)) || (args.length > 0 && isPart(args[0]!, touch) && (args[0]!.node === touch.at || args.some((arg, at) => at > 0 && !literal(arg)))) || args.slice(1).some(arg => isPart(arg, touch))
    if (!handed || mannerOf(node, callee) === 'tells') return false
    // the store itself, the language, and whoever takes the answer do not ask
    if (callee.kind === 'member' && storeOf(callee.of, node) === touch.store) return false
    let root = callee
    while (root.kind === 'member') root = root.of
    return !(root.kind === 'root' && (root.of === 'global' || ('fn' in root && root.fn !== undefined)))
  }

  const isPart = (value: Value, { at }: Touch): boolean => { let part = value; while (part.kind === 'member') part = part.of; return part.node === at }

  // ── sessions ─────────────────────────────────────────────────────────────────────────────────────────────────────
  function session(store: Node): Session {
    const adds = touches.filter(one => one.store === store && one.does === 'adds'), looks = touches.filter(one => one.store === store && one.does === 'looks up' && one.named)
    const place = (node: Node): Place => facts.place(undefined, node)
    const up = declarationOf(store)
    const made = adds.flatMap(({ key, at }) => { const from = key && handles.originOf(key); return from ? [{ from, at: facts.place(key, at), edit: handles.edit(key) }] : [] })
    // only what the peer names, or what is new every time, goes on growing
    const grows = adds.some(({ key, named }) => key === undefined || named) || made.length > 0
    const byFunction = new Map<Node, Touch[]>()
    for (const one of looks) { const around = functionAround(one.at); byFunction.set(around, [...(byFunction.get(around) ?? []), one]) }
    const id = up?.type === 'VariableDeclarator' ? up.id : up?.type === 'PropertyDefinition' ? up.key : store
    return {
      kind: 'session', at: place(id.type === 'Identifier' || id.type === 'PrivateIdentifier' ? up! : store), what: id.type === 'Identifier' || id.type === 'PrivateIdentifier' ? id.name : 'this store', trail: [], library: '', when: [], remedy: () => undefined, edit: () => undefined,
      grows, bounded: bounded(store),
      handles: looks.length > 0 ? made : [],
      // what callers name themselves is shared by its name; a handle belongs to whoever it was given to
      lookups: made.length > 0 ? [...byFunction.values()].map(all => {
        const answers = all.map(owner)
        return { at: place(all[0]!.at), owner: answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no' }
      }) : [],
    }
  }

  return {
    note,
    read: () => [...new Set(touches.filter(one => one.does === 'adds').map(one => one.store))].map(session),
  }
}
