import type { View } from '../../answer/archive/view.js';
import type { Article } from '../../corpus/article/article.js';
import { normalizeWord } from '../../search/index/terms.js';
import { type Difference, type Forgiven, type NearestQuote, quotePlace } from './checked-quote.js';
import { alignWords, type WordOrPoint, elementsOf, type Hunk, wordsIn } from './align-words.js';
import { sequenceOf, toSequence, type WordSequence, wordsOf } from './find-matches.js';
import { noteForgiven, type PlainWord, readPlainWords } from './plain-words.js';

/**
 * In sentences about other things six words in ten are seldom the same and in the same order, function words included;
 * a sentence of six words with two changed has seven.
 */
const IN_COMMON = 0.6;
/** Two words are found together anywhere. */
const FEWEST_IN_COMMON = 3;
/** How many stretches of the archive are aligned with the sentence: fewer for a long one, whose alignment takes its square. */
const MOST_ALIGNED = 16;
const WORK = 16_000_000;
/** Words looked at around a stretch, for those that the sentence lacks. */
const AROUND = { least: 8, share: 0.25, most: 150 };

interface Aligned {
  readonly window: Window;
  readonly hunks: readonly Hunk[];
  /** The share of the longer side's words that both have, in order. */
  readonly share: number;
}

/** The words of the archive that are most like a sentence; `null` when none is enough like it to be called a version of it. */
export function nearestQuote(view: View, sentence: string): NearestQuote | null {
  const words = readPlainWords(sentence);
  const pasted = elementsOf(sentence, words);
  const windows = nearestWindows(
    view.articles,
    toSequence(words),
    weightsOf(view, sentence, words),
    Math.min(MOST_ALIGNED, 1 + Math.floor(WORK / pasted.length ** 2)),
  );
  let best: Aligned | null = null;
  for (const window of windows) {
    const aligned = align(window, pasted);
    if (aligned !== null && aligned.share > (best?.share ?? 0)) best = aligned;
  }
  return best === null ? null : describe(best, sentence);
}

/** A rare word tells more than "of", and "of" more than nothing. */
function weightsOf(
  { index: { vocabulary } }: View,
  sentence: string,
  words: readonly PlainWord[],
): number[] {
  const idfs = words.map(({ start, end }) =>
    vocabulary.idf(vocabulary.termOf(normalizeWord(sentence.slice(start, end)))),
  );
  const most = Math.max(1, ...idfs);
  return idfs.map((idf) => 1 + idf / most);
}

function align(window: Window, pasted: readonly WordOrPoint[]): Aligned | null {
  const { article, from } = window;
  const around = Math.min(
    AROUND.most,
    Math.max(AROUND.least, Math.ceil(pasted.length * AROUND.share)),
  );
  const words = wordsOf(article).slice(Math.max(0, from - around), from + pasted.length + around);
  const printed = elementsOf(article.text, words);
  const hunks = alignWords(printed, pasted);
  const common = hunks.reduce((sum, hunk) => sum + (hunk.same ? wordsIn(hunk.printed) : 0), 0);
  const longer = Math.max(
    wordsIn(pasted),
    hunks.reduce((sum, hunk) => sum + (hunk.isLeftOut ? 0 : wordsIn(hunk.printed)), 0),
  );
  const share = common / longer;
  return common >= FEWEST_IN_COMMON && share >= IN_COMMON ? { window, hunks, share } : null;
}

function describe({ window: { article }, hunks }: Aligned, sentence: string): NearestQuote {
  const printed = hunks.flatMap((hunk) => hunk.printed);
  const forgiven = new Set<Forgiven>();
  for (const hunk of hunks.filter(({ same }) => same))
    noteForgiven(
      { text: sentence, words: wordsOnly(hunk.pasted) },
      { text: article.text, words: wordsOnly(hunk.printed) },
      forgiven,
    );
  const leftOut = hunks
    .filter(({ isLeftOut }) => isLeftOut)
    .reduce((sum, hunk) => sum + wordsIn(hunk.printed), 0);
  return {
    place: quotePlace(article, [spanOf(printed) ?? { start: 0, end: 0 }], {
      leftOut,
      forgiven,
    }),
    differences: hunks.map((hunk): Difference => ({
      same: hunk.same || hunk.isLeftOut,
      printed: spanOf(hunk.printed),
      pasted: spanOf(hunk.pasted),
    })),
    differing: hunks.reduce(
      (sum, hunk) =>
        hunk.same || hunk.isLeftOut
          ? sum
          : sum + Math.max(wordsIn(hunk.printed), wordsIn(hunk.pasted)),
      0,
    ),
  };
}

function spanOf(elements: readonly WordOrPoint[]): Difference['printed'] {
  const [first] = elements;
  const last = elements.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

function wordsOnly(elements: readonly WordOrPoint[]): WordOrPoint[] {
  return elements.filter(({ isWord }) => isWord);
}

/** A stretch of an article's sequence that has much of a sentence in it, in whatever order. */
export interface Window {
  readonly article: Article;
  /** In the article's sequence; as long as the sentence. */
  readonly from: number;
  readonly score: number;
}

/** Words beside each other in both tell more than the same words apart. */
const PAIR = 1;

/** The articles' best stretches for a sentence, at most `most` of them, best first. Linear in the archive. */
export function nearestWindows(
  articles: readonly Article[],
  sentence: WordSequence,
  weights: readonly number[],
  most: number,
): Window[] {
  const sought = createSought(sentence, weights);
  const best: Window[] = [];
  for (const article of articles) {
    const window = bestWindow(article, sentence.length, sought);
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
  readonly pairs: ReadonlySet<number>;
}

function createSought(sentence: WordSequence, weightsOfPlaces: readonly number[]): SoughtWords {
  const slotOf = new Map<number, number>();
  const counts: number[] = [];
  const weights: number[] = [];
  const pairs = new Set<number>();
  for (const [place, hash] of sentence.entries()) {
    let slot = slotOf.get(hash);
    if (slot === undefined) {
      slot = slotOf.size;
      slotOf.set(hash, slot);
      weights[slot] = weightsOfPlaces[place] ?? 0;
    }
    counts[slot] = (counts[slot] ?? 0) + 1;
    if (place > 0) pairs.add(pairOf(sentence[place - 1] ?? 0, hash));
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
  const isPair = (at: number): boolean =>
    (slots[at] ?? -1) >= 0 &&
    (slots[at - 1] ?? -1) >= 0 &&
    pairs.has(pairOf(sequence[at - 1] ?? 0, sequence[at] ?? 0));
  let score = 0;
  let best: Window | null = null;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? -1;
    if (slot >= 0) {
      here[slot] = (here[slot] ?? 0) + 1;
      if ((here[slot] ?? 0) <= (counts[slot] ?? 0)) score += weights[slot] ?? 0;
    }
    if (isPair(at)) score += PAIR;
    const gone = at - length;
    const left = gone >= 0 ? (slots[gone] ?? -1) : -1;
    if (left >= 0) {
      here[left] = (here[left] ?? 0) - 1;
      if ((here[left] ?? 0) < (counts[left] ?? 0)) score -= weights[left] ?? 0;
    }
    if (gone >= 0 && isPair(gone + 1)) score -= PAIR;
    if (slot >= 0 && score > (best?.score ?? 0))
      best = { article, from: Math.max(0, at - length + 1), score };
  }
  return best;
}
