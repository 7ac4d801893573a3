import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../../src/playground/archive/samples.js';
import { openShelf } from '../../../src/playground/archive/shelf.js';
import { createCorpusReader } from '../../../src/corpus/folder/corpus-reader.js';
import { openFolder } from '../../../src/corpus/folder/article-folder.js';
import { isEmbargoed } from '../../../src/corpus/article/article.js';
import { tempFolder } from '../../support/temp-folder.js';

const NOW = Date.UTC(2026, 10, 24, 9);
const YML = `version: 1
articles:
  # Kept by the night desk.
  harbour.txt:
    outlet: The Harbour Post
`;
const story = { title: 'A bridge', outlet: 'The Post', date: '2026-11-24', text: 'It stands.\n' };

describe('the archive as the playground changes it', () => {
  it('adds an article with what is known of it, so that the archive reads both without a fault', async () => {
    const { dir } = tempFolder({ 'harbour.txt': 'Ferries stop.\n', 'articles.yml': YML });
    const shelf = await openShelf(dir);
    await shelf.add([story, { title: null, outlet: null, date: null, text: 'No more is known.' }]);
    const { articles, faults } = await createCorpusReader({ folder: openFolder(dir) }).read();
    expect(faults).toEqual([]);
    expect(
      articles.map(({ title, outlet, published }) => [title, outlet, published.status]),
    ).toEqual([
      [null, 'The Harbour Post', 'unknown'],
      ['A bridge', 'The Post', 'exact'],
      [null, null, 'unknown'],
    ]);
    expect(readFileSync(`${dir}/articles.yml`, 'utf8')).toContain('# Kept by the night desk.');
  });

  it('lists what was added first, the newest at the top', async () => {
    const { dir } = tempFolder({ 'harbour.txt': 'Ferries stop.\n' });
    const shelf = await openShelf(dir);
    await shelf.add([story]);
    await shelf.add([{ ...story, title: 'A tunnel' }]);
    expect(shelf.articles()).toMatchObject([
      { file: 'playground-a-tunnel.txt', title: 'A tunnel', added: true },
      { file: 'playground-a-bridge.txt', outlet: 'The Post', added: true },
      { file: 'harbour.txt', added: false, withdrawn: '' },
    ]);
  });

  it('gives two articles of one title two files, and a name to one without letters', async () => {
    const { dir } = tempFolder({});
    const shelf = await openShelf(dir);
    await shelf.add([story, story, { ...story, title: '¡¿?!' }, { ...story, title: '../../etc' }]);
    expect(shelf.articles().map(({ file }) => file)).toEqual([
      'playground-etc.txt',
      'playground-article.txt',
      'playground-a-bridge-2.txt',
      'playground-a-bridge.txt',
    ]);
  });

  it('edits, withdraws and restores, and leaves no half-written file behind', async () => {
    const { dir } = tempFolder({ 'harbour.txt': 'Ferries stop.\n' });
    const shelf = await openShelf(dir);
    await Promise.all([
      shelf.write('harbour.txt', 'Ferries run.\n'),
      shelf.withdraw('harbour.txt', 'Retracted.'),
    ]);
    expect(await shelf.read('harbour.txt')).toBe('Ferries run.\n');
    expect(
      (await createCorpusReader({ folder: openFolder(dir) }).read()).articles[0]?.withdrawn,
    ).toBe('Retracted.');
    await shelf.withdraw('harbour.txt', null);
    expect(
      (await createCorpusReader({ folder: openFolder(dir) }).read()).articles[0]?.withdrawn,
    ).toBeNull();
    expect(readdirSync(dir).toSorted()).toEqual(['articles.yml', 'harbour.txt']);
  });

  it('touches no file but the articles of the folder', async () => {
    const { dir } = tempFolder({ 'articles.yml': YML, 'harbour.txt': 'Ferries stop.\n' });
    const shelf = await openShelf(dir);
    for (const file of ['../other.txt', '/etc/hostname', 'articles.yml', 'missing.txt', '']) {
      expect(await shelf.read(file)).toBeNull();
      await expect(shelf.write(file, 'x')).rejects.toThrow('There is no article');
    }
  });

  it('says that articles.yml cannot be read, adds nothing then, and goes on when it is mended', async () => {
    const { dir, at } = tempFolder({ 'articles.yml': 'articles: {a: *b}\n  - [' });
    const shelf = await openShelf(dir);
    await expect(shelf.add([story])).rejects.toThrow('cannot be read as YAML');
    expect(shelf.articles()).toEqual([]);
    writeFileSync(at('articles.yml'), YML);
    await shelf.add([story]);
    expect(shelf.articles()).toHaveLength(1);
  });
});

describe('the samples', () => {
  it.each(SAMPLES)(
    '“$title” is read without a fault, and says that it is invented',
    async (sample) => {
      const { dir } = tempFolder({});
      const shelf = await openShelf(dir);
      await shelf.add(sample.make(NOW, 1));
      await shelf.add(sample.make(NOW, 2));
      const { articles, faults } = await createCorpusReader({ folder: openFolder(dir) }).read();
      expect(faults).toEqual([]);
      expect(articles).toHaveLength(2 * sample.make(NOW, 1).length);
      expect(new Set(articles.map(({ sha256 }) => sha256)).size).toBe(articles.length);
      for (const { outlet, text } of articles) {
        expect(outlet).toBe('Playground Gazette');
        expect(text).toContain('invented');
      }
    },
  );

  it('hide the one under embargo for two hours of the playground’s clock', async () => {
    const { dir } = tempFolder({});
    const sample = SAMPLES.find(({ id }) => id === 'embargo');
    await (await openShelf(dir)).add(sample?.make(NOW, 1) ?? []);
    const { articles } = await createCorpusReader({ folder: openFolder(dir) }).read();
    const hidden = (hours: number): boolean[] =>
      articles.map((article) => isEmbargoed(article, new Date(NOW + hours * 3_600_000)));
    expect(hidden(1.9)).toEqual([true]);
    expect(hidden(2)).toEqual([false]);
  });
});
