/** Addresses: as much of them as the code shows, and whether they are this machine. */
import { literal } from '../analysis/value.js'
import type { Value } from '../analysis/value.js'
import type { Address } from '../model/program.js'
import { nameOf } from './name.js'

/** The text of an address, with holes where a part is not known. */
const HOLE = '\u0000'

function addressText(value: Value): string {
  const known = literal(value)
  if (known) return String(known.value ?? '')
  switch (value.kind) {
    case 'operation': return value.op === 'template' || value.op === '+' ? value.parts.map(addressText).join('') : HOLE
    case 'call':
      if (value.isNew && value.of.kind === 'root' && value.of.of === 'global' && value.of.name === 'URL') return value.args[1] ? addressText(value.args[1]) : value.args[0] ? addressText(value.args[0]) : HOLE
      if (value.of.kind === 'member' && value.of.name === 'concat') return [value.of.of, ...value.args].map(addressText).join('')
      if (value.of.kind === 'member' && value.of.name === 'join' && value.of.of.kind === 'array') return value.of.of.items.map(addressText).join('')
      return HOLE
    case 'object': {
      const host = value.entries.get('host') ?? value.entries.get('hostname'), path = value.entries.get('path') ?? value.entries.get('socketPath'), port = value.entries.get('port')
      if (path && !host && !port) return `unix:${addressText(path)}`
      return host ? `${addressText(host)}${port ? `:${addressText(port)}` : ''}` : HOLE
    }
    default: return HOLE
  }
}

/** Whether an address names this machine only: loopback, a unix socket, a pipe, local RPC. `hosts` are the settings' own. */
function localness(text: string, hosts: readonly string[] = []): Address['local'] {
  if (text.startsWith(HOLE) || text === '') return 'unknown'
  if (isLocalText(text)) return 'yes'
  const host = hostOf(text)
  if (host.includes(HOLE)) return 'unknown'
  if (hosts.some(pattern => hostMatches(host, pattern))) return 'yes'
  return 'no'
}

export function isLocalText(text: string): boolean {
  if (/^(unix(-abstract)?:|vsock:|\\\\[.?]\\pipe\\|ncalrpc:|\/)/i.test(text) || text === 'ncalrpc') return true
  const host = hostOf(text)
  return host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '0:0:0:0:0:0:0:1'
}

function hostOf(text: string): string {
  let rest = text.replace(/^(ipv4|ipv6|dns):(\/\/[^/]*\/)?/i, '').replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  rest = rest.replace(/^[^@/]*@/, '').split(/[/?#]/)[0] ?? ''
  const bracketed = /^\[([^\]]*)\]/.exec(rest)
  if (bracketed) return bracketed[1]!.toLowerCase()
  return (rest.split(':').length > 2 ? rest : rest.split(':')[0] ?? '').toLowerCase()
}

function hostMatches(host: string, pattern: string): boolean {
  const source = pattern.toLowerCase().split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')
  return new RegExp(`^${source}$`).test(host)
}

/** The addresses a text may come to, part by part: `${host}:${port}` with a host that has a default is two. */
function readings(value: Value): string[] {
  if (value.kind === 'choice') return value.of.flatMap(arm => readings(arm.value))
  if (value.kind !== 'operation' || (value.op !== 'template' && value.op !== '+')) return [addressText(value)]
  return value.parts.reduce<string[]>((heads, part) => heads.flatMap(head => readings(part).map(tail => head + tail)).slice(0, 16), [''])
}

/** A call as it is written, such as `config.get('HOST')`, where it is short: whom it asks for what tells more than its name. */
function asked({ kind, node, env: { module } }: Value): string | undefined {
  const text = kind === 'call' && node.type === 'CallExpression' ? module.text.slice(node.range[0], node.range[1]) : undefined
  return text !== undefined && text.length <= 50 && !/\s/.test(text) && !/^this\b/.test(text) ? text : undefined
}

/** What an address is called that is no text: a member, or what somebody was asked for by name. */
function called(value: Value): string {
  const name = nameOf(value)
  if (!name.includes('(')) return name
  for (let at = value; at.kind === 'call' || at.kind === 'member'; at = at.kind === 'call' && at.of.kind === 'member' ? at.of.of : at.of) {
    const key = at.kind === 'member' ? at.name : literal(at.args[0])?.value
    if (typeof key === 'string' && key !== '') return key
  }
  return ''
}

export function toAddress(value: Value, hosts: readonly string[]): Address {
  const all = readings(value)
  const raw = all.find(text => localness(text, hosts) === 'yes') ?? all[0]!
  // who may come in is nobody's business
  const text = raw.replaceAll(HOLE, '…').replace(/\/\/[^@/]*@/, '//')
  return { text: text === '…' || text === '' ? asked(value) ?? (called(value) || 'an address') : text, local: localness(raw, hosts), localRpc: /^ncalrpc(:|$)/i.test(raw) }
}
