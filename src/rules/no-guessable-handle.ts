import { defineRule } from '../rule.js'

const sources = { counter: 'a counter', clock: 'the time', chance: '`Math.random()`' }

/** Whoever guesses a handle has the session behind it. */
export default defineRule({
  name: 'no-guessable-handle',
  description: 'disallow handles that callers can guess',
  section: 10, cwe: 340, recommended: true,
  about: 'sessions', suggests: true,
  messages: { guessable: 'This handle is made from {{source}}: callers guess those of others. Use `randomUUID()` of `node:crypto`.' },
  check(session) {
    return session.handles.flatMap(({ at, from, edit }) => from === 'random' ? [] : [{ at, message: 'guessable' as const, data: { source: sources[from] }, edit }])
  },
})
