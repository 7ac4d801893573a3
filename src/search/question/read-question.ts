import type { WeightedTerm } from '../index/score-passages.js';
import type { Vocabulary } from '../index/vocabulary.js';
import { type NamedDay, readDays } from './days-in-question.js';
import type { NamedOutlets } from './outlets-in-question.js';
import type { Question, QuestionWord } from './question.js';
import { readSought, type Sought } from './sought.js';
import type { Synonyms } from './synonyms.js';
import { isEnglish } from '../words/english.js';

/** A term that counts as a word of the question. */
export interface ReadTerm extends WeightedTerm {
  /** Of another word that means the same, not of the word itself or an ending of it. */
  readonly isSynonym: boolean;
}

/** A word of the question, as the archive knows it. */
export interface ReadWord extends QuestionWord {
  /** Terms that count as this word; empty when the archive has neither it nor anything like it. */
  readonly terms: readonly ReadTerm[];
  /** What a match of this word is worth; for an absent word what a unique one would be. */
  readonly idf: number;
  /** The archive's word this one was taken for, when it is not there as typed. */
  readonly takenFor: string | null;
}

/** A question as the archive understands it: what to look for, and what only hints at where. */
export interface Reading {
  readonly words: readonly ReadWord[];
  /** Outlets the question names: their passages come first, others are not shut out. */
  readonly outlets: ReadonlySet<string>;
  /** Days and months the question names; likewise a hint. */
  readonly days: readonly NamedDay[];
  /** The kind of thing that is asked for. */
  readonly sought: Sought | null;
  /** The question sets things against one another, so its sides should all be near the top. */
  readonly compares: boolean;
}

/** Kin count a little less than the word itself, so that they never outrank it. */
const KIN_WEIGHT = 0.9;

/** Words that mean the same count half: they find what the word itself does not, and never outrank it. */
const SYNONYM_WEIGHT = 0.5;

/**
 * A question of up to so many words asks for one thing; in a longer one "the figures" or "who said" stand among much
 * else, and its words say better what is wanted.
 */
const ASKS_ONE_THING = 8;

/** What one side says is half an answer to these. */
const COMPARES =
  /\b(?:compare[ds]?|comparing|comparison|contrast|versus|vs|differences? between)\b/i;

/** What of the archive is needed to understand a question. */
export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly readOutlets: (text: string) => NamedOutlets;
  readonly synonyms: Synonyms;
}

/** Reads a question against the archive: inflections, kin and typing slips; outlets and days it names. */
export function readQuestion(question: Question, reader: Reader): Reading {
  const exact = new Set(question.phrases.flat());
  const named = reader.readOutlets(question.text);
  const others = question.words.filter(({ word }) => exact.has(word) || !named.words.has(word));
  const how = question.words.length <= ASKS_ONE_THING ? 'widely' : 'narrowly';
  // A question of nothing but an outlet's name asks for what is said of it.
  const subject = others.length > 0 ? others : question.words;
  return {
    words: withoutRepeats(
      subject.map((word) => readWord(word, reader, exact.has(word.word) ? 'exactly' : how)),
    ),
    outlets: named.outlets,
    days: readDays(question.text),
    sought: question.words.length <= ASKS_ONE_THING ? readSought(question.text) : null,
    compares: COMPARES.test(question.text),
  };
}

function readWord(word: QuestionWord, reader: Reader, how: HowRead): ReadWord {
  const { vocabulary } = reader;
  const relatives = relativesOf(word.word, reader, how);
  if (vocabulary.has(word.word) || relatives.kin.length > 0 || relatives.synonyms.length > 0)
    return known(word, word.word, relatives, vocabulary, null);
  // Another word is no slip: who asks for the police does not mean the policy.
  const mayBeSlip = how !== 'exactly' && !isEnglish(vocabulary.termOf(word.word));
  const [nearest] = mayBeSlip ? vocabulary.nearest(word.word, 1) : [];
  if (nearest !== undefined)
    return known(word, nearest, relativesOf(nearest, reader, how), vocabulary, nearest);
  const idf = word.share * vocabulary.idf(vocabulary.termOf(word.word));
  return { ...word, terms: [], idf, takenFor: null };
}

/**
 * What a word stands for beside itself: in marks its endings, in a short question its family and what means the same
 * too. A long question has words enough: there its family only takes the place of a word that the archive does not have.
 */
type HowRead = 'exactly' | 'widely' | 'narrowly';

function relativesOf(word: string, { vocabulary, synonyms }: Reader, how: HowRead): Relatives {
  const kin = vocabulary.kin(word);
  if (how === 'exactly') return { kin, synonyms: [] };
  const same = synonyms.of(word).filter((other) => vocabulary.has(other));
  const isThere = vocabulary.has(word) || kin.length > 0;
  return {
    kin: how === 'widely' || !isThere ? [...kin, ...vocabulary.family(word)] : kin,
    synonyms: same.flatMap((other) => [vocabulary.termOf(other), ...vocabulary.kin(other)]),
  };
}

/** What an archive's word brings with it. */
interface Relatives {
  readonly kin: readonly string[];
  readonly synonyms: readonly string[];
}

function known(
  word: QuestionWord,
  as: string,
  { kin, synonyms }: Relatives,
  vocabulary: Vocabulary,
  takenFor: string | null,
): ReadWord {
  const own = vocabulary.termOf(as);
  const hasOwn = vocabulary.has(as);
  // A rarer kin would else be worth more than the word that was asked for.
  const worthOf = (term: string): number =>
    hasOwn ? Math.min(1, vocabulary.idf(own) / vocabulary.idf(term)) : 1;
  const terms = new Map<string, ReadTerm>();
  const add = (more: readonly string[], weight: number, isSynonym = false): void => {
    for (const term of more)
      if (!terms.has(term))
        terms.set(term, { term, weight: weight * worthOf(term) * word.share, isSynonym });
  };
  if (hasOwn) add([own], 1);
  add(kin, KIN_WEIGHT);
  add(synonyms, SYNONYM_WEIGHT, true);
  const idf = Math.min(...[...terms.keys()].map((term) => vocabulary.idf(term)));
  return {
    ...word,
    terms: [...terms.values()],
    idf: idf * word.share,
    takenFor,
  };
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
