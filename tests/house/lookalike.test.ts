/** A library is known by where it comes from: the same program with another of the same shape has nothing to be told. */
import { expect, it, vi } from 'vitest'
import type { Framework } from '../../src/frameworks/describe.js'
import { lintRewritten, lookalike } from './rewrite.js'

// what is known by a global name, or by the name and arity of a native function, has no module that could be another
vi.mock(import('../../src/frameworks/index.js'), async original => {
  const { frameworks } = await original()
  return { frameworks: frameworks.filter(({ module }) => module !== 'globals').map((one): Framework => ({ ...one, functions: undefined })) }
})
const { frameworks } = await import('../../src/frameworks/index.js')
const described = new Set(frameworks.flatMap(({ module, family = [] }) => [module, family].flat()))
const isDescribed = (module: string) => described.has(module) || described.has(module.replace(/^node:/, ''))

it.each([
  ['a package of another name', (module: string) => `not-the-library/${module.replace(/^node:/, '')}`],
  ['a file of the program', () => './lookalike.js'],
])('is silent about %s', async (_name, other) => {
  const findings = await lintRewritten(text => lookalike(text, module => isDescribed(module) ? other(module) : module))
  expect(Object.fromEntries(Object.entries(findings).filter(([, list]) => list.length > 0))).toEqual({})
})

it('is not silent about the library itself', async () => {
  const findings = Object.values(await lintRewritten(text => ({ text }))).flat()
  expect(findings.length).toBeGreaterThan(100)
})
