import { arg, args, framework, param, unlimited, type LimitRow } from './describe.js'

/** A parser reads 100 kilobytes unless it is told otherwise. */
const body: LimitRow = { bounds: 'the size of a request', value: arg(0).option('limit'), removed: [unlimited], above: 2 ** 31 - 2, remedy: { limit: 'body' } }
const parsers = Object.fromEntries(['json', 'urlencoded', 'text', 'raw'].map(name => [`${name}()`, body]))
const remedies = { body: 'Leave `limit` out, or say how many bytes are meant', guard: 'Refuse, and return, before `next()` is called' }
const ways = ['use', 'all', 'get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'query', 'param', 'set', 'enable', 'disable', 'engine']

/** The server of Express, with its routers. */
export const express = framework({
  module: 'express', aside: true, tested: '5.3', docs: 'https://expressjs.com/en/5x/api.html',
  things: { App: { is: ['default()', 'Router()'], self: ways, type: ['Express', 'Application', 'Router', 'IRouter'] } },
  guards: {
    'App.use()': {
      guard: args(0), params: 3, evidence: [param(0)], pass: { calls: param(2), bare: true },
      denies: { by: [param(1).option('status'), param(1).option('sendStatus'), param(1).option('writeHead')], with: [401, 403] },
      order: ['use', 'all', 'get', 'post', 'put', 'patch', 'delete'].map(way => `App.${way}()`),
    },
  },
  limits: parsers,
  remedies,
})

export const bodyParser = framework({
  module: 'body-parser', aside: true, tested: '2.4', docs: 'https://github.com/expressjs/body-parser#readme',
  limits: parsers,
  remedies,
})
