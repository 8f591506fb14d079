import type { Arm } from '../model/fact.js'
import type { Edit, Token } from '../model/program.js'
import { defineRule } from '../rule.js'

/** A token proves no more than what was asked of it. */
export default defineRule({
  name: 'no-weak-token-verification',
  description: 'disallow verifying tokens in a way that lets forged and expired ones pass',
  section: 1, cwe: 347, recommended: true, suggests: true,
  about: 'tokens',
  options: { audience: { default: false, description: 'Ask who made a token and for whom, where neither is compared' } },
  strict: { audience: true },
  messages: {
    unsigned: 'This accepts a token that nobody signed, for `none` is among its algorithms. {{remedy}}.',
    expired: 'This accepts a token for ever, however long ago it expired. {{remedy}}.',
    written: 'The key of these tokens is written in the code, and whoever reads it signs tokens for anybody. {{remedy}}.',
    defaulted: 'Without {{subject}} the key of these tokens is one that is written in the code, and whoever reads it signs tokens for anybody. {{remedy}}.',
    clear: 'The keys come from `{{address}}` in clear: whoever is on the way puts a key of its own in their place, and signs what it likes. {{remedy}}.',
    carried: 'The token brings the key that proves it, so that everybody can make one. {{remedy}}.',
    anybody: 'This accepts every token that was signed with this key, whoever made it and for whomever. {{remedy}}.',
  },
  check(token, { audience }) {
    const say = (message: 'unsigned' | 'expired' | 'written' | 'carried' | 'anybody', { at }: Pick<Arm<unknown>, 'at'>, remedy: string | undefined, edit?: Edit) => ({ at, message, data: { remedy }, edit })
    return [
      ...token.algorithms.which(name => name === 'none').map(arm => say('unsigned', arm, token.remedy('algorithms'), token.edit('algorithms'))),
      ...token.expires.which(refuses => !refuses).map(arm => say('expired', arm, token.remedy('expires'), token.edit('expires'))),
      ...token.carried.which(brings => brings).map(arm => say('carried', arm, token.remedy('carried'))),
      ...token.key.which(() => true).flatMap(arm => {
        const why = arm.when.at(-1)
        if (arm.when.some(({ kind }) => kind === 'development')) return []
        if (!why) return say('written', arm, token.remedy('key'))
        return why.kind === 'missing' || why.kind === 'otherwise' ? { at: arm.at, message: 'defaulted' as const, data: { subject: `\`${why.subject}\``, remedy: token.remedy('key') } } : []
      }),
      ...inClear(token),
      ...audience && token.meant === 'no' ? [say('anybody', token, token.remedy('meant'))] : [],
    ]
  },
})

function inClear(token: Token) {
  const elsewhere = ({ when }: Pick<Arm<unknown>, 'when'>) => !when.some(({ kind }) => kind === 'development' || kind === 'local')
  if (!elsewhere(token) || token.keys.some(({ local }) => local === 'yes') !== 'no') return []
  return token.clear.which(is => is).filter(elsewhere).map(({ at }) => ({ at, message: 'clear' as const, data: { address: token.keys.values[0]?.text, remedy: token.remedy('keys') }, edit: token.edit('keys') }))
}
