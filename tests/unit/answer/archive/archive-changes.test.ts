import { expect, it } from 'vitest';
import { changesBetween } from '../../../../src/answer/archive/archive-changes.js';
import { article } from '../../../support/article.js';

const a = article({ file: 'a.txt', sha256: 'a' });
const b = article({ file: 'b.txt', sha256: 'b' });

it('is empty between a view and itself, and when a file was written again as it was', () => {
  const none = { arrived: [], changed: [], removed: [] };
  expect(changesBetween([a, b], [a, b])).toEqual(none);
  expect(changesBetween([a, b], [{ ...a }, { ...b }])).toEqual(none);
});

it('tells arrivals, changes of words, changes of metadata, and removals apart', () => {
  const c = article({ file: 'c.txt', sha256: 'c' });
  const after = { ...a, sha256: 'a2' };
  expect(changesBetween([a, b], [after, c])).toEqual({
    arrived: [c],
    changed: [{ before: a, after }],
    removed: [b],
  });
  const withdrawn = { ...b, withdrawn: 'Made up.' };
  expect(changesBetween([b], [withdrawn]).changed).toEqual([{ before: b, after: withdrawn }]);
});

it('takes a file that was renamed for a change of its name, neither new nor gone', () => {
  const renamed = { ...a, file: 'z.txt' };
  expect(changesBetween([a, b], [b, renamed])).toEqual({
    arrived: [],
    changed: [{ before: a, after: renamed }],
    removed: [],
  });
});

it('counts a second copy as an arrival and takes each file once', () => {
  const copies = ['x.txt', 'y.txt'].map((file) => ({ ...a, file }));
  expect(changesBetween([a], copies)).toEqual({
    arrived: [copies[1]],
    changed: [{ before: a, after: copies[0] }],
    removed: [],
  });
});
