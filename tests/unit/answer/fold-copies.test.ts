import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import type { Files } from '../../support/memory-folder.js';

const WIRE =
  'Panama said on Thursday that it would not accept migrants of other nationalities who may be deported by the United States, the ministry said in a statement.';
const OTHER =
  'Panama said on Friday that its canal had carried more ships in January than in any month since the drought of two years ago.';

const ask = async (files: Files, question: string, options = {}): Promise<Answer> =>
  (await openMemoryArchive(files)).ask(question, { limit: 100, ...options });

const shown = ({ citations }: Answer): string[][] =>
  citations.map(({ passage, copies }) =>
    [passage, ...copies].map(({ article }) => article.file.replace('.txt', '')),
  );

const SEVEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const carriedBySeven = Object.fromEntries(SEVEN.map((name) => [`${name}.txt`, WIRE]));

describe('a text that several files carry', () => {
  it('is shown once, with all the others named, and counted once', async () => {
    const answer = await ask({ ...carriedBySeven, 'z.txt': OTHER }, 'panama');
    expect(shown(answer).map((files) => files.toSorted())).toEqual(
      expect.arrayContaining([SEVEN, ['z']]),
    );
    expect(answer.total).toBe(2);
    expect(answer.status).toBe('found');
  });

  it('is not repeated by More', async () => {
    const files = { ...carriedBySeven, 'z.txt': OTHER };
    const pages = await Promise.all(
      [0, 1, 2].map(async (skip) => shown(await ask(files, 'panama', { limit: 1, skip })).flat()),
    );
    expect(pages.flat().toSorted()).toEqual([...SEVEN, 'z']);
    expect(pages[2]).toEqual([]);
  });

  it('is shown once also where a later version has a few other words', async () => {
    const updated = WIRE.replace('Thursday', 'Thursday evening');
    expect(shown(await ask({ 'a.txt': WIRE, 'b.txt': updated }, 'panama'))).toHaveLength(1);
  });

  it('is shown once whatever its case, accents and quotation marks', async () => {
    const set = `“${WIRE.toUpperCase().replaceAll('PANAMA', 'PANAMÁ')}”`;
    expect(shown(await ask({ 'a.txt': WIRE, 'b.txt': set }, 'panama'))).toHaveLength(1);
  });

  it('names of the others only those that pass the filters', async () => {
    const files = {
      ...carriedBySeven,
      'articles.yml': 'version: 1\narticles: {b.txt: {outlet: CNN}, c.txt: {outlet: CNN}}',
    };
    expect(shown(await ask(files, 'panama from:cnn'))).toEqual([['b', 'c']]);
  });
});

describe('texts are both shown', () => {
  it.each([
    ['when they say different things of the same', WIRE, OTHER],
    [
      'when one is much longer than what they share',
      WIRE,
      `${WIRE} The foreign minister of Panama added that the canal treaty of 1977 settles who may pass, and that no talks about it are planned this year.`,
    ],
    ['when they are too short to tell a copy from chance', 'Panama refused.', 'Panama refused.'],
  ])('%s', async (_, one, two) => {
    const answer = await ask({ 'a.txt': one, 'b.txt': two }, 'panama');
    expect(shown(answer)).toEqual(expect.arrayContaining([['a'], ['b']]));
    expect(answer.total).toBe(2);
  });

  it('when they repeat each other inside one article', async () => {
    const answer = await ask({ 'a.txt': `${WIRE}\n${WIRE}` }, 'panama');
    expect(shown(answer)).toEqual([['a'], ['a']]);
  });
});
