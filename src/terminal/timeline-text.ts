import { freshnessLine } from '../answer/say-answer.js';
import {
  resolvedDayLine,
  timelineHeadline,
  timelineNotices,
  UNDATED_HEADING,
} from '../answer/say-timeline.js';
import type { Timeline, TimelineEntry } from '../answer/timeline/timeline.js';
import { dateLabel } from '../corpus/article/published-date.js';
import { citationLines } from './answer-text.js';
import { blocks, opening, wrap, type Page } from './page.js';
import { visible } from './paint.js';

/** A timeline down the screen: the date first, then the source and the words. */
export function timelineText(timeline: Timeline, page: Page): string {
  const { dated, undated, answer } = timeline;
  return blocks([
    opening(timelineHeadline(timeline), timelineNotices(timeline), page),
    ...dated.map((entry) => entryText(entry, page)),
    ...(undated.length > 0 ? [page.paint.bold(UNDATED_HEADING)] : []),
    ...undated.map((entry) => entryText(entry, page)),
    wrap(page.paint.dim(visible(freshnessLine(answer.searched))), page),
  ]);
}

function entryText({ citation, days }: TimelineEntry, page: Page): string {
  const { paint } = page;
  const { article, paragraph } = citation.passage;
  const source = [
    paint.cyan(dateLabel(article.published)),
    paint.bold(visible(article.outlet ?? 'Outlet not stated')),
    visible(article.file),
    `paragraph ${paragraph.number}`,
  ].join(' · ');
  return [wrap(source, page), ...citationLines(citation, page, days.map(resolvedDayLine))].join(
    '\n',
  );
}
