import { defineRule } from '../rule.js'

/** Registering authentication adds an option, not a requirement. */
export default defineRule({
  name: 'no-optional-authentication',
  description: 'disallow client authentication that is asked for but not enforced',
  section: 5, cwe: 287, recommended: true, suggests: true,
  about: ['listeners', 'credentials'],
  messages: {
    registered: 'This only lets callers authenticate: those that do not are served as well. {{remedy}}.',
    optional: 'Client certificates are asked for and not required: a client without one is served as well. {{remedy}}.',
    unasked: 'Refusing bad client certificates has no effect while none is asked for: every client is served. {{remedy}}.',
  },
  check(end, _options, program) {
    if ('registers' in end && end.registers) {
      const served = program.listeners.filter(one => !one.registers && !one.secureOnly.isAbsent)
      return served.length > 0 && served.every(one => one.servesAnybody) ? { at: end, message: 'registered', data: { remedy: end.remedy('require') } } : undefined
    }
    const credentials = 'credentials' in end ? end.credentials : end
    const { asks, requires } = credentials
    if (asks.surely(asked => asked) && requires.surely(required => !required)) return { at: requires.isWritten ? requires : credentials.at, message: 'optional', data: { remedy: credentials.remedy('require') }, edit: credentials.edit('require') }
    if (asks.surely(asked => !asked) && requires.isWritten && requires.surely(required => required)) {
      const remedy = credentials.remedy('ask')
      // where nothing else has to be asked for, refusing is asking
      return remedy === undefined ? undefined : { at: requires, message: 'unasked', data: { remedy }, edit: credentials.edit('ask') }
    }
    return undefined
  },
})
