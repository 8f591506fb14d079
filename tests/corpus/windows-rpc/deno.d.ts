// The part of Deno's own declarations that these programs need.
declare namespace Deno {
  interface ForeignFunction {
    name?: string
    parameters: readonly string[]
    result: string
    nonblocking?: boolean
  }
  interface DynamicLibrary<S extends Record<string, ForeignFunction>> {
    symbols: { [K in keyof S]: (...args: any[]) => any }
    close(): void
  }
  function dlopen<const S extends Record<string, ForeignFunction>>(filename: string | URL, symbols: S): DynamicLibrary<S>
  class UnsafeCallback {
    constructor(definition: ForeignFunction, callback: (...args: any[]) => any)
    static threadSafe(definition: ForeignFunction, callback: (...args: any[]) => any): UnsafeCallback
    readonly pointer: object
    close(): void
  }
  class Command {
    constructor(command: string | URL, options?: { args?: string[]; stdout?: 'piped' | 'inherit' | 'null' })
    outputSync(): { success: boolean; code: number }
  }
  class UnsafePointer {
    static of(value: ArrayBufferView | ArrayBuffer): object | null
  }
}
