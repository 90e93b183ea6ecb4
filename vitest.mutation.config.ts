import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * What the mutation tester runs for each change to `core`: its unit tests, and the tables of meaning as they were read
 * once before it began (`test/mutation`). Nothing that starts a process.
 */
export default defineConfig({
  resolve: {
    alias: [
      {
        find: '../support/table.ts',
        replacement: fileURLToPath(new URL('./test/mutation/frozen.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['src/core/**/*.test.ts', 'test/semantics/semantics.test.ts'],
    exclude: ['src/core/units-table.test.ts'],
    globalSetup: ['test/mutation/freeze.ts'],
    testTimeout: 60_000,
  },
})
