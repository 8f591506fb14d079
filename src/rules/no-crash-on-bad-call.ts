import { defineRule } from '../rule.js'

/** What one call can throw with nobody to catch it ends the process for all. */
export default defineRule({
  name: 'no-crash-on-bad-call',
  description: 'disallow handlers whose failure nobody catches',
  section: 11, cwe: 248, recommended: true,
  about: ['procedures', 'guards', 'listeners'],
  messages: {
    crashes: 'When this fails, nobody catches it: the process ends, and the caller waits for ever. Catch it, and answer with an error.',
    throws: 'This throws when the peer sends something else, and nobody catches it: the process ends. Catch it, and answer with an error.',
    unheard: 'A message that cannot be read is an error of this server, and nothing hears of it: the first one ends the process. {{remedy}}.',
    broken: 'A request that breaks off makes this fail where nobody catches it: one caller ends the process for all. {{remedy}}.',
    told: 'Whoever calls this catches nothing: what is thrown here ends the process, and the caller waits for ever. {{remedy}}.',
    native: 'Native code called this, and catches nothing: what is thrown here ends the process. Return what refuses instead.',
    thread: 'Native code calls this on a thread of its own, where it cannot run: the first caller ends the process. Write it in native code, or use a library whose callbacks any thread may call.',
  },
  check(procedure) {
    if (procedure.kind === 'listener') {
      if (procedure.breaks) return { at: procedure.breaks, message: 'broken', data: { remedy: procedure.remedy('broken') } }
      return procedure.deaf && procedure.address.some(({ local }) => local === 'yes') !== 'yes' ? { at: procedure.deaf, message: 'unheard', data: { remedy: procedure.remedy('hear') } } : undefined
    }
    if (procedure.kind === 'guard') {
      if (procedure.elsewhere?.surely(comes => comes === 'ends')) return { at: procedure.elsewhere, message: 'thread' }
      return procedure.thrown.filter(({ passes }) => !passes).map(({ at }) => ({ at, message: procedure.remedy('caught') === undefined ? 'native' as const : 'told' as const, data: { remedy: procedure.remedy('caught') } }))
    }
    return procedure.crashes.map(({ at, by }) => ({ at, message: by === 'throw' ? 'throws' as const : 'crashes' as const }))
  },
})
