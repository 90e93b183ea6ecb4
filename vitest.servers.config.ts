import { defineConfig } from 'vitest/config'

/** SQL on servers that are not part of an install: `npm run test:spark`. docs/do/write-sql.md tells how to get them. */
export default defineConfig({
  test: { include: ['test/servers/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 300_000 },
})
