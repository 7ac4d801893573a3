import type { After } from '../../../../src/playground/state/movable-clock.js';

/** The real clock, which a test may set forward: what falls due in the skipped time happens at once. */
export interface SkippingClock {
  now: () => number;
  after: After;
  skip: (ms: number) => void;
}

export function createSkippingClock(): SkippingClock {
  let skipped = 0;
  const waiting = new Set<{ due: number; fire: () => void }>();
  const now = (): number => Date.now() + skipped;
  return {
    now,
    after(ms, run) {
      const one = {
        due: now() + ms,
        fire: () => {
          clearTimeout(timer);
          waiting.delete(one);
          run();
        },
      };
      const timer = setTimeout(one.fire, ms);
      waiting.add(one);
      return () => {
        clearTimeout(timer);
        waiting.delete(one);
      };
    },
    skip(ms) {
      skipped += ms;
      for (const one of [...waiting].toSorted((a, b) => a.due - b.due))
        if (one.due <= now()) one.fire();
    },
  };
}
