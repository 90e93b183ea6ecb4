import { defineConfig } from 'vitest/config'

/** Tests in a real browser: apart from the others, because not every machine has one. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A browser under load may be late once; what fails twice has failed. The report names what needed its second turn.
    retry: 1,
  },
})
