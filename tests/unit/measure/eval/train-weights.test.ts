import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainWeights, type JudgedHit } from '../../../../src/measure/eval/train-weights.js';
import type { Signals } from '../../../../src/search/rank.js';

const NONE: Signals = { words: 0, sentence: 0, neighbours: 0, sought: 0, outlet: 0, day: 0 };

function hit(relevant: boolean, signals: Partial<Signals>): JudgedHit {
  return { relevant, signals: { ...NONE, ...signals } };
}

/** Many questions whose relevant passage is told by the outlet, and whose day means nothing. */
const toldByOutlet = Array.from({ length: 40 }, (_, at) => [
  hit(true, { words: 0.7, outlet: 1, day: at % 2 }),
  hit(false, { words: 0.8, outlet: 0, day: (at + 1) % 2 }),
  hit(false, { words: 0.5, outlet: 0, day: at % 2 }),
]);

describe('learned weights', () => {
  it('count a signal that tells relevant passages from others, and hardly one that does not', () => {
    const { words, outlet, day } = trainWeights(toldByOutlet, ['words', 'outlet', 'day']);
    expect(words).toBe(1);
    expect(outlet).toBeGreaterThan(0.5);
    expect(Math.abs(day)).toBeLessThan(outlet / 5);
  });

  it('put the relevant passage first on questions they have not seen', () => {
    const weights = trainWeights(toldByOutlet.slice(0, 30), ['words', 'outlet']);
    const worth = ({ signals }: JudgedHit): number =>
      weights.words * signals.words + weights.outlet * signals.outlet;
    for (const hits of toldByOutlet.slice(30))
      expect(hits.toSorted((a, b) => worth(b) - worth(a))[0]?.relevant).toBe(true);
  });

  it('are nothing for a signal that is not learned', () => {
    const weights = trainWeights(toldByOutlet, ['words', 'outlet']);
    expect(weights).toMatchObject({ sentence: 0, neighbours: 0, sought: 0, day: 0 });
  });

  it('are the same and finite for the same questions, whatever they are', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const judged = fc.record({
      relevant: fc.boolean(),
      signals: fc.record({
        words: share,
        sentence: share,
        neighbours: share,
        sought: share,
        outlet: share,
        day: share,
      }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(judged, { maxLength: 6 }), { maxLength: 6 }), (questions) => {
        const weights = trainWeights(questions, ['words', 'sentence', 'day']);
        expect(Object.values(weights).every(Number.isFinite)).toBe(true);
        expect(trainWeights(questions, ['words', 'sentence', 'day'])).toEqual(weights);
      }),
      { numRuns: 30 },
    );
  });
});
