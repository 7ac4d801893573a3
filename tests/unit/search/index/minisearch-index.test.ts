import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { listPassages, type Passage, passageText } from '../../../../src/corpus/article/article.js';
import {
  type Candidate,
  createMiniSearchIndex,
} from '../../../../src/search/index/minisearch-index.js';
import type { SoughtTerms } from '../../../../src/search/index/score-passages.js';
import { article, passagesOf } from '../../../support/article.js';

/** Terms that each find and weigh 1. */
function finding(...terms: string[]): SoughtTerms {
  return { finding: terms.map((term) => ({ term, weight: 1 })), adding: [] };
}

const byPassage = (candidates: Candidate[]): Candidate[] =>
  candidates.toSorted((a, b) => a.passage.id - b.passage.id);

function found(passages: Passage[], ...terms: string[]): string[] {
  return doAtOnce(createMiniSearchIndex(passages).search(finding(...terms), null))
    .toSorted((a, b) => b.score - a.score)
    .map(({ passage }) => passageText(passage));
}

it('finds every passage that holds one of the terms; the more of them, the higher its score', () => {
  const passages = passagesOf('Nothing here.', 'Panama spoke.', 'Panama and Honduras spoke.');
  expect(found(passages, 'panama', 'hondura')).toEqual([
    'Panama and Honduras spoke.',
    'Panama spoke.',
  ]);
});

it('finds nothing by a term that only adds, and counts it where another found the passage', () => {
  const index = createMiniSearchIndex(
    passagesOf('Panama spoke.', 'Honduras spoke.', 'Panama and Honduras.', 'Rain fell.'),
  );
  const adding = [{ term: 'hondura', weight: 1 }];
  const alone = doAtOnce(index.search({ finding: [], adding }, null));
  const both = byPassage(doAtOnce(index.search({ ...finding('panama'), adding }, null)));
  const all = byPassage(doAtOnce(index.search(finding('panama', 'hondura'), null)));
  expect(alone).toEqual([]);
  expect(both.map(({ passage }) => passage.id)).toEqual([0, 2]);
  expect(both).toEqual(all.filter(({ passage }) => passage.id !== 1));
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
  expect(doAtOnce(index.search(finding(), null))).toEqual([]);
  expect(
    doAtOnce(index.search(finding('panama'), ({ id }) => id === 1)).map(
      ({ passage }) => passage.id,
    ),
  ).toEqual([1]);
});

describe('weights', () => {
  it('are those of the terms and not of how many of them match', () => {
    const passages = passagesOf('Panama spoke.', 'Honduras spoke.');
    const sought = [
      { term: 'panama', weight: 0.5 },
      { term: 'hondura', weight: 1 },
    ];
    const candidates = doAtOnce(
      createMiniSearchIndex(passages).search({ finding: sought, adding: [] }, null),
    );
    const [second, best] = candidates.toSorted((a, b) => a.passage.id - b.passage.id);
    expect(best?.passage.id).toBe(1);
    expect(second?.score).toBeCloseTo((best?.score ?? 0) / 2);
  });

  it('of a term named twice are the greater, not the sum', () => {
    const index = createMiniSearchIndex(passagesOf('Panama spoke.', 'More.'));
    const [once] = doAtOnce(index.search(finding('panama'), null));
    const light = { term: 'panama', weight: 0.3 };
    const [twice] = doAtOnce(
      index.search({ finding: [light, ...finding('panama').finding], adding: [] }, null),
    );
    expect(twice?.score).toBe(once?.score);
  });
});

it('answers for words that are also names of JavaScript’s own', () => {
  const passages = passagesOf('The constructor of the toString prototype.', 'Other.');
  expect(found(passages, 'constructor')).toHaveLength(1);
  expect(found(passages, 'hasownproperti')).toEqual([]);
});
