import type { Clock } from '../../src/clock.js';

/** A clock on which whoever sleeps has slept at once: time passes by nothing else. */
export interface HurriedClock extends Clock {
  /** How long each sleep was, in milliseconds. */
  readonly slept: number[];
  /** How long all of them were together. */
  passed(): number;
}

export function hurriedClock(): HurriedClock {
  const START = Date.parse('2026-11-25T09:00:00Z');
  const slept: number[] = [];
  const passed = (): number => slept.reduce((sum, ms) => sum + ms, 0);
  return {
    slept,
    passed,
    now: () => new Date(START + passed()),
    async sleep(ms, signal) {
      slept.push(ms);
      // What is under way elsewhere gets its turn.
      await new Promise((resolve) => setTimeout(resolve, 1));
      signal?.throwIfAborted();
    },
  };
}
