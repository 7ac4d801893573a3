import type { types } from '@slack/bolt';
import type { FigurePlace, FigureRow, Figures } from '../../answer/figures/figures.js';
import { cautions, copiesLine, plural, shorten } from '../../answer/say-answer.js';
import { figureRowLine, figuresHeadline, figuresNotices } from '../../answer/say-figures.js';
import type { AskedRef } from '../actions.js';
import { richText, section, words, type Message } from './blocks.js';
import { cautionLine, noteLine } from './citation-blocks.js';
import { excerptLine, proofButtons, quoted, sourceLine } from './excerpt-blocks.js';
import { citesOf } from './posted-citation.js';
import { listMessage, pageOf, type Audience } from './list-message.js';

/** Numbers on a topic, each in its sentence; a figure that several files print is one row with all of them. */
export function figuresMessage(figures: Figures, asked: AskedRef, audience: Audience): Message {
  const { page, range, more } = pageOf(figures.rows, asked.skip);
  return listMessage(
    {
      asked,
      said: (shown) => [figuresHeadline(figures), ...figuresNotices(figures), ...range(shown)],
      entries: page.map((row, index) => ({
        blocks: rowBlocks(row, asked.skip + index + 1),
        line: row.places
          .slice(0, PLACES)
          .map((place) => `${place.figure.text}: ${excerptLine(place)}`)
          .join(' '),
        cites: shownSentences(row).shown.flatMap(([place]) => citesOf(place)),
      })),
      more,
      searched: figures.answer.searched,
    },
    audience,
  );
}

/** Places of one figure that are shown; further ones are counted. */
const PLACES = 3;

/** A figure, and the sentences it stands in, each once. A copy of a text is named and is no second witness. */
function rowBlocks(row: FigureRow, number: number): types.KnownBlock[] {
  const { shown, further } = shownSentences(row);
  const copies = copiesLine({
    copies: row.places.filter(({ isCopy }) => isCopy).map(({ passage }) => passage),
  });
  return shown.flatMap(([place, ...others], index, { length }) => {
    const notes = [
      ...(copies === null ? [] : [copies]),
      ...(further > 0 ? [`${plural(further, 'further place')} not shown here.`] : []),
    ];
    return [
      richText(
        ...(index === 0
          ? [section(words(`${number}  ${shorten(figureRowLine(row), 300)}`, { bold: true }))]
          : []),
        sourceLine(place),
        ...quoted(place.text, [place, ...others].map(within)),
        ...cautions(place).map(cautionLine),
        ...(index === length - 1 ? notes.map(noteLine) : []),
      ),
      proofButtons(place),
    ];
  });
}

/** The sentences that are shown, and how many more there are. */
function shownSentences({ places }: FigureRow): {
  readonly shown: [FigurePlace, ...FigurePlace[]][];
  readonly further: number;
} {
  const sentences = bySentence(places.filter(({ isCopy }) => !isCopy));
  return { shown: sentences.slice(0, PLACES), further: sentences.length - PLACES };
}

/** Places that share a sentence, together. */
function bySentence(places: readonly FigurePlace[]): [FigurePlace, ...FigurePlace[]][] {
  const sentences = new Map<string, [FigurePlace, ...FigurePlace[]]>();
  for (const place of places) {
    const key = `${place.passage.id} ${place.start}`;
    const together = sentences.get(key);
    if (together) together.push(place);
    else sentences.set(key, [place]);
  }
  return [...sentences.values()];
}

function within({ figure, start }: FigurePlace): { start: number; end: number } {
  return { start: figure.start - start, end: figure.end - start };
}
