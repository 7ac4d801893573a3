/** A calendar day as `YYYY-MM-DD`: the day printed on the article, in no time zone. */
export type Day = string;

/**
 * What a date rests on: `file` (front matter, a dateline), `feed` (the CMS said so),
 * `text` (inferred from the article's words) or `outside` (reporting elsewhere, which `source` names).
 */
export type Basis = 'file' | 'feed' | 'text' | 'outside';

export interface Grounds {
  readonly basis: Basis;
  /** Words of the file the date rests on, verbatim in `paragraph`. */
  readonly evidence: string | null;
  readonly paragraph: number | null;
  readonly reasoning: string | null;
  readonly source: string | null;
}

/** Of a date that the file states outright. */
export const NO_GROUNDS = { evidence: null, paragraph: null, reasoning: null, source: null };

/** When an article was published, and how well that is known. `earliest` and `latest` are both inclusive. */
export type PublishedDate =
  | ({ readonly status: 'exact'; readonly date: Day } & Grounds)
  | ({ readonly status: 'inferred'; readonly earliest: Day; readonly latest: Day } & Grounds)
  | { readonly status: 'unknown'; readonly reasoning: string | null };

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that the calendar has: `2025-02-29` is not one. */
export function isDay(value: string): boolean {
  const match = DAY.exec(value);
  if (!match) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** "Dec 5, 2024" */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${MONTHS[(month ?? 1) - 1]} ${date}, ${year}`;
}

/** "Jan 15–17, 2025", "Mar 28 – Apr 2, 2025" or "Dec 18, 2024 – Jan 19, 2025" */
export function formatRange(earliest: Day, latest: Day): string {
  const [from, to] = [formatDay(earliest), formatDay(latest)];
  if (earliest === latest) return to;
  if (earliest.slice(0, 4) !== latest.slice(0, 4)) return `${from} – ${to}`;
  const [inYear] = from.split(',');
  const sameMonth = earliest.slice(0, 7) === latest.slice(0, 7);
  return sameMonth ? `${inYear}–${to.slice(to.indexOf(' ') + 1)}` : `${inYear} – ${to}`;
}

/** The label beside a passage. Only an exact date stands bare; any other says what it is. */
export function dateLabel(published: PublishedDate): string {
  switch (published.status) {
    case 'exact':
      return formatDay(published.date);
    case 'inferred':
      return `date inferred: ${formatRange(published.earliest, published.latest)}`;
    case 'unknown':
      return 'date unknown';
  }
}

const BASIS_WORDS: Record<Basis, string> = {
  file: 'stated in the file',
  feed: 'given by the feed',
  text: 'inferred from the words of the article',
  outside: 'known from outside the file',
};

/** "stated in the file", "known from outside the file" …, for display beside the label. */
export function basisLabel(published: PublishedDate): string {
  return published.status === 'unknown' ? 'nothing states it' : BASIS_WORDS[published.basis];
}

/** The last day the article can have been published on, `null` when unknown. */
export function latestDay(published: PublishedDate): Day | null {
  if (published.status === 'exact') return published.date;
  return published.status === 'inferred' ? published.latest : null;
}

/** The first day the article can have been published on, `null` when unknown. */
export function earliestDay(published: PublishedDate): Day | null {
  if (published.status === 'exact') return published.date;
  return published.status === 'inferred' ? published.earliest : null;
}
