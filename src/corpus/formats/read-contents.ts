import { splitParagraphs } from '../article/split-paragraphs.js';
import type { Contents } from './contents.js';
import { readMarkdown } from './markdown.js';
import { readPage } from './page.js';
import { readStory } from './story.js';

/** By the ending of a file's name, how it is read. */
const READERS: Readonly<Record<string, (text: string) => Contents>> = {
  txt: (text) => ({ text, paragraphs: splitParagraphs(text), own: {}, faults: [] }),
  md: readMarkdown,
  markdown: readMarkdown,
  html: readPage,
  htm: readPage,
  json: readStory,
};

/** The endings of articles, as they are named to people. */
export const ARTICLE_ENDINGS = '.txt, .md, .html or .json';

/** Whether a file of this name is read as an article. */
export function isArticleFile(name: string): boolean {
  return readerOf(name) !== undefined;
}

/** What is in a file that is read as an article. */
export function readContents(file: string, text: string): Contents {
  const read = readerOf(file);
  if (read === undefined) throw new RangeError(`${file} is not read as an article`);
  return read(text);
}

function readerOf(name: string): ((text: string) => Contents) | undefined {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  return Object.hasOwn(READERS, ending.toLowerCase()) ? READERS[ending.toLowerCase()] : undefined;
}
