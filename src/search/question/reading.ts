import type { NamedDay } from './days-in-question.js';
import type { QuestionWord } from './question.js';
import type { WeightedTerm } from '../index/passage-index.js';
import type { Sought } from './sought.js';

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
