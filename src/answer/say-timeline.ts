import { earliestDay, formatDay, latestDay } from '../corpus/article/published-date.js';
import { notices, plural, shorten, sourceParts } from './say-answer.js';
import type { ResolvedDay } from './timeline/resolve-weekdays.js';
import type { Timeline, TimelineEntry } from './timeline/timeline.js';

/** What stands over the entries whose article's date nothing states. */
export const UNDATED_HEADING = 'Date unknown';

const NARROW = 'Narrow the topic with from:, since: or before:.';

/** How many passages speak of the topic, in one line. */
export function timelineHeadline({ answer, dated, undated }: Timeline): string {
  const asked = `“${shorten(answer.question.text)}”`;
  const shown = dated.length + undated.length;
  if (answer.status === 'nothing') return `Nothing found for ${asked}.`;
  if (shown === 0) return `No passage speaks of all of ${asked}.`;
  const part = answer.status === 'partial' ? ', in part' : '';
  return `${asked}${part}: ${plural(shown, 'passage')}, oldest article first`;
}

/** How the topic was read, what is not listed or not read, and where it is first and last mentioned. */
export function timelineNotices(timeline: Timeline): string[] {
  const { answer, first, latest, leftOut, unread } = timeline;
  // Among passages that were not read there may be an older one.
  const of = unread > 0 ? 'of these' : 'mention';
  return [
    // How many fit less well is said below, of the timeline.
    ...notices({ ...answer, reachable: answer.total }),
    ...(first !== null && latest !== null && first !== latest
      ? [
          `First ${of}: ${where(first)}.${mayOthersBeOlder(timeline) ? ' Others may be older: their dates are inferred.' : ''}`,
          `Latest ${of}: ${where(latest)}.${mayOthersBeNewer(timeline) ? ' Others may be newer: their dates are inferred.' : ''}`,
        ]
      : []),
    ...(leftOut > 0 ? [`${plural(leftOut, 'further passage')} not listed. ${NARROW}`] : []),
    ...(unread > 0
      ? [`${plural(unread, 'passage')} with words of the topic not read. ${NARROW}`]
      : []),
  ];
}

/** "“on Thursday”: Dec 5, 2024, by the article’s date"; beside the words, never in their place. */
export function resolvedDayLine({ text, weekday, day, ground }: ResolvedDay): string {
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
