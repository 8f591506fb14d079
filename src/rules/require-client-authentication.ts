import { defineRule } from '../rule.js'

/** A listener that nothing guards serves whoever finds it. */
export default defineRule({
  name: 'require-client-authentication',
  description: 'require that callers are authenticated before they are served',
  section: 2, cwe: 306, recommended: true,
  about: 'listeners',
  messages: { anybody: 'Everybody who reaches this is served, without saying who it is. {{remedy}}.' },
  check(listener, _options, program) {
    // said once, where the provider is registered that nobody has to use
    if (!listener.servesAnybody || program.listeners.some(({ registers }) => registers)) return
    return { at: listener.secureOnly, message: 'anybody', data: { remedy: listener.remedy('require') ?? 'Let only authenticated callers in' } }
  },
})
