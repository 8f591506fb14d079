import { arg, framework, type SchemaWords } from './describe.js'

const same: SchemaWords = { type: 'same' }
const wrapped: SchemaWords = { type: 'same', wraps: true }
const opaque: SchemaWords = { opaque: true }
const closed: SchemaWords = { type: 'closed' }
const bounded: SchemaWords = { bounded: true }
const text: SchemaWords = { type: 'string' }
const number: SchemaWords = { type: 'number' }

/** What each constructor accepts (zod 3.25 and 4.6, read in the packages). */
const base: Record<string, SchemaWords> = {
  string: text, email: text, url: text, base64: text, jwt: text, number, int: number, bigint: number, boolean: { type: 'boolean' }, date: closed,
  uuid: closed, guid: closed, ulid: closed, cuid: closed, cuid2: closed, nanoid: closed, ipv4: closed, ipv6: closed, enum: closed, nativeEnum: closed, literal: closed, null: closed, undefined: closed, void: closed, never: closed, nan: closed,
  any: { type: 'anything' }, unknown: { type: 'anything' },
  object: { type: 'object', fields: arg(0) }, strictObject: { type: 'object', fields: arg(0) }, looseObject: { type: 'object', fields: arg(0) },
  array: { type: 'array', element: arg(0) }, set: { type: 'array', element: arg(0) }, record: { type: 'record' },
  optional: { inner: arg(0) }, nullable: { inner: arg(0) }, nullish: { inner: arg(0) },
}

/** Schemas of zod 3 and 4. */
export const zod = framework({
  module: ['zod', 'zod/v3', 'zod/v4', 'zod/mini'], tested: '3.25 - 4.6', docs: 'https://zod.dev',
  contract: {
    base: {
      ...Object.fromEntries(Object.entries(base).flatMap(([name, words]) => [[`z.${name}()`, words], [`${name}()`, words]])),
      ...Object.fromEntries(['string', 'number', 'boolean', 'bigint', 'date'].flatMap(name => [[`z.coerce.${name}()`, base[name]!], [`coerce.${name}()`, base[name]!]])),
    },
    steps: {
      optional: wrapped, nullable: wrapped, nullish: wrapped, describe: same, meta: same, brand: wrapped, readonly: wrapped, default: wrapped, catch: wrapped, prefault: wrapped, trim: same, toLowerCase: same, toUpperCase: same, nonempty: same, min: same, gt: same, gte: same, positive: same, nonnegative: same, int: same, finite: same, safe: same, multipleOf: same, startsWith: same, endsWith: same, includes: same, email: same, url: same, strict: same, strip: same, passthrough: same, loose: same, required: same, partial: same, step: same, unwrap: same,
      max: bounded, length: bounded, size: bounded, lt: bounded, lte: bounded,
      uuid: closed, ulid: closed, cuid: closed, cuid2: closed, nanoid: closed, datetime: closed, date: closed, time: closed, ip: closed, cidr: closed,
      regex: { ...opaque }, refine: opaque, superRefine: opaque, transform: { type: 'other' }, pipe: { type: 'other' }, check: opaque, and: opaque, or: opaque,
      extend: { fields: arg(0) }, safeExtend: { fields: arg(0) }, array: { type: 'array' },
    },
  },
})
