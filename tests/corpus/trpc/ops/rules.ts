import { z } from 'zod'
import { operator, router } from './trpc'

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const lines = ['GET /', 'POST /trpc', 'GET /healthz']

export const rulesRouter = router({
  grep: operator.input(z.object({ pattern: z.string().max(200) })).query(({ input }) => {
    const re = new RegExp(input.pattern, 'i') // ✗ no-peer-data-in-sink
    return lines.filter((line) => re.test(line))
  }),

  contains: operator.input(z.object({ text: z.string().max(200) })).query(({ input }) => {
    const re = new RegExp(escape(input.text), 'i') // ✓ escaped
    return lines.filter((line) => re.test(line))
  }),

  evaluate: operator.input(z.object({ formula: z.string().max(500), x: z.number() })).query(({ input }) => {
    const f = new Function('x', `return (${input.formula})`) // ✗ no-peer-data-in-sink
    return Number(f(input.x))
  }),

  plugin: operator.input(z.object({ name: z.string().max(40) })).mutation(async ({ input }) => {
    const mod = await import(`./plugins/${input.name}`) // ✗ no-peer-data-in-sink
    return Object.keys(mod as object)
  }),
})
