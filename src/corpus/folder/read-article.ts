import { createHash } from 'node:crypto';
import type { Article, Paragraph } from '../article/article.js';
import { parseFacts, type ArticleFacts } from '../metadata/article-facts.js';
import { ARTICLES_YML } from '../metadata/articles-yml.js';
import { parseYaml } from '../metadata/parse-yaml.js';
import { fault, type Fault } from '../fault.js';
import { findFrontMatter } from '../metadata/front-matter.js';
import { readHtml } from '../article/html-text.js';
import { looksLikeHtml, parseStory } from './json-story.js';
import { isDay, type PublishedDate } from '../article/published-date.js';
import { splitParagraphs } from '../article/split-paragraphs.js';
import { findStatedDate } from '../article/stated-date.js';

const ARTICLE_ENDING = /\.(txt|md|html|json)$/i;

/** Whether a file of this name is read as an article. */
export function isArticleFile(name: string): boolean {
  return ARTICLE_ENDING.test(name);
}

/** A file's bytes and what they decode to. */
export interface ArticleSource {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** The text that offsets count in, its paragraphs, and what the file says of itself. */
interface Contents {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly own: ArticleFacts;
  readonly faults: readonly Fault[];
  /** Why there are no words for a reader, where more can be said than that it is empty. */
  readonly unusable?: string;
}

const NO_GROUNDS = { evidence: null, paragraph: null, reasoning: null, source: null };

/**
 * One article from its file and its entry in articles.yml, which outranks what the file says of itself.
 * `article` is `null` when the file holds no words for a reader. Every claim about the words of the file
 * (evidence, problems) is checked against it; a claim that does not fit costs the entry.
 */
export function readArticle(
  source: ArticleSource,
  entry: ArticleFacts,
): { article: Article | null; faults: Fault[] } {
  const contents = readContents(source);
  const faults = [...contents.faults];
  if (contents.paragraphs.length === 0) {
    faults.push(fault('error', source.file, `left out: ${contents.unusable ?? 'empty'}`));
    return { article: null, faults };
  }
  const sha256 = createHash('sha256').update(source.bytes).digest('hex');
  const entryOutdated = entry.sha256 !== undefined && entry.sha256 !== sha256;
  if (entryOutdated)
    faults.push(
      fault(
        'warning',
        ARTICLES_YML,
        `the file's hash is ${sha256} now: the entry is older than the file; look whether it still holds`,
        `${source.file} sha256`,
      ),
    );

  const fromEntry = holdToText(entry, contents, (key, message) =>
    faults.push(fault('error', ARTICLES_YML, message, `${source.file} ${key}`)),
  );
  const own = holdToText(contents.own, contents, (key, message) =>
    faults.push(fault('error', source.file, message, key)),
  );
  return {
    faults,
    article: {
      file: source.file,
      text: contents.text,
      sha256,
      paragraphs: contents.paragraphs,
      title: fromEntry.title ?? own.title ?? null,
      outlet: fromEntry.outlet ?? own.outlet ?? null,
      authors: fromEntry.authors ?? own.authors ?? [],
      url: fromEntry.url ?? own.url ?? null,
      published: fromEntry.published ?? own.published ?? statedOrUnknown(contents),
      wording: fromEntry.wording ?? own.wording ?? 'as-printed',
      problems: fromEntry.problems ?? own.problems ?? [],
      embargo: fromEntry.embargo ?? own.embargo ?? null,
      withdrawn: fromEntry.withdrawn ?? own.withdrawn ?? null,
      entryOutdated,
    },
  };
}

function readContents({ file, text }: ArticleSource): Contents {
  const format = file.toLowerCase();
  if (format.endsWith('.html')) return readPage(text);
  if (format.endsWith('.json')) return readExport(file, text);
  if (!format.endsWith('.md'))
    return { text, paragraphs: splitParagraphs(text), own: {}, faults: [] };

  const frontMatter = findFrontMatter(text);
  const paragraphs = splitParagraphs(text, frontMatter?.bodyStart ?? 0, (line) =>
    /^#{1,6}\s/.test(line),
  );
  if (!frontMatter) return { text, paragraphs, own: {}, faults: [] };
  const { value, errors } = parseYaml(frontMatter.yaml);
  if (errors.length > 0) {
    const embargoed = frontMatter.yaml.includes('embargo_until');
    return {
      text,
      paragraphs,
      own: embargoed ? { embargo: 'unreadable' } : {},
      faults: errors.map((error) =>
        fault(
          'error',
          file,
          `its front matter is not readable as YAML: ${error}${embargoed ? '; the article stays hidden because it speaks of an embargo' : ''}`,
        ),
      ),
    };
  }
  const { facts, faults } = parseFacts(value ?? {});
  return {
    text,
    paragraphs,
    own: facts,
    faults: faults.map(({ key, message }) => fault('error', file, message, key)),
  };
}

/** A story as a CMS exports it; offsets count in the text of its body. */
function readExport(file: string, text: string): Contents {
  const story = parseStory(text);
  if ('reason' in story)
    return { text: '', paragraphs: [], own: {}, faults: [], unusable: story.reason };
  const { facts, faults } = story;
  const page = looksLikeHtml(story.body) ? readHtml(story.body) : null;
  return {
    text: page?.text ?? story.body,
    paragraphs:
      page === null
        ? splitParagraphs(story.body)
        : splitParagraphs(page.text, 0, (line) => page.headings.has(line)),
    own: facts,
    faults: faults.map(({ key, message }) => fault('error', file, message, key)),
  };
}

function readPage(html: string): Contents {
  const page = readHtml(html);
  const day = page.publishedTime?.slice(0, 10) ?? '';
  const published: PublishedDate | undefined = isDay(day)
    ? {
        status: 'exact',
        date: day,
        basis: 'file',
        ...NO_GROUNDS,
        source: 'article:published_time of the page',
      }
    : undefined;
  return {
    text: page.text,
    paragraphs: splitParagraphs(page.text, 0, (line) => page.headings.has(line)),
    own: { title: page.title, outlet: page.outlet, authors: page.authors, published },
    faults: [],
  };
}

/** The facts, if the words they claim stand where they say; otherwise only their embargo. */
function holdToText(
  facts: ArticleFacts,
  { text, paragraphs }: Contents,
  complain: (key: string, message: string) => void,
): ArticleFacts {
  let holds = true;
  const expectWords = (key: string, words: string, number: number): void => {
    const place = paragraphs[number - 1];
    if (place && text.slice(place.start, place.end).includes(words)) return;
    holds = false;
    complain(
      key,
      place
        ? `“${words}” does not stand in paragraph ${number}; expected its words exactly as the file has them`
        : `there is no paragraph ${number}; the file has ${paragraphs.length}`,
    );
  };

  const { published, problems = [] } = facts;
  if (published && published.status !== 'unknown' && published.evidence && published.paragraph)
    expectWords('published.evidence', published.evidence, published.paragraph);
  for (const [index, problem] of problems.entries()) {
    expectWords(`problems.${index}.text`, problem.text, problem.paragraph);
    for (const number of problem.also) expectWords(`problems.${index}.also`, '', number);
  }
  return holds ? facts : { embargo: facts.embargo };
}

function statedOrUnknown({ text, paragraphs }: Contents): PublishedDate {
  const stated = findStatedDate(text, paragraphs);
  if (!stated) return { status: 'unknown', reasoning: null };
  return { status: 'exact', basis: 'file', reasoning: null, source: null, ...stated };
}
