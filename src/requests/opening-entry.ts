import type { Opening } from '../answer/opening.js';
import {
  cautionLines,
  citedLines,
  type Entry,
  type Part,
  proofOf,
  shownOf,
  sourceLine,
} from './listing.js';
import { excerptLine } from './wording.js';

/** How an article begins, under its source. */
export function openingEntry(opening: Opening, number: number, group?: string): Entry {
  return {
    number,
    group,
    parts: [openingPart(opening)],
    line: excerptLine(opening),
    cites: shownOf([opening]),
  };
}

export function openingPart(opening: Opening): Part {
  return {
    lines: [sourceLine(opening), ...citedLines(opening), ...cautionLines([opening])],
    proof: proofOf(opening),
  };
}
