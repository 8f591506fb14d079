import { below } from '../model/fact.js'
import { defineRule } from '../rule.js'

const readable = below(['none', 'connect', 'call', 'packet', 'integrity', 'privacy'], 'integrity')

/** A channel or listener without transport protection gives its calls to anyone on the path. */
export default defineRule({
  name: 'require-encryption',
  description: 'require transport protection on channels and listeners that leave this machine',
  section: 3, cwe: 319, recommended: true, suggests: true,
  about: ['channels', 'listeners', 'credentials'],
  messages: {
    plaintext: 'Calls {{where}} are not encrypted: anyone on the path reads and alters them. {{remedy}}.',
    unsigned: 'The authentication level `{{level}}` protects no call {{where}}: anyone on the path reads and alters it. {{remedy}}.',
    overruled: 'Calls {{where}} are not encrypted, whatever the address says: these credentials win over it. {{remedy}}.',
    handedOut: 'These credentials do not encrypt, whatever address they are used with. {{remedy}}.',
  },
  check(end) {
    const level = 'level' in end ? end.level : end.credentials.level
    if (!level.surely(readable)) return
    if (end.when.some(({ kind }) => kind === 'development' || kind === 'local' || kind === 'scheme')) return
    // a channel that carries secrets has a finding of its own, and so has a listener beside a better one
    if ('outdoneBy' in end && end.outdoneBy !== undefined) return
    if ('secrets' in end && end.secrets.isWritten && level.surely(value => value === 'none')) return
    const made = 'level' in end ? end : end.credentials
    const remedy = made.remedy('encrypt'), edit = made.edit('encrypt')
    if (!('address' in end)) return { at: level, message: 'handedOut', data: { remedy }, edit }
    if (end.address.some(address => address.local === 'yes') === 'yes') return
    const text = end.address.values[0]?.text
    const overruled = 'secrets' in end && /^https:/i.test(text ?? '') ? end.remedy('overruled') : undefined
    if (overruled !== undefined) return { at: level, message: 'overruled', data: { where: `to ${text}`, remedy: overruled }, edit: end.edit('overruled') }
    const where = text ? `${'secrets' in end ? 'to' : 'on'} ${text}` : 'of this end'
    return level.surely(value => value === 'none')
      ? { at: level, message: 'plaintext', data: { where, remedy }, edit }
      : { at: level, message: 'unsigned', data: { level: level.values[0], where, remedy }, edit }
  },
})
