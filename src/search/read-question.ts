import type { Question, QuestionWord } from './question.js';
import type { WeightedTerm } from './passage-index.js';
import type { Vocabulary } from './vocabulary.js';

/** A word of the question, as the archive knows it. */
export interface ReadWord extends QuestionWord {
  /** Terms that count as this word; empty when the archive has neither it nor anything like it. */
  readonly terms: readonly WeightedTerm[];
  /** What a match of this word is worth; for an absent word what a unique one would be. */
  readonly idf: number;
  /** The archive's word this one was taken for, when it is not there as typed. */
  readonly takenFor: string | null;
}

/** Kin count a little less than the word itself, so that they never outrank it. */
const KIN_WEIGHT = 0.9;

/** A typing slip rarely falls on the first letter, and another first letter as a rule is another name. */
const sameStart = (a: string, b: string): boolean => a[0] === b[0];

/** Reads the question's words against the archive's: inflections, kin and typing slips. */
export function readQuestion(question: Question, vocabulary: Vocabulary): ReadWord[] {
  const exact = new Set(question.phrases.flat());
  const read = question.words.map((word): ReadWord => {
    const kin = vocabulary.kin(word.word);
    if (vocabulary.has(word.word) || kin.length > 0)
      return known(word, word.word, kin, vocabulary, null);
    const nearest = exact.has(word.word)
      ? undefined
      : vocabulary.nearest(word.word, 5).find((near) => sameStart(near, word.word));
    if (nearest !== undefined)
      return known(word, nearest, vocabulary.kin(nearest), vocabulary, nearest);
    return {
      ...word,
      terms: [],
      idf: vocabulary.idf(vocabulary.termOf(word.word)),
      takenFor: null,
    };
  });
  return withoutRepeats(read);
}

function known(
  word: QuestionWord,
  as: string,
  kin: readonly string[],
  vocabulary: Vocabulary,
  takenFor: string | null,
): ReadWord {
  const own = vocabulary.termOf(as);
  const hasOwn = vocabulary.has(as);
  // A rarer kin would else be worth more than the word that was asked for.
  const worthOf = (term: string): number =>
    hasOwn ? KIN_WEIGHT * Math.min(1, vocabulary.idf(own) / vocabulary.idf(term)) : KIN_WEIGHT;
  const terms = [
    ...(hasOwn ? [{ term: own, weight: 1 }] : []),
    ...kin.map((term) => ({ term, weight: worthOf(term) })),
  ];
  const idf = Math.min(...terms.map(({ term }) => vocabulary.idf(term)));
  return { ...word, terms, idf, takenFor };
}

/** "deportation deportations" asks once: a term counts for the first word that brings it. */
function withoutRepeats(words: readonly ReadWord[]): ReadWord[] {
  const seen = new Set<string>();
  return words.filter(({ terms }) => {
    const own = terms[0]?.term;
    if (own === undefined) return true;
    if (seen.has(own)) return false;
    seen.add(own);
    return true;
  });
}
