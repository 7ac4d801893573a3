import { parseFacts, type ArticleFacts, type FactsFault } from '../metadata/article-facts.js';
import { isObject } from '../metadata/parse-yaml.js';
import { isDay } from '../article/published-date.js';

/** A story as a CMS exports it: `{"title", "body", "outlet", "published", "authors", "url"}`. */
export interface JsonStory {
  /** As the CMS holds it: plain text, or HTML where it holds mark-up. */
  readonly body: string;
  readonly facts: ArticleFacts;
  readonly faults: readonly FactsFault[];
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

/** Reads an export; `reason` says what was expected of one that holds no story. */
export function parseStory(source: string): JsonStory | { readonly reason: string } {
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
  const { facts, faults: found } = parseFacts(stated);
  return { body, facts, faults: [...faults, ...found] };
}

/** The day that an instant is written with: the feed's own, whatever its zone. */
function dayOf(published: string): string | null {
  const day = published.slice(0, 10);
  return isDay(day) && /^(?:$|[T ]\d{2}:\d{2})/.test(published.slice(10)) ? day : null;
}

/** Whether a body holds the mark-up of paragraphs or lines, as editors in a browser write it. */
export function looksLikeHtml(body: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|ol|blockquote|section|article)(?:\s[^<>]*)?\/?>/i.test(body);
}
