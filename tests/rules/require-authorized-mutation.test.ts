import rule from '../../src/rules/require-authorized-mutation.js'
import { tester } from './tester.js'

const init = `
import { initTRPC, TRPCError } from '@trpc/server'
import { db } from './db.js'

const t = initTRPC.context<{ user?: { id: string } }>().create()
const member = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { user: ctx.user } })
})
`

tester.run('require-authorized-mutation', rule, {
  invalid: [
    {
      name: 'one of two was forgotten',
      code: `${init}
export const posts = t.router({
  add: member.mutation(({ ctx }) => db.posts.add(ctx.user.id)),
  clear: t.procedure.mutation(() => db.posts.clear()),
})
`,
      errors: [{ messageId: 'unguarded', line: 13, column: 31, endLine: 13, endColumn: 37, suggestions: undefined }],
    },
    {
      name: 'a guard whose result nobody takes does not count',
      code: `${init}
const open = t.procedure
open.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})
export const posts = t.router({
  list: member.query(() => db.posts.all()),
  clear: open.mutation(async () => {
    await db.posts.clear()
  }),
})
`,
      errors: [{ messageId: 'unguarded', line: 18, column: 24, endLine: 18, endColumn: 36, suggestions: undefined }],
    },
    {
      name: 'a handler with a name',
      code: `${init}
async function archive() {
  await db.posts.archive()
}

export const posts = t.router({ list: member.query(() => db.posts.all()), archive: t.procedure.mutation(archive) })
`,
      errors: [{ messageId: 'unguarded', line: 11, column: 1, endLine: 11, endColumn: 26, suggestions: undefined }],
    },
    {
      name: 'what measures does not guard',
      code: `${init}
const timed = t.procedure.use(async ({ next }) => {
  const started = Date.now()
  const result = await next()
  console.log(Date.now() - started)
  return result
})
export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: timed.mutation(() => db.posts.clear()) })
`,
      errors: [{ messageId: 'unguarded', line: 17, column: 99, endLine: 17, endColumn: 105, suggestions: undefined }],
    },
    {
      name: 'next to a guard of a package that the settings trust',
      code: `
import { initTRPC } from '@trpc/server'
import { requireUser } from '@acme/auth'
import { db } from './db.js'

const t = initTRPC.create()
const member = t.procedure.use(requireUser)
export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: t.procedure.mutation(() => db.posts.clear()) })
`,
      settings: { 'secure-rpc': { trustedGuards: ['@acme/auth#requireUser'] } },
      errors: [{ messageId: 'unguarded', line: 8, column: 105, endLine: 8, endColumn: 111, suggestions: undefined }],
    },
    {
      name: 'next to middleware that calls such a guard',
      code: `
import { initTRPC } from '@trpc/server'
import { guards } from '@acme/auth'
import { db } from './db.js'

const t = initTRPC.create()
const member = t.procedure.use(async opts => {
  await guards.requireUser()
  return opts.next()
})
export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: t.procedure.mutation(() => db.posts.clear()) })
`,
      settings: { 'secure-rpc': { trustedGuards: ['@acme/auth#guards.requireUser'] } },
      errors: [{ messageId: 'unguarded', line: 11, column: 105, endLine: 11, endColumn: 111, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'code that the handler hands its input to may refuse',
      code: `${init}
function unsubscribe(token: string) {
  const subscriber = db.subscribers.byToken(token)
  if (!subscriber) throw new TRPCError({ code: 'NOT_FOUND' })
  return db.subscribers.remove(subscriber)
}
export const posts = t.router({
  add: member.mutation(({ ctx }) => db.posts.add(ctx.user.id)),
  leave: t.procedure.input(String).mutation(({ input }) => unsubscribe(input)),
})
`,
    },
    {
      name: 'both are guarded',
      code: `${init}
export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: member.mutation(() => db.posts.clear()) })
`,
    },
    {
      name: 'what only reads may be open',
      code: `${init}
export const posts = t.router({ add: member.mutation(() => db.posts.add()), list: t.procedure.query(() => db.posts.all()) })
`,
    },
    {
      name: 'a handler that decides itself',
      code: `${init}
export const posts = t.router({
  add: member.mutation(() => db.posts.add()),
  clear: t.procedure.mutation(({ ctx }) => {
    if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
    return db.posts.clear()
  }),
})
`,
    },
    {
      name: 'nothing is guarded here: a public service',
      code: `
import { initTRPC } from '@trpc/server'
import { db } from './db.js'

const t = initTRPC.create()
export const guestbook = t.router({ sign: t.procedure.mutation(() => db.guests.add()), list: t.procedure.query(() => db.guests.all()) })
`,
    },
    {
      name: 'a builder from a file that is not seen',
      code: `${init}
import { procedure } from './trpc-base.js'

export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: procedure.mutation(() => db.posts.clear()) })
`,
    },
    {
      name: 'a guard that cannot be told',
      code: `${init}
import { audit } from '@acme/audit'

export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: t.procedure.use(audit).mutation(() => db.posts.clear()) })
`,
    },
    {
      name: 'middleware that leaves everything to a package guards nothing that is known',
      code: `
import { initTRPC } from '@trpc/server'
import { audit } from '@acme/audit'
import { db } from './db.js'

const t = initTRPC.create()
const audited = t.procedure.use(opts => audit(opts))
export const posts = t.router({ add: audited.mutation(() => db.posts.add()), clear: t.procedure.mutation(() => db.posts.clear()) })
`,
    },
    {
      name: 'a handler that calls a guard which the settings trust',
      code: `${init}
import { requireUser } from '@acme/auth'

export const posts = t.router({
  add: member.mutation(() => db.posts.add()),
  clear: t.procedure.mutation(async ({ ctx }) => {
    await requireUser(ctx)
    await db.posts.clear()
  }),
})
`,
      settings: { 'secure-rpc': { trustedGuards: ['@acme/auth#requireUser'] } },
    },
    {
      name: 'a guard of a package that the settings trust',
      code: `
import { initTRPC } from '@trpc/server'
import { requireUser } from '@acme/auth'
import { db } from './db.js'

const t = initTRPC.create()
const member = t.procedure.use(async opts => {
  await requireUser(opts.ctx)
  return opts.next()
})
export const posts = t.router({ add: member.mutation(() => db.posts.add()), clear: member.mutation(() => db.posts.clear()) })
`,
      settings: { 'secure-rpc': { trustedGuards: ['@acme/auth#requireUser'] } },
    },
  ],
})
