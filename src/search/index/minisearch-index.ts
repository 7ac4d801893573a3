import { doAtOnce, type Work } from '../../corpus/slices.js';
import type { Passage } from '../../corpus/article/passage.js';
import { BM25 } from './bm25.js';
import type { Candidate, PassageIndex, WeightedTerm } from './passage-index.js';
import { PostingIndex } from './posting-index.js';
import { buildPostings } from './postings.js';
import { createVocabulary } from './vocabulary.js';
import { createWordStore, type WordStore } from './word-store.js';

/** An index in memory over all given passages. */
export function createMiniSearchIndex(passages: readonly Passage[]): PassageIndex {
  return doAtOnce(buildMiniSearchIndex(passages, createWordStore()));
}

/** The same, a step at a time, and without reading again the words that the store holds already. */
export function* buildMiniSearchIndex(
  passages: readonly Passage[],
  store: WordStore,
): Work<PassageIndex> {
  const postings = yield* buildPostings(passages, store);
  const index = new PostingIndex(postings, store.lexicon);
  return {
    vocabulary: createVocabulary(postings, store.lexicon),
    search({ finding, adding }, accept) {
      if (finding.length === 0) return [];
      const weights = heaviest([...finding, ...adding]);
      const findingTerms = new Set(finding.map(({ term }) => term));
      const found = new Uint8Array(passages.length);
      const candidates: Candidate[] = [];
      // MiniSearch goes through the terms in their order: all that finds comes before what only adds.
      index.search([...weights.keys()].join(' '), {
        bm25: BM25,
        boostTerm: (term) => weights.get(term) ?? 0,
        boostDocument(id, term) {
          if (findingTerms.has(term)) found[Number(id)] = 1;
          return found[Number(id)] ?? 0;
        },
        filter({ id, score, queryTerms }) {
          const passage = passages[Number(id)];
          // MiniSearch multiplies a score by the number of matched words, which drowns their weights.
          if (passage && (accept === null || accept(passage)))
            candidates.push({ passage, score: score / queryTerms.length });
          // Kept back from MiniSearch, which would sort them all.
          return false;
        },
      });
      return candidates;
    },
  };
}

/** Each term once, with its greatest weight, in the order given. */
function heaviest(terms: readonly WeightedTerm[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return weights;
}
