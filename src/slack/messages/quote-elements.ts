import type { types } from '@slack/bolt';
import type { Span } from '../../answer/answer.js';
import { wholeCharacter } from '../../answer/cut-citation.js';
import type { QuoteLine } from '../../requests/listing.js';
import { plural } from '../../requests/wording.js';
import { noteLine, quotation, type RichElement, type Style, words } from './blocks.js';

/** Says in another style than the article's words that they go on. */
const OMITTED = words(' […] ', { italic: true });

/** The words of an article in a quotation; joined its runs are the slice of the file, unit for unit. */
export function quoteElements(line: QuoteLine): RichElement[] {
  const { article, start, end, marks } = line;
  return quoted(article.text.slice(start, end), within(marks, line), line);
}

/** What of some spans lies in a stretch, counted from its beginning. */
function within(spans: readonly Span[], { start, end }: Span): Span[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
}

/** Units of a text that are shown in one quotation, and runs it is cut into: Slack takes no more of them. */
const SHOWN = 1_000;
const MOST_RUNS = 50;
/** Units shown before the first marked words where these stand too far on in a long text. */
const LEAD = 200;

/**
 * A text as a quotation, the `marked` spans in another style. One too long for a message is cut between words around the
 * first of them, visibly, and the line after it says how much is not shown.
 */
export function quoted(
  text: string,
  marked: readonly Span[],
  {
    style = { bold: true },
    cutBefore = false,
    cutAfter = false,
  }: { style?: Style; cutBefore?: boolean; cutAfter?: boolean } = {},
): RichElement[] {
  const shown = windowOf(text, marked[0]);
  const { start, end } = shown;
  const hidden = text.length - (end - start);
  return [
    quotation([
      ...(cutBefore || start > 0 ? [OMITTED] : []),
      ...runs(text.slice(start, end), within(marked, shown).slice(0, MOST_RUNS), style),
      ...(cutAfter || end < text.length ? [OMITTED] : []),
    ]),
    ...(hidden > 0 ? [noteLine(`${plural(hidden, 'character')} more, not shown here.`)] : []),
  ];
}

function windowOf(text: string, first: Span = { start: 0, end: 0 }): Span {
  if (text.length <= SHOWN) return { start: 0, end: text.length };
  const start =
    first.end <= SHOWN ? 0 : wholeCharacter(text, wordAfter(text, first.start - LEAD, first.start));
  return { start, end: start + beginningOf(text.slice(start), SHOWN).length };
}

/** Where a word begins after `from`, `latest` at the latest. */
function wordAfter(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', Math.max(0, from));
  return space < 0 || space >= latest ? latest : space + 1;
}

/** A text in runs, plain and of one style; the `marked` spans are in order and do not overlap. */
export function runs(text: string, marked: readonly Span[], style: Style): types.RichTextText[] {
  const out: types.RichTextText[] = [];
  let at = 0;
  for (const { start, end } of marked) {
    if (start > at) out.push(words(text.slice(at, start)));
    if (end > start) out.push(words(text.slice(start, end), style));
    at = end;
  }
  if (at < text.length) out.push(words(text.slice(at)));
  return out;
}

/** The beginning of a long text, cut between words, with a mark that it goes on. For display beside a citation, never as one. */
export function cutForDisplay(text: string, length = 1_500): string {
  return text.length <= length ? text : `${beginningOf(text, length)} […]`;
}

/** At most `length` units, up to a space where there is one in reach, never half a character. */
export function beginningOf(text: string, length: number): string {
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, wholeCharacter(text, space > length / 2 ? space : length));
}
