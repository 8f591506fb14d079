import { framework, type SchemaWords } from './describe.js'

/** What a table lets in is written where the table is. */
const row: SchemaWords = { type: 'object', more: true }

/** Schemas of zod that are made of tables of drizzle. */
export const drizzleZod = framework({
  module: 'drizzle-zod', aside: true, tested: '0.8', docs: 'https://orm.drizzle.team/docs/zod',
  contract: { base: { 'createInsertSchema()': row, 'createSelectSchema()': row, 'createUpdateSchema()': row }, steps: {} },
})
