import path from 'node:path';
import { type Quotation, quotationsIn } from '../../../quotes/quotations-in.js';
import { readOptions, UsageError } from '../../../terminal/arguments.js';
import { visible } from '../../../terminal/paint.js';
import { openArticles, readJudgements } from '../read-data.js';
import { textTable } from '../text-table.js';
import { type JudgedQuotation, readJudgedQuotations } from './judged-quotation.js';
import { type MeasuredQuotations, measureQuotations, type Share } from './measure-quotations.js';

/**
 * What `eval --quotes DIR` prints: the quotations of a folder's articles against judged ones, which must be all of them.
 * @throws UsageError for wrong use, and for files and judged lines that cannot be used
 */
export async function quotesEval(words: readonly string[], now: () => Date): Promise<string> {
  const { values } = readOptions(
    {
      args: [...words],
      options: {
        quotes: { type: 'string', default: '' },
        corpus: { type: 'string' },
        json: { type: 'boolean', default: false },
        misses: { type: 'boolean', default: false },
      },
    },
    'expected --quotes DIR, and perhaps --corpus DIR, --misses or --json',
  );
  const { quotes: dir, corpus = dir, json, misses } = values;
  if (dir === '')
    throw new UsageError('--quotes: expected a folder with quotations.jsonl and its articles');
  const file = path.join(dir, 'quotations.jsonl');
  const text = await readJudgements(file);
  const articles = (await openArticles(corpus, now)).articles();
  const judged = readJudgedQuotations(text, file, articles);
  const measured = measureQuotations(articles.flatMap(quotationsIn), judged);
  return json
    ? `${JSON.stringify(toQuotesEvalJson(measured))}\n`
    : quotesEvalText(measured, misses);
}

/** The figures in the order they are shown, with their labels. */
const FIGURES = [
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['longRecall', 'recall, six words or more'],
  ['speakerGiven', 'speaker given'],
  ['speakerRight', 'speaker right, where given'],
] as const satisfies readonly (readonly [keyof MeasuredQuotations, string])[];

/** The figures as a table, with the misses below where they are wanted. */
export function quotesEvalText(measured: MeasuredQuotations, misses: boolean): string {
  const rows = FIGURES.map(([name, label]) => [label, ...shareCells(measured[name])]);
  const { missed, noSpeech, wrongSpeaker } = measured;
  const lists = [
    ...missed.map((one) => `missed        ${quotedText(one)} ${speakersText(one)}`),
    ...noSpeech.map((one) => `no speech     ${quotedText(one)} ${one.speaker.name ?? 'nobody'}`),
    ...wrongSpeaker.map(
      ({ listed, judged }) =>
        `wrong speaker ${quotedText(listed)} ${listed.speaker.name ?? ''}; expected ${speakersText(judged)}`,
    ),
  ];
  const table = textTable(rows, (column) => column === 1, SHARE_WIDTHS);
  return [table, ...(misses ? ['', ...lists.map(visible)] : []), ''].join('\n');
}

/** The figures and every miss, for other programs. */
export function toQuotesEvalJson(measured: MeasuredQuotations): object {
  const place = ({ article, paragraph, start, end }: Quotation | JudgedQuotation): object => ({
    file: article.file,
    paragraph: paragraph.number,
    start,
    end,
  });
  return {
    kind: 'eval-quotes',
    measures: Object.fromEntries(FIGURES.map(([name]) => [name, measured[name]])),
    missed: measured.missed.map((one) => ({ ...place(one), expected: one.speakers })),
    noSpeech: measured.noSpeech.map((one) => ({ ...place(one), speaker: one.speaker.name })),
    wrongSpeaker: measured.wrongSpeaker.map(({ listed, judged }) => ({
      ...place(listed),
      speaker: listed.speaker.name,
      expected: judged.speakers,
    })),
  };
}

/** "100.0 %" fits in the second column. */
const SHARE_WIDTHS = [0, 7];

function shareCells({ count, of }: Share): string[] {
  return [of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`, `${count} of ${of}`];
}

function quotedText({ article, paragraph, start, end }: Quotation | JudgedQuotation): string {
  return `${article.file} ${paragraph.number} “${article.text.slice(start, end)}”`;
}

function speakersText({ speakers }: JudgedQuotation): string {
  return speakers.join(' or ') || 'nobody';
}
