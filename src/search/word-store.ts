import type { Article } from '../corpus/article.js';
import type { Passage } from '../corpus/passage.js';
import { Lexicon } from './lexicon.js';
import { searchedText } from './searched-text.js';
import { tokenize } from './terms.js';

/** The words that an article's passages are found by, in order, as numbers of the lexicon. */
export interface ArticleWords {
  readonly words: Uint32Array;
  /** By passage, where in `words` its own end. */
  readonly ends: Uint32Array;
}

/** Words read from articles once, so that an index can be built anew without reading them again. */
export interface WordStore {
  readonly lexicon: Lexicon;
  /** `passages` are all those of the article. */
  wordsOf(article: Article, passages: readonly Passage[]): ArticleWords;
  /** Puts in what was read of an article at another time. */
  put(article: Article, words: ArticleWords): void;
}

export function createWordStore(lexicon = new Lexicon()): WordStore {
  const known = new WeakMap<Article, ArticleWords>();
  return {
    lexicon,
    wordsOf(article, passages) {
      let words = known.get(article);
      if (words === undefined) {
        words = readWords(passages, lexicon);
        known.set(article, words);
      }
      return words;
    },
    put: (article, words) => void known.set(article, words),
  };
}

function readWords(passages: readonly Passage[], lexicon: Lexicon): ArticleWords {
  const words: number[] = [];
  const ends = new Uint32Array(passages.length);
  for (const [index, passage] of passages.entries()) {
    for (const { word } of tokenize(searchedText(passage))) words.push(lexicon.add(word));
    ends[index] = words.length;
  }
  return { words: Uint32Array.from(words), ends };
}
