import type { AnswerStatus } from '../../answer/answer.js';
import type { Passage } from '../../corpus/article/article.js';

/** A passage by its place: `a.txt#3` is the third paragraph of a.txt. */
export type PassageKey = string;

export function passageKey(file: string, paragraph: number): PassageKey {
  return `${file}#${paragraph}`;
}

export function keyOf({ article, paragraph }: Passage): PassageKey {
  return passageKey(article.file, paragraph.number);
}

/** A question with a person's judgement of what answers it. */
export interface JudgedQuestion {
  readonly id: string;
  readonly query: string;
  /** Earlier questions of the same thread, oldest first. */
  readonly thread: readonly string[];
  /** False: the archive cannot answer, and should say so. `null`: all that is known is what does not answer. */
  readonly answerable: boolean | null;
  /** One set for each piece of evidence: the passages that hold it, any of which will do. */
  readonly evidence: readonly ReadonlySet<PassageKey>[];
  /** How much each relevant passage is worth, 1 to 3; all others are worth nothing. */
  readonly grades: ReadonlyMap<PassageKey, number>;
  /** Passages that somebody has judged not to answer. */
  readonly wrong: ReadonlySet<PassageKey>;
}

/** What a search gave for a question: its passages, best first, none where it found nothing. */
export interface SearchResult {
  readonly status: AnswerStatus;
  readonly passages: readonly PassageKey[];
}

/** Something measured of each question it applies to; over all of them the mean counts. */
export interface Measure {
  readonly name: string;
  /** 0 to 1; `null` where it does not apply. */
  readonly of: (question: JudgedQuestion, result: SearchResult) => number | null;
}

const ranking = (
  name: string,
  of: (question: JudgedQuestion, result: SearchResult) => number,
): Measure => ({
  name,
  of: (question, result) => (question.answerable ? of(question, result) : null),
});

const judging = (name: string, answerable: boolean, status: readonly AnswerStatus[]): Measure => ({
  name,
  of: (question, result) =>
    question.answerable === answerable ? Number(status.includes(result.status)) : null,
});

/** Only over questions that others in their thread came before. */
function followingUp({ name, of }: Measure): Measure {
  return {
    name,
    of: (question, result) => (question.thread.length > 0 ? of(question, result) : null),
  };
}

/** In the order they are shown; the worst questions are told by the first. */
export const MEASURES: readonly [Measure, ...Measure[]] = [
  ranking('Success@1', succeeds(1)),
  ranking('Success@3', succeeds(3)),
  followingUp(ranking('… of follow-ups', succeeds(3))),
  ranking('nDCG@5', gain(5)),
  ranking('nDCG@10', gain(10)),
  ranking('MRR@10', (question, result) => {
    const rank = firstRelevantRank(question, result);
    return rank !== null && rank <= 10 ? 1 / rank : 0;
  }),
  ranking('Hits@4', succeeds(4)),
  ranking('Hits@10', succeeds(10)),
  ranking('evidence recall@10', ({ evidence }, { passages }) => {
    const shown = passages.slice(0, 10);
    const found = evidence.filter((piece) => shown.some((key) => piece.has(key)));
    return found.length / evidence.length;
  }),
  judging('refused, rightly', false, ['partial', 'nothing']),
  judging('… of these in part', false, ['partial']),
  judging('refused, wrongly', true, ['nothing']),
  judging('answered in part', true, ['partial']),
  {
    name: 'reported wrong, in the first 3',
    of: ({ wrong }, { passages }) =>
      wrong.size === 0 ? null : Number(passages.slice(0, 3).some((key) => wrong.has(key))),
  },
];

/** The rank, from 1, of the first relevant passage; `null` when there is none. */
export function firstRelevantRank(
  { grades }: JudgedQuestion,
  { passages }: SearchResult,
): number | null {
  const index = passages.findIndex((key) => grades.has(key));
  return index < 0 ? null : index + 1;
}

/** Whether one of the first `most` passages is relevant. */
function succeeds(most: number): (question: JudgedQuestion, result: SearchResult) => number {
  return (question, result) => Number((firstRelevantRank(question, result) ?? Infinity) <= most);
}

/** nDCG (Järvelin and Kekäläinen 2002): grades, discounted by the binary logarithm of rank + 1, against the best order. */
function gain(most: number): (question: JudgedQuestion, result: SearchResult) => number {
  const discounted = (grades: readonly number[]): number =>
    grades.slice(0, most).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
  return ({ grades }, { passages }) =>
    discounted(passages.map((key) => grades.get(key) ?? 0)) /
    discounted([...grades.values()].toSorted((a, b) => b - a));
}
