import { SIGNALS } from '../../search/rank.js';
import { TRAINED_BY, type TrialResult } from './cross-validate.js';

/** What training gave, with outlets and dates of the questions read and without. */
export interface Training {
  readonly questions: number;
  readonly read: readonly TrialResult[];
  readonly unread: readonly TrialResult[];
}

/** Both tables as a person reads them. */
export function trainingText({ questions, read, unread }: Training): string {
  return [
    `Learned on ${questions} questions in five folds; the figures are those of the folds left out.`,
    `Outlets and dates in the questions read:\n${table(read)}`,
    `Not read:\n${table(unread)}`,
    '“As committed”: the weights in src/search/rank.ts over all the questions, which is no fair test of them.',
    '',
  ].join('\n\n');
}

function table(results: readonly TrialResult[]): string {
  const rows = results.map(({ name, weights, figures }) => [
    name,
    ...SIGNALS.map((signal) => (weights[signal] === 0 ? '' : weights[signal].toFixed(2))),
    ...TRAINED_BY.map((measure) => (figures.get(measure) ?? 0).toFixed(3)),
  ]);
  const all = [['', ...SIGNALS, ...TRAINED_BY], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map(([name = '', ...cells]) =>
      [
        name.padEnd(widths?.[0] ?? 0),
        ...cells.map((cell, at) => cell.padStart(widths?.[at + 1] ?? 0)),
      ].join('  '),
    )
    .join('\n');
}
