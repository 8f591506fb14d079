import { defineRule } from '../rule.js'

/** Give sizes a range: what has no upper bound is as large as the peer likes. */
export default defineRule({
  name: 'require-bounded-input',
  description: 'require an upper bound on strings and lists that a peer sends',
  section: 9, cwe: 770, recommended: false, suggests: true,
  about: 'contracts',
  messages: {
    unbounded: '`{{field}}` has no upper bound: the peer decides how much memory it takes. Give it a `max`.',
    several: '`{{field}}` and {{more}} more of this input have no upper bound: the peer decides how much memory they take. Give each a `max`.',
  },
  check(contract) {
    const [first, ...more] = contract.unbounded
    if (!first) return
    const field = first.path.map((name, i) => name === '*' ? '[]' : i === 0 ? name : `.${name}`).join('') || 'input'
    return { at: first.at, message: more.length > 0 ? 'several' : 'unbounded', data: { field, ...(more.length > 0 && { more: String(more.length) }) }, edit: contract.edit('bound') }
  },
})
