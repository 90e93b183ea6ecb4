import { defineConfig } from 'vitest/config'

/** What the mutation tester runs for each change to `core`: its tables and unit tests, nothing that starts a process. */
export default defineConfig({
  test: { include: ['src/core/**/*.test.ts', 'test/semantics/**/*.test.ts'], testTimeout: 60_000 },
})
