import type { Article } from '../../corpus/article/article.js';
import { doInSlices, type Turns, type Work } from '../../corpus/slices.js';

/** Works out, and keeps, what answers need of one article, a step at a time. */
export type WorkOnArticle = (article: Article) => Work<void>;

/**
 * Does the work on every article, each once, in slices and without anybody waiting for it. `look` is called when there
 * may be new ones; it resolves when nothing is left to be worked on.
 */
export function workAhead(work: WorkOnArticle, articles: () => readonly Article[], turns: Turns) {
  const done = new WeakSet<Article>();
  let anew = false;
  let closed = false;
  let running: Promise<void> | null = null;

  function* workOnAll(): Work<void> {
    for (const article of articles()) {
      if (closed || anew) return;
      if (done.has(article)) continue;
      done.add(article);
      try {
        yield* work(article);
      } catch {
        // Whoever asks for it meets the same error, and is told.
      }
      yield;
    }
  }

  async function run(): Promise<void> {
    do {
      anew = false;
      await doInSlices(workOnAll(), turns);
      // oxlint-disable-next-line no-unmodified-loop-condition -- `look` sets it meanwhile
    } while (anew && !closed);
    running = null;
  }

  return {
    async look(): Promise<void> {
      anew = true;
      if (!closed) await (running ??= run());
    },
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}
