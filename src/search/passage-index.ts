import type { Passage } from '../corpus/passage.js';
import type { Vocabulary } from './vocabulary.js';

/** A term to look for; `weight` is 1 for the question's own word and less for its kin. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage that holds at least one of the terms. `score` is BM25 over the terms, before any ranking of ours. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
}

/** The port to whatever finds passages by their words. */
export interface PassageIndex {
  readonly vocabulary: Vocabulary;
  /**
   * Every passage that holds one of the terms and is accepted (`null` accepts all), best first; ties in the order of
   * the archive.
   */
  search(
    terms: readonly WeightedTerm[],
    accept: ((passage: Passage) => boolean) | null,
  ): Candidate[];
}
