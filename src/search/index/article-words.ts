import { type Passage, passageText } from '../../corpus/article/article.js';
import { hashWord, shinglesOfWords, sketchOf } from './shingles.js';
import { stem, tokenize } from './terms.js';

/**
 * Every word met so far, by number, with the term (stem) that it is found by. Words are added and never taken away, so
 * numbers stay what they are.
 */
export class Lexicon {
  readonly #words: string[] = [];
  readonly #terms: string[] = [];
  /** By the number of a word, that of its term. */
  readonly #termsOfWords: number[] = [];
  readonly #wordNumbers = new Map<string, number>();
  readonly #termNumbers = new Map<string, number>();
  #sorted: readonly number[] = [];

  /** `words` are those of another lexicon: each gets the number that it has there. */
  constructor(words: readonly string[] = []) {
    for (const word of words) this.add(word);
  }

  /** By number. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** By number. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** By the number of a word, that of its term. */
  get termsOfWords(): readonly number[] {
    return this.#termsOfWords;
  }

  /** The number of a word, a new one if it was not met before. */
  add(word: string): number {
    const known = this.#wordNumbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word) - 1;
    this.#wordNumbers.set(word, number);
    const term = stem(word);
    let termNumber = this.#termNumbers.get(term);
    if (termNumber === undefined) {
      termNumber = this.#terms.push(term) - 1;
      this.#termNumbers.set(term, termNumber);
    }
    this.#termsOfWords.push(termNumber);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#wordNumbers.get(word);
  }

  termNumberOf(term: string): number | undefined {
    return this.#termNumbers.get(term);
  }

  /** The term of a word, met before or not. */
  termOf(word: string): string {
    const term = this.#termsOfWords[this.#wordNumbers.get(word) ?? -1] ?? -1;
    return this.#terms[term] ?? stem(word);
  }

  /** The numbers of all words, the words in the order of their code units. What was handed out does not change. */
  sorted(): readonly number[] {
    const known = this.#sorted.length;
    if (known < this.#words.length) {
      const added = Array.from({ length: this.#words.length - known }, (_, index) => known + index);
      const order = (a: number, b: number): number => (this.#word(a) < this.#word(b) ? -1 : 1);
      // Merging two sorted lists, which is what sorting does with them, takes no time to speak of.
      this.#sorted = [...this.#sorted, ...added.toSorted(order)].toSorted(order);
    }
    return this.#sorted;
  }

  #word(number: number): string {
    return this.#words[number] ?? '';
  }
}

/** What reading an article once has shown, by passage; words are numbers of the lexicon. */
export interface ArticleWords {
  /** The different words of each passage, one passage after the other: of title, headings and text. */
  readonly words: Uint32Array;
  /** How often the passage holds each. */
  readonly counts: Uint16Array;
  /** By passage, where in `words` its own end. */
  readonly ends: Uint32Array;
  /** For finding copies of the article's text; see `sketchOf`. */
  readonly sketch: Uint32Array;
}

const MOST = 0xffff;

/** Reads an article's passages; words not met before are added to the lexicon. */
export function readArticleWords(passages: readonly Passage[], lexicon: Lexicon): ArticleWords {
  const words: number[] = [];
  const counts: number[] = [];
  const ends: number[] = [];
  const hashes: number[] = [];
  for (const passage of passages) {
    const here = new Map<number, number>();
    const meet = (surface: string): void => {
      const word = lexicon.add(surface);
      here.set(word, (here.get(word) ?? 0) + 1);
    };
    for (const { word } of tokenize(leadText(passage))) meet(word);
    for (const { word } of tokenize(passageText(passage))) {
      meet(word);
      hashes.push(hashWord(word));
    }
    for (const [word, count] of here) {
      words.push(word);
      counts.push(Math.min(MOST, count));
    }
    ends.push(words.length);
  }
  return {
    words: Uint32Array.from(words),
    counts: Uint16Array.from(counts),
    ends: Uint32Array.from(ends),
    sketch: sketchOf(shinglesOfWords(hashes)),
  };
}

/** Title and headings: they say what a passage is about without repeating it in its text. */
export function leadText({ article, headings }: Passage): string {
  return [
    article.title ?? '',
    ...headings.map(({ start, end }) => article.text.slice(start, end)),
  ].join('\n');
}
