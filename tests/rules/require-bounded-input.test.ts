import rule from '../../src/rules/require-bounded-input.js'
import { tester } from './tester.js'

const edit = { messageId: 'edit', data: { says: 'Bound it to 1000 characters' } }
const all = { messageId: 'edit', data: { says: 'Bound each of them to 1000 characters' } }

tester.run('require-bounded-input', rule, {
  invalid: [
    {
      name: 'text of any length',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const find = t.procedure.input(z.object({ text: z.string(), page: z.number().int() })).query(({ input }) => input.text)
`,
      errors: [
        { messageId: 'unbounded', data: { field: 'text' }, line: 6, column: 56, endLine: 6, endColumn: 66, suggestions: [{ ...edit, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const find = t.procedure.input(z.object({ text: z.string().max(1000), page: z.number().int() })).query(({ input }) => input.text)
` }] },
      ],
    },
    {
      name: 'several of one input are said once, with one edit for all',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const profile = z.object({
  name: z.string().trim().min(1),
  bio: z.string().optional(),
  id: z.uuid(),
})
export const save = t.procedure.input(profile).mutation(({ input }) => input.name)
`,
      errors: [
        { messageId: 'several', data: { field: 'name', more: '1' }, line: 7, column: 9, endLine: 7, endColumn: 33, suggestions: [{ ...all, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const profile = z.object({
  name: z.string().trim().min(1).max(1000),
  bio: z.string().max(1000).optional(),
  id: z.uuid(),
})
export const save = t.procedure.input(profile).mutation(({ input }) => input.name)
` }] },
      ],
    },
    {
      name: 'a list, and what is in it: how many is for the program to say',
      code: `
import { initTRPC } from '@trpc/server'
import * as z from 'zod'

const t = initTRPC.create()
export const tag = t.procedure.input(z.object({ tags: z.array(z.object({ name: z.string() })) })).mutation(({ input }) => input.tags.length)
`,
      errors: [
        { messageId: 'several', data: { field: 'tags', more: '1' }, line: 6, column: 55, endLine: 6, endColumn: 94, suggestions: undefined },
      ],
    },
    {
      name: 'an input that is text itself, and a schema that extends another',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const base = z.object({ id: z.uuid() })
export const router = t.router({
  echo: t.procedure.input(z.string()).query(({ input }) => input),
  rename: t.procedure.input(base.extend({ name: z.email() })).mutation(({ input }) => input.id),
})
`,
      errors: [
        { messageId: 'unbounded', data: { field: 'input' }, line: 8, column: 27, endLine: 8, endColumn: 37, suggestions: [{ ...edit, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const base = z.object({ id: z.uuid() })
export const router = t.router({
  echo: t.procedure.input(z.string().max(1000)).query(({ input }) => input),
  rename: t.procedure.input(base.extend({ name: z.email() })).mutation(({ input }) => input.id),
})
` }] },
        { messageId: 'unbounded', data: { field: 'name' }, line: 9, column: 49, endLine: 9, endColumn: 58, suggestions: [{ ...edit, output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const base = z.object({ id: z.uuid() })
export const router = t.router({
  echo: t.procedure.input(z.string()).query(({ input }) => input),
  rename: t.procedure.input(base.extend({ name: z.email().max(1000) })).mutation(({ input }) => input.id),
})
` }] },
      ],
    },
    {
      name: 'hardening adds a bound',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const echo = t.procedure.input(z.string()).query(({ input }) => input)
`,
      settings: { 'secure-rpc': { edits: 'hardening' } },
      output: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const echo = t.procedure.input(z.string().max(1000)).query(({ input }) => input)
`,
      errors: [
        { messageId: 'unbounded', data: { field: 'input' }, line: 6, column: 39, endLine: 6, endColumn: 49, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'bounds',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const MAX = 80
const input = z.object({ text: z.string().min(1).max(MAX), tags: z.array(z.string().length(3)).max(10), code: z.string().max(5).optional() })
export const find = t.procedure.input(input).query(({ input }) => input.text)
`,
    },
    {
      name: 'what has a form of its own',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const input = z.object({ id: z.uuid(), kind: z.enum(['a', 'b']), when: z.string().datetime(), done: z.boolean(), count: z.number() })
export const find = t.procedure.input(input).query(({ input }) => input.id)
`,
    },
    {
      name: 'patterns and checks of the program',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { isSlug } from './slugs.js'

const t = initTRPC.create()
export const find = t.procedure.input(z.object({ sku: z.string().regex(/^[A-Z]{3}$/), slug: z.string().refine(isSlug) })).query(({ input }) => input.sku)
`,
    },
    {
      name: 'schemas that are not seen',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { name } from './fields.js'

const t = initTRPC.create()
export const save = t.procedure.input(z.object({ name })).mutation(({ input }) => input.name)
`,
    },
    {
      name: 'a schema that no peer sends',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
const environment = z.object({ DATABASE_URL: z.string() }).parse(process.env)
export const about = t.procedure.output(z.string()).query(() => environment.DATABASE_URL.slice(0, 5))
`,
    },
  ],
})
