import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/answer/answer.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { createCorpusReader } from '../../src/corpus/folder/corpus-reader.js';
import { runFollow } from '../../src/intake/following/run-follow.js';
import { openArchive } from '../../src/index.js';
import { feedServer, rss, sends } from '../support/feed-server.js';
import { quickClock } from '../support/quick-clock.js';
import { Sink } from '../support/sink.js';
import { tempFolder, type TempFolder } from '../support/temp-folder.js';
import { NEWS, openTestDigests } from '../support/test-digests.js';

/** What `follow` said. */
async function follow(dir: string, ...words: string[]) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const code = await runFollow(words, {
    stdout,
    stderr,
    dir,
    clock: quickClock('2025-02-05T12:00:00Z'),
    random: () => 0,
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    unique: 'test',
    signal: new AbortController().signal,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

const sourcesYml = (port: number, ...names: string[]): string => {
  const entries = names.map(
    (name) =>
      `  ${name}: { feed: 'http://post.example:${port}/${name}', http: allowed, addresses: [127.0.0.1] }`,
  );
  return `version: 1\nsources:\n${entries.join('\n')}\n`;
};

describe('npm run follow', () => {
  it('takes what is new, says what came and what could not be had, and the archive answers from it', async () => {
    const server = await feedServer({ '/post': sends(rss('a', 'b')) });
    const archive = tempFolder({ 'sources.yml': sourcesYml(server.port, 'gone', 'post') });
    expect(await follow(archive.dir)).toEqual({
      code: 1,
      stdout: `post: 2 stories taken, 0 updated, 0 unchanged, 0 left out. They stand in ${archive.dir}; what they came in is kept beside them in .sources.\n2 sources looked at.\n`,
      stderr: 'gone: its server answered (404)\n',
    });
    expect(await follow(archive.dir)).toMatchObject({
      code: 0,
      stdout: 'No source is due; --now looks at all of them.\n',
    });
    server.paths['/gone'] = sends(rss('a'));
    expect(await follow(archive.dir, '--now')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('gone: 0 stories taken, 0 updated, 1 unchanged'),
    });
    const opened = await openArchive({ corpusDir: archive.dir });
    expect(await opened.ask('"the quay of b"')).toMatchObject({
      status: 'found',
      citations: [{ text: 'The quay of b is open.', outlet: 'The Harbour Post' }],
    });
    opened.close();
  });

  it('names what is wrong with sources.yml, and wrong use', async () => {
    const archive = tempFolder();
    expect(await follow(archive.dir)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no source is named in'),
    });
    archive.write('sources.yml', 'version: 1\nsources: { post: { feed: 1 } }');
    expect(await follow('nowhere', '--corpus', archive.dir)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('error: sources.yml (sources.post.feed)'),
    });
    expect(await follow(archive.dir, '--often')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('expected npm run follow'),
    });
  });

  it('leaves the sources to another process that is at them', async () => {
    const server = await feedServer({ '/post': sends(rss('a')) });
    const archive = tempFolder({ 'sources.yml': sourcesYml(server.port, 'post') });
    archive.write('.sources/following.lease', `${Date.parse('2025-02-05T12:01:00Z')} other`);
    expect(await follow(archive.dir)).toMatchObject({
      code: 1,
      stderr: 'follow: another process looks at the sources at the moment\n',
    });
    expect(server.asked).toEqual([]);
  });
});

/** The article files of an archive on disk. */
function storiesIn({ dir, at }: TempFolder): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const stories = names.filter((name) => /^[^.].*\.json$/.test(name));
  return Object.fromEntries(stories.map((name) => [name, readFileSync(at(name), 'utf8')]));
}

it('what was cited of a story is corrected when its wire sends a newer version, and when it takes it back', async () => {
  const version = (stated: object): string =>
    JSON.stringify([{ uri: 'urn:x:1', headline: 'The quay', pubstatus: 'usable', ...stated }]);
  const server = await feedServer();
  const archive = tempFolder({ 'sources.yml': sourcesYml(server.port, 'wire') });
  const deliver = async (stated: object): Promise<void> => {
    server.paths['/wire'] = sends(version(stated));
    await follow(archive.dir, '--now');
  };
  await deliver({ version: '1', body_text: 'The quay counted 5,200 ships.' });

  const { articles } = await createCorpusReader({ folder: openFolder(archive.dir) }).read();
  const [{ file, text } = { file: '', text: '' }] = articles;
  const bot = await openTestDigests('2025-02-05T07:00Z', storiesIn(archive));
  const citation = { file, paragraph: 1, start: 0, end: text.length, words: text };
  await bot.store.posts.remember({
    ...NEWS,
    ts: '100.1',
    thread: null,
    askedBy: null,
    body: null,
    at: bot.clock.now(),
    citations: [{ ...citation, fingerprint: fingerprint(text) }],
  });
  const corrections = async (): Promise<string[]> => {
    await bot.change(storiesIn(archive));
    await bot.runUntil(new Date(bot.clock.now().getTime() + 60_000).toISOString());
    return bot.sent('correction').flatMap(({ corrections: all }) => all.map(({ kind }) => kind));
  };
  await corrections();

  await deliver({ version: '2', body_text: 'The quay counted 2,500 ships.' });
  expect(await corrections()).toEqual(['changed']);
  await deliver({ version: '1', body_text: 'The quay counted 5,200 ships.' });
  expect(await corrections()).toEqual(['changed']);
  await deliver({ version: '3', pubstatus: 'canceled', ednote: 'Wrong quay.' });
  expect(await corrections()).toEqual(['changed', 'withdrawn']);
});
