/** What all parts of the reader are handed. */
import type { Env, Evaluator, Module, Node, Value } from '../analysis/value.js'
import type { Framework } from '../frameworks/describe.js'
import type { Circumstance } from '../model/circumstance.js'
import type { Concept, Dictionary, Entry } from './dictionary.js'
import type { Entries } from './entries.js'
import type { Facts } from './facts.js'
import type { Handler } from './handlers.js'
import type { Match, Matcher } from './match.js'
import type { Secrets } from './secrets.js'
import type { CallLike, Sight } from './sight.js'

/** What the project told us in `settings['secure-rpc']`. */
export interface Settings {
  readonly localHosts: readonly string[]
}

/** A place of the code that fits a row of a description. */
export interface Occurrence<C extends Concept = Concept> extends Entry<C> {
  readonly match: Match; readonly node: Node; readonly env: Env
  /** It is one of several things that stand here. */
  readonly oneOf?: true
}

/** What all parts of the reader share while one file is read. */
export interface Reading {
  readonly module: Module
  readonly evaluator: Evaluator
  readonly matcher: Matcher
  readonly facts: Facts
  readonly dictionary: Dictionary
  readonly settings: Settings
  readonly sight: Sight
  all<C extends Concept>(concept: C): Occurrence<C>[]
  /** The functions that peers invoke. */
  handlers(): readonly Handler[]
  /** What a value was read out of: the allocation that a native call may have filled in. */
  holderOf(value: Value): Node | undefined
  /** The first row of a concept that a value fits. */
  fits<C extends Concept>(value: Value, concept: C, framework?: Framework): Occurrence<C> | undefined
  /** Whether a description says that this call, or function, refuses (`trusted`), or throws on bad arguments (`verifiers`), or on such of a bad form (`throws`). */
  vouches(list: 'trusted' | 'verifiers' | 'throws', value: Value): boolean
  when(node: Node, env: Env): Circumstance[]
  /** What a program put into an object, or into a thing of a library that holds entries. */
  readonly entries: Entries
  readonly secrets: Secrets
  /** Calls below a node, in the order of the source. */
  callsIn(module: Module, below: Node): CallLike[]
  isLinted(node: Node): boolean
}

export type { CallLike }
