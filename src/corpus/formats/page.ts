import { isDay, NO_GROUNDS, type PublishedDate } from '../article/article.js';
import { splitParagraphs } from '../article/split-paragraphs.js';
import type { Contents } from './contents.js';
import { readHtml } from './html-text.js';

/** A saved web page; offsets count in the text as its reader sees it. */
export function readPage(html: string): Contents {
  const { text, headings, title, outlet, authors, publishedTime } = readHtml(html);
  const day = publishedTime?.slice(0, 10);
  const source = 'article:published_time of the page';
  const published: PublishedDate | undefined =
    day !== undefined && isDay(day)
      ? { ...NO_GROUNDS, status: 'exact', date: day, basis: 'file', source }
      : undefined;
  return {
    text,
    paragraphs: splitParagraphs(text, 0, (line) => headings.has(line)),
    own: { title, outlet, authors, published },
    faults: [],
  };
}
