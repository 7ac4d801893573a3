import { describe, expect, it } from 'vitest';
import {
  ago,
  cityOf,
  dayLabel,
  slackDate,
  timeIn,
  timeOfTs,
} from '../../../src/playground/page/text/format-date.js';

const plain = (text: string) => text.replaceAll('\u202f', ' ');
const at = Date.parse('2026-11-22T03:05:09Z');

it('shows a time on the clock of the person who looks', () => {
  expect(plain(timeIn(at, 'America/New_York'))).toBe('10:05 PM');
  expect(plain(timeIn(at, 'Asia/Tokyo'))).toBe('12:05 PM');
});

it('calls the day by that person’s calendar', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(dayLabel(at, now, 'Asia/Tokyo')).toBe('Today');
  expect(dayLabel(at, now, 'America/New_York')).toBe('Yesterday');
  expect(dayLabel(Date.parse('2026-11-02T12:00:00Z'), now, 'UTC')).toBe('Monday, November 2');
  expect(dayLabel(Date.parse('2025-11-02T12:00:00Z'), now, 'UTC')).toBe('Sunday, November 2, 2025');
});

it('calls it yesterday over the night when the clocks change', () => {
  const before = Date.parse('2026-03-08T02:00:00Z');
  const after = Date.parse('2026-03-08T16:00:00Z');
  expect(dayLabel(before, after, 'America/New_York')).toBe('Yesterday');
});

it('names a zone by its city', () => {
  expect(cityOf('America/New_York')).toBe('New York');
  expect(cityOf('UTC')).toBe('UTC');
});

it('reads Slack’s ts as a moment', () => {
  expect(timeOfTs('1700000000.000100')).toBe(1_700_000_000_000);
});

const format = (words: string, now = at + 40 * 86_400_000) =>
  plain(slackDate(at, words, 'UTC', now));

describe('Slack’s date formats', () => {
  it('writes each of them', () => {
    expect(format('{date_num}')).toBe('2026-11-22');
    expect(format('{date}')).toBe('November 22nd, 2026');
    expect(format('{date_short}')).toBe('Nov 22, 2026');
    expect(format('{date_long}')).toBe('Sunday, November 22nd, 2026');
    expect(format('on {date_short} at {time}')).toBe('on Nov 22, 2026 at 3:05 AM');
    expect(format('{time_secs}')).toBe('3:05:09 AM');
  });

  it('says today where the format is a pretty one', () => {
    expect(format('{date_pretty}', at)).toBe('Today');
    expect(format('since {date_short_pretty}', at)).toBe('since today');
  });

  it('leaves a name it does not know as it is', () => {
    expect(format('{constructor} {year}')).toBe('{constructor} {year}');
  });
});

it('says how long ago something was', () => {
  expect(ago(at - 5 * 60_000, at)).toBe('5 minutes ago');
  expect(ago(at - 26 * 3_600_000, at)).toBe('yesterday');
  expect(ago(at, at)).toBe('now');
});
