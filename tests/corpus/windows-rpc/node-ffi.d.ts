// The part of @types/node 26 that these programs need.
declare module 'node:ffi' {
  interface FunctionSignature {
    return?: string
    arguments?: readonly string[]
  }
  class DynamicLibrary {
    constructor(path: string | null)
    getFunction(name: string, signature: FunctionSignature): (...args: any[]) => any
    registerCallback(signature: FunctionSignature, callback: (...args: any[]) => any): bigint
    close(): void
  }
  function dlopen<const T extends Record<string, FunctionSignature>>(
    path: string | null,
    definitions?: T,
  ): { lib: DynamicLibrary; functions: { [K in keyof T]: (...args: any[]) => any } }
}
