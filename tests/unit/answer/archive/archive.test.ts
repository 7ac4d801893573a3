import { describe, expect, it } from 'vitest';
import { type CitationRef, fingerprint, refOf } from '../../../../src/answer/answer.js';
import type { Archive } from '../../../../src/answer/archive/archive.js';
import type { Files } from '../../../support/memory-folder.js';
import { NOON, openMemoryArchive } from '../../../support/open-memory-archive.js';

const STORY = 'The Talks\nPanama refused the flights.\nThe ministry spoke. 🗞\nNothing else.';

async function cite(archive: Archive, question: string): Promise<CitationRef> {
  const [first] = (await archive.ask(question)).citations;
  if (first === undefined) throw new Error(`nothing found for ${question}`);
  return refOf(first);
}

describe('verify reads the file again', () => {
  async function verifyAfter(change: (files: Files) => void): Promise<unknown> {
    const files: Files = { 'a.txt': STORY };
    const archive = await openMemoryArchive(files);
    const ref = await cite(archive, 'panama');
    change(files);
    return archive.verify(ref);
  }

  it('identical while the same words stand at the same place', async () => {
    expect(await verifyAfter(() => {})).toEqual({ kind: 'identical' });
    expect(
      await verifyAfter((files) => {
        files['a.txt'] = STORY.replace('Nothing else.', 'Updated.');
      }),
    ).toEqual({ kind: 'identical' });
  });

  it('moved when the same words stand elsewhere in the file', async () => {
    const now = `By Jody García\n${STORY}`;
    const start = now.indexOf('Panama');
    expect(
      await verifyAfter((files) => {
        files['a.txt'] = now;
      }),
    ).toEqual({ kind: 'moved', start, end: start + 'Panama refused the flights.'.length });
  });

  it('changed, with what stands there now', async () => {
    expect(
      await verifyAfter((files) => {
        files['a.txt'] = STORY.replace('Panama refused', '🗞 Panama accepts');
      }),
    ).toEqual({ kind: 'changed', now: '🗞 Panama accepts the flights.' });
  });

  it('changed, when the file ends before that place', async () => {
    expect(
      await verifyAfter((files) => {
        files['a.txt'] = 'Gone.';
      }),
    ).toEqual({ kind: 'changed', now: null });
  });

  it('unreadable, when the file is gone, empty or no text any more', async () => {
    expect(
      await verifyAfter((files) => {
        delete files['a.txt'];
      }),
    ).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('ENOENT') });
    expect(
      await verifyAfter((files) => {
        files['a.txt'] = '';
      }),
    ).toEqual({ kind: 'unreadable', reason: 'empty' });
    expect(
      await verifyAfter((files) => {
        files['a.txt'] = Buffer.from([0, 1]);
      }),
    ).toMatchObject({ kind: 'unreadable' });
  });

  it('of a page, as its reader sees it: another mark-up changes nothing', async () => {
    const files: Files = { 'a.html': '<h1>The Talks</h1><p>Panama refused.' };
    const archive = await openMemoryArchive(files);
    const ref = await cite(archive, 'panama');
    files['a.html'] = '<div><h2>The Talks</h2><p><b>Panama</b>  refused.</p></div>';
    expect(await archive.verify(ref)).toEqual({ kind: 'identical' });
  });

  it('says nothing of a file that the archive does not hold', async () => {
    const archive = await openMemoryArchive({ 'a.txt': STORY, 'photo.jpg': 'Secret.' });
    const ref = { file: 'photo.jpg', start: 0, end: 7, fingerprint: '0'.repeat(16) };
    const unseen = { kind: 'not shown' };
    expect(await archive.verify(ref)).toEqual(unseen);
    expect(await archive.verify({ ...ref, file: '../a.txt' })).toEqual(unseen);
    expect(await archive.look(ref)).toBeNull();
  });
});

describe('look shows a citation among its neighbours', () => {
  it('words of a heading too, which a checked sentence may stand in', async () => {
    const archive = await openMemoryArchive({ 'a.txt': STORY });
    const [article] = archive.articles();
    const [heading] = article?.paragraphs ?? [];
    expect(heading?.role).toBe('heading');
    const ref = { file: 'a.txt', start: 4, end: 9, fingerprint: fingerprint('Talks') };
    expect((await archive.look(ref))?.passage.paragraph).toEqual(heading);
    expect(await archive.verify(ref)).toEqual({ kind: 'identical' });
  });

  it('the paragraph before and the one after, headings included', async () => {
    const archive = await openMemoryArchive({ 'a.txt': STORY });
    const context = await archive.look(await cite(archive, 'panama'));
    const shown = [context?.before, context?.ref, context?.after].map((span) =>
      context?.article.text.slice(span?.start, span?.end),
    );
    expect(shown).toEqual(['The Talks', 'Panama refused the flights.', 'The ministry spoke. 🗞']);
  });

  it('no neighbour before the first paragraph and after the last', async () => {
    const archive = await openMemoryArchive({ 'a.txt': 'Panama refused.' });
    expect(await archive.look(await cite(archive, 'panama'))).toMatchObject({
      before: null,
      after: null,
    });
  });

  it('the known problems of the paragraph', async () => {
    const archive = await openMemoryArchive({
      'a.txt': STORY,
      'articles.yml':
        'version: 1\narticles:\n  a.txt:\n    problems: [{paragraph: 2, text: Panama, kind: wrong name, note: Check it.}]',
    });
    expect((await archive.look(await cite(archive, 'panama')))?.problems).toMatchObject([
      { kind: 'wrong name' },
    ]);
  });

  it('nothing when the file has other words at that place since', async () => {
    const ref = await cite(await openMemoryArchive({ 'a.txt': STORY }), 'panama');
    const replaced = await openMemoryArchive({ 'a.txt': STORY.replace('flights', 'letters') });
    expect(await replaced.look(ref)).toBeNull();
    expect(await replaced.verify(ref)).toMatchObject({ kind: 'changed' });
  });

  it('nothing when the place lies across two paragraphs', async () => {
    const archive = await openMemoryArchive({ 'a.txt': STORY });
    const ref = await cite(archive, 'panama');
    expect(await archive.look({ ...ref, start: 0 })).toBeNull();
  });
});

describe('an embargoed article', () => {
  const files = {
    'open.txt': 'Published: January 5, 2025\nHonduras spoke of the flights.',
    'secret.txt': 'Published: May 9, 2025\nZanzibar refused the flights.',
    'articles.yml':
      'version: 1\narticles:\n  secret.txt:\n    outlet: The Herald\n    embargo_until: 2025-06-01T14:00:00+02:00\n    problems: [{paragraph: 2, text: Zanzibar, kind: name, note: Check.}]',
  };
  const before = new Date(NOON.getTime() - 1);

  it('leaves no trace in an answer: not its words, spellings, counts, outlet or date', async () => {
    const archive = await openMemoryArchive(files, () => before);
    const without = await openMemoryArchive({ 'open.txt': files['open.txt'] }, () => before);
    for (const question of [
      'zanzibar',
      'zanzibra',
      'flights',
      'refused flights',
      'flights from:herald',
      'flights from:secret',
      'zanzibar since:2025-05',
    ])
      expect(await archive.ask(question, { limit: 100 })).toEqual(
        await without.ask(question, { limit: 100 }),
      );
    expect(archive.freshness()).toEqual(without.freshness());
    expect(archive.articles().map(({ file }) => file)).toEqual(['open.txt']);
  });

  it('is there from the moment its embargo ends, without reading the folder again', async () => {
    let now = before;
    const archive = await openMemoryArchive(files, () => now);
    expect((await archive.ask('zanzibar')).status).toBe('nothing');
    now = NOON;
    expect(await archive.ask('zanzibar')).toMatchObject({
      status: 'found',
      searched: { articles: 2, outlets: ['The Herald'], newest: { date: '2025-05-09' } },
    });
  });

  it('is not shown by a button that was made before the embargo', async () => {
    let now = NOON;
    const archive = await openMemoryArchive(files, () => now);
    const ref = await cite(archive, 'zanzibar');
    now = before;
    expect(await archive.look(ref)).toBeNull();
    expect(JSON.stringify(await archive.verify(ref))).not.toMatch(/zanzibar|herald/i);
  });

  it('stays hidden for good while its date cannot be read', async () => {
    const archive = await openMemoryArchive(
      { ...files, 'articles.yml': 'version: 1\narticles: {secret.txt: {embargo_until: soon}}' },
      () => new Date('2099-01-01'),
    );
    expect((await archive.ask('zanzibar')).status).toBe('nothing');
    expect(archive.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('stays hidden'),
    ]);
  });
});
