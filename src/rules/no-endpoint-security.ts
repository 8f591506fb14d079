import { defineRule } from '../rule.js'

/** Whoever may reach an endpoint reaches every interface of the process behind it, and by every other endpoint too. */
export default defineRule({
  name: 'no-endpoint-security',
  description: 'disallow protecting an endpoint in place of what is called through it',
  section: 12, cwe: 291, recommended: true,
  about: 'listeners',
  messages: { endpoint: 'This protects the endpoint, not the procedures: they are callable by every other endpoint of the process. {{remedy}}.' },
  check(listener) {
    return listener.endpointSecurity.which(given => given).map(({ at }) => ({ at, message: 'endpoint' as const, data: { remedy: listener.remedy('endpoint') ?? 'Check the caller in the procedures' } }))
  },
})
