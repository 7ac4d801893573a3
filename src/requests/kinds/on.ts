import { z } from 'zod';
import { leadOf, type Opening } from '../../answer/opening.js';
import { type Article, formatDay, isDay } from '../../corpus/article/article.js';
import { tokenize } from '../../search/index/terms.js';
import { mayBeFrom, type NamedDay, readDays } from '../../search/question/days-in-question.js';
import { type ExcerptJson, type SearchedJson, toExcerptJson, toSearchedJson } from '../json.js';
import { type Kind, plainQuestion, RequestError } from '../kind.js';
import { listAll } from '../listing.js';
import { openingEntry } from '../opening-entry.js';
import { plural } from '../wording.js';

const schema = z.object({ kind: z.literal('on'), date: z.string(), plain: plainQuestion });

/** What the archive has of a day or a month: what is dated then, and what may be by its inferred date. */
export const on: Kind<z.infer<typeof schema>, OnJson> = {
  schema,
  usage: [{ write: 'on 2024-12-05', gives: 'the articles of a day, and those that may be of it' }],
  /** "On tariffs" is an ordinary question. */
  parse: (rest) => (isDate(rest) ? { kind: 'on', date: bare(rest) } : null),
  parsePlain(question) {
    const [, asked = ''] = HAPPENED.exec(question) ?? [];
    if (isDate(asked)) return { kind: 'on', date: bare(asked), plain: question };
    const [day, another] = readDays(question);
    if (day === undefined || another !== undefined) return null;
    return day.year !== null && day.day !== null && isDate(question)
      ? { kind: 'on', date: bare(question), plain: question }
      : null;
  },
  subject: ({ plain }) => plain ?? '',
  async answer(archive, asked) {
    const { date } = asked.request;
    const { articles, freshness } = archive.view();
    const named = namedDay(date);
    const held = findThen(articles, named);
    const { exact, possible, undated } = held;
    return {
      listing: listAll([...exact, ...possible], asked, {
        said: [
          headline(held, named),
          ...(exact.length + possible.length === 0
            ? [`For passages that name it, ask for it alone: ${date}.`]
            : []),
          ...(undated > 0
            ? [`${plural(undated, 'article')} not looked at: nothing states a date.`]
            : []),
        ],
        searched: freshness,
        toEntry: (opening, number) =>
          openingEntry(opening, number, opening === possible[0] ? POSSIBLE : undefined),
      }),
      json: () => ({
        kind: 'on',
        query: date,
        exact: exact.map(toExcerptJson),
        possible: possible.map(toExcerptJson),
        undated,
        searched: toSearchedJson(freshness),
      }),
      // "What happened on November 27" may be told by an article of any later day.
      instead: exact.length === 0 ? `No article is dated ${dayLabel(named)}.` : undefined,
    };
  },
};

/** "what happened on Dec 5, 2024?", "anything from december 2024" */
const HAPPENED =
  /^\W*(?:what(?:’s|'s)?(?: (?:happened|was|is|do we have|have we|did we have|came in|there|published|printed|reported|said))*|(?:anything|articles?|coverage|clippings?|stories|news)(?: we have)?) (?:on|from|of|in|for) (.{3,40})$/i;

/** What stands over the articles of which the day is not certain. */
const POSSIBLE = 'May be of then: these dates are inferred';

function bare(text: string): string {
  return text.trim().replace(/[\s?!.:]+$/, '');
}

/**
 * Whether the words are a day or a month and nothing else.
 * @throws RequestError for a day that the calendar does not have
 */
function isDate(text: string): boolean {
  const words = tokenize(text).map(({ word }) => word);
  const isBare = words.every(
    (word) => /^\d+(?:st|nd|rd|th)?$|^(?:the|of)$/.test(word) || isMonth(word),
  );
  if (!isBare) return false;
  const [day, another] = readDays(text);
  if (day === undefined || another !== undefined) return false;
  // A leap year stands for a year that is not named.
  if (!isDay(isoDay(day.year ?? 2024, day.month, day.day ?? 1)))
    throw new RequestError(
      `${bare(text)} is no day of the calendar; write it such as 2024-12-05 or Dec 5, 2024.`,
    );
  return true;
}

/** @throws RequestError where the words name no day or month: such a request is never parsed */
function namedDay(date: string): NamedDay {
  const [named] = readDays(date);
  if (named === undefined)
    throw new RequestError(`${date} is no date; write it such as 2024-12-05.`);
  return named;
}

function isMonth(word: string): boolean {
  return readDays(`${word} 1`).length === 1;
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The articles of a day or a month, as they begin. */
interface HeldThen {
  /** Dated then. */
  readonly exact: readonly Opening[];
  /** The inferred range of these covers a day of it. */
  readonly possible: readonly Opening[];
  /** How many articles state no date. */
  readonly undated: number;
}

function findThen(articles: readonly Article[], named: NamedDay): HeldThen {
  const then = articles.filter(({ published }) => mayBeFrom(published, [named]) === true);
  const ofStatus = (status: 'exact' | 'inferred'): Opening[] =>
    then
      .filter(({ published }) => published.status === status)
      .flatMap((article) => leadOf(article) ?? []);
  return {
    exact: ofStatus('exact'),
    possible: ofStatus('inferred'),
    undated: articles.filter(({ published }) => published.status === 'unknown').length,
  };
}

/** "Dec 5, 2024", "Nov 27", "Dec 2024": as much as is named. */
function dayLabel({ year, month, day }: NamedDay): string {
  const whole = formatDay(isoDay(year ?? 2024, month, day ?? 1));
  if (day === null) return whole.replace(/ 1,/, '');
  return year === null ? whole.replace(/,.*/, '') : whole;
}

function headline({ exact, possible }: HeldThen, named: NamedDay): string {
  const then = dayLabel(named);
  const time = named.day === null ? 'that month' : 'that day';
  if (possible.length === 0)
    return exact.length === 0
      ? `No article is dated ${then}.`
      : `${then}: ${plural(exact.length, 'article')}`;
  return exact.length === 0
    ? `${then}: no article is dated so, ${possible.length} may be of ${time}`
    : `${then}: ${plural(exact.length, 'article')}, ${possible.length} more may be of ${time}`;
}

export interface OnJson {
  kind: 'on';
  query: string;
  /** How the articles of then begin. */
  exact: ExcerptJson[];
  /** Those whose inferred date covers it, or a day of it. */
  possible: ExcerptJson[];
  /** Articles that state no date. */
  undated: number;
  searched: SearchedJson;
}
