import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  basisLabel,
  dateLabel,
  earliestDay,
  formatDay,
  formatRange,
  isDay,
  latestDay,
} from '../../../../src/corpus/article/article.js';
import { exact, inferred, unknown } from '../../../support/dates.js';

describe('days', () => {
  it.each(['2025-01-15', '2024-02-29', '2000-02-29', '1999-12-31'])('knows %s for a day', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-5',
    '25-01-05',
    '2025-01-15T00:00',
    ' 2025-01-15',
    '',
  ])('refuses “%s”, which no calendar has or which is written otherwise', (day) => {
    expect(isDay(day)).toBe(false);
  });
});

describe('the label beside a passage', () => {
  it('shows an exact date bare', () => {
    expect(dateLabel(exact('2024-12-05'))).toBe('Dec 5, 2024');
  });

  it('shortens a range inside a month and inside a year', () => {
    expect(formatRange('2025-01-15', '2025-01-17')).toBe('Jan 15–17, 2025');
    expect(formatRange('2025-03-28', '2025-04-02')).toBe('Mar 28 – Apr 2, 2025');
    expect(formatRange('2024-12-18', '2025-01-19')).toBe('Dec 18, 2024 – Jan 19, 2025');
    expect(formatRange('2024-12-18', '2024-12-18')).toBe('Dec 18, 2024');
  });

  it('says of a date that is not stated that it is inferred, even when one day is left', () => {
    expect(dateLabel(inferred('2025-01-15', '2025-01-17'))).toBe('date inferred: Jan 15–17, 2025');
    expect(dateLabel(inferred('2025-01-15', '2025-01-15'))).toBe('date inferred: Jan 15, 2025');
  });

  it('says that a date is unknown', () => {
    expect(dateLabel(unknown)).toBe('date unknown');
    expect(basisLabel(unknown)).toBe('nothing states it');
  });

  it('shows no date bare but an exact one', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [earliest = '', latest = ''] = [one, other].toSorted();
        expect(dateLabel(inferred(earliest, latest))).toMatch(/^date inferred: /);
        expect(dateLabel(inferred(earliest, latest))).toContain(formatDay(latest).slice(-6));
      }),
    );
  });
});

it('counts both ends of a range, and no day for an unknown date', () => {
  expect([
    earliestDay(inferred('2025-01-15', '2025-01-17')),
    latestDay(inferred('2025-01-15', '2025-01-17')),
  ]).toEqual(['2025-01-15', '2025-01-17']);
  expect([earliestDay(exact('2024-12-05')), latestDay(exact('2024-12-05'))]).toEqual([
    '2024-12-05',
    '2024-12-05',
  ]);
  expect([earliestDay(unknown), latestDay(unknown)]).toEqual([null, null]);
});
