import { defineRule } from '../rule.js'

/** What the peer may send without bound, this program must hold. */
export default defineRule({
  name: 'no-unlimited-message',
  description: 'disallow removing limits on what a peer can make the program hold',
  section: 9, cwe: 770, recommended: true, suggests: true,
  about: 'limits',
  messages: { removed: 'Nothing bounds {{bounds}} any more: one peer can fill the memory. {{remedy}}.' },
  check(limit) {
    return limit.removed.which(gone => gone).map(({ at }) => ({ at, message: 'removed' as const, data: { bounds: limit.bounds, remedy: limit.remedy('limit') }, edit: limit.edit('limit') }))
  },
})
