import { z } from 'zod';
import { leadOf, type Opening } from '../../answer/opening.js';
import type { Article } from '../../corpus/article/article.js';
import { type ExcerptJson, type SearchedJson, toExcerptJson, toSearchedJson } from '../json.js';
import type { Kind } from '../kind.js';
import { listAll, noteLine } from '../listing.js';
import { openingEntry } from '../opening-entry.js';
import { formatInstant, plural } from '../wording.js';

const schema = z.object({ kind: z.literal('new') });

/** What came into the archive in the last day, by the times of its files; the dates of the articles are another matter. */
export const news: Kind<z.infer<typeof schema>, NewJson> = {
  schema,
  usage: [{ write: 'new', gives: 'what came into the archive since yesterday' }],
  /** "New York" is an ordinary question. */
  parse: (rest) => (/^\P{L}*$/u.test(rest) ? { kind: 'new' } : null),
  parsePlain: (question) => (ASKS.test(question) ? { kind: 'new' } : null),
  subject: () => '',
  async answer(archive, asked) {
    const { articles, freshness } = archive.view();
    const since = new Date(archive.now().getTime() - DAY_MS);
    const arrived = articles
      .flatMap((article) => whenSeen(article) ?? [])
      .toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const recent = arrived.filter(({ at }) => at > since).flatMap((each) => arrivalOf(each) ?? []);
    // On a quiet day the last to come are what there is to read.
    const shown = recent.length > 0 ? recent : firstOf(arrived, LAST_SHOWN);
    return {
      listing: listAll(shown, asked, {
        said: said(recent.length, shown.length, since, articles.length),
        searched: freshness,
        toEntry: arrivalEntry,
      }),
      json: () => ({
        kind: 'new',
        since: since.toISOString(),
        total: recent.length,
        articles: shown.map(({ opening, at }) => ({
          ...toExcerptJson(opening),
          arrivedAt: at.toISOString(),
        })),
        searched: toSearchedJson(freshness),
      }),
    };
  },
};

/** "what is new?", "anything new today", "latest news", "news" */
const ASKS =
  /^\W*(?:what(?:’s|'s| is|s)? new|what(?:’s|'s| is|s)? the (?:latest|news)|(?:any|some)thing new|any(?: new)? (?:news|articles|stories)|(?:the )?(?:latest|newest|new|recent)(?: (?:news|articles|stories|clippings))?|(?:the )?news|what (?:came|has come) in)(?: (?:today|since yesterday|in the archive|here|please))*\W*$/i;

const DAY_MS = 86_400_000;
const LAST_SHOWN = 3;

/** An article as it begins, and when these words came, or came to be seen. */
interface Arrival {
  readonly opening: Opening;
  readonly at: Date;
}

interface Seen {
  readonly article: Article;
  readonly at: Date;
}

/** `null` where the folder does not tell. */
function whenSeen(article: Article): Seen | null {
  const { arrivedAt, embargo } = article;
  if (arrivedAt === undefined) return null;
  const shownFrom = embargo === null || embargo === 'held' ? arrivedAt : embargo.until;
  return { article, at: shownFrom > arrivedAt ? shownFrom : arrivedAt };
}

/** `null` where nothing stands in the article. */
function arrivalOf({ article, at }: Seen): Arrival | null {
  const opening = leadOf(article);
  return opening && { opening, at };
}

/** No more articles are read than are shown. */
function firstOf(seen: readonly Seen[], count: number): Arrival[] {
  const first: Arrival[] = [];
  for (const each of seen) {
    if (first.length === count) break;
    const arrival = arrivalOf(each);
    if (arrival !== null) first.push(arrival);
  }
  return first;
}

function said(recent: number, shown: number, since: Date, held: number): string[] {
  if (shown === 0 && held > 0) return ['The archive does not tell when its articles came in.'];
  if (recent > 0)
    return [`${plural(recent, 'article')} came in or changed since ${formatInstant(since)}.`];
  const nothing = `Nothing came in or changed since ${formatInstant(since)}.`;
  return shown > 0 ? [nothing, 'The last to come in or change:'] : [nothing];
}

function arrivalEntry({ opening, at }: Arrival, number: number): ReturnType<typeof openingEntry> {
  const entry = openingEntry(opening, number);
  const came = noteLine(`Came in or changed ${formatInstant(at)}.`);
  return {
    ...entry,
    parts: entry.parts.map((part) => ({ ...part, lines: [...part.lines, came] })),
  };
}

export interface NewJson {
  kind: 'new';
  /** ISO instants here and below. */
  since: string;
  /** How many came in or changed since then; where none did, `articles` are the last that did before. */
  total: number;
  /** How each begins, the latest first. */
  articles: (ExcerptJson & { arrivedAt: string })[];
  searched: SearchedJson;
}
