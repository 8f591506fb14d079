import { load, struct } from 'koffi'
import { AuthnLevel, AuthnService, Capability } from './rpc'

struct('QOS', { Version: 'uint32', Capabilities: 'uint32', IdentityTracking: 'uint32', ImpersonationType: 'uint32' })

const setAuth = load('rpcrt4').func(
  'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 service, void *id, uint32 authz, QOS *qos)',
)

const IDENTIFY = 2
const base = { Version: 1, IdentityTracking: 0, ImpersonationType: IDENTIFY }
const mutual = { ...base, Capabilities: Capability.mutual | Capability.localHint } // ✓ with the local hint
const hintOnly = { ...base, Capabilities: Capability.localHint } // ✗ require-mutual-authentication

const spn = ['ldap', 'dc1.corp.example'].join('/')

export const byTable = (binding: unknown) =>
  setAuth(binding, spn, AuthnLevel.Privacy, AuthnService.kerberos, null, 0, mutual) // ✓

export const byOldTable = (binding: unknown) =>
  setAuth(binding, spn, AuthnLevel.Packet, AuthnService.negotiate, null, 0, mutual) // ✗ require-encryption

export const byDefault = (binding: unknown) =>
  setAuth(binding, spn, AuthnLevel.Integrity, AuthnService.default, null, 0, mutual) // ✗ no-weak-provider

export const hinted = (binding: unknown) =>
  setAuth(binding, spn, AuthnLevel.Privacy, AuthnService.negotiate, null, 0, hintOnly)

export const byKeyword = (binding: unknown, service: keyof typeof AuthnService) =>
  setAuth(binding, spn, AuthnLevel.Privacy, AuthnService[service], null, 0, mutual) // ? unknown: the provider

export const byVariable = (binding: unknown) =>
  setAuth(binding, spn, Number(process.env.AUTHN_LEVEL), AuthnService.kerberos, null, 0, mutual) // ? unknown: the level
