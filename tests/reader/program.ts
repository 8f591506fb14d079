/** What the reader makes of a program that is written in a test, with descriptions that are written there too. */
import type { Framework } from '../../src/frameworks/describe.js'
import type { Program } from '../../src/model/program.js'
import { createDictionary } from '../../src/reader/dictionary.js'
import { readProgram } from '../../src/reader/read.js'
import { virtual } from '../virtual.js'

export function read(files: string | Record<string, string>, ...descriptions: Framework[]): Program {
  const module = virtual(typeof files === 'string' ? { main: files } : files)
  return readProgram(module, createDictionary(descriptions), { localHosts: [] })
}
