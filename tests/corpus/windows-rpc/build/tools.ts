import spawn from 'cross-spawn'
import { execa } from 'execa'

export const compile = (idl: string) => execa('midl', ['/robust', '/Oicf', '/out', 'build', idl]) // ✓

export const compileSmall = (idl: string) =>
  execa('midl', [
    '/no_robust', // ✗ require-argument-validation
    '/Oicf',
    idl,
  ])

export function compileOld(idl: string) {
  spawn('midl.exe', [
    '/Oicf',
    '/error',
    'none', // ✗ require-argument-validation
    idl,
  ])
}

export function compileInDeno(idl: string) {
  return new Deno.Command('midl', {
    args: [
      '/no_robust', // ✗ require-argument-validation
      idl,
    ],
  }).outputSync()
}

export function typeLibrary(idl: string) {
  return new Deno.Command('midl', { args: ['/tlb', 'tools.tlb', idl] }).outputSync() // ✓
}
