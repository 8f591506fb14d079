import { defineRule } from '../rule.js'

/** Whoever may reach an endpoint reaches every interface of the process behind it, and by every other endpoint too. */
export default defineRule({
  name: 'no-endpoint-security',
  description: 'disallow protecting an endpoint in place of what is called through it',
  section: 12, cwe: 291, recommended: true,
  about: ['listeners', 'procedures', 'guards'],
  messages: {
    endpoint: 'This protects the endpoint, not the procedures: they are callable by every other endpoint of the process. {{remedy}}.',
    open: 'Every user of this machine may come in here, and on Windows answer in place of this program. {{remedy}}.',
    address: 'This lets callers in by their address, which proves nobody: addresses are shared, forwarded and forged. Ask for a certificate or a token.',
  },
  check(listener, _options, program) {
    if ('compares' in listener) {
      // a second fence, where a certificate is asked for already
      if ('on' in listener && program.listeners.some(one => one.on !== undefined && one.on === listener.on && one.credentials.requires.surely(required => required))) return
      return listener.compares.filter(({ evidence, passes }) => evidence === 'address' && passes === 'match').map(({ at }) => ({ at, message: 'address' as const }))
    }
    if (listener.open.surely(open => open)) return { at: listener.open, message: 'open', data: { remedy: listener.remedy('open') ?? 'Let only the users in that are meant' } }
    return listener.endpointSecurity.which(given => given).map(({ at }) => ({ at, message: 'endpoint' as const, data: { remedy: listener.remedy('endpoint') ?? 'Check the caller in the procedures' } }))
  },
})
