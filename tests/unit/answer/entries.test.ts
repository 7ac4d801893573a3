import { describe, expect, it } from 'vitest';
import type { ListedAnswer } from '../../../src/answer/answer.js';
import { intoEntries } from '../../../src/answer/entries.js';
import { listPassages } from '../../../src/corpus/article/article.js';
import { article } from '../../support/article.js';
import { openSeeds } from '../../support/seeds.js';

const [one, other] = ['one.txt', 'other.txt'].map((file) =>
  listPassages([article({ file, text: Array.from({ length: 12 }, (_, n) => `${n}.`).join('\n') })]),
);

/** The paragraphs of entries, of those that rank so: "3" of one article, "o3" of the other. */
function entriesOf(...ranked: readonly string[]): string[] {
  const hits = ranked.flatMap((place) => {
    const passages = place.startsWith('o') ? other : one;
    const passage = passages?.[Number(place.replace('o', '')) - 1];
    return passage === undefined ? [] : [{ place, passage }];
  });
  return intoEntries(hits).map((entry) => entry.map(({ place }) => place).join(' '));
}

const shownBy = ({ listed }: ListedAnswer): string[] =>
  listed.entries.map((entry) => entry.map(({ passage }) => passage.paragraph.number).join(' '));

describe('passages side by side', () => {
  it('are one entry in the order of the file, where the best of them ranks', () => {
    expect(entriesOf('9', '3', '2')).toEqual(['9', '2 3']);
    expect(entriesOf('9', '3', 'o2')).toEqual(['9', '3', 'o2']);
  });

  it('become one when the passage between them follows', () => {
    expect(entriesOf('5', '3', '9', '4')).toEqual(['3 4 5', '9']);
  });

  it('join an entry of the same page only: nothing far down comes up for its place', () => {
    expect(entriesOf('1', '4', '7', '10', '2')).toEqual(['1', '4', '7', '10', '2']);
  });

  it('are no more than four at once', () => {
    expect(entriesOf('1', '2', '3', '4', '5')).toEqual(['1 2 3 4', '5']);
  });
});

describe('the five articles', () => {
  it('answer panama with the ministry’s three paragraphs as one finding, in their order', async () => {
    expect(shownBy(await (await openSeeds()).ask('panama'))[0]).toBe('13 14 15');
  });

  it('give each passage once, however far one asks on', async () => {
    const archive = await openSeeds();
    const all = await archive.ask('mexico', { limit: 100 });
    const pages = await Promise.all(
      [0, 3, 6].map((skip) => archive.ask('mexico', { limit: 3, skip })),
    );
    expect(pages.flatMap(shownBy)).toEqual(shownBy(all).slice(0, 9));
    expect(all.listed.entries.flat()).toHaveLength(all.reachable);
    const [first, second] = pages;
    expect(second?.listed).toMatchObject({
      skipped: 3,
      before: first?.listed.entries.flat().length,
    });
  });

  it('show each of an entry’s passages in fewer words, all of them whole sentences', async () => {
    const { listed } = await (await openSeeds()).ask('homeland security secretary visit', {});
    for (const entry of listed.entries)
      expect(entry.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1_200);
  });
});
