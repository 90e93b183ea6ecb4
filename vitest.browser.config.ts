import { defineConfig } from 'vitest/config'

/** Tests in a real browser: apart from the others, because not every machine has one. */
export default defineConfig({
  test: { include: ['test/browser/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 120_000, maxWorkers: 2 },
})
