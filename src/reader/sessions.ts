/** What the program holds between calls: its own maps, sets and lists that procedures add to. */
import { functionAround, isFunction } from '../analysis/conditions.js'
import { walk } from '../analysis/tree.js'
import { bare } from '../analysis/value.js'
import type { Env, Module, Node, Value } from '../analysis/value.js'
import type { Place } from '../model/fact.js'
import type { Answer } from '../model/fact.js'
import type { HandleOrigin, Session } from '../model/program.js'
import { peerData, type Source } from './peer.js'
import type { CallLike, Reading } from './reading.js'

/** One use of a store in code that a peer sets off. */
interface Touch { readonly store: Node; readonly does: 'adds' | 'looks up'; readonly call: Node; readonly key: Node | undefined; /** the peer names the entry */ readonly named: boolean }

export interface Sessions {
  /** Notes what a call that a peer sets off does to a store of the program. */
  note(call: CallLike, env: Env, sources: readonly Source[]): void
  read(): Session[]
}

const ADDS = new Set(['set', 'add', 'push', 'unshift']), LOOKS_UP = new Set(['get', 'delete']), REMOVES = new Set(['delete', 'clear', 'pop', 'shift', 'splice'])
/** Calls that change how a handle is written, and not what it is made of. */
const REWRITES = new Set(['String', 'Number', 'toString', 'toFixed', 'padStart', 'padEnd', 'slice', 'substring', 'replace', 'floor', 'round', 'trunc', 'toUpperCase', 'toLowerCase', 'join', 'concat', 'now', 'getTime'])

export function createSessions({ evaluator, facts, isLinted, module }: Reading): Sessions {
  const touches: Touch[] = []

  function note(call: CallLike, env: Env, sources: readonly Source[]): void {
    const callee = bare(call.callee)
    if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return
    const { name } = callee.property
    if (!ADDS.has(name) && !LOOKS_UP.has(name)) return
    const store = storeOf(evaluator.evaluate(callee.object, env))
    if (!store) return
    const key = name === 'push' || name === 'unshift' || name === 'add' ? undefined : call.arguments[0]
    const named = key !== undefined && peerData(evaluator.evaluate(key, env), sources) !== undefined
    if (!touches.some(one => one.call === call)) touches.push({ store, does: ADDS.has(name) ? 'adds' : 'looks up', call, key, named })
  }

  /** The expression that makes an empty map, set or list that outlives a call. */
  function storeOf(value: Value): Node | undefined {
    const { node } = value
    const made = value.kind === 'call' && value.isNew && value.of.kind === 'root' && value.of.of === 'global' && (value.of.name === 'Map' || value.of.name === 'Set') && value.args.length === 0 && node.type === 'NewExpression'
    const listed = value.kind === 'array' && node.type === 'ArrayExpression' && node.elements.length === 0
    if ((!made && !listed) || !isLinted(node)) return undefined
    const up = declarationOf(node)
    return up?.type === 'PropertyDefinition' || (up?.type === 'VariableDeclarator' && functionAround(up).type === 'Program') ? node : undefined
  }

  function declarationOf(made: Node): Node | undefined {
    let up = made.parent
    while (up?.type === 'TSAsExpression' || up?.type === 'TSSatisfiesExpression') up = up.parent
    return up
  }

  /** Every mention of a store in its file; undefined when other files see it too. */
  function usesOf(store: Node): Node[] | undefined {
    const up = declarationOf(store)
    if (up?.type === 'VariableDeclarator') {
      if (up.id.type !== 'Identifier' || up.parent.parent?.type === 'ExportNamedDeclaration') return undefined
      return module.variableOf(up.id)?.references.map(({ identifier }) => identifier as Node).filter(node => node !== up.id)
    }
    if (up?.type !== 'PropertyDefinition' || (up.key.type !== 'PrivateIdentifier' && up.accessibility !== 'private') || (up.key.type !== 'PrivateIdentifier' && up.key.type !== 'Identifier')) return undefined
    const uses: Node[] = [], { name } = up.key
    walk(up.parent, undefined, node => {
      if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && !node.computed && (node.property as { name?: string }).name === name) uses.push(node)
    })
    return uses
  }

  /** Whether what is added leaves again, or is counted. */
  function bounded(store: Node): Answer {
    const uses = usesOf(store)
    if (!uses) return 'unknown'
    for (const use of uses) {
      const up = use.parent
      if (up?.type !== 'MemberExpression' || up.object !== use) { if (up?.type === 'ForOfStatement') continue; return 'unknown' } // given away, exported or written anew
      if (up.computed || up.property.type !== 'Identifier') { if (up.parent?.type === 'UnaryExpression') return 'yes'; continue }
      const { name } = up.property
      if (REMOVES.has(name) || name === 'size' || name === 'length') return 'yes'
    }
    return 'no'
  }

  // ── whose an entry is ────────────────────────────────────────────────────────────────────────────────────────────
  /** Whether the function that looks an entry up asks whose it is. */
  function owner({ call, key, store }: Touch): Answer {
    const around = functionAround(call)
    const kept = keptIn(call)
    const keyText = key && textOf(key)
    let answer: Answer = 'no'
    walk(around, undefined, node => {
      if (answer === 'yes') return
      if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator) && [node.left, node.right].some(side => kept !== undefined && isMemberOf(side as Node, kept)) && ![node.left, node.right].some(isConstant)) answer = 'yes'
      if (node.type !== 'CallExpression' || node === call) return
      // what is done with an entry may depend on who asks: `people.delete(caller)`
      const method = bare(node.callee)
      if (method.type === 'MemberExpression' && kept !== undefined && method.object.type === 'Identifier' && method.object.name === kept && node.arguments.some(part => !isConstant(part))) answer = 'unknown'
      const handedKey = node.arguments.some(part => textOf(part) === keyText || (kept !== undefined && part.type === 'Identifier' && part.name === kept))
      const callee = bare(node.callee)
      const onStore = callee.type === 'MemberExpression' && evaluator.evaluate(callee.object, evaluator.root(module)).node === store
      // whoever is given the entry or its handle may ask whose it is
      if (handedKey && !onStore && !(callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && /^(?:console|log|logger)$/.test(callee.object.name))) answer = 'unknown'
    })
    // an entry that is found by more than the handle: `${user}:${id}`, byUser.get(user)
    if (key && !/^(?:Identifier|MemberExpression|ChainExpression)$/.test(bare(key).type)) return 'unknown'
    return answer
  }

  /** The name that a looked-up entry is kept under. */
  function keptIn(call: Node): string | undefined {
    let at: Node = call
    while (at.parent && (at.parent.type === 'AwaitExpression' || at.parent.type === 'TSNonNullExpression' || at.parent.type === 'TSAsExpression' || at.parent.type === 'ChainExpression' || at.parent.type === 'LogicalExpression')) at = at.parent
    return at.parent?.type === 'VariableDeclarator' && at.parent.id.type === 'Identifier' ? at.parent.id.name : undefined
  }

  function isMemberOf(node: Node, name: string): boolean {
    const at = bare(node)
    return at.type === 'MemberExpression' && ((at.object.type === 'Identifier' && at.object.name === name) || isMemberOf(at.object, name))
  }

  const isConstant = (node: Node): boolean => node.type === 'Literal' || (node.type === 'Identifier' && node.name === 'undefined') || node.type === 'TemplateLiteral'
  const textOf = (node: Node): string => module.text.slice(node.range[0], node.range[1]).replaceAll(/\s+/g, '')

  // ── handles ──────────────────────────────────────────────────────────────────────────────────────────────────────
  /** What a handle is made of, and where; undefined when it cannot be told. */
  function originOf(expression: Node, from: Module, depth = 0): { from: HandleOrigin; at: Node } | undefined {
    if (depth > 4) return undefined
    const parts: { from: HandleOrigin; at: Node }[] = []
    let lost = false
    const look = (node: Node): void => {
      const at = bare(node)
      switch (at.type) {
        case 'UpdateExpression': parts.push({ from: 'counter', at: expression }); return
        case 'AssignmentExpression': if (at.operator === '+=') parts.push({ from: 'counter', at: expression }); else look(at.right); return
        case 'TemplateLiteral': at.expressions.forEach(look); return
        case 'BinaryExpression': look(at.left as Node); look(at.right); return
        case 'MemberExpression': if (at.property.type === 'Identifier' && (at.property.name === 'size' || at.property.name === 'length')) parts.push({ from: 'counter', at: expression }); return
        case 'Identifier': {
          const def = from.variableOf(at)?.defs[0]
          const init = def?.type as string === 'Variable' && def!.node.type === 'VariableDeclarator' ? def!.node.init : undefined
          if (init && isFunction(functionAround(init))) { const inner = originOf(init, from, depth + 1); if (inner) parts.push(inner); else lost = true }
          return
        }
        case 'NewExpression': if (at.callee.type === 'Identifier' && at.callee.name === 'Date' && at.arguments.length === 0) parts.push({ from: 'clock', at: expression }); else lost = true; return
        case 'CallExpression': {
          const callee = bare(at.callee)
          const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
          const of = callee.type === 'MemberExpression' ? callee.object : undefined
          if (of?.type === 'Identifier' && of.name === 'Math' && name === 'random') { parts.push({ from: 'chance', at: expression }); return }
          if (name === 'now' || name === 'hrtime' || name === 'getTime') { parts.push({ from: 'clock', at: expression }); return }
          if (/random|uuid|nanoid|ulid|cuid|digest|sign|hash|^v[147]$/i.test(name)) { parts.push({ from: 'random', at: expression }); return }
          if (REWRITES.has(name)) { if (of) look(of); at.arguments.forEach(look); return }
          const made = callee.type === 'Identifier' ? evaluator.evaluate(callee, evaluator.root(from)) : undefined
          if (made?.kind !== 'function' || made.env.module !== from) { lost = true; return }
          const inner = returnsOf(made.fn).map(one => originOf(one, from, depth + 1))
          if (inner.some(one => !one)) lost = true
          else parts.push(...inner.map(one => one!))
          return
        }
        case 'Literal': case 'ConditionalExpression': case 'LogicalExpression': return
        default: lost = true
      }
    }
    look(expression)
    const best = (['random', 'chance', 'counter', 'clock'] as const).map(kind => parts.find(part => part.from === kind)).find(Boolean)
    return lost ? undefined : best
  }

  function returnsOf(fn: Node & { body: Node }): Node[] {
    if (fn.body.type !== 'BlockStatement') return [fn.body]
    const found: Node[] = []
    walk(fn.body, undefined, node => { if (node.type === 'ReturnStatement' && node.argument && functionAround(node) === fn) found.push(node.argument) })
    return found
  }

  // ── sessions ─────────────────────────────────────────────────────────────────────────────────────────────────────
  function session(store: Node): Session {
    const adds = touches.filter(one => one.store === store && one.does === 'adds'), looks = touches.filter(one => one.store === store && one.does === 'looks up' && one.named)
    const place = (node: Node): Place => facts.place(undefined, node)
    const up = declarationOf(store)
    const made = adds.flatMap(({ key }) => { const origin = key && originOf(key, module); return origin ? [origin] : [] })
    // only what the peer names, or what is new every time, goes on growing
    const grows = adds.some(({ key, named }) => key === undefined || named) || made.length > 0
    const byFunction = new Map<Node, Touch[]>()
    for (const one of looks) { const around = functionAround(one.call); byFunction.set(around, [...(byFunction.get(around) ?? []), one]) }
    const id = up?.type === 'VariableDeclarator' ? up.id : up?.type === 'PropertyDefinition' ? up.key : store
    return {
      kind: 'session', at: place(id.type === 'Identifier' || id.type === 'PrivateIdentifier' ? up! : store), what: id.type === 'Identifier' || id.type === 'PrivateIdentifier' ? id.name : 'this store', library: '', when: [], remedy: () => undefined, edit: () => undefined,
      grows, bounded: bounded(store),
      handles: looks.length > 0 ? made.map(({ from, at }) => ({ from, at: place(at) })) : [],
      lookups: adds.length > 0 ? [...byFunction.values()].map(all => {
        const answers = all.map(owner)
        return { at: place(all[0]!.call), owner: answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no' }
      }) : [],
    }
  }

  return {
    note,
    read: () => [...new Set(touches.filter(one => one.does === 'adds').map(one => one.store))].map(session),
  }
}
