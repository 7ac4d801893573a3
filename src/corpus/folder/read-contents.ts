import type { Paragraph } from '../article/article.js';
import { readHtml, type HtmlPage } from '../article/html-text.js';
import { isDay, type PublishedDate } from '../article/published-date.js';
import { splitParagraphs } from '../article/split-paragraphs.js';
import { parseFacts, type ArticleFacts, type FactsFault } from '../metadata/article-facts.js';
import { findFrontMatter } from '../metadata/front-matter.js';
import { parseYaml } from '../metadata/parse-yaml.js';
import { looksLikeHtml, parseStory } from './json-story.js';

/** The text that offsets count in, its paragraphs, and what the file says of itself. */
export interface Contents {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly own: ArticleFacts;
  readonly faults: readonly FactsFault[];
  /** Why there are no words for a reader, where more can be said than that it is empty. */
  readonly unusable?: string;
}

const ARTICLE_ENDING = /\.(txt|md|html|json)$/i;

/** Whether a file of this name is read as an article. */
export function isArticleFile(name: string): boolean {
  return ARTICLE_ENDING.test(name);
}

/** What is in a file; the ending of its name tells how it is read. */
export function readContents(file: string, text: string): Contents {
  const name = file.toLowerCase();
  if (name.endsWith('.html')) return readPage(text);
  if (name.endsWith('.json')) return readExport(text);
  if (name.endsWith('.md')) return readMarkdown(text);
  return { text, paragraphs: splitParagraphs(text), own: {}, faults: [] };
}

function readMarkdown(text: string): Contents {
  const frontMatter = findFrontMatter(text);
  const paragraphs = splitParagraphs(text, frontMatter?.bodyStart ?? 0, (line) =>
    /^#{1,6}\s/.test(line),
  );
  if (!frontMatter) return { text, paragraphs, own: {}, faults: [] };
  const { value, errors } = parseYaml(frontMatter.yaml);
  if (errors.length === 0) {
    const { facts, faults } = parseFacts(value ?? {});
    return { text, paragraphs, own: facts, faults };
  }
  const embargoed = frontMatter.yaml.includes('embargo_until');
  const hidden = embargoed ? '; the article stays hidden because it speaks of an embargo' : '';
  return {
    text,
    paragraphs,
    own: embargoed ? { embargo: 'unreadable' } : {},
    faults: errors.map((error) => ({
      key: null,
      message: `its front matter is not readable as YAML: ${error}${hidden}`,
    })),
  };
}

/** A story as a CMS exports it; offsets count in the text of its body. */
function readExport(source: string): Contents {
  const story = parseStory(source);
  if ('reason' in story)
    return { text: '', paragraphs: [], own: {}, faults: [], unusable: story.reason };
  const { body, facts: own, faults } = story;
  if (!looksLikeHtml(body)) return { text: body, paragraphs: splitParagraphs(body), own, faults };
  const page = readHtml(body);
  return { text: page.text, paragraphs: paragraphsOf(page), own, faults };
}

function readPage(html: string): Contents {
  const page = readHtml(html);
  const { text, title, outlet, authors, publishedTime } = page;
  const day = publishedTime?.slice(0, 10);
  const published: PublishedDate | undefined =
    day !== undefined && isDay(day)
      ? {
          status: 'exact',
          date: day,
          basis: 'file',
          evidence: null,
          paragraph: null,
          reasoning: null,
          source: 'article:published_time of the page',
        }
      : undefined;
  return {
    text,
    paragraphs: paragraphsOf(page),
    own: { title, outlet, authors, published },
    faults: [],
  };
}

function paragraphsOf({ text, headings }: HtmlPage): Paragraph[] {
  return splitParagraphs(text, 0, (line) => headings.has(line));
}
