import { type Day, type Embargo, isDay } from '../article/article.js';
import {
  type ArticleFacts,
  type FactsFault,
  parseFacts,
  speaksOfEmbargo,
} from '../metadata/article-facts.js';
import { isObject, nestsTooDeep } from '../metadata/parse-yaml.js';

/** The keys of articles.yml that are read as they are. */
const OWN_KEYS = [
  'title',
  'outlet',
  'wording',
  'withdrawn',
  'usage_terms',
  'problems',
  'embargo_until',
] as const;
/** Read too, in the forms that Hugo, Jekyll and their kin write. */
const READ_KEYS = new Set<string>([
  ...OWN_KEYS,
  'author',
  'authors',
  'published',
  'date',
  'publishdate',
  'draft',
  'held',
  'url',
  'canonicalurl',
  'canonical_url',
]);

/**
 * What a publishing system states of an article, in its head or beside its body. Keys go by any case. A draft is held
 * back, and an article dated ahead is until then, as the system itself would do.
 * @param basis where it is stated: in the file, or by the feed that delivered it
 */
export function readStatedFacts(
  stated: Readonly<Record<string, unknown>>,
  basis: 'file' | 'feed',
): { facts: ArticleFacts; faults: FactsFault[]; unread: string[] } {
  if (nestsTooDeep(stated)) {
    const message = 'its keys nest too deep to be read; the article stays hidden until they can';
    return { facts: { embargo: 'held' }, faults: [{ key: null, message }], unread: [] };
  }
  const values = new Map(Object.entries(stated).map(([key, value]) => [key.toLowerCase(), value]));
  const faults: FactsFault[] = [];
  const entry: Record<string, unknown> = {};
  for (const key of OWN_KEYS) if (values.has(key)) entry[key] = values.get(key);
  // A misspelt or misplaced embargo hides the article all the same.
  for (const [key, value] of values) if (speaksOfEmbargo({ [key]: value })) entry[key] = value;
  // YAML takes 2024 for a number.
  if (basis === 'file' && typeof entry['title'] === 'number')
    entry['title'] = String(entry['title']);

  const authors = namesIn(values.get('authors') ?? values.get('author'));
  if (authors.length > 0) entry['authors'] = authors;
  for (const key of ['canonicalurl', 'canonical_url', 'url'] as const) {
    const url = values.get(key);
    // Within a site, a path is an address; it leads nowhere from here.
    const isPath = basis === 'file' && typeof url === 'string' && !/^https?:/i.test(url);
    if (!isPath) entry['url'] ??= url;
  }

  const dates: WrittenDate[] = [];
  for (const key of ['published', 'publishdate', 'date'] as const) {
    const value = values.get(key);
    if (key === 'published' && isObject(value)) entry['published'] = value;
    else if (typeof value !== 'boolean' && value !== null && value !== undefined && value !== '') {
      const date = typeof value === 'string' ? readDate(key, value) : null;
      if (date !== null) dates.push(date);
      else
        faults.push({
          key,
          message: `${JSON.stringify(value).slice(0, 60)} is not a day; expected one such as 2025-01-15 or 2025-01-15T06:00:00-05:00`,
        });
    }
  }
  entry['published'] ??= publishedOn(dates, basis);

  const { held } = Object.fromEntries(values);
  const isHeld = held !== undefined && held !== null && held !== false;
  if (isHeld)
    faults.push({
      key: 'held',
      message: `the article is hidden: ${typeof held === 'string' ? held : 'it is held'}`,
      isNote: true,
    });
  const isDraft = isHeld || values.get('draft') === true || values.get('published') === false;
  const { facts, faults: found } = parseFacts(entry);
  const embargo: Embargo = facts.embargo ?? (isDraft ? 'held' : lastOf(dates));
  return {
    facts: { ...facts, embargo },
    faults: [...faults, ...found],
    unread: [...values.keys()].filter((key) => !READ_KEYS.has(key) && !(key in entry)),
  };
}

/** A day as a publishing system writes it, and the instant from which it has begun. */
interface WrittenDate {
  readonly key: string;
  readonly day: Day;
  readonly begins: Date;
}

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?[ ]?(?:(Z)|([+-]\d{2}):?(\d{2}))?)?$/;

/** The day that it is written with, whatever its zone; where no zone is written, it begins when it has everywhere. */
function readDate(key: string, written: string): WrittenDate | null {
  const [, day = '', time = '00:00', utc, hours = '-12', minutes = '00'] =
    WRITTEN.exec(written.trim()) ?? [];
  if (!isDay(day)) return null;
  const begins = new Date(`${day}T${time}${utc ?? `${hours}:${minutes}`}`);
  return Number.isNaN(begins.getTime()) ? null : { key, day, begins };
}

/** Two that disagree leave only the days between them. */
function publishedOn(dates: readonly WrittenDate[], basis: 'file' | 'feed'): object | undefined {
  const days = dates.map(({ day }) => day).toSorted();
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest === undefined || latest === undefined) return undefined;
  if (earliest === latest) return { status: 'exact', date: earliest, basis };
  const said = dates.map(({ key, day }) => `${key} ${day}`).join(', ');
  return {
    status: 'inferred',
    earliest,
    latest,
    basis,
    reasoning: `Two dates are stated, and they differ: ${said}.`,
  };
}

function lastOf(dates: readonly WrittenDate[]): Embargo {
  const [last] = dates.map(({ begins }) => begins).toSorted((a, b) => b.getTime() - a.getTime());
  return last === undefined ? null : { until: last };
}

/** One name, a list of them, or objects with a `name`. */
function namesIn(value: unknown): unknown[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .map((one) => (isObject(one) ? one['name'] : one))
    .filter((name) => name !== null && name !== undefined && name !== '');
}
