import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { listPassages } from '../../../../src/corpus/article/passage.js';
import { buildMiniSearchIndex } from '../../../../src/search/index/minisearch-index.js';
import {
  cacheKey,
  decodeWordCache,
  encodeWordCache,
  type WordCache,
} from '../../../../src/search/index/word-cache.js';
import { createWordStore, type ArticleWords } from '../../../../src/search/index/word-store.js';
import { article } from '../../../support/article.js';

function cacheOf(...texts: string[]): WordCache {
  const store = createWordStore();
  const articles = texts.map((text, index) =>
    article({ text, sha256: `${index}`, file: `${index}.txt` }),
  );
  doAtOnce(buildMiniSearchIndex(listPassages(articles), store));
  const words = new Map<string, ArticleWords>();
  for (const each of articles) {
    const known = store.known(each);
    if (known) words.set(cacheKey(each), known);
  }
  return { lexicon: store.lexicon, words };
}

const encode = (cache: WordCache): Uint8Array =>
  Uint8Array.from(Buffer.concat([...encodeWordCache(cache)]));

describe('the words read of an archive, written down', () => {
  it('are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const cache = cacheOf(
          'Panama spoke.\nThe flights went on, the ministry said of 30,000 deportees.',
          ...texts,
        );
        const read = decodeWordCache(encode(cache));
        expect(read?.lexicon.parts()).toEqual(cache.lexicon.parts());
        expect(read?.words).toEqual(cache.words);
      }),
      { numRuns: 30 },
    );
  });

  it('of nothing are nothing', () => {
    expect(decodeWordCache(encode(cacheOf()))?.words.size).toBe(0);
  });

  it('are not used when a single byte is another, or some are missing', () => {
    const bytes = encode(cacheOf('Panama spoke.'));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = ((damaged[at] ?? 0) + by) % 256;
        expect(decodeWordCache(damaged)).toBeNull();
        expect(decodeWordCache(Uint8Array.from(bytes.subarray(0, at)))).toBeNull();
      }),
    );
  });

  it.each([
    ['other bytes', { sha256: 'b' }],
    ['another title', { title: 'Other' }],
    ['a file read in another way', { file: 'a.md' }],
  ])('go by the article: %s means another entry', (_, change) => {
    expect(cacheKey(article({ sha256: 'a', file: 'a.txt', ...change }))).not.toBe(
      cacheKey(article({ sha256: 'a', file: 'a.txt' })),
    );
  });
});
