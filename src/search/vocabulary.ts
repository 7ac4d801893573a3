import { editDistance } from './edit-distance.js';
import { stem } from './terms.js';

/** The words of the archive: how common each is, which belong together, which are spelled alike. */
export interface Vocabulary {
  /** How many passages were counted. */
  readonly passages: number;
  /** Words in a passage, on average; 1 where there is none. */
  readonly averageLength: number;
  has(word: string): boolean;
  /** The stem under which a word is indexed. */
  termOf(word: string): string;
  /** Inverse document frequency of a term, as in BM25; a term that stands nowhere weighs most. */
  idf(term: string): number;
  /** Terms of words that are `word` with or without an ending of inflection or nationality: panama ↔ panamanian. */
  kin(word: string): string[];
  /**
   * The words spelled most like `word`, nearest first, then the most common; empty when none is near. A slip rarely
   * falls on the first letter, and another first letter as a rule is another name: only words that begin alike count.
   */
  nearest(word: string, limit: number): string[];
}

/** Endings that the stemmer leaves apart from their word: plural, person, nationality. */
const KIN_ENDING = /^(?:e?s|e?d|e?rs?|ees?|e|e?n?s?|e?ans?|i?ans?|n?ians?|ese|is?)$/;
const KIN_MIN_LENGTH = 4;
const KIN_MAX_ENDING = 5;

/** Collects the words of passages, one `add` for each passage. */
export class VocabularyBuilder {
  readonly #terms = new Map<string, string>();
  readonly #wordCounts = new Map<string, number>();
  readonly #termCounts = new Map<string, number>();
  #passages = 0;
  #words = 0;

  termOf(word: string): string {
    let term = this.#terms.get(word);
    if (term === undefined) {
      term = stem(word);
      this.#terms.set(word, term);
    }
    return term;
  }

  add(words: Iterable<string>): void {
    this.#passages += 1;
    const seen = new Set<string>();
    for (const word of words) {
      this.#words += 1;
      this.#wordCounts.set(word, (this.#wordCounts.get(word) ?? 0) + 1);
      seen.add(this.termOf(word));
    }
    for (const term of seen) this.#termCounts.set(term, (this.#termCounts.get(term) ?? 0) + 1);
  }

  build(): Vocabulary {
    const wordCounts = this.#wordCounts;
    const termCounts = this.#termCounts;
    const passages = this.#passages;
    const averageLength = this.#words / passages || 1;
    const sorted = [...wordCounts.keys()].toSorted();
    const termOf = (word: string): string => this.#terms.get(word) ?? stem(word);

    return {
      passages,
      averageLength,
      has: (word) => termCounts.has(termOf(word)),
      termOf,
      idf(term) {
        const count = termCounts.get(term) ?? 0;
        return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
      },
      kin(word) {
        const own = termOf(word);
        const base = word.startsWith(own) && own.length > KIN_MIN_LENGTH ? own : word;
        if (base.length < KIN_MIN_LENGTH) return [];
        const found = new Set<string>();
        for (let at = lowerBound(sorted, base); at < sorted.length; at += 1) {
          const candidate = sorted[at] ?? '';
          if (!candidate.startsWith(base)) break;
          const ending = candidate.slice(base.length);
          if (ending.length <= KIN_MAX_ENDING && KIN_ENDING.test(ending))
            found.add(termOf(candidate));
        }
        for (let length = word.length - 1; length >= KIN_MIN_LENGTH; length -= 1) {
          const shorter = word.slice(0, length);
          if (wordCounts.has(shorter) && isNationality(shorter, word.slice(length)))
            found.add(termOf(shorter));
        }
        found.delete(own);
        return [...found];
      },
      nearest(word, limit) {
        const allowed = allowedEdits(word);
        if (allowed === 0) return [];
        const near: { word: string; distance: number; count: number }[] = [];
        const first = word.slice(0, 1);
        for (let at = lowerBound(sorted, first); at < sorted.length; at += 1) {
          const candidate = sorted[at] ?? '';
          if (!candidate.startsWith(first)) break;
          if (Math.abs(candidate.length - word.length) > allowed) continue;
          const distance = editDistance(word, candidate, allowed);
          if (distance <= allowed)
            near.push({ word: candidate, distance, count: wordCounts.get(candidate) ?? 0 });
        }
        near.sort(
          (a, b) => a.distance - b.distance || b.count - a.count || (a.word < b.word ? -1 : 1),
        );
        return near.slice(0, limit).map(({ word: found }) => found);
      },
    };
  }
}

/** Panamanian → panama, cuban → cuba, iranian → iran; but not german → germ. */
function isNationality(country: string, ending: string): boolean {
  if (!/^(?:n|an|ian|nian|ean|ese|i|es)s?$/.test(ending)) return false;
  return (
    country.length > KIN_MIN_LENGTH || /[aeiou]$/.test(country) || /^(?:ian|i)s?$/.test(ending)
  );
}

/** A slip in a short word makes another word; a long one bears two. Numbers are never guessed at. */
function allowedEdits(word: string): number {
  if (!/^\p{L}+$/u.test(word) || word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

function lowerBound(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
