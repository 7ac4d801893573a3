import type { View } from '../../answer/archive/view.js';
import type { Article } from '../../corpus/article/article.js';
import type { Work } from '../../corpus/slices.js';
import { normalizeWord } from '../../search/index/terms.js';
import { type Aligned, alignSentence, countDiffering, isTelling } from './align-sentence.js';
import { elementsOf, spanOf, type WordOrPoint, wordsIn } from './align-words.js';
import { type Difference, type Forgiven, type NearestQuote, quotePlace } from './checked-quote.js';
import { toSequence } from './find-matches.js';
import { nearestWindows } from './nearest-windows.js';
import { noteForgiven, type PlainWord, readPlainWords } from './plain-words.js';

/** How many stretches of the archive are aligned with the sentence: fewer for a long one, whose alignment takes its square. */
const MOST_ALIGNED = 16;
const WORK = 16_000_000;

/** The words of the articles that are most like a sentence; `null` when none is enough like it to be called a version of it. */
export function* nearestQuote(
  view: View,
  articles: readonly Article[],
  sentence: string,
): Work<NearestQuote | null> {
  const words = readPlainWords(sentence);
  const pasted = elementsOf(sentence, words);
  const windows = yield* nearestWindows(
    articles,
    toSequence(words),
    weightsOf(view, sentence, words),
    Math.min(MOST_ALIGNED, 1 + Math.floor(WORK / pasted.length ** 2)),
  );
  let best: Aligned | null = null;
  for (const window of windows) {
    const aligned = alignSentence(window, pasted);
    if (aligned !== null && aligned.likeness > (best?.likeness ?? 0)) best = aligned;
    yield;
  }
  return best === null ? null : describe(best, sentence);
}

/** A rare word tells more than a common one, up to twice as much; "of" and the like tell little. */
const TELLING_WORD = 100;
const SMALL_WORD = 50;

function weightsOf(
  { index: { vocabulary } }: View,
  sentence: string,
  words: readonly PlainWord[],
): number[] {
  const idfs = words.map(({ word, start, end }) =>
    isTelling(word)
      ? vocabulary.idf(vocabulary.termOf(normalizeWord(sentence.slice(start, end))))
      : null,
  );
  const most = Math.max(1, ...idfs.map((idf) => idf ?? 0));
  return idfs.map((idf) =>
    idf === null ? SMALL_WORD : Math.round(TELLING_WORD * (1 + idf / most)),
  );
}

function describe({ article, hunks }: Aligned, sentence: string): NearestQuote {
  const printed = hunks.flatMap((hunk) => hunk.printed);
  const counts = countDiffering(hunks);
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
    counts,
    differing: counts.replaced + counts.leftOut + counts.added,
  };
}

function wordsOnly(elements: readonly WordOrPoint[]): WordOrPoint[] {
  return elements.filter(({ isWord }) => isWord);
}
