import { defineRule } from '../rule.js'

/** What the peer may send without bound, this program must hold. */
export default defineRule({
  name: 'no-unlimited-message',
  description: 'disallow removing limits on what a peer can make the program hold',
  section: 9, cwe: 770, recommended: true, suggests: true,
  about: ['limits', 'channels', 'listeners'],
  options: { batches: { default: false, description: 'Ask for a bound on how many calls come in one batch, where the library has none of its own' } },
  strict: { batches: true },
  messages: {
    removed: 'Nothing bounds {{bounds}}: one peer makes the program hold and do as much as it likes. {{remedy}}.',
    unread: 'Nothing reads `{{name}}`, so it limits nothing. {{remedy}}.',
  },
  check(limit, { batches }) {
    if ('ignored' in limit) return limit.ignored.filter(({ limits }) => limits).map(({ at, name, instead, edit }) => ({ at, message: 'unread' as const, data: { name, remedy: instead ? `Use \`${instead}\`` : limit.remedy('unread') }, edit }))
    if (limit.of === 'state') return undefined
    return limit.removed.which(gone => gone).filter(({ byDefault }) => batches || limit.of !== 'batch' || !byDefault).map(({ at }) => ({ at, message: 'removed' as const, data: { bounds: limit.bounds, remedy: limit.remedy('limit') }, edit: limit.edit('limit') }))
  },
})
