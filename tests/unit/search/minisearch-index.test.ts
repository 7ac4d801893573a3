import { describe, expect, it } from 'vitest';
import { listPassages, passageText, type Passage } from '../../../src/corpus/passage.js';
import { createMiniSearchIndex } from '../../../src/search/minisearch-index.js';
import { article, passagesOf } from '../../support/article.js';

const every = (): boolean => true;

function found(passages: Passage[], ...terms: string[]): string[] {
  return createMiniSearchIndex(passages)
    .search(
      terms.map((term) => ({ term, weight: 1 })),
      every,
    )
    .map(({ passage }) => passageText(passage));
}

it('finds every passage that holds one of the terms, best first', () => {
  const passages = passagesOf('Nothing here.', 'Panama spoke.', 'Panama and Honduras spoke.');
  expect(found(passages, 'panama', 'hondura')).toEqual([
    'Panama and Honduras spoke.',
    'Panama spoke.',
  ]);
});

it('keeps the order of the archive among equals', () => {
  const passages = passagesOf('Panama one.', 'Panama two.', 'Panama three.');
  expect(found(passages, 'panama')).toEqual(['Panama one.', 'Panama two.', 'Panama three.']);
});

it('finds a paragraph by its heading and by the title of its article', () => {
  const passages = listPassages([
    article({ text: 'Flights of Panama\nThe ministry refused.\nTalks go on.' }),
    article({ title: 'Honduras', text: 'The base stays.' }),
  ]);
  expect(found(passages, 'panama')).toEqual(['The ministry refused.']);
  expect(found(passages, 'hondura')).toEqual(['The base stays.']);
});

it('gives nothing for no term, and only what is accepted', () => {
  const passages = passagesOf('Panama one.', 'Panama two.');
  const index = createMiniSearchIndex(passages);
  expect(index.search([], every)).toEqual([]);
  expect(
    index
      .search([{ term: 'panama', weight: 1 }], ({ id }) => id === 1)
      .map(({ passage }) => passage.id),
  ).toEqual([1]);
});

describe('weights', () => {
  it('are those of the terms and not of how many of them match', () => {
    const passages = passagesOf('Panama spoke.', 'Honduras spoke.');
    const [best, second] = createMiniSearchIndex(passages).search(
      [
        { term: 'panama', weight: 0.5 },
        { term: 'hondura', weight: 1 },
      ],
      every,
    );
    expect(best?.passage.id).toBe(1);
    expect(second?.score).toBeCloseTo((best?.score ?? 0) / 2);
  });

  it('of a term named twice are the greater, not the sum', () => {
    const index = createMiniSearchIndex(passagesOf('Panama spoke.', 'More.'));
    const [once] = index.search([{ term: 'panama', weight: 1 }], every);
    const [twice] = index.search(
      [
        { term: 'panama', weight: 0.3 },
        { term: 'panama', weight: 1 },
      ],
      every,
    );
    expect(twice?.score).toBe(once?.score);
  });
});

it('answers for words that are also names of JavaScript’s own', () => {
  const passages = passagesOf('The constructor of the toString prototype.', 'Other.');
  expect(found(passages, 'constructor')).toHaveLength(1);
  expect(found(passages, 'hasownproperti')).toEqual([]);
});
