import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
    setupFiles: ['tests/support/no-network.ts'],
    reporters: ['default', './tests/support/skip-reporter.ts'],
    testTimeout: 30_000,
    // Nothing else runs beside them; by default one processor is left idle, which is half of a machine of two.
    maxWorkers: '100%',
  },
});
