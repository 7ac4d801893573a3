import type { FigurePlace, FigureRow, Figures } from '../answer/figures/figures.js';
import { freshnessLine } from '../answer/say-answer.js';
import { figureRowLine, figuresHeadline, figuresNotices } from '../answer/say-figures.js';
import {
  below,
  blocks,
  cautionLines,
  marked,
  opening,
  sourceLine,
  wrap,
  type Page,
} from './page.js';
import { visible } from './paint.js';

/** Each figure once, and under it every sentence that prints it. */
export function figuresText(figures: Figures, page: Page): string {
  return blocks([
    opening(figuresHeadline(figures), figuresNotices(figures), page),
    ...figures.rows.map((row) => rowText(row, page)),
    wrap(page.paint.dim(visible(freshnessLine(figures.answer.searched))), page),
  ]);
}

function rowText(row: FigureRow, page: Page): string {
  return [
    wrap(page.paint.bold(visible(figureRowLine(row))), page),
    ...row.places.map((place) => placeText(place, page)),
  ].join('\n');
}

function placeText(place: FigurePlace, page: Page): string {
  const { article } = place.passage;
  return [
    below(sourceLine(place, page), page),
    below(marked(article.text, place, [place.figure], page.paint.mark), page),
    ...cautionLines(place, page),
  ].join('\n');
}
