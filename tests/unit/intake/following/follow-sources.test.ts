import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFollowed } from '../../../../src/intake/following/followed.js';
import { readState } from '../../../../src/intake/following/state-file.js';
import { followDue } from '../../../../src/intake/following/start-following.js';
import { feedServer, rss, sends, type FeedServer } from '../../../support/feed-server.js';
import { quickClock } from '../../../support/quick-clock.js';
import { tempFolder, type TempFolder } from '../../../support/temp-folder.js';

/** An archive with these sources.yml entries, and what is heard while they are followed. */
function following(entries: string, random = 0) {
  const archive = tempFolder({ 'sources.yml': `version: 1\nsources:\n${entries}` });
  const clock = quickClock('2025-02-05T12:00:00Z');
  const heard: string[] = [];
  const needs = {
    dir: archive.dir,
    clock,
    random: () => random,
    unique: 'test',
    resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
    signal: new AbortController().signal,
    heard: {
      brought: (source: string, _: string, { counts, leftOut }: Brought) => {
        heard.push(
          `${source}: ${counts.taken}/${counts.updated}/${counts.unchanged}/${leftOut.size}`,
        );
      },
      failed: (source: string, message: string) => heard.push(`${source}: ${message}`),
    },
  };
  return {
    archive,
    clock,
    /** What is heard of one round. */
    follow: async (which?: 'all') => {
      heard.length = 0;
      await followDue(needs, which);
      return [...heard];
    },
    /** How it stands with each, with the minutes until it is tried next. */
    standing: async () => {
      const all = await readFollowed(archive.dir, clock.now());
      return all.map(({ source, nextTry, state }) => ({
        name: source.name,
        in: nextTry && (nextTry.getTime() - clock.now().getTime()) / 60_000,
        failures: state?.failures,
        error: state?.error,
        lastSuccess: state?.lastSuccess?.toISOString() ?? null,
      }));
    },
  };
}

interface Brought {
  readonly counts: { readonly taken: number; readonly updated: number; readonly unchanged: number };
  readonly leftOut: ReadonlyMap<string, unknown>;
}

const entryFor = (server: FeedServer, name: string, more = ''): string =>
  `  ${name}: { feed: '${server.at(`/${name}`)}', http: allowed, addresses: ['127.0.0.1'], every: 10m${more} }\n`;

const storiesIn = ({ dir }: TempFolder): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^[^.].*\.json$/.test(name),
  );

describe('a source that is followed', () => {
  it('brings its stories as an export does, and what is new of them when its time has come', async () => {
    const server = await feedServer({ '/harbour': sends(rss('a', 'b')) });
    const { archive, clock, follow, standing } = following(
      entryFor(server, 'harbour', ', outlet: The Post'),
    );
    expect(await follow()).toEqual(['harbour: 2/0/0/0']);
    expect(storiesIn(archive)).toHaveLength(2);
    const [file = ''] = storiesIn(archive);
    expect(JSON.parse(readFileSync(archive.at(file), 'utf8'))).toMatchObject({
      outlet: 'The Post',
      source: expect.stringMatching(/^\.sources\/harbour-[0-9a-f]{12}\.xml$/),
    });
    expect(await standing()).toEqual([
      {
        name: 'harbour',
        in: 10,
        failures: 0,
        error: null,
        lastSuccess: '2025-02-05T12:00:00.000Z',
      },
    ]);
    server.paths['/harbour'] = sends(rss('b', 'c'));
    clock.forward(9 * 60_000);
    expect(await follow()).toEqual([]);
    clock.forward(60_000);
    expect(await follow()).toEqual(['harbour: 1/0/1/0']);
    expect(storiesIn(archive)).toHaveLength(3);
  });

  it('is asked whether it has changed, and not read again while it has not', async () => {
    const server = await feedServer();
    server.paths['/harbour'] = (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag: '"1"' }).end(rss('a'));
    const { clock, follow, standing } = following(entryFor(server, 'harbour'));
    expect(await follow()).toEqual(['harbour: 1/0/0/0']);
    for (const _ of [1, 2]) {
      clock.forward(10 * 60_000);
      expect(await follow()).toEqual([]);
    }
    expect(server.asked.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"1"',
      '"1"',
    ]);
    expect(await standing()).toMatchObject([{ lastSuccess: '2025-02-05T12:20:00.000Z', in: 10 }]);
  });

  it('is asked for whole again when it broke off within a story, with what came before kept', async () => {
    const server = await feedServer({
      '/harbour': sends(rss('a', 'b').slice(0, -80), { etag: '"1"' }),
    });
    const { archive, clock, follow, standing } = following(entryFor(server, 'harbour'));
    expect(await follow()).toEqual([
      'harbour: 1/0/0/0',
      expect.stringMatching(/^harbour: not read to its end: it ends within </),
    ]);
    expect(storiesIn(archive)).toHaveLength(1);
    expect(await standing()).toMatchObject([{ failures: 1, lastSuccess: null }]);
    server.paths['/harbour'] = sends(rss('a', 'b'));
    clock.forward(10 * 60_000);
    expect(await follow()).toEqual(['harbour: 1/0/1/0']);
    expect(server.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('is taken for what is in it, whatever it is called', async () => {
    const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"P","items":[{"id":"j1","content_text":"Words."}]}`;
    const server = await feedServer({
      '/a': sends(jsonFeed, { 'content-type': 'text/html' }),
      '/b': sends('{"id":"l1","title":"T","body":"One."}\n{"id":"l2","title":"T","body":"Two."}\n'),
      '/c': sends('[{"id":"m1","title":"T","body":"One."}]'),
      '/d': sends('{"uri":"n1","headline":"T","body_text":"One.","version":"1"}'),
      '/e': sends(`\uFEFF\n ${rss('a')}`),
    });
    const entries = ['a', 'b', 'c', 'd', 'e'].map((name) => entryFor(server, name)).join('');
    expect((await following(entries).follow()).toSorted()).toEqual([
      'a: 1/0/0/0',
      'b: 2/0/0/0',
      'c: 1/0/0/0',
      'd: 1/0/0/0',
      'e: 1/0/0/0',
    ]);
  });
});

describe('a source that fails', () => {
  it('stops no other, and is named with what is wrong', async () => {
    const page = '<!doctype html><html><body><form>Sign in</form></body></html>';
    const server = await feedServer({
      '/bare': sends(''),
      '/bomb': sends('<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'),
      '/deep': sends(`<rss>${'<a>'.repeat(1_500)}`),
      '/gone': (_, response) => response.writeHead(410).end(),
      '/login': sends(page, { 'content-type': 'application/rss+xml' }),
      '/other': sends('<opml><body/></opml>'),
      '/picture': sends('\u0089PNG'),
      '/well': sends(rss('a')),
    });
    const names = ['bare', 'bomb', 'deep', 'gone', 'login', 'other', 'picture', 'well'];
    const { archive, follow } = following(names.map((name) => entryFor(server, name)).join(''));
    expect((await follow()).toSorted()).toEqual([
      'bare: what came is empty',
      expect.stringContaining('it declares entities of its own, which are not read'),
      expect.stringContaining('its elements nest deeper than 200'),
      'gone: its server says that it is gone for good (410)',
      'login: what came is a web page, perhaps one to log in, and no feed',
      expect.stringContaining('not an export that is known here (<opml>)'),
      'picture: what came is no feed',
      'well: 1/0/0/0',
    ]);
    expect(storiesIn(archive)).toHaveLength(1);
    expect(readdirSync(archive.at('.sources'))).toEqual([
      'following.json',
      expect.stringMatching(/^well-/),
    ]);
  });

  it('is asked less and less often, up to once a day, until it is well again', async () => {
    const server = await feedServer();
    const { clock, follow, standing } = following(entryFor(server, 'harbour'));
    const waits: unknown[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await follow()).toEqual(['harbour: its server answered (404)']);
      const [first] = await standing();
      const minutes = first?.in ?? 0;
      waits.push(minutes);
      clock.forward(minutes * 60_000);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
    server.paths['/harbour'] = sends(rss('a'));
    expect(await follow()).toEqual(['harbour: 1/0/0/0']);
    expect(await standing()).toMatchObject([{ failures: 0, error: null, in: 10 }]);
  });

  it('is left alone for as long as its server asks, a week at most', async () => {
    const server = await feedServer();
    const asks = (seconds: string) =>
      (server.paths['/harbour'] = (_, response) =>
        response.writeHead(429, { 'retry-after': seconds }).end());
    const { clock, follow, standing } = following(entryFor(server, 'harbour'));
    asks('7200');
    await follow();
    expect(await standing()).toMatchObject([{ in: 120 }]);
    clock.forward(119 * 60_000);
    expect(await follow()).toEqual([]);
    clock.forward(60_000);
    asks('999999999');
    await follow();
    expect(await standing()).toMatchObject([{ in: 7 * 24 * 60, failures: 2 }]);
  });

  it('is never tried again when it is gone for good, until its entry is another', async () => {
    const server = await feedServer({ '/harbour': (_, response) => response.writeHead(410).end() });
    const { archive, clock, follow, standing } = following(entryFor(server, 'harbour'));
    expect(await follow()).toHaveLength(1);
    expect(await standing()).toMatchObject([{ in: null, error: expect.stringContaining('410') }]);
    clock.forward(1000 * 24 * 60 * 60_000);
    expect(await follow()).toEqual([]);
    server.paths['/new'] = sends(rss('a'));
    archive.write(
      'sources.yml',
      `version: 1\nsources:\n${entryFor(server, 'harbour').replace('/harbour', '/new')}`,
    );
    expect(await follow()).toEqual(['harbour: 1/0/0/0']);
  });

  it('is tried up to a tenth later than its time, by chance', async () => {
    const server = await feedServer({ '/harbour': sends(rss('a')) });
    const { follow, standing } = following(entryFor(server, 'harbour'), 1);
    await follow();
    expect(await standing()).toMatchObject([{ in: 11 }]);
  });
});

describe('what is known of the sources', () => {
  it('is as nothing where its file is broken', async () => {
    const server = await feedServer({ '/harbour': sends(rss('a')) });
    const { archive, follow } = following(entryFor(server, 'harbour'));
    archive.write('.sources/following.json', '{"version":1,"sour');
    expect(await follow()).toEqual(['harbour: 1/0/0/0']);
  });

  it('is forgotten with its entry', async () => {
    const server = await feedServer({ '/a': sends(rss('a')), '/b': sends(rss('b')) });
    const { archive, follow } = following(entryFor(server, 'a') + entryFor(server, 'b'));
    await follow();
    archive.write('sources.yml', `version: 1\nsources:\n${entryFor(server, 'b')}`);
    await follow('all');
    expect(Object.keys(await readState(archive.dir))).toEqual(['b']);
  });

  it('is nothing without sources.yml, and nothing is written', async () => {
    const { archive, follow } = following('');
    expect(await follow()).toEqual([]);
    expect(readdirSync(archive.dir)).toEqual(['sources.yml']);
  });
});
