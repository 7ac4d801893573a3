import { expect, it } from 'vitest';
import { listPassages, passageText } from '../../../../src/corpus/article/article.js';
import { recombineSentences, repeatArticles } from '../../../../src/measure/bench/bench-data.js';
import { createSeededRandom } from '../../../../src/measure/eval/seeded-random.js';
import { article } from '../../../support/article.js';

const SOURCES = ['a', 'b'].map((name) =>
  article({
    file: `${name}.txt`,
    text: Array.from(
      { length: 10 },
      (_, at) => `Paragraph ${at} of ${name} tells of ferries, harbours and the sea. It ends here.`,
    ).join('\n'),
  }),
);

const texts = (made: { articles: Parameters<typeof listPassages>[0] }): string[] =>
  listPassages(made.articles).map(passageText);

it('repeats real articles past their own number, with words exchanged in the copies only', () => {
  const made = repeatArticles(SOURCES, 45, createSeededRandom(1));
  const all = texts(made);
  expect(made.own).toBe(20);
  expect(all.length).toBeGreaterThanOrEqual(45);
  expect(all.slice(0, 20)).toEqual(texts({ articles: SOURCES }));
  expect(all[20]).not.toBe(all[0]);
  expect(new Set(made.articles.map(({ file }) => file)).size).toBe(made.articles.length);
});

it('stops at the passages wanted where the articles have enough', () => {
  const made = repeatArticles(SOURCES, 8, createSeededRandom(1));
  expect(texts(made)).toHaveLength(10);
  expect(made.own).toBe(10);
});

it('makes passages of the sentences of few articles, some words invented, the same with every run', () => {
  const made = recombineSentences(SOURCES, 200, createSeededRandom(1));
  const all = texts(made);
  expect(made.own).toBe(0);
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(new Set(all).size).toBeGreaterThan(100);
  expect(all.some((text) => text.includes('It ends here.'))).toBe(true);
  const known = new Set(
    texts({ articles: SOURCES })
      .join(' ')
      .match(/\p{L}+/gu),
  );
  const words = all.join(' ').match(/\p{L}+/gu) ?? [];
  const invented = words.filter((word) => !known.has(word)).length / words.length;
  expect(invented).toBeGreaterThan(0.03);
  expect(invented).toBeLessThan(0.07);
  expect(texts(recombineSentences(SOURCES, 200, createSeededRandom(1)))).toEqual(all);
});
