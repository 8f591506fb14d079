/** How a name gets out of a destructuring pattern. */
import type { Node } from './value.js'

export type PatternStep =
  | { member: string } | { computed: Node } | { fallback: Node }
  /** all members but these (for an array: all items after as many) */
  | { rest: string[] }

/** The steps from the whole value to `name`; undefined when the pattern does not bind it. Bounded by the pattern's own depth. */
export function patternPath(pattern: Node, name: Node): PatternStep[] | undefined {
  if (pattern === name) return []
  switch (pattern.type as string) {
    case 'AssignmentPattern': {
      const { left, right } = pattern as Extract<Node, { type: 'AssignmentPattern' }>
      const inner = patternPath(left, name)
      return inner && [{ fallback: right }, ...inner]
    }
    case 'RestElement': return patternPath((pattern as Extract<Node, { type: 'RestElement' }>).argument, name)
    case 'ArrayPattern':
      for (const [index, part] of (pattern as Extract<Node, { type: 'ArrayPattern' }>).elements.entries()) {
        const inner = part && patternPath(part, name)
        if (inner) return part.type === 'RestElement' ? [{ rest: Array.from({ length: index }, (_, i) => String(i)) }, ...inner] : [{ member: String(index) }, ...inner]
      }
      return undefined
    case 'ObjectPattern': {
      const taken: string[] = []
      for (const part of (pattern as Extract<Node, { type: 'ObjectPattern' }>).properties) {
        if (part.type === 'RestElement') {
          const inner = patternPath(part.argument, name)
          if (inner) return [{ rest: taken }, ...inner]
          continue
        }
        const key = !part.computed && part.key.type === 'Identifier' ? part.key.name : part.key.type === 'Literal' ? String(part.key.value) : undefined
        if (key !== undefined) taken.push(key)
        const inner = patternPath(part.value, name)
        if (inner) return [key === undefined ? { computed: part.key } : { member: key }, ...inner]
      }
      return undefined
    }
    default: return undefined
  }
}
