import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CITATION_LENGTH,
  cutCitation,
  SENTENCE_CEILING,
  type Cut,
} from '../../../src/answer/cut-citation.js';

/** One half of a surrogate pair. */
const HALF_CHARACTER = /\p{Cs}/u;

/** Cuts for words that are asked for, each with what it weighs. */
const cut = (text: string, asked: Record<string, number>): Cut & { shown: string } => {
  const result = cutCitation(text, (word) => {
    const idf = asked[word];
    return idf === undefined ? undefined : { word, idf };
  });
  return { ...result, shown: text.slice(result.start, result.end) };
};

const filler = (words: number): string => `${'Filler '.repeat(words).trim()}.`;

it('shows a short paragraph whole', () => {
  const text = 'Panama refused. The ministry spoke.';
  expect(cut(text, { panama: 1 }).shown).toBe(text);
});

describe('a long paragraph', () => {
  it('gives the run of whole sentences that holds most of what was asked', () => {
    const text = `${filler(60)} Panama refused. The flights ended. ${filler(60)}`;
    const { shown, insideSentence } = cut(text, { panama: 2, flights: 2 });
    expect(shown).toBe('Panama refused. The flights ended.');
    expect(insideSentence).toBe(false);
  });

  it('gives a rare word before a common one', () => {
    const text = `The flights ended. ${filler(70)} Panama refused.`;
    expect(cut(text, { flights: 1, panama: 3 }).shown).toContain('Panama');
  });

  it('gives as much of the paragraph around as fits', () => {
    const text = `${filler(10)} Panama refused. ${filler(10)} ${filler(70)}`;
    expect(cut(text, { panama: 1 }).shown).toBe(`${filler(10)} Panama refused. ${filler(10)}`);
  });

  it('is not cut at “U.S.”, “Mr.” and “Jan.”', () => {
    const sentence = `On Jan. 15 Mr. Mulino said that the U.S. Secretary would come to Panama.`;
    const text = `${filler(60)} ${sentence} ${filler(60)}`;
    expect(cut(text, { panama: 1 }).shown).toBe(sentence);
  });

  it('shows a sentence of up to 1,200 characters whole', () => {
    const sentence = `Panama ${'said so '.repeat(100)}today.`;
    const { shown, insideSentence } = cut(`${sentence} ${filler(80)}`, { panama: 1 });
    expect(shown).toBe(sentence);
    expect(insideSentence).toBe(false);
  });

  it('shows part of a longer sentence, cut between words, and says so', () => {
    const text = `${'before '.repeat(400)}Panama ${'after '.repeat(400)}end.`;
    const { shown, insideSentence } = cut(text, { panama: 1 });
    expect(insideSentence).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(CITATION_LENGTH);
    expect(shown).toMatch(/^before .* Panama .* after$/);
  });

  it('shows the asked-for words also where nothing stands before them but one long word', () => {
    const text = `${'x'.repeat(2_000)} Panama ${'y'.repeat(2_000)}.`;
    expect(cut(text, { panama: 1 }).shown).toContain('Panama');
  });

  it('begins and ends it at a word also where wide space stands around', () => {
    const text = `${'x'.repeat(1_500)}${' '.repeat(100)}Panama${' '.repeat(1_000)}${'y'.repeat(1_500)}.`;
    expect(cut(text, { panama: 1 }).shown).toBe('Panama');
  });

  it('shows them also where they stand in a web address without end', () => {
    const text = `${'before '.repeat(400)}https://example.org/panama/${'y'.repeat(2_000)}.`;
    const { shown, marks } = cut(text, { panama: 1 });
    expect(shown).toContain('panama');
    expect(marks).toHaveLength(1);
  });
});

it('marks every place where a word stands, inside the slice only', () => {
  const text = `Panama one. Panama two. ${filler(80)} Panama three.`;
  const { marks, end } = cut(text, { panama: 1 });
  expect(marks).toEqual([
    { start: 0, end: 6 },
    { start: 12, end: 18 },
  ]);
  expect(end).toBeLessThan(text.length);
});

it('holds for any paragraph: whole characters, whole sentences or said otherwise, no longer than it may be', () => {
  const piece = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'panama',
        'Mr.',
        'the',
        'U.S.',
        'flights.',
        'Ok?',
        '“Yes.”',
        'León',
        'Leo\u0301n',
      ),
    },
    { weight: 1, arbitrary: fc.nat(60).map((n) => '🗞'.repeat(n)) },
    { weight: 1, arbitrary: fc.nat(700).map((n) => 'long '.repeat(n).trim()) },
    { weight: 1, arbitrary: fc.nat(1500).map((n) => 'x'.repeat(n)) },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join(' ').trim();
      const { start, end, shown, marks, insideSentence } = cut(text, { panama: 2, flights: 1 });
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(shown).toBe(shown.trim());
      expect(shown).not.toMatch(HALF_CHARACTER);
      expect(shown.length).toBeLessThanOrEqual(
        insideSentence ? CITATION_LENGTH : Math.max(CITATION_LENGTH, SENTENCE_CEILING),
      );
      expect(shown === '').toBe(text === '');
      for (const mark of marks) {
        expect(mark.start).toBeGreaterThanOrEqual(start);
        expect(mark.end).toBeLessThanOrEqual(end);
        expect(text.slice(mark.start, mark.end).toLowerCase()).toMatch(/^(?:panama|flights)$/);
      }
    }),
    { numRuns: 300 },
  );
});

it('ends for a paragraph of a hundred thousand sentences, and for one of a million letters', () => {
  expect(cut('Panama refused. '.repeat(100_000).trim(), { panama: 1 }).end).toBeLessThanOrEqual(
    CITATION_LENGTH,
  );
  expect(cut('panama '.repeat(150_000).trim(), { panama: 1 }).insideSentence).toBe(true);
});
