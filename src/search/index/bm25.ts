import type { Vocabulary } from './vocabulary.js';

/**
 * BM25's saturation and length normalisation, measured on news passages: with MiniSearch's own k 1.2 and b .7 short
 * paragraphs win too often. `d` is the floor that BM25+ adds for a match (Lv and Zhai, 2011).
 */
export const BM25 = { k: 0.9, b: 0.4, d: 0.5 } as const;

/** What one term of the question is worth in a passage that holds it `count` times among `length` words. */
export function bm25(term: string, count: number, length: number, vocabulary: Vocabulary): number {
  const { k, b, d } = BM25;
  const long = 1 - b + (b * length) / vocabulary.averageLength;
  return vocabulary.idf(term) * (d + (count * (k + 1)) / (count + k * long));
}
