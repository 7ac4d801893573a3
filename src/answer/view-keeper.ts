import type { Corpus } from '../corpus/corpus.js';
import { doAtOnce, doInSlices } from '../corpus/slices.js';
import type { Pause } from '../corpus/follow-folder.js';
import { createCopyFinder } from './copy-finder.js';
import { buildView, isRight, type TimedView, type View } from './view.js';

/** Keeps the one view that is right: of what was read last, as of now. */
export interface ViewKeeper {
  /** The view for this moment. It never changes under whoever holds it. */
  readonly view: () => View;
  /** Builds the view of what was read, in slices; it stands when the promise is fulfilled. */
  take(corpus: Corpus): Promise<void>;
  /** Says in the freshness line whether the folder can be opened. */
  markGone(gone: boolean): void;
  /** Has the next view ready when an embargo ends, until it is closed. */
  keepTime(pause: Pause): { close(): Promise<void> };
}

/** How long before the end of an embargo the view that shows the article is built. */
const AHEAD_MS = 3_000;
/** The clock is looked at so often at least while an embargo is to end: it may be set, or stand still in sleep. */
const LOOK_MS = 30_000;

export async function createViewKeeper(needs: {
  readonly corpus: Corpus;
  readonly now: () => Date;
  /** Lets others have their turn between two slices of work. */
  readonly rest: () => Promise<void>;
  /** Milliseconds since some fixed moment. */
  readonly ticks: () => number;
  /** A new view stands, with other content or for another moment. */
  readonly stood: () => void;
}): Promise<ViewKeeper> {
  const { now, stood } = needs;
  const copies = createCopyFinder();
  let corpus = needs.corpus;
  let loadedAt = now();
  let gone = false;
  let prepared: TimedView | null = null;
  let waiting = new AbortController();

  const buildFor = (instant: Date) => buildView(corpus, { now: instant, loadedAt, copies });

  /** The right view of what was read last: an embargo may end while it is being built. */
  async function buildNow(): Promise<TimedView> {
    for (;;) {
      const built = await doInSlices(buildFor(now()), needs);
      if (isRight(built, now())) return built;
    }
  }

  let standing = await buildNow();

  function stand(view: TimedView): void {
    standing = view;
    prepared = null;
    waiting.abort();
    stood();
  }

  return {
    view() {
      const instant = now();
      if (!isRight(standing, instant))
        stand(
          prepared !== null && isRight(prepared, instant) ? prepared : doAtOnce(buildFor(instant)),
        );
      const { view } = standing;
      return gone ? { ...view, freshness: { ...view.freshness, folderGone: true } } : view;
    },

    async take(next) {
      if (next === corpus) return;
      corpus = next;
      loadedAt = now();
      stand(await buildNow());
    },

    markGone(isGone) {
      gone = isGone;
    },

    keepTime(pause) {
      let closed = false;
      async function run(): Promise<void> {
        while (!closed) {
          const remaining = standing.until - now().getTime();
          if (remaining <= AHEAD_MS && prepared === null && remaining > 0) {
            const of = corpus;
            const next = await doInSlices(buildFor(new Date(standing.until)), needs);
            if (of === corpus) prepared = next;
          } else if (!isRight(standing, now())) {
            stand(prepared !== null && isRight(prepared, now()) ? prepared : await buildNow());
          } else {
            waiting = new AbortController();
            const until = remaining > AHEAD_MS ? remaining - AHEAD_MS : remaining;
            await pause(Math.max(1, Math.min(until, LOOK_MS)), waiting.signal);
          }
        }
      }
      const running = run();
      return {
        async close() {
          closed = true;
          waiting.abort();
          await running;
        },
      };
    },
  };
}
