import type { Channel } from '../model/program.js'
import { defineRule } from '../rule.js'

/** A token that was read on the way is as good as its owner's. */
export default defineRule({
  name: 'no-credentials-in-clear',
  description: 'disallow sending tokens, passwords and other secrets over a channel that does not encrypt',
  section: 3, cwe: 523, recommended: true, suggests: true,
  about: ['channels', 'calls'],
  messages: {
    channel: '`{{secret}}` travels to {{where}} in clear text: anyone on the path can use it from then on. {{remedy}}.',
    call: '`{{secret}}` travels in clear text, for the channel of this call does not encrypt: anyone on the path can use it from then on. Encrypt the channel.',
    address: '`{{secret}}` becomes part of the address of every call, which servers and proxies on the way write down: whoever reads that can use it. {{remedy}}.',
  },
  check(end) {
    if (end.kind === 'channel' && isWrittenDown(end)) return { at: end.inAddress, message: 'address', data: { secret: end.secrets.value, remedy: end.remedy('header') }, edit: end.edit('header') }
    const level = end.kind === 'channel' ? end.credentials.level : end.level
    if (!end.secrets.isWritten || !level.surely(value => value === 'none')) return
    if (end.when.some(({ kind }) => kind === 'development' || kind === 'local' || kind === 'scheme') || end.address.some(({ local }) => local === 'yes') === 'yes') return
    const secret = end.secrets.value
    // said once, of the channel where this file makes it
    if (end.kind === 'call') return level.at.linted ? undefined : { at: end.secrets, message: 'call', data: { secret } }
    const { credentials } = end
    return { at: level, message: 'channel', data: { secret, where: end.address.values[0]?.text ?? 'the server', remedy: credentials.remedy('encrypt') }, edit: credentials.edit('encrypt') }
  },
})

/** Whether secrets are in addresses, of a channel that could keep them. */
function isWrittenDown({ inAddress, secrets, credentials, address }: Channel): boolean {
  return secrets.isWritten && inAddress.surely(is => is) && !credentials.level.surely(value => value === 'none') && address.some(({ local }) => local === 'yes') !== 'yes'
}
