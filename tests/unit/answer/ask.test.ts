import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds } from '../../support/seeds.js';

const cited = ({ citations }: Answer): string[] =>
  citations.map(
    ({ passage: { article, paragraph } }) => `${article.file.slice(0, 3)} ${paragraph.number}`,
  );

async function askSeeds(question: string, limit = 100): Promise<Answer> {
  return (await openSeeds()).ask(question, { limit });
}

describe('the five articles', () => {
  it('answer panama with the ministry’s three paragraphs first', async () => {
    const answer = await askSeeds('panama', 3);
    expect(answer.status).toBe('found');
    expect(cited(answer).toSorted()).toEqual(['000 13', '000 14', '000 15']);
  });

  it('answer honduras with paragraph 9 of 003 among the first three, its wrong name beside it', async () => {
    const { citations } = await askSeeds('honduras', 3);
    const nine = citations.find(({ passage }) => passage.paragraph.number === 9);
    expect(nine?.passage.article.file).toMatch(/^003/);
    expect(nine?.problems.map(({ kind, text }) => `${kind}: ${text}`)).toContain(
      'wrong name: Honduran President Xi Jinping',
    );
  });

  it('find nothing for brexit and say what was searched', async () => {
    const answer = await askSeeds('brexit');
    expect(answer).toMatchObject({
      status: 'nothing',
      missing: ['brexit'],
      total: 0,
      citations: [],
      searched: { articles: 5 },
    });
    expect(answer.searched.passages).toBeGreaterThan(80);
  });

  it.each([
    ['birth rate in guatemala', 'birth'],
    ['vatican statement on tariffs', 'vatican'],
    ['Kamala Harris resigned Tuesday', 'resigned'],
  ])('do not answer “%s”, and name %s as missing', async (question, word) => {
    const answer = await askSeeds(question);
    expect(answer.status).not.toBe('found');
    expect(answer.missing).toContain(word);
  });

  it('are not quoted for one common word of a question about something else', async () => {
    expect(await askSeeds('quokka zugzwang xylophone quetzalcoatl trump')).toMatchObject({
      status: 'nothing',
      missing: ['trump', 'quokka', 'zugzwang', 'xylophone', 'quetzalcoatl'],
      absent: ['quokka', 'zugzwang', 'xylophone', 'quetzalcoatl'],
      total: 0,
      citations: [],
    });
  });

  it('show Sheinbaum for sheinbuam and say so', async () => {
    const answer = await askSeeds('sheinbuam', 3);
    expect(answer.corrected).toEqual([{ typed: 'sheinbuam', as: 'sheinbaum' }]);
    expect(answer.citations.map(({ text }) => text)).toEqual(
      Array.from({ length: 3 }, () => expect.stringContaining('Sheinbaum')),
    );
  });

  it.each([
    ['border wall', 'wall', 'will'],
    ['police in mexico', 'police', 'policy'],
    ['fire in mexico', 'fire', 'fine'],
    ['mexico reserve', 'reserve', 'receive'],
  ])('take no other word for a slip: %s', async (question, typed, as) => {
    const answer = await askSeeds(question);
    expect(answer).toMatchObject({ corrected: [], absent: [typed], offered: [{ typed, as }] });
    expect(answer.status).not.toBe('found');
  });

  it('have a credit line, which names places and tells nothing of them, only where nothing else is found', async () => {
    expect(cited(await askSeeds('panama'))).not.toContain('003 30');
    expect(cited(await askSeeds('tegucigalpa'))).toEqual(['003 30']);
  });

  it('answer "safe third country" only with the phrase', async () => {
    const { citations, total } = await askSeeds('"safe third country"');
    expect(total).toBe(3);
    expect(citations.map(({ text }) => text)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/safe third country/i)),
    );
  });

  it('answer a whole sentence with quotation marks beyond the passages that hold its phrase', async () => {
    const answer = await askSeeds('who is it that said it is not a “safe third country”?');
    expect(cited(answer).slice(0, 3).toSorted()).toEqual(['001 15', '003 23', '003 24']);
    expect(answer.total).toBeGreaterThan(3);
  });

  it.each([
    ['deportados', 'deportees', /deport/i],
    ['aranceles', 'tariffs', /tariff/i],
    ['expulsion', 'deportation', /deport|repatriat/i],
    ['fentanilo', 'fentanyl', /fentanyl/i],
  ])('answer %s with what they say of %s, and say nothing of a slip', async (word, _, said) => {
    const { citations, status, corrected } = await askSeeds(word, 3);
    expect({ status, corrected }).toEqual({ status: 'found', corrected: [] });
    for (const { text } of citations) expect(text).toMatch(said);
  });

  it('answer a word in quotation marks by no other', async () => {
    expect(await askSeeds('"expulsion"')).toMatchObject({ status: 'nothing', citations: [] });
  });

  it.each([
    ['25%', '25 percent', '25 per cent'],
    ['third-country deportees', 'third country deportees', 'THIRD-COUNTRY deportees'],
    ['Arévalo', 'arevalo', 'Are\u0301valo'],
    ['30,000 people', '30000 people', '30,000 PEOPLE'],
    ['US flights', 'U.S. flights', 'United States flights'],
    ['Sheinbaum’s call', "Sheinbaum's call", 'sheinbaum call'],
  ])('answer “%s”, “%s” and “%s” alike', async (...ways) => {
    const [first, ...others] = await Promise.all(ways.map((way) => askSeeds(way)));
    expect(first?.status).toBe('found');
    for (const other of others) expect(cited(other)).toEqual(cited(first ?? other));
  });

  it('leave out what is excluded', async () => {
    const { citations } = await askSeeds('sheinbaum -trump');
    expect(citations.length).toBeGreaterThan(3);
    expect(
      citations.filter(({ passage: { article, paragraph } }) =>
        /trump/i.test(article.text.slice(paragraph.start, paragraph.end)),
      ),
    ).toEqual([]);
  });

  it('answer from one outlet, by its name, its initials or its file', async () => {
    expect(
      new Set(cited(await askSeeds('mexico from:cnn')).map((place) => place.slice(0, 3))),
    ).toEqual(new Set(['000']));
    expect(cited(await askSeeds('honduras from:nyt'))).toEqual(
      cited(await askSeeds('honduras from:003')),
    );
  });

  it('answer within dates, a range counting while any day of it may be', async () => {
    const files = async (question: string): Promise<Set<string>> =>
      new Set(cited(await askSeeds(question)).map((place) => place.slice(0, 3)));
    expect(await files('tariffs since:2025-03')).toEqual(new Set(['004']));
    expect(await files('sheinbaum before:2024-12-18')).toEqual(new Set(['000', '002']));
  });

  it('name the source that no article has', async () => {
    expect(await askSeeds('panama from:bbc')).toMatchObject({
      status: 'nothing',
      unknownSources: ['bbc'],
    });
    expect((await askSeeds('panama from:bbc from:cnn')).unknownSources).toEqual(['bbc']);
  });

  it('offer the nearest spellings of a word they do not have', async () => {
    expect(await askSeeds('"sheinbuam"')).toMatchObject({
      status: 'nothing',
      nearest: ['sheinbaum'],
    });
  });

  it.each(['', '   ', 'what is it?', '?!', '-trump', 'since:2025'])(
    'find nothing for “%s”, which has no word to look for',
    async (question) => {
      expect(await askSeeds(question)).toMatchObject({ status: 'nothing', citations: [] });
    },
  );

  it('give the same answer to the same question, also when opened again', async () => {
    const archive = await openSeeds();
    const question = 'what did sheinbaum say about deportations to third countries';
    const first = await archive.ask(question, { limit: 100 });
    expect(await archive.ask(question, { limit: 100 })).toEqual(first);
    expect((await askSeeds(question)).citations.map(({ text }) => text)).toEqual(
      first.citations.map(({ text }) => text),
    );
  });
});

describe('status', () => {
  const files = {
    'a.txt': 'The Panamanian ministry refused the flights.\nNobody else spoke.',
    'b.txt': 'Honduras sent a letter about coffee.',
  };

  it('is found where passages that stand together speak of all that was asked', async () => {
    const archive = await openMemoryArchive({
      'a.txt': 'The ministry spoke of flights.\nPanama refused.\nNothing else.',
    });
    expect(await archive.ask('flights Panama')).toMatchObject({ status: 'found', missing: [] });
  });

  it('is partial where the words stand apart, and says so', async () => {
    const archive = await openMemoryArchive(files);
    const answer = await archive.ask('flights to Honduras');
    expect(answer).toMatchObject({ status: 'partial', missing: [], apart: true });
    const one = await archive.ask('flights to Honduras', { limit: 1 });
    expect(one).toMatchObject({ status: 'partial', apart: false });
    expect(one.missing).toHaveLength(1);
  });

  it('is not found while a name stands elsewhere, however little it weighs', async () => {
    const archive = await openMemoryArchive(files);
    const question = 'panamanian ministry refused flights Honduras';
    expect(await archive.ask(question)).toMatchObject({ status: 'partial', apart: true });
    expect(await archive.ask(question, { limit: 1 })).toMatchObject({
      status: 'partial',
      missing: ['Honduras'],
      absent: [],
    });
  });

  it('reads the title and the headings with the passage under them', async () => {
    const archive = await openMemoryArchive({
      'a.txt': 'Flights to Panama\nThe ministry refused.',
    });
    expect(await archive.ask('ministry panama')).toMatchObject({ status: 'found' });
  });
});

describe('dates that nothing states', () => {
  it('count the passages that a date filter leaves out for want of one', async () => {
    const archive = await openMemoryArchive({
      'a.txt': 'Published: January 5, 2025\nPanama refused.',
      'b.txt': 'Panama spoke.\nPanama slept.\nHonduras sat.',
    });
    const answer = await archive.ask('panama since:2025');
    expect(cited(answer)).toEqual(['a.t 2']);
    expect(answer.undated).toBe(2);
    expect((await archive.ask('panama')).undated).toBe(0);
    expect((await archive.ask('panama since:2025 from:a')).undated).toBe(0);
  });
});

describe('more', () => {
  it('goes on where the first answer ended, without a gap or a repeat', async () => {
    const archive = await openSeeds();
    const all = await archive.ask('mexico', { limit: 9 });
    const parts = await Promise.all(
      [0, 3, 6].map((skip) => archive.ask('mexico', { limit: 3, skip })),
    );
    expect(parts.flatMap((part) => cited(part))).toEqual(cited(all));
  });

  it('gives none beyond the last passage', async () => {
    const answer = await (await openSeeds()).ask('panama', { skip: 50 });
    expect(answer).toMatchObject({ status: 'found', citations: [], listed: { entries: [] } });
  });

  it.each([0, 101, 1.5, -1, Number.NaN])('refuses a limit of %d', async (limit) => {
    await expect((await openSeeds()).ask('panama', { limit })).rejects.toThrow(RangeError);
  });
});
