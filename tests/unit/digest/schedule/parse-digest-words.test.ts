import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigestWords } from '../../../../src/digest/schedule/parse-digest-words.js';

const change = (words: string): object => {
  const read = parseDigestWords(words);
  if (read.kind !== 'change') throw new Error(JSON.stringify(read));
  return read.change;
};
const reason = (words: string): string => {
  const read = parseDigestWords(words);
  return read.kind === 'unclear' ? read.reason : `understood as ${read.kind}`;
};

describe('words after digest', () => {
  it.each([
    ['', 'show'],
    ['  Now ', 'preview'],
    ['preview', 'preview'],
    ['pause', 'pause'],
    ['resume', 'resume'],
    ['on', 'resume'],
    ['OFF', 'off'],
    ['stop', 'off'],
  ])('“%s” means %s', (words, kind) => {
    expect(parseDigestWords(words)).toEqual({ kind });
  });

  it.each([
    ['8:30 weekdays', { time: '08:30', days: [1, 2, 3, 4, 5] }],
    ['8am daily berlin', { time: '08:00', days: [1, 2, 3, 4, 5, 6, 7], zone: 'Europe/Berlin' }],
    ['every day at 8 am', { time: '08:00', days: [1, 2, 3, 4, 5, 6, 7] }],
    ['12:15pm', { time: '12:15' }],
    ['12am', { time: '00:00' }],
    ['12 p.m.', { time: '12:00' }],
    ['noon', { time: '12:00' }],
    ['17.45', { time: '17:45' }],
    ['23:59 mon-fri', { time: '23:59', days: [1, 2, 3, 4, 5] }],
    ['fri-mon 9:00', { time: '09:00', days: [1, 5, 6, 7] }],
    ['Mondays, Wednesdays and Fri 7:00', { time: '07:00', days: [1, 3, 5] }],
    ['weekends', { days: [6, 7] }],
    ['8:30 in New York', { time: '08:30', zone: 'America/New_York' }],
    ['america/new_york', { zone: 'America/New_York' }],
    ['utc', { zone: 'UTC' }],
    ['8:00 topic panama from:cnn', { time: '08:00', topic: 'panama from:cnn' }],
    ['topic "safe third country" 8:30', { topic: '"safe third country" 8:30' }],
    ['topic none', { topic: null }],
    ['no topic', { topic: null }],
    ['quiet:skip', { quiet: 'skip' }],
  ])('“%s” sets what it says and no more', (words, expected) => {
    expect(change(words)).toEqual(expected);
  });

  it.each([
    ['8', '“8” is not a time.'],
    ['25:00', '“25:00” is not a time.'],
    ['8:75', '“8:75” is not a time.'],
    ['13pm', '“13pm” is not a time.'],
    ['8:30 9:30', 'There are two times, 08:30 and 09:30.'],
    ['8:30 tuesday-ish', '“tuesday-ish” is not a time zone'],
    ['8:30 atlantis', '“atlantis” is not a time zone'],
    ['8:30 est', '“est” is not a time zone'],
    ['at', 'There is no time.'],
    ['constructor', '“constructor” is not a time zone'],
  ])('“%s” is answered with a reason', (words, expected) => {
    expect(reason(words)).toContain(expected);
    expect(reason(words)).toContain('Expected a time, days and a zone');
  });

  it('never fails, and never sets a time or a day that there is not', () => {
    const word = fc.constantFrom(
      '8:30',
      'mon',
      'fri-mon',
      'daily',
      '99',
      'topic',
      '-',
      'utc',
      '<!channel>',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (words) => {
          const read = parseDigestWords(words);
          if (read.kind !== 'change') return;
          expect(read.change.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
          const { days = [1] } = read.change;
          expect(days.length).toBeGreaterThan(0);
          expect(days.every((day) => day >= 1 && day <= 7)).toBe(true);
        },
      ),
    );
  });
});
