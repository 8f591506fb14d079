import { defineRule } from '../rule.js'

/** A client that only proves who it is talks to whoever answers. */
export default defineRule({
  name: 'require-mutual-authentication',
  description: 'require that the server proves who it is, as the client does',
  section: 4, cwe: 306, recommended: true, suggests: true,
  about: ['channels', 'listeners', 'credentials'],
  messages: {
    missing: 'The server does not have to prove who it is: whoever answers can be the server. {{remedy}}.',
    principal: 'Without the name of the server that is expected, any server passes. {{remedy}}.',
    swapped: 'The key `{{key}}` and the certificate `{{certificate}}` stand in each other’s place: with them, this end proves nothing. {{remedy}}.',
  },
  check(end) {
    const credentials = 'credentials' in end ? end.credentials : end
    const remedy = (of: string, otherwise: string) => credentials.remedy(of) ?? otherwise
    const { mutual, principal, key, certificate } = credentials
    const missing = mutual.which(is => !is)
    // mutual authentication with nobody in particular is the next mistake
    const edit = credentials.namesServer && principal.isAbsent ? undefined : credentials.edit('mutual')
    if (missing.length > 0) return missing.map(({ at }) => ({ at, message: 'missing' as const, data: { remedy: remedy('mutual', 'Ask for mutual authentication') }, edit }))
    if (mutual.surely(is => is) && credentials.namesServer && principal.isAbsent) return { at: principal, message: 'principal', data: { remedy: remedy('principal', 'Say which principal is expected') } }
    if (key.surely(isCertificate) && certificate.surely(isKey)) return { at: key, message: 'swapped', data: { key: key.value, certificate: certificate.value, remedy: remedy('swap', 'Swap them') }, edit: credentials.edit('swap') }
    return undefined
  },
})

const words = (name: string): string[] => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/)
const isKey = (name: string): boolean => words(name).some(word => word === 'key' || word === 'privkey' || word === 'private') && !words(name).some(word => /^(?:cert|crt|certificate|chain|fullchain|cer)$/.test(word))
const isCertificate = (name: string): boolean => words(name).some(word => /^(?:cert|crt|certificate|chain|fullchain|cer)$/.test(word)) && !words(name).some(word => word === 'key' || word === 'privkey' || word === 'private')
