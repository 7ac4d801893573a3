import { describe, expect, it } from 'vitest';
import { findHead, type Head, parseHead, UNCLOSED } from '../../../../src/corpus/formats/head.js';

function headOf(text: string): Head {
  const head = findHead(text);
  if (head === null || head === UNCLOSED) throw new Error(`no head in ${text}`);
  return head;
}

describe('the head of an article', () => {
  it.each([
    ['LF', '---\ntitle: Talks\n---\nThe body.'],
    ['CRLF', '---\r\ntitle: Talks\r\n---\r\nThe body.'],
    ['lone CR', '---\rtitle: Talks\r---\rThe body.'],
    ['a byte-order mark', '\uFEFF---\ntitle: Talks\n---\nThe body.'],
    ['TOML', '+++\ntitle = "Talks"\n+++\nThe body.'],
    ['JSON', '{\n  "title": "Talks"\n}\nThe body.'],
  ])('is found with %s', (_, text) => {
    const head = headOf(text);
    expect(parseHead(head)).toEqual({ value: { title: 'Talks' }, errors: [] });
    expect(text.slice(head.bodyStart)).toBe('The body.');
  });

  it('may hold nothing, and ends at its own closing line, not at a later one', () => {
    expect(headOf('---\n---\nThe body.\n---\nMore.').source).toBe('');
  });

  it.each([
    ['there is none', 'The body.'],
    ['a rule stands at the top', '---\nThe body.'],
    ['the dashes stand further down', 'The body.\n---\ntitle: Talks\n---\n'],
  ])('is not found where %s', (_, text) => {
    expect(findHead(text)).toBeNull();
  });

  it.each(['---\ntitle: Talks\nThe body.', '+++\nblurb = "Never printed"\nThe body.'])(
    'without an end is none that the article could be told from: %j',
    (text) => {
      expect(findHead(text)).toBe(UNCLOSED);
    },
  );

  it('says where TOML and JSON break', () => {
    expect(parseHead(headOf('+++\ntitle = Talks\n+++\n')).errors).toEqual([
      expect.stringMatching(/^line 1, column 9: /),
    ]);
    expect(parseHead(headOf('{\n"title": Talks\n}\n')).errors).toEqual([
      expect.stringContaining('SyntaxError'),
    ]);
  });

  it('reads the dates of TOML as they are written', () => {
    const head = headOf('+++\na = 2024-12-05\nb = [2024-12-05T08:30:00-05:00]\n+++\n');
    expect(parseHead(head).value).toEqual({
      a: '2024-12-05',
      b: ['2024-12-05T08:30:00.000-05:00'],
    });
  });
});
