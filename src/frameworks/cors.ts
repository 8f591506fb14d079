import { always, anytime, arg, framework, last, param, type OriginRow, type Ref } from './describe.js'

const remedies = { origin: 'Name the pages that may, each as a whole origin, or leave credentials out' }

/** What the header says is `true`, written as a text. */
const yes = { 'true': true, '*': false }
const asked = ['headers.origin', 'headers.Origin', 'headers.get("origin")', 'headers.get("Origin")', 'get("origin")', 'get("Origin")', 'header("origin")', 'header("Origin")'].map(read => `*.${read}`)
const put: OriginRow = { origin: arg(1), credentials: anytime('*.*("Access-Control-Allow-Credentials")', arg(1)).scale(yes), asked }
const held = (headers: Ref): OriginRow => ({ origin: headers.option('"Access-Control-Allow-Origin"'), credentials: headers.option('"Access-Control-Allow-Credentials"').scale(yes), asked })

/** Headers of HTTP, set by hand. */
export const corsHeaders = framework({
  module: 'globals', aside: true, tested: 'Fetch Standard', docs: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  origins: {
    ...Object.fromEntries(['setHeader', 'header'].map(name => [`*.${name}("Access-Control-Allow-Origin")`, put])),
    '*.writeHead()': held(last('object')), 'new Response()': held(arg(1).option('headers')), 'Response.json()': held(arg(1).option('headers')),
  },
  remedies,
})

/** Middleware that sets them. */
export const cors = framework({
  module: 'cors', aside: true, tested: '2.8', docs: 'https://github.com/expressjs/cors#readme',
  origins: { 'default()': { origin: arg(0).option('origin'), credentials: arg(0).option('credentials').or(always(false)), everybody: true, decides: { origin: param(0), by: param(1) } } },
  remedies,
})
