import { defineRule } from '../rule.js'

const harm: Record<string, string> = {
  command: 'the peer can run commands of its own', path: 'the peer can name any file', query: 'the peer can change the query', url: 'the peer can change the request',
  code: 'the peer can run code', pattern: 'the peer can make the match run for minutes', markup: 'the peer can run script', property: 'the peer can change any property',
}

/** A type says what data should be; the peer decides what it is. */
export default defineRule({
  name: 'no-peer-data-in-sink',
  description: 'disallow peer data in commands, paths, queries, code and patterns before it is checked',
  section: 11, cwe: 20, recommended: true,
  about: 'procedures',
  messages: { reaches: '`{{data}}` comes from the peer and reaches `{{into}}` unchecked: {{harm}}. Compare it with what is allowed, or look it up in a table of the program.' },
  check(procedure) {
    return procedure.sinks.filter(({ kind }) => kind in harm).map(({ at, seen, data, into, kind }) => ({ at, seen, message: 'reaches' as const, data: { data, into, harm: harm[kind] } }))
  },
})
