/** As much of the package as the descriptions speak of. */
declare module 'uuid' {
  export function v1(): string
  export function v4(): string
  export function v6(): string
  export function v7(): string
}
