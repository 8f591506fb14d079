import koffi, { type LibraryHandle } from 'koffi'

const DEFAULT_QOS = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 }

export class Channel {
  private readonly setAuth

  constructor(private readonly binding: unknown, lib: LibraryHandle = koffi.load('rpcrt4.dll')) {
    this.setAuth = lib.func(
      'int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)',
    )
  }

  authenticate(spn: string, level = 6) {
    const status: number = this.setAuth(this.binding, spn, level, 16, null, 0, DEFAULT_QOS)
    if (status !== 0) throw new Error(`RPC status ${status}`)
    return this
  }
}

export function openTicketChannel(binding: unknown) {
  return new Channel(binding).authenticate('host/tickets.corp.example') // ✓
}

export function openStatsChannel(binding: unknown) {
  return new Channel(binding).authenticate('host/stats.corp.example', 2) // ✗ require-encryption
}
