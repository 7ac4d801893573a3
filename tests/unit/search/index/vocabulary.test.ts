import { describe, expect, it } from 'vitest';
import { createMiniSearchIndex } from '../../../../src/search/index/minisearch-index.js';
import type { Vocabulary } from '../../../../src/search/index/vocabulary.js';
import { passagesOf } from '../../../support/article.js';

/** One passage for each given text, its words parted by spaces. */
function vocabularyOf(...passages: string[]): Vocabulary {
  return createMiniSearchIndex(passagesOf(...passages)).vocabulary;
}

describe('of words as near', () => {
  it('the one with the same consonants comes first, then the most common', () => {
    const vocabulary = vocabularyOf('Wonder wonder wonder. Wilder spoke.');
    expect(vocabulary.nearest('wolder', 2)).toEqual(['wilder', 'wonder']);
  });
});

describe('words that belong together', () => {
  const vocabulary = vocabularyOf(
    'panamanian panamanians panamax panorama',
    'honduran hondurans mexico mexican',
    'salvadorans guatemalan japanese tariffs deportee deportees',
  );

  it.each([
    ['panama', ['panamanian']],
    ['guatemala', ['guatemalan']],
    ['salvador', ['salvadoran']],
    ['japan', ['japanes']],
    ['deport', ['deporte']],
  ])('%s is kin to %j', (word, kin) => {
    expect(vocabulary.kin(word)).toEqual(kin);
  });

  it('finds Honduran for Honduras', () => {
    expect(vocabulary.kin('honduras')).toEqual(['honduran']);
  });

  it.each([
    ['panamanian', 'panama'],
    ['cubans', 'cuba'],
    ['iranian', 'iran'],
    ['guatemalan', 'guatemala'],
    ['japanese', 'japan'],
    ['israeli', 'israel'],
  ])('finds the country for %s as well', (people, country) => {
    const countries = vocabularyOf('panama cuba iran guatemala japan israel talks');
    expect(countries.kin(people)).toEqual([countries.termOf(country)]);
  });

  it.each([
    ['german', 'germ'],
    ['artisan', 'art'],
    ['turban', 'turb'],
  ])('does not take %s for one of %s', (word, shorter) => {
    expect(vocabularyOf(shorter).kin(word)).toEqual([]);
  });

  it('counts inflections as the same word, not as kin', () => {
    expect(vocabulary.has('tariff')).toBe(true);
    expect(vocabulary.kin('tariff')).toEqual([]);
  });

  it('claims no kin for short words, whose endings make other words', () => {
    expect(vocabularyOf('cares usage').kin('car')).toEqual([]);
    expect(vocabularyOf('cares usage').kin('us')).toEqual([]);
  });
});

describe('words that are spelled alike', () => {
  it('are the nearest first, then the most common, then by the alphabet', () => {
    const vocabulary = vocabularyOf('mexica mexico', 'mexico', 'mexicu', 'mexxicoo');
    expect(vocabulary.nearest('mexicc', 5)).toEqual(['mexico', 'mexica', 'mexicu']);
  });

  it('may differ by one letter, by two in a long word', () => {
    const vocabulary = vocabularyOf('panama sheinbaum');
    expect(vocabulary.nearest('panma', 3)).toEqual(['panama']);
    expect(vocabulary.nearest('pnma', 3)).toEqual([]);
    expect(vocabulary.nearest('shienbuam', 3)).toEqual(['sheinbaum']);
  });

  it('are never guessed for short words and numbers', () => {
    const vocabulary = vocabularyOf('usa 2024 30000');
    expect(vocabulary.nearest('uss', 3)).toEqual([]);
    expect(vocabulary.nearest('2025', 3)).toEqual([]);
    expect(vocabulary.nearest('30001', 3)).toEqual([]);
  });
});

it('weighs a rare word more than a common one, and an absent one as one that stands once', () => {
  const vocabulary = vocabularyOf('trump panama', 'trump', 'trump');
  const [common = 0, rare = 0, absent = 0] = ['trump', 'panama', 'brexit'].map((word) =>
    vocabulary.idf(vocabulary.termOf(word)),
  );
  expect(rare).toBeGreaterThan(common);
  expect(absent).toBe(rare);
  expect(common).toBeGreaterThan(0);
});
