import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../../src/corpus/article/split-sentences.js';

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('where a sentence ends', () => {
  it('ends it at a full stop, a question mark, an exclamation mark and an ellipsis', () => {
    expect(sentences('It rained. Did it? It did! And then… Nothing.')).toEqual([
      'It rained.',
      'Did it?',
      'It did!',
      'And then…',
      'Nothing.',
    ]);
  });

  it('takes the quotation mark that closes after the stop with it', () => {
    expect(
      sentences('“He will deliver.” The talks began. (So it is said.) "Yes." He left.'),
    ).toEqual(['“He will deliver.”', 'The talks began.', '(So it is said.)', '"Yes."', 'He left.']);
  });

  it('takes a text without a mark at its end for one sentence', () => {
    expect(sentences('At a Glance')).toEqual(['At a Glance']);
    expect(sentences('It rained. And then')).toEqual(['It rained.', 'And then']);
  });

  it('finds none in a text of white space', () => {
    expect(sentences(' \t\u00A0 ')).toEqual([]);
    expect(sentences('')).toEqual([]);
  });
});

describe('where it does not', () => {
  it.each([
    'Analysts say Mr. Trump may limit the conflict.',
    'Mrs. Clinton met Dr. Simi, Gen. Ramos and Gov. Abbott.',
    'The call of Jan. 15 and the one of Nov. 27 differ.',
    'Eric L. Olson of the Wilson Center spoke.',
    'J. D. Vance spoke.',
    'The U.S. Secretary of Homeland Security visited Mexico.',
    'The U.S.-Mexico border is long.',
    'The U.S. administration rejected it.',
    'It fell by 2.5 percent.',
    'See example.org for more.',
    '“We are ready,” he said. earlier this month.',
    'She said “Go!” and left.',
    'And so … it went on.',
    'And so ... it went on.',
    'The talks, e.g. Monday’s, began.',
  ])('keeps “%s” whole', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it('lets the next word decide after “U.S.”', () => {
    expect(sentences('They came to the U.S. The talks began.')).toEqual([
      'They came to the U.S.',
      'The talks began.',
    ]);
    expect(sentences('He returned to the U.S. “We are ready,” he said.')).toEqual([
      'He returned to the U.S.',
      '“We are ready,” he said.',
    ]);
  });

  it('ends a sentence at a plain “no.” and goes on after “No.” with a number', () => {
    expect(sentences('The answer is no. Mexico refused.')).toEqual([
      'The answer is no.',
      'Mexico refused.',
    ]);
    expect(sentences('It was No. 7 on the list.')).toEqual(['It was No. 7 on the list.']);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'U.S.|Mr.|Jan.|said|The|mexico|.|?|!|…|...|”|“|)|\n| |\u00A0|é|e\u0301|🗞|。|L.|5,200|no.'.split(
      '|',
    ),
  );

  it('is covered by its sentences, in order, without overlap, with nothing but space between', () => {
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          let at = 0;
          let between = '';
          for (const { start, end } of splitSentences(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            const sentence = text.slice(start, end);
            expect(sentence).toBe(sentence.trim());
            between += text.slice(at, start);
            at = end;
          }
          expect((between + text.slice(at)).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['dots', `${'.'.repeat(200_000)}x`, 1],
    ['dots at the end', '.'.repeat(200_000), 1],
    ['dots and quotation marks', `${'.”'.repeat(100_000)}x`, 1],
    ['quotation marks after a dot', `.${'”'.repeat(200_000)}x`, 1],
    ['letters without a stop', 'a'.repeat(200_000), 1],
    ['initials', 'A. '.repeat(100_000), 1],
    ['one-letter sentences', 'i. The '.repeat(50_000), 50_001],
  ])('ends for two hundred thousand %s', (_, text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });
});
