import type { Article } from '../../corpus/article/article.js';
import { partitionPoint } from '../../corpus/partition-point.js';
import type { Work } from '../../corpus/slices.js';
import { hashWord } from '../../search/index/shingles.js';
import { paragraphAt } from './checked-quote.js';
import { type Piece, type PlainWord, readPlainWords } from './plain-words.js';

/** Where every piece of a sentence stands: the article's words from `from` up to, not including, `to`. */
export interface Match {
  readonly article: Article;
  readonly runs: readonly Run[];
  /** The article's words. */
  readonly words: readonly PlainWord[];
}

export interface Run {
  readonly from: number;
  readonly to: number;
}

/** "[the president]" stands for a name or a title, or for nothing at all. */
const BRACKETS_STAND_FOR = 8;
/** What an ellipsis leaves out may run into the next paragraph; further apart the pieces are two quotations. */
const ELLIPSIS_REACHES = 1;
/** A piece as short as this stands near any other by chance, unless it is in the same paragraph. */
const SHORT_PIECE = 2;

/** Everywhere in the articles where the pieces stand word for word and in order, with nothing but what their joints allow between. */
export function* findMatches(
  articles: readonly Article[],
  pieces: readonly Piece[],
): Work<Match[]> {
  const sought = pieces.map(({ words }) => toSequence(words));
  const matches: Match[] = [];
  for (const article of articles) {
    matches.push(...matchesIn(article, pieces, sought));
    yield;
  }
  return matches;
}

function matchesIn(
  article: Article,
  pieces: readonly Piece[],
  sought: readonly WordSequence[],
): Match[] {
  const sequence = sequenceOf(article);
  const hits: number[][] = [];
  for (const piece of sought) {
    const found = occurrences(sequence, piece);
    if (found.length === 0) return [];
    hits.push(found);
  }
  const words = wordsOf(article);
  const runs = pieces.map((piece, at) =>
    (hits[at] ?? [])
      .filter((from) => stands(words, from, piece))
      .map((from): Run => ({ from, to: from + piece.words.length })),
  );
  const matches: Match[] = [];
  for (const first of runs[0] ?? []) {
    const chain = follow(first, runs, pieces, { article, words });
    if (chain === null) continue;
    // "a … b" in "a, a, b" stands there once, at its shortest.
    if (chain.length > 1 && matches.at(-1)?.runs.at(-1) === chain.at(-1)) matches.pop();
    matches.push({ article, words, runs: chain });
  }
  return matches;
}

/** The words themselves and the punctuation between them, of which the sequence has only the words' hashes. */
function stands(words: readonly PlainWord[], from: number, piece: Piece): boolean {
  return piece.words.every(({ word, gap }, offset) => {
    const printed = words[from + offset];
    return printed?.word === word && (offset === 0 || printed.gap === gap);
  });
}

function follow(
  first: Run,
  runs: readonly (readonly Run[])[],
  pieces: readonly Piece[],
  { article, words }: Pick<Match, 'article' | 'words'>,
): Run[] | null {
  const chain = [first];
  for (let at = 1; at < pieces.length; at += 1) {
    const before = chain[at - 1] ?? first;
    const next = firstFrom(runs[at] ?? [], before.to);
    if (next === undefined) return null;
    const apart =
      paragraphAt(article, words[next.from]?.start ?? 0) -
      paragraphAt(article, words[before.to - 1]?.start ?? 0);
    const short = Math.min(next.to - next.from, before.to - before.from) <= SHORT_PIECE;
    const near =
      pieces[at]?.joint === 'brackets'
        ? apart === 0 && next.from - before.to <= BRACKETS_STAND_FOR
        : apart <= (short ? 0 : ELLIPSIS_REACHES);
    if (!near) return null;
    chain.push(next);
  }
  return chain;
}

/** The first run that begins at or after a word; runs are in order. */
function firstFrom(runs: readonly Run[], from: number): Run | undefined {
  return runs[partitionPoint(runs.length, (index) => (runs[index]?.from ?? Infinity) >= from)];
}

/**
 * Words as 32-bit hashes: a whole archive is searched through without its words being kept a second time. Two words may
 * share a hash, so what is found is held against the words themselves and the punctuation between them.
 */
export type WordSequence = Int32Array;

/** Worked out once for each article, for as long as the article is kept. */
const known = new WeakMap<Article, WordSequence>();

export function sequenceOf(article: Article): WordSequence {
  let sequence = known.get(article);
  if (sequence === undefined) {
    sequence = toSequence(wordsOf(article));
    known.set(article, sequence);
  }
  return sequence;
}

/** The words of an article's paragraphs; front matter is none of them. */
export function wordsOf({ text, paragraphs }: Article): PlainWord[] {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  return first && last ? readPlainWords(text, first.start, last.end) : [];
}

export function toSequence(words: readonly PlainWord[]): WordSequence {
  return Int32Array.from(words, ({ word }) => hashWord(word));
}

/** Every place where `sought` stands in `sequence`, overlapping ones too. Knuth, Morris and Pratt: linear in any text. */
export function occurrences(sequence: WordSequence, sought: WordSequence): number[] {
  if (sought.length === 0) return [];
  const fallback = new Int32Array(sought.length);
  for (let at = 1, length = 0; at < sought.length; at += 1) {
    while (length > 0 && sought[at] !== sought[length]) length = fallback[length - 1] ?? 0;
    if (sought[at] === sought[length]) length += 1;
    fallback[at] = length;
  }
  const found: number[] = [];
  for (let at = 0, length = 0; at < sequence.length; at += 1) {
    while (length > 0 && sequence[at] !== sought[length]) length = fallback[length - 1] ?? 0;
    if (sequence[at] === sought[length]) length += 1;
    if (length === sought.length) {
      found.push(at - length + 1);
      length = fallback[length - 1] ?? 0;
    }
  }
  return found;
}
