import { defineConfig } from 'vitest/config'

const unit = [
  'src/**/*.test.ts',
  'web/src/**/*.test.ts',
  'test/semantics/**/*.test.ts',
  'test/property/**/*.test.ts',
  'test/arrows.test.ts',
  'test/page-arrows.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: unit, testTimeout: 60_000 } },
      {
        // What a user runs: the built package. Built once, before the first of these tests.
        test: {
          name: 'built',
          include: ['test/**/*.test.ts'],
          exclude: [...unit, 'test/browser/**', 'test/servers/**'],
          globalSetup: ['test/support/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
