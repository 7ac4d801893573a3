import { freshnessLine } from '../answer/say-answer.js';
import { problemsOf } from '../corpus/article/article.js';
import type { QuotesFound } from '../quotes/find-quotations.js';
import type { Quotation } from '../quotes/quotation.js';
import { quotesHeadline, quotesNotices } from '../quotes/say-quotes.js';
import { speakerLine } from '../quotes/say-speaker.js';
import {
  below,
  blocks,
  cautionLines,
  opening,
  sourceLine,
  wordsOf,
  wrap,
  type Page,
} from './page.js';
import { visible } from './paint.js';

/** The quotations of somebody, each with its source and the words that name the speaker. */
export function quotesText(found: QuotesFound, page: Page): string {
  return blocks([
    opening(quotesHeadline(found), quotesNotices(found), page),
    ...found.quotations.map((quotation) => quotationText(quotation, page)),
    wrap(page.paint.dim(visible(freshnessLine(found.searched))), page),
  ]);
}

function quotationText(quotation: Quotation, page: Page): string {
  const { article, paragraph, text } = quotation;
  const excerpt = {
    passage: { article, paragraph },
    problems: problemsOf(article, paragraph.number),
  };
  return [
    wrap(sourceLine(excerpt, page), page),
    ...wordsOf(article, () => `“${visible(text)}”`, page),
    below(page.paint.dim(visible(speakerLine(quotation))), page),
    ...cautionLines(excerpt, page),
  ].join('\n');
}
