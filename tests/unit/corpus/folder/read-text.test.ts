import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from '../../../../src/corpus/folder/read-text.js';

it('keeps every code unit, a byte-order mark too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/\0|\p{Cs}/u.test(text));
      expect(decodeText(Buffer.from(text, 'utf8'))).toBe(text);
    }),
  );
  expect(decodeText(Buffer.from('\uFEFFPanama', 'utf8'))).toBe('\uFEFFPanama');
});

it.each([
  ['Latin-1', Buffer.from('Nuevo León', 'latin1'), /not UTF-8 \(Latin-1/],
  ['UTF-16 with little end first', Buffer.from('\uFEFFPanama', 'utf16le'), /UTF-16/],
  ['UTF-16 with big end first', Buffer.from([0xfe, 0xff, 0, 0x50]), /UTF-16/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]), /not text/],
  ['UTF-8 cut off in a letter', Buffer.from('León', 'utf8').subarray(0, 3), /not UTF-8/],
])('says of %s why it cannot be read', (_, bytes, reason) => {
  expect(decodeText(bytes)).toEqual({ reason: expect.stringMatching(reason) });
});
