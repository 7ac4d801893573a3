import type { Article } from '../../corpus/article/article.js';
import { passageText, type Passage } from '../../corpus/article/passage.js';
import { Lexicon } from './lexicon.js';
import { leadText } from './lead-text.js';
import { hashWord, shinglesOfWords, sketchOf } from './shingles.js';
import { tokenize } from './terms.js';

/** What reading an article's words once has shown; words and terms are numbers of the lexicon. */
export interface ArticleWords {
  /** The different terms of each passage, one passage after the other, and how often it holds each. */
  readonly terms: Uint32Array;
  readonly counts: Uint16Array;
  /** By passage, where in `terms` its own end. */
  readonly ends: Uint32Array;
  /** The different words that its passages are found by (of title, headings and text), and how often they stand there. */
  readonly words: Uint32Array;
  readonly wordCounts: Uint32Array;
  /** For finding copies of its text; see `sketchOf`. */
  readonly sketch: Uint32Array;
}

/** The words of articles, read once, so that an index can be built anew without reading them again. */
export interface WordStore {
  readonly lexicon: Lexicon;
  /** `passages` are all those of the article. */
  wordsOf(article: Article, passages: readonly Passage[]): ArticleWords;
  /** What was read of an article, if it was. */
  known(article: Article): ArticleWords | undefined;
  sketchOf(article: Article): Uint32Array;
}

/** `known` gives what was read of an article at another time, if anything was; its numbers are those of `lexicon`. */
export function createWordStore(
  lexicon = new Lexicon(),
  known: (article: Article) => ArticleWords | undefined = () => undefined,
): WordStore {
  const read = new WeakMap<Article, ArticleWords>();
  return {
    lexicon,
    wordsOf(article, passages) {
      let words = read.get(article);
      if (words === undefined) {
        words = known(article) ?? readWords(passages, lexicon);
        read.set(article, words);
      }
      return words;
    },
    known: (article) => read.get(article),
    sketchOf: (article) => read.get(article)?.sketch ?? NO_SKETCH,
  };
}

const NO_SKETCH = new Uint32Array();
const MOST = 0xffff;

function readWords(passages: readonly Passage[], lexicon: Lexicon): ArticleWords {
  const terms: number[] = [];
  const counts: number[] = [];
  const ends = new Uint32Array(passages.length);
  const wordCounts = new Map<number, number>();
  const hashes: number[] = [];
  for (const [index, passage] of passages.entries()) {
    const termCounts = new Map<number, number>();
    const meet = (surface: string): void => {
      const word = lexicon.add(surface);
      const term = lexicon.termOfWord(word);
      wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
      termCounts.set(term, (termCounts.get(term) ?? 0) + 1);
    };
    for (const { word } of tokenize(leadText(passage))) meet(word);
    for (const { word } of tokenize(passageText(passage))) {
      meet(word);
      hashes.push(hashWord(word));
    }
    for (const [term, count] of termCounts) {
      terms.push(term);
      counts.push(Math.min(MOST, count));
    }
    ends[index] = terms.length;
  }
  return {
    terms: Uint32Array.from(terms),
    counts: Uint16Array.from(counts),
    ends,
    words: Uint32Array.from(wordCounts.keys()),
    wordCounts: Uint32Array.from(wordCounts.values()),
    sketch: sketchOf(shinglesOfWords(hashes)),
  };
}
