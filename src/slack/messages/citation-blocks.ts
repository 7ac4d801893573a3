import type { types } from '@slack/bolt';
import type { Citation, Span } from '../../answer/answer.js';
import { refOf } from '../../answer/fingerprint.js';
import { cautions, copiesLine, shorten, sourceParts } from '../../answer/say-answer.js';
import { ACTIONS, encodeCitationRef, type CitedFor } from '../actions.js';
import { button, buttons, quotation, richText, section, words } from './blocks.js';

/** An editor's note longer than this is shortened in a message; the words of an article never are. */
const CAUTION_LENGTH = 500;

/**
 * A passage with its source above, what to beware of below, and the buttons that prove it. Of a withdrawn article the
 * label and the reason stand in place of the words; a button that says so shows them.
 */
export function citationBlocks(
  citation: Citation,
  number: number,
  asked: CitedFor['asked'],
): types.KnownBlock[] {
  const { outlet, date, file, paragraph } = sourceParts(citation);
  const ref = encodeCitationRef({ ref: refOf(citation), asked });
  const copies = copiesLine(citation);
  const said = cautions(citation).map(cautionLine);
  const withdrawn = citation.passage.article.withdrawn !== null;
  return [
    richText(
      section(
        words(`${number}  ${shorten(outlet)}`, { bold: true }),
        words(` · ${date} · `),
        words(file, { code: true }),
        words(` · ${paragraph}`),
      ),
      ...(withdrawn ? said : [quotation(markedWords(citation))]),
      ...(copies === null ? [] : [section(words(copies, { italic: true }))]),
      ...(withdrawn ? [] : said),
    ),
    buttons(
      button({
        actionId: ACTIONS.context,
        label: withdrawn ? 'Show the withdrawn words' : 'Context',
        value: ref,
      }),
      button({ actionId: ACTIONS.verify, label: 'Verify', value: ref }),
    ),
  ];
}

export function cautionLine(caution: string): types.RichTextSection {
  return section(words('⚠ ', { bold: true }), words(shorten(caution, CAUTION_LENGTH)));
}

/** The cited words in runs, those of the question bold; joined they are the citation, unit for unit. */
function markedWords({
  passage,
  text,
  start,
  end,
  marks,
  insideSentence,
}: Citation): types.RichTextText[] {
  const { paragraph } = passage;
  return [
    ...(insideSentence && start > paragraph.start ? [OMITTED] : []),
    ...runs(
      text,
      marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    ),
    ...(insideSentence && end < paragraph.end ? [OMITTED] : []),
  ];
}

/** Says in another style than the article's words that a sentence goes on. */
const OMITTED = words(' […] ', { italic: true });

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
