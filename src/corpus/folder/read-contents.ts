import { isDay, NO_GROUNDS, type Paragraph, type PublishedDate } from '../article/article.js';
import { type HtmlPage, readHtml } from '../article/html-text.js';
import { splitParagraphs } from '../article/split-paragraphs.js';
import { type ArticleFacts, type FactsFault, parseFacts } from '../metadata/article-facts.js';
import { isObject, parseYaml } from '../metadata/parse-yaml.js';

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
  const { body, own, faults } = story;
  if (!looksLikeHtml(body)) return { text: body, paragraphs: splitParagraphs(body), own, faults };
  const page = readHtml(body);
  return { text: page.text, paragraphs: paragraphsOf(page), own, faults };
}

function readPage(html: string): Contents {
  const page = readHtml(html);
  const { text, title, outlet, authors, publishedTime } = page;
  const day = publishedTime?.slice(0, 10);
  const source = 'article:published_time of the page';
  const published: PublishedDate | undefined =
    day !== undefined && isDay(day)
      ? { ...NO_GROUNDS, status: 'exact', date: day, basis: 'file', source }
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

const FRONT_MATTER =
  /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?<=[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/;

/**
 * The YAML between two lines of `---` at the very top, and the offset at which the article begins after it; `null` when
 * there is none.
 */
export function findFrontMatter(text: string): { yaml: string; bodyStart: number } | null {
  const match = FRONT_MATTER.exec(text);
  return match ? { yaml: match[1] ?? '', bodyStart: match[0].length } : null;
}

/** The keys of an article that are read from an export too; whatever else a CMS writes is passed over. */
const READ_KEYS = [
  'title',
  'outlet',
  'authors',
  'url',
  'wording',
  'withdrawn',
  'problems',
] as const;

/**
 * Reads a story as a CMS exports it: `{"title", "body", "outlet", "published", "authors", "url"}`. Its body is plain
 * text, or HTML where it holds mark-up; `reason` says what was expected of one that holds no story.
 */
function parseStory(
  source: string,
): (Pick<Contents, 'own' | 'faults'> & { body: string }) | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return { reason: `not readable as JSON (${cause instanceof Error ? cause.message : ''})` };
  }
  if (!isObject(value))
    return { reason: 'expected one JSON object with the text of the article as body' };
  const { body } = value;
  if (typeof body !== 'string')
    return {
      reason: `its body is ${body === undefined ? 'missing' : 'not a text'}; expected the text of the article, a string`,
    };
  const stated: Record<string, unknown> = {};
  for (const key of READ_KEYS) if (key in value) stated[key] = value[key];
  for (const key of Object.keys(value)) if (/embargo/i.test(key)) stated[key] = value[key];
  const faults: FactsFault[] = [];
  const published = value['published'];
  if (isObject(published)) stated['published'] = published;
  else if (published !== undefined && published !== null && published !== '') {
    const day = typeof published === 'string' ? dayOf(published) : null;
    if (day === null)
      faults.push({
        key: 'published',
        message: `${JSON.stringify(published).slice(0, 60)} is not a day; expected one such as 2025-01-15 or 2025-01-15T06:00:00-05:00`,
      });
    else stated['published'] = { status: 'exact', date: day, basis: 'feed' };
  }
  if (typeof stated['authors'] === 'string') stated['authors'] = [stated['authors']];
  const { facts: own, faults: found } = parseFacts(stated);
  return { body, own, faults: [...faults, ...found] };
}

/** The day that an instant is written with: the feed's own, whatever its zone. */
function dayOf(published: string): string | null {
  const day = published.slice(0, 10);
  return isDay(day) && /^(?:$|[T ]\d{2}:\d{2})/.test(published.slice(10)) ? day : null;
}

/** Whether a body holds the mark-up of paragraphs or lines, as editors in a browser write it. */
function looksLikeHtml(body: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|ol|blockquote|section|article)(?:\s[^<>]*)?\/?>/i.test(body);
}
