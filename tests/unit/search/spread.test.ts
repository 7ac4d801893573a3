import { describe, expect, it } from 'vitest';
import { listPassages, type Passage } from '../../../src/corpus/article/article.js';
import { article, passagesOf } from '../../support/article.js';
import { rankPassages } from '../../support/rank-passages.js';

/** Eight passages of one outlet, each a little better than the two of another. */
const twoOutlets = (): Passage[] =>
  listPassages([
    article({
      file: 'cnn.txt',
      outlet: 'CNN',
      text: Array.from({ length: 8 }, (_, n) => `Panama refused flight ${n}.`).join('\n'),
    }),
    article({
      file: 'verge.txt',
      outlet: 'The Verge',
      text: 'Panama refused flights of its neighbours too.\nPanama refused, which surprised many of them.',
    }),
  ]);

const files = (question: string): string[] =>
  rankPassages(twoOutlets(), question).map(({ passage }) => passage.article.file);

describe('a question that names two outlets', () => {
  it('has both among the first three, and the best passage first', () => {
    const shown = files('what do CNN and The Verge say of panama refusing');
    expect(shown[0]).toBe(files('what does CNN say of panama refusing')[0]);
    expect(new Set(shown.slice(0, 3))).toEqual(new Set(['cnn.txt', 'verge.txt']));
    expect(shown).toHaveLength(10);
  });

  it('loses no passage and shows none twice', () => {
    const ids = rankPassages(twoOutlets(), 'CNN or The Verge on panama refusing').map(
      ({ passage }) => passage.id,
    );
    expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, id) => id));
  });
});

it('keeps the order of the scores when one outlet or none is named', () => {
  for (const question of ['panama refused', 'what did CNN say of panama refusing']) {
    const scores = rankPassages(twoOutlets(), question).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  }
});

describe('a question that compares two names', () => {
  const passages = passagesOf(
    'Panama spoke of the flights.',
    'Panama spoke of the talks.',
    'Panama spoke of the canal.',
    'Panama spoke of the border.',
    'Honduras spoke of the flights.',
    'Honduras spoke of the talks.',
    'Honduras spoke of the canal.',
    'Honduras spoke of the border.',
  );
  const names = (question: string): string[] =>
    rankPassages(passages, question).map(({ matched }) => [...matched].join(' '));

  it('is told from one that only names them', () => {
    expect(names('Panama and Honduras').slice(0, 2)).toEqual(['panama', 'panama']);
  });

  it.each([
    'compare Panama and Honduras',
    'Differences between Panama and Honduras',
    'how does Panama contrast with Honduras',
    'tell me of Panama versus Honduras',
    'tell me of Panama vs. Honduras',
  ])('has both among the first two: %s', (question) => {
    expect(new Set(names(question).slice(0, 2))).toEqual(new Set(['panama', 'honduras']));
  });

  it('keeps the best passage first', () => {
    const best = (question: string): number | undefined =>
      rankPassages(passages, question)[0]?.passage.id;
    expect(best('compare Panama and Honduras on talks')).toBe(best('Panama and Honduras on talks'));
  });
});
