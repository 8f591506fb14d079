import { arg, framework, type Given, type Ref, type SwitchRow } from './describe.js'

/** MIDL writes the code that checks arguments, unless it is told to leave that out. */
const name = String.raw`(?:^|[\\/"])midl(?:\.exe)?"?`
const compiles: Given = { ref: arg(0).matches(`${name}$`), is: true }
const flags: Ref[] = [arg(1).each().matches('^[-/]no_robust$'), arg(1).follows('^[-/]error$').matches('^none$'), arg(1).follows('^[-/]target$').matches('^NT40$')]
const unchecked = { turnsOff: 'validation' as const, remedy: { validate: 'robust' } }
const listed: SwitchRow[] = [
  { ...unchecked, if: [compiles, { ref: arg(1).joined().matches('(?:^| )[-/]Oicf(?: |$)'), is: false }], flags: [...flags, arg(1).each().matches('^[-/]O(?:s|i|ic)$')] },
  { ...unchecked, if: compiles, flags },
]
const written: SwitchRow = { ...unchecked, if: { ref: arg(0).matches(`${name}\\s`), is: true }, flags: [arg(0).matches(String.raw`\s[-/](?:no_robust|error\s+none|target\s+NT40)(?:\s|$)`)] }

export const midl = framework({
  module: 'child_process', tested: 'MIDL 8.01', docs: 'https://learn.microsoft.com/windows/win32/midl/-no-robust',
  switches: { 'spawn()': listed, 'spawnSync()': listed, 'execFile()': listed, 'execFileSync()': listed, 'exec()': written, 'execSync()': written },
  remedies: { robust: 'Leave it out: the code that MIDL generates checks its arguments by default' },
  edits: { robust: { remove: arg(1).each().matches('^[-/](?:no_robust|Os|Oi|Oic)$'), says: 'Leave this switch out' } },
})
