import { execFile, execSync } from 'node:child_process'
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { bindingFrom, compose, queryStatus, setAuth, setOption } from './native'

const t = initTRPC.context<{ operator: string | null }>().create()
const operator = t.procedure.use(({ ctx, next }) => {
  if (ctx.operator === null) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { operator: ctx.operator } })
})

const QOS = new Uint32Array([1, 1, 0, 2])
const HOSTS = new Set(['app1.corp.example', 'app2.corp.example'])
const target = z.object({ host: z.string().max(253), service: z.string().max(80) })

function authenticated(binding: unknown, host: string) {
  setOption(binding, 12, 3_000)
  if (setAuth(binding, `host/${host}`, 6, 16, null, 0, QOS) !== 0) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR' })
  return binding
}

export const gatewayRouter = t.router({
  status: operator.input(target).query(({ input }) => {
    const text: [string | null] = [null]
    const binding: [unknown] = [null]
    const state: [number] = [0]
    compose(null, 'ncacn_ip_tcp', input.host, null, null, text) // ✗ no-peer-supplied-endpoint
    bindingFrom(text[0], binding)
    queryStatus(authenticated(binding[0], input.host), input.service, state)
    return state[0]
  }),

  statusOfFarm: operator.input(target).query(({ input }) => {
    if (!HOSTS.has(input.host)) throw new TRPCError({ code: 'BAD_REQUEST' })
    const text: [string | null] = [null]
    const binding: [unknown] = [null]
    const state: [number] = [0]
    compose(null, 'ncacn_ip_tcp', input.host, null, null, text) // ✓ one of our own hosts
    bindingFrom(text[0], binding)
    queryStatus(authenticated(binding[0], input.host), input.service, state)
    return state[0]
  }),

  restart: operator.input(target).mutation(({ input }) => {
    execSync(`sc.exe \\\\${input.host} start ${input.service}`) // ✗ no-peer-data-in-sink
  }),

  restartListed: operator.input(z.object({ service: z.enum(['Spooler', 'W32Time']) })).mutation(({ input }) => {
    execFile('sc.exe', ['start', input.service]) // ✓
  }),
})
