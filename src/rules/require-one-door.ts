import type { Origin } from '../model/program.js'
import { defineRule, isGlob } from '../rule.js'

interface Door { readonly api: string; readonly only: readonly string[] }

/** What every use must go through is no door when there is another way in beside it. */
export default defineRule({
  name: 'require-one-door',
  description: 'require that an API is used in the files that wrap it, and nowhere else',
  section: 13, cwe: 653, recommended: false,
  about: 'imports',
  options: {
    doors: {
      default: [] as readonly Door[],
      description: 'What is used behind a door only: `api`, written `package#export` or `./file.ts#export`, and `only`, globs of the files that may use it',
      items: { type: 'object', additionalProperties: false, required: ['api', 'only'], properties: { api: { type: 'string' }, only: { type: 'array', items: { type: 'string' }, minItems: 1 } } },
      verify: (doors: readonly Door[]) => {
        for (const [index, { api, only }] of doors.entries()) {
          if (!/^[^#]+#[\w$.]+$/.test(api)) throw wrong(`\`doors[${index}].api\`: '${api}' names no export; write 'package#export' or './file.ts#export'`)
          for (const glob of only) if (!isGlob(glob)) throw wrong(`\`doors[${index}].only\`: '${glob}' is no glob; write a path from where ESLint runs, with slashes, such as 'src/transport.ts'`)
        }
      },
    },
  },
  sought: ({ doors }) => doors.length > 0,
  messages: {
    beside: '`{{api}}` belongs behind {{door}}: what that adds to every use, such as a limit or a check, is missing here. Use what it exports instead.',
    handed: 'This hands on everything of `{{module}}`, also `{{api}}`, which belongs behind {{door}}. Name what is meant.',
  },
  check({ at, origins }, { doors }, _program, file) {
    return doors.flatMap(({ api, only }) => {
      const [module, name] = api.split('#') as [string, string]
      const there = origins.filter(origin => isModule(origin, module, file.pathOf(origin.module)))
      const message = there.some(origin => origin.name === name) ? 'beside' as const : there.some(origin => origin.name === '*') ? 'handed' as const : undefined
      return message && !file.fits(only) ? [{ at, message, data: { module, api: name, door: only.map(glob => `\`${glob}\``).join(', ') } }] : []
    })
  },
})

/** Whether something was made in the module that an option names: a package, or a file by its path, with or without its ending. */
function isModule({ module, own }: Origin, wanted: string, path: string): boolean {
  if (!own) return module.replace(/^node:/, '') === wanted.replace(/^node:/, '')
  const bare = (text: string) => text.replace(/^\.\//, '').replace(/\.[cm]?[jt]sx?$/, '')
  return wanted.startsWith('.') && bare(wanted) === bare(path)
}

const wrong = (what: string): Error => new Error(`secure-rpc/require-one-door: ${what}.`)
