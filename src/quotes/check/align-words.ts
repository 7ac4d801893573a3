import type { Span } from '../../answer/answer.js';
import type { PlainWord } from './plain-words.js';

/** A word, or the punctuation between two. */
export interface WordOrPoint extends Span {
  readonly text: string;
  readonly isWord: boolean;
}

/** A run of elements that both texts have, or that differ. */
export interface Hunk {
  readonly same: boolean;
  /** Only the pasted text's ellipsis stands for the printed words. */
  readonly isLeftOut: boolean;
  readonly printed: readonly WordOrPoint[];
  readonly pasted: readonly WordOrPoint[];
}

/**
 * A word left out, put in or replaced costs one; all punctuation of a sentence costs less than a word. Of ways that cost
 * the same the one with more words in common is taken: in "our mission" of "our main mission" a word is left out, none
 * replaced.
 */
const WORD_COST = 10_000;
const PUNCTUATION_COST = 1;
const WORD_IN_COMMON = -10;

/** Words with the punctuation between them, as they stand in `text`. */
export function elementsOf(text: string, words: readonly PlainWord[]): WordOrPoint[] {
  return words.flatMap(({ word, gap, start, end }, index): WordOrPoint[] => {
    const own = { text: word, isWord: true, start, end };
    const before = words[index - 1];
    if (gap === '' || !before) return [own];
    const raw = text.slice(before.end, start);
    const from = before.end + (raw.length - raw.trimStart().length);
    return [{ text: gap, isWord: false, start: from, end: from + raw.trim().length }, own];
  });
}

export function wordsIn(elements: readonly WordOrPoint[]): number {
  return elements.reduce((count, { isWord }) => count + Number(isWord), 0);
}

/** From the first to the last of the elements; `null` of none. */
export function spanOf(elements: readonly WordOrPoint[]): Span | null {
  const [first] = elements;
  const last = elements.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The same on both sides, or one in the place of the other; only printed; only pasted. */
const [BOTH, PRINTED, PASTED] = [1, 2, 3];

/** How the printed words are reckoned that the pasted ones lack. */
export interface Alignment {
  /** `free`: those before the first and after the last that is needed count for nothing. `whole`: all count. */
  readonly ends: 'free' | 'whole';
  /** What one of them costs, a word that is put in or replaced being 1. */
  readonly leftOut: number;
}

/**
 * The pasted elements against the stretch of the printed ones that takes the fewest changes of words (Sellers 1980):
 * printed words before and after that stretch count for nothing, unless the alignment is to be another. Time and space
 * are the product of both lengths.
 */
export function alignWords(
  printed: readonly WordOrPoint[],
  pasted: readonly WordOrPoint[],
  { ends, leftOut }: Alignment = { ends: 'free', leftOut: 1 },
): Hunk[] {
  const width = printed.length + 1;
  const steps = new Uint8Array(width * (pasted.length + 1));
  const numbers = new Map<string, number>();
  const others = printed.map((element) => numbered(element, numbers));
  let costs = new Int32Array(width);
  let next = new Int32Array(width);
  if (ends === 'whole')
    for (const [at, other] of others.entries()) {
      costs[at + 1] = (costs[at] ?? 0) + other.cost * leftOut;
      steps[at + 1] = PRINTED;
    }
  for (const [index, element] of pasted.entries()) {
    const own = numbered(element, numbers);
    const row = (index + 1) * width;
    const stretches = isEllipsis(element);
    next[0] = (costs[0] ?? 0) + own.cost;
    steps[row] = PASTED;
    for (const [at, other] of others.entries()) {
      let cost = (costs[at + 1] ?? 0) + own.cost;
      let step = PASTED;
      const both = (costs[at] ?? 0) + costOfBoth(own, other);
      if (both <= cost) [cost, step] = [both, BOTH];
      const alone = (next[at] ?? 0) + (stretches ? 0 : other.cost * leftOut);
      if (alone < cost) [cost, step] = [alone, PRINTED];
      next[at + 1] = cost;
      steps[row + at + 1] = step;
    }
    [costs, next] = [next, costs];
  }
  const least = costs.reduce((a, b) => Math.min(a, b));
  // Of ends that cost the same the last one: there a word stands in the place of another.
  const end = ends === 'whole' ? printed.length : costs.lastIndexOf(least);
  return traceBack(printed, pasted, steps, end);
}

/** An element as a number, so that millions are compared in no time. */
interface Numbered {
  readonly id: number;
  readonly cost: number;
}

function numbered({ text, isWord }: WordOrPoint, numbers: Map<string, number>): Numbered {
  const id = numbers.get(text) ?? numbers.size;
  numbers.set(text, id);
  return { id, cost: isWord ? WORD_COST : PUNCTUATION_COST };
}

function costOfBoth(own: Numbered, other: Numbered): number {
  if (own.id === other.id) return own.cost === WORD_COST ? WORD_IN_COMMON : 0;
  return own.cost === other.cost ? own.cost : WORD_COST + PUNCTUATION_COST;
}

function isEllipsis({ text, isWord }: WordOrPoint): boolean {
  return !isWord && text.includes('...');
}

function traceBack(
  printed: readonly WordOrPoint[],
  pasted: readonly WordOrPoint[],
  steps: Uint8Array,
  end: number,
): Hunk[] {
  const hunks: Hunk[] = [];
  let [row, column] = [pasted.length, end];
  const isDone = (): boolean => row === 0 && steps[column] !== PRINTED;
  while (!isDone()) {
    const step = steps[row * (printed.length + 1) + column];
    const own = row > 0 ? pasted[row - 1] : undefined;
    const a = step === PASTED ? undefined : printed[column - 1];
    const b = step === PRINTED ? undefined : own;
    join(hunks, {
      same: a !== undefined && a.text === b?.text,
      isLeftOut: own !== undefined && isEllipsis(own) && a?.text !== b?.text,
      printed: a ? [a] : [],
      pasted: b ? [b] : [],
    });
    if (a) column -= 1;
    if (b) row -= 1;
  }
  return hunks.toReversed();
}

/** Puts a step before the hunk that begins where the step ends; the last of `hunks` is the first in the text. */
function join(hunks: Hunk[], step: Hunk): void {
  const last = hunks.at(-1);
  if (last?.same === step.same && last.isLeftOut === step.isLeftOut)
    hunks[hunks.length - 1] = {
      ...step,
      printed: [...step.printed, ...last.printed],
      pasted: [...step.pasted, ...last.pasted],
    };
  else hunks.push(step);
}
