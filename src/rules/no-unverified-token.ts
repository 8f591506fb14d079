import { defineRule } from '../rule.js'

/** A token is a letter: who it is from is told by its signature alone. */
export default defineRule({
  name: 'no-unverified-token',
  description: 'disallow believing who a caller is by a token that was decoded and not verified',
  section: 5, cwe: 345, recommended: true,
  about: 'tokens',
  messages: { believed: 'This token says who calls, and nobody verified it: every caller can write one. {{remedy}}.' },
  check(token) {
    return token.believed ? { at: token, message: 'believed', data: { remedy: token.remedy('proof') } } : undefined
  },
})
