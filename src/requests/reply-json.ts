import {
  toAnswerJson,
  toCitationJson,
  toQuestionJson,
  toSearchedJson,
  type AnswerJson,
  type CitationJson,
  type QuestionJson,
  type SearchedJson,
} from '../answer/answer-json.js';
import type { Span } from '../answer/answer.js';
import { toExcerptJson, type ExcerptJson } from '../answer/article-json.js';
import type { Figures, Words } from '../answer/figures/figures.js';
import type { ResolvedDay } from '../answer/timeline/resolve-weekdays.js';
import { toSourceJson, type SourceJson } from '../answer/source-json.js';
import type { Timeline, TimelineEntry } from '../answer/timeline/timeline.js';
import { toCheckJson, type CheckJson } from '../quotes/check-json.js';
import { toQuotesJson, type QuotesJson } from '../quotes/quotes-json.js';
import type { Reply } from './reply.js';

export interface TimelineEntryJson extends CitationJson {
  /** Weekdays in the text that the article's date settles, offsets as above. */
  days: Pick<ResolvedDay, 'start' | 'end' | 'text' | 'day' | 'ground'>[];
}

export interface TimelineJson extends QuestionJson {
  kind: 'timeline';
  /** Oldest first; those of unknown date last. */
  entries: TimelineEntryJson[];
  /** Of the dated ones; `null` when there is none. */
  first: { file: string; paragraph: number } | null;
  latest: { file: string; paragraph: number } | null;
  /** Passages that speak of the topic and are not listed. */
  leftOut: number;
  /** Passages with words of the topic that were not read. */
  unread: number;
}

export interface FigurePlaceJson extends ExcerptJson {
  /** The number with its hedge and unit. */
  figure: Words;
  hedge: Words | null;
  /** Where the topic's words stand. */
  hits: Span[];
  /** Another place's text, printed in another file too. */
  isCopy: boolean;
}

export interface FigureRowJson {
  /** Equal for a single number, the ends of a range, `null` for a number that is not said ("thousands"). */
  low: number | null;
  high: number | null;
  /** "percent", a currency's sign, or the noun counted. */
  unit: string | null;
  places: FigurePlaceJson[];
}

export interface FiguresJson extends QuestionJson {
  kind: 'figures';
  rows: FigureRowJson[];
  /** Further rows that are not listed. */
  leftOut: number;
  /** Passages with words of the topic that were not read. */
  unread: number;
  /** Articles that speak of the topic and were withdrawn: their figures are not listed. */
  withdrawn: number;
}

export interface SourcesJson {
  kind: 'sources';
  articles: SourceJson[];
  searched: SearchedJson;
}

/** The answer to a request as other programs get it: from `--json`, `--jsonl` and the library; `kind` tells them apart. */
export type ReplyJson =
  AnswerJson | QuotesJson | CheckJson | TimelineJson | FiguresJson | SourcesJson;

export function toReplyJson(reply: Reply, explain = false): ReplyJson {
  switch (reply.kind) {
    case 'passages':
      return toAnswerJson(reply.answer, explain);
    case 'quotes':
      return toQuotesJson(reply.found);
    case 'check':
      return toCheckJson(reply.checked);
    case 'timeline':
      return toTimelineJson(reply.timeline, explain);
    case 'figures':
      return toFiguresJson(reply.figures);
    case 'sources':
      return {
        kind: 'sources',
        articles: reply.sources.articles.map(toSourceJson),
        searched: toSearchedJson(reply.sources.searched),
      };
  }
}

function toTimelineJson(
  { answer, dated, undated, first, latest, leftOut, unread }: Timeline,
  explain: boolean,
): TimelineJson {
  return {
    kind: 'timeline',
    ...toQuestionJson(answer),
    entries: [...dated, ...undated].map(({ citation, days }) => ({
      ...toCitationJson(citation, explain),
      days: days.map(({ start, end, text, day, ground }) => ({ start, end, text, day, ground })),
    })),
    first: first && placeOf(first),
    latest: latest && placeOf(latest),
    leftOut,
    unread,
  };
}

function placeOf({ citation: { passage } }: TimelineEntry): { file: string; paragraph: number } {
  return { file: passage.article.file, paragraph: passage.paragraph.number };
}

function toFiguresJson({ answer, rows, leftOut, unread, withdrawn }: Figures): FiguresJson {
  return {
    kind: 'figures',
    ...toQuestionJson(answer),
    rows: rows.map(({ amount: { low, high, unit }, places }) => ({
      low,
      high,
      unit,
      places: places.map((place) => ({
        ...toExcerptJson(place),
        figure: { ...place.figure },
        hedge: place.hedge && { ...place.hedge },
        hits: place.marks.map(({ start, end }) => ({ start, end })),
        isCopy: place.isCopy,
      })),
    })),
    leftOut,
    unread,
    withdrawn,
  };
}
