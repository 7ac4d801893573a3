import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageText } from '../../../../src/corpus/article/article.js';
import { createSynonyms } from '../../../../src/search/question/synonyms.js';
import { passagesOf } from '../../../support/article.js';
import { rankPassages } from '../../../support/rank-passages.js';

const DEPORTATION = ['deportation', 'expulsion', 'removal', 'repatriation'];

const shown = (question: string, groups: string[][], ...texts: string[]): string[] =>
  rankPassages(passagesOf(...texts), question, groups).map(({ passage }) => passageText(passage));

it('gives the other words of each group that a word stands in, whatever its ending and accents', () => {
  const synonyms = createSynonyms([
    ['tariff', 'levy'],
    ['Aranceles', 'tariff'],
    ['migración', 'migration'],
  ]);
  expect(synonyms.of('tariffs')).toEqual(['levy', 'aranceles']);
  expect(synonyms.of('levies')).toEqual(['tariff']);
  expect(synonyms.of('migracion')).toEqual(['migration']);
  expect(synonyms.of('brexit')).toEqual([]);
});

describe('a word that means the same', () => {
  it('is found where the word itself is not, both ways', () => {
    expect(shown('expulsion', [DEPORTATION], 'The deportations began.', 'Nothing.')).toEqual([
      'The deportations began.',
    ]);
    expect(shown('deportations', [DEPORTATION], 'The expulsions began.', 'Nothing.')).toEqual([
      'The expulsions began.',
    ]);
  });

  it('is found with its own kin', () => {
    const texts = ['Salvadoran talks.', 'El Salvador talks.', 'None.'];
    expect(shown('pulgarcito', [['pulgarcito', 'salvador']], ...texts).toSorted()).toEqual([
      'El Salvador talks.',
      'Salvadoran talks.',
    ]);
  });

  it('is not looked for when the word stands in quotation marks', () => {
    expect(shown('"expulsion"', [DEPORTATION], 'The deportations began.')).toEqual([]);
    expect(shown('“expulsion”', [DEPORTATION], 'The deportations began.')).toEqual([]);
  });

  it('does not stand for a word that only is spelled like one of its group', () => {
    expect(shown('remova', [DEPORTATION], 'The removal of it.', 'The expulsion.')).toEqual([
      'The removal of it.',
      'The expulsion.',
    ]);
    expect(shown('zzz', [DEPORTATION], 'The removal of it.')).toEqual([]);
  });

  it('never comes before the word itself where all else is equal, whatever else the archive holds', () => {
    const word = fc.constantFrom(
      ...'ministry border flights talks panama mexico expulsion removal repatriation deportation'.split(
        ' ',
      ),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    const frame = fc.array(fc.constantFrom('ministry', 'border', 'talks', 'panama'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        frame,
        frame,
        fc.constantFrom('expulsion', 'removal', 'repatriation'),
        fc.constantFrom('deportation', 'deportations of panama', 'talks on deportation'),
        (others, before, after, synonym, question) => {
          const framed = (middle: string): string => `${[...before, middle, ...after].join(' ')}.`;
          const order = shown(
            question,
            [DEPORTATION],
            framed(synonym),
            ...others,
            framed('deportation'),
          );
          expect(order.indexOf(framed('deportation'))).toBeGreaterThanOrEqual(0);
          expect(order.indexOf(framed('deportation'))).toBeLessThan(order.indexOf(framed(synonym)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
