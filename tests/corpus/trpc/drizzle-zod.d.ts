// Schemas of tables, as far as these programs use them.
declare module 'drizzle-zod' {
  import type { z } from 'zod'
  export function createInsertSchema<T extends object>(table: T): z.ZodObject<{ [K in keyof T]: z.ZodString }>
  export function createSelectSchema<T extends object>(table: T): z.ZodObject<{ [K in keyof T]: z.ZodString }>
  export function createUpdateSchema<T extends object>(table: T): z.ZodObject<{ [K in keyof T]: z.ZodOptional<z.ZodString> }>
}
