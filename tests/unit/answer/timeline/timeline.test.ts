import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import {
  timeline,
  type Timeline,
  type TimelineEntry,
} from '../../../../src/answer/timeline/timeline.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import type { Files } from '../../../support/memory-folder.js';
import { replyTo, saidOf } from '../../../support/reply.js';
import { openSeeds } from '../../../support/seeds.js';

const place = ({ citation: { passage } }: TimelineEntry): string =>
  `${passage.article.file.slice(0, 3)} ${passage.paragraph.number}`;

const places = ({ dated, undated }: Timeline): string[] => [...dated, ...undated].map(place);

async function lineOf(files: Files, topic: string, limit?: number): Promise<Timeline> {
  return doAtOnce(timeline((await openMemoryArchive(files)).view(), topic, limit));
}

/** What is said over it: the headline, then the notices. */
async function saidOn(files: Files, topic: string, limit?: number): Promise<readonly string[]> {
  const archive = await openMemoryArchive(files);
  return saidOf(
    (await replyTo(archive, { kind: 'timeline', topic }, limit === undefined ? {} : { limit }))
      .listing,
  );
}

const DATES = `version: 1
articles:
  b.txt: { published: { status: exact, date: 2025-01-10, basis: feed } }
  c.txt: { published: { status: inferred, earliest: 2025-01-05, latest: 2025-01-20, basis: feed } }
  d.txt: { published: { status: inferred, earliest: 2025-01-05, latest: 2025-01-12, basis: feed } }
  e.txt: { published: { status: exact, date: 2025-03-01, basis: feed } }
`;
const FERRIES: Files = {
  'a.txt': 'The ferries sailed.',
  'b.txt': 'Ferries stopped on Monday.',
  'c.txt': 'Ferries again.\nMore ferries.',
  'd.txt': 'A ferry sank.',
  'e.txt': 'All ferries were sold.',
  'articles.yml': DATES,
};

describe('the timeline', () => {
  it('runs by first day, then last, with articles of unknown date at the end', async () => {
    const line = await lineOf(FERRIES, 'ferries');
    expect(places(line)).toEqual(['d.t 1', 'c.t 1', 'c.t 2', 'b.t 1', 'e.t 1', 'a.t 1']);
    expect(line.undated.map(place)).toEqual(['a.t 1']);
  });

  it('names the first and the latest mention, and that ranges may hide an older one', async () => {
    expect((await saidOn(FERRIES, 'ferries'))[0]).toBe(
      '“ferries”: 6 passages, oldest article first',
    );
    expect((await saidOn(FERRIES, 'ferries')).slice(1)).toEqual([
      'First mention: date inferred: Jan 5–12, 2025 · Outlet not stated · d.txt · paragraph 1. Others may be older: their dates are inferred.',
      'Latest mention: Mar 1, 2025 · Outlet not stated · e.txt · paragraph 1.',
      '1 passage of unknown date, at the end.',
    ]);
  });

  it('warns at each entry of what is known against it, and of a date that is not exact with what it rests on', async () => {
    const files: Files = {
      ...FERRIES,
      'articles.yml': `${DATES}  f.txt: { withdrawn: The wrong ferry. }
  g.txt:
    published: { status: exact, date: 2025-02-01, basis: feed }
    problems: [{ paragraph: 1, text: Ferries, kind: wrong word, note: Tugs. }]
`,
      'f.txt': 'The ferries burned.',
      'g.txt': 'Ferries met.',
    };
    const { listing } = await replyTo(await openMemoryArchive(files), {
      kind: 'timeline',
      topic: 'ferries',
    });
    const cautions = listing.entries.map(({ parts, line }) => [
      /[a-g]\.txt/.exec(line)?.[0],
      ...parts.flatMap(({ lines }) =>
        lines.flatMap((each) => (each.kind === 'caution' ? [each.text] : [])),
      ),
    ]);
    const range = 'Not an exact date: given by the feed.';
    expect(cautions).toEqual([
      ['d.txt', range],
      ['c.txt', range],
      ['c.txt', range],
      ['b.txt'],
      ['g.txt', 'Known error, wrong word: “Ferries”. Tugs.'],
      ['e.txt'],
      ['a.txt', 'Date unknown: nothing states it.'],
      ['f.txt', 'Withdrawn: The wrong ferry.', 'Date unknown: nothing states it.'],
    ]);
  });

  it('shows a weekday worked out from an exact date, with its place in the article', async () => {
    const line = await lineOf(FERRIES, 'ferries');
    const [day] = line.dated.find((entry) => place(entry) === 'b.t 1')?.days ?? [];
    expect(day).toMatchObject({ text: 'on Monday', day: '2025-01-06', ground: 'date' });
    expect(FERRIES['b.txt']?.slice(day?.start, day?.end)).toBe('on Monday');
  });

  it('keeps to since:, before: and from:, and tells what was left out for want of a date', async () => {
    const line = await lineOf(FERRIES, 'ferries since:2025-01-15');
    expect(places(line)).toEqual(['c.t 1', 'c.t 2', 'e.t 1']);
    expect((await saidOn(FERRIES, 'ferries since:2025-01-15')).join(' ')).toContain(
      '1 matching passage left out because',
    );
    expect(places(await lineOf(FERRIES, 'ferries from:e'))).toEqual(['e.t 1']);
  });

  it('keeps the first and the latest when there are more passages than it lists, and counts the rest', async () => {
    const line = await lineOf(FERRIES, 'ferries', 3);
    expect(places(line)).toHaveLength(3);
    expect(line.first && place(line.first)).toBe('d.t 1');
    expect(line.latest && place(line.latest)).toBe('e.t 1');
    expect(line.leftOut).toBe(3);
    expect((await saidOn(FERRIES, 'ferries', 3)).at(-1)).toMatch(
      /^3 further passages not listed\. Narrow the topic/,
    );
  });

  it('takes one passage of each article before a second of any', async () => {
    const many = Array.from({ length: 6 }, (_, n) => `Ferries sailed again on route ${n}.`);
    const files = { 'a.txt': many.join('\n'), 'b.txt': 'Two ferries.', 'c.txt': 'No ferries.' };
    const line = await lineOf(files, 'ferries', 3);
    expect(places(line).map((each) => each.slice(0, 3))).toEqual(['a.t', 'b.t', 'c.t']);
  });

  it('does not call a passage the first mention where others were not read', async () => {
    const pages = Array.from({ length: 120 }, (_, n) => [
      `${String(n).padStart(3, '0')}.md`,
      `---\npublished: { status: exact, date: 2025-01-${String((n % 28) + 1).padStart(2, '0')}, basis: feed }\n---\nFerry number ${n} sailed.`,
    ]);
    const line = await lineOf(Object.fromEntries(pages), 'ferry');
    expect(line).toMatchObject({ leftOut: 70, unread: 20 });
    expect((await saidOn(Object.fromEntries(pages), 'ferry')).slice(1).join('\n')).toMatch(
      /^First of these: .*\nLatest of these: /,
    );
    expect((await saidOn(Object.fromEntries(pages), 'ferry')).at(-1)).toMatch(
      /^20 passages with words of the topic not read/,
    );
  });

  it('shows a text that two files carry once', async () => {
    const text = 'The ferries to the islands were stopped again for a whole day.';
    const line = await lineOf({ 'a.txt': text, 'b.txt': text }, 'ferries');
    expect(places(line)).toEqual(['a.t 1']);
    expect(line.undated[0]?.citation.copies.map(({ article }) => article.file)).toEqual(['b.txt']);
  });

  it('puts no passage on the line for one shared word of several', async () => {
    const files = {
      'a.txt': 'A safe third country.\nThe country is large.\nA third of it is safe.',
    };
    expect(places(await lineOf(files, 'safe third country'))).toEqual(['a.t 1']);
  });

  it('says that nothing was found, or nothing that speaks of all of it', async () => {
    expect((await saidOn(FERRIES, 'brexit'))[0]).toBe('Nothing found for “brexit”.');
    const topic = 'vatican statement on tariffs';
    const reply = await replyTo(await openSeeds(), { kind: 'timeline', topic });
    const [headline, ...notices] = saidOf(reply.listing);
    expect(headline).toBe(`No passage speaks of all of “${topic}”.`);
    expect(notices.join(' ')).toContain('“vatican”');
  });
});

it('tariffs in the five articles run from CNN in December to the visit in March', async () => {
  const line = doAtOnce(timeline((await openSeeds()).view(), 'tariffs'));
  expect(places(line)).toEqual([
    '000 10',
    '002 17',
    '001 10',
    '003 20',
    '003 21',
    '004 4',
    '004 7',
    '004 9',
  ]);
  for (const { citation } of [...line.dated, ...line.undated])
    expect(citation.passage.article.text.slice(citation.start, citation.end)).toBe(citation.text);
});
