import type { types } from '@slack/bolt';
import type { Citation } from '../../answer/answer.js';
import { cautions, copiesLine, shorten } from '../../answer/say-answer.js';
import type { CitedFor } from '../actions.js';
import { quotation, richText, section, words } from './blocks.js';
import { proofButtons, runs, sourceLine } from './excerpt-blocks.js';

/** An editor's note longer than this is shortened in a message; the words of an article never are. */
const CAUTION_LENGTH = 500;

/**
 * A passage with its source above, notes and what to beware of below, and the buttons that prove it. Of a withdrawn
 * article the label and the reason stand in place of the words; a button that says so shows them.
 */
export function citationBlocks(
  citation: Citation,
  number: number,
  asked: CitedFor['asked'],
  notes: readonly string[] = [],
): types.KnownBlock[] {
  const copies = copiesLine(citation);
  const said = cautions(citation).map(cautionLine);
  const withdrawn = citation.passage.article.withdrawn !== null;
  return [
    richText(
      sourceLine(citation, number),
      ...(withdrawn ? said : [quotation(markedWords(citation))]),
      ...[...notes, ...(copies === null ? [] : [copies])].map(noteLine),
      ...(withdrawn ? [] : said),
    ),
    proofButtons(citation, asked),
  ];
}

/** A line of the bot's own under a passage, in another style than the article's words. */
export function noteLine(note: string): types.RichTextSection {
  return section(words(note, { italic: true }));
}

export function cautionLine(caution: string): types.RichTextSection {
  return section(words('⚠ ', { bold: true }), words(shorten(caution, CAUTION_LENGTH)));
}

/** The cited words in runs, those of the question bold; joined they are the citation, unit for unit. */
export function markedWords({
  passage,
  text,
  start,
  end,
  marks,
  insideSentence,
}: Pick<
  Citation,
  'passage' | 'text' | 'start' | 'end' | 'marks' | 'insideSentence'
>): types.RichTextText[] {
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
