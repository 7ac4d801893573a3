import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../../../src/search/index/edit-distance.js';

it.each([
  ['panama', 'panama', 0],
  ['panma', 'panama', 1],
  ['panaama', 'panama', 1],
  ['panima', 'panama', 1],
  ['sheinbuam', 'sheinbaum', 1],
  ['shienbuam', 'sheinbaum', 2],
  ['', 'ab', 2],
])('counts from %s to %s %i slips, neighbours swapped being one', (a, b, slips) => {
  expect(editDistance(a, b, 5)).toBe(slips);
});

it('stops counting beyond the limit', () => {
  expect(editDistance('panama', 'guatemala', 2)).toBe(3);
  expect(editDistance('a'.repeat(100_000), 'b', 2)).toBe(3);
});

it('is the same both ways, and zero only for the same word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
      expect(editDistance(a, b, 20) === 0).toBe(a === b);
    }),
  );
});

it('costs one for a slip of any kind anywhere', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefgh'.split('')),
    minLength: 2,
    maxLength: 10,
  });
  fc.assert(
    fc.property(word, fc.nat(), (a, seed) => {
      const at = seed % (a.length - 1);
      const dropped = a.slice(0, at) + a.slice(at + 1);
      const changed = `${a.slice(0, at)}z${a.slice(at + 1)}`;
      const swapped = a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2);
      expect(editDistance(a, dropped, 5)).toBe(1);
      expect(editDistance(a, changed, 5)).toBe(1);
      expect(editDistance(a, swapped, 5)).toBeLessThanOrEqual(1);
    }),
  );
});
