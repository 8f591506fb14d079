import { defineRule } from '../rule.js'

/** A size that the peer writes is memory that the peer takes. */
export default defineRule({
  name: 'no-peer-sized-allocation',
  description: 'disallow allocating as much as the peer says without a bound',
  section: 9, cwe: 789, recommended: true,
  about: 'procedures',
  messages: { sized: '`{{data}}` comes from the peer and decides how much `{{into}}` allocates. Refuse what is over a bound first.' },
  check(procedure) {
    return procedure.sinks.filter(({ kind }) => kind === 'size').map(({ at, seen, data, into }) => ({ at, seen, message: 'sized' as const, data: { data, into } }))
  },
})
