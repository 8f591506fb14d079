/**
 * The words a description of a library may use. A description is plain data: `JSON.stringify` loses nothing of it, and
 * users describe their own wrappers in `settings['secure-rpc'].frameworks` in the same shape.
 */

/** Code as one writes it: `new Server().bindAsync()`, `Socket.on("message")`, `lib.symbols.*`, `client.**.query()`, `new *()`, `process.env.X =`. */
export type Pattern = string
export type Literal = string | number | boolean | null

export type Step =
  | { option: string } | { each: true } | { method: string } | { field: string; byte: number | null; within?: string } | { element: number }
  | { scale: Record<string, Literal> } | { bits: Record<string, number>; any?: true } | { unless: Literal } | { present: true }
  | { scheme: Record<string, string> } | { symbol: true } | { fileRead: true } | { returns: true } | { behaves: Approval & { evidence?: Ref[] } }
  | { greater: number } | { matches: string } | { extract: string } | { named: true } | { follows: string } | { joined: true } | { argument: number } | { on: true } | { only: string } | { text: true }

/** Where a value stands in a call, and what is done to it. Written with the words below, held as plain data. */
export class Ref {
  constructor(
    readonly base:
      | { of: 'arg'; index: number } | { of: 'args'; from: number } | { of: 'among'; from: number } | { of: 'param'; index: number; from?: true }
      | { of: 'last'; kind: 'function' | 'object' } | { of: 'call'; name: string; index: number } | { of: 'steps'; name: string; joins: string[] }
      | { of: 'star' } | { of: 'receiver' } | { of: 'value' } | { of: 'literal'; value: Literal } | { of: 'self' }
      | { of: 'earlier'; by: Pattern; ref: Ref; under?: Ref; anytime?: true }
      | { of: 'assigned'; by: Pattern } | { of: 'decorated' } | { of: 'beside'; by: Pattern; ref: Ref; joins: Pattern[] }
      | { of: 'giver'; index: number } | { of: 'spoken'; name: string } | { of: 'filled'; by: Pattern; out: number; ref: Ref } | { of: 'lacks'; out: number; calls: Pattern[] },
    readonly steps: readonly Step[] = [],
    readonly fallback?: { default: Literal } | { ref: Ref },
  ) {}

  private with(step: Step): Ref { return new Ref(this.base, [...this.steps, step], this.fallback) }
  /** An entry of an object, or of an object inside it: `a.b`. A name that holds dots is quoted: `'"grpc.x"'`. */
  option(path: string): Ref { return this.with({ option: path }) }
  /** Every entry, element or method. */
  each(): Ref { return this.with({ each: true }) }
  /** A method of a class or object. */
  method(name: string): Ref { return this.with({ method: name }) }
  /** A field of a C structure: by name, or as the 32-bit word at a byte of a buffer. */
  field(name: string, byte: number | null = null): Ref { return this.with({ field: name, byte }) }
  /** An element of an array. */
  element(index: number): Ref { return this.with({ element: index }) }
  /** A value, or the name of the library's constant, on to the model's scale; `*` is anything else that is known. */
  scale(map: Record<string, Literal>): Ref { return this.with({ scale: map }) }
  /** Whether all these bits are set, by the constant's name and value. */
  bits(map: Record<string, number>): Ref { return this.with({ bits: map }) }
  /** Whether any of these bits is set. */
  anyBit(map: Record<string, number>): Ref { return this.with({ bits: map, any: true }) }
  /** True unless the value is this very one. */
  unless(value: Literal): Ref { return this.with({ unless: value }) }
  /** Whether it is given at all (not undefined, null or false). */
  present(): Ref { return this.with({ present: true }) }
  /** The scheme of a URL on to a scale. */
  scheme(map: Record<string, string>): Ref { return this.with({ scheme: map }) }
  /** The function's name in a C prototype. */
  symbol(): Ref { return this.with({ symbol: true }) }
  /** The file or variable a buffer was read from. */
  fileRead(): Ref { return this.with({ fileRead: true }) }
  /** What a function given here returns, whatever it is called with; the value itself when it is no function. */
  returned(): Ref { return this.with({ returns: true }) }
  /** Whether a number is greater than this. */
  greater(than: number): Ref { return this.with({ greater: than }) }
  /** Whether a text matches this regular expression. */
  matches(source: string): Ref { return this.with({ matches: source }) }
  /** What the first group of this regular expression finds in a text, in lower case; absent when it finds nothing. */
  extract(source: string): Ref { return this.with({ extract: source }) }
  /** The elements of a list that stand right after one that matches this regular expression: what a flag is given. */
  follows(source: string): Ref { return this.with({ follows: source }) }
  /** The texts of a list, with a space between them. */
  joined(): Ref { return this.with({ joined: true }) }
  /** The entry whose name stands under `*`. */
  named(): Ref { return this.with({ named: true }) }
  /** An argument of the call that made the value. */
  argument(index: number): Ref { return this.with({ argument: index }) }
  /** What the call that made the value was made on. */
  on(): Ref { return this.with({ on: true }) }
  /** The text that bytes, or a key, were made of. */
  text(): Ref { return this.with({ text: true }) }
  /** What is no thing of this kind cannot be told. */
  only(thing: string): Ref { return this.with({ only: thing }) }
  /** The library's own default. */
  otherwise(value: Literal): Ref { return new Ref(this.base, this.steps, { default: value }) }
  /** Where else to look when it is absent. */
  or(ref: Ref): Ref { return new Ref(this.base, this.steps, { ref: this.fallback && 'ref' in this.fallback ? this.fallback.ref.or(ref) : ref }) }
}

export const arg = (index: number): Ref => new Ref({ of: 'arg', index })
/** The arguments from an index on. */
export const args = (from: number): Ref => new Ref({ of: 'args', from })
/** The options object wherever it stands from an index on: overloads that skip arguments. */
export const among = (from: number): Ref => new Ref({ of: 'among', from })
/** A parameter of the handler or guard. */
export const param = (index: number): Ref => new Ref({ of: 'param', index })
/** All parameters of the handler from an index on. @public */
export const params = (index: number): Ref => new Ref({ of: 'param', index, from: true })
/** @public */
export const last = (kind: 'function' | 'object'): Ref => new Ref({ of: 'last', kind })
/** Argument n of the nearest call so named in the path. */
export const of = (name: string, index = 0): Ref => new Ref({ of: 'call', name, index })
/** Argument n of the call that is given the function whose parameter a path begins at, under a name of an object. */
export const giver = (index: number): Ref => new Ref({ of: 'giver', index })
/** The function that the type argument of the nearest call so named speaks of: `context<typeof createContext>()`. */
export const spoken = (name: string): Ref => new Ref({ of: 'spoken', name })
/** The arguments of all calls so named in the path, in order, and in the paths of what other calls, the joins, are given. */
export const steps = (name: string, ...joins: string[]): Ref => new Ref({ of: 'steps', name, joins })
/**
 * What earlier calls on the same object were given: middleware of an application, also of those it is given to in their
 * turn. `under` is the path that a call is about; one that has a path is about what lies under it. @public
 */
export const earlier = (by: Pattern, ref: Ref, under?: Ref): Ref => new Ref({ of: 'earlier', by, ref, ...(under && { under }) })
/** As `earlier`, in whatever order they stand: hooks that are put in place when the server starts. @public */
export const anytime = (by: Pattern, ref: Ref, under?: Ref): Ref => new Ref({ of: 'earlier', by, ref, ...(under && { under }), anytime: true })
/** What the same file assigns to something else of the library. */
export const assigned = (by: Pattern): Ref => new Ref({ of: 'assigned', by })
/** The name that stands under `*` in the pattern. */
export const star = new Ref({ of: 'star' })
/** What a decorator stands on: a class, or a method. */
export const decorated = new Ref({ of: 'decorated' })
/**
 * What decorators that fit a pattern are given, of those on the same thing, and on the class around it; also inside the
 * joins, calls that make one decorator of several.
 */
export const beside = (by: Pattern, ref: Ref, ...joins: Pattern[]): Ref => new Ref({ of: 'beside', by, ref, joins })
/** What the method was called on. @public */
export const receiver = new Ref({ of: 'receiver' })
/** The value that is assigned, or the object that has the entry. @public */
export const value = new Ref({ of: 'value' })
/** `this` of a handler. @public */
export const self = new Ref({ of: 'self' })
/** The very thing, whatever the code says. */
export const always = (fact: Literal): Ref => new Ref({ of: 'literal', value: fact })
/** The value in argument 0 was filled in by another call, at its argument `out`: look at that call. */
export const filledBy = (by: Pattern, out: number, ref: Ref): Ref => new Ref({ of: 'filled', by, out, ref })

/** Whether what a native call hands out at its argument `out` is used in this file, and only here, but never by these calls. */
export const lacks = (out: number, ...calls: Pattern[]): Ref => new Ref({ of: 'lacks', out, calls })

/** A row that counts only where these hold as well. */
export const where = <R extends Row>(row: R, ...conditions: Given[]): R => ({ ...row, if: [...conditions, ...[row.if ?? []].flat()] })

/** Where a server of Node is told to listen: at every address of the machine, if none is named. */
export const listening = (row: ListenerRow): ListenerRow[] => [
  { ...where(row, { ref: arg(0), kind: 'object' }), address: arg(0).option('host').or(arg(0).option('path').otherwise('0.0.0.0')) },
  { ...where(row, { ref: arg(0).matches('^[^\\d]'), is: true }), address: arg(0) },
  { ...where(row, { ref: arg(1), present: false }), address: always('0.0.0.0') }, { ...where(row, { ref: arg(1), kind: 'function' }), address: always('0.0.0.0') },
  { ...row, address: arg(1) },
]

/** Stands for a number without end in a description: JSON knows no `Infinity`. */
export const unlimited = '«unlimited»'

/** How a guard says yes. */
export interface Approval {
  /** It calls this; `returns` a truthy value, a falsy one, zero; or it `completes` without a throw. */
  pass: { calls: Ref; /** given something, it refuses: `next(error)` */ bare?: true; /** it is a generator, and run to its end */ yields?: true } | { returns: 'truthy' | 'falsy' | 'zero'; sync?: boolean } | 'completes' | 'work'
  /** It is called once, with what approves, and returns what is called each time: that sees the evidence. */
  curried?: true
  /** Functions inside it that are the real guards, by the member or builder method that takes them. */
  stages?: Record<string, { pass: { calls: Ref }; evidence: Ref[] }>
  /** It refuses nobody when all that it does with its caller, `on`, is to hand it to this call, with these hooks at most. */
  watches?: { on: Ref; by: Pattern; hooks: string[] }
  /** What it throws is lost on the way and counts as a yes, or ends the process. */
  thrown?: 'passes' | 'crashes'
  /** Native calls fill in what it looks at: no value it holds decides which of its answers it gives. */
  outs?: true
  /** Native code calls it on threads of its own. */
  threads?: true
}

/** A call that packs a function so that native code can call it. */
export interface Packing {
  function: Ref
  /** What becomes of what it throws: native code sees a zero, and then the process ends; a zero, and no more; or the process ends at once. */
  thrown?: 'zero' | 'lost' | 'ends'
  /** What a call by another thread comes to: `ends` the process, or is `unanswered`. */
  elsewhere?: Ref
}

export interface Given { ref: Ref; is?: Literal; kind?: 'string' | 'number' | 'object' | 'function' | 'array'; present?: boolean; credential?: boolean; /** a token or password is in it */ secret?: true; /** it is one of this kind */ thing?: string; /** it begins at an export of the library, under whatever name */ own?: true; /** the file also calls this */ also?: Pattern }

/**
 * Classes of the program that a generator writes: their methods are the library's own, whatever they do. A file that imports the library
 * and holds this text is one of its files, if it is named so; and so is one that is not there yet, by such a name alone.
 */
export interface Generated { holds: string; named?: string }

export type Thing = Pattern | {
  is: (Pattern | { pattern: Pattern; if: Given } | { given: Pattern; arg: number; param: number; /** under this name of an object */ option?: string; /** of a function with so many */ params?: number } | { generated: Generated })[]
  /** Calls that return a new object of the kind, and calls that return the same one. */
  chain?: string[]; self?: string[]
  /** Names of the declared types that are one. */
  type?: string[]
  /** It holds entries by name: methods that put one in, or all of another thing; that take one out; and that make a copy. */
  holds?: { entry: string[]; all?: string[]; out?: string[]; copy?: string }
  /** It says what has failed. */
  failure?: true
  /** Whoever gets one has a secret: what it is called in a report. */
  secret?: string
}

export interface Row {
  /** Where the things stand that one call tells of, if it tells of several, or of some that are written elsewhere: in such a row, `value` is each of them. */
  each?: Ref
  if?: Given | Given[]
  /** Keys of the framework's remedies that fit this row, by the advice that asks. */
  remedy?: Record<string, string>
}

export interface CredentialsWords {
  level?: Ref; provider?: Ref; floor?: Ref; ciphers?: Ref; renegotiates?: Ref; chain?: Ref; asks?: Ref; requires?: Ref; roots?: Ref
  /** A function that replaces the library's check of the server's name. */
  names?: Ref; namesPass?: Approval['pass']
  /** Whether the name in the server's certificate is compared at all. */
  named?: Ref
  key?: Ref; certificate?: Ref; mutual?: Ref; impersonation?: Ref; principal?: Ref; override?: Ref
  /** Credentials this one is made of, and what else comes with it that may refuse callers. */
  within?: Ref; guards?: Ref
}
export interface CredentialsRow extends Row, CredentialsWords {}
interface EndRow extends Row, CredentialsWords {
  /** Members of what is made that tell who the peer is: code that reads one decides for itself. */
  checkedBy?: string[]
  address?: Ref; credentials?: Ref; transport?: Ref
  /** Credentials that it is given take the place of its own, which protect: what to do is said of it, not of them. */
  overrides?: true
  /**
   * Options that this call does not read. `known`: everything under the prefix that it does read; `protects`: a regular expression that tells
   * those whose loss matters; `lacks`: names of limits that it has not at all; `misplaced`: name → where it belongs; `moves`: those
   * that only protect, whatever they are given, and the option under which they do. `against`: what the library adds by itself,
   * unless it is given this, and nothing works with both.
   */
  ignores?: ({ in: Ref; prefix?: string; lacks?: string[]; known?: string[]; protects?: string; bait?: Record<string, string>; misplaced?: Record<string, string>; moves?: { into: string; names: string[] } } | { what: Ref; name: string; instead?: string } | { what: Ref; name: string; against: string; unless: Ref })[]
}
export interface ChannelRow extends EndRow { /** headers, metadata and credentials that go with its calls */ secrets?: Ref | Ref[]; forwards?: Ref; /** whether cookies go with them, and whether all that goes with them becomes part of their address */ cookies?: Ref; inAddress?: Ref; /** what may give every call of the channel a deadline */ timed?: Ref; /** a list that one of a call takes the place of */ replaced?: Ref; /** methods that neither send nor receive, when they are given nothing, or one of these events */ silent?: Record<string, string[]>; /** functions among its options that are meant for a listener: nobody calls them */ uncalled?: Ref; /** calls on what is made that hear when time has run out: who hears of it may give up */ heard?: Pattern[] }
export interface ListenerRow extends EndRow {
  guard?: Ref; guardPass?: Approval; guardEvidence?: Ref[]
  secureOnly?: Ref; endpointSecurity?: Ref; /** whether every user of this machine may come in */ open?: Ref; everywhere?: true; registers?: true; /** The name of what tells a guard that a caller has no identity. */ nullSession?: string
  /** Calls on what is served by it, of which one must hear of errors: a message that cannot be read is one. */
  hears?: Pattern[]
  /** What fails when a request breaks off, and nobody catches that. */
  breaks?: Ref
  /** It opens an endpoint of the whole process. */
  opens?: true
  /** For what is served at every endpoint: what tells a guard by which of them a call came, and whether only calls of this machine are let in. */
  door?: { names: string[]; local: Ref }
  /**
   * Calls by which guards, and checks of what callers send, are given to all that is served here: made on what this call
   * makes. Those of what the call is made on count here only where `shared` holds.
   */
  given?: { guards: Pattern; checks: Pattern; shared?: Ref }
  /** The procedures that it serves, gathered; and functions that run before each of them, and may refuse a call by a throw. */
  serves?: Ref; mayRefuse?: Ref[]
}
export interface ProcedureRow extends Row {
  handler: Ref; name?: Ref
  changesState?: true
  guards?: Ref | Ref[]; guard?: Approval & { evidence: Ref[] }
  /** A list of guards that it has of its own, and the one of its router that this takes the place of. */
  overrides?: { own: Ref; of: Ref }
  /** Options of its router that do not hold for it once it has options of its own, unless they are among those: what they are then. */
  forgets?: { in: Ref; each: { name: string; own: Ref; of: Ref; is: Literal }[] }
  contract?: Ref
  /** What the peer controls, and where its input comes in past every contract. */
  peer: Ref[]; raw?: Ref[]
  /** Decorators that leave a parameter the peer's; any other makes something else of it. */
  marks?: Pattern[]
  /** Where checks of its input are given. */
  checks?: Ref | Ref[]
  /** What the handler may look at to know its caller, and what of it the caller merely claims. */
  evidence?: Ref[]; claims?: Ref[]
  /** What refuses a caller when it is called with an error. */
  refusal?: Ref
  /**
   * Declared types by which such a handler is known in a file that does not register it: its own, that of its first
   * parameter (with how many parameters a whole handler has), that of the object or class that holds it, and that of a
   * parameter that is given to every method of such a one.
   */
  types?: { handler?: string[]; given?: Record<string, number>; service?: string[]; context?: { names: string[]; at: number } }
  /** A handler whose rejection nobody catches; or one that is caught only if it does not answer by its last parameter. */
  rejection?: 'crashes' | 'answered' | 'called'
  /**
   * Functions that a handler gives to these methods of what is called, for these events, or first, where there are none, also
   * under this name of an object: what of them is the peer's. Nobody catches what they throw.
   */
  listens?: { on: Ref; by: string[]; events?: string[]; as?: string; peer: Ref[] }
  /** How it answers: with what it returns, or by calling something, in one way or another. */
  replies?: { returned: true } | Told | Told[]
}
type Told = { by: Ref } & ReplyWords
/** What callers are told. */
export interface ReplyWords {
  tells?: Ref | Ref[]
  /** A function that makes it of an error, and where it finds that. */
  made?: Ref; error?: Ref[]
  /** Where this holds, something failed inside: the message of an error is not meant for callers. */
  internal?: Given
}
export interface ReplyRow extends Row, ReplyWords { /** Whether every error brings its stack along, or what it says. */ stack?: Ref; says?: Ref }
export interface GuardRow extends Row, Approval { guard: Ref; evidence: Ref[]; claims?: Ref[]; /** as of a procedure */ raw?: Ref[]; /** what refuses a caller when it is called */ refusal?: Ref; /** calls whose result must be used: the receiver is not changed */ pure?: true; /** nobody makes one but to refuse somebody */ meant?: true
  /** A function with more parameters than this is told of errors, and is no guard. */
  params?: number
  /** It is meant to refuse only if it calls one of these with one of these. */
  denies?: { by: Ref[]; with: Literal[] }
  /** Calls on the same object that give it what is served, or a guard: nothing that came before this one is guarded by it. */
  order?: Pattern[]
  /** The function that makes what it looks at. */
  context?: Ref
}
export interface ContextRow extends Row, ContextWords { makes: Ref }
/** What of a call the caller merely claims, and what is its network address. */
export interface ContextWords { claims: Ref[]; endpoints?: Ref[] }
export interface CallRow extends Row {
  deadline?: Ref; unit?: 'until' | 'span'; secrets?: Ref | Ref[]; forwards?: Ref; except?: string[]; noCallback?: true
  /** The channel that it goes over, where the client is not made of that alone. */
  through?: Ref
  /** A list that takes the place of the channel's own. */
  replaces?: Ref
  /** Promises in what it gives that come with the answer: who waits for one of them waits for the whole. */
  gives?: string[]
  /** What else may give the call a deadline. */
  timed?: Ref | Ref[]
  /** What its channel is made with may end it: where that is not seen, it cannot be told whether anything does. */
  governed?: true
  /** It is one of many things that are called so; it counts while a peer waits for it. */
  inside?: true
  /**
   * It gives a stream. Calls, and methods of it, that wait for what comes; and the method that is given operators, with those
   * that wait as long as before: what any other does cannot be told.
   */
  stream?: { awaited: { calls: Pattern[]; methods: string[] }; steps: string; waits: Pattern[]; /** calls that make one of several, and wait for each of them */ joins?: Pattern[] }
}
/** Of several rows for one call, each that holds is a limit of its own. */
export interface LimitRow extends Row { bounds: string; of?: 'message' | 'batch' | 'state'; value: Ref; removed: (number | string)[]; above?: number }
/** Which pages may call with what their visitors are known by. */
export interface OriginRow extends Row {
  /** The origin that is answered, or what decides about it: texts, regular expressions, or a function that is told the origin and calls what it is told, with an error or an answer. */
  origin: Ref; decides?: { origin: Ref; by: Ref }
  /** Whether credentials come along. */
  credentials: Ref
  /** An answer that stands for the origin of whoever asks; what reads that origin out of a call. */
  everybody?: Literal; asked?: Pattern[]
  /** Nobody asks for it. */
  unasked?: true
}
/** A call that says whether something is good, and throws nothing; what its answer says, and under which name. */
export interface CheckRow extends Row { answers?: { in: string; good: string; bad: string[] } }
/** How a token that somebody shows is proven, or where the keys that prove tokens come from. */
export interface TokenRow extends Row {
  /** The token itself; left out where all tokens are meant. */
  token?: Ref
  /** A promise says what came of it. */
  later?: true
  /** What proves it, and the ways to prove it that are good. */
  key?: Ref; algorithms?: Ref
  /** Whether one that is too old is refused; and for whom, and by whom, it must have been made. */
  expires?: Ref; audience?: Ref; issuer?: Ref
  /** Whether the token itself brings the key. */
  carried?: Ref
  /** The address of the keys, and whether they travel from there in clear. */
  keys?: Ref; clear?: Ref
  ignores?: EndRow['ignores']
}
/** A call that takes a token apart, and proves nothing. */
export interface DecodeRow {
  token: Ref
  /** It does so only with what was cut out of a token: this entry of what such a call of it gives. */
  part?: { of: Pattern; entry: string }
  /** The entry of what it gives under which the claims may stand. */
  under?: string
}
export interface AdminRow extends Row { service: string; on: Ref; /** what of the server it tells its callers, if not what they can call; and where that is said */ tells?: string; shown?: Ref }
export interface NobodyRow extends Row { identity: Ref }
export interface SinkRow extends Row { data: Ref; kind: 'command' | 'path' | 'query' | 'url' | 'code' | 'pattern' | 'markup' | 'property' | 'dispatch' | 'size' | 'endpoint' }
export interface SwitchRow extends Row { turnsOff: 'verification' | 'validation' | 'serialization'; /** what turns it off, where that is one or several of what the call is given */ flags?: Ref[] }
/** A call after which the program acts as its caller: calls that end that. What it gives says whether it worked. */
export interface ImpersonationRow extends Row { ends: Pattern[] }

/** How a schema library is folded into a contract. Of several words the first that hold count. */
export interface Folding {
  /** Patterns that begin a schema → what it accepts. */
  base: Record<Pattern, SchemaWords | SchemaWords[]>
  /** Methods that go on from one. An unlisted one makes the shape unknown. */
  steps: Record<string, SchemaWords | SchemaWords[]>
}
export interface SchemaWords {
  if?: Given
  type?: 'string' | 'number' | 'array' | 'record' | 'object' | 'boolean' | 'closed' | 'anything' | 'other' | 'same'
  /** The entries of an object, the element of a list, or the schema it wraps. */
  fields?: Ref; element?: Ref; inner?: Ref
  /** The members of a list of fixed length. */
  items?: Ref
  /** Schemas of which one must hold, and one that must hold besides. */
  oneOf?: Ref; also?: Ref
  /** The entries that it keeps, or leaves out, of those that were there. */
  keeps?: Ref; drops?: Ref
  /** Entries that are not named pass as they come, or as this schema lets them. */
  loose?: true; rest?: Ref
  /** It has entries that are not seen. */
  more?: true
  /** It sets an upper bound. */
  bounded?: true
  /** What comes out lacks the methods of what it wraps: a bound goes before it. */
  wraps?: true
  /** It checks with code of the program: what it accepts cannot be told. */
  opaque?: true
  /** A function that makes something else of what was accepted. */
  makes?: Ref
}

/** The native function that an expression is. Where no library is named, its name and how many arguments it takes are proof enough. */
export interface StandIn { module?: Ref; name: Ref; args?: Ref }

export interface Framework {
  /** Package names, `globals`, or a native library `native:rpcrt4`. */
  module: string | string[]
  /** Further packages of the family: what comes from them is the library's own, but an import of one is no reason to read a file. */
  family?: string[]
  /** Its names, and its modules, are no reason to read a file: every other program uses them. */
  aside?: true
  /** The whole package is a transport to leave. */
  transport?: 'deprecated' | 'unusual'
  /** Versions whose sources the description was read in. */
  tested: string
  docs: string
  /** A package of the family that re-exports another's names. */
  things?: Record<string, Thing>
  /** An expression that *is* an export of another module: a function bound out of a native library. */
  stands?: Record<Pattern, StandIn>
  /** Endings of a native name that change nothing: A and W. */
  suffixes?: string[]
  /** How many arguments each native function takes: name and number are proof enough that a generated binding is meant. */
  functions?: Record<string, number>
  /** Calls that only pack a function so that native code can call it. */
  wraps?: Record<Pattern, Packing>
  /** Constants of the library by name, for programs that import them from a table. */
  credentials?: Record<Pattern, CredentialsRow | CredentialsRow[]>
  channels?: Record<Pattern, ChannelRow | ChannelRow[]>
  listeners?: Record<Pattern, ListenerRow | ListenerRow[]>
  procedures?: Record<Pattern, ProcedureRow | ProcedureRow[]>
  guards?: Record<Pattern, GuardRow | GuardRow[]>
  contexts?: Record<Pattern, ContextRow | ContextRow[]>
  /** Declared types of what such a function is given. */
  contextTypes?: Record<string, ContextWords>
  /** Calls, and decorators of classes, that gather procedures: where they stand. Methods of a class are gathered by their own decorators. */
  gathers?: Record<Pattern, Ref | Ref[]>
  /** Of these, where something is told that may refuse whatever is gathered. */
  refusers?: Record<Pattern, Ref>
  calls?: Record<Pattern, CallRow | CallRow[]>
  /** Declared types of classes, and the method of each that is called while a caller waits: for what it gives, too, and nothing else ends that. */
  waited?: Record<string, string>
  /** Checks that go by the class which a parameter is declared to be, and what else they may be told to go by. */
  shapes?: { by: Pattern[]; told: Ref }
  /** Decorators of what is handed in, and the name that they say; and where a channel has the name under which it is handed in. */
  injected?: { by: Pattern; name: Ref; as: Ref }
  /** Calls that say in what they give whether their arguments are good, and throw nothing. */
  checks?: Record<Pattern, CheckRow | CheckRow[]>
  /** Calls that say who a caller is of whom nothing else is known. */
  nobodies?: Record<Pattern, NobodyRow | NobodyRow[]>
  limits?: Record<Pattern, LimitRow | LimitRow[]>
  /** Limits by the name of an option that means the same in whatever object it is written, for options that are made in one place and used in another. */
  options?: Record<string, LimitRow>
  replies?: Record<Pattern, ReplyRow | ReplyRow[]>
  origins?: Record<Pattern, OriginRow | OriginRow[]>
  admins?: Record<Pattern, AdminRow | AdminRow[]>
  sinks?: Record<Pattern, SinkRow | SinkRow[]>
  switches?: Record<Pattern, SwitchRow | SwitchRow[]>
  impersonations?: Record<Pattern, ImpersonationRow | ImpersonationRow[]>
  tokens?: Record<Pattern, TokenRow | TokenRow[]>
  decodes?: Record<Pattern, DecodeRow>
  /** Calls that make a token. */
  signs?: Pattern[]
  contract?: Folding
  /** Calls that throw unless their arguments are good; calls, and functions given as guards, that refuse; calls that are no guard. */
  verifiers?: Pattern[]; trusted?: Pattern[]; harmless?: Pattern[]
  /** Calls that only read what they are made on, or given. */
  reads?: Pattern[]
  /** Calls that throw unless their arguments have the right form, and check no more. */
  throws?: Pattern[]
  /** Calls that turn peer data harmless: validators and escapers, and kinds of sink they are good for. */
  cleaners?: Record<Pattern, string[]>
  /** Expressions that are the caller's network address, or what its own certificate says before it was checked. */
  endpoints?: Pattern[]; unproven?: Pattern[]
  /**
   * Calls that ask a peer who it is. The answer is argument `out`, or the result; or, of a call that may ask anything, the
   * result and a parameter of the `callback`.
   */
  asksPeer?: Record<Pattern, { out?: number; callback?: number }>
  /** Calls that compare the name that is expected with what the peer proved. A name out of the proof itself proves nothing. */
  compares?: Record<Pattern, { name: Ref; proof: Ref }>
  /** Calls that give something new every time, and what it is made of. */
  fresh?: Record<Pattern, 'random' | 'counter' | 'clock' | 'chance'>
  /** Calls that only make bytes, or a key, of a text. */
  bytes?: Record<Pattern, Ref>
  /** The export that makes a handle nobody guesses, and the global object that has it, too. */
  handle?: { export: string; global: string }
  /** What to do, by key: an imperative sentence without its full stop. */
  remedies?: Record<string, string>
  /** The edits that go with remedies: replace an argument, add or remove an option. Of several, the first that fits. */
  edits?: Record<string, EditWords | EditWords[]>
}

export type EditWords =
  /** `$&` stands for what is there */
  | { replace: Ref; with: string; says: string }
  /** two values take each other's place */
  | { swap: [Ref, Ref]; says: string }
  /** a bit is set besides those that are */
  | { set: Ref; bit: number; says: string }
  | { remove: Ref; says: string }
  /** an option that is not there; `uses` names an export in it, which is imported where it is not */
  | { insert: Ref; option: string; uses?: { name: string; from: string }; says: string }
  | { append: string; at: number; says: string }
  /** options where none are given: last, but before a callback, after so many arguments, and one of a class of the library if it must come first */
  | { options: string; from: number; after?: string; says: string }
  /** of a call that nobody looks at: what it returns when it fails, as it is compared, and what is thrown then */
  | { throws: string; unless: string; says: string }
  /** another method of the same object is called: with nothing, or with as many arguments as there are */
  | { call: string; keeps?: number; says: string }
  /** a text that is written there begins otherwise */
  | { begin: Ref; with: Record<string, string>; says: string }

/** Names a description; the identity function, so that it is checked where it is written. */
export function framework(description: Framework): Framework { return description }
