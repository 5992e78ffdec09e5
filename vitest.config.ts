import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/count.ts'],
    // Much of the suite waits for processes that it starts.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
