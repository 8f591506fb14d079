import { defineRule } from '../rule.js'

/** A guard that cannot refuse protects nothing, and everybody counts on it. */
export default defineRule({
  name: 'no-ineffective-guard',
  description: 'disallow guards that refuse nobody',
  section: 5, cwe: 303, recommended: true,
  about: 'guards',
  messages: {
    discarded: '`{{what}}` changes nothing: it returns a new builder, and nobody takes it. Use what it returns.',
    always: 'This guard lets every caller through, whoever it is. {{remedy}}.',
  },
  check(guard) {
    if (guard.misplaced === 'discarded') return { at: guard, message: 'discarded', data: { what: guard.what } }
    return guard.looks && guard.gates.surely(gates => !gates) ? { at: guard, message: 'always', data: { remedy: guard.remedy('guard') ?? 'Refuse on every path where the check fails' } } : undefined
  },
})
