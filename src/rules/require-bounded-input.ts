import { defineRule } from '../rule.js'

/** Give sizes a range: what has no upper bound is as large as the peer likes. */
export default defineRule({
  name: 'require-bounded-input',
  description: 'require an upper bound on strings and lists that a peer sends',
  section: 9, cwe: 770, recommended: false, suggests: true,
  about: 'contracts',
  messages: { unbounded: 'This {{type}} has no upper bound: the peer decides how much memory it takes. Give it a `max`.' },
  check(contract) {
    return contract.fields.filter(({ type, bounded, checks }) => (type === 'string' || type === 'array') && bounded === 'no' && checks === 'yes')
      .map(({ at, type, edit }) => ({ at, message: 'unbounded' as const, data: { type: type === 'array' ? 'list' : type }, edit }))
  },
})
