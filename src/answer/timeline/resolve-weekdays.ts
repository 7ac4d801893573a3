import {
  type Day,
  earliestDay,
  latestDay,
  type PublishedDate,
} from '../../corpus/article/article.js';
import type { Span } from '../answer.js';

/** A weekday in a text ("on Thursday") and the one day that it can mean. */
export interface ResolvedDay extends Span {
  /** Cut from the file. */
  readonly text: string;
  readonly weekday: string;
  readonly day: Day;
  /**
   * What it was resolved against: `date`, the exact date of the article; `range`, which holds that weekday once;
   * `next`, the first such day after the article, whichever day of its range it is from.
   */
  readonly ground: 'date' | 'range' | 'next';
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** With what stands before it; not a plural ("Thursdays"), nor a day with its own date ("Thursday, December 5"). */
const WEEKDAY =
  /(?<![\p{L}\p{N}-])(?:(?<lead>on|last|next|this|since|late|early)\s+)?(?<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\p{L}\p{N}-])(?!,?\s+(?:the\s+)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d))/giu;
/** Before the weekday, in the same clause: the day is still to come, and which one is not said. */
const AHEAD =
  /(?:\b(?:will|shall|would|set (?:to|for)|scheduled|due(?! to)|expected|planned|plan(?:s|ning)? to|going to|coming|upcoming|ahead of)|[’']ll)\b[^.;,“”"]{0,60}$|\b(?:until|till|by|before|from|through|starting|beginning)\s$/i;
/** "Black Friday", "The Sunday Times": a name, not a day. */
const NAME_BEFORE = /(?<!^|[.!?“"]\s?)\b\p{Lu}[\p{L}’'-]*\s$/u;
const NAME_AFTER = /^\s\p{Lu}/u;
const LOOKED_AT = 80;
/** A longer range holds every weekday twice. */
const LONGEST_RANGE = 13;
const DAY_MS = 86_400_000;

/**
 * The weekdays of a text that an article's date settles: as reporters write, the nearest such day on or before
 * publication; "last" the one before that day, "next" the one after. Only an exact date settles it, or a range that holds
 * the weekday once. Days in somebody's quotation, days to come and names are left as they are.
 */
export function resolveWeekdays(text: string, published: PublishedDate): ResolvedDay[] {
  const earliest = earliestDay(published);
  const latest = latestDay(published);
  if (earliest === null || latest === null) return [];
  const days = daysBetween(earliest, latest);
  if (days.length > LONGEST_RANGE) return [];
  const unquoted = hideQuoted(text);
  const resolved: ResolvedDay[] = [];
  for (const match of unquoted.matchAll(WEEKDAY)) {
    const [words] = match;
    const { lead = '', day: weekday = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + words.length;
    if (!isDayOfReport(unquoted, start, end, lead)) continue;
    const wanted = WEEKDAYS.findIndex((name) => name.toLowerCase() === weekday.toLowerCase());
    const found = settle(days, wanted, lead.toLowerCase());
    if (found !== null) resolved.push({ start, end, text: words, weekday, ...found });
  }
  return resolved;
}

function isDayOfReport(text: string, start: number, end: number, lead: string): boolean {
  if (/^(?:last|next)$/i.test(lead)) return true;
  if (/^this$/i.test(lead)) return false;
  const before = text.slice(Math.max(0, start - LOOKED_AT), start);
  if (lead === '' && (NAME_BEFORE.test(before) || NAME_AFTER.test(text.slice(end, end + 2))))
    return false;
  return !AHEAD.test(before);
}

function settle(
  days: readonly Date[],
  weekday: number,
  lead: string,
): Pick<ResolvedDay, 'day' | 'ground'> | null {
  const exact = days.length === 1;
  const step = lead === 'next' ? 1 : -1;
  const strictly = lead === 'next' || lead === 'last';
  const meant = new Set(
    exact || strictly
      ? days.map((day) => toDay(nearest(day, weekday, step, strictly)))
      : days.filter((day) => day.getUTCDay() === weekday).map(toDay),
  );
  const [day] = meant;
  if (meant.size !== 1 || day === undefined) return null;
  return { day, ground: exact ? 'date' : lead === 'next' ? 'next' : 'range' };
}

/** Steps from a day to the nearest one of a weekday; the day itself counts unless `strictly`. */
function nearest(from: Date, weekday: number, step: 1 | -1, strictly: boolean): Date {
  let at = new Date(from.getTime() + (strictly ? step * DAY_MS : 0));
  while (at.getUTCDay() !== weekday) at = new Date(at.getTime() + step * DAY_MS);
  return at;
}

/** The days of a range, or the first few of one that is too long. */
function daysBetween(earliest: Day, latest: Day): Date[] {
  const days: Date[] = [];
  const end = Date.parse(latest);
  for (let at = Date.parse(earliest); at <= end && days.length <= LONGEST_RANGE; at += DAY_MS)
    days.push(new Date(at));
  return days;
}

function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Blanks between double marks, curly or straight; a mark that is never closed quotes nothing. */
function hideQuoted(text: string): string {
  return text.replace(/(?:“[^“”]*”|"[^"]*")/g, (quoted) => quoted.replace(/[^“”"]/g, ' '));
}
