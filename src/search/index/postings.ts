import type { Passage } from '../../corpus/article/passage.js';
import type { Work } from '../../corpus/slices.js';
import type { ArticleWords, WordStore } from './word-store.js';

/**
 * Which passages hold each term and how often, with what else counting the words of an archive shows. All by number:
 * of the passage in the archive, of word and term in the lexicon.
 */
export interface Postings {
  /** By term, where its postings begin; one entry more than there are terms, for the end of the last. */
  readonly starts: Uint32Array;
  /** The passages, rising within a term. */
  readonly passages: Uint32Array;
  /** How often the passage holds the term. */
  readonly counts: Uint16Array;
  /** By passage, how many different terms it holds: what MiniSearch takes for the length of a text. */
  readonly lengths: Uint32Array;
  /** By word, how often it stands in the archive. */
  readonly wordCounts: Uint32Array;
  /** All the words of the archive. */
  readonly words: number;
}

/** Counts once how many postings each term has, then lays them down: nothing needs to be sorted. */
export function* buildPostings(passages: readonly Passage[], store: WordStore): Work<Postings> {
  const articles: { readonly first: number; readonly read: ArticleWords }[] = [];
  for (let first = 0; first < passages.length;) {
    const article = passages[first]?.article;
    let end = first + 1;
    while (end < passages.length && passages[end]?.article === article) end += 1;
    if (article) articles.push({ first, read: store.wordsOf(article, passages.slice(first, end)) });
    first = end;
    yield;
  }

  const { lexicon } = store;
  const wordCounts = new Uint32Array(lexicon.size);
  const lengths = new Uint32Array(passages.length);
  const starts = new Uint32Array(lexicon.terms + 1);
  let words = 0;
  for (const { first, read } of articles) {
    for (let index = 0; index < read.ends.length; index += 1)
      lengths[first + index] = (read.ends[index] ?? 0) - (read.ends[index - 1] ?? 0);
    for (let at = 0; at < read.terms.length; at += 1) {
      const next = (read.terms[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let at = 0; at < read.words.length; at += 1) {
      const word = read.words[at] ?? 0;
      const count = read.wordCounts[at] ?? 0;
      wordCounts[word] = (wordCounts[word] ?? 0) + count;
      words += count;
    }
    yield;
  }
  for (let term = 0; term < lexicon.terms; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);

  const size = starts[lexicon.terms] ?? 0;
  const holders = new Uint32Array(size);
  const counts = new Uint16Array(size);
  const next = starts.slice(0, lexicon.terms);
  for (const { first, read } of articles) {
    let at = 0;
    for (let index = 0; index < read.ends.length; index += 1) {
      const end = read.ends[index] ?? 0;
      for (; at < end; at += 1) {
        const term = read.terms[at] ?? 0;
        const place = next[term] ?? 0;
        holders[place] = first + index;
        counts[place] = read.counts[at] ?? 0;
        next[term] = place + 1;
      }
    }
    yield;
  }
  return { starts, passages: holders, counts, lengths, wordCounts, words };
}
