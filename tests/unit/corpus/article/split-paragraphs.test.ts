import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParagraphs } from '../../../../src/corpus/article/split-paragraphs.js';

const shown = (text: string): string[] =>
  splitParagraphs(text).map(({ number, start, end }) => `${number} ${text.slice(start, end)}`);
const roles = (text: string): string[] => splitParagraphs(text).map(({ role }) => role);

describe('paragraph numbers and offsets', () => {
  it('counts the non-blank lines from 1', () => {
    expect(shown('First.\n\n  \nSecond.\nThird.')).toEqual(['1 First.', '2 Second.', '3 Third.']);
  });

  it('reads line ends of every system, lone CR included', () => {
    expect(shown('One.\r\nTwo.\rThree.\n\r\nFour.')).toEqual([
      '1 One.',
      '2 Two.',
      '3 Three.',
      '4 Four.',
    ]);
  });

  it('leaves a byte-order mark, indents and no-break spaces out of the paragraph', () => {
    const text = '\uFEFFFirst.\n\t\u00A0 Second. \u00A0\n';
    expect(splitParagraphs(text)).toMatchObject([
      { start: 1, end: 7 },
      { start: 11, end: 18 },
    ]);
    expect(shown(text)).toEqual(['1 First.', '2 Second.']);
  });

  it('counts an emoji as two and an accent that stands apart as one, as slice does', () => {
    const text = '🇲🇽 é first.\nLeo\u0301n second.';
    expect(shown(text)).toEqual(['1 🇲🇽 é first.', '2 Leo\u0301n second.']);
  });

  it('holds for any text: in order, not blank, on one line, and nothing visible is left over', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '.', '\n', '\r', '\r\n', '\uFEFF', 'é', '🗞', '\t'),
    });
    fc.assert(
      fc.property(line, (text) => {
        let at = 0;
        let left = '';
        for (const [index, { number, start, end }] of splitParagraphs(text).entries()) {
          const words = text.slice(start, end);
          expect(number).toBe(index + 1);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(words).toBe(words.trim());
          expect(words).toMatch(/^[^\r\n]+$/);
          left += text.slice(at, start);
          at = end;
        }
        expect((left + text.slice(at)).trim()).toBe('');
      }),
    );
  });
});

describe('headings', () => {
  it('takes a short line without a full stop for the heading of what follows', () => {
    expect(roles('At a Glance\nThe Bahamas has refused.')).toEqual(['heading', 'text']);
  });

  it('takes a title and a caption under it for headings', () => {
    expect(roles('Inside the Negotiations\nBorder on map\nThe talks began on Monday.')).toEqual([
      'heading',
      'heading',
      'text',
    ]);
  });

  it('does not take a list of short lines for headings, but for its last two', () => {
    expect(roles('Guatemala\nHonduras\nMexico\nPanama\nThey all signed.')).toEqual([
      'text',
      'text',
      'heading',
      'heading',
      'text',
    ]);
  });

  it('keeps a short last line as text, since nothing follows that it could head', () => {
    expect(roles('They all signed.\nPanama City')).toEqual(['text', 'text']);
  });

  it.each([
    ['a small letter at the start', 'in the meantime'],
    ['a full stop inside quotation marks', '“He will deliver.”'],
    ['a comma at the end', 'Dear readers,'],
    ['more than a hundred characters', 'A'.repeat(101)],
  ])('does not take a line for a heading with %s', (_, line) => {
    expect(roles(`${line}\nThe talks began on Monday.`)).toEqual(['text', 'text']);
  });

  it('asks the format where it knows its headings', () => {
    const text = '# talks.\nBorder\nThe talks began.';
    const rule = (line: string): boolean => line.startsWith('# ');
    expect(splitParagraphs(text, { isHeading: rule }).map(({ role }) => role)).toEqual([
      'heading',
      'text',
      'text',
    ]);
  });

  it('reads a list of two hundred thousand short lines', () => {
    expect(splitParagraphs('Panama\n'.repeat(200_000))).toHaveLength(200_000);
  });
});

describe('credits', () => {
  it.each([
    'Reporting by Jody García in Guatemala City.',
    'Additional reporting by the Associated Press.',
    'Joan Suazo contributed reporting.',
    'Joan Suazo contributed to this report.',
    'Joan P. Suazo contributed to this report.',
    'Photo by Joan Suazo/AP.',
    'Image credit: Joan Suazo',
    'By Jody García and Joan Suazo',
    'Jody García reported from Guatemala City; Joan Suazo of Tegucigalpa, Honduras.',
  ])('knows “%s” for a credit line', (line) => {
    expect(roles(`The talks began.\n${line}`)).toEqual(['text', 'credits']);
  });

  it('does not take news about reporting for a credit line', () => {
    expect(roles('The Associated Press reported on a phone call.')).toEqual(['text']);
    expect(roles('He reported from the border that the talks had begun.')).toEqual(['text']);
    expect(roles('Photos by satellite show troops. They moved north.')).toEqual(['text']);
    expect(roles('By Thursday the talks had begun.')).toEqual(['text']);
  });

  it('reads a line that says “reported from” two hundred thousand times', () => {
    expect(roles('reported from '.repeat(200_000))).toEqual(['text']);
  });
});
