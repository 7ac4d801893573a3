import { partitionPoint } from '../../corpus/partition-point.js';
import type { Work } from '../../corpus/slices.js';
import type { ArticleWords, Lexicon } from './article-words.js';
import { editDistance } from './edit-distance.js';
import { familyOf } from '../words/english.js';

/** The words of the archive: how common each is, which belong together, which are spelled alike. */
export interface Vocabulary {
  /** How many different words there are. */
  readonly size: number;
  /** Words in a passage, on average; 1 where there is none. */
  readonly averageLength: number;
  /** Different terms in a passage, on average; 1 where there is none. */
  readonly averageTerms: number;
  has(word: string): boolean;
  /** The stem under which a word is indexed. */
  termOf(word: string): string;
  /** Inverse document frequency of a term, as in BM25; one that stands nowhere weighs as one that stands once. */
  idf(term: string): number;
  /** Terms of words that are `word` with or without an ending of inflection or nationality: panama ↔ panamanian. */
  kin(word: string): string[];
  /** Terms of its family that neither stem nor ending shows: spoke ↔ speak ↔ speech. */
  family(word: string): string[];
  /**
   * The words spelled most like `word`, nearest first, then those with its consonants, then the most common; empty when none is near. A slip rarely
   * falls on the first letter, and another first letter as a rule is another name: only words that begin alike count.
   */
  nearest(word: string, limit: number): string[];
}

/** Endings that the stemmer leaves apart from their word: plural, person, nationality. */
const KIN_ENDING = /^(?:e?s|e?d|e?rs?|ees?|e|e?n?s?|e?ans?|i?ans?|n?ians?|ese|is?)$/;
const KIN_MIN_LENGTH = 4;
const KIN_MAX_ENDING = 5;

/** Counts the words of articles, a step at a time. What the lexicon holds besides stands nowhere. */
export function* buildVocabulary(
  articles: readonly ArticleWords[],
  lexicon: Lexicon,
): Work<Vocabulary> {
  const { words, terms, termsOfWords } = lexicon;
  /** By word, how often it stands in the archive. */
  const wordCounts = new Uint32Array(words.length);
  /** By term, in how many passages it stands, and the last of them. */
  const holders = new Uint32Array(terms.length);
  const lastHolder = new Uint32Array(terms.length);
  let passages = 0;
  let all = 0;
  let different = 0;
  for (const article of articles) {
    let at = 0;
    for (const end of article.ends) {
      passages += 1;
      for (; at < end; at += 1) {
        const word = article.words[at] ?? 0;
        const count = article.counts[at] ?? 0;
        wordCounts[word] = (wordCounts[word] ?? 0) + count;
        all += count;
        const term = termsOfWords[word] ?? 0;
        if (lastHolder[term] === passages) continue;
        holders[term] = (holders[term] ?? 0) + 1;
        lastHolder[term] = passages;
        different += 1;
      }
    }
    yield;
  }

  const sorted = lexicon.sorted();
  const termOf = (word: string): string => lexicon.termOf(word);
  const countOf = (word: string): number => wordCounts[lexicon.numberOf(word) ?? -1] ?? 0;
  const passagesWith = (term: string): number => holders[lexicon.termNumberOf(term) ?? -1] ?? 0;

  /** The archive's words that begin so, in their order. */
  function* beginningWith(beginning: string): Generator<string> {
    const first = partitionPoint(
      sorted.length,
      (at) => (words[sorted[at] ?? 0] ?? '') >= beginning,
    );
    for (let at = first; at < sorted.length; at += 1) {
      const number = sorted[at] ?? 0;
      const word = words[number] ?? '';
      if (!word.startsWith(beginning)) return;
      if ((wordCounts[number] ?? 0) > 0) yield word;
    }
  }

  return {
    size: wordCounts.reduce((size, count) => (count > 0 ? size + 1 : size), 0),
    averageLength: all / passages || 1,
    averageTerms: different / passages || 1,
    has: (word) => passagesWith(termOf(word)) > 0,
    termOf,
    idf(term) {
      const count = Math.max(1, passagesWith(term));
      return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
    },
    kin(word) {
      const own = termOf(word);
      const base = word.startsWith(own) && own.length > KIN_MIN_LENGTH ? own : word;
      if (base.length < KIN_MIN_LENGTH) return [];
      const found = new Set<string>();
      for (const candidate of beginningWith(base)) {
        const ending = candidate.slice(base.length);
        if (ending.length <= KIN_MAX_ENDING && KIN_ENDING.test(ending))
          found.add(termOf(candidate));
      }
      for (let length = word.length - 1; length >= KIN_MIN_LENGTH; length -= 1) {
        const shorter = word.slice(0, length);
        if (countOf(shorter) > 0 && isNationality(shorter, word.slice(length)))
          found.add(termOf(shorter));
      }
      found.delete(own);
      return [...found];
    },
    family: (word) => familyOf(termOf(word)).filter((term) => passagesWith(term) > 0),
    nearest(word, limit) {
      const allowed = allowedEdits(word);
      if (allowed === 0) return [];
      const near: { word: string; distance: number; count: number }[] = [];
      for (const candidate of beginningWith(word.slice(0, 1))) {
        if (Math.abs(candidate.length - word.length) > allowed) continue;
        const distance = editDistance(word, candidate, allowed);
        if (distance <= allowed)
          near.push({ word: candidate, distance, count: countOf(candidate) });
      }
      const own = consonantsOf(word);
      const keepsOwn = (other: string): number => Number(consonantsOf(other) !== own);
      near.sort(
        (a, b) =>
          a.distance - b.distance ||
          keepsOwn(a.word) - keepsOwn(b.word) ||
          b.count - a.count ||
          (a.word < b.word ? -1 : 1),
      );
      return near.slice(0, limit).map(({ word: found }) => found);
    },
  };
}

/** Panamanian → panama, cuban → cuba, iranian → iran; but not german → germ. */
function isNationality(country: string, ending: string): boolean {
  if (!/^(?:n|an|ian|nian|ean|ese|i|es)s?$/.test(ending)) return false;
  return (
    country.length > KIN_MIN_LENGTH || /[aeiou]$/.test(country) || /^(?:ian|i)s?$/.test(ending)
  );
}

/** Most slips are of a vowel, or double or swap a letter: what is left is the word as it is heard. */
function consonantsOf(word: string): string {
  return word
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1')
    .split('')
    .toSorted()
    .join('');
}

/** A slip in a short word makes another word; a long one bears two. Numbers are never guessed at. */
function allowedEdits(word: string): number {
  if (!/^\p{L}+$/u.test(word) || word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}
