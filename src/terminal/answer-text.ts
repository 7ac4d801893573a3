import wrapAnsi from 'wrap-ansi';
import type { Answer, Citation } from '../answer/answer.js';
import {
  cautions,
  copiesLine,
  freshnessLine,
  headline,
  notices,
  sourceParts,
  whyLine,
} from '../answer/say-answer.js';
import { visible, type Paint } from './paint.js';

/** How the terminal shows text. `width` in columns; `null` leaves lines whole, for a pipe. */
export interface Page {
  readonly paint: Paint;
  readonly width: number | null;
  /** Say of each passage why it stands where it does. */
  readonly explain: boolean;
}

/** An answer as a reader at a terminal sees it: passages word for word, their source, cautions in sight. */
export function answerText(answer: Answer, page: Page): string {
  const { paint } = page;
  const blocks = [
    [
      wrap(paint.bold(visible(headline(answer))), page),
      ...notices(answer).map((notice) => wrap(visible(notice), page)),
    ].join('\n'),
    ...answer.citations.map((citation, index) =>
      citationText(citation, answer.skipped + index + 1, page),
    ),
    wrap(paint.dim(visible(freshnessLine(answer.searched))), page),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function citationText(citation: Citation, number: number, page: Page): string {
  const { paint } = page;
  const { outlet, date, file, paragraph } = sourceParts(citation);
  const source = [paint.bold(visible(outlet)), paint.cyan(date), visible(file), paragraph].join(
    ' · ',
  );
  const withdrawn = citation.passage.article.withdrawn !== null;
  const said = cautions(citation).map((caution) =>
    indent(wrap(paint.yellow(`! ${visible(caution)}`), page, 3), '   '),
  );
  return [
    wrap(`${paint.bold(String(number))}  ${source}`, page),
    ...(withdrawn
      ? [...said, WORDS_KEPT_BACK]
      : [indent(wrap(marked(citation, paint), page, 3), '   ')]),
    ...[copiesLine(citation), page.explain ? whyLine(citation) : null].flatMap((line) =>
      line === null ? [] : indent(wrap(paint.dim(visible(line)), page, 3), '   '),
    ),
    ...(withdrawn ? [] : said),
  ].join('\n');
}

/** Whoever needs a withdrawn article's words finds them in its file, or with `--json`. */
const WORDS_KEPT_BACK = '   Its words are not shown here; they stand in the file.';

/** The cited words with the question's words made to stand out; an ellipsis outside them where a sentence goes on. */
function marked(
  { passage, text, start, end, marks, insideSentence }: Citation,
  paint: Paint,
): string {
  const { paragraph } = passage;
  let out = '';
  let at = start;
  for (const mark of marks) {
    out += visible(text.slice(at - start, mark.start - start));
    out += paint.mark(visible(text.slice(mark.start - start, mark.end - start)));
    at = mark.end;
  }
  out += visible(text.slice(at - start));
  const before = insideSentence && start > paragraph.start ? `${paint.dim('[…]')} ` : '';
  const after = insideSentence && end < paragraph.end ? ` ${paint.dim('[…]')}` : '';
  return before + out + after;
}

function wrap(text: string, { width }: Page, indented = 0): string {
  return width === null ? text : wrapAnsi(text, width - indented, { trim: true, hard: false });
}

function indent(text: string, by: string): string {
  return text.replaceAll(/^/gm, by);
}
