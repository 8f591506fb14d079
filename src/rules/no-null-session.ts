import { defineRule } from '../rule.js'

/** A caller without credentials is authenticated too, as nobody. */
export default defineRule({
  name: 'no-null-session',
  description: 'disallow serving callers that authenticated as nobody',
  section: 7, cwe: 287, recommended: true,
  about: 'listeners',
  messages: { nobody: 'A caller without credentials passes here: the guard does not ask whether its caller has an identity. {{remedy}}.' },
  check(listener) {
    if (!listener.secureOnly.surely(only => !only) || listener.asksForIdentity !== 'no') return
    return { at: listener.secureOnly, message: 'nobody', data: { remedy: listener.remedy('session') ?? 'Refuse callers without an identity' } }
  },
})
