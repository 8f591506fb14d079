/** Several ends side by side: every procedure is callable on each listener that serves it (section 13), or one is made in place of another. */
import { below, levels } from '../model/fact.js'
import type { Channel, Listener } from '../model/program.js'

const open = below(levels, 'integrity')

/** Whether the other one refuses callers, protects its calls, or makes its callers show a certificate, and the first does not. */
function isOutdone(listener: Listener, beside: Listener): boolean {
  if (listener.unguarded && beside.refuses === 'yes') return true
  const { credentials: one } = listener, { credentials: other } = beside
  return one.level.surely(open)
    ? other.level.surely(level => !open(level))
    : one.asks.surely(asked => !asked) && other.asks.surely(asked => asked) && other.requires.surely(required => required)
}

/** Listeners that know which other one serves the same procedures with more protection, in one run of the program. */
export function compared(listeners: readonly Listener[], exclude: (one: number, other: number) => boolean): Listener[] {
  return listeners.map((listener, i) => {
    const other = listener.on !== undefined && listeners.find((one, j) => one !== listener && one.on === listener.on && isOutdone(listener, one) && !exclude(i, j))
    return other ? { ...listener, outdoneBy: other.address.values[0]?.text ?? 'another endpoint' } : listener
  })
}

/** What ends have in common that serve the same procedures, or have the same address. */
function keyOf(end: Channel | Listener): string | undefined {
  if ('on' in end && end.on !== undefined) return `on ${end.on}`
  return end.address.value && `at ${end.address.value.text}`
}

/**
 * Of ends of which only one is ever made, for each that is open the protected one that it stands in for: both are
 * alternatives of one. What is meant for this machine stands in for nothing.
 */
export function alternatives(ends: readonly (Channel | Listener)[], exclude: (one: number, other: number) => boolean): (number | undefined)[] {
  const guarded = new Map<string, number[]>()
  for (const [i, end] of ends.entries()) {
    const key = end.credentials.level.surely(level => !open(level)) ? keyOf(end) : undefined
    const others = key === undefined ? undefined : guarded.get(key)
    if (others) others.push(i)
    else if (key !== undefined) guarded.set(key, [i])
  }
  return guarded.size === 0 ? [] : ends.map((end, i) => {
    if (!end.credentials.level.surely(open) || end.address.some(({ local }) => local === 'yes') === 'yes') return undefined
    const key = keyOf(end)
    return key === undefined ? undefined : guarded.get(key)?.find(j => exclude(i, j))
  })
}
