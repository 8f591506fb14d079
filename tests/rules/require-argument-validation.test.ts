import rule from '../../src/rules/require-argument-validation.js'
import { tester } from './tester.js'

const remedy = 'Give `.input()` a schema that says what each field may be'

tester.run('require-argument-validation', rule, {
  invalid: [
    {
      name: 'what a pipe is to check by its class, and is declared as what is gone when the program runs',
      code: `
import { UsePipes, ValidationPipe } from '@nestjs/common'
import { GrpcMethod, MessagePattern, Payload } from '@nestjs/microservices'
import type { CancelRequest } from './requests.js'

interface Order { id: string }
@UsePipes(new ValidationPipe({ whitelist: true }))
export class Orders {
  @MessagePattern('show') show(@Payload() order: Order) { return order.id }
  @GrpcMethod('Orders', 'Cancel') cancel(request: CancelRequest) { return { id: request.id } }
}
`,
      errors: [[9, 50, 55], [10, 51, 64]].map(([line, column, endColumn]) => ({
        messageId: 'nothing' as const, data: { remedy: 'Declare it as a class, imported with its value, whose members bear decorators of class-validator' }, line: line!, column: column!, endLine: line!, endColumn: endColumn!, suggestions: undefined,
      })),
    },
    {
      name: 'a result that nobody looks at',
      code: `
import { createValidator } from '@bufbuild/protovalidate'
import { OrderSchema } from './orders.js'

const validator = createValidator()
export function create(order) {
  validator.validate(OrderSchema, order)
  const result = validator.validate(OrderSchema, order)
  return order
}
`,
      errors: [
        { messageId: 'unheeded', data: { what: 'validator.validate()', remedy: "Throw unless its `kind` is `'valid'`" }, line: 7, column: 3, endLine: 7, endColumn: 41, suggestions: undefined },
        { messageId: 'unheeded', data: { what: 'validator.validate()', remedy: "Throw unless its `kind` is `'valid'`" }, line: 8, column: 18, endLine: 8, endColumn: 56, suggestions: undefined },
      ],
    },
    {
      name: 'one bad answer of two',
      code: `
import { createValidator } from '@bufbuild/protovalidate'
import { OrderSchema } from './orders.js'

const validator = createValidator()
export function create(order) {
  const result = validator.validate(OrderSchema, order)
  if (result.kind === 'invalid') throw new Error(String(result.violations))
  switch (validator.validate(OrderSchema, order).kind) {
    case 'invalid': return undefined
  }
  return order
}
`,
      errors: [
        { messageId: 'half', data: { what: 'validator.validate()', missed: 'error', remedy: "Throw unless its `kind` is `'valid'`" }, line: 7, column: 18, endLine: 7, endColumn: 56, suggestions: undefined },
        { messageId: 'half', data: { what: 'validator.validate()', missed: 'error', remedy: "Throw unless its `kind` is `'valid'`" }, line: 9, column: 11, endLine: 9, endColumn: 49, suggestions: undefined },
      ],
    },
    {
      name: 'pipes of an application that a part of it does not inherit',
      code: `
import { IsUUID } from 'class-validator'
import { Controller, Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { options, TokenGuard } from './options.js'

class Order { @IsUUID() id: string }
@Controller()
class Orders {
  @MessagePattern('cancel')
  cancel(@Payload() order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
      errors: [{
        messageId: 'past', data: { remedy: 'Give `connectMicroservice()` `{ inheritAppConfig: true }`, or what it returns guards and pipes of its own' }, line: 19, column: 5, endLine: 19, endColumn: 24,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `inheritAppConfig: true`' }, output: `
import { IsUUID } from 'class-validator'
import { Controller, Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { options, TokenGuard } from './options.js'

class Order { @IsUUID() id: string }
@Controller()
class Orders {
  @MessagePattern('cancel')
  cancel(@Payload() order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options, { inheritAppConfig: true })
` }],
      }],
    },
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
    {
      name: 'a field of anything, which is only used',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { db } from './db.js'

const t = initTRPC.create()
export const save = t.procedure.input(z.object({ id: z.uuid(), layout: z.unknown() })).mutation(({ input }) => db.page.update({ where: { id: input.id }, data: { layout: input.layout } }))
`,
      errors: [{ messageId: 'field', data: { field: 'layout', remedy }, line: 7, column: 72, endLine: 7, endColumn: 83, suggestions: undefined }],
    },
    {
      name: 'entries of anything, handed on with the whole input',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { db } from './db.js'

const t = initTRPC.create()
const settings = z.object({ settings: z.record(z.string(), z.any()), tags: z.array(z.object({ meta: z.looseObject({}) })) })
export const save = t.procedure.input(settings).mutation(({ input }) => db.page.update({ data: input }))
`,
      errors: [
        { messageId: 'field', data: { field: 'settings', remedy }, line: 7, column: 39, endLine: 7, endColumn: 68, suggestions: undefined },
        { messageId: 'field', data: { field: 'tags.meta', remedy }, line: 7, column: 101, endLine: 7, endColumn: 118, suggestions: undefined },
      ],
    },
    {
      name: 'schemas that look as if they checked something',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'

interface Order { id: string }
const t = initTRPC.create()
export const one = t.procedure.input(z.custom<Order>()).mutation(({ input }) => input.id)
export const two = t.procedure.input(z.object({}).passthrough()).mutation(({ input }) => input.id)
export const three = t.procedure.input(z.object({}).catchall(z.any()).optional()).mutation(({ input }) => input)
export const four = t.procedure.input(z.union([z.string(), z.any()])).mutation(({ input }) => input)
export const five = t.procedure.input(z.preprocess((value) => value ?? {}, z.any())).mutation(({ input }) => input)
export const six = t.procedure.input(z.unknown().transform((value) => value as Order)).mutation(({ input }) => input.id)
export const seven = t.procedure.input(z.lazy(() => z.any())).mutation(({ input }) => input)
export const eight = t.procedure.input(z.any().and(z.unknown())).mutation(({ input }) => input)
`,
      errors: [[7, 38, 55], [8, 38, 64], [9, 40, 81], [10, 39, 69], [11, 39, 84], [12, 38, 86], [13, 40, 61], [14, 40, 64]].map(([line, column, endColumn]) => ({ messageId: 'nothing' as const, data: { remedy }, line: line!, column: column!, endLine: line!, endColumn: endColumn!, suggestions: undefined })),
    },
    {
      name: 'input before its schema, in middleware and in a procedure',
      code: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.context<{ quota: Map<string, number> }>().create()
export const limited = t.procedure.use(async ({ ctx, getRawInput, next }) => {
  const { id } = (await getRawInput()) as { id: string }
  return next({ ctx: { used: ctx.quota.get(id) } })
})
export const read = t.procedure.query(async (opts) => {
  const raw: any = await opts.getRawInput()
  return raw.id
})
`,
      errors: [
        { messageId: 'raw', data: { remedy: 'Parse it, or read `input` after `.input()`' }, line: 6, column: 25, endLine: 6, endColumn: 38, suggestions: undefined },
        { messageId: 'raw', data: { remedy: 'Parse it, or read `input` after `.input()`' }, line: 10, column: 26, endLine: 10, endColumn: 44, suggestions: undefined },
      ],
    },
    {
      name: 'switches of MIDL that other ways to start a program are given',
      code: `
import spawn from 'cross-spawn'

export const compile = (idl: string) => spawn('midl', ['/error', 'none', idl])
`,
      errors: [{ messageId: 'off', data: { remedy: 'Leave it out: the code that MIDL generates checks its arguments by default' }, line: 4, column: 66, endLine: 4, endColumn: 72, suggestions: undefined }],
    },
    {
      name: 'the lenient parser of Node',
      code: `
import http from 'node:http'

http.createServer({ insecureHTTPParser: true })
export const read = (url: string) => http.get(url, { insecureHTTPParser: true })
`,
      errors: [
        { messageId: 'off', data: { remedy: 'Leave `insecureHTTPParser` out: what it lets through is read in different ways by the programs on the way' }, line: 4, column: 21, endLine: 4, endColumn: 45, suggestions: undefined },
        { messageId: 'off', data: { remedy: 'Leave `insecureHTTPParser` out: what it lets through is read in different ways by the programs on the way' }, line: 5, column: 54, endLine: 5, endColumn: 78, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'what a pipe checks by its class, is told, or leaves to others',
      code: `
import { UsePipes, ValidationPipe } from '@nestjs/common'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { IsUUID } from 'class-validator'
import { CancelRequest } from './requests.js'
import { OwnPipe, options } from './pipes.js'

interface Order { id: string }
class Request { @IsUUID() id: string }
@UsePipes(ValidationPipe)
export class Orders {
  @MessagePattern('a') a(@Payload() request: Request) { return request.id }
  @MessagePattern('b') b(@Payload() request: CancelRequest) { return request.id }
  @MessagePattern('c') c(@Payload() id: string) { return id }
  @MessagePattern('d') d(@Payload() order: Order) { return /^[a-z]+$/.test(order.id) ? order.id : undefined }
  @MessagePattern('e') @UsePipes(OwnPipe) e(@Payload() order: Order) { return order.id }
  @MessagePattern('f') @UsePipes(new ValidationPipe(options)) f(@Payload() order: Order) { return order.id }
}
export class Unchecked {
  @MessagePattern('g') g(@Payload() order: Order) { return order.id }
}
`,
    },
    {
      name: 'answers of which every bad one is asked for, or that go elsewhere',
      code: `
import { createValidator } from '@bufbuild/protovalidate'
import { OrderSchema } from './orders.js'

const validator = createValidator()
export function create(order, judge) {
  const one = validator.validate(OrderSchema, order)
  if (one.kind !== 'valid') throw one.error
  const two = validator.validate(OrderSchema, order)
  if (two.kind === 'invalid' || two.kind === 'error') throw two.error
  const three = validator.validate(OrderSchema, order)
  if (three.kind === 'invalid') return judge(three)
  const four = validator.validate(OrderSchema, order)
  if (four.kind === judge) return four.error
  const { kind } = validator.validate(OrderSchema, order)
  return kind
}
`,
    },
    {
      name: 'a result that somebody may look at',
      code: `
import { createValidator } from '@bufbuild/protovalidate'
import { OrderSchema } from './orders.js'

const validator = createValidator()
export const check = order => validator.validate(OrderSchema, order)
export const kept = validator.validate(OrderSchema, {})
export function create(order) {
  const { kind } = validator.validate(OrderSchema, order)
  if (kind !== 'valid') throw new Error('no order')
  report(validator.validate(OrderSchema, order))
}
`,
    },
    {
      name: 'handlers that have pipes of their own',
      code: `
import { IsUUID } from 'class-validator'
import { Controller, Module, UsePipes, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { options, TokenGuard } from './options.js'

class Order { @IsUUID() id: string }
@Controller()
class Orders {
  @UsePipes(ValidationPipe)
  @MessagePattern('cancel')
  cancel(@Payload() order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
    },
    {
      name: 'what no pipe could tell to be bad',
      code: `
import { Controller, Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { options, TokenGuard } from './options.js'

interface Order { id: string }
@Controller()
class Orders {
  @MessagePattern('cancel')
  cancel(@Payload() order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
    },
    {
      name: 'an application whose procedures stand elsewhere',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
    },
    {
      name: 'an application that has no procedures',
      code: `
import { IsUUID } from 'class-validator'
import { Controller, Get, Module, Param, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { options, TokenGuard } from './options.js'

class Order { @IsUUID() id: string }
@Controller()
class Orders {
  @Get()
  show(@Param('id') order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
    },
    {
      name: 'pipes of an application that all of it inherits',
      code: `
import { IsUUID } from 'class-validator'
import { Controller, Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { options, TokenGuard } from './options.js'

class Order { @IsUUID() id: string }
@Controller()
class Orders {
  @MessagePattern('cancel')
  cancel(@Payload() order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options, { inheritAppConfig: true })
`,
    },
    {
      name: 'guards that are missing, too, which is said of them',
      code: `
import { IsUUID } from 'class-validator'
import { Controller, Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { options, TokenGuard } from './options.js'

class Order { @IsUUID() id: string }
@Controller()
class Orders {
  @MessagePattern('cancel')
  cancel(@Payload() order: Order) { return order.id }
}
@Module({ controllers: [Orders] })
class AppModule {}

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard()); app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
    },
    {
      name: 'a field of anything that the procedure looks at, hands to code that may, or never takes',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { db, isLayout, layoutOf } from './db.js'

const t = initTRPC.create()
const page = z.object({ id: z.uuid(), layout: z.unknown() })
export const one = t.procedure.input(page).mutation(({ input }) => {
  if (!isLayout(input.layout)) throw new TypeError('layout expected')
  return db.page.update({ data: { layout: input.layout } })
})
export const two = t.procedure.input(page).mutation(({ input }) => db.page.update({ data: layoutOf(input.layout) }))
export const three = t.procedure.input(page).mutation(({ input: { id, layout } }) => typeof layout === 'object' && db.page.update({ where: { id }, data: layout }))
export const four = t.procedure.input(page).query(({ input }) => db.page.find(input.id))
export const five = t.procedure.input(page).mutation(({ input }) => save(input))
const save = (value: z.infer<typeof page>) => {
  const layout = z.array(z.string()).parse(value.layout)
  return db.page.update({ data: { layout } })
}
`,
    },
    {
      name: 'anything, which the procedure parses itself',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { order } from './orders.js'

const t = initTRPC.create()
export const place = t.procedure.input(z.any()).mutation(({ input }) => {
  const { id } = order.parse(input)
  return id
})
`,
    },
    {
      name: 'schemas that do check, whatever they are made of',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { asOrder } from './orders.js'

const t = initTRPC.create()
const id = z.object({ id: z.uuid() })
export const one = t.procedure.input(id.passthrough()).mutation(({ input }) => input.id)
export const two = t.procedure.input(z.any().and(id)).mutation(({ input }) => input.id)
export const three = t.procedure.input(z.any().pipe(id)).mutation(({ input }) => input.id)
export const four = t.procedure.input(z.preprocess((value) => value ?? {}, id)).mutation(({ input }) => input.id)
export const five = t.procedure.input(z.unknown().transform((value) => asOrder(value))).mutation(({ input }) => input)
export const six = t.procedure.input(z.custom<string>((value) => typeof value === 'string')).mutation(({ input }) => input)
export const seven = t.procedure.input(z.object({ any: z.any() }).merge(id).omit({ any: true })).mutation(({ input }) => input.id)
export const eight = t.procedure.input(z.object({}).catchall(z.number().max(9))).mutation(({ input }) => input)
`,
    },
    {
      name: 'input before its schema that is checked, or only logged',
      code: `
import { initTRPC } from '@trpc/server'
import { order } from './orders.js'

const t = initTRPC.create()
export const checked = t.procedure.use(async ({ getRawInput, next }) => {
  const { id } = order.parse(await getRawInput())
  return next({ ctx: { id } })
})
export const tested = t.procedure.use(async ({ getRawInput, next }) => {
  const raw = (await getRawInput()) as { id: string }
  if (typeof raw.id !== 'string') throw new TypeError('id expected')
  return next({ ctx: { id: raw.id } })
})
export const logged = t.procedure.use(async ({ getRawInput, path, next }) => {
  console.log(path, await getRawInput())
  return next()
})
`,
    },
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
    {
      name: 'MIDL as it is by itself, whatever starts it',
      code: `
import spawn from 'cross-spawn'
import { execa } from 'execa'

export const compile = (idl: string) => spawn('midl', ['/robust', idl])
export const compileAll = () => execa('midl', ['/Oicf', 'idl/all.idl'])
export const inDeno = (idl: string) => new Deno.Command('midl', { args: ['/Oicf', idl] })
export const other = () => execa('midlrt', ['/no_robust'])
`,
    },
    {
      name: 'the parser of Node',
      code: `
import http from 'node:http'

http.createServer({ insecureHTTPParser: false })
export const read = (url: string) => http.get(url, { timeout: 5_000 })
`,
    },
    {
      name: 'a field of anything in what is handed on, within an object, to code that is not seen',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { agent } from '@acme/agents'

const t = initTRPC.create()
const asked = z.object({ query: z.string().max(500), page: z.object({ route: z.string(), filters: z.array(z.record(z.string(), z.unknown())) }) })
const run = (given: { query: string; page: object }) => agent.run('filter', { input: given.query, context: { page: given.page, timezone: 'UTC' } })
export const router = t.router({ filter: t.procedure.input(asked).mutation(({ input }) => run({ query: input.query, page: input.page })) })
`,
    },
    {
      name: 'a field of anything in an object that code of the program looks at',
      code: `
import { initTRPC } from '@trpc/server'
import { z } from 'zod'
import { db } from './db.js'

const t = initTRPC.create()
const listing = z.object({ name: z.string(), page: z.unknown() }).superRefine((value, ctx) => { if (value.page !== undefined) ctx.addIssue('page') })
export const submit = t.procedure.input(listing).mutation(({ input }) => db.insert({ page: input.page }))
`,
    },
  ],
})
