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
});

describe('what the page states', () => {
  it('knows its headings, an inline mark inside them too', () => {
    const { headings } = readHtml(
      '<h1>The <em>Talks</em></h1><p>They began.</p><h3>At a Glance</h3>',
    );
    expect([...headings]).toEqual(['The Talks', 'At a Glance']);
  });

  it('reads title, outlet, authors and time from its head', () => {
    const page = readHtml(`<head><title> The  Talks | CNN </title>
      <meta property="og:site_name" content="CNN"><meta name="author" content="A. One">
      <meta name="author" content="B. Two">
      <meta property="article:published_time" content="2024-12-05T23:30:00-05:00"></head><p>x`);
    expect(page).toMatchObject({
      title: 'The Talks | CNN',
      outlet: 'CNN',
      authors: ['A. One', 'B. Two'],
      publishedTime: '2024-12-05T23:30:00-05:00',
    });
  });

  it('prefers the title made for sharing', () => {
    expect(
      readHtml('<title>Talks | CNN</title><meta property="og:title" content="Talks">').title,
    ).toBe('Talks');
  });

  it('makes nothing up where the page states nothing', () => {
    expect(readHtml('<p>x')).toMatchObject({
      title: null,
      outlet: null,
      authors: [],
      publishedTime: null,
    });
  });
});
