import { describe, expect, it } from 'vitest';
import { readContents } from '../../../../src/corpus/formats/read-contents.js';

const factsOf = (head: string) => {
  const { own, faults } = readContents('page.html', `<head>${head}</head><p>They began.`);
  return { ...own, faults };
};
const ld = (story: object): string =>
  `<script type="application/ld+json">${JSON.stringify(story)}</script>`;

describe('what a page says of its article', () => {
  it('is read from its metas', () => {
    expect(
      factsOf(`<title> The  Talks | CNN </title><meta property="og:site_name" content="CNN">
        <meta name="Author" content="A. One"><meta name="author" content="B. Two">
        <link rel="canonical" href="https://cnn.example/talks">
        <meta property="article:published_time" content="2024-12-05T23:30:00-05:00">`),
    ).toMatchObject({
      title: 'The Talks | CNN',
      outlet: 'CNN',
      authors: ['A. One', 'B. Two'],
      url: 'https://cnn.example/talks',
      published: {
        status: 'exact',
        date: '2024-12-05',
        basis: 'file',
        source: 'article:published_time of the page',
      },
      faults: [],
    });
  });

  it('is read from JSON-LD, in a graph or alone, broken scripts aside', () => {
    const story = {
      '@type': ['NewsArticle'],
      headline: 'Talks',
      datePublished: '2024-12-05',
      author: [{ '@type': 'Person', name: 'Ana Ruiz' }],
      publisher: { name: 'EFE' },
    };
    for (const script of [
      ld(story),
      ld({ '@graph': [{ '@type': 'WebSite' }, story] }),
      ld([story]),
    ])
      expect(factsOf(`<script type="application/ld+json">{</script>${script}`)).toMatchObject({
        title: 'Talks',
        outlet: 'EFE',
        authors: ['Ana Ruiz'],
        published: { status: 'exact', date: '2024-12-05' },
      });
  });

  it('is read from the time that is marked as its publication, and from no other', () => {
    expect(
      factsOf('<time itemprop="datePublished" datetime="2024-12-05T08:00Z">Thursday</time>')
        .published,
    ).toMatchObject({ status: 'exact', date: '2024-12-05' });
    expect(factsOf('<time datetime="2024-12-05">Thursday</time>').published).toBeUndefined();
  });

  it('leaves the days between two that differ, and says which', () => {
    const head = (day: string): string =>
      `${ld({ '@type': 'Article', datePublished: '2024-12-06T04:30:00Z' })}
       <meta name="date" content="${day}">`;
    expect(factsOf(head('2024-12-05')).published).toMatchObject({
      status: 'inferred',
      earliest: '2024-12-05',
      latest: '2024-12-06',
      reasoning:
        'The page states more than one day: datePublished of the page says 2024-12-06, date of the page says 2024-12-05.',
    });
    expect(factsOf(head('2019-01-01')).published).toMatchObject({ status: 'unknown' });
  });

  it('notes two outlets that are not one', () => {
    const head = (name: string): string =>
      `<meta property="og:site_name" content="The Coast Post">${ld({ '@type': 'Article', publisher: { name } })}`;
    expect(factsOf(head('EFE')).faults).toEqual([
      expect.objectContaining({ key: 'outlet', isNote: true }),
    ]);
    expect(factsOf(head('Coast Post')).faults).toEqual([]);
  });

  it('prefers the title made for sharing', () => {
    expect(
      factsOf('<title>Talks | CNN</title><meta property="og:title" content="Talks">').title,
    ).toBe('Talks');
  });

  it('is not made up where the page states nothing', () => {
    expect(factsOf('')).toMatchObject({ title: null, outlet: null, authors: [], url: null });
    expect(factsOf('<meta name="date" content="5/12/2024">').published).toBeUndefined();
  });
});
