import { execFileSync, execSync, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

const OUT = join('build', 'rpc')

export function compileLegacy(idl: string) {
  return spawnSync('midl.exe', [
    '/nologo',
    '/no_robust', // ✗ require-argument-validation
    '/Oicf',
    '/out',
    OUT,
    idl,
  ]).status
}

export function compile(idl: string) {
  return spawnSync('midl', ['/nologo', '/robust', '/Oicf', '/out', OUT, idl], { stdio: 'inherit' }).status // ✓
}

export function compileByDefault(idl: string) {
  return spawn('midl', ['/nologo', '/target', 'NT100', '/out', OUT, idl]) // ✓ robust unless told otherwise
}

export function compileAll() {
  execSync('midl -no_robust -out build\\rpc idl\\inventory.idl') // ✗ require-argument-validation
  execFileSync('midl', ['-robust', '-out', OUT, 'idl/spooler.idl']) // ✓
  execSync('cl /nologo /c build\\rpc\\inventory_c.c')
}
