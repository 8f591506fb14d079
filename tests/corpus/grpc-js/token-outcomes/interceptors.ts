import * as grpc from '@grpc/grpc-js'
import { jwtVerify } from 'jose'
import jwt from 'jsonwebtoken'
import { key, tokenOf } from './tokens.js'

const expected = { issuer: 'https://id.acme.example', audience: 'vineyard' }
const refused = { code: grpc.status.UNAUTHENTICATED, details: 'no such token' }

/** What comes of it is only told. */
export const lenient: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✗ no-ineffective-guard
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      try {
        jwt.verify(tokenOf(metadata), process.env.JWT_SECRET!, expected)
      } catch (error) {
        console.error('a bad token', error)
      }
      proceed(metadata)
    },
  }),
})

/** The callback goes on in spite of an error. */
export const goingOn: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✗ no-ineffective-guard
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      jwt.verify(tokenOf(metadata), process.env.JWT_SECRET!, expected, failure => {
        if (failure) console.warn('a bad token', failure.message)
        proceed(metadata)
      })
    },
  }),
})

/** Nobody waits for the answer. */
export const hurried: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✗ no-ineffective-guard
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      void jwtVerify(tokenOf(metadata), key, expected)
      proceed(metadata)
    },
  }),
})

export const calledBack: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✓
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      jwt.verify(tokenOf(metadata), process.env.JWT_SECRET!, expected, failure => {
        if (failure) call.sendStatus(refused)
        else proceed(metadata)
      })
    },
  }),
})

export const waiting: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✓
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      jwtVerify(tokenOf(metadata), key, expected).then(() => proceed(metadata), () => call.sendStatus(refused))
    },
  }),
})

export const caught: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, { // ✓
  start: next => next({
    async onReceiveMetadata(metadata, proceed) {
      try {
        await jwtVerify(tokenOf(metadata), key, expected)
      } catch (error) {
        console.warn('a bad token', error)
        return call.sendStatus(refused)
      }
      proceed(metadata)
    },
  }),
})

export const server = new grpc.Server({ interceptors: [lenient, goingOn, hurried, calledBack, waiting, caught] })
