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
  const placeOfTerm = new Map<number, number>();
  for (const [index, term] of [...weights.keys()].entries()) {
    const number = lexicon.termNumberOf(term);
    if (number !== undefined) placeOfTerm.set(number, index + 1);
  }
  const { termsOfWords } = lexicon;
  /** By the number of a word, the place of its term among the sought ones, counted from 1; 0 for all others. */
  const placeOf = new Uint16Array(termsOfWords.length);
  for (let word = 0; word < placeOf.length; word += 1)
    placeOf[word] = placeOfTerm.get(termsOfWords[word] ?? 0) ?? 0;
  const held = new Float64Array(sought.length);
  /** By the number of a term, the last passage that was seen to hold it, in the order of asking. */
  const lastHolder = new Uint32Array(lexicon.terms.length);
  let passage = 0;

  // Most passages hold nothing that finds, so each is looked through for that before its terms are counted.
  const isFound = (words: Uint32Array, from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) {
      const place = placeOf[words[at] ?? 0] ?? 0;
      if (place > 0 && place <= finds) return true;
    }
    return false;
  };

  return ({ words, counts, ends }) => {
    const scored: ScoredPlace[] = [];
    let from = 0;
    for (let place = 0; place < ends.length; place += 1) {
      const start = from;
      from = ends[place] ?? words.length;
      if (!isFound(words, start, from)) continue;
      held.fill(0);
      let length = 0;
      passage += 1;
      for (let at = start; at < from; at += 1) {
        const word = words[at] ?? 0;
        const term = termsOfWords[word] ?? 0;
        if (lastHolder[term] !== passage) length += 1;
        lastHolder[term] = passage;
        const soughtAt = placeOf[word] ?? 0;
        if (soughtAt > 0) held[soughtAt - 1] = (held[soughtAt - 1] ?? 0) + (counts[at] ?? 0);
      }
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
