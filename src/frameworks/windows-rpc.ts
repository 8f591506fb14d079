import { always, arg, filledBy, framework, lacks, unlimited, value, type ChannelRow, type EditWords, type Framework, type Given, type Literal, type Pattern, type Ref } from './describe.js'

/** Windows RPC and COM, by the names that rpcrt4.dll and ole32.dll export. Numbers and names are those of rpcdce.h and objidl.h. */
const named = (prefix: string, names: Record<string, readonly [number, Literal]>): Record<string, Literal> =>
  Object.fromEntries(Object.entries(names).flatMap(([name, [number, fact]]) => [[String(number), fact], [prefix + name, fact]]))

const comLevels = named('RPC_C_AUTHN_LEVEL_', { NONE: [1, 'none'], CONNECT: [2, 'connect'], CALL: [3, 'call'], PKT: [4, 'packet'], PKT_INTEGRITY: [5, 'integrity'], PKT_PRIVACY: [6, 'privacy'] })
/** The default of a security package is no more than its handshake. */
const levels = { ...comLevels, ...named('RPC_C_AUTHN_LEVEL_', { DEFAULT: [0, 'connect'] }) }
const known = named('RPC_C_AUTHN_', {
  NONE: [0, 'none'], DCE_PRIVATE: [1, 'reserved'], DCE_PUBLIC: [2, 'reserved'], DEC_PUBLIC: [4, 'reserved'], GSS_NEGOTIATE: [9, 'negotiate'], WINNT: [10, 'ntlm'], GSS_SCHANNEL: [14, 'schannel'],
  GSS_KERBEROS: [16, 'kerberos'], DPA: [17, 'reserved'], MSN: [18, 'reserved'], DIGEST: [21, 'digest'], NEGO_EXTENDER: [30, 'reserved'], MQ: [100, 'reserved'],
})
/** `RPC_C_AUTHN_DEFAULT` is NTLM to the RPC runtime, and a negotiation to COM. */
const providers = { ...known, ...named('RPC_C_AUTHN_', { DEFAULT: [0xffffffff, 'ntlm'] }) }
const comProviders = { ...known, ...named('RPC_C_AUTHN_', { DEFAULT: [0xffffffff, 'negotiate'] }) }
/** The providers of Windows take what is less than it, the default too, for impersonation. */
const impersonation = named('RPC_C_IMP_LEVEL_', { DEFAULT: [0, 'impersonate'], ANONYMOUS: [1, 'anonymous'], IDENTIFY: [2, 'identify'], IMPERSONATE: [3, 'impersonate'], DELEGATE: [4, 'delegate'] })
/** WMI does its work as the caller: there, impersonation is no more than it needs. */
const comImpersonation = named('RPC_C_IMP_LEVEL_', { ANONYMOUS: [1, 'anonymous'], IDENTIFY: [2, 'identify'], DELEGATE: [4, 'delegate'] })
const mutual = { RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH: 1 }
const secureOnly = { RPC_IF_ALLOW_SECURE_ONLY: 0x8 }

const sequence = (ref: Ref) => ref.extract('^(?:[0-9a-f-]{36}@)?(nca(?:cn|dg)_\\w+|ncalrpc)').scale({ ncacn_ip_tcp: 'mainstream', ncacn_http: 'mainstream', ncacn_np: 'mainstream', ncalrpc: 'mainstream', '*': 'unusual' })
const http = (qos: Ref) => qos.field('HttpCredentials')
/** From its third version on, a server may be named by its account instead. */
const quality = (qos: Ref, name: Ref) => ({
  principal: name.or(qos.field('Sid', 32).scale({ 0: null, null: null, '*': true }).present().scale({ true: 'an account', false: null })), mutual: qos.field('Capabilities', 4).bits(mutual).otherwise(false), impersonation: qos.field('ImpersonationType', 12).scale(impersonation),
  named: http(qos).field('Flags').bits({ RPC_C_HTTP_FLAG_IGNORE_CERT_CN_INVALID: 8 }).scale({ true: false, false: true }),
})
/** What names its user to the proxy is readable on the way where it goes there in clear text. */
const inClear: Given = { ref: http(arg(6)).field('Flags').bits({ RPC_C_HTTP_FLAG_USE_SSL: 1 }), is: false }
const schemes = http(arg(6)).field('AuthnSchemes').each().scale(named('RPC_C_HTTP_AUTHN_SCHEME_', { BASIC: [1, 'basic'], NTLM: [2, 'ntlm'], PASSPORT: [4, 'reserved'], DIGEST: [8, 'digest'] }))
/** What the transport itself lets a server do: what the options of a binding say. */
const transportLevel = (options: Ref) => options.extract('Security=\\s*(\\w+)').scale({ anonymous: 'anonymous', identification: 'identify', impersonation: 'impersonate', delegation: 'delegate' }).otherwise('impersonate')
/** The binding's own address, where the same file made the binding. */
const bindingAddress = filledBy('RpcBindingFromStringBinding()', 1, filledBy('RpcStringBindingCompose()', 5, arg(1)).or(arg(0)))
const authInfo = {
  address: bindingAddress, level: arg(2).scale(levels), provider: arg(3).scale(providers),
  remedy: { encrypt: 'level', provider: 'provider', impersonation: 'impersonation', mutual: 'mutual', names: 'subject' },
}
const remote = filledBy('RpcStringBindingCompose()', 5, arg(1)).or(arg(0))
const binding = {
  address: remote, transport: sequence(arg(0)), level: lacks(1, 'RpcBindingSetAuthInfo()', 'RpcBindingSetAuthInfoEx()').scale({ true: 'none' }),
  remedy: { transport: 'transport', encrypt: 'authenticate' },
}
/** A time limit for each call. */
const timed: Given = { ref: arg(1).scale({ 12: 'timeout', RPC_C_OPT_CALL_TIMEOUT: 'timeout' }), is: 'timeout' }
const waits = { deadline: lacks(1, 'RpcBindingSetOption()').scale({ true: unlimited }), remedy: { deadline: 'option' } }

const impersonates = (...ends: string[]) => ({ ends, remedy: { status: 'status', revert: 'revert' } })
const status: EditWords = { throws: 'The caller cannot be impersonated', unless: '!== 0', says: 'Throw when it fails' }
const secured: EditWords = { set: arg(3), bit: 8, says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }
const secureInterface = 'Give the interface `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller'
const identify = 'Set `ImpersonationType` to `RPC_C_IMP_LEVEL_IDENTIFY` (2)'
const impersonated = { status: 'Do what follows only if it returned `0`', revert: 'Call `RpcRevertToSelf` in a `finally` block' }

/** How an interface callback says yes; what it throws never reaches the runtime, which then sees 0. */
const approval = { pass: { returns: 'zero' as const }, thrown: 'passes' as const, outs: true as const, threads: true as const }
const register = (flags: Ref, callback: Ref) => ({ secureOnly: flags.bits(secureOnly), guard: callback, guardPass: approval, nullSession: 'NullSession', door: { names: ['ProtocolSequence', 'IsClientLocal'], local: flags.bits({ RPC_IF_ALLOW_LOCAL_ONLY: 0x20 }) }, remedy: { require: 'require', session: 'session', guard: 'guard' } })
const endpoint = (protseq: Ref, descriptor: Ref) => ({ opens: true as const, address: protseq, transport: sequence(protseq), endpointSecurity: descriptor.present(), remedy: { transport: 'transport', endpoint: 'descriptor', door: 'door' } })
const everywhere = (descriptor: Ref) => ({ everywhere: true as const, endpointSecurity: descriptor.present(), remedy: { endpoint: 'descriptor' } })
const size = (given: Ref) => ({ bounds: 'the size of a call', value: given, removed: [0xffffffff, -1], remedy: { limit: 'size' } })
const timeLimit = (is: Ref, endless: Record<string, Literal>) => ({ deadline: is.scale({ ...endless, '*': 1 }), remedy: { deadline: 'deadline' } })

export const windowsRpc = framework({
  module: 'native:rpcrt4', tested: 'Windows SDK 10.0.26100', docs: 'https://learn.microsoft.com/windows/win32/rpc/security', suffixes: ['A', 'W'],
  functions: {
    RpcBindingSetAuthInfo: 6, RpcBindingSetAuthInfoEx: 7, RpcBindingCreate: 4, RpcBindingFromStringBinding: 2, RpcStringBindingCompose: 6, RpcBindingSetOption: 3, RpcMgmtSetComTimeout: 2, RpcMgmtSetCancelTimeout: 1,
    RpcMgmtInqServerPrincName: 3, RpcServerRegisterAuthInfo: 4, RpcServerRegisterIf: 3, RpcServerRegisterIfEx: 6, RpcServerRegisterIf2: 7, RpcServerRegisterIf3: 8, RpcServerInterfaceGroupCreate: 8,
    RpcServerUseProtseq: 3, RpcServerUseProtseqEx: 4, RpcServerUseProtseqEp: 4, RpcServerUseProtseqEpEx: 5, RpcServerUseProtseqIf: 4, RpcServerUseProtseqIfEx: 5, RpcServerUseAllProtseqs: 2, RpcServerUseAllProtseqsEx: 3,
    RpcServerUseAllProtseqsIf: 3, RpcServerUseAllProtseqsIfEx: 4, RpcServerListen: 3, RpcMgmtSetAuthorizationFn: 1, RpcSsDontSerializeContext: 0,
    RpcImpersonateClient: 1, RpcImpersonateClient2: 2, RpcRevertToSelf: 0, RpcRevertToSelfEx: 1,
  },
  channels: {
    'RpcBindingSetAuthInfo()': { ...authInfo, principal: arg(1), mutual: always(false) },
    'RpcBindingSetAuthInfoEx()': [
      { ...authInfo, ...quality(arg(6), arg(1)), if: inClear, provider: schemes, remedy: { ...authInfo.remedy, provider: 'proxy' } },
      { ...authInfo, ...quality(arg(6), arg(1)) },
    ],
    'RpcBindingSetOption()': { if: [timed, { ref: bindingAddress.matches('^ncalrpc'), is: true }], address: bindingAddress, ignores: [{ what: arg(1), name: 'RPC_C_OPT_CALL_TIMEOUT', instead: 'RpcAsyncCancelCall' }] },
    // only local calls can be made of such a binding: its provider and level are given
    'RpcBindingCreate()': { address: always('ncalrpc'), ...quality(arg(1).option('SecurityQos'), arg(1).option('ServerPrincName')), remedy: { impersonation: 'security', mutual: 'mutual' } },
    'RpcBindingFromStringBinding()': [
      { ...binding, if: { ref: arg(0).matches(String.raw`^(?:[0-9a-f-]{36}@)?(?:ncalrpc|ncacn_np):.*\]$`), is: true }, impersonation: transportLevel(arg(0)), remedy: { ...binding.remedy, impersonation: 'binding' } },
      binding,
    ],
    'RpcStringBindingCompose()': [
      {
        if: { ref: arg(1).extract('^(ncalrpc|ncacn_np)$').present(), is: true }, transport: sequence(arg(1)), address: arg(1),
        impersonation: transportLevel(arg(4)),
        remedy: { transport: 'transport', impersonation: 'options' },
      },
      { transport: sequence(arg(1)), address: arg(1), remedy: { transport: 'transport' } },
    ],
  },
  listeners: {
    'RpcServerRegisterAuthInfo()': { provider: arg(1).scale(providers), registers: true, remedy: { provider: 'registered', require: 'register' } },
    'RpcServerRegisterIf()': { secureOnly: always(false), remedy: { require: 'newer' } },
    'RpcServerRegisterIfEx()': register(arg(3), arg(5)),
    'RpcServerRegisterIf2()': register(arg(3), arg(6)),
    'RpcServerRegisterIf3()': [{ if: { ref: arg(7), present: false }, ...register(arg(3), arg(6)) }, { ...register(arg(3), arg(6)), secureOnly: always(true) }],
    'RpcServerInterfaceGroupCreate()': {
      transport: sequence(arg(2).each().option('ProtSeq')), endpointSecurity: arg(2).each().option('SecurityDescriptor').present(),
      guard: arg(0).each().option('IfCallback'), guardPass: approval, remedy: { transport: 'transport', endpoint: 'descriptor', guard: 'guard' },
    },
    'RpcServerUseProtseq()': endpoint(arg(0), arg(2)), 'RpcServerUseProtseqEx()': endpoint(arg(0), arg(2)),
    'RpcServerUseProtseqEp()': endpoint(arg(0), arg(3)), 'RpcServerUseProtseqEpEx()': endpoint(arg(0), arg(3)),
    'RpcServerUseProtseqIf()': endpoint(arg(0), arg(3)), 'RpcServerUseProtseqIfEx()': endpoint(arg(0), arg(3)),
    'RpcServerUseAllProtseqs()': everywhere(arg(1)), 'RpcServerUseAllProtseqsEx()': everywhere(arg(1)),
    'RpcServerUseAllProtseqsIf()': everywhere(arg(2)), 'RpcServerUseAllProtseqsIfEx()': everywhere(arg(2)),
    'RpcMgmtSetAuthorizationFn()': { guard: arg(0), guardPass: { pass: { returns: 'truthy' }, thrown: 'crashes', outs: true, threads: true }, remedy: { guard: 'management' } },
  },
  calls: {
    // a time limit has no effect on local calls
    'RpcBindingFromStringBinding()': [
      { if: { ref: filledBy('RpcStringBindingCompose()', 5, arg(1).extract('^(nca(?:cn|dg)_\\w+)').present()), is: true }, ...waits },
      { if: { ref: arg(0).extract('^(?:[0-9a-f-]{36}@)?(nca(?:cn|dg)_\\w+)').present(), is: true }, ...waits },
    ],
    'RpcBindingSetOption()': { if: timed, ...timeLimit(arg(2), { 0: unlimited, 4294967295: unlimited, INFINITE: unlimited }) },
    'RpcMgmtSetComTimeout()': timeLimit(arg(1), { 10: unlimited, RPC_C_BINDING_INFINITE_TIMEOUT: unlimited }),
    'RpcMgmtSetCancelTimeout()': timeLimit(arg(0), { 4294967295: unlimited, RPC_C_CANCEL_INFINITE_TIMEOUT: unlimited }),
  },
  limits: {
    'RpcServerRegisterIf2()': size(arg(5)), 'RpcServerRegisterIf3()': size(arg(5)), 'RpcServerInterfaceGroupCreate()': size(arg(0).each().option('MaxRpcSize')),
    'RpcServerListen()': { bounds: 'the number of calls at a time', of: 'state', value: arg(1), removed: [0xffffffff, -1], remedy: { limit: 'calls' } },
  },
  sinks: { 'RpcStringBindingCompose()': { data: arg(2), kind: 'endpoint' }, 'RpcBindingFromStringBinding()': { data: arg(0), kind: 'endpoint' } },
  switches: { 'RpcSsDontSerializeContext()': { turnsOff: 'serialization' } },
  impersonations: { 'RpcImpersonateClient()': impersonates('RpcRevertToSelf()', 'RpcRevertToSelfEx()'), 'RpcImpersonateClient2()': impersonates('RpcRevertToSelf()', 'RpcRevertToSelfEx()') },
  edits: {
    level: { replace: arg(2), with: '6', says: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY`' },
    provider: { replace: arg(3), with: '9', says: 'Use `RPC_C_AUTHN_GSS_NEGOTIATE`' },
    registered: { replace: arg(1), with: '9', says: 'Use `RPC_C_AUTHN_GSS_NEGOTIATE`' },
    impersonation: { replace: arg(6).field('ImpersonationType'), with: '2', says: 'Use `RPC_C_IMP_LEVEL_IDENTIFY`' },
    security: { replace: arg(1).option('SecurityQos').field('ImpersonationType'), with: '2', says: 'Use `RPC_C_IMP_LEVEL_IDENTIFY`' },
    options: { replace: arg(4), with: "'Security=Identification Dynamic True'", says: 'Let the server identify its caller, and no more' },
    mutual: [
      { set: arg(6).field('Capabilities'), bit: 1, says: 'Add `RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH`' },
      { set: arg(1).option('SecurityQos').field('Capabilities'), bit: 1, says: 'Add `RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH`' },
    ],
    require: secured, session: secured, status,
  },
  asksPeer: { 'RpcMgmtInqServerPrincName()': { out: 2 } },
  remedies: {
    level: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY` (6), or at least `RPC_C_AUTHN_LEVEL_PKT_INTEGRITY` (5)',
    provider: 'Use `RPC_C_AUTHN_GSS_KERBEROS` (16) or `RPC_C_AUTHN_GSS_NEGOTIATE` (9)', registered: 'Use `RPC_C_AUTHN_GSS_KERBEROS` (16) or `RPC_C_AUTHN_GSS_NEGOTIATE` (9)',
    impersonation: identify, security: identify,
    options: "Pass `'Security=Identification Dynamic True'` as the options",
    mutual: 'Call `RpcBindingSetAuthInfoEx` with the principal that is expected and `RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH` in `Capabilities`',
    require: secureInterface, register: secureInterface,
    newer: 'Call `RpcServerRegisterIf3` with `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller',
    session: 'Add `RPC_IF_ALLOW_SECURE_ONLY` (8), or refuse what has `NullSession` set',
    guard: 'Return `5` (access denied) unless the caller is one to be served, also when something is thrown',
    management: 'Return `0` unless the operation and its caller are allowed',
    descriptor: 'Pass `null` here, and give the descriptor to `RpcServerRegisterIf3`',
    transport: 'Use `ncacn_ip_tcp`, or `ncalrpc` on one machine',
    door: 'Compare `ProtocolSequence` or `IsClientLocal` in the callback, or give the interface `RPC_IF_ALLOW_LOCAL_ONLY` (0x20)',
    size: 'Pass the size of the largest call that is meant',
    calls: 'Pass a number, such as 1234',
    authenticate: 'Call `RpcBindingSetAuthInfoEx` with `RPC_C_AUTHN_LEVEL_PKT_PRIVACY` (6) before the first call',
    option: 'Call `RpcBindingSetOption` with `RPC_C_OPT_CALL_TIMEOUT` (12) and a number of milliseconds',
    deadline: 'Pass a number of milliseconds for `RPC_C_OPT_CALL_TIMEOUT` (12)',
    serialize: 'Leave it out, and take `RpcSsContextLockShared` where reading is enough',
    principal: 'Say which principal is expected',
    binding: 'Add `Security=Identification Dynamic True` to the options of the binding',
    subject: 'Leave `RPC_C_HTTP_FLAG_IGNORE_CERT_CN_INVALID` (8) out, and give the name that is expected as `ServerCertificateSubject`',
    proxy: 'Add `RPC_C_HTTP_FLAG_USE_SSL` (1) to `Flags`, or use `RPC_C_HTTP_AUTHN_SCHEME_NEGOTIATE` (16)',
    ...impersonated,
  },
})

const blanket = { encrypt: 'level', provider: 'provider', impersonation: 'impersonation' }
export const windowsCom = framework({
  module: ['native:ole32', 'native:combase'], tested: 'Windows SDK 10.0.26100', docs: 'https://learn.microsoft.com/windows/win32/com/security-in-com',
  functions: { CoInitializeSecurity: 9, CoSetProxyBlanket: 8, CoRegisterClassObject: 5, CoImpersonateClient: 0, CoRevertToSelf: 0 },
  impersonations: { 'CoImpersonateClient()': impersonates('CoRevertToSelf()') },
  channels: {
    'CoSetProxyBlanket()': { provider: arg(1).scale(comProviders), level: arg(4).scale(comLevels), impersonation: arg(5).scale(comImpersonation), remedy: blanket },
    'CoInitializeSecurity()': { level: arg(4).scale(comLevels), impersonation: arg(5).scale(comImpersonation), remedy: blanket },
  },
  listeners: {
    // without a descriptor, everybody may call what the process registers
    'CoInitializeSecurity()': { if: [{ ref: arg(7).bits({ EOAC_APPID: 8 }), is: false }, { ref: arg(0), also: 'CoRegisterClassObject()' }], secureOnly: arg(0).present(), remedy: { require: 'require' } },
  },
  edits: {
    level: { replace: arg(4), with: '6', says: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY`' }, provider: { replace: arg(1), with: '0xffffffff', says: 'Use `RPC_C_AUTHN_DEFAULT`' },
    impersonation: { replace: arg(5), with: '3', says: 'Use `RPC_C_IMP_LEVEL_IMPERSONATE`' }, status,
  },
  remedies: {
    level: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY` (6)', provider: 'Use `RPC_C_AUTHN_DEFAULT` (-1), so that COM negotiates', impersonation: 'Use `RPC_C_IMP_LEVEL_IMPERSONATE` (3), or `RPC_C_IMP_LEVEL_IDENTIFY` (2) where that is enough',
    require: 'Pass a security descriptor that says who may call',
    status: 'Do what follows only if it returned `0`', revert: 'Call `CoRevertToSelf` in a `finally` block',
  },
})

/** The client of a pipe, or whoever a token is of. */
export const windowsSecurity = framework({
  module: 'native:advapi32', tested: 'Windows SDK 10.0.26100', docs: 'https://learn.microsoft.com/windows/win32/secauthz/client-impersonation',
  functions: { ImpersonateNamedPipeClient: 1, ImpersonateLoggedOnUser: 1, RevertToSelf: 0 },
  edits: { status: { throws: 'The caller cannot be impersonated', unless: '=== 0', says: 'Throw when it fails' } },
  impersonations: { 'ImpersonateNamedPipeClient()': impersonates('RevertToSelf()'), 'ImpersonateLoggedOnUser()': impersonates('RevertToSelf()') },
  remedies: { status: 'Do what follows only if it returned something else than `0`', revert: 'Call `RevertToSelf` in a `finally` block' },
})

/** A pipe's server may be anybody: what it may do with its client is said when the pipe is opened. */
const pipe = { ref: arg(0).matches('^\\\\\\\\[^\\\\]+\\\\pipe\\\\'), is: true as const }
const asks = arg(5).bits({ SECURITY_SQOS_PRESENT: 0x100000 })
export const windowsPipes = framework({
  module: ['native:kernel32', 'native:kernelbase'], tested: 'Windows SDK 10.0.26100', docs: 'https://learn.microsoft.com/windows/win32/ipc/impersonating-a-named-pipe-client', suffixes: ['A', 'W'],
  functions: { CreateFile: 7 },
  channels: {
    'CreateFile()': [
      { if: [pipe, { ref: asks, is: false }], address: arg(0), impersonation: asks.scale({ false: 'impersonate' }), remedy: { impersonation: 'asks' } },
      { if: [pipe, { ref: arg(5).bits({ SECURITY_DELEGATION: 0x30000 }), is: true }], address: arg(0), impersonation: arg(5).bits({ SECURITY_DELEGATION: 0x30000 }).scale({ true: 'delegate' }) },
      { if: pipe, address: arg(0), impersonation: arg(5).bits({ SECURITY_IMPERSONATION: 0x20000 }).scale({ true: 'impersonate', false: 'identify' }) },
    ],
  },
  edits: { asks: { set: arg(5), bit: 0x110000, says: 'Add `SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION`' } },
  remedies: { impersonation: 'Pass `SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION`', asks: 'Pass `SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION`' },
})

const setting = (name: string) => arg(0).extract(`^winmgmts:\\s*\\{[^}]*${name}\\s*=\\s*(\\w+)`)
const ofWmi: Given = { ref: arg(0).matches('^winmgmts:'), is: true }
/** Calls on this machine never leave it, whatever their level. */
const local: Given = { ref: arg(0).matches(String.raw`^winmgmts:\s*(?:\{[^}]*\}\s*!?)?(?:\\\\\.(?:\\|$)|[^\\{!\s]|$)`), is: true }
const moniker: ChannelRow = {
  impersonation: setting('impersonationLevel').scale({ anonymous: 'anonymous', identify: 'identify', delegate: 'delegate' }),
  remedy: { encrypt: 'level', impersonation: 'impersonation' },
}
/** The scripting interface of WMI, by whatever makes an object of it. */
const scripting = (maker: Pattern): Pick<Framework, 'things' | 'channels' | 'credentials' | 'remedies'> => ({
  things: {
    Locator: { is: [{ pattern: maker, if: { ref: arg(0).matches(String.raw`^WbemScripting\.SWbemLocator`), is: true } }] },
    Services: {
      is: [
        { pattern: 'Locator.ConnectServer()', if: { ref: arg(0).extract(String.raw`^(?!\.$|localhost$|127\.)(.+)`), present: true } },
        { pattern: maker, if: { ref: arg(0).matches(String.raw`^winmgmts:\s*(?:\{[^}]*\}\s*!?)?\\\\(?!\.\\|\.$)`), is: true } },
      ],
    },
  },
  channels: {
    [maker]: [
      { ...moniker, if: [ofWmi, local] },
      { ...moniker, if: ofWmi, level: setting('authenticationLevel').scale({ none: 'none', connect: 'connect', call: 'call', pkt: 'packet', pktintegrity: 'integrity', pktprivacy: 'privacy' }) },
    ],
  },
  credentials: Object.fromEntries(['Locator', 'Services'].flatMap(one => [
    [`${one}.Security_.AuthenticationLevel =`, { level: value.scale(comLevels), remedy: { encrypt: 'property' } }],
    [`${one}.Security_.ImpersonationLevel =`, { impersonation: value.scale(comImpersonation), remedy: { impersonation: 'act' } }],
  ])),
  remedies: {
    level: 'Use `authenticationLevel=pktPrivacy`', impersonation: 'Use `impersonationLevel=impersonate`, which is what WMI needs',
    property: 'Use `wbemAuthenticationLevelPktPrivacy` (6)', act: 'Use `wbemImpersonationLevelImpersonate` (3), which is what WMI needs',
  },
})
const wmi = { tested: '3.6', docs: 'https://learn.microsoft.com/windows/win32/wmisdk/setting-client-application-process-security' }
export const winax = framework({ module: 'winax', ...wmi, ...scripting('new Object()') })
/** What winax makes global, as it is in scripts of Windows. */
export const activeX = framework({ module: 'globals', ...wmi, ...scripting('new ActiveXObject()') })
