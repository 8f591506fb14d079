import { below, tlsVersions } from '../model/fact.js'
import { defineRule } from '../rule.js'

const weak = /^(?:.*\b)?(?:NULL|aNULL|eNULL|ADH|AECDH|EXP(?:ORT)?|RC4|RC2|DES|3DES|MD5|LOW|SECLEVEL=0)/i

/** Protection is no better than what the weakest accepted provider gives. */
export default defineRule({
  name: 'no-weak-provider',
  description: 'disallow security providers, TLS versions and ciphers that can be broken',
  section: 1, cwe: 327, recommended: true, suggests: true,
  about: ['channels', 'listeners', 'credentials'],
  messages: {
    provider: 'The provider `{{provider}}` does not prove who the other side is: it can be relayed or forged. {{remedy}}.',
    floor: 'This accepts {{version}}, which can be broken on the way. {{remedy}}.',
    renegotiation: 'This lets the other side negotiate anew without proof that it is the same one: whoever is on the way puts words before those of the client. {{remedy}}.',
    cipher: 'The cipher list admits `{{cipher}}`, which does not protect. {{remedy}}.',
  },
  check(end) {
    const credentials = 'credentials' in end ? end.credentials : end
    if ('address' in end && end.address.surely(address => address.localRpc)) return
    return [
      ...credentials.provider.which(provider => ['ntlm', 'digest', 'basic', 'anonymous', 'none', 'reserved'].includes(provider)).map(({ at, value }) => ({ at, message: 'provider' as const, data: { provider: value, remedy: credentials.remedy('provider') }, edit: credentials.edit('provider') })),
      ...credentials.floor.which(below(tlsVersions, 'TLSv1.2')).map(({ at, value }) => ({ at, message: 'floor' as const, data: { version: value, remedy: credentials.remedy('floor') }, edit: credentials.edit('floor') })),
      ...credentials.renegotiates.which(lets => lets).map(({ at }) => ({ at, message: 'renegotiation' as const, data: { remedy: credentials.remedy('renegotiation') } })),
      ...credentials.ciphers.which(list => weakCipher(list) !== undefined).map(({ at, value }) => ({ at, message: 'cipher' as const, data: { cipher: weakCipher(value!), remedy: credentials.remedy('ciphers') }, edit: credentials.edit('ciphers') })),
    ]
  },
})

/** The first cipher that a list admits and should not; `!` and `-` take ciphers away. */
function weakCipher(list: string): string | undefined {
  return list.split(/[:,\s]+/).find(token => !/^[!-]/.test(token) && weak.test(token.replace(/^\+/, '')))
}
