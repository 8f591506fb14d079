/** A walk over a syntax tree that needs neither ESLint nor recursion. */
import type { Node } from './value.js'

/** For each type of node, the properties that hold its children, in the order of the source. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>

const NO_CHILDREN = new Set(['parent', 'loc', 'range', 'tokens', 'comments'])

/** Where children of a node may be when its parser does not say: everything but what is known to hold none. */
export function childKeys(node: object): string[] {
  return Object.keys(node).filter(key => !NO_CHILDREN.has(key))
}

/** How the tree of each module says what is below a node. */
const keysOf = new WeakMap<Node, VisitorKeys>()

/** Says where the nodes of a tree have their children, for all who walk it later. */
export function rememberKeys(tree: Node, keys: VisitorKeys): void { keysOf.set(tree, keys) }

function treeOf(node: Node): Node {
  let top = node
  while (top.parent) top = top.parent
  return top
}

/**
 * Visits `root` and all below it, parents before children, and links every child to its parent where the parser has not.
 * It keeps a list of its own, for trees may be deeper than the call stack.
 *
 * A child that already belongs to another node is passed over, so that a tree with a cycle is still walked to an end.
 *
 * @param root where to begin; its own `parent` is left alone
 * @param visitorKeys the parser's, which give the order of the source; undefined stands for those that are remembered of
 * the tree. Where there are none, or a type is not among them, every property that holds a node is meant, in whatever order
 * the parser made them
 * @param enter called once per node, when its `parent` is set but its children's may not be
 */
export function walk(root: Node, visitorKeys: VisitorKeys | undefined, enter: (node: Node) => void): void {
  const all = visitorKeys ?? keysOf.get(treeOf(root)) ?? {}
  const waiting: Node[] = [root]

  const push = (child: Partial<Node> | null | undefined, parent: Node) => {
    if (typeof child !== 'object' || child === null || typeof child.type !== 'string' || child === root) return
    child.parent ??= parent
    if (child.parent === parent) waiting.push(child as Node)
  }

  for (let node = waiting.pop(); node; node = waiting.pop()) {
    enter(node)
    const keys = all[node.type] ?? childKeys(node)
    for (let i = keys.length - 1; i >= 0; i--) {
      const child = node[keys[i] as keyof Node] as unknown
      if (!Array.isArray(child)) push(child as Node, node)
      else for (let j = child.length - 1; j >= 0; j--) push(child[j], node)
    }
  }
}

/** The nodes of a tree by type, and by several types as they were asked for. */
type Outline = Map<string, readonly Node[]>
const outlines = new WeakMap<Node, Outline>()

/**
 * All nodes of some types at or below a node, in the order of the source. A tree is walked once, whoever asks, so it must not
 * change any more.
 */
export function nodesBelow<T extends `${Node['type']}`>(below: Node, ...types: readonly T[]): readonly Extract<Node, { type: T }>[] {
  const tree = below.type === 'Program' ? below : treeOf(below)
  let outline = outlines.get(tree)
  if (!outline) outlines.set(tree, outline = outlineOf(tree))
  const asked = types.join('|')
  let all = outline.get(asked)
  if (!all) outline.set(asked, all = types.length === 1 ? [] : types.flatMap(type => outline.get(type) ?? []).sort(bySource))
  if (below === tree) return all as never
  const found: Node[] = []
  for (let i = firstFrom(all, below.range[0]); i < all.length && all[i]!.range[0] < below.range[1]; i++) if (all[i]!.range[1] <= below.range[1]) found.push(all[i]!)
  return found as never
}

function outlineOf(tree: Node): Outline {
  const lists = new Map<string, Node[]>(), mixed = new Set<Node[]>()
  walk(tree, undefined, node => {
    const list = lists.get(node.type)
    if (!list) { lists.set(node.type, [node]); return }
    // where the parser says in which order children stand, hardly ever
    if (list.at(-1)!.range[0] > node.range[0]) mixed.add(list)
    list.push(node)
  })
  for (const list of mixed) list.sort(bySource)
  return lists
}

/** Outer nodes before what they hold. */
const bySource = (a: Node, b: Node): number => a.range[0] - b.range[0] || b.range[1] - a.range[1]

function firstFrom(list: readonly Node[], position: number): number {
  let low = 0, high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.range[0] < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a node is, or stands in, another one of the same file. */
export const isWithin = (node: Node, outer: Node): boolean => outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1]
