import { z } from 'zod';
import type { Span } from '../../answer/answer.js';
import type { ResolvedDay } from '../../answer/timeline/resolve-weekdays.js';
import {
  type Timeline,
  timeline as makeTimeline,
  type TimelineEntry,
} from '../../answer/timeline/timeline.js';
import {
  basisLabel,
  earliestDay,
  formatDay,
  latestDay,
  type PublishedDate,
} from '../../corpus/article/article.js';
import { type CitationJson, type QuestionJson, toCitationJson, toQuestionJson } from '../json.js';
import type { Kind } from '../kind.js';
import { type Entry, type Line, listAll, proofOf, shownOf, sourceLine } from '../listing.js';
import { respell } from '../respell.js';
import { NARROW, parseTopic, unreadNotice } from '../topic.js';
import { excerptLine, plural, quote, shorten, sourceParts } from '../wording.js';
import { citationLines, questionNotices } from './passages.js';

const schema = z.object({ kind: z.literal('timeline'), topic: z.string() });

/** A timeline is read down: its passages are short, and more of them stand in a message than of other lists. */
const PAGE_SIZE = 15;

/** A topic by date, the oldest first, those without a date last. */
export const timeline: Kind<z.infer<typeof schema>, TimelineJson> = {
  schema,
  pageSize: PAGE_SIZE,
  usage: [
    { write: 'timeline tariffs', gives: 'a topic by the dates of its articles, oldest first' },
  ],
  parse(rest, earlier) {
    const missing = 'timeline needs a topic, such as timeline tariffs.';
    const topic = parseTopic(rest, earlier, missing);
    return topic === null ? null : { kind: 'timeline', topic };
  },
  subject: ({ topic }) => topic,
  async answer(archive, asked, limit) {
    const found = await archive.inSlices(makeTimeline(archive.view(), asked.request.topic, limit));
    return {
      listing: listAll([...found.dated, ...found.undated], asked, {
        said: [headline(found), ...notices(found)],
        searched: found.answer.searched,
        respelled: respell(found.answer, asked, (topic) => ({ kind: 'timeline', topic })),
        order: 'date',
        pageSize: PAGE_SIZE,
        toEntry: (entry) => toEntry(entry, entry === found.undated[0] ? UNDATED : undefined),
      }),
      json: (explain) => toTimelineJson(found, explain),
    };
  },
};

/** What stands over the entries whose article's date nothing states. */
const UNDATED = 'Date unknown';

/** Without a number: it is the dates that count, and what a date that nobody printed rests on. */
function toEntry({ citation, days }: TimelineEntry, group: string | undefined): Entry {
  const lines = [
    sourceLine(citation),
    ...citationLines(citation, days.map(describeDay)),
    ...dateCaution(citation.passage.article.published),
  ];
  return {
    number: null,
    group,
    parts: [{ lines, proof: proofOf(citation) }],
    line: excerptLine(citation),
    cites: shownOf([citation]),
  };
}

function dateCaution(published: PublishedDate): Line[] {
  switch (published.status) {
    case 'exact':
      return [];
    case 'inferred':
      return [{ kind: 'caution', text: `Not an exact date: ${basisLabel(published)}.` }];
    case 'unknown':
      return [{ kind: 'caution', text: `Date unknown: ${basisLabel(published)}.` }];
  }
}

/** How many passages speak of the topic, in one line. */
function headline({ answer, dated, undated }: Timeline): string {
  const asked = quote(shorten(answer.question.text));
  const shown = dated.length + undated.length;
  if (answer.status === 'nothing') return `Nothing found for ${asked}.`;
  if (shown === 0) return `No passage speaks of all of ${asked}.`;
  return `${asked}: ${plural(shown, 'passage')}, oldest article first`;
}

/** How the topic was read, what is not listed or not read, and where it is first and last mentioned. */
function notices(found: Timeline): string[] {
  const { answer, undated, first, latest, leftOut, unread } = found;
  // Among passages that were not read there may be an older one.
  const of = unread > 0 ? 'of these' : 'mention';
  return [
    // How many fit less well is said below, of the timeline.
    ...questionNotices(answer),
    ...(first !== null && latest !== null && first !== latest
      ? [
          `First ${of}: ${where(first)}.${mayOthersBeOlder(found) ? ' Others may be older: their dates are inferred.' : ''}`,
          `Latest ${of}: ${where(latest)}.${mayOthersBeNewer(found) ? ' Others may be newer: their dates are inferred.' : ''}`,
        ]
      : []),
    ...(undated.length > 0
      ? [`${plural(undated.length, 'passage')} of unknown date, at the end.`]
      : []),
    ...(leftOut > 0 ? [`${plural(leftOut, 'further passage')} not listed. ${NARROW}`] : []),
    ...unreadNotice(unread),
  ];
}

/** "“on Thursday”: Dec 5, 2024, counted from the article’s date"; beside the words, never in their place. */
function describeDay({ text, weekday, day, ground }: ResolvedDay): string {
  const date = `“${text}”: ${formatDay(day)}`;
  switch (ground) {
    case 'date':
      return `${date}, counted from the article’s date.`;
    case 'range':
      return `${date}, the only ${weekday} that the article’s inferred date allows.`;
    case 'next':
      return `${date}, the first ${weekday} after the article’s inferred date.`;
  }
}

function where({ citation }: TimelineEntry): string {
  const { outlet, date, file, paragraph } = sourceParts(citation);
  return `${date} · ${outlet} · ${file} · ${paragraph}`;
}

/** Ranges overlap: which came first is not known then. */
function mayOthersBeOlder({ dated, first }: Timeline): boolean {
  const known = first && latestDay(first.citation.passage.article.published);
  return dated.some(({ citation: { passage } }) => {
    const day = earliestDay(passage.article.published);
    return (
      passage.article !== first?.citation.passage.article && day !== null && day < (known ?? '')
    );
  });
}

function mayOthersBeNewer({ dated, latest }: Timeline): boolean {
  const known = latest && earliestDay(latest.citation.passage.article.published);
  return dated.some(({ citation: { passage } }) => {
    const day = latestDay(passage.article.published);
    return (
      passage.article !== latest?.citation.passage.article && day !== null && day > (known ?? '9')
    );
  });
}

export interface TimelineJson extends QuestionJson {
  kind: 'timeline';
  /** Oldest first; those of unknown date last. */
  entries: TimelineEntryJson[];
  /** Of the dated ones; `null` when there is none. */
  first: PlaceJson | null;
  latest: PlaceJson | null;
  /** Passages that speak of the topic and are not listed. */
  leftOut: number;
  /** Passages with words of the topic that were not read. */
  unread: number;
}

interface TimelineEntryJson extends CitationJson {
  /** Weekdays in the text that the article's date settles, offsets as above. */
  days: (Span & Pick<ResolvedDay, 'text' | 'day' | 'ground'>)[];
}

interface PlaceJson {
  file: string;
  paragraph: number;
}

function toTimelineJson(found: Timeline, explain: boolean | undefined): TimelineJson {
  const { answer, dated, undated, first, latest, leftOut, unread } = found;
  return {
    kind: 'timeline',
    ...toQuestionJson(answer),
    entries: [...dated, ...undated].map(({ citation, days }) => ({
      ...toCitationJson(citation, explain),
      days: days.map(({ start, end, text, day, ground }) => ({ start, end, text, day, ground })),
    })),
    first: first && toPlaceJson(first),
    latest: latest && toPlaceJson(latest),
    leftOut,
    unread,
  };
}

function toPlaceJson({ citation: { passage } }: TimelineEntry): PlaceJson {
  return { file: passage.article.file, paragraph: passage.paragraph.number };
}
