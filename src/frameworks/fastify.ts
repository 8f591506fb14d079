import { arg, framework, unlimited, type LimitRow } from './describe.js'

/** Fastify reads a mebibyte unless it is told otherwise. */
const body: LimitRow = { bounds: 'the size of a request', value: arg(0).option('bodyLimit'), removed: [unlimited], above: 2 ** 31 - 2, remedy: { limit: 'body' } }

/** The server of Fastify. */
export const fastify = framework({
  module: 'fastify', aside: true, tested: '5.12', docs: 'https://fastify.dev/docs/latest/Reference/Server/',
  limits: { 'default()': body, 'fastify()': body },
  edits: { body: { remove: arg(0).option('bodyLimit'), says: 'Remove `bodyLimit`' } },
  remedies: { body: 'Leave `bodyLimit` out, or say how many bytes are meant' },
})
