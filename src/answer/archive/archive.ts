import type { Article } from '../../corpus/article/article.js';
import { type Fault, formatFault } from '../../corpus/fault.js';
import type { ArticleFolder } from '../../corpus/folder/article-folder.js';
import type { CacheFile } from '../../corpus/folder/cache-file.js';
import { createCorpusReader } from '../../corpus/folder/corpus-reader.js';
import type { Corpus } from '../../corpus/folder/corpus.js';
import { type FolderNews, followFolder, type Pause } from '../../corpus/folder/follow-folder.js';
import type { WatchFolder } from '../../corpus/folder/watch-folder.js';
import { doInSlices, type Work } from '../../corpus/slices.js';
import type {
  CitationContext,
  CitationRef,
  Freshness,
  ListedAnswer,
  Verdict,
  Why,
} from '../answer.js';
import { type AskOptions, askView } from '../ask.js';
import { type ArchiveChanges, changesBetween } from './archive-changes.js';
import { explain, lookUp, verifyCitation } from './look-up.js';
import { createViewKeeper } from './view-keeper.js';
import { type WorkOnArticle, workAhead } from './work-ahead.js';
import type { View } from './view.js';

/** A loaded archive: what every face of the product asks. */
export interface Archive {
  /**
   * Answers a question with citations from the archive.
   * @throws QuestionError when the question cannot be read; its message is for whoever asked
   */
  ask(question: string, options?: AskOptions): Promise<ListedAnswer>;
  /** The cited slice among its neighbours, or `null` when the archive shows no such words any more. */
  look(ref: CitationRef): Promise<CitationContext | null>;
  /** Why the slice was cited for a question; `null` when that question does not bring its paragraph any more. */
  explain(
    ref: CitationRef,
    asked: { readonly question: string; readonly thread: readonly string[] },
  ): Promise<Why | null>;
  /** Reads the file again and tells whether the cited words still stand in it. */
  verify(ref: CitationRef): Promise<Verdict>;
  /** The archive as it may be seen now, whole; it does not change under whoever reads it. */
  view(): View;
  /** Does the work of an answer in slices, so that whoever else asks is answered, and every request acknowledged, in between. */
  inSlices<T>(work: Work<T>): Promise<T>;
  freshness(): Freshness;
  /** The time by which it shows and hides articles. */
  now(): Date;
  /** The articles that may be seen now, in the order of their file names. */
  articles(): readonly Article[];
  /** What was wrong with the folder when it was last read. */
  readonly faults: readonly Fault[];
  /**
   * `onView` is called whenever there is a new view: files have changed, or an embargo has ended. Gives the way to stop
   * that. What differs is found with `changesBetween`.
   */
  subscribe(onView: () => void): () => void;
  /** Follows the folder no more. */
  close(): Promise<void>;
}

/** What happens to an archive that follows its folder: what a log should hold. */
export type ArchiveNews =
  | FolderNews
  /** The words could not be written to the cache; the next start takes longer. */
  | { readonly kind: 'not cached'; readonly error: unknown }
  /** Changes were taken up; `faults` are those that were not there before. */
  | {
      readonly kind: 'read';
      readonly changes: ArchiveChanges;
      readonly faults: readonly Fault[];
    };

/** How far the first reading has come: of the files, or of their words. */
export type Progress = (part: 'files' | 'words', done: number, total: number) => void;

/**
 * Reads the folder and answers from it: as it was read, or, with `follow`, as it changes. A question sees one view,
 * the old or the new.
 * @throws FolderError when the folder itself cannot be opened
 */
export async function openArchive(needs: {
  readonly folder: ArticleFolder;
  readonly now: () => Date;
  readonly follow?: { readonly watch: WatchFolder; readonly pause: Pause } | undefined;
  readonly onNews?: ((news: ArchiveNews) => void) | undefined;
  /** Where the words of articles are kept from one start to the next; what does not fit is read anew. */
  readonly cache?: CacheFile | undefined;
  /** Hears how far the first reading has come. */
  readonly progress?: Progress | undefined;
  /** What answers need of each article, worked out when it has arrived, before somebody waits for it. */
  readonly ahead?: WorkOnArticle | undefined;
}): Promise<Archive> {
  const { folder, now, follow, onNews = () => {}, cache, progress, ahead } = needs;
  const turns = {
    rest: () => new Promise<void>((resolve) => setImmediate(resolve)),
    ticks: () => performance.now(),
  };
  const inSlices = <T>(work: Work<T>): Promise<T> => doInSlices(work, turns);
  const reader = createCorpusReader({
    folder,
    progress: progress && ((done, total) => progress('files', done, total)),
  });
  let corpus = await reader.read();
  const listeners = new Set<() => void>();
  const keeper = await createViewKeeper({
    corpus,
    now,
    ...turns,
    cache,
    cacheFailed: (error) => onNews({ kind: 'not cached', error }),
    progress: progress && ((done, total) => progress('words', done, total)),
    // Not at once: a view may come to stand in the middle of a question.
    stood: () => queueMicrotask(callListeners),
  });
  const { view } = keeper;
  // Before anybody can ask, since it takes a second or two for a large archive, in one go.
  await keeper.writeCache();

  function callListeners(): void {
    for (const listener of listeners)
      try {
        listener();
      } catch (error) {
        onNews({ kind: 'failed', error });
      }
  }

  async function onChange(next: Corpus): Promise<void> {
    const before = view().articles;
    const known = new Set(corpus.faults.map(formatFault));
    corpus = next;
    await keeper.take(next);
    onNews({
      kind: 'read',
      changes: changesBetween(before, view().articles),
      faults: next.faults.filter((each) => !known.has(formatFault(each))),
    });
  }

  const working = ahead ? [workAhead(ahead, () => view().articles, turns)] : [];
  for (const each of working) {
    listeners.add(() => void each.look());
    void each.look();
  }

  const followers = follow
    ? [
        keeper.keepTime(follow.pause),
        followFolder({
          reader,
          last: corpus,
          watch: follow.watch,
          pause: follow.pause,
          onChange,
          onNews(news) {
            if (news.kind === 'gone' || news.kind === 'back') keeper.markGone(news.kind === 'gone');
            onNews(news);
          },
        }),
      ]
    : [];

  return {
    get faults() {
      return corpus.faults;
    },
    ask: (question, options) => inSlices(askView(view(), question, options)),
    view,
    inSlices,
    freshness: () => view().freshness,
    now,
    articles: () => view().articles,
    look: async (ref) => lookUp(view(), ref),
    explain: async (ref, asked) => inSlices(explain(view(), ref, asked)),
    verify: (ref) => verifyCitation(ref, { folder, view, now }),

    subscribe(onView) {
      // A listener of its own each time: the same function may subscribe twice.
      const listener = (): void => onView();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    async close() {
      listeners.clear();
      await Promise.all([...followers, ...working].map((each) => each.close()));
      await keeper.writeCache();
    },
  };
}
