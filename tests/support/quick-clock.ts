import type { Clock } from '../../src/clock.js';

/** A clock that stands still until a test moves it; then whoever sleeps wakes at its own time, the earliest first. */
export interface QuickClock extends Clock {
  /** Moves it at once, backwards too, as somebody does who sets a machine's clock. */
  set(instant: string | Date): void;
  forward(ms: number): void;
  /** Lets the time pass up to an instant, and all that falls due in it happen. */
  runUntil(instant: string | Date): Promise<void>;
  /** How long each sleeper wanted to sleep. */
  readonly slept: number[];
}

/** Rounds of the event loop in which whatever is awake comes to rest: nothing here waits for a network. */
const ROUNDS = 25;

export function quickClock(start: string): QuickClock {
  let time = Date.parse(start);
  const slept: number[] = [];
  const sleeping = new Set<{ readonly due: number; readonly wake: () => void }>();

  async function comeToRest(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1)
      await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    slept,
    now: () => new Date(time),
    sleep(ms, signal) {
      slept.push(ms);
      return new Promise((resolve, reject) => {
        const sleeper = {
          due: time + ms,
          wake() {
            sleeping.delete(sleeper);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = (): void => {
          sleeping.delete(sleeper);
          reject(signal?.reason);
        };
        if (signal?.aborted) stop();
        else {
          signal?.addEventListener('abort', stop, { once: true });
          sleeping.add(sleeper);
        }
      });
    },
    set(instant) {
      time = new Date(instant).getTime();
    },
    forward(ms) {
      time += ms;
    },
    async runUntil(instant) {
      const end = new Date(instant).getTime();
      for (;;) {
        await comeToRest();
        const [next] = [...sleeping].toSorted((a, b) => a.due - b.due);
        if (!next || next.due > end) break;
        time = Math.max(time, next.due);
        next.wake();
      }
      time = Math.max(time, end);
      await comeToRest();
    },
  };
}
