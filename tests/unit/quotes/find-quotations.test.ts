import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../src/corpus/slices.js';
import { findQuotations, type QuotesFound } from '../../../src/quotes/find-quotations.js';
import { toQuotesJson } from '../../../src/requests/kinds/quotes.js';
import { speakerLine } from '../../../src/requests/wording.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import type { Files } from '../../support/memory-folder.js';

async function find(
  files: Files,
  name: string,
  { about = null, ...options }: { about?: string | null; limit?: number; skip?: number } = {},
): Promise<QuotesFound> {
  const archive = await openMemoryArchive(files);
  return doAtOnce(findQuotations(archive.view(), { name, about }, options));
}

const texts = ({ quotations }: QuotesFound): string[] => quotations.map(({ text }) => text);

const DATES = `version: 1
articles:
  a.txt: { published: { status: exact, date: 2025-03-01, basis: feed } }
  b.txt: { published: { status: exact, date: 2025-01-01, basis: feed } }
`;

describe('quotes', () => {
  it('let others have their turn after each article and each speaker', async () => {
    const files = Array.from({ length: 20 }, (_, n) => [
      `${n}.txt`,
      `“We will sail,” said Ana Ruiz${'o'.repeat(n)}.`,
    ]);
    const archive = await openMemoryArchive(Object.fromEntries(files));
    const work = findQuotations(archive.view(), { name: 'nobody' });
    let turns = 0;
    while (work.next().done !== true) turns += 1;
    expect(turns).toBeGreaterThanOrEqual(20 + 20);
  });

  it('stand in the order of their dates, those of unknown date last, fragments after sentences', async () => {
    const found = await find(
      {
        'a.txt': '“We open in March,” Ann Lee said. Lee called it “a start”.',
        'b.txt': 'Ann Lee called it “a plan”. “We plan to open,” Lee said.',
        'c.txt': '“We are open now,” Ann Lee said.',
        'articles.yml': DATES,
      },
      'lee',
    );
    expect(texts(found)).toEqual([
      'We plan to open,',
      'We open in March,',
      'We are open now,',
      'a plan',
      'a start',
    ]);
  });

  it('stand with those first that nothing is known against, and those of a withdrawn article last', async () => {
    const found = await find(
      {
        'a.txt': '“We sell,” Ann Lee said.',
        'b.txt': '“We open,” Ann Lee said.\n“We close,” Ann Lee said. Lee called it “a start”.',
        'c.txt': '“We wait,” Ann Lee said.',
        'articles.yml': `version: 1
articles:
  a.txt: { withdrawn: The wrong harbour. }
  b.txt: { problems: [{ paragraph: 1, text: We open, kind: quotation, note: She did not. }] }
  c.txt: { wording: rewritten }
`,
      },
      'lee',
    );
    expect(texts(found)).toEqual(['We close,', 'We open,', 'We wait,', 'a start', 'We sell,']);
  });

  it('of a body are also those of whoever speaks for it without a name, shown as printed', async () => {
    const files = {
      'a.txt':
        '“We wait,” the White House said.\n“We go,” a White House spokesman said.\n“We stay,” said an official at the ministry.\n“Never,” the ministry said.',
      'b.txt': '“I wait,” Donald Trump said.\n“He waits,” a Trump spokeswoman said.',
    };
    const shown = async (name: string): Promise<string[]> =>
      (await find(files, name)).quotations.map(
        (quotation) => `${quotation.text} ${speakerLine(quotation)}`,
      );
    for (const name of ['white house', 'the White House'])
      expect(await shown(name)).toEqual([
        'We wait, the White House',
        'We go, a White House spokesman',
      ]);
    expect(await shown('the ministry')).toEqual([
      'We stay, an official at the ministry',
      'Never, the ministry',
    ]);
    // What is said for a person is not the person's.
    expect(await shown('trump')).toEqual(['I wait, Donald Trump']);
  });

  it('carry the marks that the file has around them: one where the other is missing, or none', async () => {
    const printed = async (text: string): Promise<string[]> =>
      (await find({ 'a.txt': text }, 'lee')).quotations.map((quotation) =>
        text.slice(quotation.printed.start, quotation.printed.end),
      );
    expect(await printed('“We wait,” Ann Lee said.')).toEqual(['“We wait,”']);
    expect(await printed('"We wait," Ann Lee said.')).toEqual(['"We wait,"']);
    expect(await printed('«We wait», Ann Lee said.')).toEqual(['«We wait»']);
    expect(await printed('Ann Lee said: “We wait. They left.')).toEqual(['“We wait.']);
    expect(await printed('LEE: We wait.\nRUIZ: Why?\nLEE: Wind.\nRUIZ: Oh.')).toEqual([
      'We wait.',
      'Wind.',
    ]);
  });

  it('mean a surname before a given name, and a head before the words that go with it', async () => {
    const files = {
      'a.txt': '“We build it,” the Carter Company said.\n“I like it,” Tom Carter said.',
      'b.txt': '“I bought it,” Carter Brown said.',
    };
    expect((await find(files, 'carter')).names).toEqual([{ name: 'Tom Carter', count: 1 }]);
    expect((await find(files, 'carter company')).names).toEqual([
      { name: 'Carter Company', count: 1 },
    ]);
    expect((await find(files, 'brown')).names).toEqual([{ name: 'Carter Brown', count: 1 }]);
  });

  it('take a slip of the keys for the name it is near, and never for another first letter', async () => {
    const files = { 'a.txt': '“We wait,” Ann Sheinbaum said.' };
    expect((await find(files, 'sheinbuam')).total).toBe(1);
    expect((await find(files, 'Mrs. Sheinbaum')).total).toBe(1);
    expect((await find(files, 'weinbaum')).total).toBe(0);
  });

  it('show another file’s spelling of the same full name, and not somebody else’s', async () => {
    const files = {
      'a.txt': '“We wait,” Karoline Leavitt said.',
      'b.txt': '“We go,” Karoline Levitt said.',
      'c.txt': '“We stay,” Tom Leavit said.',
    };
    expect(texts(await find(files, 'leavitt'))).toEqual(['We wait,', 'We go,']);
  });

  it('about a topic hold its words, their endings or synonyms, in the quotation or its paragraph', async () => {
    const files = {
      'a.txt': 'Flights will go on. “We wait,” Ann Lee said.\n“No deportation,” Ann Lee said.',
      'synonyms.yml': 'version: 1\ngroups:\n  - [expulsion, deportation]\n',
    };
    expect(texts(await find(files, 'lee', { about: 'flight' }))).toEqual(['We wait,']);
    expect(texts(await find(files, 'lee', { about: 'expulsions' }))).toEqual(['No deportation,']);
    const none = await find(files, 'lee', { about: 'zebras' });
    expect(none).toMatchObject({ total: 0, missing: ['zebras'], names: [{ count: 2 }] });
  });

  it('come in part where a limit is set, and the rest after them', async () => {
    const files = { 'a.txt': '“One day,” Ann Lee said. “Two days.” “Three days,” she added.' };
    expect(await find(files, 'lee', { limit: 1, skip: 1 })).toMatchObject({
      total: 3,
      skipped: 1,
      quotations: [{ text: 'Two days.' }],
    });
  });

  it('of nobody known name those whose name is like it', async () => {
    const files = { 'a.txt': '“We wait,” Ann Lee Carter said.\nTom Brown left.' };
    expect(await find(files, 'peter carter')).toMatchObject({
      total: 0,
      nearest: ['Ann Lee Carter'],
    });
    expect((await find(files, 'tom brown')).mentioned).toHaveLength(1);
    expect(await find(files, 'zzz')).toMatchObject({ total: 0, nearest: [], mentioned: [] });
    expect(await find(files, '“?!”')).toMatchObject({ total: 0, names: [], nearest: [] });
  });

  it('show nothing of an article under embargo, and borrow no speaker from another file', async () => {
    const files = {
      'a.txt': 'Jane Harper runs the port.\n“We wait,” Harper said.',
      'b.txt': '“We go,” Harper said. “Soon,” she added.',
      'c.txt': '“We hide,” Jane Harper said.',
      'articles.yml': 'version: 1\narticles:\n  c.txt: { embargo_until: 2030-01-01T00:00:00Z }\n',
    };
    expect((await find(files, 'harper')).names).toEqual([
      { name: 'Harper', count: 2 },
      { name: 'Jane Harper', count: 1 },
    ]);
  });

  it('are plain data for other programs', async () => {
    const found = await find(
      { 'a.txt': 'Intro. “We wait,” she said.\n“We go,” Ann Lee said.' },
      'lee',
    );
    const json = toQuotesJson(found);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json).toMatchObject({
      kind: 'quotes',
      query: 'lee',
      total: 1,
      quotations: [
        {
          text: 'We go,',
          file: 'a.txt',
          paragraph: 2,
          start: 29,
          end: 35,
          speaker: { name: 'Ann Lee', mention: 'Ann Lee', basis: 'named' },
          date: { status: 'unknown' },
          outlet: null,
          title: null,
          wording: 'as-printed',
          problems: [],
          wholeSentence: true,
        },
      ],
    });
  });
});
