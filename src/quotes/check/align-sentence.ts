import type { Span } from '../../answer/answer.js';
import type { Article } from '../../corpus/article/article.js';
import { normalizeWord } from '../../search/index/terms.js';
import { isStopWord } from '../../search/question/stop-words.js';
import {
  alignWords,
  elementsOf,
  type Hunk,
  spanOf,
  type WordOrPoint,
  wordsIn,
} from './align-words.js';
import { type DifferingWords, type Forgiven, quotePlace } from './checked-quote.js';
import { wordsOf } from './find-matches.js';
import type { Window } from './nearest-windows.js';
import type { PlainWord } from './plain-words.js';

/**
 * In sentences about other things six words in ten are seldom the same and in the same order, function words included;
 * a sentence of six words with two changed has seven.
 */
const IN_COMMON = 0.6;
/** Two words are found together anywhere. */
const FEWEST_IN_COMMON = 3;
/** "We would be" stands in most articles: fewer words than these are like others by what they speak of. */
const SHORT = 6;
/** Words looked at around a stretch, for those that the sentence lacks. */
const AROUND = { least: 8, share: 0.25, most: 150 };

/**
 * Where printed words may be left out of a sentence, one costs a tenth of another word in its place; a sentence that is
 * like its original only so has all its telling words and three in four of the others from it.
 */
const LEFT_OUT = { cost: 0.1, inCommon: 0.75, telling: 2 };
/** More words left out than these, or than twice as many as were pasted, and it is another sentence. */
const MOST_LEFT_OUT = 8;

/** A sentence and the words of an article that are a version of it. */
export interface Aligned {
  readonly article: Article;
  readonly hunks: readonly Hunk[];
  /** How much of both is the same; what a sentence speaks of counts twice. */
  readonly likeness: number;
}

/** The sentence against the words in and around a stretch of an article; `null` where they are no version of it. */
export function alignSentence(
  { article, from }: Window,
  pasted: readonly WordOrPoint[],
): Aligned | null {
  const around = Math.min(
    AROUND.most,
    Math.max(AROUND.least, Math.ceil(pasted.length * AROUND.share)),
  );
  const words = wordsOf(article);
  const near = words.slice(Math.max(0, from - around), from + pasted.length + around);
  const close = alignWords(elementsOf(article.text, near), pasted);
  const isLike = isVersion(close, pasted);
  const whole = alignWhole(article, words, close, pasted);
  const hunks =
    whole && (isLike ? tellingIn(whole) > tellingIn(close) : isShortened(whole, pasted))
      ? whole
      : isLike
        ? close
        : null;
  return hunks && { article, hunks, likeness: likenessOf(hunks, pasted) };
}

function isVersion(hunks: readonly Hunk[], pasted: readonly WordOrPoint[]): boolean {
  const common = commonIn(hunks);
  const own = wordsIn(pasted);
  const printed = hunks.reduce(
    (sum, hunk) => sum + (hunk.isLeftOut ? 0 : wordsIn(hunk.printed)),
    0,
  );
  return (
    common >= FEWEST_IN_COMMON &&
    common / Math.max(own, printed) >= IN_COMMON &&
    (own >= SHORT || tellingIn(hunks) > 0)
  );
}

/** Nothing of what it speaks of is put in; words are left out. */
function isShortened(hunks: readonly Hunk[], pasted: readonly WordOrPoint[]): boolean {
  const telling = tellingOf(pasted).length;
  return (
    telling >= LEFT_OUT.telling &&
    tellingIn(hunks) === telling &&
    commonIn(hunks) >= Math.max(FEWEST_IN_COMMON, LEFT_OUT.inCommon * wordsIn(pasted))
  );
}

/**
 * The sentence against the whole printed one, or the whole quotation, from the first to the last of its telling words:
 * "to protect Panama" is "to protect the interests of the Republic of Panama" with words left out, and not "to protect
 * the" with another word. `null` where they are not both one sentence.
 */
function alignWhole(
  article: Article,
  words: readonly PlainWord[],
  close: readonly Hunk[],
  pasted: readonly WordOrPoint[],
): Hunk[] | null {
  const near = spanOf(close.flatMap(({ printed }) => printed));
  if (near === null) return null;
  const { start, end } = sentenceOrQuotation(article, near);
  const printed = elementsOf(
    article.text,
    words.filter((word) => start <= word.start && word.end <= end),
  );
  const loose = alignWords(printed, pasted, { ends: 'free', leftOut: LEFT_OUT.cost });
  const telling = spanOf(loose.flatMap((hunk) => (hunk.same ? tellingOf(hunk.printed) : [])));
  if (telling === null) return null;
  const apart = telling.end <= near.start || near.end <= telling.start;
  const from = apart ? telling.start : Math.min(telling.start, near.start);
  const to = apart ? telling.end : Math.max(telling.end, near.end);
  const hunks = alignWords(
    printed.filter((element) => from <= element.start && element.end <= to),
    pasted,
    { ends: 'whole', leftOut: 1 },
  );
  const most = Math.max(MOST_LEFT_OUT, 2 * wordsIn(pasted));
  return countDiffering(hunks).leftOut > most ? null : hunks;
}

function sentenceOrQuotation(article: Article, near: Span): Span {
  const { parts, quotations } = quotePlace(article, [near], NOTHING_FORGIVEN);
  const spans = [...parts.map(({ around }) => around), ...quotations];
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

const NOTHING_FORGIVEN = { leftOut: 0, forgiven: new Set<Forgiven>() };

function likenessOf(hunks: readonly Hunk[], pasted: readonly WordOrPoint[]): number {
  const { leftOut } = countDiffering(hunks);
  const own = wordsIn(pasted) + tellingOf(pasted).length;
  return (commonIn(hunks) + tellingIn(hunks)) / (own + leftOut * IN_COMMON);
}

function commonIn(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { same, printed }) => sum + (same ? wordsIn(printed) : 0), 0);
}

function tellingIn(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { same, printed }) => sum + (same ? tellingOf(printed).length : 0), 0);
}

function tellingOf(elements: readonly WordOrPoint[]): WordOrPoint[] {
  return elements.filter(({ text, isWord }) => isWord && isTelling(text));
}

/** A word with a subject of its own, a number among them. */
export function isTelling(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word) && !isStopWord(normalizeWord(word));
}

/** Of each run that differs: a word for a word is replaced; what one side has more is left out or added. */
export function countDiffering(hunks: readonly Hunk[]): DifferingWords {
  const counts = { replaced: 0, leftOut: 0, added: 0 };
  for (const { same, isLeftOut, printed, pasted } of hunks) {
    if (same || isLeftOut) continue;
    const [theirs, own] = [wordsIn(printed), wordsIn(pasted)];
    counts.replaced += Math.min(theirs, own);
    counts.leftOut += Math.max(0, theirs - own);
    counts.added += Math.max(0, own - theirs);
  }
  return counts;
}
