import { visible } from '../../../terminal/paint.js';
import type { Quotation } from '../../../quotes/quotation.js';
import type { JudgedQuotation } from './judged-quotation.js';
import type { MeasuredQuotations, Share } from './measure-quotations.js';

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
  const width = Math.max(...FIGURES.map(([, label]) => label.length));
  const rows = FIGURES.map(
    ([name, label]) => `${label.padEnd(width)}  ${shareText(measured[name])}`,
  );
  const { missed, noSpeech, wrongSpeaker } = measured;
  const lists = [
    ...missed.map((one) => `missed        ${quotedText(one)} ${speakersText(one)}`),
    ...noSpeech.map((one) => `no speech     ${quotedText(one)} ${one.speaker.name ?? 'nobody'}`),
    ...wrongSpeaker.map(
      ({ listed, judged }) =>
        `wrong speaker ${quotedText(listed)} ${listed.speaker.name ?? ''}; expected ${speakersText(judged)}`,
    ),
  ];
  return [...rows, ...(misses ? ['', ...lists.map(visible)] : []), ''].join('\n');
}

/** The figures and every miss, for other programs. */
export function toQuotesEvalJson(measured: MeasuredQuotations): object {
  const place = ({ article, paragraph, start, end }: Quotation | JudgedQuotation): object => ({
    file: article.file,
    paragraph: typeof paragraph === 'number' ? paragraph : paragraph.number,
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

function shareText({ count, of }: Share): string {
  const share = of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`;
  return `${share.padStart(7)}  ${count} of ${of}`;
}

function quotedText({ article, paragraph, start, end }: Quotation | JudgedQuotation): string {
  const number = typeof paragraph === 'number' ? paragraph : paragraph.number;
  return `${article.file} ${number} “${article.text.slice(start, end)}”`;
}

function speakersText({ speakers }: JudgedQuotation): string {
  return speakers.join(' or ') || 'nobody';
}
