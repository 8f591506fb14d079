import { defineRule } from '../rule.js'

/** An option that nobody reads protects nobody. */
export default defineRule({
  name: 'no-ignored-security-option',
  description: 'disallow options that the library does not read where they stand',
  section: 14, cwe: 665, recommended: true, suggests: true,
  about: ['channels', 'listeners', 'calls', 'procedures', 'tokens'],
  messages: {
    misspelt: 'Nothing reads `{{name}}`, so it has no effect. Use `{{instead}}`.',
    replaced: 'This list takes the place of the one its client was made with, so that what that one adds to every call, such as a token or a deadline, is missing here. Give this call the whole list.',
    clashes: 'The library adds `{{against}}` by itself, and with `{{name}}` besides nothing is connected. {{remedy}}.',
    forgotten: '`{{name}}: {{is}}` of the router does not hold here: what is served has options of its own, and those say nothing of it. {{remedy}}.',
    unread: 'Nothing reads `{{name}}`, so it has no effect. Remove it, or use an option that the library documents.',
  },
  check(end) {
    if (end.kind === 'call') return end.replaces && { at: end.replaces, message: 'replaced' }
    if (end.kind === 'procedure') return end.forgotten.map(({ at, name, is }) => ({ at, message: 'forgotten' as const, data: { name, is, remedy: end.remedy('forgotten') ?? 'Say it there again' } }))
    return end.ignored.filter(({ limits }) => !limits).map(({ at, name, instead, against, edit }) => against === undefined
        ? { at, message: instead ? 'misspelt' as const : 'unread' as const, data: { name, instead }, edit }
        : { at, message: 'clashes' as const, data: { name, against, remedy: end.remedy('clash') }, edit: end.edit('clash') })
  },
})
