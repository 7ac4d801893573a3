import { describe, expect, it } from 'vitest';
import {
  ago,
  cityOf,
  dayLabel,
  timeIn,
  timeOfTs,
  untilMorning,
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

it('says how long ago something was', () => {
  expect(ago(at - 5 * 60_000, at)).toBe('5 minutes ago');
  expect(ago(at - 26 * 3_600_000, at)).toBe('yesterday');
  expect(ago(at, at)).toBe('now');
});

describe('“To tomorrow morning”', () => {
  it.each([
    ['2026-11-24T15:00:00Z', 'America/Chicago', '2026-11-25T14:00:00Z'],
    ['2026-11-24T23:30:00Z', 'Asia/Kolkata', '2026-11-26T02:30:00Z'],
    ['2026-03-07T18:00:00Z', 'America/New_York', '2026-03-08T12:00:00Z'],
    ['2026-10-24T20:00:00Z', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
    ['2026-10-03T09:00:00Z', 'Australia/Lord_Howe', '2026-10-03T21:00:00Z'],
  ])('from %s in %s leads to %s, eight o’clock there', (from, zone, to) => {
    const now = Date.parse(from);
    expect(new Date(now + untilMorning(now, zone)).toISOString()).toBe(new Date(to).toISOString());
  });
});
