import type { Answer, Citation } from '../answer/answer.js';
import { copiesLine, freshnessLine, headline, notices, whyLine } from '../answer/say-answer.js';
import {
  below,
  blocks,
  cautionLines,
  marked,
  opening,
  sourceLine,
  wordsOf,
  wrap,
  type Page,
} from './page.js';
import { visible } from './paint.js';

/** An answer as a reader at a terminal sees it: passages word for word, their source, cautions in sight. */
export function answerText(answer: Answer, page: Page): string {
  return blocks([
    opening(headline(answer), notices(answer), page),
    ...answer.citations.map((citation, index) =>
      citationText(citation, answer.skipped + index + 1, page),
    ),
    wrap(page.paint.dim(visible(freshnessLine(answer.searched))), page),
  ]);
}

function citationText(citation: Citation, number: number, page: Page): string {
  const { paint } = page;
  return [
    wrap(`${paint.bold(String(number))}  ${sourceLine(citation, page)}`, page),
    ...citationLines(citation, page),
  ].join('\n');
}

/** The cited words and what belongs to them, under their source. `remarks` come right after the words. */
export function citationLines(
  citation: Citation,
  page: Page,
  remarks: readonly string[] = [],
): string[] {
  const { paint } = page;
  return [
    ...wordsOf(citation.passage.article, () => citedWords(citation, page), page),
    ...[...remarks, copiesLine(citation), page.explain ? whyLine(citation) : null].flatMap(
      (line) => (line === null ? [] : below(paint.dim(visible(line)), page)),
    ),
    ...cautionLines(citation, page),
  ];
}

/** The cited words with the question's words made to stand out; an ellipsis outside them where a sentence goes on. */
function citedWords(
  { passage: { article, paragraph }, start, end, marks, insideSentence }: Citation,
  { paint }: Page,
): string {
  const before = insideSentence && start > paragraph.start ? `${paint.dim('[…]')} ` : '';
  const after = insideSentence && end < paragraph.end ? ` ${paint.dim('[…]')}` : '';
  return before + marked(article.text, { start, end }, marks, paint.mark) + after;
}
