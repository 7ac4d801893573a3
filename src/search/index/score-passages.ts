import type { ArticleWords, Lexicon } from './article-words.js';
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

/**
 * BM25's saturation and length normalisation, measured on news passages: with MiniSearch's own k 1.2 and b .7 short
 * paragraphs win too often. `d` is the floor that BM25+ adds for a match (Lv and Zhai, 2011).
 */
const BM25 = { k: 0.9, b: 0.4, d: 0.5 } as const;

/** What one term of the question is worth in a text of such a length that holds it `count` times. */
export function bm25(idf: number, count: number, length: number, averageLength: number): number {
  const { k, b, d } = BM25;
  const long = 1 - b + (b * length) / averageLength;
  return idf * (d + (count * (k + 1)) / (count + k * long));
}

/** A passage by its place in its article. */
interface ScoredPlace {
  readonly place: number;
  readonly score: number;
}

/**
 * Scores, of an article, the passages that hold a term that finds: BM25 over all the terms, each by its weight. The
 * length of a passage is the number of its different terms, as MiniSearch counts it.
 */
export function createScorer(
  { finding, adding }: SoughtTerms,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): (words: ArticleWords) => ScoredPlace[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of [...finding, ...adding])
    weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const sought = [...weights].map(([term, weight]) => ({ weight, idf: vocabulary.idf(term) }));
  const finds = new Set(finding.map(({ term }) => term)).size;
  /** By the number of a term, its place among the sought ones, counted from 1; 0 for all others. */
  const placeOf = new Uint16Array(lexicon.terms.length);
  for (const [index, term] of [...weights.keys()].entries()) {
    const number = lexicon.termNumberOf(term);
    if (number !== undefined) placeOf[number] = index + 1;
  }
  const { termsOfWords } = lexicon;
  const held = new Float64Array(sought.length);
  /** By the number of a term, the last passage that was seen to hold it, in the order of asking. */
  const lastHolder = new Uint32Array(lexicon.terms.length);
  let passage = 0;

  return ({ words, counts, ends }) => {
    const scored: ScoredPlace[] = [];
    let at = 0;
    for (const [place, end] of ends.entries()) {
      held.fill(0);
      let found = false;
      let length = 0;
      passage += 1;
      for (; at < end; at += 1) {
        const count = counts[at] ?? 0;
        const term = termsOfWords[words[at] ?? 0] ?? 0;
        if (lastHolder[term] !== passage) length += 1;
        lastHolder[term] = passage;
        const soughtAt = placeOf[term] ?? 0;
        if (soughtAt === 0) continue;
        held[soughtAt - 1] = (held[soughtAt - 1] ?? 0) + count;
        if (soughtAt <= finds) found = true;
      }
      if (!found) continue;
      let score = 0;
      for (const [index, term] of sought.entries()) {
        const count = held[index] ?? 0;
        if (count > 0)
          score += term.weight * bm25(term.idf, count, length, vocabulary.averageTerms);
      }
      scored.push({ place, score });
    }
    return scored;
  };
}
