import { spawnSync, type SpawnSyncReturns } from 'node:child_process'

const interfaces = ['inventory', 'spooler', 'vault'] as const
const common = ['/nologo', '/W4', '/Oicf']
const robust = process.argv.includes('--small') ? [] : ['/robust']

function midl(name: string, ...flags: string[]): SpawnSyncReturns<Buffer> {
  return spawnSync('midl', [...common, ...flags, `idl/${name}.idl`])
}

for (const name of interfaces) {
  const { status } = midl(name, ...robust) // ✓ the flag or the default
  if (status !== 0) process.exit(1)
}

midl('tools', '/tlb', 'tools.tlb', '/error', 'none') // ✗ require-argument-validation
