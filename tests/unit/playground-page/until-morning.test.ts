import { describe, expect, it } from 'vitest';
import { untilMorning } from '../../../src/playground/page/text/until-morning.js';

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
