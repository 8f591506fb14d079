import { below, levels } from '../model/fact.js'
import { defineRule } from '../rule.js'

/** What is switched off by something that is missing is switched off by whoever makes it go missing. */
export default defineRule({
  name: 'no-plaintext-fallback',
  description: 'disallow falling back to plaintext when a certificate, file or variable is missing',
  section: 3, cwe: 757, recommended: true,
  about: ['channels', 'listeners', 'credentials'],
  messages: {
    missing: 'Without {{subject}} this goes on in plaintext, and nobody is told. Throw instead, and let plaintext be asked for by name.',
    otherwise: 'Any other `{{subject}}` goes on in plaintext. Throw instead, and let plaintext be asked for by name.',
  },
  check(end) {
    const level = 'level' in end ? end.level : end.credentials.level
    if (level.some(value => !below(levels, 'integrity')(value)) !== 'yes') return
    if ('address' in end && end.address.some(address => address.local === 'yes') === 'yes') return
    return level.which(below(levels, 'integrity')).flatMap(({ at, when }) => {
      if (when.some(({ kind }) => kind === 'development' || kind === 'local')) return []
      const why = when.at(-1)
      if (why?.kind !== 'missing' && why?.kind !== 'otherwise') return []
      return [{ at, message: why.kind === 'missing' ? 'missing' as const : 'otherwise' as const, data: { subject: why.kind === 'missing' ? `\`${why.subject}\`` : why.subject } }]
    })
  },
})
