import { defineRule } from '../rule.js'

/** What few use, few attack in the open, and few repair. */
export default defineRule({
  name: 'prefer-mainstream-transport',
  description: 'prefer transports that are in wide use and maintained',
  section: 15, cwe: 477, recommended: true,
  about: ['channels', 'listeners', 'transports'],
  messages: {
    unusual: 'Hardly anybody uses this transport, so that its faults stay. {{remedy}}.',
    deprecated: 'This transport is deprecated, and its faults stay. {{remedy}}.',
  },
  check(end) {
    if ('is' in end) return { at: end, message: end.is, data: { remedy: end.remedy('transport') } }
    return end.transport.which(kind => kind !== 'mainstream').map(({ at, value }) => ({ at, message: value as 'unusual' | 'deprecated', data: { remedy: end.remedy('transport') ?? 'Use the usual one' } }))
  },
})
