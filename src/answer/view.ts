import { isEmbargoed, type Article } from '../corpus/article.js';
import type { Corpus } from '../corpus/load-corpus.js';
import { listPassages, type Passage } from '../corpus/passage.js';
import { latestDay } from '../corpus/published-date.js';
import { createOutletReader } from '../search/outlets-in-question.js';
import { createMiniSearchIndex } from '../search/minisearch-index.js';
import type { PassageIndex } from '../search/passage-index.js';
import type { Reader } from '../search/read-question.js';
import { createSynonyms } from '../search/synonyms.js';
import type { Freshness } from './answer.js';

/** The archive as it may be seen at one moment. Nothing of an embargoed article is in it, not even its words. */
export interface View {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly index: PassageIndex;
  /** What questions are read with. */
  readonly reader: Reader;
  readonly freshness: Freshness;
}

/** Shows the corpus as of now; the index is built anew only when an embargo has ended or begun since the last look. */
export function createViewer(corpus: Corpus, loadedAt: Date): (now: Date) => View {
  let last: { hidden: string; view: View } | null = null;
  return (now) => {
    const hidden = corpus.articles
      .filter((article) => isEmbargoed(article, now))
      .map(({ file }) => file)
      .join('\n');
    if (last?.hidden !== hidden) last = { hidden, view: createView(corpus, now, loadedAt) };
    return last.view;
  };
}

function createView(corpus: Corpus, now: Date, loadedAt: Date): View {
  const articles = corpus.articles.filter((article) => !isEmbargoed(article, now));
  const passages = listPassages(articles);
  const index = createMiniSearchIndex(passages);
  return {
    articles,
    passages,
    index,
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
      faults: corpus.faults.filter(({ severity }) => severity === 'error').length,
    },
  };
}

function newestDate(articles: readonly Article[]): Freshness['newest'] {
  let newest: Freshness['newest'] = null;
  for (const { published } of articles) {
    const day = latestDay(published);
    if (day !== null && (newest === null || day > (latestDay(newest) ?? ''))) newest = published;
  }
  return newest;
}
