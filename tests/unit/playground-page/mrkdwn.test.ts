import { array, assert, constantFrom, property } from 'fast-check';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Mrkdwn } from '../../../src/playground/page/text/mrkdwn.js';

const render = (text: string) => renderToString(h(Mrkdwn, { text }));
/** The inside of a text that is one run of lines, as the page's HTML. */
const inline = (text: string) =>
  /^<div class="mrkdwn"><div>(.*)<\/div><\/div>$/s.exec(render(text))?.[1];
/** What a person reads, and nothing but that. */
const read = (text: string) =>
  render(text)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('marks', () => {
  it('shows bold, italic, struck and code words as such', () => {
    expect(inline('*b* _i_ ~s~ `c`')).toBe('<strong>b</strong> <em>i</em> <s>s</s> <code>c</code>');
  });

  it('leaves a product, a file name and a lone star as typed', () => {
    for (const words of ['2*3*4', 'a_file_name.txt', 'five * six', '* not a list', '**', '***']) {
      expect(inline(words)).toBe(words);
    }
  });

  it('closes no mark over a line break', () => {
    expect(inline('*one\ntwo*')).toBe('*one\ntwo*');
  });

  it('shows marks within marks, and within quotation marks', () => {
    expect(inline('*bold _and italic_*')).toBe('<strong>bold <em>and italic</em></strong>');
    expect(inline('“*so*”, _he_: said')).toBe('“<strong>so</strong>”, <em>he</em>: said');
  });

  it('goes on after a mark that nothing closes', () => {
    expect(inline('*a _b_ *c\n*d*')).toBe('*a <em>b</em> *c\n<strong>d</strong>');
  });

  it('reads no marks inside code', () => {
    expect(inline('`*not bold* <!channel>`')).toBe('<code>*not bold* &lt;!channel></code>');
  });

  it('sets quoted and preformatted lines apart', () => {
    expect(render('&gt; said\n&gt; *so*\nplain\n```\n*as is*\n```\nend')).toBe(
      '<div class="mrkdwn"><blockquote>said\n<strong>so</strong></blockquote>' +
        '<div>plain</div><pre>*as is*</pre><div>end</div></div>',
    );
    expect(render('so\n&gt;&gt;&gt; all\nof it')).toBe(
      '<div class="mrkdwn"><div>so</div><blockquote>all\nof it</blockquote></div>',
    );
  });

  it('shows three backticks that nothing closes as typed', () => {
    expect(inline('```never closed')).toBe('```never closed');
  });

  it('takes the minutes of a clock for no emoji', () => {
    expect(read('at 10:30:45, :eyes:')).toBe('at 10:30:45, 👀');
    expect(inline('at 10:30:45')).toBe('at 10:30:45');
  });
});

describe('angle brackets', () => {
  it('make people, channels and broadcasts', () => {
    expect(read('<@U1> <#C2|world> <!here>')).toBe(
      '@U1 #world @here pings everyone who is active here',
    );
  });

  it('link an address by its label, or by itself', () => {
    const html = inline('<https://a.example/?x=1&amp;y=2|a &amp; b> <mailto:desk@a.example>');
    expect(html).toContain('href="https://a.example/?x=1&amp;y=2"');
    expect(html).toContain('>a &amp; b</a>');
    expect(html).toContain('>desk@a.example</a>');
  });

  it('show escaped markup as the characters that were typed', () => {
    expect(read('&lt;!channel&gt; &lt;@U1&gt; &lt;b&gt;')).toBe('<!channel> <@U1> <b>');
    expect(inline('&lt;!channel&gt;')).toBe('&lt;!channel>');
  });

  it('decode an entity once: what was typed as &amp;lt; stays readable as such', () => {
    expect(read('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
    expect(inline('&amp;lt;b')).toBe('&amp;lt;b');
  });

  it('show a tag, and what is no markup of Slack’s, as typed', () => {
    for (const words of [
      '<',
      '<>',
      'a < b > c',
      '<!unknown>',
      '<@>',
      '<b',
      '<@U1',
      '<script>x</b>',
    ]) {
      expect(inline(words)).toBe(words.replaceAll('<', '&lt;'));
    }
  });
});

it('loses no letter of any text, whatever the marks in it', () => {
  // No emoji is called q, and without a bar no label stands for an address.
  const signs = ['q', '*', '_', '~', '`', '<', '>', ' ', '\n', '```', '&lt;', '&gt;', ':'];
  const source = array(constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join(''));
  const letters = (text: string) => text.replace(/[^q]/g, '').length;
  assert(property(source, (text) => letters(read(text)) === letters(text)));
});

it('reads the longest text that Slack takes, whatever the marks in it', () => {
  for (const sign of [
    '*',
    '_ ',
    '<',
    '`',
    '&gt; a\n',
    '*_~`<',
    '*a _b ~c ',
    ':a ',
    '```a',
    '\n*a',
  ]) {
    const text = sign.repeat(Math.floor(40_000 / sign.length));
    const letters = (shown: string) => shown.replace(/[^abc]/g, '').length;
    expect(letters(read(text))).toBe(letters(text.replaceAll('&gt;', '')));
  }
});
