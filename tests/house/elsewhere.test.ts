/** What stands in another file than the one that is linted: where it is said, how often, and until when it is believed. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as parser from '@typescript-eslint/parser'
import { ESLint } from 'eslint'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import plugin from '../../src/index.js'

let folder: string
beforeEach(() => { folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'elsewhere-'))) })
afterEach(() => { vi.useRealTimers(); rmSync(folder, { recursive: true }) })

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
}

async function findings(file: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, { ...plugin.configs.recommended, files: ['**/*.ts'] }] })
  const [{ messages }] = await eslint.lintFiles([file]) as [ESLint.LintResult]
  return messages.map(({ line, messageId, message }) => `${line} ${messageId}${/ \(see .*/.exec(message)?.[0] ?? ''}`)
}

it('is said with its file, and once in a file where one thing is wrong', async () => {
  write({
    'notify.ts': `
import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici'

setGlobalDispatcher(new EnvHttpProxyAgent())
export const notify = async (url: string, text: string) => { await fetch(url, { method: 'POST', body: text }) }
export const warn = async (text: string) => { await notify('https://hooks.example/warn', text) }
`,
    'router.ts': `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { notify, warn } from './notify'

const t = initTRPC.create()
const told = t.procedure.input(z.object({ text: z.string().max(100) }))
export const router = t.router({
  first: told.mutation(async ({ input }) => { await warn(input.text) }),
  second: told.mutation(async ({ input }) => { await warn(input.text) }),
  test: t.procedure.input(z.object({ url: z.string() })).mutation(async ({ input }) => { await notify(input.url, 'test') }),
})
`,
  })
  expect(await findings('router.ts')).toEqual(['9 endless elsewhere (see notify.ts).', '11 calls elsewhere (see notify.ts).'])
})

it('is asked anew when what another file imports has changed', async () => {
  write({
    'fallback.ts': "export const fallback = 'orders.example:443'\n",
    'client.ts': `
import * as grpc from '@grpc/grpc-js'
import { fallback } from './fallback'

export const connect = (address = fallback) => new grpc.Client(address, grpc.credentials.createInsecure())
`,
    'main.ts': "import { connect } from './client'\n\nconnect('stock.example:443')\n",
  })
  expect(await findings('client.ts')).toEqual(['5 plaintext'])
  expect(await findings('main.ts')).toEqual([]) // client.ts says it, whoever calls
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 }) // somebody typed for a minute
  write({ 'fallback.ts': "export const fallback = 'localhost:50051'\n" })
  expect(await findings('client.ts')).toEqual([])
  expect(await findings('main.ts')).toEqual(['3 plaintext elsewhere (see client.ts).'])
})
