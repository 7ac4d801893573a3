import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainWords } from '../../../../src/quotes/check/plain-words.js';

const words = (text: string): string[] =>
  readPlainWords(text).map(({ gap, word }) => (gap === '' ? word : `${gap} ${word}`));

describe('plain words', () => {
  it.each([
    ['“We don’t—we NEVER do.”', ['we', "don't", '- we', 'never', 'do']],
    ['[W]e deport[ed] them [sic]', ['we', 'deported', 'them', 'sic']],
    ['the U.S. and the U.S', ['the', 'u.s', 'and', 'the', 'u.s']],
    ['25% of $5,000, or 2.5', ['25', '%', 'of', '$', '5,000', ', or', '2.5']],
    ['wait … no... yes (...) and . . .', ['wait', '... no', '... yes', '... and']],
    [
      '\uFB01ne caf\u00E9 cafe\u0301 im\u00ADmigrant',
      ['fine', 'cafe\u0301', 'cafe\u0301', 'immigrant'],
    ],
    ['non-Mexican – or non\u2011Mexican', ['non', '- mexican', '- or', 'non', '- mexican']],
    ['• One\n  • Two', ['one', 'two']],
    ['*very* _much_ `so`', ['very', 'much', 'so']],
    ['', []],
    ['“” — …', []],
  ])('of “%s”', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('of any text lie inside it in order, and a part of the text has the words that stand in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0;
        for (const { start, end, word } of readPlainWords(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(word).not.toBe('');
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        const padded = `x\n${text}`;
        expect(readPlainWords(padded, 2).map(({ start }) => start - 2)).toEqual(
          readPlainWords(text).map(({ start }) => start),
        );
      }),
    );
  });
});
