export enum AuthnLevel {
  Default,
  None,
  Connect,
  Call,
  Packet,
  Integrity,
  Privacy,
}

export const AuthnService = {
  none: 0,
  negotiate: 9,
  ntlm: 10,
  schannel: 14,
  kerberos: 16,
  default: -1,
} as const

export const Capability = { mutual: 1 << 0, anyAuthority: 1 << 2, localHint: 1 << 4 }

export const ImpersonationLevels = new Map([
  ['identify', 2],
  ['impersonate', 3],
])
