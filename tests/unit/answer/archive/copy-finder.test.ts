import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../../../src/measure/eval/seeded-random.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import type { Files } from '../../../support/memory-folder.js';

/** A text of so many sentences that no other seed gives. */
function story(seed: number, sentences = 20): string {
  const random = createSeededRandom(seed);
  const word = (): string => `w${Math.floor(random() * 400)}`;
  return Array.from(
    { length: sentences },
    () => `${Array.from({ length: 12 }, word).join(' ')}.`,
  ).join('\n');
}

async function groupsOf(files: Files): Promise<string[][]> {
  const { articles, copies } = (await openMemoryArchive(files)).view();
  const groups = new Set(
    articles.map((article) => copies.groupOf(article)).filter(({ length }) => length > 1),
  );
  return [...groups].map((group) => group.map(({ file }) => file.replace('.txt', '')));
}

describe('articles that carry one text', () => {
  it('are one group: a wire story in seven outlets, whatever each puts above it', async () => {
    const wire = story(1);
    const files = Object.fromEntries(
      'abcdefg'.split('').map((name, index) => [`${name}.txt`, `Outlet number ${index}\n${wire}`]),
    );
    expect(await groupsOf({ ...files, 'z.txt': story(2) })).toEqual(['abcdefg'.split('')]);
  });

  it('are one group also when one is a later version with more to say', async () => {
    const first = story(1);
    expect(await groupsOf({ 'a.txt': first, 'b.txt': `${story(3, 5)}\n${first}` })).toEqual([
      ['a', 'b'],
    ]);
  });

  it('are one group whatever the case and the quotation marks', async () => {
    expect(await groupsOf({ 'a.txt': story(1), 'b.txt': `“${story(1).toUpperCase()}”` })).toEqual([
      ['a', 'b'],
    ]);
  });

  it('are told apart from other stories that share a part', async () => {
    const background = story(9, 5);
    const files = Object.fromEntries(
      [1, 2, 3].map((seed) => [`${seed}.txt`, `${story(seed)}\n${background}`]),
    );
    expect(await groupsOf(files)).toEqual([]);
  });

  it('are not grouped when they are too short to tell a copy from chance', async () => {
    expect(
      await groupsOf({
        'a.txt': 'Panama refused the flights.',
        'b.txt': 'Panama refused the flights.',
      }),
    ).toEqual([]);
  });

  it('do not bring together, through a hidden article, what is not alike', async () => {
    const [one, two, three] = [story(1, 12), story(2, 12), story(3, 12)];
    const files = {
      'b.txt': `${one}\n${two}`,
      'c.txt': `${two}\n${three}`,
      'a.txt': `${one}\n${two}\n${three}`,
    };
    const yml = 'version: 1\narticles: {a.txt: {embargo_until: 2099-01-01T00:00:00Z}}';
    expect(await groupsOf({ ...files, 'articles.yml': yml })).toEqual(
      await groupsOf({ 'b.txt': files['b.txt'], 'c.txt': files['c.txt'] }),
    );
  });

  it('are found in time that grows with their number, however many are alike', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, index) => [
        `${index}.txt`,
        `${story(1, 6)}\nNumber ${index} of its kind.`,
      ]),
    );
    expect((await groupsOf(files))[0]).toHaveLength(1_500);
  });

  it('belong to one group each, with each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }), async (seeds) => {
        const files = Object.fromEntries(seeds.map((seed, index) => [`${index}.txt`, story(seed)]));
        const { articles, copies } = (await openMemoryArchive(files)).view();
        for (const article of articles)
          expect(copies.groupOf(article).map(({ text }) => text)).toEqual(
            articles.filter(({ text }) => text === article.text).map(({ text }) => text),
          );
      }),
      { numRuns: 25 },
    );
  });
});

describe('an answer from one of them', () => {
  const wire = `Panama refused the flights.\n${story(1)}`;

  it('says that they are one text', async () => {
    const files = Object.fromEntries('abcdefg'.split('').map((name) => [`${name}.txt`, wire]));
    const archive = await openMemoryArchive(files);
    const { citations } = await archive.ask('panama');
    expect(citations).toHaveLength(1);
    expect(citations[0]?.sameText).toHaveLength(6);
  });

  it('shows the copy that stands rather than the one that was withdrawn', async () => {
    const passage =
      'Panama refused on Thursday to take the flights that the ministry had offered to them.';
    const archive = await openMemoryArchive({
      'a.txt': `${passage}\n${story(1)}`,
      'b.txt': `${passage}\n${story(1)}`,
      'articles.yml': 'version: 1\narticles: {a.txt: {withdrawn: Made up.}}',
    });
    const { citations } = await archive.ask('panama flights');
    expect(citations.map(({ passage: { article } }) => article.file)).toEqual(['b.txt']);
  });
});
