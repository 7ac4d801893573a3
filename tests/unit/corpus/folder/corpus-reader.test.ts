import { describe, expect, it } from 'vitest';
import { dateLabel } from '../../../../src/corpus/article/article.js';
import { formatFault } from '../../../../src/corpus/fault.js';
import { openFolder } from '../../../../src/corpus/folder/article-folder.js';
import { createCorpusReader } from '../../../../src/corpus/folder/corpus-reader.js';
import { MAX_ARTICLE_BYTES, MAX_METADATA_BYTES } from '../../../../src/corpus/folder/read-text.js';
import { type Files, memoryFolder } from '../../../support/memory-folder.js';
import { SEEDS } from '../../../support/seeds.js';

async function load(files: Files): Promise<{ articles: string[]; faults: string[] }> {
  const { articles, faults } = await createCorpusReader({ folder: memoryFolder(files) }).read();
  return { articles: articles.map(({ file }) => file), faults: faults.map(formatFault) };
}

const GOOD = { 'good.txt': 'The talks began.' };

describe('the five articles that come with the program', () => {
  it('are read without a fault', async () => {
    const { articles, faults } = await createCorpusReader({ folder: openFolder(SEEDS) }).read();
    expect(faults).toEqual([]);
    expect(articles).toHaveLength(5);
  });

  it('have thirty-four known problems, each standing in its paragraph', async () => {
    const { articles } = await createCorpusReader({ folder: openFolder(SEEDS) }).read();
    const problems = articles.flatMap(({ text, paragraphs, problems: all }) =>
      all.map((problem) => {
        const { start = 0, end = 0 } = paragraphs[problem.paragraph - 1] ?? {};
        return text.slice(start, end).includes(problem.text);
      }),
    );
    expect(problems).toHaveLength(34);
    expect(problems).not.toContain(false);
  });

  it('show one bare date; all others say that they are inferred', async () => {
    const { articles } = await createCorpusReader({ folder: openFolder(SEEDS) }).read();
    expect(
      articles.map(({ file, published }) => `${file.slice(0, 3)} ${dateLabel(published)}`),
    ).toEqual([
      '000 Dec 5, 2024',
      '001 date inferred: Dec 18, 2024 – Jan 19, 2025',
      '002 date inferred: Dec 5, 2024 – Jan 19, 2025',
      '003 date inferred: Jan 15–17, 2025',
      '004 date inferred: Mar 28–29, 2025',
    ]);
  });

  it('have the paragraphs that a reader counts', async () => {
    const { articles } = await createCorpusReader({ folder: openFolder(SEEDS) }).read();
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([18, 17, 18, 30, 10]);
    const [cnn] = articles;
    const ministry = cnn?.paragraphs[12];
    expect(cnn?.text.slice(ministry?.start, ministry?.end)).toMatch(
      /^Elsewhere in Latin America, the Panamanian Foreign Ministry said/,
    );
  });
});

describe('files that are read', () => {
  it('are .txt, .md and .html, whatever the case, in subfolders too', async () => {
    expect(
      await load({
        'a.txt': 'One.',
        'b.MD': 'Two.',
        'c.HTML': '<p>Three.',
        'sub/deep/d.txt': 'Four.',
      }),
    ).toEqual({ articles: ['a.txt', 'b.MD', 'c.HTML', 'sub/deep/d.txt'], faults: [] });
  });

  it('may have a byte-order mark, CRLF, emoji and accents', async () => {
    expect((await load({ 'a.txt': '\uFEFF🗞 Leo\u0301n.\r\nPanamá.\r\n' })).faults).toEqual([]);
  });

  it('take their entry from articles.yml by their path', async () => {
    const { articles } = await createCorpusReader({
      folder: memoryFolder({
        'sub/a.txt': 'One.',
        'articles.yml': 'version: 1\narticles: {sub/a.txt: {outlet: CNN}}',
      }),
    }).read();
    expect(articles[0]?.outlet).toBe('CNN');
  });
});

it('says of an article in other letters than UTF-8 how it was read', async () => {
  const { articles, faults } = await load({ 'a.txt': Buffer.from('\uFEFFLeón', 'utf16le') });
  expect(articles).toEqual(['a.txt']);
  expect(faults).toEqual([expect.stringMatching(/note: a\.txt: read as UTF-16LE/)]);
});

describe('a bad file is named and never stops the rest', () => {
  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0, 0]), /error: bad\.txt: left out: not text/],
    ['Latin-1', Buffer.from('León', 'latin1'), /error: bad\.txt: left out: not UTF-8/],
    ['UTF-16 cut off', Buffer.from([0xff, 0xfe, 0x50]), /error: bad\.txt: left out: .*UTF-16/],
    ['no byte', '', /error: bad\.txt: left out: empty/],
    ['white space only', '\uFEFF \r\n\t\u00A0\n', /error: bad\.txt: left out: empty/],
    [
      'more than 5 MB',
      'x'.repeat(MAX_ARTICLE_BYTES + 1),
      /error: bad\.txt: left out: larger than 5 MB/,
    ],
  ])('%s', async (_, bytes, message) => {
    const { articles, faults } = await load({ ...GOOD, 'bad.txt': bytes });
    expect(articles).toEqual(['good.txt']);
    expect(faults).toEqual([expect.stringMatching(message)]);
  });

  it('a file that cannot be read', async () => {
    const folder = memoryFolder(GOOD);
    const { articles, faults } = await createCorpusReader({
      folder: {
        ...folder,
        list: async () => [
          { name: 'gone.txt', refused: null, stamp: '' },
          ...(await folder.list()),
        ],
      },
    }).read();
    expect(articles).toHaveLength(1);
    expect(faults.map(formatFault)).toEqual([
      "error: gone.txt: left out: it cannot be read (ENOENT: no such file, open 'gone.txt')",
    ]);
  });

  it('a file of exactly 5 MB is none', async () => {
    const { faults } = await load({ 'a.txt': `${'x'.repeat(MAX_ARTICLE_BYTES - 2)}.\n` });
    expect(faults).toEqual([]);
  });

  it('a file of another kind is noted, since nothing is lost', async () => {
    expect((await load({ ...GOOD, 'photo.jpg': 'x', 'story.docx': 'x' })).faults).toEqual([
      'note: photo.jpg: skipped: not a .txt, .md, .html or .json file',
      'note: story.docx: skipped: not a .txt, .md, .html or .json file',
    ]);
  });

  it.each(['articles.yaml', 'Articles.yml', 'sub/articles.yml'])(
    'metadata under the name %s, which nobody would read, is an error',
    async (name) => {
      expect((await load({ ...GOOD, [name]: 'version: 1' })).faults).toEqual([
        `error: ${name}: skipped: only articles.yml at the top of the folder is read`,
      ]);
    },
  );

  it('broken YAML costs the metadata, not the articles', async () => {
    const { articles, faults } = await load({ ...GOOD, 'articles.yml': 'version: [' });
    expect(articles).toEqual(['good.txt']);
    expect(faults[0]).toMatch(/^error: articles\.yml: is not readable as YAML: line 1, column/);
  });
});

describe('an articles.yml that is no text', () => {
  const entry =
    'version: 1\narticles:\n  good.txt: {outlet: León, embargo_until: 2025-07-01T06:00:00Z}';

  it('hides the articles that it names when it speaks of an embargo', async () => {
    const { articles, faults } = await createCorpusReader({
      folder: memoryFolder({
        ...GOOD,
        'other.txt': 'Two.',
        'articles.yml': Buffer.from(entry, 'latin1'),
      }),
    }).read();
    expect(articles.map(({ embargo }) => embargo)).toEqual(['held', null]);
    expect(faults.map(formatFault)).toEqual([
      expect.stringMatching(/^error: articles\.yml: left out: not UTF-8.*1 stay hidden/),
    ]);
  });

  it('hides them as well when it is too large', async () => {
    const { articles } = await createCorpusReader({
      folder: memoryFolder({
        ...GOOD,
        'articles.yml': `${entry}\n# ${'x'.repeat(MAX_METADATA_BYTES)}`,
      }),
    }).read();
    expect(articles[0]?.embargo).toBe('held');
  });
});
