import { exec, execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(exec)
const runFile = promisify(execFile)
const LOGS = '/var/log/acme'

export async function restart({ input }: { input: { unit: string } }) {
  const { stdout } = await run(`systemctl restart ${input.unit}`)
  return stdout
}

export async function status({ input }: { input: { unit: string } }) {
  const { stdout } = await runFile('systemctl', ['status', '--', input.unit]) // ✓ no shell, no options
  return stdout
}

export async function tail({ input }: { input: { name: string } }) {
  const file = path.resolve(LOGS, input.name)
  if (!file.startsWith(LOGS + path.sep)) throw new Error('outside of the log folder')
  return readFile(file, 'utf8') // ✓ stays inside
}
