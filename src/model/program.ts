/** What an RPC program is: types only. Every word here is one of the guide's, or stands in `docs/concepts.md`. */
import type { Answer, Fact, Impersonation, Level, Place, TlsVersion } from './fact.js'
import type { Circumstance } from './circumstance.js'

/** Anything a rule can speak of. */
export interface Subject {
  readonly at: Place
  /** Where the library is called, and the calls that led there, the last one in the linted file. */
  readonly trail: readonly Place[]
  /** How the code names it, e.g. `server.bindAsync`. */
  readonly what: string
  /** The library whose description found it. */
  readonly library: string
  /** Circumstances under which the code reaches it. */
  readonly when: readonly Circumstance[]
  /** What to do with this library, as an imperative sentence without its full stop. Undefined when nothing was described. */
  remedy(of: string): string | undefined
  /** The edit that a description offers for a remedy. */
  edit(of: string): Edit | undefined
}

/** One place of the source, and what it becomes. */
export interface Change { readonly range: readonly [number, number]; readonly text: string }

/** Changes of the source that belong together, none inside another. */
export interface Edit {
  readonly changes: readonly Change[]
  /** What it does, as an imperative sentence without its full stop. */
  readonly says: string
}

export type Provider = 'kerberos' | 'negotiate' | 'schannel' | 'tls' | 'ntlm' | 'digest' | 'basic' | 'anonymous' | 'none' | 'reserved'

/** An address, as far as it is known. */
export interface Address {
  /** As the code shows it: `svc:50051`, or the name of what it is computed from. */
  readonly text: string
  /** Whether it is this machine: loopback, a unix socket, local RPC, a host that the settings name. */
  readonly local: Answer
  /** Local RPC of the operating system, which protects calls whatever level is asked for. */
  readonly localRpc: boolean
}

/** What protects a channel or listener, and whom it proves (sections 1, 3, 4, 14). */
export interface Credentials extends Subject {
  readonly level: Fact<Level>
  readonly provider: Fact<Provider>
  /** The oldest TLS version that is accepted. */
  readonly floor: Fact<TlsVersion>
  readonly ciphers: Fact<string>
  /** Whether a peer may negotiate anew without proof that it is the same one. */
  readonly renegotiates: Fact<boolean>
  /** Whether the chain of the peer's certificate is checked. */
  readonly chain: Fact<boolean>
  /** A check of the server's name that replaces the library's own; undefined when there is none. */
  readonly names: Guard | undefined
  /** Whether the name in the server's certificate is compared at all. */
  readonly named: Fact<boolean>
  /** Whether client certificates are asked for, and whether a client without one is refused. */
  readonly asks: Fact<boolean>
  readonly requires: Fact<boolean>
  /** Whether the certificates of clients must come from an authority that the program names. */
  readonly roots: Fact<boolean>
  /** What the operands of a key pair are: the file or variable each is read from. */
  readonly key: Fact<string>
  readonly certificate: Fact<string>
  readonly mutual: Fact<boolean>
  readonly impersonation: Fact<Impersonation>
  /** Something comes with them that may refuse callers. */
  readonly guarded: boolean
  /** The server's principal, and whether the server itself was asked for it without a comparison after. */
  readonly principal: Fact<string>
  /** Whether a principal is what the server must be named by. */
  readonly namesServer: boolean
  readonly selfAsserted: Fact<boolean>
}

interface Ends extends Subject {
  readonly address: Fact<Address>
  readonly credentials: Credentials
  /** Options the library does not read where they stand: misspelt, or in the wrong place. */
  readonly ignored: readonly IgnoredOption[]
  /** Set when the description calls the transport deprecated or unusual; the text says what to use. */
  readonly transport: Fact<'mainstream' | 'deprecated' | 'unusual'>
}

export interface IgnoredOption { readonly at: Place; readonly name: string; /** It was meant as a limit. */ readonly limits: boolean; readonly instead: string | undefined; /** What the library adds by itself: with both, nothing works. */ readonly against?: string; readonly edit: Edit | undefined }

/** This program calls out. */
export interface Channel extends Ends {
  readonly kind: 'channel'
  /** Tokens or passwords that travel with its calls. */
  readonly secrets: Fact<string>
  /** Whether all that goes with its calls becomes part of their address, which is written down on the way. */
  readonly inAddress: Fact<boolean>
  /** The caller's own credentials passed on. */
  readonly forwards: Fact<string>
}

/** This program can be called. */
export interface Listener extends Ends {
  readonly kind: 'listener'
  /** What it listens for: two listeners with the same `on` serve the same procedures. */
  readonly on: string | undefined
  /** What must approve before any of its procedures runs. */
  readonly guards: Fact<readonly Guard[]>
  /** Only authenticated callers are let in by the library itself (a secure-only flag). */
  readonly secureOnly: Fact<boolean>
  /** Whether a guard is known to ask if its caller has an identity at all. */
  readonly asksForIdentity: Answer
  /** Nothing hears of its errors, of which a message that cannot be read is one: that ends the process. */
  readonly deaf: Place | undefined
  /** It opens an endpoint at which everything that the process serves is called. */
  readonly opens: boolean
  /** For what is served at every endpoint of the process: whether a guard tells them apart, or only calls of this machine are let in. */
  readonly minds: Answer | undefined
  /** Where the same procedures are served with more protection than here; undefined when that is known of no place. */
  readonly outdoneBy: string | undefined
  /** Where guards, or checks of what callers send, are given to what this belongs to, and none of them counts here. */
  readonly past: { readonly guards?: Place; readonly checks?: Place }
  /** A descriptor or mode on the endpoint, which is no access check. */
  readonly endpointSecurity: Fact<boolean>
  /** Whether every user of this machine may come in. */
  readonly open: Fact<boolean>
  /** What fails when a request breaks off, where nobody catches that. */
  readonly breaks: Place | undefined
  /** Opens every transport of the process at once. */
  readonly everywhere: boolean
  /** A client that merely registers its provider, which refuses nobody. */
  readonly registers: boolean
  /** Whether something in front of its procedures refuses callers. */
  readonly refuses: Answer
  /** Nothing does, and some of its procedures refuse nobody either. */
  readonly unguarded: boolean
  /** The same of a listener that others reach, of which protection was to be expected. */
  readonly servesAnybody: boolean
}

/** A function a peer can invoke. */
export interface Procedure extends Subject {
  readonly kind: 'procedure'
  readonly name: string | undefined
  /** The server object or router it hangs on. */
  readonly on: string | undefined
  readonly changesState: boolean
  readonly guards: Fact<readonly Guard[]>
  /** Whether the procedure's own code refuses some callers, and whether it looks at who its caller is. */
  readonly refuses: Answer
  readonly looksAtCaller: Answer
  readonly contract: Contract | undefined
  /** A list of its own that takes the place of the guards of its router, and refuses nobody. */
  readonly overrides: Place | undefined
  /** Options of its router that options of its own take away. */
  readonly forgotten: readonly { readonly at: Place; readonly name: string; readonly is: string }[]
  /** What its own code compares to decide whom it serves. */
  readonly compares: readonly Comparison[]
  readonly crashes: readonly Crash[]
  readonly sinks: readonly Sink[]
}

/** A throw, or a promise that fails, which ends the process or leaves the caller waiting for ever. */
export interface Crash { readonly by: 'rejection' | 'throw'; readonly at: Place }

/** What must approve before a procedure runs. */
export interface Guard extends Subject {
  readonly kind: 'guard'
  readonly source: 'program' | 'package' | 'setting'
  readonly gates: Fact<boolean>
  /** It looks at the caller at all; timing and logging do not, and are no ineffective guards. */
  readonly looks: boolean
  /** It can refuse somebody, though not everybody it should. */
  readonly refuses: boolean
  readonly compares: readonly Comparison[]
  /** Why it has no effect, when its registration already says so. */
  readonly misplaced: 'discarded' | 'late' | undefined
  /** What it throws where nobody catches it: that ends the process, or is lost and counts as a yes. */
  readonly thrown: readonly { readonly at: Place; readonly passes: boolean }[]
  /** Native code calls it on another thread: what comes of that. */
  readonly elsewhere?: Fact<'ends' | 'unanswered'>
}

export interface Comparison {
  readonly how: 'equals' | 'member' | 'prefix' | 'suffix' | 'substring' | 'pattern' | 'type' | 'truthy' | 'opaque'
  readonly passes: 'match' | 'mismatch' | 'unclear'
  /** What is compared: an address of the caller, something the caller wrote, or a proven identity. */
  readonly evidence: 'address' | 'claim' | 'identity' | 'other'
  readonly at: Place
}

/** What a procedure's input must look like. */
export interface Contract extends Subject {
  readonly kind: 'contract'
  /** Whether anything is checked at all. */
  readonly checks: Answer
  readonly fields: readonly Field[]
  /** Those that may be as large as the peer likes. */
  readonly unbounded: readonly Field[]
  /** It is what came in past every contract: nothing checks it but the code that reads it. */
  readonly past: boolean
}

export interface Field {
  readonly at: Place
  /** Names from the input down; `*` for elements. */
  readonly path: readonly string[]
  readonly type: 'string' | 'number' | 'array' | 'record' | 'object' | 'boolean' | 'closed' | 'anything' | 'other'
  readonly checks: Answer
  /** Whether its size has an upper bound. */
  readonly bounded: Answer
  /** Entries that are not named here do not get through. */
  readonly whole: boolean
  /** A pattern or code of the program narrows it, or what holds it: what gets through cannot be told. */
  readonly narrowed: boolean
  /** Whether the procedure itself looks at it, or gives it to code that may; `no` when it only uses it. */
  readonly examined: Answer
  readonly edit: Edit | undefined
}

/** Peer data that reaches a place where it does harm, unchecked. */
export interface Sink {
  readonly at: Place
  /** The call itself, where `at` is in the linted file and leads to it in another. */
  readonly seen: Place | undefined
  readonly kind: 'command' | 'path' | 'query' | 'url' | 'code' | 'pattern' | 'markup' | 'property' | 'dispatch' | 'size' | 'endpoint'
  /** The call or construct, e.g. `execSync`. */
  readonly into: string
  /** The expression that carries it, as written. */
  readonly data: string
  readonly edit: Edit | undefined
}

/** One outgoing call. */
export interface Call extends Subject {
  readonly kind: 'call'
  readonly address: Fact<Address>
  /** Milliseconds until it is given up; `Infinity` when it never is. */
  readonly deadline: Fact<number>
  /** What was given, a span or a point in time, where the deadline is the other. */
  readonly wrongUnit: Fact<'span' | 'until'>
  readonly insideProcedure: boolean
  /** A list that it gives takes the place of one of its channel, and leaves something of that out. */
  readonly replaces: Place | undefined
  readonly secrets: Fact<string>
  readonly forwards: Fact<string>
  readonly level: Fact<Level>
}

/** A bound on what a peer can make the program hold. */
export interface Limit extends Subject {
  readonly kind: 'limit'
  /** What is bounded, in words: `the size of a message`. */
  readonly bounds: string
  readonly of: 'message' | 'batch' | 'state'
  readonly value: Fact<number>
  readonly removed: Fact<boolean>
}

/** Services meant for operators, on a listener. */
export interface AdminService extends Subject {
  readonly kind: 'admin'
  readonly service: string
  /** What of the server it tells its callers. */
  readonly tells: string
  /** Whether every listener it hangs on is known to be this machine's own. */
  readonly local: Answer
}

/** Pages of other sites that may call, with what their visitors are known by here (section 2). */
export interface Origins extends Subject {
  readonly kind: 'origins'
  /** Whether cookies and the like come along. */
  readonly credentials: Fact<boolean>
  /** What lets in more than is meant: every origin, or all that begin or end in some way, or hold something. */
  readonly open: readonly { readonly at: Place; readonly to: 'everybody' | 'unasked' | 'prefix' | 'suffix' | 'substring' | 'pattern'; /** what is asked of an origin, as written */ readonly text: string }[]
}

/** The program becomes its caller, and does what follows with the caller's rights (section 4). */
export interface ActingAsCaller extends Subject {
  readonly kind: 'impersonation'
  /** Whether anybody looks if it worked: if not, what follows runs as the program itself. */
  readonly checked: Answer
  readonly ended: Answer
}

/** What says whether arguments are good, and throws nothing. */
export interface Check extends Subject { readonly kind: 'check'; /** Whether anybody looks at what it says. */ readonly heeded: Answer; /** A bad answer that goes on like a good one. */ readonly missed: string | undefined }

/** A setting of the process or a flag given to a tool that switches checking off. */
export interface Switch extends Subject { readonly kind: 'switch'; readonly turnsOff: 'verification' | 'validation' | 'serialization' }

/** What a handle is made of: a good source of randomness, a counter, the time, or `Math.random()`. */
export type HandleOrigin = 'random' | 'counter' | 'clock' | 'chance'

/** What the program holds between calls, and finds again by a handle (sections 10 and 16). */
export interface Session extends Subject {
  readonly kind: 'session'
  /** Whether callers can add entry after entry, and whether entries leave again or are counted. */
  readonly grows: boolean
  readonly bounded: Answer
  /** New handles by which callers find their entries again. */
  readonly handles: readonly { readonly at: Place; readonly from: HandleOrigin; readonly edit: Edit | undefined }[]
  /** Where a handle that a caller names is looked up, and whether it is asked whose it is. */
  readonly lookups: readonly { readonly at: Place; readonly owner: Answer }[]
}

/** How tokens are proven: one that somebody shows, or all (section 1); or one that is not, and is believed (section 5). */
export interface Token extends Subject {
  readonly kind: 'token'
  /** It was only taken apart, and says who a caller is. */
  readonly believed: boolean
  /** The algorithms that are accepted. */
  readonly algorithms: Fact<string>
  /** A key that is known to whoever reads the program. */
  readonly key: Fact<string>
  /** Whether one that is too old is refused. */
  readonly expires: Fact<boolean>
  /** Whether the token itself brings the key that proves it. */
  readonly carried: Fact<boolean>
  /** Whether anything is asked of whom it was made by, and for whom. */
  readonly meant: Answer
  /** Where keys come from, and whether in clear. */
  readonly keys: Fact<Address>
  readonly clear: Fact<boolean>
  /** Options that nothing reads where they stand. */
  readonly ignored: readonly IgnoredOption[]
}

/** Who a caller is taken for, without a proof: by an entry it wrote itself, or by default (section 7). */
export interface Identity extends Subject {
  readonly kind: 'identity'
  readonly from: 'claim' | 'default'
  /** The entry that the caller wrote. */
  readonly entry: string | undefined
}

/** A package that is, as a whole, a transport few use or nobody mends (section 15). */
export interface Transport extends Subject { readonly kind: 'transport'; readonly is: 'deprecated' | 'unusual' }

/** Something that the file takes from a package, or from another file of the program (section 13). */
export interface Import extends Subject {
  readonly kind: 'import'
  /** What it is: where it was made, and every file that hands it on. */
  readonly origins: readonly Origin[]
}

/** An export, and members of it, of a package or of a file of the program. `*` stands for everything that it exports. */
export interface Origin { readonly module: string; readonly own: boolean; readonly name: string }

/** What callers are told: an error, the shape of all errors, or what a procedure answers (section 11). */
export interface Reply extends Subject {
  readonly kind: 'reply'
  /** What of the program's inside is in it. */
  readonly leaks: readonly Leak[]
}

/** A stack, what an error says of itself, what caused it; or every stack there will be, or what every error says. */
export interface Leak { readonly at: Place; readonly detail: 'stack' | 'message' | 'cause' | 'always' | 'says'; /** The expression that is told, as written. */ readonly data: string }

/** Everything that one file shows. */
export interface Program {
  readonly channels: readonly Channel[]
  readonly listeners: readonly Listener[]
  readonly credentials: readonly Credentials[]
  readonly procedures: readonly Procedure[]
  readonly guards: readonly Guard[]
  readonly contracts: readonly Contract[]
  readonly calls: readonly Call[]
  readonly limits: readonly Limit[]
  readonly admins: readonly AdminService[]
  readonly origins: readonly Origins[]
  readonly switches: readonly Switch[]
  readonly checks: readonly Check[]
  readonly impersonations: readonly ActingAsCaller[]
  readonly sessions: readonly Session[]
  readonly identities: readonly Identity[]
  readonly tokens: readonly Token[]
  readonly transports: readonly Transport[]
  readonly replies: readonly Reply[]
  readonly imports: readonly Import[]
}
