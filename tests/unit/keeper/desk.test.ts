import {
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArchiveTable, OpenedArticle, SaveAnswer } from '../../../src/keeper/protocol.js';
import { startDesk } from '../../../src/keeper/start-desk.js';
import { tempFolder, type TempFolder } from '../../support/temp-folder.js';

const YML = `# Kept by hand.
version: 1
articles:
  ferry.txt:
    outlet: The Harbour Post # on the masthead
    # asked twice
    published: { status: unknown }
  secret.txt:
    title: Not yet
    embargo_until: 2025-02-01T06:00:00Z
`;
const FILES = {
  'articles.yml': YML,
  'ferry.txt': 'The ferry ran on Monday.\n\nIt was late, <b>she</b> said.\n',
  'secret.txt': 'The talks end.\n',
  'empty.txt': '',
};

const holding = (words: string): unknown => expect.stringContaining(words);

interface Desk extends TempFolder {
  readonly url: string;
  table(): Promise<ArchiveTable>;
  open(file: string): Promise<OpenedArticle>;
  /** Sends an entry as a page does that knows the article so. */
  save(article: OpenedArticle, entry: object): Promise<SaveAnswer & { status: number }>;
  /** Every file of the folder with its bytes. */
  bytes(): Record<string, string>;
}

async function openDesk(files: Record<string, string> = FILES): Promise<Desk> {
  const folder = tempFolder(files);
  const desk = await startDesk({
    corpusDir: folder.dir,
    port: 0,
    now: () => new Date('2025-01-20T00:00:00Z'),
    unique: 'test',
  });
  onTestFinished(() => desk.stop());
  const get = async (at: string) => JSON.parse(await (await fetch(`${desk.url}${at}`)).text());
  return {
    ...folder,
    url: desk.url,
    table: () => get('/keeper/articles'),
    open: (file) => get(`/keeper/article?file=${encodeURIComponent(file)}`),
    async save({ file, version }, entry) {
      const response = await fetch(`${desk.url}/keeper/article`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ file, version, entry }),
      });
      const answer: SaveAnswer = JSON.parse(await response.text());
      return { status: response.status, ...answer };
    },
    bytes: () =>
      Object.fromEntries(
        readdirSync(folder.dir).map((name) => [name, readFileSync(folder.at(name), 'utf8')]),
      ),
  };
}

describe('the table', () => {
  it('lists every article, embargoed ones marked as hidden, with what check says of each', async () => {
    const desk = await openDesk({
      ...FILES,
      'articles.yml': `${YML}  gone.txt: { title: Gone }\n`,
      'ferry.md': '---\nmood: calm\n---\nThe ferry.\n',
    });
    const { articles, faults } = await desk.table();
    expect(articles.map(({ file, isHidden }) => [file, isHidden])).toEqual([
      ['ferry.md', false],
      ['ferry.txt', false],
      ['secret.txt', true],
    ]);
    expect(articles[0]?.faults).toMatchObject([
      { severity: 'note', words: holding('ferry.md: in its head, not read: mood') },
    ]);
    expect(articles[1]).toMatchObject({ outlet: 'The Harbour Post', date: 'date unknown' });
    expect(faults.map(({ words }) => words)).toEqual([
      expect.stringContaining('articles.yml (gone.txt): there is no article file of this name'),
      'error: empty.txt: left out: empty',
    ]);
  });
});

describe('a save', () => {
  it('writes its own lines of articles.yml, and nothing else in the folder', async () => {
    const desk = await openDesk();
    const before = desk.bytes();
    const article = await desk.open('ferry.txt');
    expect(article.paragraphs).toMatchObject([
      { number: 1, text: 'The ferry ran on Monday.' },
      { number: 2, text: 'It was late, <b>she</b> said.' },
    ]);
    const published = {
      status: 'inferred',
      earliest: '2025-01-13',
      latest: '2025-01-19',
      basis: 'text',
      evidence: 'on Monday',
      paragraph: 1,
    };
    const answer = await desk.save(article, {
      ...article.entry,
      title: 'Ferries: late',
      published,
      withdrawn: 'Retracted.',
    });
    expect(answer).toMatchObject({
      status: 200,
      kind: 'saved',
      article: { shown: { title: 'Ferries: late', date: expect.stringContaining('Jan 13–19') } },
    });
    const { 'articles.yml': yml, ...others } = desk.bytes();
    expect({ ...others, 'articles.yml': YML }).toEqual(before);
    expect(yml).toContain('    outlet: The Harbour Post # on the masthead\n    # asked twice\n');
    expect(yml?.startsWith('# Kept by hand.\n')).toBe(true);
    expect(yml?.endsWith(YML.slice(YML.indexOf('  secret.txt')))).toBe(true);
    const again = await desk.open('ferry.txt');
    expect(again.entry).toMatchObject({ published, title: 'Ferries: late' });
  });

  it('leaves it to the keeper who may read articles.yml', async () => {
    const desk = await openDesk();
    chmodSync(desk.at('articles.yml'), 0o600);
    await desk.save(await desk.open('ferry.txt'), { outlet: 'X' });
    expect(statSync(desk.at('articles.yml')).mode & 0o777).toBe(0o600);
  });

  it('begins an entry, and the file, with the hash of what the keeper read', async () => {
    const desk = await openDesk({ 'ferry.txt': FILES['ferry.txt'] });
    const article = await desk.open('ferry.txt');
    expect(article.entry).toBeNull();
    await desk.save(article, { outlet: 'The Post' });
    expect(desk.bytes()['articles.yml']).toBe(
      `version: 1\narticles:\n  ferry.txt:\n    sha256: ${article.sha256}\n    outlet: The Post\n`,
    );
  });

  it.each([
    [
      'evidence that is not there',
      {
        published: {
          status: 'inferred',
          earliest: '2025-01-01',
          latest: '2025-01-02',
          basis: 'text',
          evidence: 'on Tuesday',
          paragraph: 1,
        },
      },
      'published.evidence',
      /^“on Tuesday” does not stand in paragraph 1/,
    ],
    [
      'a day of no calendar',
      { published: { status: 'exact', date: '2025-02-30', basis: 'feed' } },
      'published.date',
      /not a day of the calendar/,
    ],
    [
      'no day',
      { published: { status: 'exact', date: '', basis: 'feed' } },
      'published.date',
      /^missing; expected one such as 2025-01-15/,
    ],
    [
      'a problem in no paragraph',
      { problems: [{ paragraph: 9, text: 'x', kind: 'x', note: 'x' }] },
      'problems.0.text',
      /^there is no paragraph 9/,
    ],
    [
      'a problem without its kind',
      { problems: [{ paragraph: 1, text: 'ferry', kind: ' ', note: 'x' }] },
      'problems.0.kind',
      /^empty; expected words/,
    ],
    [
      'an embargo that cannot be read',
      { embargo_until: 'tomorrow' },
      'embargo_until',
      /is not an instant/,
    ],
    ['a key that is not known', { titel: 'x' }, 'titel', /not a key known here/],
  ])(
    'is refused for %s, with the field named, and writes nothing',
    async (_, entry, key, message) => {
      const desk = await openDesk();
      const before = desk.bytes();
      const answer = await desk.save(await desk.open('ferry.txt'), entry);
      expect(answer).toEqual({
        status: 422,
        kind: 'refused',
        errors: [{ key, message: expect.stringMatching(message) }],
      });
      expect(desk.bytes()).toEqual(before);
    },
  );
});

describe('what has changed since the page was loaded', () => {
  it('by another page is not overwritten: the second is shown the new state', async () => {
    const desk = await openDesk();
    const [one, other] = [await desk.open('ferry.txt'), await desk.open('ferry.txt')];
    await desk.save(one, { ...one.entry, outlet: 'The First' });
    const before = desk.bytes();
    expect(await desk.save(other, { ...other.entry, outlet: 'The Second' })).toMatchObject({
      status: 409,
      kind: 'changed',
      article: { entry: { outlet: 'The First' } },
    });
    expect(desk.bytes()).toEqual(before);
  });

  it('by hand is not overwritten, be it the entry, the article, or that it is there', async () => {
    const desk = await openDesk();
    const article = await desk.open('ferry.txt');
    desk.write('articles.yml', YML.replace('Harbour', 'Night'));
    expect(await desk.save(article, { outlet: 'X' })).toMatchObject({
      kind: 'changed',
      article: { entry: { outlet: 'The Night Post' } },
    });
    desk.write('articles.yml', YML);
    desk.write('ferry.txt', 'Another text.\n');
    expect(await desk.save(article, { outlet: 'X' })).toMatchObject({
      kind: 'changed',
      article: { paragraphs: [{ text: 'Another text.' }] },
    });
    rmSync(desk.at('ferry.txt'));
    expect(await desk.save(article, { outlet: 'X' })).toMatchObject({
      kind: 'changed',
      article: null,
    });
    expect(desk.bytes()['articles.yml']).toBe(YML);
  });

  it('in the entry of another article stays beside what is saved', async () => {
    const desk = await openDesk();
    const article = await desk.open('ferry.txt');
    desk.write('articles.yml', YML.replace('Not yet', 'Not yet at all'));
    expect(await desk.save(article, { ...article.entry, outlet: 'X' })).toMatchObject({
      kind: 'saved',
    });
    expect(desk.bytes()['articles.yml']).toBe(
      YML.replace('Not yet', 'Not yet at all').replace('The Harbour Post', 'X'),
    );
  });

  it('so that articles.yml cannot be read, or is gone with its embargoes, is left to be mended first', async () => {
    const desk = await openDesk();
    const article = await desk.open('ferry.txt');
    desk.write('articles.yml', `${YML}\t: {`);
    expect(await desk.save(article, {})).toMatchObject({
      status: 503,
      message: holding('cannot be read: '),
    });
    unlinkSync(desk.at('articles.yml'));
    expect(await desk.save(article, {})).toMatchObject({
      status: 503,
      message: holding('it is gone'),
    });
    expect(Object.keys(desk.bytes())).not.toContain('articles.yml');
  });
});

describe('who may reach it', () => {
  /** A request with headers that fetch would not send. */
  function ask(
    url: string,
    {
      body = '',
      ...options
    }: { path: string; method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<number> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ hostname, port, ...options }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  it('is no other host name, no other site’s page or form, and nobody with more than an entry', async () => {
    const desk = await openDesk();
    const before = desk.bytes();
    const { version } = await desk.open('ferry.txt');
    const body = JSON.stringify({ file: 'ferry.txt', version, entry: { outlet: 'X' } });
    const json = { 'content-type': 'application/json' };
    const post = (headers: Record<string, string>, sent = body) =>
      ask(desk.url, { path: '/keeper/article', method: 'POST', headers, body: sent });
    expect(
      await ask(desk.url, { path: '/keeper/articles', headers: { host: 'evil.example' } }),
    ).toBe(403);
    expect(await post({ ...json, host: 'evil.example' })).toBe(403);
    expect(await post({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await post({ ...json, origin: 'null' })).toBe(403);
    expect(await post({ 'content-type': 'text/plain' })).toBe(415);
    expect(await post({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    expect(await post(json, '{')).toBe(400);
    expect(await post(json, `{"entry":{"outlet":"${'x'.repeat(1_000_000)}"}}`)).toBe(413);
    expect(await ask(desk.url, { path: '/keeper/article', method: 'DELETE' })).toBe(405);
    expect(desk.bytes()).toEqual(before);
    expect(await post({ ...json, origin: desk.url })).toBe(200);
  });

  it('reads no file but the articles of the folder', async () => {
    const desk = await openDesk();
    const outside = tempFolder({ 'outside.txt': 'Not ours.' });
    symlinkSync(outside.at('outside.txt'), desk.at('link.txt'));
    for (const file of ['link.txt', '../outside.txt', 'articles.yml', outside.at('outside.txt')])
      expect([file, await desk.open(file)]).toEqual([
        file,
        { kind: 'failed', message: expect.any(String) },
      ]);
    expect(await ask(desk.url, { path: `/..${path.sep}package.json` })).toBe(404);
  });
});
