import { splitParagraphs } from '../article/split-paragraphs.js';
import type { Paragraph } from '../article/article.js';
import type { Contents } from './contents.js';
import { type HtmlLine, type HtmlPage, readHtml } from './html-text.js';
import { articleLines } from './page-content.js';
import { readPageFacts } from './page-facts.js';

/**
 * A saved web page. Offsets count in its whole text as a reader sees it; paragraphs are those of the article, without
 * the menus and notices around it.
 */
export function readPage(html: string): Contents {
  const page = readHtml(html);
  const lines = articleLines(page);
  const { own, faults } = readPageFacts(page.head);
  const around = page.lines.length - lines.length;
  const message = `of its ${page.lines.length} lines, ${around} are passed over as menus and notices around the article`;
  return {
    text: page.text,
    paragraphs: paragraphsOf(page, lines),
    own,
    faults: around === 0 ? faults : [...faults, { key: null, message, isNote: true }],
  };
}

/** The paragraphs that some lines of a page are; each is one. */
export function paragraphsOf({ text }: HtmlPage, lines: readonly HtmlLine[]): Paragraph[] {
  const headings = new Set(lines.filter(({ isHeading }) => isHeading).map(({ start }) => start));
  const shown = new Set(lines.map(({ start }) => start));
  return splitParagraphs(text, {
    isSeen: (start) => shown.has(start),
    isHeading: (_line, start) => headings.has(start),
  });
}
