import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  FolderError,
  openArchive,
  QuestionError,
  type AnswerJson,
  type Archive,
} from '../../src/index.js';
import { SEEDS } from '../support/seeds.js';
import { tempFolder } from '../support/temp-folder.js';

/** Asks a question, which is no command and so is answered with passages. */
async function askPassages(
  archive: Archive,
  ...asked: Parameters<Archive['ask']>
): Promise<AnswerJson> {
  const answer = await archive.ask(...asked);
  if (answer.kind !== 'passages') throw new Error(`answered with ${answer.kind}`);
  return answer;
}

describe('the library', () => {
  it('answers with citations that equal their files cut at their offsets', async () => {
    const archive = await openArchive({ corpusDir: SEEDS });
    const answer = await askPassages(archive, 'panama');
    expect(answer).toMatchObject({ kind: 'passages', query: 'panama', status: 'found' });
    expect(answer.citations).toHaveLength(3);
    for (const { file, start, end, text } of answer.citations)
      expect(readFileSync(path.join(SEEDS, file), 'utf8').slice(start, end)).toBe(text);
  });

  it('cites as many passages as it is told, and one answer does not change the next', async () => {
    const archive = await openArchive({ corpusDir: SEEDS });
    const one = await askPassages(archive, 'mexico', { limit: 1 });
    const many = await askPassages(archive, 'mexico', { limit: 20 });
    expect(one.citations).toEqual(many.citations.slice(0, 1));
    many.citations.length = 0;
    expect((await askPassages(archive, 'mexico', { limit: 20 })).citations).toHaveLength(20);
  });

  it('reads a follow-up with the questions before it in its thread', async () => {
    const archive = await openArchive({ corpusDir: SEEDS });
    const thread = ['panama deportees'];
    const answer = await askPassages(archive, 'and honduras?', { thread });
    expect(answer).toMatchObject({ readAs: 'panama deportees · honduras', status: 'found' });
    for (const { text } of answer.citations) expect(text).toMatch(/hondura/i);
    expect(await archive.ask('and brazil?', { thread })).toMatchObject({
      status: 'nothing',
      missing: ['brazil'],
    });
    expect((await askPassages(archive, 'honduras')).readAs).toBeNull();
  });

  it('answers a command with what it asks for', async () => {
    const archive = await openArchive({ corpusDir: SEEDS });
    expect(await archive.ask('check "we would be incapable of it"')).toMatchObject({
      kind: 'check',
      status: 'verbatim',
      places: [{ file: '000_cdfc808a8b69da1e.txt', paragraph: 9 }],
    });
    expect(await archive.ask('quotes arevalo')).toMatchObject({
      kind: 'quotes',
      quotations: [{ speaker: { name: 'Bernardo Arévalo' } }],
    });
    expect(await archive.ask('timeline tariffs', { limit: 2 })).toMatchObject({
      kind: 'timeline',
      entries: [{ date: { status: 'exact' } }, { date: { status: 'inferred' } }],
    });
    await expect(archive.ask('timeline')).rejects.toThrow('timeline needs a topic');
    await expect(archive.ask('sources', { limit: 0 })).rejects.toBeInstanceOf(RangeError);
  });

  it('finds by the synonyms of the folder that it reads', async () => {
    const { dir } = tempFolder({
      'a.txt': 'The duck refused.',
      'synonyms.yml': 'version: 1\ngroups: [[duck, quacker]]',
    });
    const archive = await openArchive({ corpusDir: dir });
    expect((await askPassages(archive, 'quackers')).citations).toMatchObject([{ file: 'a.txt' }]);
    expect((await askPassages(archive, '"quacker"')).citations).toEqual([]);
  });

  it('tells one line for each fault of the folder', async () => {
    const { dir } = tempFolder({ 'a.txt': 'Panama refused.', 'b.txt': '' });
    expect((await openArchive({ corpusDir: dir })).faults).toEqual([
      'error: b.txt: left out: empty',
    ]);
  });

  it('hides an embargoed article by the clock that it is given', async () => {
    const { dir } = tempFolder({
      'a.md': '---\nembargo_until: 2025-06-01T12:00:00Z\n---\nPanama refused.',
    });
    const statusAt = async (instant: string): Promise<string> => {
      const archive = await openArchive({ corpusDir: dir, now: () => new Date(instant) });
      return (await askPassages(archive, 'panama')).status;
    };
    expect(await statusAt('2025-06-01T11:59:59Z')).toBe('nothing');
    expect(await statusAt('2025-06-01T12:00:00Z')).toBe('found');
  });

  it('refuses a question it cannot read, a limit out of bounds and a folder that is not there', async () => {
    const archive = await openArchive({ corpusDir: SEEDS });
    await expect(archive.ask('panama since:someday')).rejects.toBeInstanceOf(QuestionError);
    await expect(archive.ask('panama', { limit: 0 })).rejects.toBeInstanceOf(RangeError);
    await expect(openArchive({ corpusDir: '/no/such/folder' })).rejects.toBeInstanceOf(FolderError);
  });

  it('says so when it is asked after it was closed, twice closed too', async () => {
    const archive = await openArchive({ corpusDir: SEEDS });
    archive.close();
    archive.close();
    await expect(archive.ask('panama')).rejects.toThrow('This archive is closed');
  });
});
