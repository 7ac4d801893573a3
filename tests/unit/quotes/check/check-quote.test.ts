import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAtOnce } from '../../../../src/corpus/slices.js';
import type { Archive } from '../../../../src/answer/archive/archive.js';
import { checkQuote } from '../../../../src/quotes/check/check-quote.js';
import type { CheckedQuote } from '../../../../src/quotes/check/checked-quote.js';
import { QuestionError } from '../../../../src/search/question/question.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';
import { openSeeds } from '../../../support/seeds.js';

const places = ({ places: found }: CheckedQuote): string[] =>
  found.map(({ article, parts }) =>
    [
      article.file.slice(0, 3),
      ...parts.map(({ passage, text }) => `${passage.paragraph.number} ${text}`),
    ].join(' | '),
  );

/** What differs, "{as pasted → as printed}". */
const differences = ({ sentence, nearest }: CheckedQuote): string[] =>
  (nearest?.differences ?? [])
    .filter(({ same }) => !same)
    .map(({ printed, pasted }) => {
      const text = nearest?.place.article.text ?? '';
      return `${pasted ? sentence.slice(pasted.start, pasted.end) : ''} → ${printed ? text.slice(printed.start, printed.end) : ''}`;
    });

async function check(files: Record<string, string>, sentence: string): Promise<CheckedQuote> {
  return doAtOnce(checkQuote((await openMemoryArchive(files)).view(), sentence));
}

describe('the five articles', () => {
  const checkSeeds = async (sentence: string): Promise<CheckedQuote> =>
    doAtOnce(checkQuote((await openSeeds()).view(), sentence));

  it('hold “we would be incapable of it”, said by Sheinbaum', async () => {
    const checked = await checkSeeds('we would be incapable of it');
    expect(checked).toMatchObject({ status: 'verbatim', total: 1, nearest: null });
    expect(places(checked)).toEqual(['000 | 9 we would be incapable of it']);
    expect(checked.places[0]?.quotations.map(({ speaker }) => speaker.name)).toEqual([
      'Claudia Sheinbaum',
    ]);
    expect(checked.places[0]?.forgiven).toEqual([]);
  });

  it.each([
    ['they would be unable of it', ['they → we', 'unable → incapable']],
    ['we could be incapable of that', ['could → would', 'that → it']],
    ['we would not be incapable of doing it', ['not → ', 'doing → ']],
    ['we have an obligation to accept deportees', ['an → no']],
  ])('do not hold “%s”, and show the words that differ', async (sentence, differing) => {
    const checked = await checkSeeds(sentence);
    expect(checked).toMatchObject({ status: 'differs', total: 0, places: [] });
    expect(checked.nearest?.differing).toBe(differing.length);
    expect(differences(checked)).toEqual(differing);
    expect(checked.nearest?.place.article.file).toMatch(/^000/);
  });

  it.each([
    'The moon is made of green cheese',
    'Trump resigned on Tuesday morning',
    'we will close the border and build bridges to nowhere',
    'the of and to in that it is was for',
  ])('hold nothing like “%s”', async (sentence) => {
    expect(await checkSeeds(sentence)).toMatchObject({ status: 'not found', nearest: null });
  });

  it('hold a sentence pasted with straight marks, other dashes, capitals and line breaks', async () => {
    const checked = await checkSeeds(
      '"everyone has THEIR own way of communicating, but I can assure you,\r\n I give you the certainty that we would never -- and we would be incapable of it - propose that we would close the border," Sheinbaum said.',
    );
    expect(checked.status).toBe('verbatim');
    expect(checked.places[0]?.forgiven.toSorted()).toEqual([
      'case',
      'dashes',
      'quotation marks',
      'spaces',
    ]);
  });
});

describe('the same words written differently', () => {
  it.each([
    [
      'ligatures and soft hyphens',
      'The o\uFB03ce of immi\u00ADgration',
      'the office of immigration',
    ],
    [
      'composed and decomposed accents',
      'Presidente Ar\u00E9valo hablo\u0301',
      'Presidente Are\u0301valo habl\u00F3',
    ],
    ['zero-width and no-break spaces', 'We\u00A0do\u200B not\u2009agree', 'We do not agree'],
    ['full-width letters', 'We do not agree', '\uFF37\uFF45 do not agree'],
    [
      'the file’s own brackets',
      'We hope [mass deportations] don’t happen',
      "We hope mass deportations don't happen",
    ],
    ['a changed first letter', 'He said we will be ready', '[W]e will be ready'],
    [
      'single marks in place of double',
      'He called it “a disgrace” twice',
      "He called it 'a disgrace' twice",
    ],
    [
      'words at a line’s end',
      'We do not agree.\n\n  • That is final.',
      'do not agree. That is final',
    ],
  ])('are verbatim: %s', async (_what, file, sentence) => {
    expect(await check({ 'a.txt': `${file}\n` }, sentence)).toMatchObject({ status: 'verbatim' });
  });

  it.each([
    ['an accent', 'President Arévalo spoke to us', 'President Arevalo spoke to us', 1],
    ['a number', 'It sent 10,000 troops to the border', 'It sent 10,00 troops to the border', 1],
    ['a symbol', 'It put 25% on all car parts', 'It put 25 on all car parts', 1],
    ['a comma', 'However, we are ready for it', 'However we are ready for it', 0],
    ['a missing “not”', 'We are not a safe third country', 'We are a safe third country', 1],
  ])('are not, where they differ in %s', async (_what, file, sentence, words) => {
    const checked = await check({ 'a.txt': `${file}\n` }, sentence);
    expect(checked.status).toBe('differs');
    expect(checked.nearest?.differing).toBe(words);
    expect(differences(checked)).toHaveLength(1);
  });

  it('stand in whole words only', async () => {
    expect(await check({ 'a.txt': 'The candidate won.' }, 'did')).toMatchObject({
      status: 'not found',
    });
  });
});

describe('an ellipsis', () => {
  const files = {
    'a.txt':
      'We hope for a good deal, and soon, with them.\nWe will be ready.\nOther.\nThe end of it all.',
  };

  it.each([
    'We hope … with them',
    'we hope ... with them',
    'We hope […] with them',
    'We hope (...) with them',
  ])('leaves words out, and how many is told: %s', async (sentence) => {
    const checked = await check(files, sentence);
    expect(places(checked)).toEqual(['a.t | 1 We hope | 1 with them']);
    expect(checked.places[0]).toMatchObject({ leftOut: 6 });
    expect(checked.places[0]?.forgiven).toContain('ellipsis');
  });

  it('reaches into the next paragraph with pieces long enough, and no further', async () => {
    expect((await check(files, 'We hope for a good … will be ready')).status).toBe('verbatim');
    expect((await check(files, 'We hope … will be ready')).status).not.toBe('verbatim');
    expect((await check(files, 'We hope for a good … end of it all')).status).not.toBe('verbatim');
  });

  it('joins only what stands in that order, in one file', async () => {
    expect((await check(files, 'with them … We hope')).status).not.toBe('verbatim');
    const apart = { 'a.txt': 'We hope for the best.', 'b.txt': 'It ends with all of them.' };
    expect((await check(apart, 'hope for the best … with all of them')).status).not.toBe(
      'verbatim',
    );
  });

  it('that the file has itself leaves nothing out', async () => {
    const checked = await check({ 'a.txt': 'No… we will not.' }, 'No ... we will not');
    expect(checked.places[0]).toMatchObject({ leftOut: 0, forgiven: ['characters'] });
  });
});

describe('brackets', () => {
  const files = { 'a.txt': 'She said he will sign the bill before Friday.' };

  it.each([
    'said [the president] will sign',
    'will [now] sign the bill',
    '[Trump] will sign the bill',
  ])('stand for a few words or for none: %s', async (sentence) => {
    const checked = await check(files, sentence);
    expect(checked.status).toBe('verbatim');
    expect(checked.places[0]?.forgiven).toContain('brackets');
  });

  it('hold no more than what was printed', async () => {
    expect((await check(files, '[Trump has resigned on] Friday')).status).toBe('not found');
  });
});

describe('what is told of a place', () => {
  it('every file that carries the words, however many are listed', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, n) => [`${n}.txt`, `No. ${n}. We are ready for it.`]),
    );
    const checked = await check(files, 'we are ready');
    expect(checked).toMatchObject({ total: 9 });
    expect(checked.places).toHaveLength(5);
    expect(checked.carriers.map(({ file }) => file)).toEqual(Object.keys(files));
  });

  it('the paragraphs that the words run over, each with its problems', async () => {
    const checked = await check(
      {
        'a.txt': 'We are ready.\nThey are not.',
        'articles.yml':
          'version: 1\narticles:\n  a.txt:\n    withdrawn: Retracted.\n    problems: [{ paragraph: 2, text: They, kind: vague, note: Who. }]',
      },
      'ready. They are',
    );
    expect(places(checked)).toEqual(['a.t | 1 ready. | 2 They are']);
    expect(checked.places[0]?.parts.map(({ problems }) => problems.length)).toEqual([0, 1]);
    expect(checked.places[0]?.article.withdrawn).toBe('Retracted.');
  });

  it('the sentence around the words, and the words alone where it has no end', async () => {
    const around = async (file: string): Promise<string> => {
      const {
        places: [place],
      } = await check({ 'a.txt': file }, 'we are ready');
      const [part] = place?.parts ?? [];
      return file.slice(part?.around.start, part?.around.end);
    };
    expect(await around('Good. She said that we are ready for it. Fine.')).toBe(
      'She said that we are ready for it.',
    );
    expect(await around(`${'on and '.repeat(500)}we are ready${' and on'.repeat(500)}`)).toBe(
      'we are ready',
    );
  });

  it('nothing of an article under embargo', async () => {
    const files = { 'a.md': '---\nembargo_until: 2999-01-01T00:00:00Z\n---\nWe are ready for it.' };
    expect(await check(files, 'we are ready for it')).toMatchObject({ status: 'not found' });
  });

  it('nothing of front matter', async () => {
    const files = { 'a.md': '---\ntitle: We are ready for it\n---\nBody.' };
    expect(await check(files, 'we are ready for it')).toMatchObject({ status: 'not found' });
  });
});

it.each(['', '   ', '“”', '…', '— [ ]', '$ €'])(
  'asks for words where there are none: “%s”',
  async (pasted) => {
    await expect(check({ 'a.txt': 'Text.' }, pasted)).rejects.toThrow(QuestionError);
    await expect(check({ 'a.txt': 'Text.' }, pasted)).rejects.toThrow('no words to check');
  },
);

it('refuses more than can be read, and says how much that is', async () => {
  await expect(check({ 'a.txt': 'Text.' }, 'a '.repeat(10_001))).rejects.toThrow('up to 20,000');
});

it('finds three thousand pasted words, and the few of them that were changed', async () => {
  const words = Array.from({ length: 3_000 }, (_, n) => `w${(n * 7) % 997}`);
  const archive = await openMemoryArchive({ 'a.txt': `${words.join(' ')}.\n` });
  expect(doAtOnce(checkQuote(archive.view(), words.join(' ')))).toMatchObject({
    status: 'verbatim',
  });
  const changed = words.map((word, n) => (n % 500 === 250 ? 'other' : word)).join(' ');
  expect(doAtOnce(checkQuote(archive.view(), changed)).nearest?.differing).toBe(6);
});

/** A search as one would do it by hand: everything that is forgiven made alike, then looked for between two spaces. */
function standsIn(text: string, sentence: string): boolean {
  const plain = (words: string): string =>
    words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[“”"„«»[\]\u00AD\u200B]/g, '')
      .replace(/(?<=\p{L})[’'](?=\p{L})/gu, 'ʼ')
      .replace(/[‘’']/g, '')
      .replace(/\s*[—–-]+\s*/g, ' - ')
      .replace(/[,.;:!?]/g, ' $& ')
      .replace(/\s+/g, ' ');
  const bare = plain(sentence).replace(/^[\s,.;:!?-]+|[\s,.;:!?-]+$/g, '');
  return ` ${plain(text)} `.includes(` ${bare} `);
}

describe('a sentence is verbatim exactly when a plain search by hand finds it', () => {
  const word = fc.constantFrom(
    ..."we|We|will|not|ready|Arévalo|Are\u0301valo|don’t|don't|café|border|bor\u00ADder|the|a".split(
      '|',
    ),
  );
  const between = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ' ',
    '\n',
    ', ',
    '. ',
    ' — ',
    ' - ',
    '—',
    ' “',
    '” ',
    "' ",
    '\u00A0',
    '  ',
  );
  const text = (maxLength: number): fc.Arbitrary<string> =>
    fc
      .array(fc.tuple(word, between), { minLength: 1, maxLength, size: 'max' })
      .map((pieces) => pieces.flat().join(''));

  it('whatever both are made of', async () => {
    let verbatim = 0;
    await fc.assert(
      fc.asyncProperty(text(60), text(4), async (file, sentence) => {
        const archive: Archive = await openMemoryArchive({ 'a.txt': `x ${file}` });
        const { status } = doAtOnce(checkQuote(archive.view(), sentence));
        expect(status === 'verbatim').toBe(standsIn(`x ${file}`, sentence));
        verbatim += Number(status === 'verbatim');
      }),
      { numRuns: 400 },
    );
    expect(verbatim).toBeGreaterThan(20);
  });

  it('and any stretch of words of a file is, at the place that it was cut from', async () => {
    await fc.assert(
      fc.asyncProperty(text(40), fc.nat(), fc.nat(), async (file, from, length) => {
        const words = [...file.matchAll(/[\p{L}\p{M}\u00AD’']+/gu)];
        const first = from % words.length;
        const last = Math.min(words.length - 1, first + (length % 8));
        const start = words[first]?.index ?? 0;
        const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
        const archive = await openMemoryArchive({ 'a.txt': file });
        const checked = doAtOnce(checkQuote(archive.view(), file.slice(start, end), 100));
        expect(checked.status).toBe('verbatim');
        for (const { article, parts } of checked.places)
          for (const part of parts)
            expect(part.text).toBe(article.text.slice(part.start, part.end));
      }),
      { numRuns: 150 },
    );
  });
});
