import { gzipSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../../src/corpus/metadata/sources-yml.js';
import { fetchFeed, type Validators } from '../../../../src/intake/following/fetch-feed.js';
import { feedServer, rss, type FeedServer } from '../../../support/feed-server.js';
import { quickClock, type QuickClock } from '../../../support/quick-clock.js';

const SELF = [{ address: '127.0.0.1', family: 4 }];

/** Every name leads to this machine, which the feed names as allowed. */
function fetching(
  server: FeedServer,
  path: string,
  more: Partial<Feed> & { before?: Validators; clock?: QuickClock; signal?: AbortSignal } = {},
) {
  const { before = {}, clock = quickClock('2025-02-05T10:00:00Z'), signal, ...feed } = more;
  return fetchFeed(
    {
      kind: 'feed',
      name: 'harbour',
      every: 60_000,
      outlet: undefined,
      address: server.at(path),
      mayUseHttp: true,
      mayReach: ['127.0.0.1'],
      ...feed,
    },
    before,
    {
      clock,
      signal: signal ?? new AbortController().signal,
      resolve: () => Promise.resolve(SELF),
    },
  );
}

const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('utf8');

describe('a feed that is well', () => {
  it('comes whole, packed or not, with what its server says of this version', async () => {
    const feed = rss('a');
    const server = await feedServer({
      '/plain': (_, response) => response.writeHead(200, { etag: '"1"' }).end(feed),
      '/gzip': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(feed)),
      '/br': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(feed)),
    });
    const plain = await fetching(server, '/plain');
    expect(plain).toMatchObject({ etag: '"1"', lastModified: undefined });
    expect(textOf(plain.bytes)).toBe(feed);
    expect(textOf((await fetching(server, '/gzip')).bytes)).toBe(feed);
    expect(textOf((await fetching(server, '/br')).bytes)).toBe(feed);
  });

  it('is not sent again while it is as it was', async () => {
    const server = await feedServer({ '/': (_, response) => response.writeHead(304).end() });
    const before = { etag: 'W/"7"', lastModified: 'Wed, 05 Feb 2025 10:00:00 GMT' };
    expect(await fetching(server, '/', { before })).toMatchObject({ bytes: null });
    expect(server.asked[0]?.headers).toMatchObject({
      'if-none-match': before.etag,
      'if-modified-since': before.lastModified,
      host: `post.example:${server.port}`,
    });
  });

  it('is asked for with its name and password, which no other server is shown', async () => {
    const server = await feedServer({
      '/in': (_, response) => response.writeHead(302, { location: '/same' }).end(),
      '/same': (_, response) =>
        response.writeHead(302, { location: server.at('/other', 'else.example') }).end(),
      '/other': (_, response) => response.end('{}'),
    });
    const address = server.at('/in').replace('//', '//ana:s%40crt@');
    await fetching(server, '/in', { address });
    const basic = `Basic ${Buffer.from('ana:s@crt').toString('base64')}`;
    expect(server.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/in', basic],
      ['/same', basic],
      ['/other', undefined],
    ]);
  });
});

describe('a feed is refused by name', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['that is gone', '410', {}, 'gone for good (410)'],
    ['that wants a login', '401', {}, 'does not let us in (401)'],
    ['that is forbidden', '403', {}, 'does not let us in (403)'],
    ['that is not there', '404', {}, 'answered (404)'],
    ['whose server has failed', '500', {}, 'answered (500)'],
    ['that comes with no words', '204', {}, 'answered (204)'],
    ['packed in a strange way', '200', { 'content-encoding': 'zstd' }, 'not known here, zstd'],
    ['packed, it says, and is not', '200', { 'content-encoding': 'gzip' }, 'it broke off'],
    ['cut short', '200', { 'content-length': '999' }, 'it broke off'],
    ['redirected to no address', '302', {}, 'redirects to what is no web address'],
    ['redirected to a file', '302', { location: 'file:///etc/passwd' }, 'is no web address'],
  ])('%s', async (_, status, headers, said) => {
    const server = await feedServer({
      '/': (_request, response) => {
        response.writeHead(Number(status), headers);
        if (status === '200') response.write('a few words');
        setImmediate(() => response.destroy());
        if (status !== '200') response.end();
      },
    });
    await expect(fetching(server, '/')).rejects.toThrow(said);
  });

  it('when nobody listens', async () => {
    const server = await feedServer();
    await expect(fetching(server, '/', { address: 'http://post.example:9/' })).rejects.toThrow(
      'post.example:9 gave no answer (ECONNREFUSED)',
    );
  });

  it('when it is larger than a feed may be, or unpacks to more, before it is all there', async () => {
    let sent = 0;
    const server = await feedServer({
      '/endless': (_, response) => {
        const part = Buffer.alloc(4_000_000, 'x');
        const more = (): void => {
          sent += 1;
          if (!response.destroyed) response.write(part, more);
        };
        more();
      },
      '/bomb': (_, response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(25_000_000))),
    });
    await expect(fetching(server, '/endless')).rejects.toThrow('larger than 20 MB');
    expect(sent).toBeLessThan(50);
    await expect(fetching(server, '/bomb')).rejects.toThrow('larger than 20 MB');
  });

  it('when it is not all there in a minute, from its head on', async () => {
    const clock = quickClock('2025-02-05T10:00:00Z');
    let heard = (): void => {};
    const server = await feedServer({
      '/silent': () => heard(),
      '/slow': (_, response) => {
        response.writeHead(200).write('<rss>');
        heard();
      },
    });
    for (const path of ['/silent', '/slow']) {
      const asked = new Promise<void>((resolve) => (heard = resolve));
      const said = fetching(server, path, { clock }).then(
        () => 'it came',
        (error: Error) => error.message,
      );
      await asked;
      await clock.runUntil(new Date(clock.now().getTime() + 60_000));
      expect(await said).toBe('it was not all there within 60 seconds');
    }
  });

  it('when the bot stops meanwhile', async () => {
    const stopped = new AbortController();
    const server = await feedServer({ '/': () => stopped.abort(new Error('the bot is stopping')) });
    await expect(fetching(server, '/', { signal: stopped.signal })).rejects.toThrow(
      'the bot is stopping',
    );
  });

  it('with how long its server wants to be left alone', async () => {
    const wait = (value: string) => ({ 'retry-after': value });
    const server = await feedServer({
      '/seconds': (_, response) => response.writeHead(429, wait('120')).end(),
      '/instant': (_, response) =>
        response.writeHead(503, wait('Wed, 05 Feb 2025 11:00:00 GMT')).end(),
      '/nonsense': (_, response) => response.writeHead(503, wait('soon')).end(),
    });
    await expect(fetching(server, '/seconds')).rejects.toMatchObject({ retryAfter: 120_000 });
    await expect(fetching(server, '/instant')).rejects.toMatchObject({ retryAfter: 3_600_000 });
    await expect(fetching(server, '/nonsense')).rejects.toMatchObject({ retryAfter: null });
  });
});

describe('redirects', () => {
  it('are followed five times, each address being looked at', async () => {
    const server = await feedServer();
    for (let hop = 0; hop < 9; hop += 1)
      server.paths[`/${hop}`] = (_, response) =>
        response.writeHead(301, { location: `/${hop + 1}` }).end();
    server.paths['/9'] = (_, response) => response.end('{}');
    expect(textOf((await fetching(server, '/4')).bytes)).toBe('{}');
    await expect(fetching(server, '/3')).rejects.toThrow('redirects more than 5 times');
    server.paths['/0'] = (_, response) => response.writeHead(301, { location: '/0' }).end();
    await expect(fetching(server, '/0')).rejects.toThrow('redirects more than 5 times');
  });

  it.each([
    ['this machine', 'http://127.0.0.2/', '127.0.0.2 is a private address'],
    ['this machine, in other numbers', 'http://2130706434/', '127.0.0.2 is a private address'],
    ['a cloud’s secrets', 'http://169.254.169.254/latest/', '169.254.169.254 is a private address'],
    ['IPv4 in IPv6', 'http://[::ffff:127.0.0.2]/', 'is a private address'],
  ])('to %s are not followed', async (_, location, said) => {
    const server = await feedServer({
      '/': (_request, response) => response.writeHead(302, { location }).end(),
    });
    await expect(fetching(server, '/')).rejects.toThrow(said);
    expect(server.asked).toHaveLength(1);
  });

  it('to a server without encryption are not followed unless that is allowed', async () => {
    const server = await feedServer({ '/': (_, response) => response.end('{}') });
    await expect(fetching(server, '/', { mayUseHttp: false })).rejects.toThrow(
      'without encryption, which is not allowed',
    );
    expect(server.asked).toEqual([]);
  });
});

it('connects to the address that was looked at, whatever the name leads to a moment later', async () => {
  const server = await feedServer({ '/': (_, response) => response.end('{}') });
  let asked = 0;
  const feed: Feed = {
    kind: 'feed',
    name: 'harbour',
    every: 60_000,
    outlet: undefined,
    // On this machine the name is this machine's; the network says otherwise.
    address: server.at('/', 'localhost'),
    mayUseHttp: true,
    mayReach: ['127.0.0.9'],
  };
  const fetched = fetchFeed(
    feed,
    {},
    {
      clock: quickClock('2025-02-05T10:00:00Z'),
      signal: new AbortController().signal,
      resolve: () => {
        asked += 1;
        return Promise.resolve([{ address: '127.0.0.9', family: 4 }]);
      },
    },
  );
  await expect(fetched).rejects.toThrow('gave no answer (ECONNREFUSED)');
  expect(asked).toBe(1);
  expect(server.asked).toEqual([]);
});
