import { defineRule } from '../rule.js'

/** A name that the peer picks can be `constructor`. */
export default defineRule({
  name: 'no-dynamic-dispatch',
  description: 'disallow calling a member whose name the peer picks',
  section: 11, cwe: 470, recommended: true, suggests: true,
  about: 'procedures',
  messages: { picks: 'The peer picks the function that `{{data}}` calls, inherited ones such as `constructor` included. Use a `Map`, or ask `Object.hasOwn()` first.' },
  check(procedure) {
    return procedure.sinks.filter(({ kind }) => kind === 'dispatch').map(({ at, seen, data, edit }) => ({ at, seen, message: 'picks' as const, data: { data }, edit }))
  },
})
