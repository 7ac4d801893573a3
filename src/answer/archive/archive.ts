import type { Article } from '../../corpus/article/article.js';
import { isEmbargoed, problemsOf } from '../../corpus/article/article.js';
import type { ArticleFolder } from '../../corpus/folder/article-folder.js';
import type { CacheFile } from '../../corpus/folder/cache-file.js';
import type { Corpus } from '../../corpus/folder/corpus.js';
import { createCorpusReader } from '../../corpus/folder/corpus-reader.js';
import { formatFault, type Fault } from '../../corpus/fault.js';
import { followFolder, type FolderNews, type Pause } from '../../corpus/folder/follow-folder.js';
import { readArticle } from '../../corpus/folder/read-article.js';
import { readText } from '../../corpus/folder/read-text.js';
import type { WatchFolder } from '../../corpus/folder/watch-folder.js';
import type {
  Answer,
  CitationContext,
  CitationRef,
  Excerpt,
  Freshness,
  Span,
  Verdict,
  Why,
} from '../answer.js';
import { changesBetween, type ArchiveChanges } from './archive-changes.js';
import { askView, MAX_LIMIT, type AskOptions } from '../ask.js';
import { compareWithFile } from '../compare-with-file.js';
import { fingerprint } from '../fingerprint.js';
import type { View } from './view.js';
import { createViewKeeper } from './view-keeper.js';

/** A loaded archive: what every face of the product asks. */
export interface Archive {
  /**
   * Answers a question with citations from the archive.
   * @throws QuestionError when the question cannot be read; its message is for whoever asked
   */
  ask(question: string, options?: AskOptions): Promise<Answer>;
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
  freshness(): Freshness;
  /** The articles that may be seen now, in the order of their file names. */
  articles(): readonly Article[];
  /** What was wrong with the folder when it was last read. */
  readonly faults: readonly Fault[];
  /**
   * `heard` is called whenever a new view stands: files have changed, or an embargo has ended. Gives the way to stop
   * that. What differs is found with `changesBetween`.
   */
  subscribe(heard: () => void): () => void;
  /** Follows the folder no more. */
  close(): Promise<void>;
}

/** What it takes to follow a folder as it changes. */
export interface Following {
  readonly watch: WatchFolder;
  readonly pause: Pause;
  readonly told: (news: ArchiveNews) => void;
}

/** What the log should hold of a living archive. */
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
  readonly follow?: Following | undefined;
  /** Where the words of articles are kept from one start to the next; what does not fit is read anew. */
  readonly cache?: CacheFile | undefined;
  /** Hears how far the first reading has come. */
  readonly progress?: Progress | undefined;
}): Promise<Archive> {
  const { folder, now, follow, cache, progress } = needs;
  const reader = createCorpusReader({
    folder,
    progress: progress && ((done, total) => progress('files', done, total)),
  });
  let corpus = await reader.read();
  const listeners = new Set<() => void>();
  const keeper = await createViewKeeper({
    corpus,
    now,
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    ticks: () => performance.now(),
    cache,
    cacheFailed: (error) => follow?.told({ kind: 'not cached', error }),
    progress: progress && ((done, total) => progress('words', done, total)),
    // Not at once: a view may come to stand in the middle of a question.
    stood: () => queueMicrotask(tellListeners),
  });
  const { view } = keeper;
  const caching = keeper.writeCache();

  function tellListeners(): void {
    for (const heard of listeners)
      try {
        heard();
      } catch (error) {
        follow?.told({ kind: 'failed', error });
      }
  }

  async function takeUp(next: Corpus, { told }: Following): Promise<void> {
    const before = view().articles;
    const known = new Set(corpus.faults.map(formatFault));
    corpus = next;
    await keeper.take(next);
    told({
      kind: 'read',
      changes: changesBetween(before, view().articles),
      faults: next.faults.filter((each) => !known.has(formatFault(each))),
    });
  }

  const followers = follow
    ? [
        keeper.keepTime(follow.pause),
        followFolder({
          reader,
          last: corpus,
          watch: follow.watch,
          pause: follow.pause,
          onChange: (next) => takeUp(next, follow),
          onNews(news) {
            if (news.kind === 'gone' || news.kind === 'back') keeper.markGone(news.kind === 'gone');
            follow.told(news);
          },
        }),
      ]
    : [];

  function find({ file, start, end }: CitationRef): Excerpt['passage'] | null {
    const article = view().articles.find((one) => one.file === file);
    const paragraph = article?.paragraphs.find((one) => one.start <= start && end <= one.end);
    return article && paragraph ? { article, paragraph } : null;
  }

  return {
    get faults() {
      return corpus.faults;
    },
    ask: async (question, options) => askView(view(), question, options),
    view,
    freshness: () => view().freshness,
    articles: () => view().articles,

    async look(ref) {
      const passage = find(ref);
      if (!passage) return null;
      const { article, paragraph } = passage;
      if (fingerprint(article.text.slice(ref.start, ref.end)) !== ref.fingerprint) return null;
      const neighbour = (number: number): Span | null => article.paragraphs[number - 1] ?? null;
      return {
        ref,
        article,
        passage,
        problems: problemsOf(article, paragraph.number),
        before: neighbour(paragraph.number - 1),
        after: neighbour(paragraph.number + 1),
      };
    },

    async explain(ref, { question, thread }) {
      const passage = find(ref);
      const { citations } = askView(view(), question, { limit: MAX_LIMIT, thread });
      return (
        citations.find((citation) => citation.passage.paragraph === passage?.paragraph)?.why ?? null
      );
    },

    async verify(ref) {
      const shown = (): Article | undefined =>
        view().articles.find(({ file }) => file === ref.file);
      if (!shown()) return UNSEEN;
      const read = await readText(folder, ref.file);
      if ('reason' in read) return { kind: 'unreadable', reason: read.reason };
      const { article: fresh } = readArticle({ file: ref.file, ...read }, {});
      // While the file was read an embargo may have been laid on it, from beside it or in it.
      const article = shown();
      if (!article || (fresh && isEmbargoed(fresh, now()))) return UNSEEN;
      if (!fresh) return { kind: 'unreadable', reason: 'there are no words in it' };
      return compareWithFile(ref, fresh, article.withdrawn ?? fresh.withdrawn);
    },

    subscribe(heard) {
      const listener = (): void => heard();
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    async close() {
      listeners.clear();
      await Promise.all([caching, ...followers.map((follower) => follower.close())]);
      await keeper.writeCache();
    },
  };
}

const UNSEEN: Verdict = {
  kind: 'unreadable',
  reason: 'the archive no longer shows this article',
};
