import { describe, expect, it } from 'vitest';
import { openArchive, type Archive } from '../../../../src/answer/archive/archive.js';
import type { CacheFile } from '../../../../src/corpus/folder/cache-file.js';
import { memoryFolder, type Files } from '../../../support/memory-folder.js';
import { NOON } from '../../../support/open-memory-archive.js';

/** Enough passages for a cache to be worth it. */
const MANY: Files = Object.fromEntries(
  Array.from({ length: 60 }, (_, file) => [
    `${String(file).padStart(2, '0')}.txt`,
    Array.from(
      { length: 40 },
      (__, line) => `Passage ${line} of ${file} speaks of subject${line * file}.`,
    ).join('\n'),
  ]),
);
const QUESTIONS = ['subject12', 'subject13', 'passage 7', 'subjct24', 'panama'];

function memoryCache(): CacheFile & { bytes: Uint8Array | null; saved: number } {
  return {
    bytes: null,
    saved: 0,
    async load() {
      return this.bytes && Uint8Array.from(this.bytes);
    },
    async save(chunks) {
      this.bytes = Buffer.concat([...chunks]);
      this.saved += 1;
    },
  };
}

async function open(files: Files, cache?: CacheFile): Promise<Archive> {
  const archive = await openArchive({ folder: memoryFolder(files), now: () => NOON, cache });
  await archive.close();
  return archive;
}

const answers = async (archive: Archive): Promise<unknown[]> =>
  Promise.all(
    QUESTIONS.map(async (question) =>
      (await archive.ask(question, { limit: 20 })).citations.map(({ passage, start, score }) => [
        passage.article.file,
        start,
        score,
      ]),
    ),
  );

describe('an archive opened with a cache', () => {
  it('writes it once, and answers from it as without it', async () => {
    const cache = memoryCache();
    const first = await open(MANY, cache);
    const second = await open(MANY, cache);
    expect(cache.saved).toBe(1);
    expect(await answers(second)).toEqual(await answers(first));
    expect(second.view().index.vocabulary.size).toBe(first.view().index.vocabulary.size);
  });

  it('reads anew what has changed, and writes it down when that is more than a little', async () => {
    const cache = memoryCache();
    await open(MANY, cache);
    const changed = { ...MANY, '05.txt': 'Panama refused the flights.', '06.txt': 'Panama again.' };
    const archive = await open(changed, cache);
    expect(await answers(archive)).toEqual(await answers(await open(changed)));
    expect((await archive.ask('panama')).total).toBe(2);
    expect(cache.saved).toBe(2);
  });

  it.each([
    ['damaged', (bytes: Uint8Array) => bytes.fill(7, 100, 110)],
    ['empty', () => new Uint8Array()],
    ['something else', () => Buffer.from('hello')],
  ])('does without one that is %s, and writes it anew', async (_, damage) => {
    const cache = memoryCache();
    await open(MANY, cache);
    cache.bytes = damage(cache.bytes ?? new Uint8Array());
    expect(await answers(await open(MANY, cache))).toEqual(await answers(await open(MANY)));
    expect(cache.saved).toBe(2);
  });

  it('is none the worse when it cannot be written', async () => {
    const cache = { ...memoryCache(), save: async () => Promise.reject(new Error('ENOSPC')) };
    expect(await answers(await open(MANY, cache))).toEqual(await answers(await open(MANY)));
  });

  it('writes none for a small archive, which is read as fast', async () => {
    const cache = memoryCache();
    await open({ 'a.txt': 'Panama spoke.' }, cache);
    expect(cache.saved).toBe(0);
  });

  it('hears how far reading has come', async () => {
    const heard: string[] = [];
    await openArchive({
      folder: memoryFolder(MANY),
      now: () => NOON,
      progress: (part, done, total) => heard.push(`${part} ${done}/${total}`),
    });
    expect(heard.filter((each) => each.startsWith('files'))).toHaveLength(60);
    expect(heard).toContain('files 60/60');
    expect(heard.at(-1)).toBe('words 60/60');
  });
});
