import { both, defineRule } from '../rule.js'

/** Whoever answers first is believed when the server is not made to prove who it is. */
export default defineRule({
  name: 'require-server-verification',
  description: 'require that the identity of the server is verified',
  section: 14, cwe: 295, recommended: true, suggests: true,
  about: ['channels', 'credentials', 'switches'],
  messages: {
    unverified: 'The certificate of the server is not verified: whoever is on the path can be the server. {{remedy}}.',
    anyName: 'This check accepts every name: any certificate of the same CA can be the server. {{remedy}}.',
    unnamed: 'The name in the certificate of the server is not compared: any certificate of the same CA can be the server. {{remedy}}.',
    process: 'This switches certificate checks off for the whole process: whoever is on the path can be any server. {{remedy}}.',
  },
  check(end) {
    if (end.when.some(({ kind }) => kind === 'development' || kind === 'local')) return
    if ('turnsOff' in end) return end.turnsOff === 'verification' ? { at: end, message: 'process', data: { remedy: end.remedy('verify') }, edit: end.edit('verify') } : undefined
    if ('address' in end && end.address.some(({ local }) => local === 'yes') === 'yes') return
    const credentials = 'credentials' in end ? end.credentials : end
    const skipped = credentials.chain.which(checked => !checked).filter(({ when }) => !when.some(({ kind }) => kind === 'development' || kind === 'local'))
    const remedy = credentials.remedy('verify')
    const anyName = credentials.names?.gates.surely(gates => !gates)
    const edit = anyName ? both(credentials.edit('verify'), credentials.edit('names')) : credentials.edit('verify')
    const findings = skipped.map(({ at }) => ({ at, message: 'unverified' as const, data: { remedy }, edit }))
    if (credentials.names && anyName && skipped.length === 0) return { at: credentials.names, message: 'anyName' as const, data: { remedy: credentials.remedy('names') }, edit: credentials.edit('names') }
    if (findings.length > 0) return findings
    return credentials.named.which(compared => !compared).map(({ at }) => ({ at, message: 'unnamed' as const, data: { remedy: credentials.remedy('names') } }))
  },
})
