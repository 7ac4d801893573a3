import { describe, expect, it } from 'vitest';
import type { ListedAnswer } from '../../../src/answer/answer.js';
import { type Article, listPassages, type Passage } from '../../../src/corpus/article/article.js';
import { questionNotices, replyWithPassages } from '../../../src/requests/kinds/passages.js';
import {
  allCautions,
  cautions,
  copiesLine,
  dateGrounds,
  formatInstant,
  plural,
  shorten,
  sourceParts,
  whyLine,
} from '../../../src/requests/wording.js';
import { article } from '../../support/article.js';
import { exact, inferred, unknown } from '../../support/dates.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { saidOf } from '../../support/reply.js';

const FILES = {
  'a.txt': 'Published: January 5, 2025\nPanama refused.\nPanama spoke.\nHonduras slept.',
  'b.txt': 'Panama sat.',
  'articles.yml': 'version: 1\narticles: {a.txt: {outlet: CNN}}',
};

async function answerTo(question: string, skip = 0, limit = 3): Promise<ListedAnswer> {
  return (await openMemoryArchive(FILES)).ask(question, { skip, limit });
}

/** The first thing said of an answer. */
function headline(answer: ListedAnswer): string {
  return saidOf(replyWithPassages(answer).listing)[0] ?? '';
}

describe('the headline', () => {
  it.each([
    ['panama', 0, 3, '“panama”: 3 passages'],
    ['honduras', 0, 3, '“honduras”: 1 passage'],
    ['panama', 0, 1, '“panama”: the best 2 of 3 passages'],
    ['panama', 1, 2, '“panama”: the last of 3 passages'],
    ['panama', 9, 2, 'No more passages for “panama”.'],
    ['brexit', 0, 3, 'Nothing found for “brexit”.'],
    ['honduras quetzal', 0, 3, '“honduras quetzal”: 1 passage comes near'],
  ])('for %s, past %i, at most %i', async (question, skip, limit, words) => {
    expect(headline(await answerTo(question, skip, limit))).toBe(words);
  });

  it('shortens a question of pages', async () => {
    const words = headline(await answerTo(`panama ${'quokka '.repeat(1_000)}`));
    expect(words.length).toBeLessThan(180);
    expect(words).toContain('…”');
  });
});

describe('what is said before the passages', () => {
  it.each([
    ['panma', 'Showing results for “panama”; the archive has no “panma”.'],
    ['honduras Quetzal', 'The archive has no “Quetzal”.'],
    [
      'panama from:cnn since:2025-01 before:2025-02-01 -honduras',
      'Only from “cnn”, since Jan 1, 2025, before Feb 1, 2025, without “honduras”.',
    ],
    ['"panama refused"', 'Only with “panama refused”.'],
    ['"refused panama"', 'No passage has “refused panama” word for word; these have words of it.'],
    [
      'panama since:2025',
      '1 matching passage left out because nothing states a date for the article.',
    ],
    [
      'panama from:bbc',
      'No article is from “bbc”. Outlets stated here: CNN; or use the beginning of a file name.',
    ],
    ['brexit', 'Searched 2 articles, 4 passages.'],
    ['"panma"', 'Nearest spellings in the archive: “panama”.'],
    [
      'what is it',
      'The question has no word to look for: add a name or a subject, such as panama.',
    ],
  ])('for %s: %s', async (question, said) => {
    expect(questionNotices(await answerTo(question))).toContain(said);
  });

  it('is nothing of a word in the passages shown, and of the others whether the archive has them', async () => {
    const files = {
      'a.txt': 'Panama refused the flights.',
      'b.txt': 'Tariffs rose in Honduras, which was no surprise to anybody who sells coffee.',
    };
    const said = async (question: string, limit = 3): Promise<string[]> =>
      questionNotices(await (await openMemoryArchive(files)).ask(question, { limit }));
    expect(await said('panama flights')).toEqual([]);
    expect(await said('panama flights coffee', 1)).toEqual(['Not in these passages: “coffee”.']);
    expect(await said('flights coffee')).toEqual(['None of these passages holds all of it.']);
    expect(await said('panama quokka coffee', 1)).toEqual([
      'The archive has no “quokka”.',
      'Not in these passages: “coffee”.',
    ]);
    const many = 'panama refused flights quokka zugzwang xylophone yurt narwhal okapi';
    expect((await said(many))[0]).toBe(
      'The archive has no “quokka”, “zugzwang”, “xylophone”, “yurt”, “narwhal”.',
    );
  });

  it('is how a follow-up was read, first of all', async () => {
    const archive = await openMemoryArchive(FILES);
    const answer = await archive.ask('and Honduras?', { thread: ['panama from:a'] });
    expect(questionNotices(answer)).toEqual(['I looked for: panama · Honduras', 'Only from “a”.']);
  });

  it.each([
    ['any numbers?', 'No number of anything (days and years left aside) stands in'],
    ['when was that?', 'No day, month or year stands in'],
    ['who said it?', 'No “said”, “wrote” or the like stands in'],
    ['any quotes?', 'No words in quotation marks stand in'],
  ])('is what the passages just shown do not hold: %s', async (question, said) => {
    const archive = await openMemoryArchive({ 'a.txt': 'Panama refused.\nIt did not budge.' });
    expect(questionNotices(await archive.ask(question, { thread: ['panama'] }))).toContain(
      `${said} the passages just shown, nor right before or after them.`,
    );
  });

  it('is no filter for words quoted in a whole sentence, which bar nothing', async () => {
    const said = questionNotices(await answerTo('who was it that said "panama refused" to them'));
    expect(said).toEqual([]);
  });

  it('is nothing for a plain question with a plain answer', async () => {
    expect(questionNotices(await answerTo('panama'))).toEqual([]);
  });
});

describe('beside a passage', () => {
  const passage = (fields: Partial<Article>): Passage => {
    const [first] = listPassages([article(fields)]);
    if (first === undefined) throw new Error('no passage');
    return first;
  };

  it('stand its outlet, date, file and paragraph', () => {
    expect(
      sourceParts({ passage: passage({ outlet: 'CNN', published: exact('2024-12-05') }) }),
    ).toEqual({ outlet: 'CNN', date: 'Dec 5, 2024', file: 'story.txt', paragraph: 'paragraph 1' });
    expect(sourceParts({ passage: passage({}) })).toMatchObject({
      outlet: 'Outlet not stated',
      date: 'date unknown',
    });
  });

  it('stand the files that carry the same text, the first three by name', () => {
    const copies = (count: number): Passage[] =>
      Array.from({ length: count }, (_, n) => passage({ file: `${n}.txt` }));
    expect(copiesLine({ copies: [] })).toBeNull();
    expect(copiesLine({ copies: copies(1) })).toBe('The same text also in 1 other file: 0.txt.');
    expect(copiesLine({ copies: copies(6) })).toBe(
      'The same text also in 6 other files: 0.txt, 1.txt, 2.txt and 3 more.',
    );
  });

  it('stand the reasons for its place, those that count', () => {
    const signals = {
      words: 1,
      sentence: 0.5,
      neighbours: 0,
      sought: 1,
      outlet: 0,
      day: 0,
      shown: 0,
    };
    expect(whyLine({ matched: ['panama', 'flights'], signals })).toBe(
      'it has “panama”, “flights”; it has the kind of thing asked for',
    );
    expect(whyLine({ matched: ['panama', 'flights'], signals: { ...signals, sentence: 1 } })).toBe(
      'it has “panama”, “flights”; all in one sentence; it has the kind of thing asked for',
    );
    expect(whyLine({ matched: [], signals })).toMatch(
      /^the headline over it has words of the question; /,
    );
  });

  it('stand its faults, the most serious first', () => {
    const shown = passage({
      withdrawn: 'The figures were wrong.',
      wording: 'retranslated',
      usageTerms: 'Not for sale.',
      entryOutdated: true,
    });
    const problem = { paragraph: 3, text: 'Xi', kind: 'wrong name', note: 'Castro.', also: [1] };
    const lines = [
      'Withdrawn: The figures were wrong.',
      'Known error, wrong name (in paragraph 3, and here): “Xi”. Castro.',
      'Re-translated text: as printed in this file, not as spoken or first printed.',
      'Terms of use: Not for sale.',
      expect.stringMatching(
        /^The file has changed since its outlet, date and known errors were noted/,
      ),
    ];
    expect(allCautions({ passage: shown, problems: [problem] })).toEqual(lines);
    // Where a withdrawn article's words are not shown, its faulty words are not either.
    expect(cautions({ passage: shown, problems: [problem] })).toEqual(lines.toSpliced(1, 1));
  });

  it('stands nothing where nothing is known against it', () => {
    expect(cautions({ passage: passage({}), problems: [] })).toEqual([]);
  });
});

describe('what a date rests on', () => {
  it('is shown with evidence, reasoning and source', () => {
    expect(
      dateGrounds(
        article({
          published: {
            ...inferred('2025-01-15', '2025-01-17'),
            basis: 'text',
            evidence: 'next Monday',
            paragraph: 3,
            reasoning: 'A Monday.',
            source: 'AP.',
          },
        }),
      ),
    ).toEqual([
      'Date inferred: Jan 15–17, 2025: inferred from the words of the article.',
      'Evidence: “next Monday” (paragraph 3)',
      'A Monday.',
      'Source: AP.',
    ]);
  });

  it('is nothing for an unknown date', () => {
    expect(dateGrounds(article({ published: unknown }))).toEqual([
      'Date unknown: nothing in the file or beside it states one.',
    ]);
  });
});

it('shortens on one line and never inside a character', () => {
  expect(shorten('a\n b')).toBe('a b');
  expect(shorten('🗞'.repeat(10), 6)).toBe('🗞🗞…');
  expect(shorten('short', 5)).toBe('short');
});

it('counts in words and writes instants in one time zone', () => {
  expect([plural(1, 'passage'), plural(0, 'passage'), plural(1_200, 'passage')]).toEqual([
    '1 passage',
    '0 passages',
    '1,200 passages',
  ]);
  expect(formatInstant(new Date('2026-11-22T14:03:59Z'))).toBe('Nov 22, 2026, 14:03 UTC');
});
