import type { Archive } from '../../answer/archive/archive.js';
import { MAX_LIMIT } from '../../answer/ask.js';
import type { PlainIndex } from '../../search/index/plain-index.js';
import { QuestionError } from '../../search/question/question.js';
import {
  firstRelevantRank,
  type JudgedQuestion,
  keyOf,
  MEASURES,
  type SearchResult,
} from './measures.js';

/** One measure over the questions it applies to. */
export interface Measured extends Comparison {
  readonly name: string;
  readonly questions: number;
}

/** How one question went. */
export interface QuestionResult {
  readonly question: JudgedQuestion;
  readonly ours: SearchResult;
  readonly plain: SearchResult;
  /** Why it could not be read; counted as nothing found. */
  readonly unreadable: string | null;
}

export interface Evaluation {
  readonly asked: readonly QuestionResult[];
  /** Those that apply to at least one question. */
  readonly measured: readonly Measured[];
  /** The questions that the first measure says least for, worst first; none that went well. */
  readonly worst: readonly QuestionResult[];
}

const WORST_SHOWN = 10;

/** Asks every question of the archive and of the plain index, and measures both against the judgements. */
export async function evaluate(needs: {
  questions: readonly JudgedQuestion[];
  archive: Pick<Archive, 'ask'>;
  plain: PlainIndex;
  random: () => number;
}): Promise<Evaluation> {
  const { questions, archive, plain, random } = needs;
  const asked: QuestionResult[] = [];
  for (const question of questions) {
    const { unreadable, ...ours } = await askArchive(archive, question);
    const found = plain.search(question.query).slice(0, MAX_LIMIT).map(keyOf);
    const status = found.length > 0 ? 'found' : 'nothing';
    asked.push({ question, ours, plain: { status, passages: found }, unreadable });
  }
  const measured = MEASURES.flatMap((measure): Measured[] => {
    const pairs = asked.flatMap(({ question, ours: our, plain: other }) => {
      const [a, b] = [measure.of(question, our), measure.of(question, other)];
      return a === null || b === null ? [] : [{ ours: a, plain: b }];
    });
    if (pairs.length === 0) return [];
    return [{ name: measure.name, questions: pairs.length, ...compare(pairs, random) }];
  });
  return { asked, measured, worst: findWorst(asked) };
}

async function askArchive(
  archive: Pick<Archive, 'ask'>,
  { query, thread }: JudgedQuestion,
): Promise<SearchResult & { unreadable: string | null }> {
  try {
    const { status, citations } = await archive.ask(query, { limit: MAX_LIMIT, thread });
    const passages = status === 'nothing' ? [] : citations.map(({ passage }) => keyOf(passage));
    return { status, passages, unreadable: null };
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return { status: 'nothing', passages: [], unreadable: error.message };
  }
}

/** Among equals, the deeper its first relevant passage the worse; then in the order asked. */
function findWorst(asked: readonly QuestionResult[]): QuestionResult[] {
  return asked
    .flatMap((one) => {
      const value = MEASURES[0].of(one.question, one.ours);
      const rank = firstRelevantRank(one.question, one.ours) ?? Infinity;
      return value === null || value === 1 ? [] : [{ one, value, rank }];
    })
    .toSorted((a, b) => a.value - b.value || (a.rank === b.rank ? 0 : b.rank - a.rank))
    .slice(0, WORST_SHOWN)
    .map(({ one }) => one);
}

/** A mean, and the interval that 95 % of the resamples fall in. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What a measure says of two searches over the same questions. */
export interface Comparison {
  readonly ours: Estimate;
  readonly plain: Estimate;
  /** Ours less plain, resampled together: each question counts for both or for neither. */
  readonly difference: Estimate;
}

const RESAMPLES = 1_000;
const OUTSIDE = 0.025;

/**
 * The percentile bootstrap (Efron 1979): questions are drawn with replacement, 1,000 times.
 * @param pairs for each question what was measured of ours and of plain; at least one
 * @param random from 0 up to 1
 */
export function compare(
  pairs: readonly { readonly ours: number; readonly plain: number }[],
  random: () => number,
): Comparison {
  const sums = Array.from({ length: RESAMPLES }, () => {
    const sum = { ours: 0, plain: 0 };
    for (let drawn = 0; drawn < pairs.length; drawn += 1) {
      const pair = pairs[Math.floor(random() * pairs.length)];
      sum.ours += pair?.ours ?? 0;
      sum.plain += pair?.plain ?? 0;
    }
    return sum;
  });
  const estimate = (of: (pair: { ours: number; plain: number }) => number): Estimate => {
    const mean = pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
    const means = sums.map((sum) => of(sum) / pairs.length).toSorted((a, b) => a - b);
    const at = (share: number): number => means[Math.round(share * (RESAMPLES - 1))] ?? mean;
    return { mean, low: at(OUTSIDE), high: at(1 - OUTSIDE) };
  };
  return {
    ours: estimate(({ ours }) => ours),
    plain: estimate(({ plain }) => plain),
    difference: estimate(({ ours, plain }) => ours - plain),
  };
}
