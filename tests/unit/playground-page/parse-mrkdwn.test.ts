import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMrkdwn, type Inline } from '../../../src/playground/page/text/parse-mrkdwn.js';

/** The pieces of a text that is one run of lines. */
const inline = (source: string, verbatim = false): Inline[] => {
  const pieces = parseMrkdwn(source, { verbatim });
  expect(pieces).toHaveLength(1);
  const [piece] = pieces;
  return piece && piece.kind !== 'pre' ? piece.children : [];
};
const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('marks', () => {
  it('shows bold, italic, struck and code words as such', () => {
    expect(inline('*b* _i_ ~s~ `c`')).toEqual([
      { kind: 'bold', children: [text('b')] },
      text(' '),
      { kind: 'italic', children: [text('i')] },
      text(' '),
      { kind: 'strike', children: [text('s')] },
      text(' '),
      { kind: 'code', text: 'c' },
    ]);
  });

  it('leaves a product, a file name and a lone star as typed', () => {
    for (const words of ['2*3*4', 'a_file_name.txt', 'five * six', '* not a list', '**', '***']) {
      expect(inline(words)).toEqual([text(words)]);
    }
  });

  it('closes no mark over a line break', () => {
    expect(inline('*one\ntwo*')).toEqual([text('*one\ntwo*')]);
  });

  it('shows marks within marks', () => {
    expect(inline('*bold _and italic_*')).toEqual([
      {
        kind: 'bold',
        children: [text('bold '), { kind: 'italic', children: [text('and italic')] }],
      },
    ]);
  });

  it('reads no marks inside code', () => {
    expect(inline('`*not bold* <!channel>`')).toEqual([
      { kind: 'code', text: '*not bold* <!channel>' },
    ]);
  });

  it('sets quoted and preformatted lines apart', () => {
    expect(parseMrkdwn('&gt; said\nplain\n```\n*as is*\n```\nend')).toEqual([
      { kind: 'quote', children: [text('said')] },
      { kind: 'lines', children: [text('plain')] },
      { kind: 'pre', text: '*as is*' },
      { kind: 'lines', children: [text('end')] },
    ]);
  });

  it('shows three backticks that nothing closes as typed', () => {
    expect(inline('```never closed')).toEqual([text('```never closed')]);
  });

  it('takes the minutes of a clock for no emoji', () => {
    expect(inline('at 10:30:45, :eyes:')).toEqual([
      text('at 10:30:45, '),
      { kind: 'emoji', name: 'eyes' },
    ]);
  });
});

describe('angle brackets', () => {
  it('makes people, channels, broadcasts and dates of them', () => {
    expect(inline('<@U1> <#C2|world> <!here> <!date^1700000000^{date}|then>')).toEqual([
      { kind: 'user', id: 'U1' },
      text(' '),
      { kind: 'channel', id: 'C2', label: 'world' },
      text(' '),
      { kind: 'broadcast', range: 'here' },
      text(' '),
      { kind: 'date', at: 1_700_000_000_000, format: '{date}', address: null, fallback: 'then' },
    ]);
  });

  it('links an address in brackets by its label, and a bare one by itself', () => {
    expect(inline('<https://a.example/?x=1&amp;y=2|a &amp; b> and https://b.example/z.')).toEqual([
      { kind: 'link', address: 'https://a.example/?x=1&y=2', label: 'a & b' },
      text(' and '),
      { kind: 'link', address: 'https://b.example/z', label: 'https://b.example/z' },
      text('.'),
    ]);
  });

  it('leaves a bare address alone where the text is verbatim', () => {
    expect(inline('https://b.example', true)).toEqual([text('https://b.example')]);
  });

  it('shows escaped markup as the characters that were typed', () => {
    expect(inline('&lt;!channel&gt; &lt;@U1&gt; &lt;b&gt;')).toEqual([
      text('<!channel> <@U1> <b>'),
    ]);
  });

  it('decodes an entity once: what was typed as &amp;lt; stays readable as such', () => {
    expect(inline('&amp;lt;b&amp;gt;')).toEqual([text('&lt;b&gt;')]);
  });

  it('shows a tag as text', () => {
    expect(inline('<script>alert(1)</script>')).toEqual([text('<script>alert(1)</script>')]);
  });

  it('shows what is no markup of Slack’s as typed', () => {
    for (const words of ['<', '<>', 'a < b > c', '<!unknown>', '<@>', '<b', '<@U1']) {
      expect(inline(words)).toEqual([text(words)]);
    }
  });
});

const letters = (value: unknown) => JSON.stringify(value).replace(/[^x]/g, '').length;

it('loses no letter of any text, whatever the marks in it', () => {
  const signs = ['x', '*', '_', '~', '`', '<', '>', '|', ' ', '\n', '```', '&lt;', ':'];
  const source = array(constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join(''));
  assert(
    property(source, (words) => {
      expect(letters(parseMrkdwn(words).map(shown))).toBe(letters(words));
    }),
  );
});

/** Only what a person sees of a piece: `text` is spelled with an x. */
function shown(piece: ReturnType<typeof parseMrkdwn>[number]): unknown {
  return piece.kind === 'pre' ? piece.text : piece.children.map(shownInline);
}

function shownInline(node: Inline): unknown {
  if (node.kind === 'text' || node.kind === 'code') return node.text;
  if ('children' in node) return node.children.map(shownInline);
  if (node.kind === 'emoji') return node.name;
  return node.kind === 'link' ? node.label : '';
}

it('reads a long hostile text without growing slow', () => {
  const started = performance.now();
  parseMrkdwn('*_~`<'.repeat(2_400));
  parseMrkdwn('*a _b ~c '.repeat(1_300));
  expect(performance.now() - started).toBeLessThan(3_000);
});
