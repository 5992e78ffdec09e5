import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: process.env.CI ? ['dot', './tests/count.ts'] : ['default', './tests/count.ts'],
    testTimeout: 60_000,
  },
})
