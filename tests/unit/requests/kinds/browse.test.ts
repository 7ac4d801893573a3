import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../../src/requests/listing.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import { notesOf, replyTo, saidOf } from '../../../support/reply.js';
import { openSeeds } from '../../../support/seeds.js';

const dated = (published: string, rest = ''): string =>
  `---\npublished: ${published}\n${rest}---\nThe ferry sailed on time.`;
const inferred = (earliest: string, latest: string): string =>
  dated(`{ status: inferred, earliest: ${earliest}, latest: ${latest}, basis: feed }`);
const exact = (date: string): string => dated(`{ status: exact, date: ${date}, basis: feed }`);

function filesOf({ entries }: Listing): string[] {
  return entries.flatMap(({ parts }) =>
    parts.flatMap(({ lines }) =>
      lines.flatMap((line) => {
        if (line.kind === 'source') return line.passage.article.file;
        return line.kind === 'article' ? line.article.file : [];
      }),
    ),
  );
}

describe('sources from: an outlet', () => {
  it('lists its articles alone, by its initials too', async () => {
    const archive = await openSeeds();
    for (const text of ['sources from:nyt', 'from:"new york times"', 'sources form:nyt']) {
      const reply = await replyTo(archive, text);
      expect(filesOf(reply.listing)).toEqual(['003_034d1ffa79abd236.txt']);
      expect(reply.json()).toMatchObject({ kind: 'sources', articles: [{}], undated: 0 });
    }
    expect(saidOf((await replyTo(archive, 'from:nyt')).listing)).toEqual([
      'The archive holds 1 article from “nyt”.',
    ]);
  });

  it('of an outlet that nothing is from names those that are stated', async () => {
    const { listing } = await replyTo(await openSeeds(), 'sources from:bbc');
    expect(saidOf(listing)).toEqual([
      'No article is from “bbc”. Outlets stated here: CNN, The New York Times; or use the beginning of a file name.',
    ]);
  });

  it('by date says which inferred dates count, and how many articles state none', async () => {
    const archive = await openMemoryArchive({
      'a.md': inferred('2024-12-20', '2025-01-05'),
      'b.md': exact('2024-12-20'),
      'c.txt': 'No date.',
    });
    const { listing } = await replyTo(archive, 'since:2025');
    expect(filesOf(listing)).toEqual(['a.md']);
    expect(saidOf(listing)).toEqual([
      'The archive holds 1 article since Jan 1, 2025.',
      'An inferred date counts where any day of its range fits.',
      '1 article left out because nothing states a date.',
    ]);
  });
});

describe('outlets', () => {
  it('are counted with their years, those that state none last', async () => {
    const reply = await replyTo(await openSeeds(), 'outlets');
    const { listing } = reply;
    expect(saidOf(listing)).toEqual([
      'The archive holds 5 articles: 2 from 2 outlets, 3 with no outlet stated.',
    ]);
    expect(listing.entries.map(({ line }) => line)).toEqual([
      'CNN · 1 article, 2024: 1',
      'The New York Times · 1 article, 2025: 1',
      'Outlet not stated · 3 articles, 2024 or 2025: 2 · 2025: 1',
    ]);
    expect(reply.json()).toMatchObject({ outlets: [{ outlet: 'CNN' }, {}, { outlet: null }] });
  });

  it('are listed as what they are told to be asked with', async () => {
    const archive = await openSeeds();
    const { listing } = await replyTo(archive, 'outlets');
    const texts = listing.entries.flatMap(({ parts }) =>
      parts.flatMap(({ lines }) =>
        lines.flatMap((line) => (line.kind === 'details' ? line.texts : [])),
      ),
    );
    const lists = texts.flatMap((text) => /^To list them: (.*)$/.exec(text)?.[1] ?? []);
    expect(lists).toEqual(['sources from:cnn', 'sources from:"The New York Times"']);
    for (const list of lists)
      expect((await replyTo(archive, list)).listing.entries).toHaveLength(1);
  });
});

describe('on a day', () => {
  const files = {
    'a.md': exact('2025-05-30'),
    'b.md': inferred('2025-05-01', '2025-06-30'),
    'c.md': exact('2025-05-29'),
    'd.txt': 'No date.',
  };

  it('stand the articles dated then, and apart from them those that may be of it', async () => {
    const reply = await replyTo(await openMemoryArchive(files), 'on 2025-05-30');
    expect(filesOf(reply.listing)).toEqual(['a.md', 'b.md']);
    expect(reply.listing.entries.map(({ group }) => group)).toEqual([
      undefined,
      'May be of then: these dates are inferred',
    ]);
    expect(saidOf(reply.listing)).toEqual([
      'May 30, 2025: 1 article, 1 more may be of that day',
      '1 article not looked at: nothing states a date.',
    ]);
    expect(reply.json()).toMatchObject({ exact: [{ file: 'a.md' }], possible: [{ file: 'b.md' }] });
  });

  it.each([
    ['on may 2025', 'May 2025: 2 articles, 1 more may be of that month'],
    ['on june 3', 'Jun 3: no article is dated so, 1 may be of that day'],
    ['on 2024-12-05', 'No article is dated Dec 5, 2024.'],
  ])('%s: %s', async (text, headline) => {
    expect(saidOf((await replyTo(await openMemoryArchive(files), text)).listing)[0]).toBe(headline);
  });

  it('that no article is dated, “what happened” is answered with passages that name it', async () => {
    const { listing } = await replyTo(await openSeeds(), 'what happened on november 27?');
    expect(saidOf(listing)[0]).toBe('No article is dated Nov 27.');
    expect(filesOf(listing)[0]).toBe('000_cdfc808a8b69da1e.txt');
  });
});

describe('new', () => {
  const files = { 'a.txt': 'The ferry.', 'b.txt': 'The tram.', 'c.txt': 'The bus.' };
  const now = (): Date => new Date('2025-06-01T12:00:00Z');

  it('is what came in since yesterday, the latest first, with when', async () => {
    const archive = await openMemoryArchive(files, now, {
      'a.txt': new Date('2025-06-01T08:00:00Z'),
      'b.txt': new Date('2025-06-01T09:00:00Z'),
      'c.txt': new Date('2025-05-20T09:00:00Z'),
    });
    const reply = await replyTo(archive, 'new');
    expect(filesOf(reply.listing)).toEqual(['b.txt', 'a.txt']);
    expect(saidOf(reply.listing)).toEqual([
      '2 articles came in or changed since May 31, 2025, 12:00 UTC.',
    ]);
    expect(notesOf(reply.listing)[0]).toBe('Came in or changed Jun 1, 2025, 09:00 UTC.');
    expect(reply.json()).toMatchObject({ total: 2, since: '2025-05-31T12:00:00.000Z' });
  });

  it('on a quiet day is nothing, and then come the last to arrive', async () => {
    const archive = await openMemoryArchive(files, now, {
      'c.txt': new Date('2025-05-20T09:00:00Z'),
    });
    const { listing } = await replyTo(archive, 'what’s new?');
    expect(saidOf(listing)).toEqual([
      'Nothing came in or changed since May 31, 2025, 12:00 UTC.',
      'The last to come in or change:',
    ]);
    expect(filesOf(listing)).toEqual(['c.txt']);
  });

  it('counts an article from the end of its embargo', async () => {
    const held = '---\nembargo_until: 2025-06-01T06:00:00Z\n---\nThe ferry.';
    const archive = await openMemoryArchive({ 'a.md': held }, now, {
      'a.md': new Date('2025-05-01T09:00:00Z'),
    });
    expect(notesOf((await replyTo(archive, 'new')).listing)).toEqual([
      'Came in or changed Jun 1, 2025, 06:00 UTC.',
    ]);
  });

  it('says where the archive does not tell', async () => {
    const { listing } = await replyTo(await openMemoryArchive(files), 'new');
    expect(saidOf(listing)).toEqual(['The archive does not tell when its articles came in.']);
  });
});

describe('what is said to the bot', () => {
  it.each([
    ['thanks', ['You’re welcome.']],
    [
      'translate this',
      ['I don’t translate: I only show words that stand in the archive, as they are printed.'],
    ],
  ])('%s gets a short answer', async (text, said) => {
    const reply = await replyTo(await openSeeds(), text);
    expect(saidOf(reply.listing)).toEqual(said);
    expect(reply.json()).toMatchObject({ kind: 'talk', said });
  });

  it('with a topic gets the passages on it, and is told that they are no summary', async () => {
    const { listing } = await replyTo(await openSeeds(), 'summarise the tariffs');
    expect(saidOf(listing).slice(0, 2)).toEqual([
      'I don’t summarise: I only show words that stand in the archive.',
      '“the tariffs”: the best 4 of 8 passages',
    ]);
  });
});
