import type { Freshness } from '../answer/answer.js';
import {
  type Day,
  formatDay,
  formatRange,
  latestDay,
  type PublishedDate,
} from '../corpus/article/article.js';
import { plural } from './wording.js';

/** "5 articles, the newest dated Mar 28–29, 2025 (inferred)": for those who want to know what there is. */
export function archiveLine({ articles, newest }: Freshness): string {
  const count = plural(articles, 'article');
  const said = newest && publishedLabel(newest);
  return said === null ? `${count}, none dated` : `${count}, the newest dated ${said}`;
}

/** No news for longer than this is worth a word, in days. */
const STALE_DAYS = 7;

/**
 * What a reader of an answer should know of the archive as a whole: that nothing new has come for a while, or that not all
 * of it could be read. Nothing where all is well.
 */
export function archiveNotices(freshness: Freshness, today: Day): string[] {
  const { newest } = freshness;
  const isOld = newest !== null && isStale(newest, today);
  return [
    ...(isOld ? [`The newest article with a date is from ${publishedLabel(newest)}.`] : []),
    ...faultNotices(freshness),
  ];
}

/** That not all of the archive could be read. */
export function faultNotices({ faults, held = [], folderGone = false }: Freshness): string[] {
  return [
    ...(faults > 0
      ? [`${plural(faults, 'fault')} in the archive’s files; npm run check names them.`]
      : []),
    ...(held.length > 0
      ? ['Notes on the articles cannot be read just now; what they said before holds.']
      : []),
    ...(folderGone
      ? ['The archive’s folder cannot be opened just now; this is what was read of it before.']
      : []),
  ];
}

function isStale(newest: PublishedDate, today: Day): boolean {
  const day = latestDay(newest);
  if (day === null) return false;
  return Date.parse(today) - Date.parse(day) > STALE_DAYS * 24 * 60 * 60_000;
}

/** "Dec 5, 2024", "Mar 28–29, 2025 (inferred)" */
function publishedLabel(published: PublishedDate): string | null {
  switch (published.status) {
    case 'exact':
      return formatDay(published.date);
    case 'inferred':
      return `${formatRange(published.earliest, published.latest)} (inferred)`;
    case 'unknown':
      return null;
  }
}

/** The day of an instant, as on a calendar of UTC. */
export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}
