import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../../src/corpus/article/article.js';
import type { ArticleFacts } from '../../../../src/corpus/metadata/article-facts.js';
import { formatFault } from '../../../../src/corpus/fault.js';
import { readArticle } from '../../../../src/corpus/folder/read-article.js';
import { exact, inferred } from '../../../support/dates.js';

function read(
  file: string,
  text: string,
  entry: ArticleFacts = {},
): { article: Article; faults: string[] } {
  const { article, faults } = readArticle({ file, text, bytes: Buffer.from(text) }, entry);
  if (article === null) throw new Error(`no article: ${faults.map(formatFault).join('; ')}`);
  return { article, faults: faults.map(formatFault) };
}

const paragraphs = ({ text, paragraphs: all }: Article): string[] =>
  all.map(({ start, end, role }) => `${role} ${text.slice(start, end)}`);

describe('a text file', () => {
  it('keeps its text as it is, with the fingerprint of its bytes', () => {
    const text = '\uFEFFThe Talks\r\nThey began.\r\n';
    const { article, faults } = read('a.txt', text);
    expect(article.text).toBe(text);
    expect(article.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(faults).toEqual([]);
  });

  it('states nothing of itself unless it does', () => {
    expect(read('a.txt', 'They began.').article).toMatchObject({
      title: null,
      outlet: null,
      authors: [],
      published: { status: 'unknown' },
      wording: 'as-printed',
      embargo: null,
      withdrawn: null,
    });
  });

  it('does not take dashes and keys at its top for front matter', () => {
    expect(read('a.txt', '---\noutlet: CNN\n---\nThey began.').article.outlet).toBeNull();
  });

  it('is dated by its “Published” line, which is shown as the evidence', () => {
    expect(read('a.txt', 'Published: December 5, 2024\nThey began.').article.published).toEqual({
      ...exact('2024-12-05'),
      evidence: 'December 5, 2024',
      paragraph: 1,
    });
  });
});

describe('a Markdown file', () => {
  const text =
    '---\ntitle: The Talks\noutlet: CNN\npublished: {status: exact, date: 2024-12-05, basis: file}\n---\n# The talks.\n\nThey began.\n## Panama\nIt refused.\n';

  it('is described by its front matter, which is no part of the article', () => {
    const { article, faults } = read('a.md', text);
    expect(faults).toEqual([]);
    expect(article).toMatchObject({
      title: 'The Talks',
      outlet: 'CNN',
      published: exact('2024-12-05'),
    });
    expect(paragraphs(article)).toEqual([
      'heading # The talks.',
      'text They began.',
      'heading ## Panama',
      'text It refused.',
    ]);
    expect(article.paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(article.text).toBe(text);
  });

  it('is read all the same when its front matter is faulty, which is named', () => {
    const { article, faults } = read('a.md', '---\noutlet: [CNN\n---\nThey began.');
    expect(faults[0]).toMatch(/^error: a\.md: its front matter is not readable as YAML: line \d/);
    expect(paragraphs(article)).toEqual(['text They began.']);
    expect(read('b.md', '---\noutlet: 5\n---\nThey began.').faults).toEqual([
      'error: b.md (outlet): expected string, received number',
    ]);
  });

  it('stays hidden when front matter that cannot be read speaks of an embargo', () => {
    const { article, faults } = read('a.md', '---\nembargo_until: [\n---\nThey began.');
    expect(article.embargo).toBe('held');
    expect(faults[0]).toMatch('stays hidden because it speaks of an embargo');
  });
});

describe('a page', () => {
  it('is described by its head, and its offsets count in the text that a reader sees', () => {
    const { article } = read(
      'a.html',
      '<title>The Talks</title><meta property="og:site_name" content="CNN"><meta property="article:published_time" content="2024-12-05T23:30:00-05:00"><h1>The talks.</h1><p>They <b>began</b>.',
    );
    expect(article).toMatchObject({
      title: 'The Talks',
      outlet: 'CNN',
      published: { status: 'exact', date: '2024-12-05', basis: 'file' },
      text: 'The talks.\nThey began.\n',
    });
    expect(paragraphs(article)).toEqual(['heading The talks.', 'text They began.']);
  });

  it('has no date when the time in its head cannot be read', () => {
    const { article } = read(
      'a.html',
      '<meta property="article:published_time" content="5 Dec"><p>They began.',
    );
    expect(article.published.status).toBe('unknown');
  });

  it('is left out when it shows no word', () => {
    const text = '<script>panama()</script>';
    const { article, faults } = readArticle({ file: 'a.html', text, bytes: Buffer.from(text) }, {});
    expect(article).toBeNull();
    expect(faults.map(formatFault)).toEqual(['error: a.html: left out: empty']);
  });
});

describe('what articles.yml says', () => {
  it('outranks what the file says of itself, key by key', () => {
    const text = '---\noutlet: CNN\ntitle: Own\n---\nPublished: December 5, 2024\nThey began.';
    const { article } = read('a.md', text, {
      outlet: 'Reuters',
      published: inferred('2025-01-15', '2025-01-17'),
    });
    expect(article).toMatchObject({
      outlet: 'Reuters',
      title: 'Own',
      published: inferred('2025-01-15', '2025-01-17'),
    });
  });

  it('leaves the front matter’s embargo standing when it says nothing of one', () => {
    const { article } = read('a.md', '---\nembargo_until: 2025-07-01T06:00:00Z\n---\nThey began.', {
      embargo: null,
    });
    expect(article.embargo).toEqual({ until: new Date('2025-07-01T06:00:00Z') });
  });

  it('costs the article its metadata, not its embargo, when its evidence does not stand there', () => {
    const { article, faults } = read('a.txt', 'They began.\nOn Friday.', {
      outlet: 'CNN',
      embargo: 'held',
      published: { ...exact('2024-12-05'), evidence: 'On Friday', paragraph: 1 },
    });
    expect(faults).toEqual([
      'error: articles.yml (a.txt published.evidence): “On Friday” does not stand in paragraph 1; expected its words exactly as the file has them',
    ]);
    expect(article).toMatchObject({ outlet: null, embargo: 'held' });
  });

  it.each([
    [
      'words that do not stand in their paragraph',
      { paragraph: 1, text: 'on Friday', also: [] },
      'problems.0.text): “on Friday” does not stand in paragraph 1',
    ],
    [
      'a paragraph that is not there',
      { paragraph: 7, text: 'began', also: [] },
      'problems.0.text): there is no paragraph 7; the file has 2',
    ],
    [
      'a further paragraph that is not there',
      { paragraph: 1, text: 'began', also: [9] },
      'problems.0.also): there is no paragraph 9; the file has 2',
    ],
  ])('is refused for a problem with %s', (_, problem, message) => {
    const { article, faults } = read('a.txt', 'They began.\nOn Friday.', {
      problems: [{ kind: 'figure', note: 'Check it.', ...problem }],
    });
    expect(faults).toEqual([expect.stringContaining(message)]);
    expect(article.problems).toEqual([]);
  });

  it('is a warning when it was written for another version of the file', () => {
    const { article, faults } = read('a.txt', 'They began.', {
      sha256: 'a'.repeat(64),
      outlet: 'CNN',
    });
    expect(faults).toEqual([
      expect.stringMatching(
        /^warning: articles\.yml \(a\.txt sha256\): the file's hash is [0-9a-f]{64} now: the entry is older/,
      ),
    ]);
    expect(article).toMatchObject({ entryOutdated: true, outlet: 'CNN' });
  });
});
