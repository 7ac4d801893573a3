import { expect, it } from 'vitest';
import { readJudgedQuotations } from '../../../../../src/measure/eval/quotes/judged-quotation.js';
import { measureQuotations } from '../../../../../src/measure/eval/quotes/measure-quotations.js';
import { quotationsIn } from '../../../../../src/quotes/quotations-in.js';
import { article } from '../../../../support/article.js';

const STORY = article({
  file: 'a.txt',
  text: '“We close at six,” Ann Lee said.\n“The harbour is full of old ships,” said Tom Carter.\nThe pier is “the needle” to sailors.\n',
});

function measured(...lines: object[]) {
  const text = lines.map((line) => JSON.stringify({ file: 'a.txt', ...line })).join('\n');
  return measureQuotations(quotationsIn(STORY), readJudgedQuotations(text, 'q.jsonl', [STORY]));
}

it('counts what is listed rightly, what is missed, and speakers given and right', () => {
  const { missed, noSpeech, wrongSpeaker, ...shares } = measured(
    { paragraph: 1, text: 'We close at six,', speaker: 'Lee' },
    { paragraph: 2, text: 'The harbour is full of old ships,', speaker: ['Jane Harper', 'she'] },
    { paragraph: 3, text: 'the needle', speaker: null },
  );
  expect(shares).toEqual({
    precision: { count: 2, of: 2 },
    recall: { count: 2, of: 3 },
    longRecall: { count: 1, of: 1 },
    speakerGiven: { count: 2, of: 2 },
    speakerRight: { count: 1, of: 2 },
  });
  expect(missed.map(({ paragraph }) => paragraph.number)).toEqual([3]);
  expect(noSpeech).toEqual([]);
  expect(wrongSpeaker.map(({ listed }) => listed.speaker.name)).toEqual(['Tom Carter']);
});

it('counts what is listed and was judged nobody’s words, and leaves the arguable out', () => {
  expect(
    measured({ paragraph: 1, text: 'We close at six,', arguable: true }).noSpeech.map(
      ({ paragraph }) => paragraph.number,
    ),
  ).toEqual([2]);
});

it.each([
  ['{', 'line 1'],
  ['{"file":"b.txt","paragraph":1,"text":"We close","speaker":null}', 'b.txt has no paragraph 1'],
  ['{"file":"a.txt","paragraph":2,"text":"We close","speaker":null}', 'do not stand in a.txt 2'],
  ['{"file":"a.txt","paragraph":1,"text":"We close"}', 'either a speaker or "arguable"'],
  ['{"file":"a.txt","paragraph":1,"text":"We close","speaker":7}', 'speaker: expected a name'],
])('says what is wrong with %s', (line, message) => {
  expect(() => readJudgedQuotations(line, 'q.jsonl', [STORY])).toThrow(message);
});
