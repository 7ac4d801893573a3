import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { takeDrops, type TakenFile } from '../../../../src/intake/following/take-drops.js';
import { quickClock } from '../../../support/quick-clock.js';
import { tempFolder } from '../../../support/temp-folder.js';

const story = (body: string, version = 1): string =>
  JSON.stringify({ uri: 'urn:x:1', version: `${version}`, headline: 'The quay', body_text: body });

/** A wire's folder and an archive; each look takes the second that a file needs to stand still. */
function dropping(files: Record<string, string> = {}) {
  const wire = tempFolder(files);
  const archive = tempFolder();
  const clock = quickClock('2025-02-05T12:00:00Z');
  let before: Record<string, TakenFile> = {};
  const look = async (meanwhile: () => void = () => {}): Promise<string[]> => {
    const heard: string[] = [];
    const taking = takeDrops(
      { kind: 'drops', name: 'wire', every: 60_000, outlet: 'The Wire', folder: wire.dir },
      before,
      {
        dir: archive.dir,
        unique: 'test',
        clock,
        signal: new AbortController().signal,
        took: (file, { counts }) => {
          heard.push(`${file}: ${counts.taken}/${counts.updated}/${counts.unchanged}`);
        },
      },
    );
    const over = new AbortController();
    void taking.then(
      () => over.abort(),
      () => over.abort(),
    );
    while (clock.slept.length === 0 && !over.signal.aborted) await tick();
    clock.slept.length = 0;
    meanwhile();
    await clock.runUntil(new Date(clock.now().getTime() + 1_000));
    before = await taking;
    return heard;
  };
  const errors = (): string[] => Object.values(before).flatMap(({ failed }) => failed?.error ?? []);
  return { wire, archive, clock, look, errors };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('takes what a wire puts into its folder, once, and leaves the folder as it is', async () => {
  const { wire, archive, look } = dropping({
    'a.json': story('The quay is open.'),
    'b.txt': 'The market opens on Monday.',
    'photo.jpg': 'a picture',
    '.hidden.json': story('Not this.'),
  });
  mkdirSync(wire.at('old'));
  expect((await look()).toSorted()).toEqual(['a.json: 1/0/0', 'b.txt: 1/0/0']);
  expect(readFileSync(archive.at('b.txt'), 'utf8')).toBe('The market opens on Monday.');
  expect(readFileSync(archive.at('articles.yml'), 'utf8')).toContain('outlet: The Wire');
  expect(await look()).toEqual([]);
  wire.write('c.json', story('The quay is closed.', 2));
  expect(await look()).toEqual(['c.json: 0/1/0']);
  expect(readdirSync(wire.dir)).toHaveLength(6);
});

it('leaves a file that is still being written until it stands still', async () => {
  const { wire, archive, look, errors } = dropping({ 'a.json': '[{"id":"1","title":"T","bo' });
  const whole = '[{"id":"1","title":"T","body":"The quay."}]';
  expect(await look(() => writeFileSync(wire.at('a.json'), whole))).toEqual([]);
  expect(readdirSync(archive.dir)).toEqual([]);
  expect(await look()).toEqual(['a.json: 1/0/0']);
  expect(errors()).toEqual([]);
});

it('names a file that cannot be taken until it is mended or gone, tries it again, and takes the others', async () => {
  const { wire, archive, clock, look, errors } = dropping({
    'bad.xml': '<html/>',
    'b.txt': 'The market opens.',
  });
  archive.write('articles.yml', 'articles: [');
  expect(await look()).toEqual([]);
  expect(errors().toSorted()).toEqual([
    expect.stringContaining('articles.yml: is not readable as YAML'),
    expect.stringContaining('bad.xml: not an export that is known here (<html>)'),
  ]);
  rmSync(archive.at('articles.yml'));
  expect(await look()).toEqual([]);
  clock.forward(61 * 60_000);
  expect(await look()).toEqual(['b.txt: 1/0/0']);
  expect(errors()).toHaveLength(1);
  wire.write('bad.xml', '<rss><channel></channel></rss>');
  await look();
  expect(errors()).toEqual([]);
});

it('takes an article that is there already, as after a kill, for the same', async () => {
  const { wire, archive, look, errors } = dropping({ 'b.txt': 'The market opens.' });
  archive.write('b.txt', 'The market opens.');
  expect(await look()).toEqual(['b.txt: 0/0/1']);
  wire.write('b.txt', 'Other words.');
  expect(await look()).toEqual([]);
  expect(errors()).toEqual([
    expect.stringContaining('there is a file of this name in the archive'),
  ]);
  expect(readFileSync(archive.at('b.txt'), 'utf8')).toBe('The market opens.');
});

it('takes nothing of a folder that lies in the archive, or is not there', async () => {
  const archive = tempFolder({ 'wire/a.txt': 'Words.' });
  const taking = (folder: string): Promise<unknown> =>
    takeDrops(
      { kind: 'drops', name: 'wire', every: 1, outlet: undefined, folder },
      {},
      {
        dir: archive.dir,
        unique: 'test',
        clock: quickClock('2025-02-05T12:00:00Z'),
        signal: new AbortController().signal,
        took: () => {},
      },
    );
  await expect(taking(archive.at('wire'))).rejects.toThrow('lies in that of the archive');
  await expect(taking(archive.dir)).rejects.toThrow('lies in that of the archive');
  await expect(taking(`${archive.dir}-not-there`)).rejects.toThrow('cannot be read (ENOENT)');
});
