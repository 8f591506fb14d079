import { defineRule } from '../rule.js'

/** A guard that cannot refuse protects nothing, and everybody counts on it. */
export default defineRule({
  name: 'no-ineffective-guard',
  description: 'disallow guards that refuse nobody',
  section: 5, cwe: 303, recommended: true, suggests: true,
  about: ['guards', 'impersonations', 'procedures', 'listeners'],
  messages: {
    discarded: '`{{what}}` changes nothing: it returns a new builder, and nobody takes it. Use what it returns.',
    late: 'This guard comes after what it is to protect, so that no call of that gets to it. {{remedy}}.',
    replaced: 'This takes the place of the guards that the router has for all its procedures, so that nothing here refuses anybody. {{remedy}}.',
    thrown: 'What is thrown here is lost on the way, and the caller is let in. {{remedy}}.',
    unchecked: '`{{what}}` may fail, and nobody looks: what follows then runs with the rights of this program. {{remedy}}.',
    unanswered: 'Nobody waits for the answer of this guard: native code calls it on a thread of its own, and goes on with whatever it finds. Write it in native code, or use a library that waits.',
    past: 'The guards of the application do not count for what is connected here: its procedures are called past them. {{remedy}}.',
    always: 'This guard lets every caller through, whoever it is. {{remedy}}.',
  },
  check(guard) {
    if (guard.kind === 'impersonation') return guard.checked === 'no' ? { at: guard, message: 'unchecked', data: { what: guard.what, remedy: guard.remedy('status') }, edit: guard.edit('status') } : undefined
    if (guard.kind === 'procedure') return guard.overrides && { at: guard.overrides, message: 'replaced', data: { remedy: guard.remedy('guards') ?? 'Give it the whole list' } }
    if (guard.kind === 'listener') return guard.past.guards && { at: guard.past.guards, message: 'past', data: { remedy: guard.remedy('share') ?? 'Give them to it as well' }, edit: guard.edit('share') }
    if (guard.misplaced === 'discarded') return { at: guard, message: 'discarded', data: { what: guard.what } }
    if (guard.misplaced === 'late') return { at: guard, message: 'late', data: { remedy: guard.remedy('late') ?? 'Put it first' } }
    if (guard.elsewhere?.surely(comes => comes === 'unanswered')) return { at: guard.elsewhere, message: 'unanswered' }
    if (guard.thrown.length > 0) return guard.thrown.filter(({ passes }) => passes).map(({ at }) => ({ at, message: 'thrown' as const, data: { remedy: guard.remedy('guard') ?? 'Catch it, and refuse' } }))
    return guard.looks && guard.gates.surely(gates => !gates) ? { at: guard, message: 'always', data: { remedy: guard.remedy('guard') ?? 'Refuse on every path where the check fails' } } : undefined
  },
})
