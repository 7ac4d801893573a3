import { isDay, NO_GROUNDS, type PublishedDate } from '../article/article.js';
import type { ArticleFacts, FactsFault } from '../metadata/article-facts.js';
import { isObject } from '../metadata/parse-yaml.js';
import { attributeOf, type HtmlHead } from './html-text.js';

/** What a page says of the article on it, in its head and its `time` elements. What it does not say is not made up. */
export function readPageFacts(head: HtmlHead): { own: ArticleFacts; faults: FactsFault[] } {
  const story = storyIn(head.jsonLd);
  const first = (name: string): string | null => head.meta.get(name)?.[0] ?? null;
  const publisher = nameOf(story['publisher']);
  const site = first('og:site_name');
  const faults: FactsFault[] = [];
  if (site !== null && publisher !== null && !isSameName(site, publisher))
    faults.push({
      key: 'outlet',
      message: `the page names two outlets, ${site} (og:site_name) and ${publisher} (publisher); the first is shown`,
      isNote: true,
    });
  return {
    own: {
      title: first('og:title') ?? textOf(story['headline']) ?? head.title,
      outlet: site ?? publisher,
      authors: authorsOf(head, story),
      url: addressOf(head, story),
      published: publishedOn(head, story),
    },
    faults,
  };
}

const STORY = /(?:Article|BlogPosting|Report)$/;

/** The first news story that a page's JSON-LD describes; empty where there is none, or it cannot be read. */
function storyIn(scripts: readonly string[]): Record<string, unknown> {
  for (const script of scripts) {
    let value: unknown;
    try {
      value = JSON.parse(script);
    } catch {
      continue;
    }
    for (const one of listOf(value)) {
      const nodes = isObject(one) && '@graph' in one ? listOf(one['@graph']) : [one];
      for (const node of nodes)
        if (
          isObject(node) &&
          listOf(node['@type']).some((type) => typeof type === 'string' && STORY.test(type))
        )
          return node;
    }
  }
  return {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function nameOf(value: unknown): string | null {
  return isObject(value) ? textOf(value['name']) : textOf(value);
}

/** Capitals and a leading article make no other outlet. */
function isSameName(one: string, other: string): boolean {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
  return plain(one) === plain(other);
}

function authorsOf({ meta }: HtmlHead, story: Record<string, unknown>): string[] {
  const stated = [...(meta.get('author') ?? []), ...(meta.get('article:author') ?? [])];
  const names =
    stated.length > 0 ? stated : listOf(story['author']).map((author) => nameOf(author) ?? '');
  return [...new Set(names.filter((name) => name !== '' && !/^https?:/i.test(name)))];
}

function addressOf(head: HtmlHead, story: Record<string, unknown>): string | null {
  const stated = [head.canonical, head.meta.get('og:url')?.[0], textOf(story['url'])];
  return stated.find((url) => url && /^https?:/i.test(url) && URL.canParse(url)) ?? null;
}

/** Names under which sites state when the article was published; those of its last change are not among them. */
const DAY_METAS = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
];
/** Days further apart than this tell nothing together. */
const MOST_DAYS_APART = 31;

function publishedOn(head: HtmlHead, story: Record<string, unknown>): PublishedDate | undefined {
  const stated = [
    { where: 'datePublished of the page', written: textOf(story['datePublished']) },
    ...DAY_METAS.map((name) => ({
      where: `${name} of the page`,
      written: head.meta.get(name)?.[0] ?? null,
    })),
    ...head.times
      .filter(
        (time) =>
          attributeOf(time, 'itemprop') === 'datePublished' ||
          attributeOf(time, 'pubdate') !== undefined,
      )
      .map((time) => ({
        where: 'a time of the page',
        written: attributeOf(time, 'datetime') ?? null,
      })),
  ].flatMap(({ where, written }) => {
    const day = written === null ? null : dayOf(written);
    return day === null ? [] : [{ where, day }];
  });
  const days = stated.map(({ day }) => day).toSorted();
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest === undefined || latest === undefined) return undefined;
  const source = stated[0]?.where ?? null;
  if (earliest === latest)
    return { ...NO_GROUNDS, status: 'exact', date: earliest, basis: 'file', source };
  const said = stated.map(({ where, day }) => `${where} says ${day}`).join(', ');
  const reasoning = `The page states more than one day: ${said}.`;
  const apart = (Date.parse(latest) - Date.parse(earliest)) / 86_400_000;
  if (apart > MOST_DAYS_APART) return { status: 'unknown', reasoning };
  return { ...NO_GROUNDS, status: 'inferred', earliest, latest, basis: 'file', reasoning };
}

/** The day that an instant is written with, whatever its zone. */
function dayOf(written: string): string | null {
  const [, year, month, date] =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ]\d{2}:?\d{2})/.exec(written) ?? [];
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? day : null;
}
