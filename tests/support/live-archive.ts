import { onTestFinished } from 'vitest';
import { openArchive, type Archive, type ArchiveNews } from '../../src/answer/archive/archive.js';
import type { ArticleFolder } from '../../src/corpus/folder/article-folder.js';
import type { FolderListener } from '../../src/corpus/folder/watch-folder.js';
import { memoryFolder, type Files } from './memory-folder.js';
import { NOON } from './open-memory-archive.js';

/** An archive over files in memory that follows them, driven by the test instead of a disk and a clock. */
export interface LiveArchive {
  readonly archive: Archive;
  readonly news: ArchiveNews[];
  /** Tells the archive that something has changed, and waits until it has nothing more to do. */
  readonly settle: () => Promise<void>;
  /** Lets every pause end, as when a second has gone by; then waits as `settle` does. */
  readonly wake: () => Promise<void>;
  /** Makes watching fail. */
  readonly failWatching: (reason: string) => void;
  /** Does something between the two looks at the folder, once. */
  readonly whileSettling: (act: () => void) => void;
}

export async function liveArchive(
  files: Files,
  options: { now?: () => Date; folder?: ArticleFolder } = {},
): Promise<LiveArchive> {
  const news: ArchiveNews[] = [];
  let listener: FolderListener | null = null;
  let between: (() => void) | null = null;
  const resting = new Set<() => void>();
  const archive = await openArchive({
    folder: options.folder ?? memoryFolder(files),
    now: options.now ?? (() => NOON),
    follow: {
      watch(theirs) {
        listener = theirs;
        return { close: async () => {} };
      },
      async pause(_ms, signal) {
        if (signal === undefined) {
          between?.();
          between = null;
          return;
        }
        await new Promise<void>((resolve) => {
          const end = (): void => {
            resting.delete(end);
            resolve();
          };
          resting.add(end);
          signal.addEventListener('abort', end, { once: true });
        });
      },
    },
    onNews: (each) => void news.push(each),
  });
  onTestFinished(() => archive.close());

  /** Two followers rest when there is nothing to do: that of the folder and that of the clock. */
  async function untilQuiet(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = resting.size === 2 ? quiet + 1 : 0;
    }
  }
  await untilQuiet();

  return {
    archive,
    news,
    async settle() {
      listener?.changed();
      await untilQuiet();
    },
    async wake() {
      for (const end of resting) end();
      await untilQuiet();
    },
    failWatching: (reason) => listener?.failed(reason),
    whileSettling(act) {
      between = act;
    },
  };
}
