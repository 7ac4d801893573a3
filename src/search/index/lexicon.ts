import { stem } from './terms.js';

/** A lexicon as it can be written down: words and terms by number, by word the number of its term. */
export interface LexiconParts {
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly termsOfWords: Uint32Array;
  /** See `Lexicon.sorted`. */
  readonly sorted: Uint32Array;
}

/**
 * Every word met so far, by number, with the term (stem) under which it is indexed. Words are added and never taken
 * away, so numbers stay what they are.
 */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #termNumbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** By the number of a word, that of its term. */
  readonly #termsOfWords: number[] = [];
  #sorted: Uint32Array = new Uint32Array();

  /** All that makes up a lexicon, to build the same one from. */
  static from({ words, terms, termsOfWords, sorted }: LexiconParts): Lexicon {
    const lexicon = new Lexicon();
    for (const [number, word] of words.entries()) {
      lexicon.#numbers.set(word, number);
      lexicon.#words.push(word);
      lexicon.#termsOfWords.push(termsOfWords[number] ?? 0);
    }
    for (const [number, term] of terms.entries()) {
      lexicon.#termNumbers.set(term, number);
      lexicon.#terms.push(term);
    }
    lexicon.#sorted = sorted;
    return lexicon;
  }

  parts(): LexiconParts {
    return {
      words: this.#words,
      terms: this.#terms,
      termsOfWords: Uint32Array.from(this.#termsOfWords),
      sorted: this.sorted(),
    };
  }

  /** How many words there are. */
  get size(): number {
    return this.#words.length;
  }

  get terms(): number {
    return this.#terms.length;
  }

  /** The number of a word, a new one if it was not met before. */
  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    const term = stem(word);
    let termNumber = this.#termNumbers.get(term);
    if (termNumber === undefined) {
      termNumber = this.#terms.length;
      this.#termNumbers.set(term, termNumber);
      this.#terms.push(term);
    }
    this.#termsOfWords.push(termNumber);
    return number;
  }

  numberOf(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  word(number: number): string {
    return this.#words[number] ?? '';
  }

  /** The term of a word, met before or not. */
  termOf(word: string): string {
    const number = this.#numbers.get(word);
    return number === undefined ? stem(word) : (this.#terms[this.termOfWord(number)] ?? '');
  }

  /** The number of a word's term, by the word's number. */
  termOfWord(number: number): number {
    return this.#termsOfWords[number] ?? 0;
  }

  termNumberOf(term: string): number | undefined {
    return this.#termNumbers.get(term);
  }

  /** The numbers of all words, the words in the order of their code units. What was handed out does not change. */
  sorted(): Uint32Array {
    if (this.#sorted.length === this.size) return this.#sorted;
    const added = Array.from(
      { length: this.size - this.#sorted.length },
      (_, index) => this.#sorted.length + index,
    ).toSorted((a, b) => (this.word(a) < this.word(b) ? -1 : 1));
    const merged = new Uint32Array(this.size);
    let old = 0;
    let fresh = 0;
    for (let at = 0; at < merged.length; at += 1) {
      const oldNumber = this.#sorted[old];
      const freshNumber = added[fresh];
      const takeOld =
        freshNumber === undefined ||
        (oldNumber !== undefined && this.word(oldNumber) < this.word(freshNumber));
      merged[at] = (takeOld ? oldNumber : freshNumber) ?? 0;
      if (takeOld) old += 1;
      else fresh += 1;
    }
    this.#sorted = merged;
    return merged;
  }
}
