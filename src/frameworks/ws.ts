import { arg, framework, type Given, type ListenerRow } from './describe.js'

const wss = arg(0).option('wss')
/** A server that makes its connections itself refuses whom `verifyClient` refuses; who hands connections over to one may have asked before. */
const itself: Given[] = [{ ref: wss, thing: 'Sockets' }, { ref: wss.argument(0), kind: 'object' }, { ref: wss.argument(0).option('noServer').present(), is: false }]
const served: ListenerRow[] = [
  { if: itself, serves: arg(0).option('router'), mayRefuse: [arg(0).option('createContext'), wss.argument(0).option('verifyClient')] },
  { serves: arg(0).option('router') },
]

/** WebSockets, and procedures of tRPC that are called through them. */
export const ws = framework({
  module: ['ws', ...['@trpc/server', 'trpc-server-10'].map(name => `${name}/adapters/ws`)], aside: true, tested: '8.23', docs: 'https://github.com/websockets/ws/blob/master/doc/ws.md',
  things: { Sockets: { is: ['new WebSocketServer()', 'new Server()'], type: ['WebSocketServer', 'Server'] } },
  listeners: { 'applyWSSHandler()': served },
  remedies: { alike: 'Give it the same `createContext`' },
})
