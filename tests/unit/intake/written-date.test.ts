import { expect, it } from 'vitest';
import { instantOf, isoDate } from '../../../src/intake/items/written-date.js';

it.each([
  ['Wed, 05 Feb 2025 22:30:00 -0500', '2025-02-05T22:30:00-05:00'],
  ['5 February 2025 07:05 EST', '2025-02-05T07:05:00-05:00'],
  ['Wed, 05 Feb 2025 22:30:00 XYZ', '2025-02-05T22:30:00'],
  ['20250205T140000Z', '2025-02-05T14:00:00Z'],
  ['20250205T140000+0100', '2025-02-05T14:00:00+01:00'],
  ['20250205', '2025-02-05'],
  ['2025-02-05T14:00:00.123+01:00', '2025-02-05T14:00:00+01:00'],
  ['2025-02-05 22:30:00', '2025-02-05T22:30:00'],
  ['2025-02-05', '2025-02-05'],
  ['2025-02-30', undefined],
  ['0000-00-00 00:00:00', undefined],
  ['05/02/2025', undefined],
  ['soon', undefined],
])('reads %s as the day and hour that it is written with', (written, iso) => {
  expect(isoDate(written)).toBe(iso);
});

it('takes no time without its zone for an instant', () => {
  expect(instantOf('2025-02-05 22:30:00')).toBeUndefined();
  expect(instantOf('2025-02-05T22:30:00-05:00')).toBe('2025-02-06T03:30:00.000Z');
});
