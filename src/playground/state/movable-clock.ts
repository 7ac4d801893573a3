/** Runs something later; returns how to call it off. */
export type After = (ms: number, run: () => void) => () => void;

/** What Node's timers hold; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** How far the clock may be moved at a time. */
export const FARTHEST_MS = 31 * 86_400_000;

/** What falls due within two minutes happens together, so that a loop of seconds does not make a day take an hour. */
const STEP_MS = 120_000;

/** Of real time, after each step. */
const PAUSE_MS = 2;
/** A timer that comes so much later than it should says that there is work to be done. */
const BUSY_MS = 4;
const MOST_PAUSES = 100;

interface ClockNeeds {
  real: () => number;
  after: After;
  /** Where a kept workspace left off: no earlier than its last message. */
  notBefore?: number;
}

export interface MovableClock extends ReturnType<typeof createMovableClock> {}

/** The playground's time: this machine's, moved forward by whoever wants to see tomorrow's digest today. Never back. */
export function createMovableClock({ real, after: realAfter, notBefore = 0 }: ClockNeeds) {
  let moved = Math.max(0, notBefore - real());
  const waiting = new Set<{ due: number; fire: () => void }>();
  /** Milliseconds since 1970. */
  const now = (): number => real() + moved;

  const after: After = (ms, run) => {
    const due = now() + ms;
    let cancel = (): void => undefined;
    const stop = (): void => {
      cancel();
      waiting.delete(one);
    };
    const one = {
      due,
      fire: () => {
        stop();
        run();
      },
    };
    const wait = (): void => {
      const left = due - now();
      cancel =
        left > LONGEST_TIMER_MS ? realAfter(LONGEST_TIMER_MS, wait) : realAfter(left, one.fire);
    };
    waiting.add(one);
    wait();
    return stop;
  };

  /** Goes from one thing that falls due to the next, so that each happens at its own time and not all at the last. */
  async function runThrough(ms: number): Promise<void> {
    const goal = now() + ms;
    let earliest = now();
    for (;;) {
      const soonest = Math.min(...[...waiting].map(({ due }) => due));
      const next = Math.min(goal, Math.max(soonest, earliest));
      moved += Math.max(0, next - now());
      const ringing = [...waiting].filter(({ due }) => due <= now());
      for (const one of ringing.toSorted((a, b) => a.due - b.due)) if (waiting.has(one)) one.fire();
      if (next === goal) return;
      earliest = next + STEP_MS;
      await untilIdle();
    }
  }

  /** What fell due reads the clock, and works, before that goes on: while this process is busy, timers come late. */
  async function untilIdle(): Promise<void> {
    for (let turn = 0; turn < MOST_PAUSES; turn += 1) {
      const began = real();
      await new Promise<void>((resolve) => realAfter(PAUSE_MS, resolve));
      if (real() - began <= PAUSE_MS + BUSY_MS) return;
    }
  }

  let last = Promise.resolve();
  return {
    now,
    after,
    /** Resolves when that much has passed on this clock; rejects with the signal's reason when that is aborted. */
    sleep: async (ms: number, signal?: AbortSignal): Promise<void> => {
      signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        const end = (): void => {
          cancel();
          signal?.removeEventListener('abort', end);
          resolve();
        };
        const cancel = after(ms, end);
        signal?.addEventListener('abort', end);
      });
      signal?.throwIfAborted();
    },
    /**
     * Runs through that much time at once: what waits and falls due in it happens at its own time, the earliest first.
     * Resolves when the clock has arrived.
     * @throws RangeError for less than nothing or more than 31 days
     */
    forward: (ms: number): Promise<void> => {
      if (!(ms >= 0 && ms <= FARTHEST_MS))
        throw new RangeError(
          `The clock goes forward only, and by 31 days at most; not by ${ms} ms.`,
        );
      last = last.then(() => runThrough(ms));
      return last;
    },
  };
}
