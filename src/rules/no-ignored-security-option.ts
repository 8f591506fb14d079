import { defineRule } from '../rule.js'

/** An option that nobody reads protects nobody. */
export default defineRule({
  name: 'no-ignored-security-option',
  description: 'disallow options that the library does not read where they stand',
  section: 14, cwe: 665, recommended: true, suggests: true,
  about: ['channels', 'listeners'],
  messages: {
    misspelt: 'Nothing reads `{{name}}`, so it has no effect. Use `{{instead}}`.',
    unread: 'Nothing reads `{{name}}`, so it has no effect. Remove it, or use an option that the library documents.',
  },
  check(end) {
    return end.ignored.filter(({ limits }) => !limits).map(({ at, name, instead, edit }) => ({ at, message: instead ? 'misspelt' as const : 'unread' as const, data: { name, instead }, edit }))
  },
})
