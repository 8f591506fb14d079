/**
 * Does evidence decide whether something runs? The body of a function is unfolded into a graph of tests with `pass` and
 * `stop` at its ends, functions of the program in their places. It gates when no way to `pass` is open whatever the
 * evidence says.
 */
import type { TSESTree } from '@typescript-eslint/types'
import { isFunction, isLoop } from './conditions.js'
import { children, depends } from './depends.js'
import { foldBinary, truth } from './fold.js'
import { mannerOf, wordsOf } from './manner.js'
import { bare, contains, literal, type Env, type Evaluator, type FunctionNode, type FunctionValue, type Node, type Value } from './value.js'

export interface Question {
  fn: FunctionValue
  /** The environment of the function's body. */
  env: Env
  /** How approval looks: a call of something that `passes`, a returned truthy or falsy value, or an end without a throw. */
  approval: 'calls' | 'truthy' | 'falsy' | 'completes'
  /** Nobody waits for a promise that it returns. */
  sync?: boolean
  /** Whether this expression is what approves when it is called. */
  passes?(callee: Node, env: Env): boolean
  /** Whether what approves can be read out of this expression. */
  carries?(node: Node, env: Env): boolean
  /** Given something, the call that approves refuses: `next(error)`. */
  refusesWithArgument?: boolean
  /** It may be a generator, which is run to its end. */
  generator?: boolean
  /** Whether this call is known to refuse, by what it throws or answers. */
  isTrusted?(call: Node, env: Env): boolean
  /** Whether a call is known only to read what it is made on or given. */
  reads?(call: Node, env: Env): boolean
  /** Whether a call finds out if something is good: it throws at once if not, or its promise fails, or it tells a callback. */
  verifies?(call: Node, env: Env): 'at once' | 'later' | 'calling back' | undefined
  /** Whether an expression is the failure that a callback of such a call is told of. */
  isFailure?(node: Node, env: Env): boolean
  /** Whether this very expression is something the guard may look at. */
  isEvidence(node: Node, env: Env): boolean
  evaluator: Evaluator
}

export interface Answer {
  gates: 'yes' | 'no' | 'unknown'
  /** Some way ends without approval. */
  refuses: boolean
  /** It does something where the evidence is missing or wrong, whether or not that stops anything. */
  reacts: boolean
}

type Tree = 'pass' | 'stop' | 'lost'
  /** Code that is not seen was given the evidence, and may not get here. */
  | { maybe: Tree }
  /** Goes on if a call comes back that was not given the evidence. */
  | { after: Node; tree: Tree }
  /** Both happen. */
  | { both: [Tree, Tree] }
  | { by: 'evidence' | 'other'; yes: Tree; no: Tree }
type Next = () => Tree
type CallNode = TSESTree.CallExpression | TSESTree.NewExpression
interface Way {
  env: Env
  depth: number
  /** Somebody catches what is thrown here. */
  caught: boolean
  thrown: Next
  returned(argument: Node | null, way: Way): Tree
  /** What has to run before the function is left: `finally`. */
  leaving(to: Next): Next
  breaks: Next | undefined
  continues: Next | undefined
  labels: ReadonlyMap<string, Next>
}

/** Statements and expressions unfolded for one question, and functions walked into. */
const WORK = 6000, DEPTH = 4

const SCHEDULES = new Set(['setTimeout', 'setImmediate', 'queueMicrotask', 'nextTick', 'requestAnimationFrame'])
const ITERATES = new Set(['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'reduce', 'flatMap'])

export function gating(question: Question): Answer {
  const { fn, evaluator } = question
  let work = 0, reacts = false, approved = question.approval !== 'calls', handedOn = false
  const callers = new WeakMap<Env, Env>()
  const evidences = new WeakMap<Env, Map<Node, boolean>>()
  const still = new WeakMap<Node, boolean>()

  const pass: Next = () => 'pass', stop: Next = () => 'stop'
  const spend = () => { if (++work > WORK) throw new Overflow() }
  const fork = (by: 'evidence' | 'other', yes: Tree, no: Tree): Tree => yes === no ? yes : { by, yes, no }

  function evident(node: Node, env: Env): boolean {
    let known = evidences.get(env)
    if (!known) evidences.set(env, known = new Map())
    let answer = known.get(node)
    if (answer === undefined) known.set(node, answer = depends(node, env, { isSource: question.isEvidence, evaluator, through: 'decision', callerOf: at => callers.get(at) }) === 'yes')
    return answer
  }

  /** Whether nothing happens while an expression is computed. */
  function isStill(node: Node): boolean {
    let answer = still.get(node)
    if (answer === undefined) still.set(node, answer = isNested(node) || (node.type !== 'CallExpression' && node.type !== 'NewExpression' && node.type !== 'TaggedTemplateExpression' && children(node).every(isStill)))
    return answer
  }

  // ── statements ───────────────────────────────────────────────────────────────────────────────────────────────────
  function list(nodes: readonly Node[], at: number, next: Next, way: Way): Tree {
    const node = nodes[at]
    return node ? statement(node, () => list(nodes, at + 1, next, way), way) : next()
  }

  function statement(node: Node, next: Next, way: Way): Tree {
    spend()
    switch (node.type) {
      case 'BlockStatement': return list(node.body, 0, next, way)
      case 'ExpressionStatement': return expression(node.expression, next, way)
      case 'VariableDeclaration': return node.declarations.reduceRight<Next>((rest, { init }) => () => init ? expression(init, rest, way) : rest(), next)()
      case 'IfStatement': {
        const after = once(next), refused = negative(node.test) || question.isFailure?.(bare(node.test), way.env) ? node.consequent : node.alternate
        if (refused && isReaction(refused, way.env, evaluator) && evident(node.test, way.env)) reacts = true
        return condition(node.test, () => statement(node.consequent, after, way), () => node.alternate ? statement(node.alternate, after, way) : after(), way)
      }
      case 'ReturnStatement': return way.returned(node.argument, way)
      case 'ThrowStatement': return expression(node.argument, way.thrown, way)
      case 'TryStatement': return tried(node, next, way)
      case 'SwitchStatement': { const after = once(next); return expression(node.discriminant, () => cases(node, after, way), way) }
      case 'BreakStatement': return ((node.label ? way.labels.get(node.label.name) : way.breaks) ?? next)()
      case 'ContinueStatement': return ((node.label ? way.labels.get(node.label.name) : way.continues) ?? next)()
      case 'LabeledStatement': { const after = once(next); return statement(node.body, after, { ...way, labels: new Map([...way.labels, [node.label.name, after]]) }) }
      default: return isLoop(node) ? loop(node as Loop, once(next), way) : next()
    }
  }

  function tried(node: TSESTree.TryStatement, next: Next, way: Way): Tree {
    const finish = (to: Next): Next => { const { finalizer } = node; return finalizer ? once(() => statement(finalizer, to, way)) : to }
    const around: Way = {
      ...way, thrown: finish(way.thrown), leaving: to => finish(way.leaving(to)), breaks: way.breaks && finish(way.breaks), continues: way.continues && finish(way.continues),
      labels: new Map([...way.labels].map(([name, to]) => [name, finish(to)])),
    }
    const after = finish(next)
    const { handler } = node
    return statement(node.block, after, handler ? { ...around, caught: true, thrown: once(() => statement(handler.body, after, around)) } : around)
  }

  function cases(node: TSESTree.SwitchStatement, next: Next, way: Way): Tree {
    const inside = { ...way, breaks: next }
    const run = node.cases.map((one, at): Next => once(() => list(one.consequent, 0, run[at + 1] ?? next, inside)))
    const fallback = node.cases.findIndex(one => !one.test)
    const asked = evident(node.discriminant, way.env), subject = evaluator.evaluate(node.discriminant, way.env)
    const choose = (at: number): Tree => {
      const one = node.cases[at]
      if (!one) return (run[fallback] ?? next)()
      if (!one.test) return choose(at + 1)
      if (literal(subject)?.value === true) return condition(one.test, run[at]!, once(() => choose(at + 1)), way)
      const known = truth(foldBinary(one.test, way.env, '===', subject, evaluator.evaluate(one.test, way.env)))
      if (known !== undefined) return known ? run[at]!() : choose(at + 1)
      return fork(asked || evident(one.test, way.env) ? 'evidence' : 'other', run[at]!(), choose(at + 1))
    }
    return choose(0)
  }

  /** A loop runs once, or not at all: what it runs over, or until, is seldom known. */
  function loop(node: Loop, next: Next, way: Way): Tree {
    const body: Next = once(() => statement(node.body, next, { ...way, breaks: next, continues: next }))
    if (node.type === 'DoWhileStatement') return body()
    if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
      return expression(node.right, () => {
        const over = evaluator.evaluate(node.right, way.env)
        if (over.kind === 'array' && !over.unseen) return over.items.length > 0 ? body() : next()
        return fork('other', body(), next())
      }, way)
    }
    const { test } = node
    const begin: Next = () => test ? condition(test, body, next, way) : body()
    return node.type === 'ForStatement' && node.init ? statement(node.init.type === 'VariableDeclaration' ? node.init : { type: 'ExpressionStatement', expression: node.init } as Node, begin, way) : begin()
  }

  // ── tests ────────────────────────────────────────────────────────────────────────────────────────────────────────
  function condition(test: Node, yes: Next, no: Next, way: Way): Tree {
    spend()
    const node = bare(test)
    if (node.type === 'UnaryExpression' && node.operator === '!') return condition(node.argument, no, yes, way)
    if (node.type === 'LogicalExpression' && node.operator !== '??') {
      const and = node.operator === '&&', short = once(and ? no : yes), rest: Next = () => condition(node.right, and ? yes : short, and ? short : no, way)
      return condition(node.left, and ? rest : short, and ? short : rest, way)
    }
    if (node.type === 'ConditionalExpression') {
      const hit = once(yes), miss = once(no)
      return condition(node.test, () => condition(node.consequent, hit, miss, way), () => condition(node.alternate, hit, miss, way), way)
    }
    if (node.type === 'SequenceExpression') {
      const last = node.expressions.at(-1)!
      return node.expressions.slice(0, -1).reduceRight<Next>((rest, part) => () => expression(part, rest, way), () => condition(last, yes, no, way))()
    }
    // a promise that nobody waits for is always truthy
    if (isPromise(test, way.env)) return expression(node, yes, way)
    if (node.type === 'CallExpression') {
      const inner = called(node, way)
      if (inner) return operands(node, () => body(inner.callee.fn, { ...inner.way, thrown: way.thrown, returned: (argument, at) => argument ? condition(argument, at.leaving(yes), at.leaving(no), at) : at.leaving(no)() }, no), way)
      if (chained(node)) return settled(node, () => asked(node, yes, no, way), way.thrown, way, { yes, no })
    }
    if (node.type === 'NewExpression' && isGlobal(evaluator.evaluate(node.callee, way.env), 'Promise')) return 'lost'
    const known = truth(evaluator.evaluate(node, way.env))
    if (known !== undefined) return expression(node, known ? yes : no, way)
    return expression(node, () => asked(node, yes, no, way), way, true)
  }

  const trusted = (node: Node, env: Env) => node.type === 'CallExpression' && ((question.isTrusted?.(node, env) ?? false) || isVerified(node, env))

  /** Whether a call that finds out if something is good is waited for. */
  function isVerified(node: Node, env: Env): boolean {
    const verifies = question.verifies?.(node, env)
    return verifies === 'at once' || (verifies === 'later' && fateOf(node) === 'awaited')
  }

  const asked = (node: Node, yes: Next, no: Next, way: Way): Tree => fork(trusted(bare(node), way.env) || evident(node, way.env) ? 'evidence' : 'other', yes(), no())

  /** Whether an expression is the promise of an async function of the program, not what it gives in the end. */
  function isPromise(node: Node, env: Env): boolean {
    if (node.type === 'AwaitExpression') return false
    const at = bare(node)
    if (at.type === 'CallExpression') {
      const callee = evaluator.evaluate(at.callee, env)
      // what is returned is waited for by whoever asked
      return callee.kind === 'function' && callee.fn.async && fateOf(at) !== 'awaited'
    }
    if (at.type !== 'Identifier') return false
    const variable = env.module.variableOf(at)
    const def = variable?.defs[0]
    if (def?.type !== 'Variable' || def.name !== (def.node as TSESTree.VariableDeclarator).id || variable!.references.filter(one => one.isWrite()).length > 1) return false
    const { init } = def.node as TSESTree.VariableDeclarator
    return init?.type === 'CallExpression' && isPromise(init, env)
  }

  // ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────
  function expression(whole: Node, next: Next, way: Way, asTest = false): Tree {
    spend()
    const node = bare(whole)
    if (isStill(node)) return next()
    if (node.type === 'LogicalExpression') {
      if (isStill(node.right)) return expression(node.left, next, way)
      const after = once(next), run: Next = () => expression(node.right, after, way)
      if (node.operator === '??') return expression(node.left, () => asked(node.left, after, run, way), way)
      return node.operator === '&&' ? condition(node.left, run, after, way) : condition(node.left, after, run, way)
    }
    if (node.type === 'ConditionalExpression') {
      const after = once(next)
      return condition(node.test, () => expression(node.consequent, after, way), () => expression(node.alternate, after, way), way)
    }
    if (node.type === 'CallExpression' || node.type === 'NewExpression') return call(node, next, way, asTest)
    return children(node).reduceRight<Next>((rest, child) => () => child.type.startsWith('TS') ? rest() : expression(child, rest, way, asTest), next)()
  }

  /** What a call is made on and given. */
  function operands(node: CallNode, next: Next, way: Way): Tree {
    return [node.callee, ...node.arguments].reduceRight<Next>((rest, part) => () => expression(part, rest, way), next)()
  }

  function call(node: CallNode, next: Next, way: Way, asTest = false): Tree {
    if (node.type === 'CallExpression' && chained(node)) {
      const fate = fateOf(node)
      if (fate === 'awaited') return settled(node, once(next), way.thrown, way)
      return { both: [settled(node, stop, stop, way), next()] }
    }
    return operands(node, () => made(node, once(next), way, asTest), way)
  }

  function made(node: CallNode, next: Next, way: Way, asTest: boolean): Tree {
    const { env } = way
    const first = node.arguments[0]
    if (node.type === 'CallExpression' && question.passes?.(bare(node.callee), env)) {
      approved = true
      if (!question.refusesWithArgument || !first) return 'pass'
      return first.type === 'SpreadElement' ? 'lost' : condition(first, next, pass, way)
    }
    if (!asTest && trusted(node, env)) {
      // who keeps what was verified may go on without it: others ask for it later
      if (way.caught && !(isVerified(node, env) && isKept(whole(node)))) reacts = true
      return fork('evidence', next(), way.thrown())
    }
    // nobody waits for what it finds out
    if (!asTest && fateOf(node) === 'dropped' && question.verifies?.(node, env) === 'later') {
      reacts = true
      return next()
    }
    const callee = evaluator.evaluate(node.callee, env)
    if (isGlobal(callee, 'process', 'exit')) return 'stop'
    if (isGlobal(callee, 'Promise', 'reject')) return fateOf(node) === 'awaited' ? way.thrown() : next()
    if (isAssertion(callee) && first) return first.type === 'SpreadElement' ? fork('other', next(), way.thrown()) : assertion(node, callee, next, way)
    const inner = node.type === 'CallExpression' ? called(node, way) : undefined
    if (inner) {
      const fate = inner.callee.fn.async ? fateOf(node) : 'awaited'
      const thrown = fate === 'awaited' ? way.thrown : fate === 'dropped' ? next : once(() => fork('other', next(), way.thrown()))
      return body(inner.callee.fn, { ...inner.way, thrown, returned: (argument, at) => argument ? expression(argument, at.leaving(next), at) : at.leaving(next)() }, next)
    }
    const given = [...node.arguments, ...(bare(node.callee).type === 'MemberExpression' ? [(bare(node.callee) as TSESTree.MemberExpression).object] : [])]
    const informed = given.some(part => !isNested(part) && evident(part, env))
    const callbacks = node.arguments.flatMap(part => { const value = evaluator.evaluate(part, env); return value.kind === 'function' ? [{ value, node: part }] : [] })
    if (node.arguments.some(part => !isNested(part) && (question.passes?.(bare(part), env) || (mayRun(node, callee) && handsOver(part, env))))) return isScheduler(callee) ? 'pass' : { both: ['lost', next()] }
    if (callbacks.length > 0) return handed(node, callee, callbacks, informed, next, way)
    handedOn ||= node.arguments.some(part => !isNested(part) && handsOver(part, env))
    return unseen(node, callee, informed, next, way, asTest)
  }

  /** Whether a call may run what it is given, more than to log or to read it. */
  const mayRun = (node: CallNode, callee: Value) => { const manner = mannerOf(node, callee); return manner !== 'quiet' && manner !== 'tells' }

  /** Whether what approves is in something that is given away: itself, in a list, or what the guard was called with. */
  function handsOver(part: Node, env: Env): boolean {
    return contains(evaluator.evaluate(part, env), ({ kind, node, env: at }) => (kind === 'root' || kind === 'member') && ((question.passes?.(node, at) ?? false) || (question.carries?.(node, at) ?? false)))
  }

  /** Functions given to code that is not seen, or to the language. */
  function handed(node: CallNode, callee: Value, callbacks: { value: FunctionValue; node: Node }[], informed: boolean, next: Next, way: Way): Tree {
    const name = callee.kind === 'member' || callee.kind === 'root' ? 'name' in callee ? callee.name : null : null
    const run = ({ value }: { value: FunctionValue }, end: Next, thrown: Next): Tree => {
      if (way.depth >= DEPTH || value.fn.generator) return 'lost'
      const inside: Way = { ...way, env: value.env, depth: way.depth + 1, thrown, returned: (argument, at) => argument ? expression(argument, at.leaving(end), at) : at.leaving(end)(), leaving: to => to, breaks: undefined, continues: undefined, labels: new Map() }
      return body(value.fn, inside, end)
    }
    if (node.type === 'CallExpression' && callee.kind === 'member' && name && ITERATES.has(name)) {
      const one = callbacks[0]!
      return one.value.fn.async ? { both: [run(one, stop, stop), next()] } : fork('other', run(one, next, way.thrown), next())
    }
    if (node.type === 'NewExpression' && isGlobal(callee, 'Promise')) return { both: [run(callbacks[0]!, stop, stop), next()] }
    if (isScheduler(callee)) return { both: [run(callbacks[0]!, stop, stop), next()] }
    return callbacks.reduce<Next>((rest, one) => () => {
      const tree = run(one, stop, stop)
      const told = isTold(one.value.fn) || question.verifies?.(node, way.env) === 'calling back'
      if (!canPass(tree)) return told || !informed ? rest() : { maybe: rest() }
      return { both: [told || !informed ? tree : { maybe: tree }, rest()] }
    }, next)()
  }

  /** Code that is not seen may throw: in a try, that is a test; outside, it cannot be told. */
  function unseen(node: CallNode, callee: Value, informed: boolean, next: Next, way: Way, asTest: boolean): Tree {
    const manner = mannerOf(node, callee)
    if (manner === 'quiet' || manner === 'tells' || question.reads?.(node, way.env)) return next()
    if (!informed) {
      if (manner === 'refuses') return fork('other', next(), way.thrown())
      if (isOwnParameter(callee)) return next()
      return way.caught ? fork('other', { after: node, tree: next() }, way.thrown()) : { after: node, tree: next() }
    }
    if (manner === 'asks') return next()
    if (!way.caught || asTest) return fork('other', next(), way.thrown())
    if (isKept(node)) reacts = true
    return fork('evidence', next(), way.thrown())
  }

  /** What answers the caller is given to the guard: it answers, and comes back. */
  function isOwnParameter(callee: Value): boolean {
    let at = callee
    for (;;) {
      if (at.kind === 'member' || at.kind === 'call') at = at.of
      else return at.kind === 'root' && at.of === 'param' && at.fn === fn.fn
    }
  }

  function assertion(node: CallNode, callee: Value, next: Next, way: Way): Tree {
    const [first, second] = node.arguments as Node[]
    const name = callee.kind === 'root' && callee.of === 'import' ? callee.name : callee.kind === 'member' ? callee.name : undefined
    if (name === 'fail') return way.thrown()
    if (name === 'ok' || name === 'default' || name === '*' || name === 'strict') return condition(first!, next, way.thrown, way)
    return fork([first, second].some(part => part && evident(part, way.env)) ? 'evidence' : 'other', next(), way.thrown())
  }

  // ── functions ────────────────────────────────────────────────────────────────────────────────────────────────────
  /** A function of the program that a call runs, and the way inside it. */
  function called(node: TSESTree.CallExpression, way: Way): { callee: FunctionValue; way: Way } | undefined {
    const callee = evaluator.evaluate(node.callee, way.env)
    if (callee.kind !== 'function' || callee.fn.generator || way.depth >= DEPTH || !callee.fn.body) return undefined
    const env = evaluator.enter(callee, node.arguments.map(arg => evaluator.evaluate(arg, way.env)), node, way.env)
    if (!env) return undefined
    callers.set(env, way.env)
    return { callee, way: { ...way, env, depth: way.depth + 1, leaving: to => to, breaks: undefined, continues: undefined, labels: new Map() } }
  }

  function body(of: FunctionNode, way: Way, end: Next): Tree {
    if (of.body.type !== 'BlockStatement') return way.returned(of.body, way)
    return list(of.body.body, 0, end, way)
  }

  // ── promises ─────────────────────────────────────────────────────────────────────────────────────────────────────
  /** `….then(f, g)`, `….catch(g)`, `….finally(h)` on something whose own code is not walked into. */
  function chained(node: TSESTree.CallExpression): 'then' | 'catch' | 'finally' | undefined {
    const callee = bare(node.callee)
    const name = callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier' ? callee.property.name : undefined
    return (name === 'then' || name === 'catch' || name === 'finally') && node.arguments.length > 0 ? name : undefined
  }

  /** A promise that is fulfilled or rejected; as a test, what the last callback returns decides. */
  function settled(whole: Node, fulfilled: Next, rejected: Next, way: Way, test?: { yes: Next; no: Next }, handled = false): Tree {
    spend()
    const node = bare(whole)
    const how = node.type === 'CallExpression' ? chained(node) : undefined
    if (node.type !== 'CallExpression') return expression(node, fulfilled, { ...way, thrown: rejected, caught: handled })
    if (how) {
      const on = (bare(node.callee) as TSESTree.MemberExpression).object, [first, second] = node.arguments
      const done = once(fulfilled), failed = once(rejected)
      const run = (callback: Node | undefined, otherwise: Next, to: Next): Next => callback ? once(() => reaction(callback, to, failed, way, how === 'finally' ? undefined : test)) : otherwise
      const refused = how === 'catch' ? first : how === 'then' ? second : undefined
      if (refused && isNested(refused) && isReaction((refused as FunctionNode).body, way.env, evaluator) && evident(on, way.env)) reacts = true
      if (how === 'then') return settled(on, run(first, done, done), run(second, failed, done), way, first ? undefined : test, handled || second !== undefined)
      if (how === 'catch') return settled(on, done, run(first, failed, done), way, test, true)
      return settled(on, run(first, done, done), run(first, failed, failed), way, test, handled)
    }
    const callee = evaluator.evaluate(node.callee, way.env)
    if (isGlobal(callee, 'Promise', 'reject')) return rejected()
    const inner = called(node, way)
    if (inner) {
      const at: Way = { ...inner.way, caught: handled, thrown: rejected, returned: (argument, here) => argument ? test ? condition(argument, here.leaving(test.yes), here.leaving(test.no), here) : settled(argument, here.leaving(fulfilled), rejected, here, undefined, handled) : here.leaving(test ? test.no : fulfilled)() }
      return operands(node, () => body(inner.callee.fn, at, test ? test.no : fulfilled), way)
    }
    return operands(node, () => made(node, once(fulfilled), { ...way, caught: handled, thrown: rejected }, false), way)
  }

  /** What a callback of a promise does: a function of the program, or the approval itself. */
  function reaction(callback: Node, next: Next, thrown: Next, way: Way, test?: { yes: Next; no: Next }): Tree {
    if (!isNested(callback) && question.passes?.(bare(callback), way.env)) {
      if (!question.refusesWithArgument) return 'pass'
      const up = callback.parent as TSESTree.CallExpression
      return chained(up) === 'then' && up.arguments[0] === callback ? fork('other', 'pass', 'stop') : 'stop'
    }
    const value = evaluator.evaluate(callback, way.env)
    if (value.kind !== 'function' || value.fn.generator || way.depth >= DEPTH) return literal(value) ? next() : { maybe: next() }
    const inside: Way = {
      ...way, env: value.env, depth: way.depth + 1, thrown, leaving: to => to, breaks: undefined, continues: undefined, labels: new Map(),
      returned: (argument, at) => !argument ? at.leaving(test ? test.no : next)() : test ? condition(argument, at.leaving(test.yes), at.leaving(test.no), at) : settled(argument, at.leaving(next), thrown, at),
    }
    return body(value.fn, inside, test ? test.no : next)
  }

  try {
    const { approval } = question
    const ends = approval === 'completes' || approval === 'falsy' ? pass : stop
    const way: Way = {
      env: question.env, depth: 0, caught: false, thrown: stop, leaving: to => to, breaks: undefined, continues: undefined, labels: new Map(),
      returned: (argument, at) => {
        if (!argument) return at.leaving(ends)()
        if (approval === 'calls' || approval === 'completes') return expression(argument, at.leaving(ends), at)
        return approval === 'truthy' ? condition(argument, at.leaving(pass), at.leaving(stop), at) : condition(argument, at.leaving(stop), at.leaving(pass), at)
      },
    }
    if (fn.fn.generator && !question.generator) return { gates: 'unknown', refuses: false, reacts }
    if (question.sync && fn.fn.async) return { gates: approval === 'truthy' ? 'no' : 'yes', refuses: approval !== 'truthy', reacts }
    const tree = body(fn.fn, way, ends)
    // where nothing is seen to approve, code that is not seen may
    const open = !approved && handedOn ? 'unknown' : ungated(tree, new Map()).open
    return { gates: open === 'yes' ? 'no' : open === 'no' ? 'yes' : 'unknown', refuses: canStop(tree, new Map()), reacts }
  } catch (error) {
    if (error instanceof Overflow || error instanceof RangeError) return { gates: 'unknown', refuses: true, reacts }
    throw error
  }
}

class Overflow extends Error {}
type Loop = TSESTree.ForStatement | TSESTree.ForOfStatement | TSESTree.ForInStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement

/** Where ways meet again, the rest is unfolded once. */
function once(next: Next): Next {
  let tree: Tree | undefined
  return () => tree ??= next()
}

interface Open { open: 'yes' | 'no' | 'unknown'; /** calls that have to come back for it */ after: ReadonlySet<Node> }
const NOTHING: ReadonlySet<Node> = new Set()

/** Whether a way to pass is open that no evidence decides. */
function ungated(tree: Tree, known: Map<Tree, Open>): Open {
  if (tree === 'pass') return { open: 'yes', after: NOTHING }
  if (tree === 'stop') return { open: 'no', after: NOTHING }
  if (tree === 'lost') return { open: 'unknown', after: NOTHING }
  let answer = known.get(tree)
  if (!answer) known.set(tree, answer = weighed(tree, known))
  return answer
}

function weighed(tree: Exclude<Tree, string>, known: Map<Tree, Open>): Open {
  const decided = (open: Open['open']): Open => ({ open, after: NOTHING })
  if ('maybe' in tree) return decided(ungated(tree.maybe, known).open === 'no' ? 'no' : 'unknown')
  if ('after' in tree) {
    const inner = ungated(tree.tree, known)
    return inner.open === 'yes' ? { open: 'yes', after: new Set([...inner.after, tree.after]) } : inner
  }
  if ('both' in tree) {
    const all = tree.both.map(one => ungated(one, known))
    return all.find(one => one.open === 'yes') ?? all.find(one => one.open === 'unknown') ?? decided('no')
  }
  const yes = ungated(tree.yes, known), no = ungated(tree.no, known)
  if (yes.open === 'no' || no.open === 'no') return decided(tree.by === 'evidence' || yes.open === no.open ? 'no' : 'unknown')
  if (yes.open === 'unknown' || no.open === 'unknown') return decided('unknown')
  // a call that only one outcome reaches may be what refuses
  if (tree.by === 'evidence') return yes.after.size === no.after.size && [...yes.after].every(call => no.after.has(call)) ? yes : decided('unknown')
  return { open: 'yes', after: new Set([...yes.after, ...no.after]) }
}

function canStop(tree: Tree, known: Map<Tree, boolean>): boolean {
  if (typeof tree === 'string') return tree === 'stop'
  let answer = known.get(tree)
  if (answer === undefined) known.set(tree, answer = 'maybe' in tree ? canStop(tree.maybe, known) : 'after' in tree ? canStop(tree.tree, known) : 'both' in tree ? tree.both.every(one => canStop(one, known)) : canStop(tree.yes, known) || canStop(tree.no, known))
  return answer
}

function canPass(tree: Tree): boolean {
  if (typeof tree === 'string') return tree !== 'stop'
  return 'maybe' in tree ? canPass(tree.maybe) : 'after' in tree ? canPass(tree.tree) : 'both' in tree ? tree.both.some(canPass) : canPass(tree.yes) || canPass(tree.no)
}

function isNested(node: Node): boolean {
  return isFunction(node) || node.type === 'ClassExpression' || node.type === 'ClassDeclaration'
}

/** A callback that is told of a failure is called either way: `(err, user) => …`. */
function isTold(fn: FunctionNode): boolean {
  const first = fn.params[0]
  return first?.type === 'Identifier' && /^_*(?:e|ex|er|err|error|failure|cause)?$|(?:Err|Error)$/.test(first.name)
}

/** What becomes of what a call gives: it is waited for or returned, dropped, or kept for later. */
function fateOf(node: Node): 'awaited' | 'dropped' | 'kept' {
  const up = node.parent
  switch (up?.type) {
    case 'AwaitExpression': case 'ReturnStatement': return 'awaited'
    case 'ArrowFunctionExpression': return up.body === node ? 'awaited' : 'kept'
    case 'ExpressionStatement': return 'dropped'
    case 'UnaryExpression': return up.operator === 'void' ? 'dropped' : 'kept'
    case 'ChainExpression': case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': case 'ConditionalExpression': case 'LogicalExpression': case 'ArrayExpression':
      return 'test' in up && up.test === node ? 'kept' : fateOf(up)
    // `Promise.all([…])`
    case 'CallExpression': return node.type === 'ArrayExpression' && bare(up.callee).type === 'MemberExpression' && wordsOf(memberName(bare(up.callee)) ?? '')[0] === 'all' && memberName(bare(up.callee)) !== 'allSettled' ? fateOf(up) : 'kept'
    default: return 'kept'
  }
}

function memberName(node: Node): string | undefined {
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? node.property.name : undefined
}

function isGlobal(value: Value, name: string, member?: string): boolean {
  if (member !== undefined) return value.kind === 'member' && value.name === member && isGlobal(value.of, name)
  return value.kind === 'root' && value.of === 'global' && value.name === name
}

function isScheduler(value: Value): boolean {
  return value.kind === 'member' ? value.name === 'nextTick' && isGlobal(value.of, 'process') : value.kind === 'root' && (value.of === 'global' || (value.of === 'import' && value.module === 'timers')) && SCHEDULES.has(value.name)
}

/** Node's own assertions. */
function isAssertion(value: Value): boolean {
  const root = value.kind === 'member' ? value.of : value
  return root.kind === 'root' && root.of === 'import' && (root.module === 'assert' || root.module === 'assert/strict')
}

/** Whether somebody takes what a call gives: what is only told to others verifies nothing. */
function isKept(node: Node): boolean {
  const up = node.parent
  return up?.type === 'AwaitExpression' ? isKept(up) : up?.type === 'VariableDeclarator' || up?.type === 'AssignmentExpression'
}

/** An expression with what is taken of it: `(await f()).a as T`. */
function whole(node: Node): Node {
  let at = node
  for (let up = at.parent; up && (/^(?:AwaitExpression|ChainExpression|TSAsExpression|TSNonNullExpression|TSSatisfiesExpression)$/.test(up.type) || (up.type === 'MemberExpression' && up.object === at)); up = up.parent) at = up
  return at
}

/** A test that holds where something is missing or different: `!x`, `x === null`, `x !== y`. */
function negative(test: Node): boolean {
  const node = bare(test)
  if (node.type === 'UnaryExpression') return node.operator === '!'
  if (node.type === 'LogicalExpression') return negative(node.left) || negative(node.right)
  if (node.type !== 'BinaryExpression') return false
  const empty = (side: Node) => (side.type === 'Literal' && side.value === null) || (side.type === 'Identifier' && side.name === 'undefined')
  return node.operator.startsWith('!') ? !empty(node.right) : node.operator.startsWith('==') && empty(node.right)
}

/** Whether a call stands for itself: what it gives is not asked for. */
function isStatement(node: Node): boolean {
  const fate = fateOf(node)
  return fate === 'dropped' || (fate === 'awaited' && node.parent?.type === 'AwaitExpression' && isStatement(node.parent))
}

/** Whether code says or does something about a failure; putting a default in its place is none. */
function isReaction(node: Node, env: Env, evaluator: Evaluator): boolean {
  if (node.type === 'ThrowStatement') return true
  if (node.type === 'NewExpression') return isError(evaluator.evaluate(node.callee, env), evaluator)
  if (node.type === 'CallExpression' && isStatement(node)) return true
  return !isNested(node) && children(node).some(child => isReaction(child, env, evaluator))
}

/** An error of the language or of a package, or a class of the program that is one. */
function isError(value: Value, evaluator: Evaluator, hops = 0): boolean {
  if (value.kind === 'class') return hops < 4 && value.decl.superClass !== null && isError(evaluator.evaluate(value.decl.superClass, value.env), evaluator, hops + 1)
  const name = value.kind === 'member' || (value.kind === 'root' && (value.of === 'import' || value.of === 'global')) ? value.name : null
  return name !== null && ['error', 'exception'].includes(wordsOf(name).at(-1)!)
}
