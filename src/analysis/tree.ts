/** A walk over a syntax tree that needs neither ESLint nor recursion. */
import type { Node } from './value.js'

/** For each type of node, the properties that hold its children, in the order of the source. */
export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>

const NO_CHILDREN = new Set(['parent', 'loc', 'range', 'tokens', 'comments'])

/** Where children of a node may be when its parser does not say: everything but what is known to hold none. */
export function childKeys(node: object): string[] {
  return Object.keys(node).filter(key => !NO_CHILDREN.has(key))
}

/**
 * Visits `root` and all below it, parents before children, and links every child to its parent where the parser has not.
 * It keeps a list of its own, for trees may be deeper than the call stack.
 *
 * A child that already belongs to another node is passed over, so that a tree with a cycle is still walked to an end.
 *
 * @param root where to begin; its own `parent` is left alone
 * @param visitorKeys the parser's, which give the order of the source; undefined, or a type that it lacks, means every
 * property that holds a node, in whatever order the parser made them
 * @param enter called once per node, when its `parent` is set but its children's may not be
 */
export function walk(root: Node, visitorKeys: VisitorKeys | undefined, enter: (node: Node) => void): void {
  const waiting: Node[] = [root]

  const push = (child: Partial<Node> | null | undefined, parent: Node) => {
    if (typeof child !== 'object' || child === null || typeof child.type !== 'string' || child === root) return
    child.parent ??= parent
    if (child.parent === parent) waiting.push(child as Node)
  }

  for (let node = waiting.pop(); node; node = waiting.pop()) {
    enter(node)
    const keys = visitorKeys?.[node.type] ?? childKeys(node)
    for (let i = keys.length - 1; i >= 0; i--) {
      const child = node[keys[i] as keyof Node] as unknown
      if (!Array.isArray(child)) push(child as Node, node)
      else for (let j = child.length - 1; j >= 0; j--) push(child[j], node)
    }
  }
}
