/** What is handed in under a name: the channel that the program registers under it, wherever that is. */
import { nodesBelow } from '../analysis/tree.js'
import { beginningOf, literal, type Env, type Value } from '../analysis/value.js'
import type { Framework } from '../frameworks/describe.js'
import { compile } from './match.js'
import type { Occurrence, Reading } from './reading.js'

export interface Injections {
  /** The channel of what is called, told by the decorators of the member or parameter that holds it; undefined where nothing tells. */
  of(value: Value | undefined): Occurrence<'channels'> | undefined
}

/** A text that may register channels, by library. */
const signs = new WeakMap<Framework, RegExp>()
function signOf(framework: Framework): RegExp {
  let sign = signs.get(framework)
  if (!sign) signs.set(framework, sign = new RegExp(Object.keys(framework.channels ?? {}).map(pattern => `\\b${compile(pattern).head}\\b`).join('|')))
  return sign
}

export function createInjections({ module, evaluator, matcher, facts, dictionary, all, channelsOf }: Pick<Reading, 'module' | 'evaluator' | 'matcher' | 'facts' | 'dictionary' | 'all' | 'channelsOf'>): Injections {
  const known = new Map<string, Occurrence<'channels'> | undefined>()

  function of(value: Value | undefined): Occurrence<'channels'> | undefined {
    const begins = value && beginningOf(value)
    if (begins?.kind !== 'root' || begins.of !== 'typed') return undefined
    const holder = begins.part ?? (begins.index === undefined ? undefined : begins.fn?.params[begins.index])
    for (const { expression } of holder && 'decorators' in holder ? holder.decorators : []) {
      const own = all('channels').find(({ match }) => match.whole?.node === expression)
      if (own) return own
      const said = evaluator.evaluate(expression, evaluator.root(begins.env.module))
      for (const framework of dictionary.frameworks) {
        const match = framework.injected && matcher.match(said, framework.injected.by, framework), name = match && literal(facts.one(framework.injected!.name, match))?.value
        if (typeof name !== 'string') continue
        if (!known.has(name)) known.set(name, registered(framework, name))
        return known.get(name)
      }
    }
    return undefined
  }

  /** The only channel of that name, of this file or of those around it. */
  function registered(framework: Framework, name: string): Occurrence<'channels'> | undefined {
    const tails = new Set(Object.keys(framework.channels ?? {}).map(pattern => compile(pattern).tail))
    const found = [module, ...module.around(signOf(framework))].flatMap(({ ast }, i, modules) => {
      const env: Env = evaluator.root(modules[i]!)
      return nodesBelow(ast, 'CallExpression').filter(({ callee }) => callee.type === 'Identifier' || (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && tails.has(callee.property.name))).flatMap(call => channelsOf(call, env))
    }).filter(({ channel, member }) => channel.framework === framework && facts.find(framework.injected!.as, { ...channel.match, value: member }).some(({ value }) => literal(value)?.value === name))
    return new Set(found.map(({ member }) => member.node)).size === 1 ? found[0]!.channel : undefined
  }

  return { of }
}
