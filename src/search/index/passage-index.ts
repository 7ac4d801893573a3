import type { Passage } from '../../corpus/article/article.js';
import type { Vocabulary } from './vocabulary.js';

/** A term to look for; `weight` is 1 for the question's own word and less for its kin. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** What to look for. */
export interface SoughtTerms {
  /** A passage must hold one of these. */
  readonly finding: readonly WeightedTerm[];
  /** These add to the score of what the others found, and find nothing themselves. */
  readonly adding: readonly WeightedTerm[];
}

/** A passage that was found. `score` is BM25 over the terms, before any ranking of ours. */
export interface Candidate {
  readonly passage: Passage;
  readonly score: number;
}

/** The port to whatever finds passages by their words. */
export interface PassageIndex {
  readonly vocabulary: Vocabulary;
  /** Every passage that holds one of the finding terms and is accepted (`null` accepts all), in no order. */
  search(terms: SoughtTerms, accept: ((passage: Passage) => boolean) | null): Candidate[];
}
