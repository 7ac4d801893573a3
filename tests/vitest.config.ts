import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('..'),
  test: {
    reporters: ['default', at('support/count-reporter.ts')],
    // More than there are processors: much of a run is waiting, for a browser, a database, a program.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // For what hangs; a busy machine is no reason to fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // They change nothing outside themselves, so a worker reads the source once for all of its files.
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/{browser,contracts,integration}/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
    ],
  },
});
