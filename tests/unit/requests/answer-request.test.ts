import { describe, expect, it } from 'vitest';
import { answerRequest, parseRequest, readAsked } from '../../../src/requests/request.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { replyTo, saidOf } from '../../support/reply.js';
import { openSeeds } from '../../support/seeds.js';

const COMMANDS = [
  'panama',
  'quotes sheinbaum',
  'check "they would be unable of it"',
  'check "we hope … we will be ready"',
  'timeline tariffs',
  'figures migrants',
  'sources',
  'on 2024-12-05',
  'new',
];

interface Slice {
  readonly file?: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every object with offsets and text, with the file that it or one above it names. */
function slicesIn(value: unknown, file?: string): Slice[] {
  if (Array.isArray(value)) return value.flatMap((each) => slicesIn(each, file));
  if (typeof value !== 'object' || value === null) return [];
  const named = 'file' in value && typeof value.file === 'string' ? value.file : file;
  const inner = Object.entries(value).flatMap(([key, each]) =>
    // What was pasted has offsets of its own.
    key === 'pasted' ? [] : slicesIn(each, named),
  );
  if (!('start' in value && 'end' in value && 'text' in value)) return inner;
  const { start, end, text } = value;
  return typeof start === 'number' && typeof end === 'number' && typeof text === 'string'
    ? [{ ...(named === undefined ? {} : { file: named }), start, end, text }, ...inner]
    : inner;
}

describe('every request', () => {
  it.each(COMMANDS)(
    '%s: all words it gives equal their file cut at their offsets',
    async (text) => {
      const archive = await openSeeds();
      const files = new Map(archive.articles().map(({ file, text: whole }) => [file, whole]));
      const json = (await replyTo(archive, text)).json();
      expect(json.kind).toBe(parseRequest(text).kind);
      const slices = slicesIn(json);
      // A list of articles has no words cut from them.
      expect(slices.length > 0).toBe(text !== 'sources');
      for (const { file = '', start, end, text: words } of slices)
        expect(files.get(file)?.slice(start, end)).toBe(words);
    },
  );

  it('shows nothing of an article under embargo', async () => {
    const archive = await openMemoryArchive({
      'a.md':
        '---\nembargo_until: 2999-01-01T00:00:00Z\n---\n“We sold 4,000 ferries,” Ana Ruiz said on Monday.',
      'b.txt': 'Other news.',
    });
    for (const text of [
      'ferries',
      'quotes ruiz',
      'check sold 4,000',
      'timeline ferries',
      'figures ferries',
      'sources',
      'outlets',
      'on jan 16',
      'new',
    ])
      expect(JSON.stringify((await replyTo(archive, text)).json())).not.toMatch(/a\.md|Ana/);
  });

  it('keeps to the limit it is given, and refuses one out of bounds', async () => {
    const archive = await openSeeds();
    const reply = await replyTo(archive, 'timeline mexico', { limit: 2 });
    expect(reply.json()).toMatchObject({ kind: 'timeline', entries: [{}, {}] });
    await expect(replyTo(archive, 'sources', { limit: 101 })).rejects.toBeInstanceOf(RangeError);
  });
});

describe('more', () => {
  it.each([
    ['quotes sheinbaum', 'Claudia Sheinbaum: the last 8 of 16 quotations'],
    ['timeline mexico', 'Shown here are the last 15 of 30 entries.'],
    // Passages answered, three entries at a time, some of which hold two.
    ['what did mexico say?', '“what did mexico say?”: the next 3 of 49 passages'],
    ['tariffs', '“more”: the next 3 of 8 passages'],
  ])('after %s goes on with what was shown', async (earlier, said) => {
    const asked = readAsked('more', [earlier]);
    const { listing } = await answerRequest(await openSeeds(), asked);
    expect(saidOf(listing)).toContain(said);
  });

  it('twice goes on twice, whatever was asked before', () => {
    expect(readAsked('and more?', ['panama', 'quotes ruiz', 'more'])).toMatchObject({
      request: { kind: 'quotes', name: 'ruiz' },
      skip: 16,
      thread: ['panama'],
    });
  });
});

describe('in a thread', () => {
  it('a follow-up to a command is read with its topic, not with the command', async () => {
    const archive = await openSeeds();
    const reply = await replyTo(archive, 'and honduras?', {
      thread: ['timeline mass deportations'],
    });
    expect(reply.json()).toMatchObject({
      kind: 'passages',
      readAs: 'mass deportations · honduras',
    });
  });

  it('“any numbers?” after quotations is asked of these and what stands beside them', async () => {
    const reply = await replyTo(await openSeeds(), 'any numbers?', {
      thread: ['quotes sheinbaum'],
    });
    expect(reply.json()).toMatchObject({
      status: 'partial',
      citations: [{ file: '001_625a3d29147f48c6.txt', paragraph: 10 }],
    });
  });

  it('“what did … say” is answered with passages where nobody of that name is quoted', async () => {
    const archive = await openSeeds();
    const kindOf = async (text: string): Promise<string> =>
      (await replyTo(archive, text)).json().kind;
    expect(await kindOf('what did arevalo say')).toBe('quotes');
    expect(await kindOf('what did the bahamas say about deportation flights')).toBe('passages');
    const asked = await replyTo(archive, 'quotes bahamas');
    expect(asked.json()).toMatchObject({ kind: 'quotes', total: 0 });
  });
});

describe('a question in plain words', () => {
  it.each([
    ['what did arevalo say', 'quotes'],
    ['who said “we would be incapable of it”?', 'check'],
    ['how many cartel members were extradited?', 'figures'],
  ])('%s has the passages that answer it beside what its kind gives', async (text, kind) => {
    const archive = await openSeeds();
    const { citations } = await archive.ask(text);
    const json = (await replyTo(archive, text)).json();
    expect(json.kind).toBe(kind);
    expect(json.citations).toMatchObject(citations.map(({ start, end }) => ({ start, end })));
  });

  it.each([
    ['what did the bahamas say', 'quotes', 'Nobody called “the bahamas” is quoted here.'],
    [
      'did trump say “the border is wide open now”?',
      'check',
      'Not found: nothing like “the border is wide open now” stands in the archive.',
    ],
    [
      'how much support does sheinbaum have',
      'figures',
      'No figure found for all of “how much support does sheinbaum have”.',
    ],
  ])('%s is answered with passages where its kind has nothing', async (text, kind, said) => {
    const reply = await replyTo(await openSeeds(), text);
    const { listing } = reply;
    expect(saidOf(listing)[0]).toBe(said);
    expect(saidOf(listing)[1]).toMatch(/: the (?:best|nearest) 3 of \d+ passages$|: \d passages?$/);
    expect(listing.asked.request).toEqual({ kind: 'passages', question: text });
    expect(reply.json()).toMatchObject({ kind: 'passages', insteadOf: kind });
  });

  it('of a command nothing else is shown', async () => {
    const json = (await replyTo(await openSeeds(), 'figures cartel members')).json();
    expect(json).not.toHaveProperty('citations');
  });
});
