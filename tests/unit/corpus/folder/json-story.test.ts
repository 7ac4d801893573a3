import { describe, expect, it } from 'vitest';
import { dateLabel } from '../../../../src/corpus/article/article.js';
import { formatFault } from '../../../../src/corpus/fault.js';
import { createCorpusReader } from '../../../../src/corpus/folder/corpus-reader.js';
import { memoryFolder } from '../../../support/memory-folder.js';
import { openMemoryArchive } from '../../../support/open-memory-archive.js';

const load = (content: unknown, yml?: string) =>
  createCorpusReader({
    folder: memoryFolder({
      'a.json': typeof content === 'string' ? content : JSON.stringify(content),
      ...(yml === undefined ? {} : { 'articles.yml': yml }),
    }),
  }).read();

const STORY = {
  id: 7,
  title: 'The talks',
  body: 'Panama refused the flights.\n\nThe ministry spoke.',
  outlet: 'EFE',
  published: '2025-01-15T23:30:00-05:00',
  authors: ['Ana Ruiz'],
  url: 'https://efe.example/1',
};

describe('a story as a CMS exports it', () => {
  it('is hidden, and stops nothing, where its keys nest without end', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { articles, faults } = await load(`{"body":"Panama spoke.","more":${deep}}`);
    expect(articles).toMatchObject([{ embargo: 'held' }]);
    expect(faults.map(formatFault)).toEqual([expect.stringContaining('nest too deep')]);
  });

  it('is an article like any other; its day is the one that the feed writes', async () => {
    const { articles, faults } = await load(STORY);
    expect(faults).toEqual([]);
    expect(articles).toMatchObject([
      {
        text: STORY.body,
        title: 'The talks',
        outlet: 'EFE',
        authors: ['Ana Ruiz'],
        url: 'https://efe.example/1',
        published: { status: 'exact', date: '2025-01-15', basis: 'feed' },
      },
    ]);
    expect(articles[0]?.paragraphs).toHaveLength(2);
  });

  it('is cited by offsets in the text of its body', async () => {
    const archive = await openMemoryArchive({ 'a.json': JSON.stringify(STORY) });
    const [first] = (await archive.ask('ministry')).citations;
    expect(STORY.body.slice(first?.start, first?.end)).toBe('The ministry spoke.');
  });

  it('is read as its reader sees it where the body is HTML', async () => {
    const { articles } = await load({
      ...STORY,
      body: '<p>Panama <b>refused</b>.</p><script>x</script><h2>More</h2><p>Yes.</p>',
    });
    expect(articles[0]?.text).toBe('Panama refused.\nMore\nYes.\n');
    expect(articles[0]?.paragraphs.map(({ role }) => role)).toEqual(['text', 'heading', 'text']);
  });

  it('needs nothing but a body', async () => {
    const { articles, faults } = await load({
      body: 'a < b and 2 <3.',
      authors: 'Ana Ruiz',
      published: null,
    });
    expect(faults).toEqual([]);
    expect(articles).toMatchObject([
      { text: 'a < b and 2 <3.', title: null, authors: ['Ana Ruiz'] },
    ]);
  });

  it('is outranked by its entry in articles.yml', async () => {
    const { articles } = await load(STORY, 'version: 1\narticles: {a.json: {outlet: CNN}}');
    expect(articles).toMatchObject([{ outlet: 'CNN', title: 'The talks' }]);
  });

  it.each([
    ['{ no', 'a.json: left out: not readable as JSON'],
    ['[1]', 'left out: expected one JSON object'],
    [{ title: 'T' }, 'left out: its body is missing; expected the text of the article, a string'],
    [{ body: 5 }, 'left out: its body is not a text'],
    [{ body: '  ' }, 'left out: empty'],
    [
      { ...STORY, published: 'yesterday' },
      'a.json (published): "yesterday" is not a day; expected one such as 2025-01-15',
    ],
    [{ ...STORY, published: 1736917200 }, 'a.json (published): 1736917200 is not a day'],
    [{ ...STORY, title: 5 }, 'a.json (title): expected string'],
    [{ ...STORY, url: 'efe' }, 'a.json (url): expected a web address'],
  ])('of the wrong shape is named: %j', async (content, said) => {
    const { faults } = await load(content);
    expect(faults.map(formatFault).join('\n')).toContain(said);
  });

  it.each([['embargo_until'], ['embargo'], ['embargoUntil']])(
    'stays hidden when it speaks of an embargo that cannot be read: %s',
    async (key) => {
      const { articles } = await load({ ...STORY, [key]: 'soon' });
      expect(articles).toMatchObject([{ embargo: 'held' }]);
    },
  );

  it('keeps a date that is wrong from costing the rest', async () => {
    const { articles } = await load({ ...STORY, published: 'yesterday' });
    expect(articles.map(({ outlet, published }) => `${outlet} ${dateLabel(published)}`)).toEqual([
      'EFE date unknown',
    ]);
  });
});
