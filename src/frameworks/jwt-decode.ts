import { arg, framework } from './describe.js'

/** For clients, which read what was made for them: there is nothing in it that proves a token. */
export const jwtDecode = framework({
  module: 'jwt-decode', aside: true, tested: '4.0', docs: 'https://github.com/auth0/jwt-decode#readme',
  decodes: { 'jwtDecode()': { token: arg(0) }, 'default()': { token: arg(0) } },
  remedies: { proof: 'Verify it, with a library that has a `verify()` and the key of whoever signs them' },
})

/** A token taken apart by hand: its second part is a text of JSON. */
export const tokensByHand = framework({
  module: 'globals', aside: true, tested: 'ES2025', docs: 'https://datatracker.ietf.org/doc/html/rfc7519',
  decodes: { 'JSON.parse()': { token: arg(0), part: { of: '*.split(".")', entry: '1' } } },
  remedies: { proof: 'Verify it, with a library that has a `verify()` and the key of whoever signs them' },
})
