import type { Clock } from '../../src/clock.js';

/** A clock on which nobody waits: whoever sleeps wakes at once, that much later. */
export interface QuickClock extends Clock {
  /** Moves it, backwards too, as somebody who sets a machine's clock does. */
  set(instant: string | Date): void;
  forward(ms: number): void;
  readonly slept: number[];
}

export function quickClock(start: string): QuickClock {
  let time = Date.parse(start);
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(time),
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      time += ms;
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    },
    set(instant) {
      time = new Date(instant).getTime();
    },
    forward(ms) {
      time += ms;
    },
  };
}
