import { defineRule } from '../rule.js'

/** A call back to where the caller says reaches whatever this program can reach. */
export default defineRule({
  name: 'no-peer-supplied-endpoint',
  description: 'disallow calling an address that the peer supplied',
  section: 6, cwe: 918, recommended: true,
  about: 'procedures',
  messages: { calls: '`{{data}}` comes from the peer, and this program calls it: the peer reaches what only this machine can. Look the address up in a list of allowed ones.' },
  check(procedure) {
    return procedure.sinks.filter(({ kind }) => kind === 'endpoint').map(({ at, seen, data }) => ({ at, seen, message: 'calls' as const, data: { data } }))
  },
})
