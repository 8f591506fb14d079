import { defineRule } from '../rule.js'

/** A contract that accepts everything checks nothing. */
export default defineRule({
  name: 'require-argument-validation',
  description: 'require that arguments are checked at run time',
  section: 8, cwe: 20, recommended: true,
  about: ['contracts', 'switches', 'checks', 'listeners'], suggests: true,
  messages: {
    off: 'This switches the checks of arguments off: the code takes whatever a peer sends. {{remedy}}.',
    unheeded: '`{{what}}` says whether this is what it should be, and nobody looks: bad input goes on like good. {{remedy}}.',
    half: '`{{what}}` can also say `{{missed}}`, and nobody asks for that: what it could not tell to be good goes on like good. {{remedy}}.',
    nothing: 'This contract accepts whatever the peer sends: its types hold only until the program runs. {{remedy}}.',
    field: 'This contract accepts whatever the peer sends as `{{field}}`, and nothing looks at it before it is used. {{remedy}}.',
    past: 'The checks of the application do not count for what is connected here: its procedures take whatever a peer sends. {{remedy}}.',
    raw: 'This is what the peer sent, before any contract saw it: its types hold only until the program runs. {{remedy}}.',
  },
  check(contract) {
    if (contract.kind === 'listener') return contract.past.checks && { at: contract.past.checks, message: 'past', data: { remedy: contract.remedy('share') ?? 'Give them to it as well' }, edit: contract.edit('share') }
    if ('turnsOff' in contract) return contract.turnsOff === 'validation' ? { at: contract, message: 'off', data: { remedy: contract.remedy('validate') }, edit: contract.edit('validate') } : undefined
    if ('heeded' in contract) {
      const data = { what: contract.what, missed: contract.missed, remedy: contract.remedy('heed') ?? 'Refuse what it finds' }
      return contract.heeded === 'no' ? { at: contract, message: 'unheeded', data } : contract.missed === undefined ? undefined : { at: contract, message: 'half', data }
    }
    const remedy = contract.remedy('validate') ?? 'Say what each field may be'
    const [root] = contract.fields
    if (contract.past) return { at: contract, message: 'raw', data: { remedy: contract.remedy('parse') ?? 'Check it first' } }
    if (contract.checks === 'no' && root) return root.examined === 'yes' ? undefined : { at: root.at, message: 'nothing', data: { remedy } }
    const open = contract.fields.filter(({ checks, examined, narrowed, path }) => path.length > 0 && checks === 'no' && examined === 'no' && !narrowed)
    // what holds it says it already
    return open.filter(({ path }) => !open.some(outer => outer.path.length < path.length && outer.path.every((name, i) => name === path[i])))
      .map(({ at, path }) => ({ at, message: 'field' as const, data: { field: path.filter(name => name !== '*').join('.'), remedy } }))
  },
})
