import { defineRule } from '../rule.js'

/** Where some procedures are guarded, one that changes state and is not was forgotten. */
export default defineRule({
  name: 'require-authorized-mutation',
  description: 'require a guard on procedures that change state where others have one',
  section: 5, cwe: 862, recommended: false,
  about: 'procedures',
  messages: { unguarded: 'Anyone can call this, and it changes state; procedures next to it are guarded. Give it the same guard.' },
  check(procedure, _options, program) {
    if (!procedure.changesState || procedure.refuses !== 'no' || !procedure.guards.surely(guards => guards.length === 0)) return
    return program.procedures.some(other => other.guards.surely(guards => guards.length > 0)) ? { at: procedure, message: 'unguarded' } : undefined
  },
})
