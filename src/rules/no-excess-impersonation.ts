import { below, impersonations } from '../model/fact.js'
import { defineRule } from '../rule.js'

/** A server that gets more of a caller's identity than it needs can be that caller. */
export default defineRule({
  name: 'no-excess-impersonation',
  description: "disallow giving a server more of a caller's identity than it needs",
  section: 4, cwe: 441, recommended: true, suggests: true,
  about: ['channels', 'calls', 'credentials', 'impersonations'],
  messages: {
    forwarded: "`{{text}}` hands the caller's own credentials to the next server, which can then act as the caller. Send credentials of this service, and copy only the entries that are meant.",
    kept: 'From here on this program acts as its caller, and nothing ends that: what comes after runs as that caller, too. {{remedy}}.',
    level: 'The impersonation level `{{level}}` lets the server act as this program. {{remedy}}.',
  },
  check(item) {
    // where nobody looks if it worked, that is said first
    if ('ended' in item) return item.ended === 'no' && item.checked !== 'no' ? { at: item, message: 'kept', data: { remedy: item.remedy('revert') } } : undefined
    if ('forwards' in item && item.forwards.isWritten) return { at: item.forwards, message: 'forwarded', data: { text: item.forwards.value } }
    const credentials = 'credentials' in item ? item.credentials : 'impersonation' in item ? item : undefined
    return credentials?.impersonation.which(level => !below(impersonations, 'impersonate')(level)).map(({ at, value }) => ({ at, message: 'level' as const, data: { level: value, remedy: credentials.remedy('impersonation') }, edit: credentials.edit('impersonation') }))
  },
})
