import { expect, it } from 'vitest';
import { isEmbargoed, problemsOf } from '../../../../src/corpus/article/article.js';
import { article } from '../../../support/article.js';

it('is under embargo until the very moment it ends, and for good when that cannot be read', () => {
  const until = new Date('2025-06-01T12:00:00Z');
  const embargoed = article({ embargo: { until } });
  expect(isEmbargoed(embargoed, new Date(until.getTime() - 1))).toBe(true);
  expect(isEmbargoed(embargoed, until)).toBe(false);
  expect(isEmbargoed(article({ embargo: 'held' }), new Date('2099-01-01'))).toBe(true);
  expect(isEmbargoed(article(), until)).toBe(false);
});

it('shows a problem beside its own paragraph and beside those that share it', () => {
  const problem = { paragraph: 1, text: 'Xi', kind: 'wrong name', note: 'Castro.', also: [3] };
  const faulty = article({ problems: [problem] });
  expect([1, 2, 3].map((number) => problemsOf(faulty, number))).toEqual([[problem], [], [problem]]);
});
