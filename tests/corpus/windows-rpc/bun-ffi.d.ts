// The part of Bun's own declarations that these programs need.
declare module 'bun:ffi' {
  export enum FFIType {
    i32 = 5,
    u32 = 6,
    i64 = 7,
    u64 = 8,
    ptr = 12,
    void = 13,
    function = 17,
  }
  export type Pointer = number & { __pointer__: null }
  interface FFIFunction {
    readonly args?: readonly FFIType[]
    readonly returns?: FFIType
  }
  export function dlopen<Fns extends Record<string, FFIFunction>>(
    name: string,
    symbols: Fns,
  ): { symbols: { [K in keyof Fns]: (...args: any[]) => any }; close(): void }
  export function linkSymbols<Fns extends Record<string, FFIFunction & { readonly ptr: Pointer | bigint }>>(
    symbols: Fns,
  ): { symbols: { [K in keyof Fns]: (...args: any[]) => any }; close(): void }
  export function ptr(view: NodeJS.TypedArray | ArrayBufferLike | DataView, byteOffset?: number): Pointer
  export class JSCallback {
    constructor(callback: (...args: any[]) => any, definition: FFIFunction & { threadsafe?: boolean })
    readonly ptr: Pointer | null
    close(): void
  }
}
