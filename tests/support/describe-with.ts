import { beforeEach, describe } from 'vitest';

/**
 * Tests that need what not every machine has; `missing` says what is not there, `null` that all is. Without it they are
 * skipped, and the last lines of the run say so; under CI they fail, for a run without its browser proves nothing.
 */
export function describeWith(title: string, missing: string | null, tests: () => void): void {
  const skipped = missing !== null && !process.env['CI'];
  const reason = skipped ? ` (skipped: ${missing})` : '';
  describe.skipIf(skipped)(`${title}${reason}`, () => {
    beforeEach(() => {
      if (missing !== null) throw new Error(`cannot be tried: ${missing}`);
    });
    tests();
  });
}
