import { defineRule } from '../rule.js'

/** Registering authentication adds an option, not a requirement. */
export default defineRule({
  name: 'no-optional-authentication',
  description: 'disallow client authentication that is asked for but not enforced',
  section: 5, cwe: 287, recommended: true, suggests: true,
  about: ['listeners', 'credentials'],
  messages: {
    optional: 'Client certificates are asked for and not required: a client without one is served as well. {{remedy}}.',
    unasked: 'Refusing bad client certificates has no effect while none is asked for: every client is served. {{remedy}}.',
  },
  check(end) {
    const { asks, requires, ...rest } = 'credentials' in end ? { ...end.credentials, edit: end.edit } : end
    if (asks.surely(asked => asked) && requires.surely(required => !required)) return { at: requires.isWritten ? requires : rest.at, message: 'optional', data: { remedy: rest.remedy('require') ?? end.remedy('require') }, edit: end.edit('require') }
    if (asks.surely(asked => !asked) && requires.isWritten && requires.surely(required => required)) return { at: requires, message: 'unasked', data: { remedy: rest.remedy('ask') ?? end.remedy('ask') }, edit: end.edit('ask') }
    return undefined
  },
})
