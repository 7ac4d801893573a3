import { plural } from '../../requests/wording.js';
import { visible } from '../../terminal/paint.js';
import type { Estimate } from './bootstrap.js';
import type { QuestionResult, Evaluation, Measured } from './evaluate.js';
import type { PassageKey } from './judged-question.js';
import { firstRelevantRank, MEASURES } from './measures.js';

/** What the report says beside the figures. */
export interface EvalSetting {
  readonly articles: number;
  readonly passages: number;
  /** Files and metadata of the archive that could not be used. */
  readonly faults: number;
  readonly textOf: (key: PassageKey) => string;
}

/** The evaluation as a person reads it: a table of both searches, then the questions that went worst. */
export function evalText(evaluation: Evaluation, setting: EvalSetting): string {
  const { asked, measured, worst } = evaluation;
  const blocks = [
    [setOf(evaluation, setting), ...notes(asked, setting)].join('\n'),
    table(measured),
    'In brackets: 95 % of 1,000 resamples of the questions. “As it comes”: MiniSearch 7.2 with its defaults.',
    ...(worst.length === 0
      ? [`Worst by ${MEASURES[0].name}: none; every question that can be answered has it right.`]
      : [
          `Worst by ${MEASURES[0].name}, with what came first:`,
          ...worst.map((one) => worstText(one, setting)),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function setOf({ asked }: Evaluation, { articles, passages }: EvalSetting): string {
  const answerable = asked.filter(({ question }) => question.answerable).length;
  return `${plural(asked.length, 'question')} (${answerable} to be answered, ${asked.length - answerable} to be refused) over ${plural(articles, 'article')}, ${plural(passages, 'passage')}.`;
}

function notes(asked: readonly QuestionResult[], { faults }: EvalSetting): string[] {
  return [
    ...(faults > 0
      ? [`${plural(faults, 'fault')} in the archive's files; npm run check names them.`]
      : []),
    ...asked.flatMap(({ question, unreadable }) =>
      unreadable === null
        ? []
        : [`Question ${visible(question.id)} could not be read: ${visible(unreadable)}`],
    ),
  ];
}

function table(measured: readonly Measured[]): string {
  const head = ['', 'questions', 'Clipdesk', 'MiniSearch as it comes', 'difference'];
  const rows = measured.map(({ name, questions, ours, plain, difference }) => [
    name,
    String(questions),
    figure(ours),
    figure(plain),
    figure(difference, true),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function figure({ mean, low, high }: Estimate, signed = false): string {
  const show = (value: number): string => {
    const fixed = value.toFixed(3).replace(/^-0\.000$/, '0.000');
    return signed && Number(fixed) > 0 ? `+${fixed}` : fixed;
  };
  return `${show(mean)} [${show(low)}, ${show(high)}]`;
}

/** Enough of a passage to know it again. */
const SHOWN_LENGTH = 160;

function worstText({ question, ours }: QuestionResult, { textOf }: EvalSetting): string {
  const { id, query, grades } = question;
  const rank = firstRelevantRank(question, ours);
  const [first] = ours.passages;
  const expected = [...grades.keys()];
  const [one = '', ...others] = expected;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [
    `${visible(id)}  ${visible(query)}`,
    `  first: ${first === undefined ? `nothing (${ours.status})` : `${visible(first)} ${cut(textOf(first))}`}`,
    `  expected: ${visible(one)}${more}, ${rank === null ? 'not among the first 100' : `the best at rank ${rank}`}`,
  ].join('\n');
}

function cut(text: string): string {
  const line = visible(text.replaceAll(/\s+/g, ' '));
  return line.length <= SHOWN_LENGTH ? `“${line}”` : `“${line.slice(0, SHOWN_LENGTH).trimEnd()} …”`;
}
