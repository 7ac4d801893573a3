import {
  type Article,
  isEmbargoed,
  latestDay,
  listPassages,
  type Passage,
} from '../../corpus/article/article.js';
import type { Fault } from '../../corpus/fault.js';
import type { Corpus } from '../../corpus/folder/corpus.js';
import type { Work } from '../../corpus/slices.js';
import { buildMiniSearchIndex, type PassageIndex } from '../../search/index/minisearch-index.js';
import type { WordStore } from '../../search/index/word-store.js';
import { createOutletReader } from '../../search/question/outlets-in-question.js';
import type { Reader } from '../../search/question/read-question.js';
import { createSynonyms } from '../../search/question/synonyms.js';
import type { Freshness } from '../answer.js';
import { type Copies, findCopies } from '../copies.js';
import { createNotes, type Notes } from './notes.js';

/** The archive as it may be seen at one moment. Nothing of an embargoed article is in it, not even its words. */
export interface View {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly index: PassageIndex;
  /** What questions are read with. */
  readonly reader: Reader;
  /** Who is named only beside the articles. */
  readonly notes: Notes;
  /** Which articles carry one text. */
  readonly copies: Copies;
  readonly freshness: Freshness;
}

/** A view, and the stretch of time for which it is the right one. */
export interface TimedView {
  readonly view: View;
  /** When the last embargo among the articles shown ended; before that instant the view shows too much. */
  readonly from: number;
  /** When the next embargo ends; from that instant on the view shows too little. */
  readonly until: number;
}

export function isRight({ from, until }: TimedView, now: Date): boolean {
  return from <= now.getTime() && now.getTime() < until;
}

/** Builds the view of a corpus as of `now`, a step at a time. */
export function* buildView(
  corpus: Corpus,
  needs: {
    readonly now: Date;
    readonly loadedAt: Date;
    readonly words: WordStore;
    readonly progress?: ((done: number, total: number) => void) | undefined;
  },
): Work<TimedView> {
  const { now, loadedAt, words, progress } = needs;
  const articles: Article[] = [];
  const hidden = new Set<string>();
  let from = -Infinity;
  let until = Infinity;
  for (const article of corpus.articles) {
    const end = embargoEnd(article);
    if (isEmbargoed(article, now)) {
      hidden.add(article.file);
      until = Math.min(until, end);
    } else {
      articles.push(article);
      if (article.embargo !== null) from = Math.max(from, end);
    }
  }
  const passages = listPassages(articles);
  yield;
  const index = yield* buildMiniSearchIndex(passages, words, (done) =>
    progress?.(done, articles.length),
  );
  const copies = yield* findCopies(articles, (article) => words.sketchOf(article));
  const hiddenFaults = corpus.articles
    .filter(({ file }) => hidden.has(file))
    .flatMap(({ file }) => corpus.faultsOf.get(file) ?? []);
  const errors = (faults: readonly Fault[]): number =>
    faults.filter(({ severity }) => severity === 'error').length;
  const view: View = {
    articles,
    passages,
    index,
    copies,
    notes: createNotes(passages),
    reader: {
      vocabulary: index.vocabulary,
      readOutlets: createOutletReader(articles),
      synonyms: createSynonyms(corpus.synonyms),
    },
    freshness: {
      articles: articles.length,
      passages: passages.length,
      outlets: [...new Set(articles.flatMap(({ outlet }) => outlet ?? []))].toSorted(),
      newest: newestDate(articles),
      loadedAt,
      withProblems: articles.filter(({ problems }) => problems.length > 0).length,
      faults: errors(corpus.faults) - errors(hiddenFaults),
      held: [
        ...new Set(
          corpus.fallbacks
            .filter(({ article }) => article === null || !hidden.has(article))
            .map(({ file }) => file),
        ),
      ],
    },
  };
  return { view, from, until };
}

/** A value that cannot be read never ends. */
function embargoEnd({ embargo }: Article): number {
  return embargo === null || embargo === 'held' ? Infinity : embargo.until.getTime();
}

function newestDate(articles: readonly Article[]): Freshness['newest'] {
  let newest: Freshness['newest'] = null;
  for (const { published } of articles) {
    const day = latestDay(published);
    if (day !== null && (newest === null || day > (latestDay(newest) ?? ''))) newest = published;
  }
  return newest;
}
