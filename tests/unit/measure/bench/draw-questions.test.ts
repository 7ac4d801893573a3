import { expect, it } from 'vitest';
import {
  drawLongQuestions,
  drawShortQuestions,
  isLong,
} from '../../../../src/measure/bench/bench-data.js';
import { summariseTimes } from '../../../../src/measure/bench/bench-job.js';
import { createSeededRandom } from '../../../../src/measure/eval/seeded-random.js';
import { parseQuestion } from '../../../../src/search/question/question.js';
import { passagesOf } from '../../../support/article.js';

const PASSAGES = passagesOf(
  'The ministry said: “ferries to Zanzibar -- and back -- are stopped since:Monday”.',
  'Nobody knows when the harbour opens again for the fishing boats of the island.',
);

it('draws short questions of one to three words, each tenth with a slip of the keys', () => {
  const questions = drawShortQuestions(PASSAGES, 40, createSeededRandom(1));
  const words = new Set(
    'ministry said ferries zanzibar back stopped sincemonday nobody knows harbour opens fishing boats island'.split(
      ' ',
    ),
  );
  for (const question of questions) expect(question.split(' ').length).toBeLessThanOrEqual(3);
  const slips = questions.filter((question) => !words.has(question.split(' ')[0] ?? ''));
  expect(slips.length).toBeGreaterThan(0);
  expect(slips.length).toBeLessThanOrEqual(4);
});

it('draws long questions of 25 to 60 words, with no phrase, filter or exclusion in them', () => {
  for (const question of drawLongQuestions(PASSAGES, 40, createSeededRandom(1))) {
    expect(isLong(question)).toBe(true);
    expect(parseQuestion(question)).toMatchObject({
      phrases: [],
      without: [],
      filters: { from: [], since: null, before: null },
    });
  }
});

it('draws the same with every run', () => {
  const drawn = (): string[] => drawLongQuestions(PASSAGES, 5, createSeededRandom(3));
  expect(drawn()).toEqual(drawn());
});

it('tells the time that half, and 99 of 100, stay within', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(summariseTimes(hundred)).toEqual({ asked: 100, p50: 50, p99: 99 });
  expect(summariseTimes([7])).toEqual({ asked: 1, p50: 7, p99: 7 });
});
