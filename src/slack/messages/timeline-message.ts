import type { types } from '@slack/bolt';
import { capital, cautions, copiesLine, shorten, sourceParts } from '../../answer/say-answer.js';
import {
  resolvedDayLine,
  timelineHeadline,
  timelineNotices,
  UNDATED_HEADING,
} from '../../answer/say-timeline.js';
import type { Timeline, TimelineEntry } from '../../answer/timeline/timeline.js';
import type { AskedRef } from '../actions.js';
import { quotation, richText, section, words, type Message } from './blocks.js';
import { cautionLine, markedWords, noteLine } from './citation-blocks.js';
import { excerptLine, unlessWithdrawn } from './excerpt-blocks.js';
import { citesOf } from './posted-citation.js';
import { listMessage, pageOf, type Audience } from './list-message.js';

/** A timeline is read down: its passages are short, and more of them stand in a message than of other lists. */
const PAGE = 15;

/** A topic by date, the oldest first, those without a date last. Passages of one article stand under its date together. */
export function timelineMessage(timeline: Timeline, asked: AskedRef, audience: Audience): Message {
  const { dated, undated, answer } = timeline;
  const { page, range, more } = pageOf([...dated, ...undated], asked.skip, PAGE);
  return listMessage(
    {
      asked,
      said: (shown) => [timelineHeadline(timeline), ...timelineNotices(timeline), ...range(shown)],
      entries: page.map((entry, index) => ({
        blocks: [
          ...(entry === undated[0]
            ? [richText(section(words(UNDATED_HEADING, { bold: true })))]
            : []),
          entryBlock(entry, page[index - 1]),
        ],
        line: excerptLine(entry.citation),
        cites: citesOf(entry.citation),
      })),
      more,
      searched: answer.searched,
    },
    audience,
  );
}

/** What was said of the article above is not said again. */
function entryBlock(
  { citation, days }: TimelineEntry,
  above: TimelineEntry | undefined,
): types.RichTextBlock {
  const { article } = citation.passage;
  const goesOn = above?.citation.passage.article === article;
  const said = new Set(goesOn ? cautions(above.citation) : []);
  const { outlet, date, file, paragraph } = sourceParts(citation);
  const copies = copiesLine(citation);
  return richText(
    goesOn
      ? section(words(capital(paragraph)))
      : section(
          words(capital(date), { bold: true }),
          words(` · ${shorten(outlet)} · `),
          words(file, { code: true }),
          words(` · ${paragraph}`),
        ),
    ...unlessWithdrawn(article, [quotation(markedWords(citation))]),
    ...days.map(resolvedDayLine).map(noteLine),
    ...(copies === null ? [] : [noteLine(copies)]),
    ...cautions(citation)
      .filter((caution) => !said.has(caution))
      .map(cautionLine),
  );
}
