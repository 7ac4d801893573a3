import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPassages } from '../../../../src/corpus/article/article.js';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { buildMiniSearchIndex } from '../../../../src/search/index/minisearch-index.js';
import { decodeWordCache, encodeWordCache } from '../../../../src/search/index/word-cache.js';
import { type KeptWords, keyOf, WordStore } from '../../../../src/search/index/word-store.js';
import { article } from '../../../support/article.js';

function keptOf(...texts: string[]): KeptWords {
  const store = new WordStore();
  const articles = texts.map((text, index) =>
    article({ text, sha256: `${index}`, file: `${index}.txt` }),
  );
  doAtOnce(buildMiniSearchIndex(listPassages(articles), store));
  return store.keep(articles);
}

const encode = (kept: KeptWords): Uint8Array =>
  Uint8Array.from(Buffer.concat([...encodeWordCache(kept)]));

describe('the words read of an archive, written down', () => {
  it('are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const kept = keptOf(
          'Panama spoke.\nThe flights went on, the ministry said of 30,000 deportees.',
          ...texts,
        );
        expect(decodeWordCache(encode(kept))).toEqual(kept);
      }),
      { numRuns: 30 },
    );
  });

  it('of nothing are nothing', () => {
    expect(decodeWordCache(encode(keptOf()))?.articles.size).toBe(0);
  });

  it('are not used when a single byte is another, or some are missing', () => {
    const bytes = encode(keptOf('Panama spoke.'));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = ((damaged[at] ?? 0) + by) % 256;
        expect(decodeWordCache(damaged)).toBeNull();
        expect(decodeWordCache(Uint8Array.from(bytes.subarray(0, at)))).toBeNull();
      }),
    );
  });

  it('serve one of two files that are the same, and the other is read', () => {
    const both = ['a.txt', 'b.txt'].map((file) => article({ file, text: 'Panama spoke.' }));
    const store = new WordStore();
    doAtOnce(buildMiniSearchIndex(listPassages(both.slice(0, 1)), store));
    const again = new WordStore(decodeWordCache(encode(store.keep(both))) ?? undefined);
    const index = doAtOnce(buildMiniSearchIndex(listPassages(both), again));
    const found = doAtOnce(
      index.search({ finding: [{ term: 'panama', weight: 1 }], adding: [] }, null),
    );
    expect(found.map(({ passage }) => passage.article.file).toSorted()).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    ['other bytes', { sha256: 'b' }],
    ['another title', { title: 'Other' }],
    ['a file read in another way', { file: 'a.md' }],
  ])('go by the article: %s means another entry', (_, change) => {
    expect(keyOf(article({ sha256: 'a', file: 'a.txt', ...change }))).not.toBe(
      keyOf(article({ sha256: 'a', file: 'a.txt' })),
    );
  });
});
