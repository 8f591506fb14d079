import { always, arg, framework, of, star, type Packing, type Ref } from './describe.js'

/** Libraries that call native functions: which function of which library an expression is. What the function means is described elsewhere. */
const convention = (name: string) => of(name, 0).symbol().or(of(name, 1).symbol())
const bound = (call: string) => ({ module: of('load', 0), name: convention(call) })

export const koffi = framework({
  module: 'koffi', tested: '2.8 - 3.3', docs: 'https://koffi.dev/functions',
  stands: Object.fromEntries(['func', 'stdcall', 'cdecl', 'fastcall', 'thiscall'].flatMap(name => [[`load().${name}()`, bound(name)], [`load().${name}().async`, bound(name)]])),
  wraps: { 'register()': { function: arg(0), thrown: 'zero' } },
})

/** A table of signatures in which an entry may give the real name of its function. */
const entry = { module: of('dlopen', 0), name: of('dlopen', 1).named().option('name').or(star) }
export const denoFfi = framework({
  module: 'globals', tested: '2', docs: 'https://docs.deno.com/runtime/fundamentals/ffi/',
  stands: { 'Deno.dlopen().symbols.*': entry },
  wraps: {
    'new Deno.UnsafeCallback().pointer': { function: of('UnsafeCallback', 1), thrown: 'lost' },
    'Deno.UnsafeCallback.threadSafe().pointer': { function: of('threadSafe', 1), thrown: 'lost' },
  },
})

/** Another thread may only leave a call behind, and nobody waits for what it returns. */
const threads = (definition: Ref) => definition.option('threadsafe').scale({ true: 'unanswered', false: 'ends' }).otherwise('ends')
export const bunFfi = framework({
  module: 'bun:ffi', tested: '1.4', docs: 'https://bun.sh/docs/api/ffi',
  stands: { 'dlopen().symbols.*': { module: of('dlopen', 0), name: star }, 'linkSymbols().symbols.*': { name: star } },
  wraps: {
    'new JSCallback()': { function: arg(0), elsewhere: threads(arg(1)) },
    'new JSCallback().ptr': { function: of('JSCallback', 0), elsewhere: threads(of('JSCallback', 1)) },
  },
})

/** Its callbacks end the process when they throw, and when any thread calls them but the one that made them. */
const ownThread: Packing = { function: arg(1), thrown: 'ends', elsewhere: always('ends') }
export const nodeFfi = framework({
  module: 'node:ffi', tested: '26', docs: 'https://nodejs.org/api/ffi.html',
  stands: {
    'dlopen().functions.*': { module: of('dlopen', 0), name: star },
    'new DynamicLibrary().getFunction()': { module: of('DynamicLibrary', 0), name: arg(0) },
    'new DynamicLibrary().getFunctions().*': { module: of('DynamicLibrary', 0), name: star },
  },
  wraps: { 'dlopen().lib.registerCallback()': ownThread, 'new DynamicLibrary().registerCallback()': ownThread },
})

/** The old `ffi` package, with its forks. */
export const ffiNapi = framework({
  module: ['ffi', 'ffi-napi', '@2060.io/ffi-napi', '@makeomatic/ffi-napi', '@breush/ffi-napi', '@lwahonen/ffi-napi'], tested: '4.0', docs: 'https://github.com/node-ffi-napi/node-ffi-napi',
  stands: {
    'Library().*': { module: of('Library', 0), name: star },
    'Library().*.async': { module: of('Library', 0), name: star },
    'new Library().*': { module: of('Library', 0), name: star },
    'ForeignFunction()': { name: arg(0).argument(0) },
  },
  wraps: { 'Callback()': { function: arg(2), thrown: 'ends' } },
})

export const ffiRs = framework({
  module: 'ffi-rs', tested: '1.3', docs: 'https://github.com/zhangyuang/node-ffi-rs',
  stands: {
    'load()': { module: arg(0).option('library'), name: arg(0).option('funcName'), args: arg(0).option('paramsValue') },
    'define().*()': { module: of('define', 0).named().option('library'), name: star, args: arg(0) },
  },
})
