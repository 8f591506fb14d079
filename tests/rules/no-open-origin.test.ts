import rule from '../../src/rules/no-open-origin.js'
import { tester } from './tester.js'

const remedy = 'Name the pages that may, each as a whole origin, or leave credentials out'
const served = (middleware: string) => `
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import cors from 'cors'
import { router } from './router.js'

createHTTPServer({ router, middleware: ${middleware} })
`
const byHand = (body: string) => served(`(req, res, next) => {
  ${body}
  next()
}`)

tester.run('no-open-origin', rule, {
  invalid: [
    {
      name: 'every origin, as its own',
      code: served('cors({ credentials: true, origin: true })'),
      errors: [{ messageId: 'everybody', data: { remedy }, line: 6, column: 66, endLine: 6, endColumn: 78, suggestions: undefined }],
    },
    {
      name: 'a function that says yes to all',
      code: served('cors({ credentials: true, origin: (from, done) => done(null, true) })'),
      errors: [{ messageId: 'everybody', data: { remedy }, line: 6, column: 90, endLine: 6, endColumn: 106, suggestions: undefined }],
    },
    {
      name: 'a function that gives back what it is told',
      code: served('cors({ credentials: true, origin(from, done) { if (!from) return done(null, false); done(null, from) } })'),
      errors: [{ messageId: 'everybody', data: { remedy }, line: 6, column: 124, endLine: 6, endColumn: 140, suggestions: undefined }],
    },
    {
      name: 'the end of an origin, after a refusal',
      code: served("cors({ credentials: true, origin(from, done) { if (!from?.endsWith('acme.example')) return done(new Error('origin')); done(null, true) } })"),
      errors: [{ messageId: 'lookalike', data: { asks: 'ends with', text: 'acme.example', remedy }, line: 6, column: 92, endLine: 6, endColumn: 122, suggestions: undefined }],
    },
    {
      name: 'the beginning of an origin',
      code: served("cors({ credentials: true, origin: (from, done) => done(null, from.startsWith('http://localhost')) })"),
      errors: [{ messageId: 'lookalike', data: { asks: 'begins with', text: 'http://localhost', remedy }, line: 6, column: 101, endLine: 6, endColumn: 136, suggestions: undefined }],
    },
    {
      name: 'something in an origin',
      code: served("cors({ credentials: true, origin: (from, done) => done(null, from === 'https://acme.example' || from.indexOf('acme') >= 0) })"),
      errors: [{ messageId: 'lookalike', data: { asks: 'holds', text: 'acme', remedy }, line: 6, column: 136, endLine: 6, endColumn: 156, suggestions: undefined }],
    },
    {
      name: 'a pattern without a beginning, in a list',
      code: served("cors({ credentials: true, origin: ['https://acme.example', /acme\\.example$/] })"),
      errors: [{ messageId: 'lookalike', data: { asks: 'matches', text: '/acme\\.example$/', remedy }, line: 6, column: 99, endLine: 6, endColumn: 115, suggestions: undefined }],
    },
    {
      name: 'a pattern without an end, in a constant',
      code: `const OURS = /^https:\\/\\/(www\\.)?acme\\.example/${served('cors({ credentials: true, origin: OURS })')}`,
      errors: [{ messageId: 'lookalike', data: { asks: 'matches', text: '/^https:\\/\\/(www\\.)?acme\\.example/', remedy }, line: 1, column: 14, endLine: 1, endColumn: 48, suggestions: undefined }],
    },
    {
      name: 'headers by hand, whatever the method',
      code: byHand(`const origin = req.headers.origin
  if (req.method === 'OPTIONS') {
    res.setHeader('Access-Control-Allow-Origin', origin || '*')
  }
  res.setHeader('Access-Control-Allow-Credentials', 'true')`),
      errors: [{ messageId: 'everybody', data: { remedy }, line: 9, column: 50, endLine: 9, endColumn: 63, suggestions: undefined }],
    },
    {
      name: 'headers of one answer',
      code: `
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'

export function preflight(req: Request) {
  return new Response(null, { headers: { 'Access-Control-Allow-Origin': req.headers.get('origin') ?? '', 'Access-Control-Allow-Credentials': 'true' } })
}
`,
      errors: [{ messageId: 'everybody', data: { remedy }, line: 5, column: 42, endLine: 5, endColumn: 104, suggestions: undefined }],
    },
    {
      name: 'sockets that nobody asks for their origin, and an answer to all',
      code: `
import thrift from 'thrift'
import { services, tls } from './orders.js'

thrift.createWebServer({ services, tls: { ...tls, requestCert: true } }).listen(443)
thrift.createWebServer({ services }).listen(8080, '127.0.0.1')
thrift.createWebServer({ services, cors: { '*': true } }).listen(8081, 'localhost')
`,
      errors: [
        ...[[5, 85], [6, 63]].map(([line, endColumn]) => ({ messageId: 'unasked' as const, data: { remedy: "Give it `cors`, with the pages that may: `{ 'https://app.example.com': true }`" }, line: line!, column: 1, endLine: line!, endColumn: endColumn!, suggestions: undefined })),
        { messageId: 'everybody' as const, data: { remedy: "Name the pages that may: `cors: { 'https://app.example.com': true }`" }, line: 7, column: 44, endLine: 7, endColumn: 53, suggestions: undefined },
      ],
    },
  ],
  valid: [
    { name: 'one page', code: served("cors({ credentials: true, origin: 'https://acme.example' })") },
    { name: 'a list', code: served("cors({ credentials: true, origin: ['https://acme.example', process.env.PREVIEW!] })") },
    { name: 'its own subdomains', code: served("cors({ credentials: true, origin: [/\\.acme\\.example$/, /^https:\\/\\/[a-z-]+\\.acme\\.example$/, /^https?:\\/\\/(.*\\.)?acme\\.example(:\\d+)?$/] })") },
    { name: 'this machine, by whatever port', code: served("cors({ credentials: true, origin: /^http:\\/\\/localhost(:\\d+)?$/ })") },
    { name: 'no credentials', code: served('cors({ origin: true })') },
    { name: 'any page, without credentials', code: served('cors()') },
    { name: 'what browsers refuse', code: served("cors({ origin: '*', credentials: true })") },
    { name: 'while it is developed', code: served("cors({ credentials: true, origin: process.env.NODE_ENV === 'development' ? true : 'https://acme.example' })") },
    { name: 'who is asked somewhere else', code: served("cors({ credentials: true, origin: (from, done) => allowed(from).then(yes => done(null, yes)) })") },
    { name: 'a list that is asked', code: served("cors({ credentials: true, origin: (from, done) => done(null, ['https://acme.example'].includes(from)) })") },
    { name: 'two tests of which neither is enough', code: served("cors({ credentials: true, origin(from, done) { if (from.startsWith('https://acme') && from.endsWith('.example')) done(null, true); else done(null, false) } })") },
    { name: 'origins of an extension', code: served("cors({ credentials: true, origin: (from, done) => done(null, from.startsWith('chrome-extension://')) })") },
    { name: 'a whole host before its port', code: served("cors({ credentials: true, origin: (from, done) => done(null, from.startsWith('http://localhost:')) })") },
    {
      name: 'headers by hand for a page that is known',
      code: byHand(`if (pages.has(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
  res.setHeader('Access-Control-Allow-Credentials', 'true')`),
    },
    {
      name: 'headers by hand, one of several',
      code: byHand(`const origin = pages.includes(req.headers.origin) ? req.headers.origin : pages[0]
  res.setHeader('Access-Control-Allow-Origin', origin)
  res.setHeader('Access-Control-Allow-Credentials', 'true')`),
    },
    {
      name: 'headers by hand, without credentials',
      code: byHand("res.setHeader('Access-Control-Allow-Origin', req.headers.origin)"),
    },
    {
      name: 'credentials of another answer',
      code: byHand(`res.setHeader('Access-Control-Allow-Origin', req.headers.origin)
  other.setHeader('Access-Control-Allow-Credentials', 'true')`),
    },
    {
      name: 'sockets whose origin is asked for, and those that bring nothing along',
      code: `
import thrift from 'thrift'
import { cors, services, tls } from './orders.js'

thrift.createWebServer({ services, cors: { 'https://app.example.com': true }, tls: { ...tls, requestCert: true } }).listen(443)
thrift.createWebServer({ services, cors, tls: { ...tls, requestCert: true } }).listen(444)
thrift.createWebServer({ services, tls }).listen(445)
`,
    },
  ],
})
