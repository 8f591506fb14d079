import { defineRule } from '../rule.js'

/** A listener that nothing guards serves whoever finds it. */
export default defineRule({
  name: 'require-client-authentication',
  description: 'require that callers are authenticated before they are served',
  section: 2, cwe: 306, recommended: true, inferred: true, suggests: true,
  about: 'listeners',
  messages: {
    anybody: 'Everybody who reaches this is served, without saying who it is. {{remedy}}.',
    anyAuthority: 'A client needs a certificate, but that of any public authority will do: everybody can get one. {{remedy}}.',
  },
  check(listener, _options, program) {
    const { credentials, secureOnly } = listener
    // said once, where the provider is registered that nobody has to use
    if (program.listeners.some(({ registers }) => registers)) return
    if (listener.when.some(({ kind }) => kind === 'development')) return
    const { asks, requires, roots } = credentials
    // where nothing else has to be asked for, refusing is asking
    const asked = asks.surely(asked => asked) || (requires.isWritten && credentials.remedy('ask') === undefined)
    if (asked && requires.surely(required => required) && roots.surely(given => !given)) return { at: roots, message: 'anyAuthority', data: { remedy: credentials.remedy('roots') } }
    // beside a better listener of the same procedures, that they are not alike is the mistake
    if (!listener.servesAnybody || listener.outdoneBy !== undefined) return
    const of = listener.remedy('callers') === undefined ? 'require' : 'callers'
    // credentials that are made elsewhere may serve others well
    const made = credentials.at.range[0] >= listener.at.range[0] && credentials.at.range[1] <= listener.at.range[1] ? credentials.at : listener
    return { at: secureOnly.isAbsent ? made : secureOnly, message: 'anybody', data: { remedy: listener.remedy(of) ?? 'Let only authenticated callers in' }, edit: listener.edit(of) }
  },
})
