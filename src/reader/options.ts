/** Limits in options whose name means the same wherever it is written: options are made in one place and used in another. */
import { alternatives } from '../analysis/value.js'
import type { Module, Node, Value } from '../analysis/value.js'
import type { LimitRow } from '../frameworks/describe.js'
import { Ref } from '../frameworks/describe.js'
import type { Dictionary } from './dictionary.js'
import type { Facts } from './facts.js'
import type { Match } from './match.js'
import { imports } from './sources.js'

/** The name of such an option that a node writes into an object. */
export function optionName(node: Node, { options }: Dictionary): string | undefined {
  if (node.type !== 'Property' || node.parent.type !== 'ObjectExpression' || node.key.type !== 'Literal') return undefined
  const name = String(node.key.value)
  return options.has(name) ? name : undefined
}

/** Whether an option that a call is given is written in another file of the program, which tells of it where it stands. */
export function isToldElsewhere({ value: ref }: LimitRow, match: Match, facts: Facts, { options }: Dictionary, here: Module): boolean {
  const last = ref.steps.at(-1)
  const name = last && 'option' in last ? last.option.replace(/^"|"$/g, '') : ''
  if (!options.has(name)) return false
  const tells = ({ node, env: { module } }: Value, property: Node | undefined): boolean =>
    module !== here && imports(module, match.framework) && property?.type === 'Property' && property.key.type === 'Literal' && property.key.value === name && node.type !== 'Program'
  // what this file handed over is not known there
  const own = (object: Value): boolean => object.kind === 'object' && object.node.type === 'ObjectExpression' && object.entries.get(name)?.env.module !== here && object.node.properties.some(property => tells(object, property))
  return facts.find(new Ref(ref.base, ref.steps.slice(0, -1)), match).some(({ value }) => value && alternatives(value).some(arm => own(arm.value)))
    || facts.find(ref, match).some(({ value }) => value && tells(value, value.node.parent))
}
