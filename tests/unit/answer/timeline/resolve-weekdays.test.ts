import { describe, expect, it } from 'vitest';
import { resolveWeekdays } from '../../../../src/answer/timeline/resolve-weekdays.js';
import type { PublishedDate } from '../../../../src/corpus/article/article.js';
import { exact, inferred, unknown } from '../../../support/dates.js';

const days = (text: string, published: PublishedDate): string[] =>
  resolveWeekdays(text, published).map((found) => {
    expect(text.slice(found.start, found.end)).toBe(found.text);
    return `${found.text} = ${found.day} (${found.ground})`;
  });

/** A Thursday. */
const THURSDAY = exact('2024-12-05');

describe('a weekday in an article of a known day', () => {
  it.each([
    ['The ministry said Thursday that it would not.', 'Thursday = 2024-12-05 (date)'],
    ['On Wednesday, the government spoke.', 'On Wednesday = 2024-12-04 (date)'],
    ['They met on Friday.', 'on Friday = 2024-11-29 (date)'],
    ['They met last Thursday.', 'last Thursday = 2024-11-28 (date)'],
    ['He is sworn in next Monday.', 'next Monday = 2024-12-09 (date)'],
    ['A letter from the ministry came on Monday.', 'on Monday = 2024-12-02 (date)'],
    ['He announced plans on Monday, by letter.', 'on Monday = 2024-12-02 (date)'],
    ['On Tuesday Trump answered.', 'On Tuesday = 2024-12-03 (date)'],
  ])('%s', (text, found) => {
    expect(days(text, THURSDAY)).toEqual([found]);
  });
});

describe('a weekday stays as it is', () => {
  it.each([
    ['when it is still to come', 'The court will rule on Friday.'],
    ['when it is still to come', 'It is open until Friday.'],
    ['when it is still to come', 'He said he would leave on Friday.'],
    ['when it is still to come', 'Talks are scheduled for Monday.'],
    ['when it has a date of its own', 'They met on Wednesday, November 27.'],
    ['when it has a date of its own', 'They met on Wednesday, 27 November.'],
    ['in a plural', 'They meet on Thursdays.'],
    ['in a name', 'Shops opened early for Black Friday.'],
    ['in a name', 'It first stood in the Sunday Times.'],
    ['in somebody’s quotation', '“I saw him on Monday,” she said.'],
    ['after “this”', 'It happens this Friday.'],
  ])('%s: %s', (_why, text) => {
    expect(days(text, THURSDAY)).toEqual([]);
  });

  it('when the article’s date is not known', () => {
    expect(days('They met on Friday.', unknown)).toEqual([]);
  });
});

describe('a weekday in an article of an inferred date', () => {
  it('is resolved when the range holds one such day', () => {
    expect(days('They met on Wednesday.', inferred('2025-01-15', '2025-01-17'))).toEqual([
      'on Wednesday = 2025-01-15 (range)',
    ]);
  });

  it('is not when the range holds none, or two', () => {
    expect(days('They met on Wednesday.', inferred('2025-01-16', '2025-01-17'))).toEqual([]);
    expect(days('They met on Wednesday.', inferred('2025-01-08', '2025-01-15'))).toEqual([]);
    expect(days('They met on Wednesday.', inferred('2024-12-05', '2025-01-19'))).toEqual([]);
  });

  it('is counted forward for “next” only where every day of the range gives the same', () => {
    const text = 'after he is sworn in next Monday';
    expect(days(text, inferred('2025-01-15', '2025-01-17'))).toEqual([
      'next Monday = 2025-01-20 (next)',
    ]);
    expect(days(text, inferred('2025-01-11', '2025-01-14'))).toEqual([]);
  });
});
