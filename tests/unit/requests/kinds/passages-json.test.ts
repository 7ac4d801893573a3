import { expect, it } from 'vitest';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import { toAnswerJson } from '../../../support/reply.js';
import { openSeeds } from '../../../support/seeds.js';

it('has the keys that other programs rely on, in their order', async () => {
  const json = toAnswerJson(await (await openSeeds()).ask('panama'));
  expect(Object.keys(json).slice(0, 6)).toEqual([
    'kind',
    'query',
    'status',
    'missing',
    'total',
    'citations',
  ]);
  expect(Object.keys(json.citations[0] ?? {}).slice(0, 11)).toEqual([
    'file',
    'paragraph',
    'start',
    'end',
    'text',
    'date',
    'outlet',
    'title',
    'wording',
    'problems',
    'score',
  ]);
  expect(json).toMatchObject({ kind: 'passages', query: 'panama', status: 'found', missing: [] });
});

it('gives a bare date only for an exact one', async () => {
  const files = {
    'a.txt': 'Panama one.',
    'b.txt': 'Published: January 5, 2025\nPanama two.',
    'c.txt': 'Panama three.',
    'articles.yml':
      'version: 1\narticles: {a.txt: {published: {status: inferred, earliest: 2025-01-01, latest: 2025-01-17, basis: feed}}}',
  };
  const { citations } = toAnswerJson(await (await openMemoryArchive(files)).ask('panama'));
  expect(Object.fromEntries(citations.map(({ file, date }) => [file, date]))).toEqual({
    'a.txt': { status: 'inferred', earliest: '2025-01-01', latest: '2025-01-17' },
    'b.txt': { status: 'exact', date: '2025-01-05' },
    'c.txt': { status: 'unknown' },
  });
});

it('gives problems and a withdrawal with the passage', async () => {
  const files = {
    'a.txt': 'Panama one.',
    'articles.yml':
      'version: 1\narticles: {a.txt: {withdrawn: Wrong., problems: [{paragraph: 1, text: one, kind: figure, note: Two.}]}}',
  };
  const { citations } = toAnswerJson(await (await openMemoryArchive(files)).ask('panama'));
  expect(citations).toMatchObject([
    {
      withdrawn: 'Wrong.',
      problems: [{ paragraph: 1, text: 'one', kind: 'figure', note: 'Two.' }],
    },
  ]);
});

it('gives the place of the words that were asked for, in the file', async () => {
  const files = { 'a.txt': '\uFEFFNothing.\r\nThe Panama talks.' };
  const { citations } = toAnswerJson(await (await openMemoryArchive(files)).ask('panama'));
  expect(
    citations.flatMap(({ hits }) => hits.map(({ start, end }) => files['a.txt'].slice(start, end))),
  ).toEqual(['Panama']);
});

it('names the other files that carry a text, each with its paragraph', async () => {
  const text = 'Panama refused the flights that the ministry had asked for on Monday.';
  const files = { 'a.txt': text, 'b.txt': `Nothing else happened here.\n${text}` };
  const { citations, total } = toAnswerJson(await (await openMemoryArchive(files)).ask('panama'));
  expect(total).toBe(1);
  expect(citations).toMatchObject([{ file: 'a.txt', alsoIn: [{ file: 'b.txt', paragraph: 2 }] }]);
});

it('says how a follow-up was read, and null of a question that stands by itself', async () => {
  const archive = await openSeeds();
  const thread = ['panama deportees'];
  expect(toAnswerJson(await archive.ask('and honduras?', { thread })).readAs).toBe(
    'panama deportees · honduras',
  );
  expect(toAnswerJson(await archive.ask('kamala harris', { thread })).readAs).toBeNull();
});

it('gives the words matched and the signals only when they are asked for', async () => {
  const answer = await (await openSeeds()).ask('how many deportees monthly');
  expect(toAnswerJson(answer).citations.filter((citation) => 'why' in citation)).toEqual([]);
  const [first] = toAnswerJson(answer, true).citations;
  expect(first?.why?.matched).toEqual(expect.arrayContaining(['deportees', 'monthly']));
  expect(first?.why?.signals).toMatchObject({ words: 1, sought: 1, outlet: 0, day: 0 });
});

it('survives a journey through JSON', async () => {
  const json = toAnswerJson(await (await openSeeds()).ask('"safe third country" since:2025'));
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});
