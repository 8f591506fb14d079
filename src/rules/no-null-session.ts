import { defineRule } from '../rule.js'

/** A caller without credentials is authenticated too, as nobody. */
export default defineRule({
  name: 'no-null-session',
  description: 'disallow serving callers that authenticated as nobody',
  section: 7, cwe: 287, recommended: true, suggests: true,
  about: ['listeners', 'identities'],
  messages: {
    claimed: '`{{name}}` is whoever the caller says it is: it wrote `{{entry}}` itself. Take the identity from a token or certificate that was verified.',
    assumed: 'A caller without credentials becomes `{{name}}` like any other, and passes every check for a user. Leave it empty, and refuse where a user is needed.',
    nobody: 'A caller without credentials passes here: the guard does not ask whether its caller has an identity. {{remedy}}.',
  },
  check(listener) {
    if (listener.kind === 'identity') return listener.from === 'claim' ? { at: listener, message: 'claimed', data: { name: listener.what, entry: listener.entry } } : { at: listener, message: 'assumed', data: { name: listener.what } }
    if (!listener.secureOnly.surely(only => !only) || listener.asksForIdentity !== 'no') return
    return { at: listener.secureOnly, message: 'nobody', data: { remedy: listener.remedy('session') ?? 'Refuse callers without an identity' }, edit: listener.edit('session') }
  },
})
