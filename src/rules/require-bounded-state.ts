import { defineRule } from '../rule.js'

/** What every caller adds to, and nobody takes from, grows until the process ends. */
export default defineRule({
  name: 'require-bounded-state',
  description: 'require a bound on what callers make the program hold',
  section: 16, cwe: 770, recommended: true, inferred: true,
  about: ['limits', 'sessions'],
  messages: {
    growing: 'Callers add to `{{store}}`, and nothing ever leaves it: they decide how much the program holds. Delete entries when they end or expire, or refuse new ones above a number.',
    unbounded: 'Nothing bounds {{bounds}}: callers decide how much the program holds. {{remedy}}.',
  },
  check(limit) {
    if (limit.kind === 'session') return limit.grows && limit.bounded === 'no' ? { at: limit, message: 'growing', data: { store: limit.what } } : undefined
    if (limit.of !== 'state') return
    return limit.removed.which(gone => gone).map(({ at }) => ({ at, message: 'unbounded' as const, data: { bounds: limit.bounds, remedy: limit.remedy('limit') } }))
  },
})
