import { expect, it } from 'vitest';
import { listPassages, passageText } from '../../../../src/corpus/article/article.js';
import { article } from '../../../support/article.js';

it('lets a heading lend its words to the paragraph under it, and never makes a passage of it', () => {
  const text =
    'The Title\nAt a Glance\nThe Bahamas has refused.\nMexico helps.\nNext Steps\nTalks go on.';
  const passages = listPassages([article({ text })]);
  expect(
    passages.map((passage) => [
      passageText(passage),
      ...passage.headings.map(({ start, end }) => text.slice(start, end)),
    ]),
  ).toEqual([
    ['The Bahamas has refused.', 'The Title', 'At a Glance'],
    ['Mexico helps.'],
    ['Talks go on.', 'Next Steps'],
  ]);
});

it('numbers the passages through all articles', () => {
  const passages = listPassages([article({ text: 'One.\nTwo.' }), article({ text: 'Three.' })]);
  expect(passages.map(({ id }) => id)).toEqual([0, 1, 2]);
});

it('lends no heading to the next article', () => {
  const [first, second] = listPassages([
    article({ text: 'One.\nPanama City' }),
    article({ text: 'Three.' }),
  ]);
  expect(first?.headings).toEqual([]);
  expect(second?.headings).toEqual([]);
});
