import { exec } from 'node:child_process'
import { readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '@acme/db'
import { z } from 'zod'
import { restart, status, tail } from './resolvers'
import { operator, router } from './trpc'

const unit = z.object({ unit: z.string().max(64) })
const fileName = z.object({ name: z.string().max(255) })
const search = z.object({ q: z.string().max(100), sort: z.enum(['title', 'id']) })

export const opsRouter = router({
  restart: operator.input(unit).mutation(restart), // ✗ no-peer-data-in-sink
  status: operator.input(unit).query(status),
  tail: operator.input(fileName).query(tail),

  download: operator.input(fileName).query(({ input }) =>
    readFile(join('/var/log/acme', input.name), 'utf8'), // ✗ no-peer-data-in-sink
  ),

  drop: operator.input(z.object({ dump: z.uuid() })).mutation(async ({ input }) => {
    await unlink(join('/var/backups', `${input.dump}.sql.gz`)) // ✓ a uuid cannot climb
  }),

  logs: operator.input(z.object({ service: z.enum(['api', 'worker']) })).query(({ input }) => {
    const child = exec(`journalctl -n 200 -u acme-${input.service}`) // ✓ one of two words
    return { pid: child.pid }
  }),

  find: operator.input(search).query(({ input }) =>
    db.$queryRawUnsafe(`SELECT id FROM "Post" WHERE title ILIKE '%${input.q}%'`), // ✗ no-peer-data-in-sink
  ),

  findSorted: operator.input(search).query(({ input }) => {
    const order = input.sort === 'title' ? 'title' : 'id'
    return db.$queryRawUnsafe(`SELECT id FROM "Post" WHERE title ILIKE $1 ORDER BY ${order}`, `%${input.q}%`) // ✓
  }),

  tagged: operator.input(search).query(({ input }) =>
    db.$queryRaw`SELECT id FROM "Post" WHERE title = ${input.q}`, // ✓ a parameter
  ),
})
