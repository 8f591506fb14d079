import { defineRule } from '../rule.js'

/** A server that says itself who it is proves only that it is itself. */
export default defineRule({
  name: 'no-self-asserted-principal',
  description: 'disallow authenticating a server by the name that it gives itself',
  section: 4, cwe: 345, recommended: true,
  about: ['channels', 'credentials'],
  messages: { asked: 'The server itself was asked for this principal: whoever answers is accepted. {{remedy}}.' },
  check(end) {
    const { selfAsserted } = 'credentials' in end ? end.credentials : end
    return selfAsserted.surely(asked => asked) ? { at: selfAsserted, message: 'asked', data: { remedy: end.remedy('principal') ?? 'Build the name from what this program wants to reach, or compare it with that first' } } : undefined
  },
})
