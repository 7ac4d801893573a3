import type { types } from '@slack/bolt';
import type { FigurePlace, FigureRow, Figures } from '../../answer/figures.js';
import { cautions } from '../../answer/say-answer.js';
import type { AskedRef } from '../actions.js';
import { richText, section, words, type Message } from './blocks.js';
import { cautionLine } from './citation-blocks.js';
import { excerptLine, proofButtons, quoted, sourceLine } from './excerpt-blocks.js';
import { listMessage, pageOf, type Audience } from './list-message.js';
import { figureRowLine, figuresHeadline, figuresNotices } from './wip-say.js';

/** Numbers on a topic, each in its sentence; a figure that several files print is one row with all of them. */
export function figuresMessage(figures: Figures, asked: AskedRef, audience: Audience): Message {
  const { page, range, more } = pageOf(figures.rows, asked.skip);
  return listMessage(
    {
      asked,
      said: (shown) => [figuresHeadline(figures), ...figuresNotices(figures), ...range(shown)],
      entries: page.map((row, index) => ({
        blocks: rowBlocks(row, asked.skip + index + 1),
        line: row.places.map((place) => `${place.figure.text}: ${excerptLine(place)}`).join(' '),
      })),
      more,
      searched: figures.answer.searched,
    },
    audience,
  );
}

/** Places of one figure that are shown; further ones are counted. */
const PLACES = 3;

function rowBlocks(row: FigureRow, number: number): types.KnownBlock[] {
  const places = row.places.slice(0, PLACES);
  return places.flatMap((place, index) => [
    richText(
      ...(index === 0 ? [section(words(`${number}  ${figureRowLine(row)}`, { bold: true }))] : []),
      sourceLine(place),
      ...quoted(place.text, [within(place)]),
      ...cautions(place).map(cautionLine),
    ),
    proofButtons(place),
  ]);
}

function within({ figure, start }: FigurePlace): { start: number; end: number } {
  return { start: figure.start - start, end: figure.end - start };
}
