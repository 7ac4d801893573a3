import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Archive } from '../../../src/answer/archive/archive.js';
import { createMcpServer } from '../../../src/mcp/create-server.js';
import { answerRequest, readAsked } from '../../../src/requests/request.js';
import type { Files } from '../../support/memory-folder.js';
import { NOON, openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds } from '../../support/seeds.js';

interface Assistant {
  readonly client: Client;
  readonly archive: Archive;
  readonly reported: unknown[];
  readonly call: (name: string, args?: object) => Promise<unknown>;
  /** What is said of a call that is refused. */
  readonly refusal: (name: string, args?: object) => Promise<string>;
}

async function connect(archive: Archive): Promise<Assistant> {
  const reported: unknown[] = [];
  const report = (error: unknown): void => void reported.push(error);
  const { mcp } = createMcpServer({ archive, version: '1.2.3', report });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });
  await Promise.all([mcp.connect(far), client.connect(near)]);
  onTestFinished(() => client.close());
  const ask = async (name: string, args: object = {}): Promise<[failed: boolean, text: string]> => {
    const result = await client.callTool({ name, arguments: { ...args } });
    const { content, isError = false } = result;
    const [first] = Array.isArray(content) ? content : [];
    return [isError === true, first.text];
  };
  return {
    client,
    archive,
    reported,
    async call(name, args) {
      const [failed, text] = await ask(name, args);
      if (failed) throw new Error(text);
      return JSON.parse(text);
    },
    async refusal(name, args) {
      const [failed, text] = await ask(name, args);
      expect(failed).toBe(true);
      return text;
    },
  };
}

const connectTo = async (files: Files): Promise<Assistant> =>
  connect(await openMemoryArchive(files));

describe('the archive for assistants', () => {
  it('has seven tools, which change nothing, and says whose word is whose', async () => {
    const { client } = await connectTo({ 'a.txt': 'Panama refused.' });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      'search quotes check timeline figures sources read'.split(' '),
    );
    for (const { annotations, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    }
    expect(client.getInstructions()).toMatch(/What you write around a passage.* is yours/);
    expect(client.getInstructions()).toMatch(/before you give .* "check"/i);
    expect(client.getServerVersion()).toMatchObject({ name: 'clipdesk', version: '1.2.3' });
  });

  it.each([
    ['search', { query: 'panama', limit: 2 }, 'panama', 2],
    [
      'quotes',
      { name: 'arevalo', about: 'safe third country' },
      'quotes arevalo about safe third country',
    ],
    ['check', { sentence: 'we would be incapable of it' }, 'check we would be incapable of it'],
    ['timeline', { topic: 'tariffs' }, 'timeline tariffs'],
    ['figures', { topic: 'migrants' }, 'figures migrants'],
  ] as const)('%s gives what the library gives', async (name, args, question, limit?: number) => {
    const { archive, call } = await connect(await openSeeds());
    const reply = await answerRequest(archive, readAsked(question, []), limit);
    expect(await call(name, args)).toEqual(JSON.parse(JSON.stringify(reply.json())));
  });

  it('reads a follow-up with the questions before it', async () => {
    const { call } = await connect(await openSeeds());
    expect(
      await call('search', { query: 'and honduras?', thread: ['panama deportees'] }),
    ).toMatchObject({ readAs: 'panama deportees · honduras', status: 'found' });
  });

  it('lists the sources a page at a time, with their number', async () => {
    const { call } = await connect(await openSeeds());
    const whole = await call('sources');
    expect(whole).toMatchObject({ kind: 'sources', total: 5 });
    expect(await call('sources', { limit: 1, skip: 4 })).toMatchObject({
      total: 5,
      articles: [{ file: expect.stringMatching(/^004/) }],
    });
    expect(await call('sources', { only: 'from:cnn' })).toMatchObject({ total: 1 });
  });

  it('reads a file between offsets, so far at once, with its date beside the words', async () => {
    const text = 'Panama refused. '.repeat(2_000);
    const { call, client } = await connectTo({ 'box/a b.txt': text });
    expect(await call('read', { file: 'box/a b.txt', start: 7, end: 14 })).toMatchObject({
      text: 'refused',
      start: 7,
      end: 14,
      length: 32_000,
      date: { status: 'unknown' },
    });
    expect(await call('read', { file: 'box/a b.txt' })).toMatchObject({ start: 0, end: 20_000 });
    const { resources } = await client.listResources();
    expect(resources).toMatchObject([{ uri: 'clipdesk:///box/a%20b.txt', name: 'box/a b.txt' }]);
    const { contents } = await client.readResource({
      uri: 'clipdesk:///box/a%20b.txt?start=7&end=14',
    });
    expect(contents).toMatchObject([{ text: expect.stringContaining('"text":"refused"') }]);
  });

  it('lists the files a hundred at a time', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [`${at + 100}.txt`, `Panama ${at} refused.`]),
    );
    const { client } = await connectTo(files);
    const { resources, nextCursor } = await client.listResources();
    expect(resources).toHaveLength(100);
    const rest = await client.listResources({ cursor: nextCursor });
    expect(rest).toMatchObject({ resources: [{ name: '200.txt' }] });
    expect(rest.nextCursor).toBeUndefined();
    await expect(client.listResources({ cursor: 'x' })).rejects.toThrow('no page “x”');
  });

  it('has nothing of an article under embargo, until it ends', async () => {
    let now = NOON;
    const archive = await openMemoryArchive(
      {
        'a.txt': 'Panama refused.',
        'secret.md': '---\nembargo_until: 2025-06-01T13:00:00Z\n---\nPanama will agree, she said.',
      },
      () => now,
    );
    const { call, client, refusal } = await connect(archive);
    const everything = async (): Promise<string> =>
      JSON.stringify([
        await call('search', { query: 'panama agree' }),
        await call('check', { sentence: 'Panama will agree' }),
        await call('timeline', { topic: 'panama' }),
        await call('sources'),
        await client.listResources(),
      ]);
    expect(await everything()).not.toMatch(/secret|she said/);
    expect(await refusal('read', { file: 'secret.md' })).toContain('no file “secret.md”');
    await expect(client.readResource({ uri: 'clipdesk:///secret.md' })).rejects.toThrow('no file');
    now = new Date('2025-06-01T13:00:00Z');
    expect(await everything()).toMatch(/secret.*she said/);
    expect(await call('read', { file: 'secret.md' })).toMatchObject({ file: 'secret.md' });
  });

  it('says of an article that it was withdrawn wherever its words are given', async () => {
    const { call } = await connectTo({
      'a.md': '---\nwithdrawn: The source was wrong.\n---\n“Panama will refuse it,” Ann Lee said.',
    });
    const withdrawn = 'The source was wrong.';
    expect(await call('search', { query: 'panama' })).toMatchObject({ citations: [{ withdrawn }] });
    expect(await call('quotes', { name: 'lee' })).toMatchObject({ quotations: [{ withdrawn }] });
    expect(await call('sources')).toMatchObject({ articles: [{ withdrawn }] });
    expect(await call('read', { file: 'a.md' })).toMatchObject({ withdrawn });
  });

  it.each([
    ['search', {}, /Invalid input: expected string, received undefined\n.*at query/],
    ['search', { query: '?!' }, /expected a question or words to look for/],
    ['search', { query: 'panama', limit: 101 }, /<=100\n.*at limit/],
    ['search', { query: 'x'.repeat(20_001) }, /<=20000 characters\n.*at query/],
    ['search', { query: 'panama', file: 'a.txt' }, /Unrecognized key: "file"/],
    ['search', { query: 'panama', thread: Array(21).fill('x') }, /<=20 items\n.*at thread/],
    ['search', { query: 'panama since:yesterday' }, /since:/],
    ['sources', { only: 'say so' }, /nothing but filters/],
    ['read', { file: '../a.txt' }, /no file “..\/a.txt”/],
    ['read', { file: 'a.txt', start: 99 }, /start is 99, and a.txt ends at 15/],
    ['read', { file: 'a.txt', start: 5, end: 2 }, /end is 2, which comes before start at 5/],
    ['read', { file: 'a.txt', start: -1 }, />=0\n.*at start/],
  ])('says what is wrong with the arguments: %s %j', async (name, args, said) => {
    const { refusal, reported } = await connectTo({ 'a.txt': 'Panama refused.' });
    expect(await refusal(name, args)).toMatch(said);
    expect(reported).toEqual([]);
  });

  it('says so when there is no such tool, and no such address', async () => {
    const { client } = await connectTo({ 'a.txt': 'Panama refused.' });
    await expect(client.callTool({ name: 'write' })).rejects.toThrow('no tool write');
    for (const uri of ['file:///etc/passwd', 'a.txt', 'clipdesk:///a.txt?start=x'])
      await expect(client.readResource({ uri })).rejects.toThrow('is no address here');
  });

  it('refuses an answer that nobody has room for', async () => {
    const outlet = 'The Very Long Name '.repeat(500);
    const { refusal } = await connectTo(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          `${at}.md`,
          `---\noutlet: ${outlet}\n---\nPanama ${at} refused.`,
        ]),
      ),
    );
    expect(await refusal('sources', { limit: 30 })).toContain('Ask for fewer with limit');
  });

  it('keeps what went wrong inside to the log', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'Panama refused.' });
    const failure = new Error('secret inside');
    const { refusal, reported } = await connect({
      ...archive,
      view() {
        throw failure;
      },
    });
    expect(await refusal('timeline', { topic: 'panama' })).toMatch(/^Something went wrong here/);
    expect(reported).toEqual([failure]);
  });
});
