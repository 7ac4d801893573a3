import { stem } from './terms.js';

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
