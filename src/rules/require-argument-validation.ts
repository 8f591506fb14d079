import { defineRule } from '../rule.js'

/** A contract that accepts everything checks nothing. */
export default defineRule({
  name: 'require-argument-validation',
  description: 'require that arguments are checked at run time',
  section: 8, cwe: 20, recommended: true,
  about: ['contracts', 'switches'], suggests: true,
  messages: {
    off: 'This switches the checks of arguments off: the code takes whatever a peer sends. {{remedy}}.',
    nothing: 'This contract accepts whatever the peer sends: its types hold only until the program runs. {{remedy}}.',
  },
  check(contract) {
    if ('turnsOff' in contract) return contract.turnsOff === 'validation' ? { at: contract, message: 'off', data: { remedy: contract.remedy('validate') }, edit: contract.edit('validate') } : undefined
    const remedy = contract.remedy('validate') ?? 'Say what each field may be'
    const root = contract.fields[0]
    return contract.checks === 'no' && root ? { at: root.at, message: 'nothing', data: { remedy } } : undefined
  },
})
