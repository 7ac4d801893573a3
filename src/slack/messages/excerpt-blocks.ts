import type { types } from '@slack/bolt';
import type { Excerpt, Span } from '../../answer/answer.js';
import { refOf } from '../../answer/fingerprint.js';
import { shorten, sourceParts } from '../../answer/say-answer.js';
import { ACTIONS, encodeCitationRef, type CitedFor } from '../actions.js';
import { button, buttons, section, words } from './blocks.js';

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

/** The source and the words in one line of plain text. */
export function excerptLine(excerpt: Pick<Excerpt, 'passage' | 'text'>): string {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  return `${outlet}, ${date}, ${file}, ${paragraph}: ${excerpt.text}`;
}

/** Context and Verify, which lead back to the file. */
export function proofButtons(
  excerpt: Excerpt,
  asked: CitedFor['asked'] = null,
): types.ActionsBlock {
  const value = encodeCitationRef({ ref: refOf(excerpt), asked });
  return buttons(
    button({ actionId: ACTIONS.context, label: 'Context', value }),
    button({ actionId: ACTIONS.verify, label: 'Verify', value }),
  );
}

/** A text in runs of plain and bold; `bold` spans are in order and do not overlap. */
export function runs(text: string, bold: readonly Span[]): types.RichTextText[] {
  const out: types.RichTextText[] = [];
  let at = 0;
  for (const { start, end } of bold) {
    if (start > at) out.push(words(text.slice(at, start)));
    if (end > start) out.push(words(text.slice(start, end), { bold: true }));
    at = end;
  }
  if (at < text.length) out.push(words(text.slice(at)));
  return out;
}
