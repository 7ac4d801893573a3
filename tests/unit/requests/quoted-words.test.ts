import { describe, expect, it } from 'vitest';
import { quotedWords } from '../../../src/requests/quoted-words.js';

describe('the quoted words of a message', () => {
  it.each([
    ['Did she say "we would be incapable of it"?', 'we would be incapable of it'],
    ['Did she say “we would be incapable of it”?', 'we would be incapable of it'],
    ['Hat sie „wir wären nicht fähig“ gesagt?', 'wir wären nicht fähig'],
    ['«nous en serions incapables», vraiment ?', 'nous en serions incapables'],
    ['Half straight: “we would be ready", he said', 'we would be ready'],
    ['"so it is", or rather "so it was to be"', 'so it was to be'],
  ])('%s', (text, words) => {
    expect(quotedWords(text)).toBe(words);
  });

  it('are none where a message has no marks, a term in marks, or a mark that nobody closed', () => {
    for (const text of ['we would be ready', 'the “border czar” said so', '“we would be ready', ''])
      expect(quotedWords(text)).toBeNull();
  });

  it.each(['“', '"', '„', '«', '“"', '«“„"'])(
    'are looked for in one pass over a hundred thousand of %s',
    (mark) => {
      // In quadratic time this would take minutes, and the test run out of its own.
      expect(quotedWords(mark.repeat(100_000))).toBeNull();
    },
  );
});
