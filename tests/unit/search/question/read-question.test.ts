import { describe, expect, it } from 'vitest';
import type { ReadWord } from '../../../../src/search/question/read-question.js';
import { readAgainst } from '../../../support/rank-passages.js';

const read = (question: string, ...archive: string[]): readonly ReadWord[] =>
  readAgainst(archive, question).reading.words;

const terms = (words: readonly ReadWord[]): string[][] =>
  words.map((word) => word.terms.map(({ term }) => term));

it('takes a mistyped word for the nearest of the archive and says so', () => {
  expect(read('sheinbuam', 'Claudia Sheinbaum spoke.')).toMatchObject([
    { surface: 'sheinbuam', takenFor: 'sheinbaum', terms: [{ term: 'sheinbaum', weight: 1 }] },
  ]);
});

it('takes no word for one with another first letter, which as a rule is another name', () => {
  expect(read('maduro', 'The caduro spoke.')).toMatchObject([{ takenFor: null, terms: [] }]);
});

it('takes a word inside a phrase as it is typed', () => {
  expect(read('"sheinbuam"', 'Claudia Sheinbaum spoke.')).toMatchObject([
    { takenFor: null, terms: [] },
  ]);
});

it('finds inflections and accents without speaking of a slip', () => {
  expect(read('deporting arevalo', 'Deportations, said Arévalo.')).toMatchObject([
    { takenFor: null, terms: [{ term: 'deport' }] },
    { takenFor: null, terms: [{ term: 'arevalo' }] },
  ]);
});

it('asks for a word once, however often its inflections are typed', () => {
  expect(terms(read('deport deportation deported', 'A deportation.'))).toEqual([['deport']]);
});

describe('kin', () => {
  it('stand in for a word that the archive does not have', () => {
    const [word] = read('panama', 'The Panamanian ministry.');
    expect(word?.terms).toEqual([{ term: 'panamanian', weight: 0.9, isSynonym: false }]);
    expect(word?.takenFor).toBeNull();
  });

  it('are worth less than the word itself, also when they are rarer', () => {
    const texts = ['panama', 'panama', 'panama', 'panamanian', 'other', 'more'];
    const { reading, vocabulary } = readAgainst(texts, 'panama');
    const [own = 0, kin = 0] = (reading.words[0]?.terms ?? []).map(
      ({ term, weight }) => weight * vocabulary.idf(term),
    );
    expect(vocabulary.idf('panamanian')).toBeGreaterThan(vocabulary.idf('panama'));
    expect(kin).toBeGreaterThan(0);
    expect(kin).toBeLessThan(own);
  });

  it('are of one family in a short question, and in a long one only for a word that is not there', () => {
    const long = 'seize boats harbour police night coast morning water river';
    const found = (question: string, text: string): string[] =>
      (read(question, text)[0]?.terms ?? []).map(({ term }) => term);
    const both = 'They seize boats. A seizure of boats.';
    expect(found('seize boats', both)).toEqual(['seiz', 'seizur']);
    expect(found(long, both)).toEqual(['seiz']);
    expect(found(long, 'A seizure of boats.')).toEqual(['seizur']);
  });
});
