import type { types } from '@slack/bolt';
import type { Excerpt, Span } from '../../answer/answer.js';
import { wholeCharacter } from '../../answer/whole-character.js';
import type { Article } from '../../corpus/article/article.js';
import { refOf } from '../../answer/fingerprint.js';
import { plural, shorten, sourceParts, withdrawnCaution } from '../../answer/say-answer.js';
import { ACTIONS, encodeCitationRef, type CitedFor } from '../actions.js';
import { beginningOf } from './cut-for-display.js';
import {
  button,
  buttons,
  quotation,
  section,
  words,
  type RichElement,
  type Style,
} from './blocks.js';

/** "1  CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13" */
export function sourceLine(
  excerpt: Pick<Excerpt, 'passage'>,
  number: number | null = null,
): types.RichTextSection {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  return section(
    words(`${number === null ? '' : `${number}  `}${shorten(outlet)}`, { bold: true }),
    words(` · ${date} · `),
    words(file, { code: true }),
    words(` · ${paragraph}`),
  );
}

/** Whether the reason of its withdrawal stands in place of its words. */
export function isWithdrawn({ passage }: Pick<Excerpt, 'passage'>): boolean {
  return passage.article.withdrawn !== null;
}

/** The source and the words in one line of plain text; of a withdrawn article the reason in place of the words. */
export function excerptLine(excerpt: Pick<Excerpt, 'passage' | 'text'>): string {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  const said = withdrawnCaution(excerpt.passage.article)[0] ?? excerpt.text;
  return `${outlet}, ${date}, ${file}, ${paragraph}: ${said}`;
}

/** Context, which of a withdrawn article says what it shows, and Verify: they lead back to the file. */
export function proofButtons(
  excerpt: Excerpt,
  asked: CitedFor['asked'] = null,
): types.ActionsBlock {
  const value = encodeCitationRef({ ref: refOf(excerpt), asked });
  return buttons(
    button({
      actionId: ACTIONS.context,
      label: isWithdrawn(excerpt) ? 'Show the withdrawn words' : 'Context',
      value,
    }),
    button({ actionId: ACTIONS.verify, label: 'Verify', value }),
  );
}

/**
 * What shows words of an article; nothing of it for one that was withdrawn: the label and the reason stand there alone,
 * until somebody presses the button that shows them.
 */
export function unlessWithdrawn<T>({ withdrawn }: Article, showing: readonly T[]): readonly T[] {
  return withdrawn === null ? showing : [];
}

/** Says in another style than the article's words that they go on. */
export const OMITTED = words(' […] ', { italic: true });

/** Units of an article that are shown in one quotation, and runs it is cut into: Slack takes no more of them. */
const SHOWN = 1_000;
const MOST_RUNS = 50;
/** Units shown before the first marked words where these stand too far on in a long text. */
const LEAD = 200;

/**
 * Words as a quotation, the `marked` spans in another style. One too long for a message is cut between words around the
 * first of them, visibly, and the line after it says how much is not shown.
 */
export function quoted(
  text: string,
  marked: readonly Span[] = [],
  style: Style = { bold: true },
): RichElement[] {
  const { start, end } = windowOf(text, marked[0]);
  const within = marked
    .filter((span) => span.start < end && span.end > start)
    .slice(0, MOST_RUNS)
    .map((span) => ({
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
  const hidden = text.length - (end - start);
  return [
    quotation([
      ...(start > 0 ? [OMITTED] : []),
      ...runs(text.slice(start, end), within, style),
      ...(end < text.length ? [OMITTED] : []),
    ]),
    ...(hidden > 0
      ? [section(words(`${plural(hidden, 'character')} more, not shown here.`, { italic: true }))]
      : []),
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
export function runs(
  text: string,
  marked: readonly Span[],
  style: Style = { bold: true },
): types.RichTextText[] {
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
