/**
 * A fact of an RPC program: known, one of several, absent or unknown, with the place that shows it. Rules ask facts
 * questions; they never unpack them, so that "cannot be told" can never be mistaken for "no".
 */
import type { Circumstance } from './circumstance.js'

/** Where something was seen: a range of one file. In `trail` it may lie in another file than the linted one. */
export interface Place {
  readonly file: string
  /** The syntax node, opaque to rules. */
  readonly node: object
  readonly range: readonly [number, number]
  /** Whether it lies in the file that is being linted, so that it can be reported. */
  readonly linted: boolean
}

export type Answer = 'yes' | 'no' | 'unknown'

/** One thing a fact may be, and under which circumstances. */
export interface Arm<T> {
  readonly state: 'known' | 'absent' | 'unknown'
  /** Only when known. */
  readonly value?: T
  /** Why it is unknown, as the end of "… because …". */
  readonly reason?: string
  /** The library's own default, not written by the program. */
  readonly byDefault?: boolean
  readonly at: Place
  readonly when: readonly Circumstance[]
}

export class Fact<T> {
  constructor(
    /** At least one; several are alternatives. */
    readonly arms: readonly Arm<T>[],
    /** Places passed on the way from the use to the value, for the reader of a report. */
    readonly trail: readonly Place[] = [],
  ) {}

  static known<T>(value: T, at: Place, byDefault = false): Fact<T> {
    return new Fact([{ state: 'known', value, at, byDefault, when: [] }])
  }

  static absent<T>(at: Place): Fact<T> { return new Fact<T>([{ state: 'absent', at, when: [] }]) }

  static unknown<T>(reason: string, at: Place): Fact<T> { return new Fact<T>([{ state: 'unknown', reason, at, when: [] }]) }

  /** Where the fact is best pointed at. */
  get at(): Place { return this.arms[0]!.at }

  /** Whether the program says nothing and no default was described. */
  get isAbsent(): boolean { return this.arms.every(arm => arm.state === 'absent') }

  /** Whether the program itself wrote it: no default stands in. */
  get isWritten(): boolean { return this.arms.some(arm => arm.state === 'known' && !arm.byDefault) }

  /** The value, when there is only one and it is known. */
  get value(): T | undefined { return this.arms.length === 1 && this.arms[0]!.state === 'known' ? this.arms[0]!.value : undefined }

  /** Every value that is known. */
  get values(): T[] { return this.arms.flatMap(arm => arm.state === 'known' ? [arm.value as T] : []) }

  /** Does it hold whatever the program does? An absent or unknown arm leaves it open, a known one that fails decides. */
  every(test: (value: T) => boolean): Answer {
    if (this.arms.some(arm => arm.state === 'known' && !test(arm.value as T))) return 'no'
    return this.arms.every(arm => arm.state === 'known') ? 'yes' : 'unknown'
  }

  /** Is there an arm of which it surely holds? */
  some(test: (value: T) => boolean): Answer {
    if (this.arms.some(arm => arm.state === 'known' && test(arm.value as T))) return 'yes'
    return this.arms.every(arm => arm.state === 'known') ? 'no' : 'unknown'
  }

  /** Does it hold of no arm? */
  never(test: (value: T) => boolean): Answer { return this.every(value => !test(value)) }

  /** `every(test) === 'yes'`: the form rules use most, true only when it is certain. */
  surely(test: (value: T) => boolean): boolean { return this.every(test) === 'yes' }

  /** The arms for which it surely holds. */
  which(test: (value: T) => boolean): Arm<T>[] { return this.arms.filter(arm => arm.state === 'known' && test(arm.value as T)) }

  map<U>(change: (value: T) => U): Fact<U> {
    return new Fact(this.arms.map(arm => arm.state === 'known' ? { ...arm, value: change(arm.value as T) } : arm as Arm<never>), this.trail)
  }
}

/** Protection of a call, weakest first: the guide's authentication levels (section 3). */
export const levels = ['none', 'connect', 'call', 'packet', 'integrity', 'privacy'] as const
export type Level = typeof levels[number]

/** What a server may do with its caller's identity, least first (section 4). */
export const impersonations = ['anonymous', 'identify', 'impersonate', 'delegate'] as const
export type Impersonation = typeof impersonations[number]

export const tlsVersions = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
export type TlsVersion = typeof tlsVersions[number]

/** Whether `value` lies under `bound` on one of the scales above. */
export function below<S extends string>(scale: readonly S[], bound: S): (value: S) => boolean {
  return value => scale.indexOf(value) >= 0 && scale.indexOf(value) < scale.indexOf(bound)
}
