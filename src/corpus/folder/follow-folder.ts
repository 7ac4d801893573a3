import { FolderError } from './article-folder.js';
import type { Corpus } from './corpus.js';
import type { CorpusReader } from './corpus-reader.js';
import type { WatchFolder } from './watch-folder.js';

/** What whoever keeps the archive should know of its folder. */
export type FolderNews =
  /** It cannot be watched, so it is looked at every second. */
  | { readonly kind: 'polling'; readonly reason: string }
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'back' }
  /** A change could not be read; it is tried again. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** A pause that ends early when `signal` is aborted; it never rejects. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>;

/** A file that did not change for so long is not being written any more. */
const SETTLE_MS = 250;
/** How soon to look again at what was still being written. */
const AGAIN_MS = 100;
/** Where watching is impossible. */
const POLL_MS = 1_000;
/** Even a watched folder is looked at now and then: no file system tells of every change. */
const SAFETY_MS = 15_000;

/**
 * Follows a folder as it changes: `onChange` gets what is in it, whole, each time that it is another. One look comes
 * after the other; never two at once.
 */
export function followFolder(needs: {
  readonly reader: CorpusReader;
  readonly watch: WatchFolder;
  readonly pause: Pause;
  /** What was read of it last. */
  readonly last: Corpus;
  readonly onChange: (corpus: Corpus) => Promise<void>;
  readonly onNews: (news: FolderNews) => void;
}): { close(): Promise<void> } {
  const { reader, pause, onChange, onNews } = needs;
  let waiting = new AbortController();
  const closing = new AbortController();
  // The folder may have changed between its first reading and the watch.
  let changed = true;
  let polling = false;
  let gone = false;
  let { last } = needs;
  let watcher = startWatching();

  function startWatching(): { close(): Promise<void> } {
    return needs.watch({
      changed() {
        changed = true;
        waiting.abort();
      },
      failed(reason) {
        if (polling) return;
        polling = true;
        onNews({ kind: 'polling', reason });
        waiting.abort();
      },
    });
  }

  async function look(): Promise<void> {
    changed = false;
    const { corpus, unsettled } = await reader.readAgain(() => pause(SETTLE_MS));
    if (gone) {
      gone = false;
      onNews({ kind: 'back' });
      // What watched the folder that was there does not see the one that is.
      await watcher.close();
      watcher = startWatching();
      changed = true;
    }
    if (corpus !== last && !closing.signal.aborted) await onChange(corpus);
    last = corpus;
    if (!unsettled) return;
    await pause(AGAIN_MS);
    changed = true;
  }

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      if (!changed) {
        waiting = new AbortController();
        await pause(polling || gone ? POLL_MS : SAFETY_MS, waiting.signal);
      }
      if (closing.signal.aborted) break;
      try {
        await look();
      } catch (error) {
        if (!(error instanceof FolderError)) {
          onNews({ kind: 'failed', error });
          await pause(POLL_MS, waiting.signal);
          changed = true;
        } else if (!gone) {
          gone = true;
          onNews({ kind: 'gone', reason: error.message });
        }
      }
    }
  }

  const running = run();
  return {
    async close() {
      closing.abort();
      waiting.abort();
      await running;
      await watcher.close();
    },
  };
}
