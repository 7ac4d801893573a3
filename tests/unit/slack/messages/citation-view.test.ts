import { describe, expect, it } from 'vitest';
import { refOf } from '../../../../src/answer/answer.js';
import { checkView } from '../../../../src/block-kit/check-blocks.js';
import { ACTIONS, decodeOpened, type Opened } from '../../../../src/slack/actions.js';
import { articleView, pagesOf } from '../../../../src/slack/messages/article-view.js';
import { citationView } from '../../../../src/slack/messages/citation-view.js';
import { webAddress } from '../../../../src/slack/messages/source-lines.js';
import type { Files } from '../../../support/memory-folder.js';
import { NOON, openMemoryArchive } from '../../../support/open-memory-archive.js';
import { buttonValue, readBlocks } from '../../../support/wire.js';

async function look(files: Files) {
  const archive = await openMemoryArchive(files);
  const [citation] = (await archive.ask('panama')).citations;
  const context = citation && (await archive.look(refOf(citation)));
  if (!context) throw new Error('not found');
  return context;
}

const at = (page: number, opened: Pick<Opened, 'ref'>): Opened => ({
  ref: opened.ref,
  asked: null,
  page,
  revealed: false,
});

describe('a passage that is opened', () => {
  it('stands under its headline, which is a link where the article has an address of the web', async () => {
    const context = await look({
      'a.txt': 'Panama refused.',
      'articles.yml':
        'version: 1\narticles: {a.txt: {title: Ferries stop, outlet: CNN, url: "https://post.example/a"}}',
    });
    const shown = { context, verdict: { kind: 'identical' }, at: NOON, why: null } as const;
    const view = citationView(shown, at(0, context));
    expect(checkView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain(
      '{"type":"link","url":"https://post.example/a","text":"Ferries stop"',
    );
    expect(JSON.stringify(view)).toContain('"type":"date","timestamp":');
  });

  it.each([
    ['javascript:alert(1)', null],
    ['ftp://a.example', null],
    ['not an address', null],
    [`https://a.example/${'x'.repeat(3_000)}`, null],
    [null, null],
    ['https://a.example/b', 'https://a.example/b'],
  ])('%s may be followed: %s', (url, address) => {
    expect(webAddress(url)).toBe(address);
  });
});

describe('the whole article', () => {
  const paragraph = (n: number): string => `Paragraph ${n} ${'goes on '.repeat(60)}of Panama.`;
  const text = Array.from({ length: 40 }, (_, n) => paragraph(n)).join('\n');

  it('comes page by page, every paragraph once and in order, with the way on, back and to the passage', async () => {
    const context = await look({ 'a.txt': `${text}\n${'x'.repeat(15_000)} 😀\nThe end.` });
    const { article } = context;
    const pages = pagesOf(article);
    expect(pages.length).toBeGreaterThan(3);
    for (const one of article.paragraphs) {
      const pieces = pages.flat().filter((piece) => piece.paragraph === one);
      expect(pieces.map(({ start, end }) => article.text.slice(start, end)).join('')).toBe(
        article.text.slice(one.start, one.end),
      );
    }
    const last = pages.length - 1;
    for (const page of [0, 1, last]) {
      const { blocks, ...view } = articleView(context, at(page, context));
      expect(checkView({ ...view, blocks })).toEqual([]);
      expect(readBlocks(blocks)).toContain(`Page ${page + 1} of ${pages.length}`);
      const turn = (action: string): number | undefined => {
        const value = buttonValue(blocks, action);
        return value === undefined ? undefined : decodeOpened(value).page;
      };
      expect(turn(ACTIONS.nextPage)).toBe(page === last ? undefined : page + 1);
      expect(turn(ACTIONS.previousPage)).toBe(page === 0 ? undefined : page - 1);
      expect(turn(ACTIONS.open)).toBe(0);
    }
  });

  it('that has become shorter since shows its last page', async () => {
    const context = await look({ 'a.txt': 'Panama refused.' });
    expect(readBlocks(articleView(context, at(7, context)).blocks)).toContain('Page 1 of 1');
  });
});
