import { expect, it } from 'vitest';
import { passageText } from '../../../src/corpus/article/article.js';
import type { Hit } from '../../../src/search/rank.js';
import { passagesOf } from '../../support/article.js';
import { rankPassages } from '../../support/rank-passages.js';

const texts = (hits: Hit[]): string[] => hits.map(({ passage }) => passageText(passage));

it('puts the words in one sentence before the same words scattered', () => {
  const hits = rankPassages(
    passagesOf(
      'Panama spoke today. The flights came late.',
      'Panama took the flights. Others spoke late.',
    ),
    'panama flights',
  );
  expect(texts(hits)[0]).toMatch(/^Panama took/);
});

it('never puts kin before the word itself, however rare they are', () => {
  const hits = rankPassages(
    passagesOf(
      'The Panamanian ministry spoke.',
      'The Panama ministry spoke.',
      'The Panama ministry slept.',
      'The Panama ministry sat.',
      ...Array.from({ length: 30 }, (_, index) => `The other ministry number ${index} spoke.`),
    ),
    'panama',
  );
  expect(texts(hits)).toEqual([
    'The Panama ministry spoke.',
    'The Panama ministry slept.',
    'The Panama ministry sat.',
    'The Panamanian ministry spoke.',
  ]);
});

it('says which words of the question stand in the passage’s own text', () => {
  const [hit] = rankPassages(passagesOf('Panama spoke of Deportations.'), 'panama deported brexit');
  expect([...(hit?.matched ?? [])]).toEqual(['panama', 'deported']);
});

it('gives the same order each time, ties as the archive has them, and leaves out what cannot rise', () => {
  const passages = passagesOf(...Array.from({ length: 200 }, (_, index) => `Panama ${index}.`));
  const ids = rankPassages(passages, 'panama').map(({ passage }) => passage.id);
  expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => index));
});

it('never lets synonyms add up to more than the word itself', () => {
  const hits = rankPassages(
    passagesOf(
      'The expulsion and removal, the repatriation of many.',
      'The deportation of many people from one country to the other went on for years and was hardly noticed.',
    ),
    'deportation',
    [['deportation', 'expulsion', 'removal', 'repatriation']],
  );
  expect(texts(hits)[0]).toMatch(/^The deportation/);
});
