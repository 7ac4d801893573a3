import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article/article.js';
import { quotationsIn } from '../../../src/quotes/quotations-in.js';
import { KnownNames } from '../../../src/quotes/speakers/known-names.js';
import { article } from '../../support/article.js';

const PIECES = [
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '«',
  '»',
  '„',
  '``',
  "''",
  '「',
  '」',
  'Ann Lee',
  'said',
  'she',
  'told the Gazette',
  'according to',
  'the harbour',
  'Never',
  'don’t',
  'workers’',
  'that',
  'called it',
  '65"',
  'Mr. Lee',
  'Dr. Eric L. Brook',
  '🗞',
  'Arévalo',
  '\u202E',
  '<!channel>',
  '.',
  ',',
  '?',
  ':',
  '—',
  '(',
  ')',
  '\n',
  '\n\n',
];
const hostile = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', '')), { maxLength: 120 })
  .map((pieces) => pieces.flat().join(''));

describe('for any text, with its marks in any order', () => {
  it('every quotation is its file cut at its offsets, inside its paragraph, and overlaps no other', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const story = article({ text });
        let last = 0;
        for (const { start, end, paragraph, ...said } of quotationsIn(story)) {
          expect(said.text).toBe(text.slice(start, end));
          expect(said.text.trim()).toBe(said.text);
          expect(said.text).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(Math.max(last, paragraph.start));
          expect(end).toBeLessThanOrEqual(paragraph.end);
          last = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('every name and mention is cut from the file, and there is a name exactly where there is a basis', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { speaker } of quotationsIn(article({ text }))) {
          expect(speaker.name === null).toBe(speaker.basis === 'none');
          expect(text).toContain(speaker.name ?? '');
          const { start, end, text: words } = speaker.mention ?? { start: 0, end: 0, text: '' };
          expect(words).toBe(text.slice(start, end));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads an article the same whatever other articles there are', () => {
    const shown = (story: Article): unknown =>
      quotationsIn(story).map(({ start, end, speaker }) => ({ start, end, speaker }));
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const alone = shown(article({ text }));
        quotationsIn(article({ text: `Jane Lee spoke. “No,” Lee said.\n${other}`, file: 'b.txt' }));
        expect(shown(article({ text }))).toEqual(alone);
      }),
    );
  });
});

describe(
  'a paragraph of tens of thousands of marks is read to its end',
  { timeout: 60_000 },
  () => {
    it.each([
      ['opening', '“We go. '],
      ['closing', 'We go.” '],
      ['straight', '"We go," '],
      ['single', "'We go "],
      ['said by somebody', '“We go,” Ann Lee said. '],
      ['in one sentence', '“we go” and '],
      ['nested', '“‘«'],
      ['back and forth', '“We go ” she said, who '],
      ['before a colon each', '“a”: '],
      ['in one endless name', '“a” Ann '],
    ])('%s', (_title, piece) => {
      const text = piece.repeat(30_000).trim();
      expect(quotationsIn(article({ text })).length).toBeGreaterThanOrEqual(0);
    });
  },
);

describe('a text that was written to be slow is read to its end', () => {
  it.each([
    ['a sentence of nothing but “said”', 'said '],
    ['one name of sixty thousand words', 'Ann of '],
  ])('%s', (_title, piece) => {
    const text = `“We go,” she said. ${piece.repeat(60_000)}`;
    expect(quotationsIn(article({ text }))).toHaveLength(1);
  });

  it('thousands of people of one surname, of whom no more than some hundreds are looked at', () => {
    let looks = 0;
    const known = new KnownNames();
    for (let at = 0; at < 5_000; at += 1) {
      const words = new Proxy([`a${at}`, 'smith'], {
        get: (target, key) => {
          if (key === 'length') looks += 1;
          return Reflect.get(target, key);
        },
      });
      known.add({ start: at, end: at + 1, words, paragraphs: [1], person: false });
    }
    looks = 0;
    expect(known.fuller(['a1', 'smith'], 5_000)).toBe(null);
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThan(1_000);
  });
});

it('leaves the credits and an article without marks alone', () => {
  expect(quotationsIn(article({ text: 'Reporting contributed by “Ann Lee”' }))).toEqual([]);
  expect(quotationsIn(article({ text: 'The ministry made a statement.' }))).toEqual([]);
  expect(quotationsIn(article({ text: '' }))).toEqual([]);
});

it('follows no pronoun by its gender in a text that a machine translated', () => {
  const text = 'Jane Harper runs the port. “It was a small place,” he said.';
  const [quotation] = quotationsIn(article({ text, wording: 'retranslated' }));
  expect(quotation?.speaker).toMatchObject({ name: 'Jane Harper', basis: 'resolved' });
});

it('tells whole sentences from fragments', () => {
  const text =
    'Ann Lee said the port was “full of rust” and closed it. “We wait,” she said. “The sea is rough.”';
  expect(quotationsIn(article({ text })).map(({ wholeSentence }) => wholeSentence)).toEqual([
    false,
    true,
    true,
  ]);
});
