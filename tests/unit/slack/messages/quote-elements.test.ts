import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted } from '../../../../src/slack/messages/quote-elements.js';
import { quotations, readBlocks } from '../../../support/wire.js';

const show = (text: string, ...marked: { start: number; end: number }[]): string =>
  quotations(quoted(text, marked))[0] ?? '';

describe('words as a quotation', () => {
  it('are shown whole up to a thousand characters, with nothing said', () => {
    const text = 'word '.repeat(200).trim();
    expect(show(text)).toBe(text);
    expect(quoted(text, [])).toHaveLength(1);
  });

  it('longer than that are cut between words, visibly, and what is not shown is counted', () => {
    const text = 'word '.repeat(1_000).trim();
    expect(show(text)).toMatch(/^(?:word )*word \[…\] $/);
    expect(readBlocks(quoted(text, []))).toContain('4,000 characters more, not shown here.');
  });

  it('are cut around the marked words where these stand far on', () => {
    const text = `${'before '.repeat(400)}HERE ${'after '.repeat(400)}`;
    const start = text.indexOf('HERE');
    const shown = show(text, { start, end: start + 4 });
    expect(shown).toMatch(/^ \[…\] before (?:before )*HERE after .* \[…\] $/);
    expect(JSON.stringify(quoted(text, [{ start, end: start + 4 }]))).toContain(
      JSON.stringify({ type: 'text', text: 'HERE', style: { bold: true } }),
    );
  });

  it('are never cut inside a character, and what is shown is a slice of them whatever is marked', () => {
    const span = fc.tuple(fc.nat(4_000), fc.nat(50));
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3_000 });
    fc.assert(
      fc.property(text, fc.option(span, { nil: undefined }), (one, at) => {
        const start = Math.min(at?.[0] ?? 0, one.length);
        const marks = at ? [{ start, end: Math.min(start + at[1], one.length) }] : [];
        const shown = show(one, ...marks)
          .replace(/^ \[…\] /, '')
          .replace(/ \[…\] $/, '');
        expect(one).toContain(shown);
        expect(shown).not.toMatch(/^\p{Cs}|\p{Cs}$/u);
        expect(shown.length).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
