import { arg, framework, type Given, type Ref, type SwitchRow } from './describe.js'

/** MIDL writes the code that checks arguments, unless it is told to leave that out. */
const name = String.raw`(?:^|[\\/"])midl(?:\.exe)?"?`
const compiles: Given = { ref: arg(0).matches(`${name}$`), is: true }
const unchecked = { turnsOff: 'validation' as const, remedy: { validate: 'robust' } }
const listed = (given: Ref): SwitchRow[] => {
  const flags: Ref[] = [given.each().matches('^[-/]no_robust$'), given.follows('^[-/]error$').matches('^none$'), given.follows('^[-/]target$').matches('^NT40$')]
  return [
    { ...unchecked, if: [compiles, { ref: given.joined().matches('(?:^| )[-/]Oicf(?: |$)'), is: false }], flags: [...flags, given.each().matches('^[-/]O(?:s|i|ic)$')] },
    { ...unchecked, if: compiles, flags },
  ]
}
const written: SwitchRow = { ...unchecked, if: { ref: arg(0).matches(String.raw`${name}\s`), is: true }, flags: [arg(0).matches(String.raw`\s[-/](?:no_robust|error\s+none|target\s+NT40)(?:\s|$)`)] }
const advice = (given: Ref) => ({
  tested: 'MIDL 8.01', docs: 'https://learn.microsoft.com/windows/win32/midl/-no-robust',
  remedies: { robust: 'Leave it out: the code that MIDL generates checks its arguments by default' },
  edits: { robust: { remove: given.each().matches('^[-/](?:no_robust|Os|Oi|Oic)$'), says: 'Leave this switch out' } },
})

export const midl = framework({
  module: 'child_process', ...advice(arg(1)),
  switches: { 'spawn()': listed(arg(1)), 'spawnSync()': listed(arg(1)), 'execFile()': listed(arg(1)), 'execFileSync()': listed(arg(1)), 'exec()': written, 'execSync()': written },
})
export const midlByExeca = framework({
  module: 'execa', ...advice(arg(1)),
  switches: { 'execa()': listed(arg(1)), 'execaSync()': listed(arg(1)), 'execaCommand()': written, 'execaCommandSync()': written },
})
export const midlByCrossSpawn = framework({
  module: 'cross-spawn', ...advice(arg(1)),
  switches: { 'default()': listed(arg(1)), 'default.sync()': listed(arg(1)) },
})
export const midlByDeno = framework({
  module: 'globals', ...advice(arg(1).option('args')),
  switches: { 'new Deno.Command()': listed(arg(1).option('args')) },
})
