import rule from '../../src/rules/require-argument-validation.js'
import { tester } from './tester.js'

const remedy = 'Give `.input()` a schema that says what each field may be'

tester.run('require-argument-validation', rule, {
  invalid: [
    {
      name: 'a schema for anything',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const router = t.router({ save: t.procedure.input(z.any()).mutation(({ input }) => input) })
`,
      errors: [{ messageId: 'nothing', data: { remedy }, line: 6, column: 58, endLine: 6, endColumn: 65, suggestions: undefined }],
    },
    {
      name: 'a cast in the clothes of a validator',
      code: `
import { initTRPC } from '@trpc/server'
import type { Order } from './types.js'

const t = initTRPC.context<{ user: string }>().create()
const member = t.procedure.use(({ ctx, next }) => next({ ctx }))

export const place = member.input((value: unknown) => value as Order).mutation(({ input }) => input.id)
`,
      errors: [{ messageId: 'nothing', data: { remedy }, line: 8, column: 35, endLine: 8, endColumn: 55, suggestions: undefined }],
    },
    {
      name: 'a schema in a variable that is optional on top',
      code: `
import { initTRPC } from '@trpc/server'
import * as z from 'zod/v4'

const t = initTRPC.create()
const anything = z.unknown().optional()

export class Routers {
  readonly notes = t.router({ add: t.procedure.input(anything).mutation(({ input }) => JSON.stringify(input)) })
}
`,
      errors: [{ messageId: 'nothing', data: { remedy }, line: 6, column: 18, endLine: 6, endColumn: 40, suggestions: undefined }],
    },
    {
      name: 'a named function that hands back what it gets',
      code: `
import { initTRPC } from 'trpc-server-10'

const t = initTRPC.create()

function asOrder(value: unknown) {
  return value as { id: string }
}

export const cancel = t.procedure.input(asOrder).mutation(({ input }) => input.id)
`,
      errors: [{ messageId: 'nothing', data: { remedy }, line: 6, column: 1, endLine: 6, endColumn: 34, suggestions: undefined }],
    },
    {
      name: 'stubs of Windows RPC that check nothing',
      code: `
import { spawnSync } from 'node:child_process'

export const compile = (idl: string) => spawnSync('midl.exe', ['/nologo', '/no_robust', '/Oicf', idl])
`,
      errors: [{
        messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 4, column: 75, endLine: 4, endColumn: 87,
        suggestions: [{ messageId: 'edit', data: { says: 'Leave this switch out' }, output: `
import { spawnSync } from 'node:child_process'

export const compile = (idl: string) => spawnSync('midl.exe', ['/nologo', '/Oicf', idl])
` }],
      }],
    },
    {
      name: 'several switches, in a list of their own, with a path to the compiler',
      code: `
import { execFile } from 'child_process'

const legacy = ['-Os', '-target', 'nt40', '-error', 'none']
execFile('C:\\\\Kits\\\\bin\\\\MIDL.EXE', [...legacy, 'vault.idl'], () => {})
`,
      errors: [
        { messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 4, column: 17, endLine: 4, endColumn: 22, suggestions: [{ messageId: 'edit', data: { says: 'Leave this switch out' }, output: `
import { execFile } from 'child_process'

const legacy = ['-target', 'nt40', '-error', 'none']
execFile('C:\\\\Kits\\\\bin\\\\MIDL.EXE', [...legacy, 'vault.idl'], () => {})
` }] },
        { messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 4, column: 35, endLine: 4, endColumn: 41, suggestions: undefined },
        { messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 4, column: 53, endLine: 4, endColumn: 59, suggestions: undefined },
      ],
    },
    {
      name: 'a command line',
      code: `
import { exec, execSync } from 'node:child_process'

exec('"C:/Kits/midl.exe" /nologo /NO_ROBUST vault.idl')
execSync(\`midl /out build /error none \${process.argv[2]}\`)
`,
      errors: [
        { messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 4, column: 6, endLine: 4, endColumn: 55, suggestions: undefined },
        { messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 5, column: 10, endLine: 5, endColumn: 58, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'a schema that says what comes',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const save = t.procedure.input(z.object({ id: z.uuid(), done: z.boolean() })).mutation(({ input }) => input.done)
`,
    },
    {
      name: 'a function that throws',
      code: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.create()
export const save = t.procedure.input((value: unknown) => {
  if (typeof value !== 'string' || value.length > 100) throw new TypeError('text expected')
  return value
}).mutation(({ input }) => input)
`,
    },
    {
      name: 'a function that leaves the checking to another',
      code: `
import { initTRPC } from '@trpc/server'
import { assertOrder } from './orders.js'

const t = initTRPC.create()
export const save = t.procedure.input((value: unknown) => {
  assertOrder(value)
  return value
}).mutation(({ input }) => input)
`,
    },
    {
      name: 'a schema with a check of its own',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { isOrder } from './orders.js'

const t = initTRPC.create()
export const save = t.procedure.input(z.unknown().refine(isOrder)).mutation(({ input }) => input)
`,
    },
    {
      name: 'a schema of a file that is not there, or of a package that is not known',
      code: `
import { initTRPC } from '@trpc/server'
import { type } from 'arktype'
import { order } from './missing.js'

const t = initTRPC.create()
export const one = t.procedure.input(order).mutation(({ input }) => input)
export const two = t.procedure.input(type({ id: 'string' })).mutation(({ input }) => input)
`,
    },
    {
      name: 'no input, and an output of any shape',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

const t = initTRPC.create()
export const now = t.procedure.output(z.any()).query(() => Date.now())
`,
    },
    {
      name: 'a schema for something else',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

export const t = initTRPC.create()
export const cache = z.record(z.string(), z.any())
`,
    },
    {
      name: 'stubs of Windows RPC as MIDL makes them by itself',
      code: `
import { execSync, spawn, spawnSync } from 'node:child_process'

spawn('midl', ['/nologo', '/robust', '/Oicf', '/target', 'NT100', 'vault.idl'])
spawnSync('midl', ['/Oi', '/Oicf', '/error', 'all', 'vault.idl'])
execSync('midl /nologo no_robust.idl')
`,
    },
    {
      name: 'another compiler, and switches that are chosen elsewhere',
      code: `
import { spawnSync } from 'node:child_process'

spawnSync('midlrt', ['/no_robust', 'vault.idl'])
spawnSync('notmidl.exe', ['/no_robust', 'vault.idl'])
export const compile = (tool: string, ...flags: string[]) => [spawnSync(tool, ['/no_robust']), spawnSync('midl', flags)]
`,
    },
    {
      name: 'a function that is only called alike',
      code: `
import { spawnSync } from './fake.js'

spawnSync('midl', ['/no_robust', 'vault.idl'])
`,
    },
  ],
})
