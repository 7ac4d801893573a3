import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import { figures, type Figures } from '../../../../src/answer/figures/figures.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import type { Files } from '../../../support/memory-folder.js';
import { replyTo } from '../../../support/reply.js';
import { openSeeds } from '../../../support/seeds.js';
import type { Archive } from '../../../../src/answer/archive/archive.js';
import type { Listing } from '../../../../src/requests/listing.js';

/** Each row as "figure: file paragraph, …". */
const rows = ({ rows: found }: Figures): string[] =>
  found.map(
    ({ places }) =>
      `${places[0]?.figure.text}: ${places
        .map(
          ({ passage, isCopy }) =>
            `${passage.article.file.slice(0, 3)} ${passage.paragraph.number}${isCopy ? ' copy' : ''}`,
        )
        .join(', ')}`,
  );

async function figuresOf(files: Files, topic: string, limit?: number): Promise<Figures> {
  return doAtOnce(figures((await openMemoryArchive(files)).view(), topic, limit));
}

async function listingOf(archive: Archive, topic: string): Promise<Listing> {
  return (await replyTo(archive, { kind: 'figures', topic })).listing;
}

const headings = ({ entries }: Listing): (string | undefined)[] =>
  entries.map(({ heading }) => heading);

describe('the figures of the five articles', () => {
  it('about migrants have first those who are counted, then what is said of them, then the rest', async () => {
    expect(rows(doAtOnce(figures((await openSeeds()).view(), 'migrants')))).toEqual([
      'an average of around 5,200 migrants: 000 11',
      'millions of illegal immigrants: 003 2, 003 11',
      'up to 30,000 people: 002 14',
      'a yearly average of over half a million encounters: 000 12',
      'two migrant caravans: 001 10',
      '25 percent: 003 21, 004 7',
      'three Latin American nations: 004 1',
      'Thousands of encounters: 000 12',
    ]);
  });

  it('count people in a paragraph about them, under whatever word, and about things no people', async () => {
    const view = (await openSeeds()).view();
    expect(rows(doAtOnce(figures(view, 'deportees')))[0]).toBe('up to 30,000 people: 002 14');
    const text = 'The ferries sail. Some 400 people wait. The migrants wait. Some 300 people left.';
    expect(rows(await figuresOf({ 'a.txt': text }, 'ferries'))).toEqual([]);
    expect(rows(await figuresOf({ 'a.txt': text }, 'migrants'))).toEqual([
      'Some 400 people: a.t 1',
      'Some 300 people: a.t 1',
    ]);
  });

  it('about tariffs have 25 percent once, with both files that print it', async () => {
    const found = doAtOnce(figures((await openSeeds()).view(), 'tariffs'));
    expect(rows(found)).toContain('25 percent: 003 21, 004 7');
    expect(headings(await listingOf(await openSeeds(), 'tariffs'))).toContain(
      '“25 percent”, “25%” · in 2 files',
    );
  });
});

describe('figures', () => {
  it('stand in a sentence that holds a word of the topic, cut from the file', async () => {
    const file =
      'The port held 300 ships. Ferries carried some 4,000 people. It was 12 miles off.\n';
    const found = await figuresOf({ 'a.txt': file }, 'ferries');
    expect(rows(found)).toEqual(['some 4,000 people: a.t 1']);
    const [place] = found.rows[0]?.places ?? [];
    expect(place?.text).toBe('Ferries carried some 4,000 people.');
    for (const span of [place, place?.figure, place?.hedge])
      expect(file.slice(span?.start, span?.end)).toBe(span?.text);
    expect(place?.hedge?.text).toBe('some');
  });

  it('tell a copy of the same text apart from a second file that says it', async () => {
    const text = 'The ferries carried 4,000 people to the islands in one single day.';
    const files = { 'a.txt': text, 'b.txt': text, 'c.txt': 'Some 4,000 people took ferries.' };
    const found = await figuresOf(files, 'ferries');
    expect(rows(found)).toEqual(['4,000 people: a.t 1, b.t 1 copy, c.t 1']);
    expect(headings(await listingOf(await openMemoryArchive(files), 'ferries'))).toEqual([
      '“4,000 people”, “Some 4,000 people” · in 2 files · 1 copy of the same text',
    ]);
  });

  it('are not looked for in credits', async () => {
    const files = { 'a.txt': 'Ferries sail.\nReporting contributed by 12 reporters on ferries' };
    expect(rows(await figuresOf(files, 'ferries'))).toEqual([]);
  });

  it('beyond the limit are counted', async () => {
    const files = { 'a.txt': 'Ferries took 10 cars. Ferries took 20 vans. Ferries took 30 dogs.' };
    const reply = await replyTo(
      await openMemoryArchive(files),
      { kind: 'figures', topic: 'ferries' },
      { limit: 2 },
    );
    expect(reply.json()).toMatchObject({ leftOut: 1 });
    expect(reply.listing.said(2)[0]).toBe('“ferries”: the first 2 of 3 figures');
  });

  it('of nothing are nothing, and a topic without any says so', async () => {
    const files = { 'a.txt': 'Ferries sail.' };
    const archive = await openMemoryArchive(files);
    expect((await listingOf(archive, 'brexit')).said(0)[0]).toBe('Nothing found for “brexit”.');
    expect((await listingOf(archive, 'ferries')).said(0)[0]).toBe(
      'No figure found in a sentence about “ferries”.',
    );
  });
});
