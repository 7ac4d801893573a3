import type { Passage } from '../../corpus/article/article.js';
import { doAtOnce, type Work } from '../../corpus/slices.js';
import type { ArticleWords } from './article-words.js';
import { createScorer, type SoughtTerms } from './score-passages.js';
import { buildVocabulary, type Vocabulary } from './vocabulary.js';
import { WordStore } from './word-store.js';

/** A passage that was found. `score` is BM25 over the terms, before any ranking of ours. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
}

/** The port to whatever finds passages by their words. */
export interface PassageIndex {
  readonly vocabulary: Vocabulary;
  /** Every passage that holds one of the finding terms and is accepted (`null` accepts all), in no order; a step for each article. */
  search(terms: SoughtTerms, accept: ((passage: Passage) => boolean) | null): Work<Candidate[]>;
}

/** An index in memory over all given passages. */
export function createMiniSearchIndex(passages: readonly Passage[]): PassageIndex {
  return doAtOnce(buildMiniSearchIndex(passages, new WordStore()));
}

/**
 * The same, a step at a time, and without reading again what the store holds already. MiniSearch finds the articles
 * that hold a term; their words tell which of their passages do, and how often.
 * @param passages all those of each article, one article after the other
 * @param progress hears how many articles' words were read
 */
export function* buildMiniSearchIndex(
  passages: readonly Passage[],
  store: WordStore,
  progress: (done: number) => void = () => {},
): Work<PassageIndex> {
  /** By the id of its document, an article's words and the place of its first passage. */
  const articles = new Map<number, { readonly words: ArticleWords; readonly first: number }>();
  let first = 0;
  for (let passage = passages[0]; passage !== undefined; passage = passages[first]) {
    const { id, words } = store.read(passage.article);
    articles.set(id, { words, first });
    first += words.ends.length;
    progress(articles.size);
    yield;
  }
  const read = [...articles.values()].map(({ words }) => words);
  const vocabulary = yield* buildVocabulary(read, store.lexicon);
  return {
    vocabulary,
    *search(terms, accept) {
      const scorePassages = createScorer(terms, store.lexicon, vocabulary);
      const candidates: Candidate[] = [];
      for (const id of yield* store.find(terms.finding.map(({ term }) => term))) {
        const article = articles.get(id);
        // The store knows articles that this index does not show.
        if (article === undefined) continue;
        for (const { place, score } of scorePassages(article.words)) {
          const passage = passages[article.first + place];
          if (passage && (accept === null || accept(passage))) candidates.push({ passage, score });
        }
        yield;
      }
      return candidates;
    },
  };
}
