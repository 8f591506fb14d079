import { defineRule } from '../rule.js'

/** What an error says is for those who mend it, not for those who call. */
export default defineRule({
  name: 'no-error-detail-leak',
  description: 'disallow telling callers of stacks and internal errors',
  section: 11, cwe: 209, recommended: false,
  about: 'replies',
  messages: {
    stack: 'Callers are told where this failed, file by file: `{{data}}` goes to them. {{remedy}}.',
    message: '`{{data}}` is what the inside of the program says of its own failure, and it goes to the caller. {{remedy}}.',
    cause: '`{{data}}` is the error behind the error, and it goes to the caller whatever it holds. {{remedy}}.',
    says: 'Every error tells callers what the inside of the program says of its own failure. {{remedy}}.',
    always: 'Every error brings its stack to the caller, in production too. Leave it out: it is on in development only.',
  },
  check(reply) {
    if (reply.when.some(({ kind }) => kind === 'development')) return undefined
    return reply.leaks.map(({ at, detail, data }) => ({ at, message: detail, data: { data, remedy: reply.remedy('keep') ?? 'Log it, and tell the caller that the call failed' } }))
  },
})
