import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'web/*/src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'eval/**/*.test.ts',
    ],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['server/src/testing/cluster.ts'],
  },
})
