import { describe, expect, it } from 'vitest';
import { listPassages } from '../../../../src/corpus/article/article.js';
import { mayBeFrom, readDays } from '../../../../src/search/question/days-in-question.js';
import { article } from '../../../support/article.js';
import { exact, inferred, unknown } from '../../../support/dates.js';
import { rankPassages } from '../../../support/rank-passages.js';

describe('a day or month is read', () => {
  it.each([
    ['what was said on 2025-01-05?', 2025, 1, 5],
    ['what was said on January 5, 2025?', 2025, 1, 5],
    ['what was said on January 5 2025?', 2025, 1, 5],
    ['what was said on JANUARY 5th, 2025?', 2025, 1, 5],
    ['what was said on 5 January 2025?', 2025, 1, 5],
    ['what was said on the 5th of January, 2025?', 2025, 1, 5],
    ['what was said on Jan. 5, 2025?', 2025, 1, 5],
    ['what was said on 5 Sept 2025?', 2025, 9, 5],
    ['what was said on January 5?', null, 1, 5],
    ['what was said on the 22nd of march?', null, 3, 22],
    ['what was said on May 5?', null, 5, 5],
    ['what was said in January 2025?', 2025, 1, null],
    ['what was said in May 2025?', 2025, 5, null],
    ['what was said in Dec. 2024?', 2024, 12, null],
    ['what was said in october?', null, 10, null],
    ['what was said since October?', null, 10, null],
    ['what was said in march?', null, 3, null],
    ['what was said in mid-April?', null, 4, null],
  ])('%s', (question, year, month, day) => {
    expect(readDays(question)).toEqual([{ year, month, day }]);
  });

  it('as often as one is named', () => {
    expect(readDays('from January 5, 2025 to 7 February')).toEqual([
      { year: 2025, month: 1, day: 5 },
      { year: null, month: 2, day: 7 },
    ]);
  });
});

it.each([
  'may panama refuse',
  'who may be deported',
  'what happens in may',
  'the march on washington',
  'they march to the border',
  'march of the caravans',
  'panama in 2025',
  '25 percent, 5,200 migrants and 003-2025-01-051',
  'no date at all',
])('no month is read in “%s”', (question) => {
  expect(readDays(question)).toEqual([]);
});

describe('an article may be from that day', () => {
  const then = (question: string, published: Parameters<typeof mayBeFrom>[0]): boolean | null =>
    mayBeFrom(published, readDays(question));

  it('when it is dated so, whatever part of the date is named', () => {
    const date = exact('2025-01-05');
    for (const question of ['2025-01-05', 'January 5', 'January 2025', 'in January'])
      expect(then(question, date)).toBe(true);
    for (const question of ['2025-01-06', 'February 5', 'January 2024', 'in February'])
      expect(then(question, date)).toBe(false);
  });

  it('when any day of its range may be the one', () => {
    const range = inferred('2024-12-30', '2025-01-02');
    for (const question of ['December 31', '2025-01-02', 'January 2025', 'December 2024'])
      expect(then(question, range)).toBe(true);
    for (const question of ['January 3', '2025-12-30', 'December 2025', 'February 2025'])
      expect(then(question, range)).toBe(false);
  });

  it('when its range is so wide that it says nothing', () => {
    expect(then('January 5, 1990', inferred('2010-01-01', '2020-01-01'))).toBe(true);
  });

  it('nobody knows when nothing states its date', () => {
    expect(then('January 5', unknown)).toBeNull();
  });
});

it('brings passages of the named day first, then the undated, and shuts none out', () => {
  const texts = [
    exact('2025-02-01'),
    unknown,
    inferred('2025-01-04', '2025-01-06'),
    inferred('2025-03-04', '2025-03-06'),
  ].map((published, index) =>
    article({ file: `${index}.txt`, published, text: 'Panama refused the flights.' }),
  );
  expect(
    rankPassages(listPassages(texts), 'panama flights January 5').map(
      ({ passage }) => passage.article.file,
    ),
  ).toEqual(['2.txt', '1.txt', '0.txt', '3.txt']);
});

it('takes a day for that day, and not for its whole month, in whatever order it is written', () => {
  const texts = ['2025-01-20', '2025-01-05'].map((day) =>
    article({ file: `${day}.txt`, published: exact(day), text: 'Panama refused the flights.' }),
  );
  for (const day of ['January 5, 2025', '5 January 2025', 'the 5th of January'])
    expect(
      rankPassages(listPassages(texts), `panama flights on ${day}`)[0]?.passage.article.file,
    ).toBe('2025-01-05.txt');
});
