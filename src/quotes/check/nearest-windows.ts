import type { Article } from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { sequenceOf, type WordSequence } from './find-matches.js';

/** A stretch of an article's sequence that has much of a sentence in it, in whatever order. */
export interface Window {
  readonly article: Article;
  /** In the article's sequence; as long as the sentence. */
  readonly from: number;
  readonly score: number;
}

/**
 * The articles' best stretches for a sentence, at most `most` of them, best first. `weights` are whole
 * numbers, one for each word of the sentence. Linear in the archive.
 */
export function* nearestWindows(
  articles: readonly Article[],
  sentence: WordSequence,
  weights: readonly number[],
  most: number,
): Work<Window[]> {
  const sought = createSought(sentence, weights);
  const best: Window[] = [];
  for (const article of articles) {
    const window = bestWindow(article, sentence.length, sought);
    yield;
    if (window === null || window.score <= (best[most - 1]?.score ?? 0)) continue;
    const place = best.findIndex(({ score }) => score < window.score);
    best.splice(place < 0 ? best.length : place, 0, window);
    if (best.length > most) best.pop();
  }
  return best;
}

interface SoughtWords {
  readonly slotOf: ReadonlyMap<number, number>;
  readonly counts: readonly number[];
  readonly weights: readonly number[];
  /** Words beside each other in both tell as much more as they tell themselves. */
  readonly pairs: ReadonlyMap<number, number>;
}

function createSought(sentence: WordSequence, weightsOfPlaces: readonly number[]): SoughtWords {
  const slotOf = new Map<number, number>();
  const counts: number[] = [];
  const weights: number[] = [];
  const pairs = new Map<number, number>();
  for (const [place, hash] of sentence.entries()) {
    let slot = slotOf.get(hash);
    if (slot === undefined) {
      slot = slotOf.size;
      slotOf.set(hash, slot);
      weights[slot] = weightsOfPlaces[place] ?? 0;
    }
    counts[slot] = (counts[slot] ?? 0) + 1;
    const weight = ((weightsOfPlaces[place - 1] ?? 0) + (weightsOfPlaces[place] ?? 0)) / 2;
    if (place > 0) pairs.set(pairOf(sentence[place - 1] ?? 0, hash), weight);
  }
  return { slotOf, counts, weights, pairs };
}

function pairOf(left: number, right: number): number {
  return (Math.imul(left, 31) + right) | 0;
}

function bestWindow(
  article: Article,
  length: number,
  { slotOf, counts, weights, pairs }: SoughtWords,
): Window | null {
  const sequence = sequenceOf(article);
  const slots = Array.from(sequence, (hash) => slotOf.get(hash) ?? -1);
  const here = counts.map(() => 0);
  const pairAt = (at: number): number =>
    (slots[at] ?? -1) >= 0 && (slots[at - 1] ?? -1) >= 0
      ? (pairs.get(pairOf(sequence[at - 1] ?? 0, sequence[at] ?? 0)) ?? 0)
      : 0;
  let score = 0;
  let best: Window | null = null;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? -1;
    if (slot >= 0) {
      here[slot] = (here[slot] ?? 0) + 1;
      if ((here[slot] ?? 0) <= (counts[slot] ?? 0)) score += weights[slot] ?? 0;
    }
    score += pairAt(at);
    const gone = at - length;
    const left = gone >= 0 ? (slots[gone] ?? -1) : -1;
    if (left >= 0) {
      here[left] = (here[left] ?? 0) - 1;
      if ((here[left] ?? 0) < (counts[left] ?? 0)) score -= weights[left] ?? 0;
    }
    if (gone >= 0) score -= pairAt(gone + 1);
    if (slot >= 0 && score > (best?.score ?? 0))
      best = { article, from: Math.max(0, at - length + 1), score };
  }
  return best;
}
