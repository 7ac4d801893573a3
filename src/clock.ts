import { setTimeout as timeout } from 'node:timers/promises';

/** The time of day, and waiting for a later one. Handed in wherever either is needed. */
export interface Clock {
  readonly now: () => Date;
  /**
   * Resolves when `ms` have passed on this clock, never before.
   * @throws the signal's reason as soon as it is aborted
   */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** What Node's timers hold, 2³¹ − 1 ms or almost 25 days; a longer wait would end at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The clock of this machine. Waiting on it is no reason for the process to live on. */
export const systemClock: Clock = {
  now: () => new Date(),
  async sleep(ms, signal) {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS)
      await timeout(Math.min(left, LONGEST_TIMER_MS), undefined, {
        ref: false,
        ...(signal ? { signal } : {}),
      });
    signal?.throwIfAborted();
  },
};
