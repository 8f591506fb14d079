/** Every library that is described. Written by scripts/tables.mjs when the plugin is built. */
import type { Framework } from './describe.js'
import { encoders, secretKeys } from './bytes.js'
import { connectNode, connectWeb, connect, connectListeners, protovalidate } from './connect.js'
import { corsHeaders, cors } from './cors.js'
import { drizzleZod } from './drizzle-zod.js'
import { dubboNode, dubboWeb, dubbo, dubboListeners } from './dubbo.js'
import { express, bodyParser } from './express.js'
import { fastify } from './fastify.js'
import { koffi, denoFfi, bunFfi, nodeFfi, ffiNapi, ffiRs } from './ffi.js'
import { google, googleProcess } from './google.js'
import { grpcJs, grpcProcess, grpcNative, grpcReflection, protoLoader } from './grpc-js.js'
import { grpcWeb, improbableGrpcWeb } from './grpc-web.js'
import { honoJwt } from './hono-jwt.js'
import { jose } from './jose.js'
import { jsonwebtoken } from './jsonwebtoken.js'
import { jwksRsa } from './jwks-rsa.js'
import { jwtDecode, tokensByHand } from './jwt-decode.js'
import { midl, midlByExeca, midlByCrossSpawn, midlByDeno } from './midl.js'
import { nestMicroservices, nestClients } from './nestjs.js'
import { nestjsJwt } from './nestjs-jwt.js'
import { niceGrpc, niceGrpcWeb } from './nice-grpc.js'
import { childProcess, fileSystem, virtualMachine, language, databases } from './node-sinks.js'
import { nodeTls, nodeNet, nodeHttps, nodeHttp, nodeHttp2, undici, nodeFetch, nodeProcess } from './node-tls.js'
import { openTelemetry } from './opentelemetry.js'
import { passportJwt } from './passport-jwt.js'
import { protobufTs, protobufTsBackend } from './protobuf-ts.js'
import { nodeCrypto, languageClock, uuid, nanoid, nanoidByChance } from './randomness.js'
import { temporal, temporalCalls } from './temporal.js'
import { thrift } from './thrift.js'
import { trpcServer, trpcAdapters, trpcClient } from './trpc.js'
import { twirpTs, twirpScript, twirpListeners, twirpSecureListeners } from './twirp.js'
import { nodeDcom, nodeDcomServer, httpNtlm, ntlmClient, nodeSmb2, kerberos } from './windows-logon.js'
import { windowsRpc, windowsCom, windowsSecurity, windowsPipes, winax, activeX } from './windows-rpc.js'
import { ws } from './ws.js'
import { zod } from './zod.js'

export const frameworks: readonly Framework[] = [
  encoders, secretKeys,
  connectNode, connectWeb, connect, connectListeners, protovalidate,
  corsHeaders, cors,
  drizzleZod,
  dubboNode, dubboWeb, dubbo, dubboListeners,
  express, bodyParser,
  fastify,
  koffi, denoFfi, bunFfi, nodeFfi, ffiNapi, ffiRs,
  google, googleProcess,
  grpcJs, grpcProcess, grpcNative, grpcReflection, protoLoader,
  grpcWeb, improbableGrpcWeb,
  honoJwt,
  jose,
  jsonwebtoken,
  jwksRsa,
  jwtDecode, tokensByHand,
  midl, midlByExeca, midlByCrossSpawn, midlByDeno,
  nestMicroservices, nestClients,
  nestjsJwt,
  niceGrpc, niceGrpcWeb,
  childProcess, fileSystem, virtualMachine, language, databases,
  nodeTls, nodeNet, nodeHttps, nodeHttp, nodeHttp2, undici, nodeFetch, nodeProcess,
  openTelemetry,
  passportJwt,
  protobufTs, protobufTsBackend,
  nodeCrypto, languageClock, uuid, nanoid, nanoidByChance,
  temporal, temporalCalls,
  thrift,
  trpcServer, trpcAdapters, trpcClient,
  twirpTs, twirpScript, twirpListeners, twirpSecureListeners,
  nodeDcom, nodeDcomServer, httpNtlm, ntlmClient, nodeSmb2, kerberos,
  windowsRpc, windowsCom, windowsSecurity, windowsPipes, winax, activeX,
  ws,
  zod,
]
