import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isEmbargoed } from '../../src/corpus/article/article.js';
import { formatFault } from '../../src/corpus/fault.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { createCorpusReader } from '../../src/corpus/folder/corpus-reader.js';

const at = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const NOW = new Date('2025-02-08T12:00:00Z');

const MONDAY = 'No ferry left the harbour on Monday.';
const TIRED = '“We are tired,” said Tom Carter.';
const stated = { outlet: null, authors: [], date: '2025-02-03', hidden: false, lines: [MONDAY] };

it('reads each kind of file as it is meant, and says what it passed over', async () => {
  const folder = openFolder(at('formats/articles'));
  const { articles, faults } = await createCorpusReader({ folder }).read();
  const read = articles.map((article) => {
    const { file, title, outlet, authors, published, text, paragraphs } = article;
    const date = published.status === 'exact' ? published.date : published.status;
    const lines = paragraphs.map(({ start, end }) => text.slice(start, end));
    return [file, { title, outlet, authors, date, hidden: isEmbargoed(article, NOW), lines }];
  });
  const title = 'Ferries stop';
  const outlet = 'The Harbour Post';
  expect(Object.fromEntries(read)).toEqual({
    '2025-02-03-day-in-name.md': { ...stated, title },
    'head-json.md': { ...stated, title, authors: ['Ana Ruiz', 'Tom Carter'] },
    'head-toml.md': { ...stated, title, hidden: true },
    'head-yaml.md': {
      ...stated,
      title: 'Ferries stop & start',
      outlet,
      authors: ['Ana Ruiz'],
      lines: ['## What happened', 'No ferry left the *harbour* on Monday.'],
    },
    'page.html': {
      ...stated,
      title,
      outlet,
      authors: ['Ana Ruiz'],
      lines: [
        title,
        MONDAY,
        '“We are tired,” said Tom Carter, who has run the night ferry for eleven years.',
      ],
    },
    'plain.txt': { ...stated, title: null, lines: ['Published: February 3, 2025', MONDAY, TIRED] },
    'story.json': {
      ...stated,
      title,
      outlet,
      // What stands for a no-break space stays one.
      lines: [MONDAY, TIRED.replace('Tom ', 'Tom\u00A0')],
    },
    'utf-16.txt': {
      ...stated,
      title: null,
      date: 'unknown',
      lines: ['No ferry left the harbour of León on Monday.'],
    },
    'windows-1252.html': {
      ...stated,
      title: 'León',
      date: 'unknown',
      lines: ['Prices fell in León on Monday – “much,” a cook said.'],
    },
  });
  expect(faults.map(formatFault)).toEqual([
    'note: 2025-02-03-day-in-name.md: in its head, not read: layout',
    'note: head-toml.md: in its head, not read: blurb, params',
    'note: head-yaml.md: in its head, not read: tags',
    'note: page.html: of its 6 lines, 3 are passed over as menus and notices around the article',
    expect.stringContaining('error: undeclared.txt: left out: not UTF-8'),
    expect.stringContaining('note: utf-16.txt: read as UTF-16LE, by its first bytes'),
    expect.stringContaining('note: windows-1252.html: read as WINDOWS-1252, by its own decl'),
  ]);
});

/** By the first cell of a row in the README's tables: its examples in tests/formats. What comes out of each is tested. */
const EXAMPLES: Record<string, readonly string[]> = {
  '`.txt`': ['articles/plain.txt'],
  '`.md`': ['articles/2025-02-03-day-in-name.md'],
  'head of a `.md`': ['articles/head-yaml.md', 'articles/head-toml.md', 'articles/head-json.md'],
  '`.html`': ['articles/page.html'],
  '`.json`': ['articles/story.json'],
  'letters other than UTF-8': [
    'articles/windows-1252.html',
    'articles/utf-16.txt',
    'articles/undeclared.txt',
  ],
  'RSS 2.0 and 1.0 (RDF)': ['exports/rss.xml', 'exports/rdf.rdf'],
  Atom: ['exports/feed.atom'],
  'JSON Feed': ['exports/jsonfeed.json'],
  'WordPress export (WXR), REST interface': [
    'exports/wordpress.xml',
    'exports/wordpress-rest.json',
  ],
  'ninjs 1 to 3': ['exports/ninjs-1.json', 'exports/ninjs-2.json', 'exports/ninjs-3.json'],
  'Arc XP (ANS)': ['exports/ans.json'],
  NITF: ['exports/nitf.xml'],
  'NewsML-G2': ['exports/newsml-g2.xml'],
  '`.jsonl`, a list of stories in `.json`': ['exports/stories.jsonl', 'exports/stories.json'],
  'Word (`.docx`)': ['exports/document.docx'],
};

it('has an example of each format that the README names, and none that it does not', () => {
  const readme = readFileSync(at('../README.md'), 'utf8');
  const tables = readme.matchAll(
    /^\| (?:file|format) +\| read [^\n]*\n\|[^\n]*\n((?:\|[^\n]*\n)+)/gm,
  );
  const rows = [...tables].flatMap(([, table = '']) =>
    [...table.matchAll(/^\| (.*?) +\|/gm)].map(([, cell = '']) => cell),
  );
  expect(rows).toEqual(Object.keys(EXAMPLES));
  const files = ['articles', 'exports'].flatMap((folder) =>
    readdirSync(at(`formats/${folder}`)).map((name) => `${folder}/${name}`),
  );
  expect(Object.values(EXAMPLES).flat().toSorted()).toEqual(files.toSorted());
});
