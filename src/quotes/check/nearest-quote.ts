import type { View } from '../../answer/archive/view.js';
import { normalizeWord } from '../../search/index/terms.js';
import { alignWords, elementsOf, wordsIn, type Element, type Hunk } from './align-words.js';
import type { Difference, Forgiven, NearestQuote } from './checked-quote.js';
import { forgivenBetween } from './forgiven.js';
import { nearestWindows, type Window } from './nearest-window.js';
import { readPlainWords, type PlainWord } from './plain-words.js';
import { quotePlace } from './quote-place.js';
import { toSequence, wordsOf } from './word-sequence.js';

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
const PUNCTUATION_WEIGHT = 0.2;

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
    weigher(view, sentence, pasted),
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
function weigher(
  { index: { vocabulary } }: View,
  sentence: string,
  pasted: readonly Element[],
): (place: number) => number {
  const idfs = pasted.map(({ isWord, start, end }) =>
    isWord ? vocabulary.idf(vocabulary.termOf(normalizeWord(sentence.slice(start, end)))) : 0,
  );
  const most = Math.max(1, ...idfs);
  return (place) =>
    pasted[place]?.isWord === true ? 1 + (idfs[place] ?? 0) / most : PUNCTUATION_WEIGHT;
}

function align(window: Window, pasted: readonly Element[]): Aligned | null {
  const { article, from } = window;
  const around = Math.min(
    AROUND.most,
    Math.max(AROUND.least, Math.ceil(pasted.length * AROUND.share)),
  );
  const printed = elementsOf(article.text, wordsOf(article)).slice(
    Math.max(0, from - around),
    from + pasted.length + around,
  );
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
    for (const kind of forgivenBetween(
      { text: sentence, words: wordsOnly(hunk.pasted) },
      { text: article.text, words: wordsOnly(hunk.printed) },
    ))
      forgiven.add(kind);
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

function spanOf(elements: readonly Element[]): Difference['printed'] {
  const [first] = elements;
  const last = elements.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

function wordsOnly(elements: readonly Element[]): PlainWord[] {
  return elements
    .filter(({ isWord }) => isWord)
    .map(({ text, start, end }) => ({ word: text, gap: '', start, end }));
}
