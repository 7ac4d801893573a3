import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeBest } from '../../../src/search/rank.js';

it('gives what sorting all and cutting off the rest gives, whatever the items', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.nat({ max: 40 }), (worths, count) => {
      const items = worths.map((worth, place) => ({ worth, place }));
      const better = (a: (typeof items)[number], b: (typeof items)[number]): number =>
        b.worth - a.worth || a.place - b.place;
      expect(takeBest(items, count, better)).toEqual(items.toSorted(better).slice(0, count));
    }),
  );
});
