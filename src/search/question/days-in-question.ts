import { earliestDay, latestDay, type PublishedDate } from '../../corpus/article/article.js';

/** A day or a month that a question names; what it leaves open is `null`. */
export interface NamedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
/** In full or as agencies shorten it: "Jan.", "Sept". */
const MONTH = `(?<month>${MONTHS.map((month) => `${month}|${month.slice(0, 3)}${month === 'september' ? 't?' : ''}\\.?`).join('|')})`;

const FORMS = [
  /(?<![\d-])(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?![\d-])/g,
  new RegExp(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year>\\d{4})\\b)?`, 'gi'),
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?!\\w)(?:,? (?<year>\\d{4})\\b)?`,
    'gi',
  ),
  new RegExp(`\\b${MONTH},? (?<year>\\d{4})\\b`, 'gi'),
  // "in October": "may" and "march" are other words as often as months.
  new RegExp(
    `\\b(?:in|since|during|early|late|mid|of)[ -](?<month>${MONTHS.filter((month) => month !== 'may').join('|')})\\b(?! \\d)`,
    'gi',
  ),
];

/** The days and months that a question names, however they are written. */
export function readDays(text: string): NamedDay[] {
  const named: NamedDay[] = [];
  let rest = text;
  for (const form of FORMS) {
    for (const { groups = {} } of rest.matchAll(form))
      named.push({
        year: groups['year'] === undefined ? null : Number(groups['year']),
        month:
          groups['number'] === undefined
            ? monthOf(groups['month'] ?? '')
            : Number(groups['number']),
        day: groups['day'] === undefined ? null : Number(groups['day']),
      });
    // Once read as a day, "5 January 2025" does not name the whole of January as well.
    rest = rest.replace(form, '\n');
  }
  return named;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1;
}

/** Longer ranges say so little of a day that each may be in it. */
const LONGEST_RANGE = 400;
const DAY_MS = 86_400_000;

/** Whether an article may have been published then; `null` when nothing is known of its date. */
export function mayBeFrom(published: PublishedDate, named: readonly NamedDay[]): boolean | null {
  const earliest = earliestDay(published);
  const latest = latestDay(published);
  if (earliest === null || latest === null) return null;
  const start = Date.parse(`${earliest}T00:00:00Z`);
  const days = (Date.parse(`${latest}T00:00:00Z`) - start) / DAY_MS;
  if (days > LONGEST_RANGE) return true;
  for (let offset = 0; offset <= days; offset += 1) {
    const at = new Date(start + offset * DAY_MS);
    if (named.some((wanted) => isThen(at, wanted))) return true;
  }
  return false;
}

function isThen(at: Date, { year, month, day }: NamedDay): boolean {
  return (
    at.getUTCMonth() + 1 === month &&
    (year === null || at.getUTCFullYear() === year) &&
    (day === null || at.getUTCDate() === day)
  );
}
