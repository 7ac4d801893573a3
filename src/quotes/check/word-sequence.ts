import type { Article } from '../../corpus/article/article.js';
import { hashWord } from '../../search/index/shingles.js';
import { readPlainWords, type PlainWord } from './plain-words.js';

/**
 * Words and the punctuation between them as 32-bit hashes: a whole archive is searched through without its words being
 * kept a second time. Two words may share a hash, so what is found is held against the words themselves.
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

/** Punctuation before the first word belongs to no sequence. */
export function toSequence(words: readonly PlainWord[]): WordSequence {
  const hashes: number[] = [];
  for (const [index, { word, gap }] of words.entries()) {
    if (gap !== '' && index > 0) hashes.push(hashWord(gap));
    hashes.push(hashWord(word));
  }
  return Int32Array.from(hashes);
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
