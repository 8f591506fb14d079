/** What all parts of the reader are handed. */
import type { Condition, Env, Evaluator, FunctionValue, Module, Node, Value } from '../analysis/value.js'
import type { Framework, Pattern, Ref } from '../frameworks/describe.js'
import type { Circumstance } from '../model/circumstance.js'
import type { Fact, Place } from '../model/fact.js'
import type { Decorators } from './decorators.js'
import type { Concept, Dictionary, Entry, Vouching } from './dictionary.js'
import type { Facts, Found } from './facts.js'
import type { Match, Matcher } from './match.js'
import type { CallLike, Sight } from './sight.js'

/** What the project told us in `settings['secure-rpc']`. */
export interface Settings {
  readonly localHosts: readonly string[]
}

/** A place of the code that fits a row of a description. */
export interface Occurrence<C extends Concept = Concept> extends Entry<C> {
  readonly match: Match; readonly node: Node; readonly env: Env
  /** It is one of several things that stand here: how many, and when it is this one. */
  readonly oneOf?: { readonly count: number; readonly when: readonly Condition[] }
}

/** A function that peers invoke. */
export interface Handler {
  readonly occurrence: Occurrence<'procedures'>
  /** Undefined when it cannot be told what was registered. */
  readonly value: Value | undefined
  readonly name: string | undefined
  readonly at: Node
  /** Known by its declared types alone: who registers it, and what stands before it, is not seen. */
  readonly declared?: true
}

/** What was put in. */
export interface Content {
  /** Each entry with what wrote it, and others of which everything was put in. */
  readonly named: readonly { readonly name: string; readonly value: Value; readonly at: Node }[]
  readonly wholes: readonly { readonly value: Value; readonly at: Node }[]
  /** Names of entries that were taken out. */
  readonly removed: ReadonlySet<string>
}

/** What a program put, by name, into an object or into a thing of a library that holds entries. */
export interface Entries {
  of(value: Value, use: Node, env: Env): Content
  isHolder(value: Value): boolean
  /** Whether a method of this name puts an entry into something that holds them. */
  puts(method: string): boolean
}

/** Tokens, passwords and other secrets among the things that travel with calls. */
export interface Secrets {
  /** The first secret that these lead to: its name, where it was put in. */
  of(refs: Ref | readonly Ref[] | undefined, occurrence: Occurrence): Fact<string>
  /** A secret inside a value, used by a node. */
  within(value: Value, use: Node, env: Env): { name: string; at: Node | undefined } | undefined
}


/** What an object is given, in the order in which the program runs. */
export interface Order {
  earlier(from: Extract<Ref['base'], { of: 'earlier' }>, match: Match): Found[]
  /** Whether an object was given something to serve before a call, and after it, by all that is seen, nothing any more. */
  late(match: Match, by: readonly Pattern[], serves: (value: Value) => boolean): boolean
}

/** What all parts of the reader share while one file is read. */
export interface Reading {
  readonly module: Module
  readonly evaluator: Evaluator
  readonly matcher: Matcher
  readonly facts: Facts
  readonly dictionary: Dictionary
  readonly settings: Settings
  sightOf(module: Module): Sight
  all<C extends Concept>(concept: C): Occurrence<C>[]
  /** The functions that peers invoke. */
  handlers(): readonly Handler[]
  /** Whether a call is one of this native function, with or without the ending of its name, or fits the pattern. */
  calls(value: Extract<Value, { kind: 'call' }>, pattern: string, framework: Framework): boolean
  /** What a value was read out of: the allocation that a native call may have filled in. */
  holderOf(value: Value): Node | undefined
  /** The first row of a concept that a value fits. */
  fits<C extends Concept>(value: Value, concept: C, framework?: Framework): Occurrence<C> | undefined
  /** A function as it is when nobody is seen to call it: given its own parameters. One environment for all who ask. */
  inside(fn: FunctionValue): Env
  /** Whether a description has a call, or function, on one of these lists. */
  vouches(list: Vouching, value: Value): boolean
  /** Whether any description says so of anything: if none does, nobody need look. */
  vouching(list: Vouching): boolean
  /** The conditions under which a node is reached, from the outermost function that is not handed to something; and in the words of advice. */
  conditions(node: Node, env: Env): Condition[]
  when(node: Node, env: Env): Circumstance[]
  /** What a program put into an object, or into a thing of a library that holds entries. */
  readonly entries: Entries
  readonly secrets: Secrets
  /** What came before a call on its object, and what after. */
  readonly order: Order
  readonly decorators: Decorators
  /** The channels that a call tells of as things among others, in whatever file it stands, each with the member of a list that says so. */
  channelsOf(call: CallLike, env: Env): { channel: Occurrence<'channels'>; member: Value }[]
  /** Calls below a node, in the order of the source. */
  callsIn(below: Node): readonly CallLike[]
  isLinted(node: Node): boolean
  /** The node itself where the linted file shows it, else the call of that file that led to it. */
  shown(node: Node, env: Env): Node
  /** A place, and the calls that led to it, the last one in the linted file. */
  trail(node: Node, env: Env): Place[]
}

export type { CallLike }
