import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../src/answer/archive/archive.js';
import type { Citation } from '../../../src/answer/answer.js';
import { CITATION_LENGTH, SENTENCE_CEILING } from '../../../src/answer/cut-citation.js';
import { splitSentences } from '../../../src/corpus/article/split-sentences.js';
import { tokenize } from '../../../src/search/index/terms.js';
import { openMemoryArchive } from '../../support/open-memory-archive.js';
import { openSeeds, SEEDS } from '../../support/seeds.js';

/** One half of a surrogate pair. */
const HALF_CHARACTER = /\p{Cs}/u;

/** Everything that is promised of a citation, whatever was asked of whatever folder. */
function expectHonest(citation: Citation, file: string): void {
  const { passage, start, end, text, marks, insideSentence } = citation;
  const { paragraph } = passage;
  expect(text).toBe(file.slice(start, end));
  expect(start).toBeGreaterThanOrEqual(paragraph.start);
  expect(end).toBeLessThanOrEqual(paragraph.end);
  expect(
    file
      .slice(0, paragraph.start)
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== ''),
  ).toHaveLength(paragraph.number - 1);
  expect(text).not.toMatch(HALF_CHARACTER);
  expect(text.trim()).toBe(text);
  expect(text).not.toBe('');

  const sentences = splitSentences(file.slice(paragraph.start, paragraph.end)).map((sentence) => ({
    start: paragraph.start + sentence.start,
    end: paragraph.start + sentence.end,
  }));
  const isSingle = sentences.some((sentence) => sentence.start === start && sentence.end === end);
  expect(text.length).toBeLessThanOrEqual(isSingle ? SENTENCE_CEILING : CITATION_LENGTH);
  const wholeSentences =
    sentences.some((sentence) => sentence.start === start) &&
    sentences.some((sentence) => sentence.end === end);
  expect(wholeSentences || insideSentence).toBe(true);

  let at = start;
  for (const mark of marks) {
    expect(mark.start).toBeGreaterThanOrEqual(at);
    expect(mark.end).toBeLessThanOrEqual(end);
    expect(tokenize(file.slice(mark.start, mark.end))).toHaveLength(1);
    at = mark.end;
  }
}

async function expectHonestAnswer(
  archive: Archive,
  question: string,
  fileText: (name: string) => string,
): Promise<number> {
  const { citations, listed } = await archive.ask(question, { limit: 100 });
  for (const citation of [...citations, ...listed.entries.flat()])
    expectHonest(citation, fileText(citation.passage.article.file));
  return citations.length;
}

describe('every citation equals its file cut at its offsets', () => {
  it('for any words of the five articles', async () => {
    const archive = await openSeeds();
    const files = new Map(
      archive
        .articles()
        .map(({ file }) => [file, readFileSync(path.join(SEEDS, file), 'utf8')] as const),
    );
    const vocabulary = [
      ...new Set([...files.values()].flatMap((text) => tokenize(text).map(({ word }) => word))),
    ];
    const word = fc.oneof(
      fc.constantFrom(...vocabulary),
      fc.constantFrom('brexit', 'sheinbuam', '-trump', '"safe third country"', 'since:2025', 'US'),
    );
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async (words) => {
        seen += await expectHonestAnswer(archive, words.join(' '), (name) => files.get(name) ?? '');
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it('for any folder, with CRLF, byte-order marks, emoji, accents that stand apart and sentences without end', async () => {
    const piece = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          ...'Panama|panamá|Panama\u0301|🗞|👨‍👩‍👧|U.S.|Mr.|said.|“No.”|Honduras|5,200|the|—|Jan. 5|。|…'.split(
            '|',
          ),
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\u00A0', '\t') },
      { weight: 1, arbitrary: fc.nat({ max: 1_000 }).map((n) => 'word '.repeat(n)) },
      { weight: 1, arbitrary: fc.nat({ max: 2_500 }).map((n) => '🇵🇦'.repeat(n)) },
      { weight: 1, arbitrary: fc.nat({ max: 5_000 }).map((n) => 'e\u0301'.repeat(n)) },
    );
    const file = fc
      .tuple(
        fc.constantFrom('', '\uFEFF'),
        fc.array(piece, { minLength: 10, maxLength: 40, size: 'max' }),
      )
      .map(([mark, pieces]) => mark + pieces.join(' '));
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({ 'a.txt': file, 'b.md': file, 'sub/c.txt': file }),
        fc.constantFrom(
          'panama',
          'honduras said',
          'panama US',
          '5,200',
          '"panama"',
          'said -honduras',
        ),
        async (files, question) => {
          const archive = await openMemoryArchive(files);
          const texts: Record<string, string> = files;
          seen += await expectHonestAnswer(archive, question, (name) => texts[name] ?? '');
        },
      ),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('for a page, whose offsets count in the text that a reader sees', async () => {
    const archive = await openMemoryArchive({
      'a.html':
        '<title>Talks</title><p>Le&oacute;n &amp; <b>Pana</b>ma 🗞.<script>panama</script><p>More.',
    });
    const { citations } = await archive.ask('panama');
    expect(citations).toHaveLength(1);
    for (const citation of citations) expectHonest(citation, 'León & Panama 🗞.\nMore.\n');
  });
});

it('marks exactly the words that were found, as they are printed', async () => {
  const archive = await openMemoryArchive({
    'a.txt': 'The Panamanian ministry: PANAMÁ’s deportations, deported from Panama.',
  });
  const [citation] = (await archive.ask('panama deport')).citations;
  expect(
    citation?.marks.map(({ start, end }) => citation.passage.article.text.slice(start, end)),
  ).toEqual(['Panamanian', 'PANAMÁ’s', 'deportations', 'deported', 'Panama']);
});

it('cuts a passage the same way when an article about something else joins the archive', async () => {
  const files = Object.fromEntries(
    (await openSeeds()).articles().map(({ file, text }) => [file, text]),
  );
  const strangers = Array.from({ length: 80 }, (_, n) => `Zugzwang ${n} quokka xylophone.`);
  const before = await openMemoryArchive(files);
  const after = await openMemoryArchive({ ...files, '999.txt': strangers.join('\n') });
  const words = fc.constantFrom(
    ...'mexico trump sheinbaum fentanyl tariffs border deportations honduras guatemala logan migrants asylum'.split(
      ' ',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(words, { minLength: 1, maxLength: 2 }), async (asked) => {
      const texts = async (archive: Archive): Promise<string[]> =>
        (await archive.ask(asked.join(' '), { limit: 100 })).citations
          .map(
            ({ passage: { article, paragraph }, text }) =>
              `${article.file} ${paragraph.number} ${text}`,
          )
          .toSorted();
      expect(await texts(after)).toEqual(await texts(before));
    }),
    { numRuns: 100 },
  );
});
