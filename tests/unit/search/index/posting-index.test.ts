import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { listPassages, passageText } from '../../../../src/corpus/article/passage.js';
import { BM25 } from '../../../../src/search/index/bm25.js';
import {
  buildMiniSearchIndex,
  createMiniSearchIndex,
} from '../../../../src/search/index/minisearch-index.js';
import { PostingIndex } from '../../../../src/search/index/posting-index.js';
import { buildPostings } from '../../../../src/search/index/postings.js';
import { leadText } from '../../../../src/search/index/lead-text.js';
import { stem, tokenize } from '../../../../src/search/index/terms.js';
import { createWordStore } from '../../../../src/search/index/word-store.js';
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

it('finds and scores as MiniSearch does when the passages are added to it one by one', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (texts, asked) => {
        const passages = passagesOf(...texts);
        const plain = new MiniSearch<{ id: number; words: string }>({
          fields: ['words'],
          tokenize: (all) => all.split(' '),
          processTerm: (term) => term,
        });
        for (const passage of passages)
          plain.add({
            id: passage.id,
            words: tokenize(`${leadText(passage)}\n${passageText(passage)}`)
              .map((each) => stem(each.word))
              .join(' '),
          });
        const store = createWordStore();
        const ours = new PostingIndex(doAtOnce(buildPostings(passages, store)), store.lexicon);
        const query = asked
          .flatMap((each) => tokenize(each).map((token) => stem(token.word)))
          .join(' ');
        const found = (index: { search: MiniSearch['search'] }) =>
          index
            .search(query, { bm25: BM25 })
            .map(({ id, score }) => [Number(id), score.toPrecision(9)])
            .toSorted(([a], [b]) => Number(a) - Number(b));
        expect(found({ search: (...given) => ours.search(...given) })).toEqual(
          found({ search: (...given) => plain.search(...given) }),
        );
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
        const store = createWordStore();
        doAtOnce(buildMiniSearchIndex(listPassages(articles), store));
        const left = listPassages(articles.filter((_, index) => given[index]?.[1]));
        const after = doAtOnce(buildMiniSearchIndex(left, store));
        const anew = createMiniSearchIndex(left);
        const terms = {
          finding: asked.map((each) => ({ term: anew.vocabulary.termOf(each), weight: 1 })),
          adding: [],
        };
        const byPassage = (found: ReturnType<typeof anew.search>) =>
          found.toSorted((a, b) => a.passage.id - b.passage.id);
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
