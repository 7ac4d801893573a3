import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { isEmbargoed } from '../../src/corpus/article/article.js';
import { openFolder } from '../../src/corpus/folder/article-folder.js';
import { createCorpusReader } from '../../src/corpus/folder/corpus-reader.js';
import { runAdd } from '../../src/intake/run-add.js';
import { Sink } from '../support/sink.js';
import { tempFolder, type TempFolder } from '../support/temp-folder.js';

const FORMATS = fileURLToPath(new URL('../formats/exports', import.meta.url));

const NOW = new Date('2025-02-08T12:00:00Z');

/** What `add` said, with the archive that it left. */
async function add(
  archive: TempFolder,
  ...words: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const stdout = new Sink();
  const stderr = new Sink();
  const code = await runAdd([...words, '--corpus', archive.dir], {
    stdin: Readable.from([]),
    stdout,
    stderr,
    canAsk: false,
    corpusDir: 'nowhere',
    unique: 'test',
    progress: () => {},
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

async function articlesIn({ dir }: TempFolder) {
  const { articles, faults } = await createCorpusReader({ folder: openFolder(dir) }).read();
  return {
    faults,
    articles: articles.map((article) => {
      const { title, outlet, authors, published, withdrawn, usageTerms, text, paragraphs } =
        article;
      const hidden = isEmbargoed(article, NOW);
      const date = published.status === 'exact' ? published.date : published.status;
      const lines = paragraphs.map(({ start, end }) => text.slice(start, end));
      return { title, outlet, authors, date, hidden, withdrawn, usageTerms, lines };
    }),
  };
}

/** Every file of the archive and what is in it, kept sources and leftovers too. */
function contentsOf({ dir }: TempFolder): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .toSorted()
      .map((file) => [path.relative(dir, file), readFileSync(file, 'latin1')]),
  );
}

const story = { hidden: false, withdrawn: null, usageTerms: null };

describe('npm run add takes the stories of', () => {
  it.each([
    [
      'RSS',
      'rss.xml',
      [
        {
          ...story,
          title: 'Ferries stop & start',
          outlet: 'The Harbour Post',
          authors: ['Ana Ruiz'],
          date: '2025-02-05',
          lines: ['No ferry left the harbour on Wednesday.', '“We are tired,” said Tom Carter.'],
        },
      ],
      'no full text, only a summary (2, the first “Only a summary”)',
    ],
    [
      'Atom',
      'feed.atom',
      [
        {
          ...story,
          title: 'The bridge',
          outlet: 'Bay Radio',
          authors: [],
          date: 'unknown',
          lines: ['The bridge opens in May.'],
        },
        {
          ...story,
          title: 'The market’s roof',
          outlet: 'Bay Radio',
          authors: ['Eva Lind'],
          date: '2025-02-03',
          lines: ['The roof held.'],
        },
      ],
      '2 stories taken',
    ],
    [
      'RDF',
      'rdf.rdf',
      [
        {
          ...story,
          title: 'The mill',
          outlet: 'The Gazette',
          authors: ['Ivo Marsh'],
          date: '2025-01-09',
          lines: ['The mill turns again.'],
        },
      ],
      '1 story taken',
    ],
    [
      'a WordPress export',
      'wordpress.xml',
      [
        {
          ...story,
          title: 'School fees',
          outlet: 'The Valley Star',
          authors: ['Marta López'],
          date: '2025-02-05',
          lines: [
            'A classroom',
            'Fees rise in May, the board said.',
            '“We [sic] regret it,” said the chair.',
            'She left.',
          ],
        },
        {
          ...story,
          hidden: true,
          title: 'Not yet',
          outlet: 'The Valley Star',
          authors: [],
          date: 'unknown',
          lines: ['A draft.'],
        },
      ],
      'hidden: its status in WordPress is draft (“Not yet”)',
    ],
    [
      'WordPress’s REST interface',
      'wordpress-rest.json',
      [
        {
          ...story,
          title: 'The buses’ year',
          outlet: null,
          authors: [],
          date: '2025-02-05',
          lines: ['Buses ran late.'],
        },
      ],
      'left out: no full text (“Secret”)',
    ],
    [
      'JSON Feed',
      'jsonfeed.json',
      [
        {
          ...story,
          title: 'Snow',
          outlet: 'North Weekly',
          authors: ['Per Holm'],
          date: '2025-01-02',
          lines: ['Snow fell for a week.'],
        },
      ],
      '1 story taken',
    ],
    [
      'ninjs 1',
      'ninjs-1.json',
      [
        {
          ...story,
          usageTerms: 'Not for sale.',
          title: 'Port reopens',
          outlet: 'Example Wire',
          authors: ['Ana Ruiz', 'Tom Carter'],
          date: '2025-02-05',
          lines: ['The port reopened on Wednesday.', 'Ships waited <br> outside.'],
        },
      ],
      'terms of use, shown with it: Not for sale. (“Port reopens”)',
    ],
    [
      'ninjs 2',
      'ninjs-2.json',
      [
        {
          ...story,
          title: 'Storm nears',
          outlet: 'Example Wire',
          authors: ['Eva Lind'],
          date: 'inferred',
          lines: ['The storm nears.'],
        },
      ],
      '1 story taken',
    ],
    [
      'ninjs 3',
      'ninjs-3.json',
      [
        {
          ...story,
          hidden: true,
          title: 'Budget',
          outlet: null,
          authors: [],
          date: '2025-02-08',
          lines: ['The budget grows.'],
        },
      ],
      'hidden until 2025-02-09T06:00:00.000Z (“Budget”)',
    ],
    [
      'Arc XP',
      'ans.json',
      [
        {
          ...story,
          title: 'The levee',
          outlet: 'The Daily Example',
          authors: ['Rosa Diaz'],
          date: '2025-02-05',
          lines: [
            'The levee held.',
            'What came next',
            'We were lucky.',
            'The mayor',
            'Sand',
            'Stone',
          ],
        },
      ],
      '1 story taken',
    ],
    [
      'NITF',
      'nitf.xml',
      [
        {
          ...story,
          title: 'Fish prices',
          outlet: 'Example Agency',
          authors: ['Ana Ruiz'],
          date: '2025-02-05',
          lines: [
            'Prices fell in León.',
            '“Good,” said a cook.',
            'A market',
            'Next week',
            'They may rise.',
          ],
        },
      ],
      '1 story taken',
    ],
    [
      'NewsML-G2',
      'newsml-g2.xml',
      [
        {
          ...story,
          hidden: true,
          usageTerms: 'NO ARCHIVES',
          title: 'Rail works',
          outlet: 'G2 Example',
          authors: ['Ivo Marsh'],
          date: '2025-02-05',
          lines: ['Trains stop at nine.'],
        },
      ],
      'hidden: its terms of use say “NO ARCHIVES”',
    ],
    [
      'a Word document',
      'document.docx',
      [
        {
          ...story,
          title: null,
          outlet: null,
          authors: [],
          date: 'unknown',
          lines: ['The ferry company will ask for help & time.', '“Nobody called,” said Ana Ruiz.'],
        },
      ],
      '1 story taken',
    ],
    [
      'lines of JSON',
      'stories.jsonl',
      [
        {
          ...story,
          title: 'The well',
          outlet: 'Hill News',
          authors: ['Ana Ruiz'],
          date: '2025-02-01',
          lines: ['The well is dry.'],
        },
      ],
      'left out: not readable as JSON',
    ],
    [
      'a list of stories',
      'stories.json',
      [
        {
          ...story,
          title: 'The fair',
          outlet: null,
          authors: ['Tom Carter'],
          date: '2025-02-02',
          lines: ['The fair opens.'],
        },
      ],
      '1 story taken',
    ],
  ])('%s, and says what it left out', async (_, file, articles, said) => {
    const archive = tempFolder({});
    const { code, stdout, stderr } = await add(archive, path.join(FORMATS, file));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(said);
    const read = await articlesIn(archive);
    expect(read.articles).toEqual(articles);
    expect(read.faults.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const kept = readdirSync(archive.at('.sources'));
    expect(kept).toHaveLength(1);
    expect(readFileSync(archive.at(`.sources/${kept[0]}`))).toEqual(
      readFileSync(path.join(FORMATS, file)),
    );

    const before = contentsOf(archive);
    const again = await add(archive, path.join(FORMATS, file));
    expect(again.stdout).toMatch(
      new RegExp(` 0 stories taken, 0 updated, ${articles.length} unchanged`),
    );
    expect(contentsOf(archive)).toEqual(before);
  });
});

const wired = (stated: object): string =>
  JSON.stringify({
    uri: 'urn:x:1',
    version: '1',
    versioncreated: '2025-02-05T10:00:00Z',
    pubstatus: 'usable',
    headline: 'The quay',
    body_text: 'The quay is open.',
    ...stated,
  });

/** Delivers versions of a story one after the other; gives what was said of the last and what is in the archive. */
async function deliver(...versions: object[]) {
  const archive = tempFolder({});
  const desk = tempFolder({});
  let said = '';
  for (const [index, version] of versions.entries()) {
    desk.write(`w${index}.json`, wired(version));
    said = (await add(archive, desk.at(`w${index}.json`))).stdout;
  }
  const { articles, faults } = await articlesIn(archive);
  return { said, articles, notes: faults.map(({ message }) => message) };
}

describe('a story that its wire sends again', () => {
  it('has the words of its newest version, whatever comes first', async () => {
    const second = { version: '2', body_text: 'The quay is closed.' };
    const lines = ['The quay is closed.'];
    expect(await deliver({}, second)).toMatchObject({
      said: expect.stringContaining('1 updated'),
      articles: [{ lines }],
    });
    expect(await deliver(second, {})).toMatchObject({
      said: expect.stringContaining('left out: an older version of a story that is here'),
      articles: [{ lines }],
    });
  });

  it('is withdrawn by a cancellation, whose words are not taken for the story’s', async () => {
    const cancel = {
      version: '2',
      pubstatus: 'canceled',
      ednote: 'Wrong quay.',
      body_text: 'Kill.',
    };
    expect(await deliver({}, cancel)).toMatchObject({
      said: expect.stringContaining('withdrawn: Withdrawn by the wire: Wrong quay.'),
      articles: [{ withdrawn: 'Withdrawn by the wire: Wrong quay.', lines: ['The quay is open.'] }],
    });
  });

  it('is not taken where its cancellation came first, until a newer version does', async () => {
    const cancel = { version: '2', pubstatus: 'canceled' };
    expect(await deliver(cancel)).toMatchObject({
      said: expect.stringContaining('left out: withdrawn before it was here'),
      articles: [],
    });
    expect(await deliver(cancel, {})).toMatchObject({ articles: [] });
    expect(await deliver(cancel, { version: '3' })).toMatchObject({
      articles: [{ withdrawn: null }],
    });
    expect(await deliver({}, cancel, { version: '2' })).toMatchObject({
      said: expect.stringContaining('it was withdrawn, and this is no newer version'),
      articles: [{ withdrawn: 'Withdrawn by the wire.' }],
    });
  });

  it('is hidden while it is withheld or its embargo cannot be read, and check says why', async () => {
    const withheld = await deliver({}, { version: '2', pubstatus: 'withheld' });
    expect(withheld).toMatchObject({
      articles: [{ hidden: true }],
      notes: [expect.stringContaining('the wire calls it withheld')],
    });
    expect(await deliver({ embargoed: 'Friday' })).toMatchObject({
      articles: [{ hidden: true }],
    });
    expect(
      await deliver({ pubstatus: 'withheld' }, { version: '2', pubstatus: 'usable' }),
    ).toMatchObject({ articles: [{ hidden: false }] });
  });

  it.each([
    ['NO ARCHIVES', true],
    ['For editorial use. No resale, syndication or archiving.', true],
    ['May not be published after 30 days or archived.', true],
    ['Archival use is not permitted.', true],
    ['Archiving prohibited', true],
    ['Not for sale. Archive use is free.', false],
    ['Free for all uses; archives welcome.', false],
    ['Copyright 2025 Example Wire. Not for sale.', false],
  ])(
    'is hidden where its terms forbid archives, and else shown with them: %s',
    async (terms, hidden) => {
      const { articles, said } = await deliver({ usageterms: terms });
      expect(articles).toMatchObject([{ hidden, usageTerms: terms }]);
      expect(said).toContain(
        hidden ? 'hidden: its terms of use say' : 'terms of use, shown with it',
      );
    },
  );

  it('has no terms of use where only its owner is named', async () => {
    for (const usageterms of ['© 2025 Example Wire', 'Copyright 2025 Wire. All rights reserved.'])
      expect((await deliver({ usageterms })).articles).toMatchObject([{ usageTerms: null }]);
  });

  it('is hidden where the rights of a feed forbid archives', async () => {
    const item = `<item><guid>a</guid><dc:rights>No archives.</dc:rights><content:encoded>The quay.</content:encoded></item>`;
    const desk = tempFolder({
      'a.xml': `<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${item}</channel></rss>`,
    });
    const archive = tempFolder({});
    await add(archive, desk.at('a.xml'));
    expect((await articlesIn(archive)).articles).toMatchObject([{ hidden: true }]);
  });

  it('is taken back by a feed that says it was deleted, also when that came first', async () => {
    const atom = (entries: string): string =>
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Bay Radio</title>${entries}</feed>`;
    const entry = (id: string): string =>
      `<entry><id>${id}</id><updated>2025-02-05T10:00:00Z</updated><content>The quay of ${id}.</content></entry>`;
    const deleted = (id: string): string =>
      `<at:deleted-entry ref="${id}" when="2025-02-05T11:00:00Z"><at:comment>Wrong quay.</at:comment></at:deleted-entry>`;
    const desk = tempFolder({
      '1.atom': atom(entry('a') + entry('b')),
      '2.atom': atom(deleted('a') + entry('b') + deleted('c')),
      '3.atom': atom(entry('a') + entry('c')),
    });
    const archive = tempFolder({});
    await add(archive, desk.at('1.atom'), desk.at('2.atom'), desk.at('3.atom'));
    const { articles } = await articlesIn(archive);
    expect(articles.toSorted((a, b) => (a.lines.join() < b.lines.join() ? -1 : 1))).toMatchObject([
      { withdrawn: 'Deleted by its feed: Wrong quay.', lines: ['The quay of a.'] },
      { withdrawn: null, lines: ['The quay of b.'] },
    ]);
  });

  it('is taken back by a NITF notice that names it', async () => {
    const nitf = (docdata: string): string =>
      `<nitf><head><docdata ${docdata}</docdata></head><body><body.content><p>The quay.</p></body.content></body></nitf>`;
    const archive = tempFolder({});
    const desk = tempFolder({
      '1.xml': nitf('><doc-id id-string="a"/>'),
      '2.xml': nitf(
        'management-doc-idref="a" management-idref-status="canceled"><doc-id id-string="b"/>',
      ),
    });
    await add(archive, desk.at('1.xml'), desk.at('2.xml'));
    expect((await articlesIn(archive)).articles).toMatchObject([
      { withdrawn: 'Withdrawn by the wire.', lines: ['The quay.'] },
    ]);
  });
});

describe('what is no export, or means harm', () => {
  const nested = (depth: number): string =>
    `<rss><channel><item>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</item></channel></rss>`;
  it.each([
    [
      'entities that multiply',
      'a.xml',
      '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
      'declares entities of its own',
    ],
    ['elements nested without end', 'a.xml', nested(1_500), 'nest deeper than 200'],
    [
      'values nested without end',
      'a.json',
      `[${'['.repeat(1_500)}${']'.repeat(1_501)}`,
      'nest deeper',
    ],
    [
      'a page',
      'a.xml',
      '<html><body>No.</body></html>',
      'not an export that is known here (<html>)',
    ],
    [
      'a root element that would be read again with every item',
      'a.xml',
      `<rss a="${'x'.repeat(200_000)}"><channel><item/></channel></rss>`,
      'the elements around its items are larger',
    ],
    ['words', 'a.xml', 'No mark-up at all.', 'there is no element in it'],
    ['elements that cross', 'a.xml', '<rss><channel><item></channel></rss>', 'not closed'],
    ['a tag without an end', 'a.xml', '<rss><channel><item', 'it ends within <channel>'],
    [
      'letters that are not the stated ones',
      'a.xml',
      Buffer.from('<?xml version="1.0" encoding="utf-8"?><rss>\xf3</rss>', 'latin1'),
      'its letters are not UTF-8',
    ],
    ['a document that is none', 'a.docx', 'Words.', 'not a Word document'],
  ])('is refused by name: %s', async (_, name, bytes, said) => {
    const archive = tempFolder({});
    const desk = tempFolder({});
    writeFileSync(desk.at(name), bytes);
    const { code, stderr } = await add(archive, desk.at(name));
    expect(code).toBe(1);
    expect(stderr).toContain(`add: ${name}: `);
    expect(stderr).toContain(said);
    expect(Object.keys(contentsOf(archive))).toEqual([]);
  });

  it.each([
    ['a line that WordPress puts under what it feeds', '<p>The post <a '],
    ['a mark that the text goes on elsewhere', 'Continue reading <a> '],
    ['a shortcode', '[caption '],
    ['an embedded film', '[embed '],
  ])('is read in one go, where it begins %s thirty thousand times over', async (_, mark) => {
    const item = `<item><guid>a</guid><wp:post_type>post</wp:post_type><content:encoded><![CDATA[<p>The quay.</p>${mark.repeat(30_000)}<p>Open.</p>]]></content:encoded></item>`;
    const desk = tempFolder({
      'rss.xml': `<rss><channel>${item}</channel></rss>`,
      'wxr.xml': `<rss><channel><wp:wxr_version>1.2</wp:wxr_version>${item.replace('>a<', '>b<')}</channel></rss>`,
    });
    const { stdout } = await add(tempFolder({}), desk.at('rss.xml'), desk.at('wxr.xml'));
    expect(stdout.match(/1 story taken/g)).toHaveLength(2);
  });

  it.each([
    ['byline', { byline: `By Ana${' '.repeat(300_000)}Ruiz` }],
    ['id', { uri: `x${'.'.repeat(300_000)}x` }],
    ['address', { uri: `http://${'a'.repeat(3_000)}\n` }],
    ['terms of use', { usageterms: `© ${'-'.repeat(300_000)}.x` }],
  ])('is read in one go, however strange its %s', async (_, strange) => {
    expect((await deliver(strange)).articles).toMatchObject([{ lines: ['The quay is open.'] }]);
  });

  it('is read in one go, where the text of NITF begins again and again', async () => {
    const again = '<![CDATA[<body.content >]]>'.repeat(30_000);
    const desk = tempFolder({
      'a.xml': `<nitf><head><docdata><doc-id id-string="a"/></docdata></head><body><p>${again}</p></body></nitf>`,
    });
    const { stdout } = await add(tempFolder({}), desk.at('a.xml'));
    expect(stdout).toContain('left out: no full text');
  });

  it('unpacks no more of a document than a document can hold', async () => {
    const zip = new JSZip();
    zip.file('word/document.xml', `<w:document>${' '.repeat(6_000_000)}</w:document>`);
    const desk = tempFolder({});
    writeFileSync(
      desk.at('bomb.docx'),
      await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }),
    );
    const { stderr } = await add(tempFolder({}), desk.at('bomb.docx'));
    expect(stderr).toContain('bomb.docx: it unpacks to more than a document holds');
  });

  it.each([
    ['with tables nested without end', '', '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    [
      'with entities that multiply',
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
      '&b;',
      '',
    ],
  ])('refuses a document %s', async (_, doctype, open, close) => {
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const body = `<w:p><w:r><w:t>${open.repeat(1_500)}Words.${close.repeat(1_500)}</w:t></w:r></w:p>`;
    const zip = new JSZip();
    zip.file(
      'word/document.xml',
      `${doctype}<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    );
    const desk = tempFolder({ 'bad.docx': await zip.generateAsync({ type: 'nodebuffer' }) });
    const archive = tempFolder({});
    const { code, stderr } = await add(archive, desk.at('bad.docx'));
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('bad.docx: its text cannot be read as that of a Word'),
    });
    expect((await articlesIn(archive)).articles).toEqual([]);
  });

  it('keeps what came before an export breaks off, and says so', async () => {
    const desk = tempFolder({
      'cut.json': '[{"id":"1","title":"Whole","body":"The quay."},{"id":"2","body":"Hal',
    });
    const archive = tempFolder({});
    const { code, stdout } = await add(archive, desk.at('cut.json'));
    expect(code).toBe(1);
    expect(stdout).toContain('1 story taken');
    expect(stdout).toContain('not read to its end: it ends within its list of stories');
    expect((await articlesIn(archive)).articles).toMatchObject([{ title: 'Whole' }]);
  });

  it('says where it stopped when the archive cannot be written to', async () => {
    const desk = tempFolder({ 'a.jsonl': '{"id":"s1","title":"T","body":"The quay."}' });
    const archive = tempFolder({ stories: 'A file where their folder would be.' });
    const { code, stderr } = await add(archive, desk.at('a.jsonl'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\.jsonl: stopped at item 1 \(ENOTDIR.*run it again/);
  });

  it('says so when the export cannot be kept', async () => {
    const desk = tempFolder({ 'a.jsonl': '{"id":"s1","title":"T","body":"The quay."}' });
    const archive = tempFolder({ '.sources': 'A file where their folder would be.' });
    const { code, stderr } = await add(archive, desk.at('a.jsonl'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\.jsonl cannot be read, or not be kept.*Nothing was added/);
  });

  it('never writes over a file that is none of its stories', async () => {
    const desk = tempFolder({ 'a.jsonl': '{"id":"s1","title":"T","body":"The quay."}' });
    const archive = tempFolder({});
    await add(archive, desk.at('a.jsonl'));
    const files = Object.keys(contentsOf(archive));
    const file = files.find((name) => name.startsWith('stories')) ?? '';
    archive.write(file, 'Mine.');
    const { stdout } = await add(archive, desk.at('a.jsonl'));
    expect(stdout).toContain(`another file stands in its place, ${file}`);
    expect(readFileSync(archive.at(file), 'utf8')).toBe('Mine.');
  });
});

it('leaves the same archive when it was killed half-way and is run again', async () => {
  const lines = Array.from(
    { length: 20 },
    (_, n) => `{"id":"s${n}","title":"T","body":"Quay ${n}."}`,
  );
  const desk = tempFolder({ 'all.jsonl': lines.join('\n') });
  const whole = tempFolder({});
  await add(whole, desk.at('all.jsonl'));
  const killed = tempFolder({});
  for (const [name, bytes] of Object.entries(contentsOf(whole)).slice(0, 9)) {
    mkdirSync(path.dirname(killed.at(name)), { recursive: true });
    writeFileSync(killed.at(name), bytes, 'latin1');
  }
  killed.write('.sources/story.77.unfinished', '{"id":"s1');
  killed.write('.sources/export.77.unfinished', 'half');
  const { stdout } = await add(killed, desk.at('all.jsonl'));
  expect(stdout).toContain('12 stories taken, 0 updated, 8 unchanged');
  expect(contentsOf(killed)).toEqual(contentsOf(whole));
});

it('takes an outlet for all stories of an export, and a day for none of many', async () => {
  const archive = tempFolder({});
  const file = path.join(FORMATS, 'wordpress-rest.json');
  await add(archive, file, '--outlet', 'The Valley Star');
  expect((await articlesIn(archive)).articles).toMatchObject([{ outlet: 'The Valley Star' }]);
  expect(await add(archive, file, '--date', '2025-02-03')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is an export of many'),
  });
});
