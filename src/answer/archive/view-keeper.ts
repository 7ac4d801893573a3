import type { CacheFile } from '../../corpus/folder/cache-file.js';
import type { Corpus } from '../../corpus/folder/corpus.js';
import { doAtOnce, doInSlices, type Turns } from '../../corpus/slices.js';
import type { Pause } from '../../corpus/folder/follow-folder.js';
import { decodeWordCache, encodeWordCache } from '../../search/index/word-cache.js';
import { WordStore, type KeptWords } from '../../search/index/word-store.js';
import { buildView, isRight, type TimedView, type View } from './view.js';

/** How long before the end of an embargo the view that shows the article is built. */
const AHEAD_MS = 3_000;
/** The clock is looked at so often at least while an embargo is to end: it may be set, or stand still in sleep. */
const LOOK_MS = 30_000;

/** Fewer passages are read anew as fast as from a file. */
const WORTH_CACHING = 2_000;
/** The share of articles that may be missing in the cache, or be too many there. */
const NOT_WORTH_WRITING = 0.02;
/** Articles no longer there that need not worry anybody. */
const SPARE_ARTICLES = 1_000;

/** Keeps the one view that is right: of what was read last, as of now. */
export async function createViewKeeper(
  needs: {
    readonly corpus: Corpus;
    readonly now: () => Date;
    readonly cache?: CacheFile | undefined;
    readonly cacheFailed: (error: unknown) => void;
    /** Hears how many articles' words were read, the first time. */
    readonly progress?: ((done: number, total: number) => void) | undefined;
    /** A new view stands, with other content or for another moment. */
    readonly stood: () => void;
  } & Turns,
) {
  const { now, stood } = needs;
  const kept = await loadCache(needs.cache);
  let inCache: ReadonlySet<string> = new Set(kept?.articles.keys());
  let words = new WordStore(kept);
  let reading = needs.progress;
  let corpus = needs.corpus;
  let loadedAt = now();
  let gone = false;
  let prepared: TimedView | null = null;
  let waiting = new AbortController();

  const buildFor = (instant: Date) =>
    buildView(corpus, { now: instant, loadedAt, words, progress: reading });

  /** The right view of what was read last: an embargo may end while it is being built. */
  async function buildNow(): Promise<TimedView> {
    for (;;) {
      const built = await doInSlices(buildFor(now()), needs);
      if (isRight(built, now())) return built;
    }
  }

  /** Articles long gone are kept in the store; when they are most of it, it is begun anew. */
  function letGo(): void {
    if (words.size > 2 * corpus.articles.length + SPARE_ARTICLES) words = new WordStore();
  }

  letGo();
  let standing = await buildNow();
  reading = undefined;

  function stand(view: TimedView): void {
    standing = view;
    prepared = null;
    waiting.abort();
    stood();
  }

  return {
    /** The view for this moment. It never changes under whoever holds it. */
    view: (): View => {
      const instant = now();
      if (!isRight(standing, instant))
        stand(
          prepared !== null && isRight(prepared, instant) ? prepared : doAtOnce(buildFor(instant)),
        );
      const { view } = standing;
      return gone ? { ...view, freshness: { ...view.freshness, folderGone: true } } : view;
    },

    /** Builds the view of what was read, in slices; it stands when the promise is fulfilled. */
    async take(next: Corpus): Promise<void> {
      if (next === corpus) return;
      corpus = next;
      loadedAt = now();
      letGo();
      stand(await buildNow());
    },

    /** Writes what was read of the words to the cache, where that is worth it. Never rejects: see `cacheFailed`. */
    async writeCache(): Promise<void> {
      const { view: shown } = standing;
      if (!needs.cache || shown.passages.length < WORTH_CACHING) return;
      const read = new Set(words.keysOf(corpus.articles));
      const fitting = [...read].filter((key) => inCache.has(key)).length;
      const astray = read.size + inCache.size - 2 * fitting;
      if (astray <= read.size * NOT_WORTH_WRITING) return;
      inCache = read;
      try {
        await needs.cache.save(encodeWordCache(words.keep(corpus.articles)));
      } catch (error) {
        needs.cacheFailed(error);
      }
    },

    /** Says in the freshness line whether the folder can be opened. */
    markGone(isGone: boolean): void {
      gone = isGone;
    },

    /** Has the next view ready when an embargo ends, until it is closed. */
    keepTime(pause: Pause) {
      const closing = new AbortController();
      async function run(): Promise<void> {
        while (!closing.signal.aborted) {
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
        async close(): Promise<void> {
          closing.abort();
          waiting.abort();
          await running;
        },
      };
    },
  };
}

async function loadCache(cache: CacheFile | undefined): Promise<KeptWords | undefined> {
  const bytes = await cache?.load();
  return (bytes && decodeWordCache(bytes)) ?? undefined;
}
