import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('..'),
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', at('support/count-reporter.ts')],
    // More than there are processors: much of a run is waiting, for a browser, a database, a program.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    testTimeout: 20_000,
  },
});
