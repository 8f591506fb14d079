import { arg, framework, type SchemaWords } from './describe.js'

const same: SchemaWords = { type: 'same' }
const wrapped: SchemaWords = { type: 'same', wraps: true }
const opaque: SchemaWords = { opaque: true }
const closed: SchemaWords = { type: 'closed' }
const bounded: SchemaWords = { bounded: true }
const text: SchemaWords = { type: 'string' }
const number: SchemaWords = { type: 'number' }
const other: SchemaWords = { type: 'other' }
const loose: SchemaWords = { loose: true }
const inner: SchemaWords = { inner: arg(0) }
const each = (words: SchemaWords, ...names: string[]): Record<string, SchemaWords> => Object.fromEntries(names.map(name => [name, words]))

/** What each constructor accepts (read in zod 3.25 and 4.6, and run). `cuid` and the dates of `iso` are closed in what they are made of, not in how long they are. */
const base: Record<string, SchemaWords | SchemaWords[]> = {
  ...each(text, 'string', 'email', 'url', 'httpUrl', 'base64', 'base64url', 'jwt', 'emoji', 'hex', 'hostname', 'ostring'),
  ...each(number, 'number', 'int', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64', 'bigint', 'onumber'),
  ...each({ type: 'boolean' }, 'boolean', 'stringbool', 'oboolean'),
  ...each(closed, 'uuid', 'uuidv4', 'uuidv6', 'uuidv7', 'guid', 'ulid', 'cuid', 'cuid2', 'nanoid', 'xid', 'ksuid', 'ipv4', 'ipv6', 'cidrv4', 'cidrv6', 'mac', 'e164', 'iban', 'date', 'enum', 'nativeEnum', 'literal', 'keyof', 'null', 'undefined', 'void', 'never', 'nan', 'symbol'),
  ...each({ type: 'anything' }, 'any', 'unknown'),
  ...each(other, 'instanceof', 'file', 'function', 'templateLiteral', 'stringFormat'),
  object: { type: 'object', fields: arg(0) }, strictObject: { type: 'object', fields: arg(0) }, looseObject: { type: 'object', fields: arg(0), loose: true },
  array: { type: 'array', element: arg(0) }, set: { type: 'array', element: arg(0) }, tuple: { type: 'array', items: arg(0), bounded: true },
  record: { type: 'record', element: arg(1).or(arg(0)) }, partialRecord: { type: 'record', element: arg(1) }, looseRecord: { type: 'record', element: arg(1) }, map: { type: 'record', element: arg(1) },
  ...each(inner, 'optional', 'exactOptional', 'nullable', 'nullish', 'nonoptional', 'readonly', 'promise', 'prefault'),
  lazy: { inner: arg(0).returned() }, preprocess: { inner: arg(1) },
  pipe: [{ if: { ref: arg(1), present: true }, inner: arg(1) }], pipeline: { inner: arg(1) }, codec: { inner: arg(1) },
  union: { oneOf: arg(0) }, xor: { oneOf: arg(0) }, discriminatedUnion: { oneOf: arg(1) }, intersection: { inner: arg(0), also: arg(1) },
  // without a predicate there is nothing that could fail
  custom: [{ if: { ref: arg(0), present: false }, type: 'anything' }, { type: 'anything', opaque: true }],
}

/** Schemas of zod 3 and 4. */
export const zod = framework({
  module: ['zod', 'zod/v3', 'zod/v4', 'zod/mini'], tested: '3.25 - 4.6', docs: 'https://zod.dev',
  contract: {
    base: {
      ...Object.fromEntries(Object.entries(base).flatMap(([name, words]) => [[`z.${name}()`, words], [`${name}()`, words]])),
      ...Object.fromEntries(['string', 'number', 'boolean', 'bigint', 'date'].flatMap(name => [[`z.coerce.${name}()`, base[name]!], [`coerce.${name}()`, base[name]!]])),
      ...Object.fromEntries(['date', 'time', 'datetime', 'duration'].flatMap(name => [[`z.iso.${name}()`, closed], [`iso.${name}()`, closed]])),
    },
    steps: {
      ...each(wrapped, 'optional', 'exactOptional', 'nullable', 'nullish', 'nonoptional', 'brand', 'readonly', 'default', 'catch', 'prefault', 'promise'),
      ...each(same, 'describe', 'meta', 'register', 'clone', 'trim', 'normalize', 'toLowerCase', 'toUpperCase', 'slugify', 'lowercase', 'uppercase', 'nonempty', 'min', 'gt', 'gte', 'positive', 'nonnegative', 'int', 'finite', 'safe', 'multipleOf', 'step', 'startsWith', 'endsWith', 'includes', 'email', 'url', 'emoji', 'base64', 'base64url', 'jwt', 'strict', 'nonstrict', 'strip', 'required', 'partial', 'deepPartial', 'exactPartial', 'unwrap'),
      ...each(bounded, 'max', 'length', 'size', 'lt', 'lte', 'negative', 'nonpositive'),
      ...each(closed, 'uuid', 'uuidv4', 'uuidv6', 'uuidv7', 'guid', 'ulid', 'cuid', 'cuid2', 'nanoid', 'xid', 'ksuid', 'datetime', 'date', 'time', 'duration', 'ip', 'ipv4', 'ipv6', 'cidr', 'cidrv4', 'cidrv6', 'e164', 'keyof'),
      ...each(opaque, 'regex', 'refine', 'refinement', 'superRefine', 'check', 'with', 'overwrite'),
      transform: { makes: arg(0) }, pipe: inner, or: { oneOf: arg(0) }, and: { also: arg(0) }, merge: { also: arg(0) },
      extend: { fields: arg(0) }, safeExtend: { fields: arg(0) }, augment: { fields: arg(0) }, pick: { keeps: arg(0) }, omit: { drops: arg(0) },
      passthrough: loose, loose, catchall: { rest: arg(0) }, rest: { rest: arg(0) }, array: { type: 'array' },
    },
  },
})
