import { defineConfig } from 'vitest/config'

/** Tests that put something else in the place of a module. */
const replacing = ['tests/house/frameworks.test.ts', 'tests/house/lookalike.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    projects: [
      // files share what they load: the parser and the rule tester would take most of the time
      { extends: true, test: { name: 'tests', include: ['tests/**/*.test.ts'], exclude: replacing, isolate: false } },
      { extends: true, test: { name: 'replacing', include: replacing } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
    },
  },
})
