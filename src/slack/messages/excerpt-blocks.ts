import type { types } from '@slack/bolt';
import type { Excerpt, Span } from '../../answer/answer.js';
import { refOf } from '../../answer/fingerprint.js';
import { cautions, shorten, sourceParts } from '../../answer/say-answer.js';
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

/** Whether the reason of its withdrawal stands in place of its words. */
export function isWithdrawn({ passage }: Pick<Excerpt, 'passage'>): boolean {
  return passage.article.withdrawn !== null;
}

/** The source and the words in one line of plain text; of a withdrawn article the reason instead of the words. */
export function excerptLine(excerpt: Pick<Excerpt, 'passage' | 'text' | 'problems'>): string {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  const said = isWithdrawn(excerpt) ? cautions(excerpt)[0] : excerpt.text;
  return `${outlet}, ${date}, ${file}, ${paragraph}: ${said}`;
}

/** Context and Verify, which lead back to the file. */
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
