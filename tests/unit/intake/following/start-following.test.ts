import { expect, it } from 'vitest';
import { startFollowing } from '../../../../src/intake/following/start-following.js';
import { feedServer, rss, sends } from '../../../support/feed-server.js';
import { quickClock } from '../../../support/quick-clock.js';
import { tempFolder } from '../../../support/temp-folder.js';

const sourcesYml = (port: number): string =>
  `version: 1\nsources: { post: { feed: 'http://post.example:${port}/', http: allowed, addresses: [127.0.0.1], every: 1h } }`;

/** A bot that follows the sources of an archive, and what it logs. */
function follow(dir: string) {
  const clock = quickClock('2025-02-05T12:00:00Z');
  const logged: object[] = [];
  const write = (fields: object, message: string): void => {
    logged.push({ message, ...fields });
  };
  const following = startFollowing({
    dir,
    clock,
    random: () => 0,
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    unique: 'test',
    log: { debug: write, info: write, warn: write, error: write },
  });
  /** Lets time pass until so many lines were logged, slowly enough for what is under way on this machine. */
  const until = async (lines: number): Promise<void> => {
    while (logged.length < lines) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      await clock.runUntil(new Date(clock.now().getTime() + 1_000));
    }
  };
  return { following, clock, logged, until };
}

it('goes on until it is stopped, and notices when sources.yml comes', async () => {
  const server = await feedServer({ '/': sends(rss('a')) });
  const archive = tempFolder();
  const { following, clock, logged, until } = follow(archive.dir);
  await clock.runUntil('2025-02-05T13:00:00Z');
  expect(server.asked).toEqual([]);
  archive.write('sources.yml', sourcesYml(server.port));
  await until(1);
  expect(logged).toEqual([
    {
      message: 'sources: stories were taken',
      source: 'post',
      taken: 1,
      updated: 0,
      unchanged: 0,
      leftOut: 0,
    },
  ]);
  server.paths['/'] = (_, response) => response.writeHead(500).end();
  clock.forward(61 * 60_000);
  await until(2);
  expect(logged[1]).toEqual({
    message: 'sources: one could not be followed',
    source: 'post',
    reason: 'its server answered (500)',
  });
  await following.stop();
  clock.forward(24 * 60 * 60_000);
  await clock.runUntil(new Date(clock.now().getTime() + 60_000));
  expect(server.asked).toHaveLength(2);
});

it('stops in the middle of a feed that never ends', async () => {
  const stopping: Promise<void>[] = [];
  const server = await feedServer();
  const archive = tempFolder({ 'sources.yml': sourcesYml(server.port) });
  const { following, logged } = follow(archive.dir);
  const asked = new Promise<void>((resolve) => {
    server.paths['/'] = (_, response) => {
      response.writeHead(200).write('<rss>');
      stopping.push(following.stop());
      resolve();
    };
  });
  await asked;
  await Promise.all(stopping);
  expect(logged).toEqual([]);
});

it('says so, and goes on, where the archive cannot be written to', async () => {
  const server = await feedServer({ '/': sends(rss('a')) });
  const archive = tempFolder({
    'sources.yml': sourcesYml(server.port),
    '.sources': 'A file where their folder would be.',
  });
  const { following, logged, until } = follow(archive.dir);
  await until(2);
  expect(logged).toMatchObject([
    { message: 'sources: they could not be followed', err: { code: 'EEXIST' } },
    { message: 'sources: they could not be followed' },
  ]);
  await following.stop();
});
