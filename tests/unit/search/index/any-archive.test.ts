import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listPassages, passageText } from '../../../../src/corpus/article/article.js';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { leadText } from '../../../../src/search/index/article-words.js';
import {
  buildMiniSearchIndex,
  createMiniSearchIndex,
} from '../../../../src/search/index/minisearch-index.js';
import { bm25 } from '../../../../src/search/index/score-passages.js';
import { stem, tokenize } from '../../../../src/search/index/terms.js';
import { WordStore } from '../../../../src/search/index/word-store.js';
import { article, passagesOf } from '../../../support/article.js';

const word = fc.constantFrom(
  'panama',
  'honduras',
  'flights',
  'flight',
  'said',
  'ministry',
  'élite',
  '30,000',
);
const text = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((lines) => lines.join('.\n'));

it('finds and scores as BM25 over every passage does, whatever the passages', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (texts, asked) => {
        const passages = passagesOf(...texts);
        const termsOf = (words: string): string[] => tokenize(words).map((each) => stem(each.word));
        const held = passages.map((passage) =>
          termsOf(`${leadText(passage)}\n${passageText(passage)}`),
        );
        const average =
          held.map((each) => new Set(each).size).reduce((sum, size) => sum + size, 0) / held.length;
        const terms = [...new Set(asked.flatMap(termsOf))];
        const scores = held.flatMap((all, id) => {
          if (!terms.some((term) => all.includes(term))) return [];
          const score = terms.reduce((sum, term) => {
            const holders = held.filter((each) => each.includes(term)).length;
            const idf = Math.log(1 + (held.length - holders + 0.5) / (holders + 0.5));
            const count = all.filter((each) => each === term).length;
            return sum + (count && bm25(idf, count, new Set(all).size, average));
          }, 0);
          return [[id, score.toPrecision(9)]];
        });
        const found = doAtOnce(
          createMiniSearchIndex(passages).search(
            { finding: terms.map((term) => ({ term, weight: 1 })), adding: [] },
            null,
          ),
        )
          .toSorted((a, b) => a.passage.id - b.passage.id)
          .map(({ passage, score }) => [passage.id, score.toPrecision(9)]);
        expect(found).toEqual(scores);
      },
    ),
  );
});

it('answers the same after articles have come and gone as when it is built from the rest alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 6 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (given, asked) => {
        const articles = given.map(([each], index) =>
          article({ text: each, file: `${index}.txt` }),
        );
        const store = new WordStore();
        doAtOnce(buildMiniSearchIndex(listPassages(articles), store));
        const left = listPassages(articles.filter((_, index) => given[index]?.[1]));
        const after = doAtOnce(buildMiniSearchIndex(left, store));
        const anew = createMiniSearchIndex(left);
        const terms = {
          finding: asked.map((each) => ({ term: anew.vocabulary.termOf(each), weight: 1 })),
          adding: [],
        };
        const byPassage = (found: ReturnType<typeof anew.search>) =>
          doAtOnce(found).toSorted((a, b) => a.passage.id - b.passage.id);
        expect(byPassage(after.search(terms, null))).toEqual(byPassage(anew.search(terms, null)));
        for (const each of [...asked, 'panam', 'fligth', 'ministri']) {
          expect(after.vocabulary.nearest(each, 5)).toEqual(anew.vocabulary.nearest(each, 5));
          expect(after.vocabulary.kin(each)).toEqual(anew.vocabulary.kin(each));
          expect(after.vocabulary.idf(each)).toBe(anew.vocabulary.idf(each));
          expect(after.vocabulary.has(each)).toBe(anew.vocabulary.has(each));
        }
        expect(after.vocabulary.averageLength).toBe(anew.vocabulary.averageLength);
        expect(after.vocabulary.size).toBe(anew.vocabulary.size);
      },
    ),
  );
});

it('answers the same whatever is read for another view meanwhile', () => {
  const store = new WordStore();
  const one = listPassages([article({ text: 'Panama spoke.', file: 'a.txt' })]);
  const two = listPassages([article({ text: 'Panama and Honduras spoke.', file: 'b.txt' })]);
  const index = doAtOnce(buildMiniSearchIndex(one, store));
  const ask = (): unknown => [
    doAtOnce(
      index.search(
        { finding: ['panama', 'hondura'].map((term) => ({ term, weight: 1 })), adding: [] },
        null,
      ),
    ),
    index.vocabulary.has('honduras'),
    index.vocabulary.nearest('hondurs', 3),
    index.vocabulary.idf('panama'),
  ];
  const before = ask();
  doAtOnce(buildMiniSearchIndex([...one, ...two], store));
  expect(ask()).toEqual(before);
});
