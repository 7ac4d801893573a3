import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../../src/playground/state/archive/samples.js';
import { openArchiveFolder } from '../../../src/playground/state/archive/archive-folder.js';
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
    const archive = await openArchiveFolder(dir);
    await archive.add([
      story,
      { title: null, outlet: null, date: null, text: 'No more is known.' },
    ]);
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
    const archive = await openArchiveFolder(dir);
    await archive.add([story]);
    await archive.add([{ ...story, title: 'A tunnel' }]);
    expect(archive.articles()).toMatchObject([
      { file: 'playground-a-tunnel.txt', title: 'A tunnel', added: true },
      { file: 'playground-a-bridge.txt', outlet: 'The Post', added: true },
      { file: 'harbour.txt', added: false, withdrawn: '' },
    ]);
  });

  it('gives two articles of one title two files, and a name to one without letters', async () => {
    const { dir } = tempFolder({});
    const archive = await openArchiveFolder(dir);
    await archive.add([
      story,
      story,
      { ...story, title: '¡¿?!' },
      { ...story, title: '../../etc' },
    ]);
    expect(archive.articles().map(({ file }) => file)).toEqual([
      'playground-etc.txt',
      'playground-article.txt',
      'playground-a-bridge-2.txt',
      'playground-a-bridge.txt',
    ]);
  });

  it('edits, withdraws and restores, and leaves no half-written file behind', async () => {
    const { dir } = tempFolder({ 'harbour.txt': 'Ferries stop.\n' });
    const archive = await openArchiveFolder(dir);
    await Promise.all([
      archive.write('harbour.txt', 'Ferries run.\n'),
      archive.withdraw('harbour.txt', 'Retracted.'),
    ]);
    expect(await archive.read('harbour.txt')).toBe('Ferries run.\n');
    expect(
      (await createCorpusReader({ folder: openFolder(dir) }).read()).articles[0]?.withdrawn,
    ).toBe('Retracted.');
    await archive.withdraw('harbour.txt', null);
    expect(
      (await createCorpusReader({ folder: openFolder(dir) }).read()).articles[0]?.withdrawn,
    ).toBeNull();
    expect(readdirSync(dir).toSorted()).toEqual(['articles.yml', 'harbour.txt']);
  });

  it('touches no file but the articles of the folder', async () => {
    const { dir } = tempFolder({ 'articles.yml': YML, 'harbour.txt': 'Ferries stop.\n' });
    const archive = await openArchiveFolder(dir);
    for (const file of ['../other.txt', '/etc/hostname', 'articles.yml', 'missing.txt', '']) {
      expect(await archive.read(file)).toBeNull();
      await expect(archive.write(file, 'x')).rejects.toThrow('There is no article');
    }
  });

  it('says that articles.yml cannot be read, adds nothing then, and goes on when it is mended', async () => {
    const { dir, at } = tempFolder({ 'articles.yml': 'articles: {a: *b}\n  - [' });
    const archive = await openArchiveFolder(dir);
    await expect(archive.add([story])).rejects.toThrow('cannot be read as YAML');
    expect(archive.articles()).toEqual([]);
    writeFileSync(at('articles.yml'), YML);
    await archive.add([story]);
    expect(archive.articles()).toHaveLength(1);
  });
});

describe('the samples', () => {
  it.each(SAMPLES)(
    '“$title” is read without a fault, and says that it is invented',
    async (sample) => {
      const { dir } = tempFolder({});
      const archive = await openArchiveFolder(dir);
      await archive.add(sample.make(NOW, 1));
      await archive.add(sample.make(NOW, 2));
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
    await (await openArchiveFolder(dir)).add(sample?.make(NOW, 1) ?? []);
    const { articles } = await createCorpusReader({ folder: openFolder(dir) }).read();
    const hidden = (hours: number): boolean[] =>
      articles.map((article) => isEmbargoed(article, new Date(NOW + hours * 3_600_000)));
    expect(hidden(1.9)).toEqual([true]);
    expect(hidden(2)).toEqual([false]);
  });
});
