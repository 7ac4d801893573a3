import type { Article } from '../../corpus/article/article.js';
import { partitionPoint } from '../../corpus/partition-point.js';
import { paragraphAt } from './paragraph-at.js';
import type { PlainWord } from './plain-words.js';
import type { Piece } from './read-pasted.js';
import {
  occurrences,
  sequenceOf,
  toSequence,
  wordsOf,
  type WordSequence,
} from './word-sequence.js';

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
export function findMatches(articles: readonly Article[], pieces: readonly Piece[]): Match[] {
  const sought = pieces.map(({ words }) => toSequence(words));
  return articles.flatMap((article) => matchesIn(article, pieces, sought));
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
  const indexAt = wordIndexes(words);
  const runs = pieces.map((piece, at) =>
    (hits[at] ?? [])
      .map((position): Run => {
        const from = indexAt.get(position) ?? -1;
        return { from, to: from + piece.words.length };
      })
      .filter(({ from }) => stands(words, from, piece)),
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

/** From the place in the sequence, where punctuation counts, to the word. */
function wordIndexes(words: readonly PlainWord[]): Map<number, number> {
  const indexes = new Map<number, number>();
  let position = 0;
  for (const [index, { gap }] of words.entries()) {
    if (gap !== '' && index > 0) position += 1;
    indexes.set(position, index);
    position += 1;
  }
  return indexes;
}

/** The words themselves, of which the sequence has only the hashes. */
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
