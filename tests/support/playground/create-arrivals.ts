import type { After } from '../../../src/playground/state/movable-clock.js';

/** Things that arrive over time, handed out once each, in order, to whoever waits for such. */
export interface Arrivals<T> {
  add(thing: T): void;
  /**
   * The oldest thing not handed out yet that matches, at once if it is there already; rejects after
   * `timeoutMs` with what else arrived.
   */
  next(matches: (thing: T) => boolean, timeoutMs: number): Promise<T>;
}

/** How many unclaimed things are remembered. */
const KEPT = 1_000;

export function createArrivals<T>(needs: {
  after: After;
  /** For the message of a timeout: "no message". */
  what: string;
  describe: (thing: T) => string;
}): Arrivals<T> {
  const { after, what, describe } = needs;
  const unclaimed: T[] = [];
  const waiting: { matches: (thing: T) => boolean; give: (thing: T) => void }[] = [];
  return {
    add(thing) {
      const index = waiting.findIndex((one) => one.matches(thing));
      const [waiter] = index < 0 ? [] : waiting.splice(index, 1);
      if (waiter) return waiter.give(thing);
      unclaimed.push(thing);
      if (unclaimed.length > KEPT) unclaimed.shift();
    },
    next: (matches, timeoutMs) =>
      new Promise((resolve, reject) => {
        const index = unclaimed.findIndex(matches);
        const [ready] = index < 0 ? [] : unclaimed.splice(index, 1);
        if (ready !== undefined) return resolve(ready);
        const waiter = {
          matches,
          give(thing: T) {
            cancel();
            resolve(thing);
          },
        };
        const cancel = after(timeoutMs, () => {
          waiting.splice(waiting.indexOf(waiter), 1);
          const seen = unclaimed.map((one) => `\n- ${describe(one)}`).join('') || ' nothing';
          reject(new Error(`No such ${what} within ${timeoutMs} ms. Unclaimed:${seen}`));
        });
        waiting.push(waiter);
      }),
  };
}
