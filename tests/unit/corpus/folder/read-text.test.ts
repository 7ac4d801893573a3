import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from '../../../../src/corpus/folder/read-text.js';

it('keeps every code unit, a byte-order mark too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/\0|\p{Cs}/u.test(text));
      expect(decodeText(Buffer.from(text, 'utf8'))).toEqual({ text });
    }),
  );
  expect(decodeText(Buffer.from('\uFEFFPanama', 'utf8'))).toEqual({ text: '\uFEFFPanama' });
});

const declared = (charset: string): string => `<meta charset="${charset}"><p>`;

it.each([
  ['UTF-16LE', Buffer.from('\uFEFFNuevo León', 'utf16le'), '\uFEFFNuevo León'],
  ['UTF-16BE', Buffer.from('\uFEFFLeón', 'utf16le').swap16(), '\uFEFFLeón'],
  [
    'WINDOWS-1252',
    Buffer.from(`${declared('windows-1252')}\x93Le\xf3n\x94`, 'latin1'),
    `${declared('windows-1252')}“León”`,
  ],
  [
    'WINDOWS-1252',
    Buffer.from(`${declared('ISO-8859-1')}it\x92s`, 'latin1'),
    `${declared('ISO-8859-1')}it’s`,
  ],
])('reads %s where the file states it, and says so', (name, bytes, text) => {
  expect(decodeText(bytes)).toEqual({ text, note: expect.stringContaining(`read as ${name}, by`) });
});

it('reads what is UTF-8 as that, whatever it says of itself', () => {
  const text = `${declared('windows-1252')}León`;
  expect(decodeText(Buffer.from(text, 'utf8'))).toEqual({ text });
});

it.each([
  ['Latin-1 that does not say so', Buffer.from('Nuevo León', 'latin1'), /not UTF-8.*Latin-1/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]), /not text/],
  ['UTF-8 cut off in a letter', Buffer.from('León', 'utf8').subarray(0, 3), /not UTF-8/],
  ['UTF-16 cut off in a letter', Buffer.from([0xff, 0xfe, 0x50]), /UTF-16LE/],
  ['an encoding that nobody knows', Buffer.from(`${declared('x-ours')}\xf3`, 'latin1'), /X-OURS/],
  [
    'letters that are none of the stated ones',
    Buffer.from(`${declared('windows-1252')}\x81`, 'latin1'),
    /neither UTF-8 nor WINDOWS-1252/,
  ],
])('says of %s why it cannot be read', (_, bytes, reason) => {
  expect(decodeText(bytes)).toEqual({ reason: expect.stringMatching(reason) });
});
