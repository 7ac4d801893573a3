import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPaint, visible } from '../../../src/terminal/paint.js';

it('colours nothing when it is told not to', () => {
  const paint = createPaint(false);
  expect([paint.bold('a'), paint.mark('b'), paint.red('c')]).toEqual(['a', 'b', 'c']);
});

it('colours when it is told to, and ends each colour', () => {
  const { bold, red, mark } = createPaint(true);
  // oxlint-disable-next-line no-control-regex
  for (const style of [bold, red, mark]) expect(style('a')).toMatch(/^\u001b\[.*a.*\u001b\[\d+m$/);
});

it('shows what a terminal would take for a command', () => {
  expect(visible('a\u001b[31mred\u0007\u009b2J\r\u007f\u202Eab')).toBe(
    'a␛[31mred␇\uFFFD2J␍\uFFFD\uFFFDab',
  );
});

it('leaves text, accents, emoji, tabs and line ends as they are', () => {
  const text = 'Leo\u0301n 🗞 👨‍👩‍👧\t“quoted”\n';
  expect(visible(text)).toBe(text);
});

it('lets no control character through, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u);
      expect(visible(text)).toHaveLength(text.length);
    }),
  );
});
