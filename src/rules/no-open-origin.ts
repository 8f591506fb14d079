import type { Origins } from '../model/program.js'
import { defineRule } from '../rule.js'

const asks: Record<Exclude<Origins['open'][number]['to'], 'everybody' | 'unasked'>, string> = { prefix: 'begins with', suffix: 'ends with', substring: 'holds', pattern: 'matches' }

/** A page that its visitors only look at must not act for them elsewhere. */
export default defineRule({
  name: 'no-open-origin',
  description: 'disallow that pages of any site call with what their visitors are known by',
  section: 2, cwe: 942, recommended: true,
  about: 'origins',
  messages: {
    everybody: 'A page of any site may call this as whoever looks at it: its origin is answered, and credentials come along. {{remedy}}.',
    unasked: 'A page of any site may call this as whoever looks at it: nobody asks for its origin, and what they are known by comes along. {{remedy}}.',
    lookalike: 'Every origin that {{asks}} `{{text}}` may call this as whoever looks at its page, and anybody can have such a name. {{remedy}}.',
  },
  check(origins) {
    if (origins.credentials.some(sent => sent) !== 'yes' || origins.when.some(({ kind }) => kind === 'development')) return
    const remedy = origins.remedy('origin') ?? 'Name the origins that may'
    return origins.open.map(({ at, to, text }) => to === 'everybody' || to === 'unasked' ? { at, message: to, data: { remedy } } : { at, message: 'lookalike' as const, data: { asks: asks[to], text: text.replaceAll('`', ''), remedy } })
  },
})
