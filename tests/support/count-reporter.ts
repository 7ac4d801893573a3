import type { Reporter, TestModule } from 'vitest/node';

/**
 * Closes a run with one line that a machine can read: "N passed, N failed", and skipped ones where there are any.
 * Above it stands, where nobody can overlook it, what was not tried and why, for suites whose title says "(skipped: …)".
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const untried = new Map<string, number>();
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      // A file that cannot even be collected is a failure that no test of it can tell.
      if (module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      for (const { name, children } of module.children.allSuites()) {
        const reason = /\(skipped: (.+)\)$/.exec(name)?.[1];
        if (reason === undefined) continue;
        const tests = [...children.allTests()].length;
        untried.set(reason, (untried.get(reason) ?? 0) + tests);
      }
    }
    for (const [reason, tests] of untried)
      process.stdout.write(`\n!!! NOT TRIED: ${tests} tests, because ${reason}. !!!\n`);
    const left = count.skipped + count.pending;
    const skipped = left > 0 ? `, ${left} skipped` : '';
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}
