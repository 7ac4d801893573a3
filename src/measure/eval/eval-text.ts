import type { Freshness } from '../../answer/answer.js';
import type { Archive } from '../../answer/archive/archive.js';
import { listPassages, passageText } from '../../corpus/article/article.js';
import { plural } from '../../requests/wording.js';
import { visible } from '../../terminal/paint.js';
import type { Estimate, Evaluation, Measured, QuestionResult } from './evaluate.js';
import { firstRelevantRank, keyOf, MEASURES, type PassageKey } from './measures.js';
import { textTable } from './text-table.js';

/** The evaluation as a person reads it: a table of both searches, then the questions that went worst. */
export function evalText(
  evaluation: Evaluation,
  archive: Pick<Archive, 'articles' | 'freshness'>,
): string {
  const { asked, measured, worst } = evaluation;
  const searched = archive.freshness();
  const texts = new Map(
    listPassages(archive.articles()).map((passage) => [keyOf(passage), passageText(passage)]),
  );
  const blocks = [
    [setOf(evaluation, searched), ...notes(asked, searched)].join('\n'),
    table(measured),
    'In brackets: 95 % of 1,000 resamples of the questions. “As it comes”: MiniSearch 7.2 with its defaults.',
    ...(worst.length === 0
      ? [`Worst by ${MEASURES[0].name}: none; every question that can be answered has it right.`]
      : [
          `Worst by ${MEASURES[0].name}, with what came first:`,
          ...worst.map((one) => worstText(one, texts)),
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function setOf({ asked }: Evaluation, { articles, passages }: Freshness): string {
  const count = (answerable: boolean | null): number =>
    asked.filter(({ question }) => question.answerable === answerable).length;
  const open = count(null);
  const notJudged = open > 0 ? `, ${open} with nothing but what is wrong` : '';
  return `${plural(asked.length, 'question')} (${count(true)} to be answered, ${count(false)} to be refused${notJudged}) over ${plural(articles, 'article')}, ${plural(passages, 'passage')}.`;
}

function notes(asked: readonly QuestionResult[], { faults }: Freshness): string[] {
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
  return textTable([head, ...rows], (column) => column === 1);
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

function worstText(
  { question, ours }: QuestionResult,
  texts: ReadonlyMap<PassageKey, string>,
): string {
  const { id, query, grades } = question;
  const rank = firstRelevantRank(question, ours);
  const [first] = ours.passages;
  const expected = [...grades.keys()];
  const [one = '', ...others] = expected;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [
    `${visible(id)}  ${visible(query)}`,
    `  first: ${first === undefined ? `nothing (${ours.status})` : `${visible(first)} ${cut(texts.get(first) ?? '')}`}`,
    `  expected: ${visible(one)}${more}, ${rank === null ? 'not among the first 100' : `the best at rank ${rank}`}`,
  ].join('\n');
}

function cut(text: string): string {
  const line = visible(text.replaceAll(/\s+/g, ' '));
  return line.length <= SHOWN_LENGTH ? `“${line}”` : `“${line.slice(0, SHOWN_LENGTH).trimEnd()} …”`;
}

/** The evaluation as one object for other programs: every measure by its name, and how each question went. */
export function toEvalJson({ asked, measured, worst }: Evaluation): object {
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
