import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('..'),
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', at('support/count-reporter.ts')],
    testTimeout: 20_000,
  },
});
