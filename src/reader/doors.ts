/** Several listeners that serve the same procedures: every procedure is callable on each of them (section 13). */
import { below, levels } from '../model/fact.js'
import type { Listener } from '../model/program.js'

const open = below(levels, 'integrity')

/** Whether the other one protects its calls, or makes its callers show a certificate, and the first does not. */
function isOutdone({ credentials: one }: Listener, { credentials: other }: Listener): boolean {
  return one.level.surely(open)
    ? other.level.surely(level => !open(level))
    : one.asks.surely(asked => !asked) && other.asks.surely(asked => asked) && other.requires.surely(required => required)
}

/** Listeners that know which other one serves the same procedures with more protection. */
export function compared(listeners: readonly Listener[]): Listener[] {
  return listeners.map(listener => {
    const other = listener.on !== undefined && listeners.find(one => one !== listener && one.on === listener.on && isOutdone(listener, one))
    return other ? { ...listener, outdoneBy: other.address.values[0]?.text ?? 'another endpoint' } : listener
  })
}
