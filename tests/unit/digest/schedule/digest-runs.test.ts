import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueRun, localDay, nextRun } from '../../../../src/digest/schedule/digest-runs.js';
import type { DigestSetting, Weekday } from '../../../../src/store/records.js';

const DAILY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const plan = (time: string, zone: string, days = DAILY) =>
  ({ time, zone, days, topic: null, quiet: 'skip' }) as const;

/** The runs of a plan from an instant on, each after the one before. */
function runs(time: string, zone: string, from: string, count: number): string[] {
  const out: string[] = [];
  let after = new Date(from);
  let lastDay: string | null = null;
  while (out.length < count) {
    const run = nextRun(plan(time, zone), after, lastDay);
    out.push(`${run.day} ${run.at.toISOString().slice(5, 16)}Z`);
    [after, lastDay] = [run.at, run.day];
  }
  return out;
}

describe('a digest comes once on each local date', () => {
  it.each([
    [
      'when New York skips its hour in spring: after it',
      runs('02:30', 'America/New_York', '2026-03-07T00:00Z', 3),
      ['2026-03-07 03-07T07:30Z', '2026-03-08 03-08T07:00Z', '2026-03-09 03-09T06:30Z'],
    ],
    [
      'when New York has an hour twice in autumn: the first time',
      runs('01:30', 'America/New_York', '2026-10-31T00:00Z', 3),
      ['2026-10-31 10-31T05:30Z', '2026-11-01 11-01T05:30Z', '2026-11-02 11-02T06:30Z'],
    ],
    [
      'when Berlin skips its hour',
      runs('02:30', 'Europe/Berlin', '2026-03-28T00:00Z', 3),
      ['2026-03-28 03-28T01:30Z', '2026-03-29 03-29T01:00Z', '2026-03-30 03-30T00:30Z'],
    ],
    [
      'when Berlin has an hour twice',
      runs('02:30', 'Europe/Berlin', '2026-10-24T00:00Z', 3),
      ['2026-10-24 10-24T00:30Z', '2026-10-25 10-25T00:30Z', '2026-10-26 10-26T01:30Z'],
    ],
    [
      'when Santiago skips midnight itself',
      runs('00:30', 'America/Santiago', '2026-09-05T05:00Z', 3),
      ['2026-09-06 09-06T04:00Z', '2026-09-07 09-07T03:30Z', '2026-09-08 09-08T03:30Z'],
    ],
    [
      'when Santiago has the last hour of a day twice',
      runs('23:30', 'America/Santiago', '2026-04-03T03:00Z', 3),
      ['2026-04-03 04-04T02:30Z', '2026-04-04 04-05T02:30Z', '2026-04-05 04-06T03:30Z'],
    ],
    [
      'when Lord Howe Island skips its half hour',
      runs('02:15', 'Australia/Lord_Howe', '2026-10-02T00:00Z', 3),
      ['2026-10-03 10-02T15:45Z', '2026-10-04 10-03T15:30Z', '2026-10-05 10-04T15:15Z'],
    ],
    [
      'when Lord Howe Island has half an hour twice',
      runs('01:45', 'Australia/Lord_Howe', '2026-04-03T00:00Z', 3),
      ['2026-04-04 04-03T14:45Z', '2026-04-05 04-04T14:45Z', '2026-04-06 04-05T15:15Z'],
    ],
  ])('%s', (_case, found, expected) => {
    expect(found).toEqual(expected);
  });

  const ZONES = [
    'America/New_York',
    'Europe/Berlin',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Africa/Cairo',
    'UTC',
  ];

  it('for any time, zone and stretch of the year, no date left out and none twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_439 }),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 364 }),
        (minutes, zone, dayOfYear) => {
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          let after = new Date(Date.UTC(2026, 0, 1 + dayOfYear, 12));
          const dates: string[] = [];
          for (let count = 0; count < 8; count += 1) {
            const run = nextRun(plan(time, zone), after, null);
            expect(run.at > after).toBe(true);
            expect(run.day).toBe(localDay(run.at, zone));
            dates.push(run.day);
            after = run.at;
          }
          const first = Date.parse(`${dates[0]}T00:00Z`);
          expect(dates).toEqual(
            dates.map((_, at) => new Date(first + at * 86_400_000).toISOString().slice(0, 10)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('on the days that were chosen alone', () => {
    const weekend = plan('08:00', 'UTC', [6, 7]);
    expect(nextRun(weekend, new Date('2026-11-22T09:00Z'), null).day).toBe('2026-11-28');
    expect(nextRun(weekend, new Date('2026-11-21T07:00Z'), '2026-11-21').day).toBe('2026-11-22');
  });
});

describe('what is due', () => {
  const setting = (fields: Partial<DigestSetting> = {}): DigestSetting => ({
    team: 'T1',
    channel: 'C1',
    ...plan('08:00', 'America/New_York'),
    state: 'on',
    pausedBy: null,
    changedBy: 'U1',
    changedAt: new Date('2026-11-01T00:00Z'),
    runsFrom: new Date('2026-11-01T00:00Z'),
    lastDay: '2026-11-23',
    lastAt: null,
    seenUpTo: null,
    ...fields,
  });
  const due = (now: string, fields?: Partial<DigestSetting>): string | null =>
    dueRun(setting(fields), new Date(now))?.at.toISOString() ?? null;

  it('is nothing before its time, and the run from its very second on', () => {
    expect(due('2026-11-24T12:59:59.999Z')).toBeNull();
    expect(due('2026-11-24T13:00:00.000Z')).toBe('2026-11-24T13:00:00.000Z');
  });

  it('is a run of the last six hours, and nothing later', () => {
    expect(due('2026-11-24T19:00:00.000Z')).toBe('2026-11-24T13:00:00.000Z');
    expect(due('2026-11-24T19:00:00.001Z')).toBeNull();
  });

  it('is nothing on a date that has had one, also when the clock was set back', () => {
    expect(due('2026-11-24T13:30Z', { lastDay: '2026-11-24' })).toBeNull();
    expect(due('2026-11-24T12:30Z', { lastDay: '2026-11-24' })).toBeNull();
    expect(due('2026-11-23T13:30Z', { lastDay: '2026-11-24' })).toBeNull();
  });

  it('is nothing that was due before the plan was made or changed', () => {
    const runsFrom = new Date('2026-11-24T13:05Z');
    expect(due('2026-11-24T13:06Z', { runsFrom })).toBeNull();
  });

  it('is, after a change of zone minutes before, what the new zone says', () => {
    const runsFrom = new Date('2026-11-24T12:55Z');
    // In Berlin 08:00 has long passed: today's has gone, and tomorrow's comes at 07:00 UTC.
    const berlin = { zone: 'Europe/Berlin', runsFrom };
    expect(due('2026-11-24T13:10Z', berlin)).toBeNull();
    expect(due('2026-11-25T07:00Z', berlin)).toBe('2026-11-25T07:00:00.000Z');
    // In Los Angeles it is still to come.
    const angeles = { zone: 'America/Los_Angeles', runsFrom };
    expect(due('2026-11-24T13:10Z', angeles)).toBeNull();
    expect(due('2026-11-24T16:00Z', angeles)).toBe('2026-11-24T16:00:00.000Z');
  });

  it('is no second one on a date that the old zone has had already', () => {
    const west = { zone: 'America/Los_Angeles', lastDay: '2026-11-24' };
    expect(
      due('2026-11-24T16:00Z', { ...west, runsFrom: new Date('2026-11-24T13:01Z') }),
    ).toBeNull();
    expect(due('2026-11-25T16:00Z', west)).toBe('2026-11-25T16:00:00.000Z');
  });
});
