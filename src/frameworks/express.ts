import { arg, args, framework, of, param, unlimited, type LimitRow, type ReplyRow } from './describe.js'

/** A parser reads 100 kilobytes unless it is told otherwise. */
const body: LimitRow = { bounds: 'the size of a request', value: arg(0).option('limit'), removed: [unlimited], above: 2 ** 31 - 2, remedy: { limit: 'body' } }
const parsers = Object.fromEntries(['json', 'urlencoded', 'text', 'raw'].map(name => [`${name}()`, body]))
const remedies = { body: 'Leave `limit` out, or say how many bytes are meant' }
/** What a handler is given, wherever it stands among others: an answer, and, where it has a parameter more, before that what has failed. */
const routes = ['use', 'all', 'get', 'post', 'put', 'patch', 'delete'].map(way => `App.${way}()`)
const handed = (param: number, params?: number) => routes.flatMap(given => [0, 1, 2, 3].map(arg => ({ given, arg, param, ...(params !== undefined && { params }) })))
const told: ReplyRow = { tells: arg(0), internal: { ref: of('status').matches('^5\\d\\d$'), is: true }, remedy: { keep: 'answer' } }
const ways = ['use', 'all', 'get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'query', 'param', 'set', 'enable', 'disable', 'engine']

/** The server of Express, with its routers. */
export const express = framework({
  module: 'express', aside: true, tested: '5.3', docs: 'https://expressjs.com/en/5x/api.html',
  things: {
    App: { is: ['default()', 'Router()'], self: ways, type: ['Express', 'Application', 'Router', 'IRouter'] },
    Response: { is: [...handed(1, 2), ...handed(1, 3), ...handed(2, 4)], self: ['status', 'type', 'contentType', 'set', 'header', 'append', 'vary', 'links', 'cookie'], type: ['Response'] },
    Failure: { is: handed(0, 4), failure: true },
  },
  guards: {
    'App.use()': {
      guard: args(0), params: 3, evidence: [param(0)], pass: { calls: param(2), bare: true },
      denies: { by: [param(1).option('status'), param(1).option('sendStatus'), param(1).option('writeHead')], with: [401, 403] },
      order: routes,
    },
  },
  limits: parsers,
  replies: Object.fromEntries(['json', 'jsonp', 'send', 'end'].map(way => [`Response.${way}()`, told])),
  remedies: { ...remedies, answer: 'Log it, and answer with words of your own', guard: 'Refuse, and return, before `next()` is called' },
})

export const bodyParser = framework({
  module: 'body-parser', aside: true, tested: '2.4', docs: 'https://github.com/expressjs/body-parser#readme',
  limits: parsers,
  remedies,
})
