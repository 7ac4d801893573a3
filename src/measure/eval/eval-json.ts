import type { Estimate } from './bootstrap.js';
import type { Evaluation } from './evaluate.js';
import { firstRelevantRank } from './measures.js';

interface EvalJson {
  readonly kind: 'eval';
  readonly questions: number;
  /** By the measure's name. */
  readonly measures: Record<
    string,
    { questions: number; clipdesk: Estimate; minisearch: Estimate; difference: Estimate }
  >;
  /** Every question in the order asked: its status, and the rank of its first relevant passage. */
  readonly asked: readonly {
    readonly id: string;
    readonly status: string;
    readonly rank: number | null;
    readonly minisearchRank: number | null;
  }[];
  /** The ids of the worst, worst first. */
  readonly worst: readonly string[];
}

/** The evaluation as one object for other programs. */
export function toEvalJson({ asked, measured, worst }: Evaluation): EvalJson {
  return {
    kind: 'eval',
    questions: asked.length,
    measures: Object.fromEntries(
      measured.map(({ name, questions, ours, plain, difference }) => [
        name,
        { questions, clipdesk: ours, minisearch: plain, difference },
      ]),
    ),
    asked: asked.map(({ question, ours, plain }) => ({
      id: question.id,
      status: ours.status,
      rank: firstRelevantRank(question, ours),
      minisearchRank: firstRelevantRank(question, plain),
    })),
    worst: worst.map(({ question }) => question.id),
  };
}
