import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../../../../src/measure/eval/evaluate.js';
import { createSeededRandom } from '../../../../src/measure/eval/seeded-random.js';

const pair = (ours: number, plain: number): { ours: number; plain: number } => ({ ours, plain });

it('gives the same intervals for the same seed, and the means whatever the seed', () => {
  const pairs = [pair(1, 0), pair(0, 0), pair(1, 1), pair(0.5, 0.25)];
  const one = compare(pairs, createSeededRandom(1));
  expect(compare(pairs, createSeededRandom(1))).toEqual(one);
  expect(one.ours.mean).toBe(0.625);
  expect(one.plain.mean).toBe(0.3125);
  expect(one.difference.mean).toBe(0.3125);
});

it('has no width where all questions went alike, and none in the difference where both sides did', () => {
  const alike = compare([pair(1, 0.5), pair(1, 0.5)], createSeededRandom(1));
  expect(alike.ours).toEqual({ mean: 1, low: 1, high: 1 });
  const same = compare([pair(1, 1), pair(0, 0), pair(1, 1)], createSeededRandom(1));
  expect(same.ours.low).toBeLessThan(same.ours.high);
  expect(same.difference).toEqual({ mean: 0, low: 0, high: 0 });
});

it('comes near the textbook’s interval for a share: 60 of 100, give or take 9.6', () => {
  const pairs = Array.from({ length: 100 }, (_, at) => pair(at < 60 ? 1 : 0, 0));
  const { low, high } = compare(pairs, createSeededRandom(1)).ours;
  expect(low).toBeCloseTo(0.504, 1);
  expect(high).toBeCloseTo(0.696, 1);
});

it('draws numbers from 0 up to 1 for any seed, spread evenly', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = createSeededRandom(seed);
      const drawn = Array.from({ length: 2_000 }, random);
      expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    }),
    { numRuns: 50 },
  );
});
