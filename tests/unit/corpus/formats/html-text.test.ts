import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/corpus/formats/html-text.js';

const lines = (html: string): string[] => readHtml(html).text.split('\n').slice(0, -1);

describe('the text as a reader of the page sees it', () => {
  it('gives each block a line of its own and collapses white space', () => {
    expect(
      lines('<div>One\n  <p>two   three</p>four<ul><li>five<li>six</ul></div><section>seven'),
    ).toEqual(['One', 'two three', 'four', 'five', 'six', 'seven']);
  });

  it('runs on over inline marks, unknown ones too, and adds no space of its own', () => {
    expect(lines('<p>The <b>Pana</b>ma<i>nian</i> <x-y>min</x-y>istry.')).toEqual([
      'The Panamanian ministry.',
    ]);
  });

  it('begins a line at every br', () => {
    expect(lines('<p>One<br>two<br/><br>three</p>')).toEqual(['One', 'two', 'three']);
  });

  it('puts the cells of a table row apart by a space', () => {
    expect(lines('<table><tr><th>Country<td>Flights<tr><td>Panama<td>3</table>')).toEqual([
      'Country Flights',
      'Panama 3',
    ]);
  });

  it('reads entities, named and numbered, and keeps a no-break space', () => {
    expect(lines('<p>Le&oacute;n &amp; C&#233;sar&nbsp;&lt;b&gt; &#x1F5DE;')).toEqual([
      'León & César\u00A0<b> 🗞',
    ]);
  });

  it.each([
    ['a script', '<script>panama()</script>'],
    ['a style', '<style>.panama{}</style>'],
    ['a template', '<template><p>panama</p></template>'],
    ['a comment', '<!-- panama -->'],
    ['what is shown without scripts', '<noscript>panama</noscript>'],
    ['a drawing', '<svg><title>panama</title><text>panama</text></svg>'],
    ['a hidden block', '<div hidden><p>panama</p></div>'],
    ['a block styled away', '<p style="color:red; display : none">panama</p>'],
    ['an invisible block', '<p style="visibility:hidden">panama</p>'],
    ['a button', '<button>panama</button>'],
    ['the title of the page', '<title>panama</title>'],
  ])('leaves out %s', (_, part) => {
    expect(lines(`<p>Before.</p>${part}<p>After.</p>`)).toEqual(['Before.', 'After.']);
  });

  it('gives no text for a page that shows none', () => {
    expect(readHtml('<script>1</script>').text).toBe('');
  });

  it('reads a page nested a hundred thousand deep', () => {
    expect(lines(`${'<div>'.repeat(100_000)}Deep.`)).toEqual(['Deep.']);
    expect(lines(`${'<b>'.repeat(100_000)}Deep.`)).toEqual(['Deep.']);
  });

  it('reads a page of three hundred thousand blocks side by side', () => {
    expect(lines('<p>a'.repeat(300_000))).toHaveLength(300_000);
  });

  it('reads a line of three hundred thousand pieces', () => {
    expect(lines(`<p>${'<i>a </i>'.repeat(300_000)}`)[0]).toHaveLength(600_000 - 1);
  });
});

describe('what else the page shows', () => {
  it('knows its headings, an inline mark inside them too', () => {
    const { text, lines: all } = readHtml(
      '<h1>The <em>Talks</em></h1><p>They began.</p><h3>At a Glance</h3>',
    );
    const headings = all.filter(({ isHeading }) => isHeading);
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The Talks',
      'At a Glance',
    ]);
  });

  it('knows how much of a line is links', () => {
    const [line] = readHtml('<p><a href="/a">The talks</a> began.</p>').lines;
    expect(line?.linked).toBe('The talks'.length);
  });
});
