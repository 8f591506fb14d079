import { defineRule } from '../rule.js'

/** A handle says which session is meant, not who may use it. */
export default defineRule({
  name: 'require-handle-owner',
  description: 'require that a handle from the peer is looked up for its owner only',
  section: 10, cwe: 639, recommended: false,
  about: ['sessions', 'switches'],
  messages: {
    anyones: 'Nothing asks whose entry of `{{store}}` this is: a caller with the handle of another one uses it. Keep the owner in the entry, and compare it with the caller.',
    unserialized: 'Calls with the same context handle run at the same time from now on: one may free what another still uses. {{remedy}}.',
  },
  check(item) {
    if (item.kind === 'switch') return item.turnsOff === 'serialization' ? { at: item, message: 'unserialized', data: { remedy: item.remedy('serialize') } } : undefined
    return item.lookups.flatMap(({ at, owner }) => owner === 'no' ? [{ at, message: 'anyones' as const, data: { store: item.what } }] : [])
  },
})
