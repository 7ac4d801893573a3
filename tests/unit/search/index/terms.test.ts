import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeWord, stem, tokenize } from '../../../../src/search/index/terms.js';

const words = (text: string): string[] => tokenize(text).map(({ word }) => word);

describe('the words of a text', () => {
  it.each([
    ['case and accents', 'Bernardo ARÉVALO', ['bernardo', 'arevalo']],
    ['an accent that stands apart', 'Are\u0301valo', ['arevalo']],
    ['letters that take no accent off', 'Łódź Ærø straße Đà', ['lodz', 'aero', 'strasse', 'da']],
    ['wide and joined letters', 'ＣＮＮ ofﬁce', ['cnn', 'office']],
    ['the possessive, straight or curly', "Trump's Sheinbaum’s", ['trump', 'sheinbaum']],
    ['an apostrophe inside', "don't O’Brien", ['dont', 'obrien']],
    [
      'a hyphen, which parts words',
      'US-Mexico third-country',
      ['usa', 'mexico', 'third', 'country'],
    ],
    ['thousands', '30,000 of 1,250,000', ['30000', 'of', '1250000']],
    ['a decimal, and a number at the end', '2.5 in 2024.', ['2.5', 'in', '2024']],
    ['percent', '25% and 25 percent', ['25', 'percent', 'and', '25', 'percent']],
    ['per cent', '25 per cent, 25 PER CENT', ['25', 'percent', '25', 'percent']],
    ['one more letter, which makes another word', 'super cents', ['super', 'cents']],
    ['a country of two words', 'the United States’ UNITED STATES', ['the', 'usa', 'usa']],
    [
      'soft hyphens and zero-width marks',
      'depor\u00ADtation Pana\u200Bma',
      ['deportation', 'panama'],
    ],
    ['initials of a country', 'U.N. and U.K.', ['unitednations', 'and', 'unitedkingdom']],
    [
      'initials in capitals',
      'the UN’s, the EU, AP',
      ['the', 'unitednations', 'the', 'europeanunion', 'associatedpress'],
    ],
    ['full names', 'United Nations, European Union', ['unitednations', 'europeanunion']],
    ['other words with these letters', 'un app, ap', ['un', 'app', 'ap']],
    ['thousands', '40k and 2.5K, 40,000, 4kg', ['40000', 'and', '2500', '40000', '4', 'kg']],
    [
      'months before a day',
      'Feb 3, nov. 27, a mar',
      ['february', '3', 'november', '27', 'a', 'mar'],
    ],
    ['other scripts', 'Мексика メキシコ', ['мексика', 'メキシコ']],
    ['signs and pictures, which are none', '— … “” 🇲🇽 👨‍👩‍👧 [ ]', []],
  ])('are told by %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tell the country from the pronoun', () => {
    expect(words('US U.S. u.s. U.S.A. USA usa')).toEqual(Array.from({ length: 6 }, () => 'usa'));
    expect(words('us Us')).toEqual(['us', 'us']);
  });

  it('stand where their offsets say, in order, whatever the text', () => {
    const text = fc.array(
      fc.constantFrom(
        ...'a|É|e\u0301|🗞|\u200D|’s|.|,|5| |U.S.|%|-|\u00AD|\uFE0F|ß|\n|\uD83D|ﬁ|'.split('|'),
      ),
    );
    fc.assert(
      fc.property(
        text.map((parts) => parts.join('')),
        (written) => {
          let at = 0;
          for (const { word, start, end } of tokenize(written)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(normalizeWord(written.slice(start, end))).toBe(word);
            expect(word).not.toBe('');
            at = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are the same however the text’s accents are spelled', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aéíñüÁç .-’s'.split('')) }), (text) => {
        expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')));
      }),
    );
  });

  it('end for two hundred thousand dots, apostrophes, digits and letters with dots', () => {
    expect(words('.'.repeat(200_000))).toEqual([]);
    expect(words("'".repeat(200_000))).toEqual([]);
    expect(words('1,'.repeat(100_000))).toHaveLength(1);
    expect(words('a.'.repeat(100_000))).toHaveLength(1);
    expect(words(`${'a'.repeat(200_000)}!`)).toHaveLength(1);
  });
});

it('brings inflections to one stem and leaves other scripts alone', () => {
  expect(['deport', 'deports', 'deported', 'deportation', 'deporting'].map(stem)).toEqual(
    Array.from({ length: 5 }, () => 'deport'),
  );
  expect(stem('мексика')).toBe('мексика');
});
