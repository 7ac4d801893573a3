import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, sequenceOf, toSequence } from '../../../../src/quotes/check/find-matches.js';
import { readPlainWords } from '../../../../src/quotes/check/plain-words.js';
import { hashWord } from '../../../../src/search/index/shingles.js';
import { article } from '../../../support/article.js';

describe('a sequence of words', () => {
  it('is found wherever a plain comparison finds it, overlapping places too', () => {
    const numbers = (maxLength: number): fc.Arbitrary<number[]> =>
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength });
    fc.assert(
      fc.property(numbers(60), numbers(6), (text, sought) => {
        const places = text
          .map((_, at) => at)
          .filter((at) => sought.every((each, offset) => text[at + offset] === each));
        expect(occurrences(Int32Array.from(text), Int32Array.from(sought))).toEqual(places);
      }),
    );
  });

  it('of nothing stands nowhere', () => {
    expect(occurrences(Int32Array.of(1, 2), new Int32Array())).toEqual([]);
  });

  it('leaves the punctuation out', () => {
    const sequence = toSequence(readPlainWords('“— No, no.”'));
    expect([...sequence]).toEqual([hashWord('no'), hashWord('no')]);
  });

  it('is worked out once for an article', () => {
    const one = article({ text: 'No, no.' });
    expect(sequenceOf(one)).toBe(sequenceOf(one));
  });
});
