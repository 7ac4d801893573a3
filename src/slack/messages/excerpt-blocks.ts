import type { types } from '@slack/bolt';
import type { Excerpt, Span } from '../../answer/answer.js';
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
      label: excerpt.passage.article.withdrawn === null ? 'Context' : 'Show the withdrawn words',
      value,
    }),
    button({ actionId: ACTIONS.verify, label: 'Verify', value }),
  );
}

/** Says in another style than the article's words that they go on. */
export const OMITTED = words(' […] ', { italic: true });

/** Units of an article that are shown in one quotation, and runs it is cut into: Slack takes no more of them. */
const SHOWN = 1_000;
const MOST_RUNS = 50;

/**
 * Words as a quotation, the `marked` spans in another style. One too long for a message is cut between words, visibly,
 * and the line after it says how much is not shown.
 */
export function quoted(
  text: string,
  marked: readonly Span[] = [],
  style: Style = { bold: true },
): RichElement[] {
  const shown = text.length <= SHOWN ? text : beginningOf(text, SHOWN);
  const within = marked.filter(({ end }) => end <= shown.length).slice(0, MOST_RUNS);
  if (shown === text) return [quotation(runs(text, within, style))];
  const hidden = text.length - shown.length;
  return [
    quotation([...runs(shown, within, style), OMITTED]),
    section(words(`${plural(hidden, 'character')} more, not shown here.`, { italic: true })),
  ];
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
