export { bareClient as anyClient, clientOf } from './transport' // ✗ require-one-door
export * as rpc from './transport'
