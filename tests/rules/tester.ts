/** The one RuleTester of the rules' tests, typed for rules that know ESLint only. */
import { RuleTester, type RunTests } from '@typescript-eslint/rule-tester'
import type { SecureRpcRule } from '../../src/rule.js'

interface Tester { run(name: string, rule: SecureRpcRule, cases: RunTests<string, unknown[]>): void }

export const tester = new RuleTester() as unknown as Tester
