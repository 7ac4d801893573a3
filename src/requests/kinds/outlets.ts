import { z } from 'zod';
import { type Article, earliestDay, latestDay } from '../../corpus/article/article.js';
import { type SearchedJson, toSearchedJson } from '../json.js';
import type { Kind } from '../kind.js';
import { type Entry, listAll } from '../listing.js';
import { outletLabel, plural } from '../wording.js';

const schema = z.object({ kind: z.literal('outlets') });

/** An entry is two short lines. */
const PAGE_SIZE = 15;

/** What the archive holds of each outlet, year by year. */
export const outlets: Kind<z.infer<typeof schema>, OutletsJson> = {
  schema,
  pageSize: PAGE_SIZE,
  usage: [{ write: 'outlets', gives: 'how many articles the archive has of each outlet and year' }],
  /** "Outlets report …" is an ordinary question. */
  parse: (rest) => (/^\P{L}*$/u.test(rest) ? { kind: 'outlets' } : null),
  parsePlain: (question) => (LIST.test(question) ? { kind: 'outlets' } : null),
  subject: () => '',
  async answer(archive, asked) {
    const { articles, freshness } = archive.view();
    const held = countOutlets(articles);
    return {
      listing: listAll(held, asked, {
        said: headlines(held, articles),
        searched: freshness,
        pageSize: PAGE_SIZE,
        toEntry: outletEntry,
      }),
      json: () => ({
        kind: 'outlets',
        outlets: held.map(({ outlet, articles: { length }, years }) => ({
          outlet,
          articles: length,
          years: [...years].map(([year, count]) => ({ year, articles: count })),
        })),
        searched: toSearchedJson(freshness),
      }),
    };
  },
};

/** "outlet", "which outlets are there?" */
const LIST =
  /^\W*(?:(?:list|show|me|all|the|your|which|what) )*outlets?(?: (?:are there|do you have|do we have))?\W*$/i;

/** The articles of one outlet; of `null`, those that state none. */
interface HeldOutlet {
  readonly outlet: string | null;
  readonly articles: readonly [Article, ...Article[]];
  /** "2024", "2024 or 2025" or "date unknown", in this order, with how many articles are of then. */
  readonly years: ReadonlyMap<string, number>;
}

/** Most articles first, those that state no outlet last. */
function countOutlets(articles: readonly Article[]): HeldOutlet[] {
  const held = new Map<string | null, [Article, ...Article[]]>();
  for (const article of articles) {
    const others = held.get(article.outlet);
    if (others) others.push(article);
    else held.set(article.outlet, [article]);
  }
  return [...held]
    .map(([outlet, of]) => ({ outlet, articles: of, years: countYears(of) }))
    .toSorted(
      (a, b) =>
        Number(a.outlet === null) - Number(b.outlet === null) ||
        b.articles.length - a.articles.length ||
        ((a.outlet ?? '') < (b.outlet ?? '') ? -1 : 1),
    );
}

function countYears(articles: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const year = yearsOf(article);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  // Digits come before letters, so that unknown dates are last.
  return new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function yearsOf({ published }: Article): string {
  const earliest = earliestDay(published)?.slice(0, 4);
  const latest = latestDay(published)?.slice(0, 4);
  if (earliest === undefined || latest === undefined) return 'date unknown';
  if (earliest === latest) return latest;
  return Number(latest) - Number(earliest) === 1
    ? `${earliest} or ${latest}`
    : `${earliest} to ${latest}`;
}

function outletEntry({ outlet, articles, years }: HeldOutlet, number: number): Entry {
  const [first] = articles;
  const heading = `${outletLabel(first)} · ${plural(articles.length, 'article')}`;
  const counts = [...years].map(([year, count]) => `${year}: ${count}`).join(' · ');
  const list = outlet === null ? [] : [`To list them: sources from:${asSource(outlet)}`];
  return {
    number,
    heading,
    parts: [{ lines: [{ kind: 'details', texts: [counts, ...list] }] }],
    line: `${heading}, ${counts}`,
    cites: [],
  };
}

/** An outlet's name as `from:` takes it. */
function asSource(outlet: string): string {
  return /^[\p{L}\p{N}]+$/u.test(outlet) ? outlet.toLowerCase() : `"${outlet.replaceAll('"', '')}"`;
}

function headlines(held: readonly HeldOutlet[], articles: readonly Article[]): string[] {
  if (articles.length === 0) return ['The archive holds no article that may be seen now.'];
  const without = held.find(({ outlet }) => outlet === null)?.articles.length ?? 0;
  const outletsNamed = plural(held.length - (without > 0 ? 1 : 0), 'outlet');
  const all = `The archive holds ${plural(articles.length, 'article')}`;
  return [
    without === 0
      ? `${all} from ${outletsNamed}.`
      : `${all}: ${articles.length - without} from ${outletsNamed}, ${without} with no outlet stated.`,
  ];
}

export interface OutletsJson {
  kind: 'outlets';
  /** Most articles first, those that state none (`null`) last. */
  outlets: {
    outlet: string | null;
    articles: number;
    /** `year` is "2024", "2024 or 2025" where the inferred date leaves two, or "date unknown". */
    years: { year: string; articles: number }[];
  }[];
  searched: SearchedJson;
}
