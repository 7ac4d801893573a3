import wrapAnsi from 'wrap-ansi';
import type { Excerpt, Span } from '../answer/answer.js';
import type { Article } from '../corpus/article/article.js';
import { cautions, sourceParts } from '../answer/say-answer.js';
import { visible, type Paint } from './paint.js';

/** How the terminal shows text. `width` in columns; `null` leaves lines whole, for a pipe. */
export interface Page {
  readonly paint: Paint;
  readonly width: number | null;
  /** Say of each passage why it stands where it does. */
  readonly explain: boolean;
}

export function wrap(text: string, { width }: Page, indented = 0): string {
  return width === null ? text : wrapAnsi(text, width - indented, { trim: true, hard: false });
}

export function indent(text: string, by: string): string {
  return text.replaceAll(/^/gm, by);
}

/** Under a heading of its own: wrapped and set in. */
export function below(text: string, page: Page): string {
  return indent(wrap(text, page, 3), '   ');
}

/** The bot's words over an answer: what became of it in bold, then what to know before reading on. */
export function opening(headline: string, notices: readonly string[], page: Page): string {
  return [
    wrap(page.paint.bold(visible(headline)), page),
    ...notices.map((notice) => wrap(visible(notice), page)),
  ].join('\n');
}

/** Blocks with an empty line between them. */
export function blocks(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** "CNN · Dec 5, 2024 · 000_cdfc808a8b69da1e.txt · paragraph 13" */
export function sourceLine(excerpt: Pick<Excerpt, 'passage'>, { paint }: Page): string {
  const { outlet, date, file, paragraph } = sourceParts(excerpt);
  return [paint.bold(visible(outlet)), paint.cyan(date), visible(file), paragraph].join(' · ');
}

/** Words of an article, set in under their source; none of one that was withdrawn. */
export function wordsOf({ withdrawn }: Article, shown: () => string, page: Page): string[] {
  return withdrawn === null ? [below(shown(), page)] : [];
}

/** Whoever needs the words of a withdrawn article finds them there, or with `--json`. */
const WORDS_KEPT_BACK = 'Its words are not shown here; they stand in the file.';

/** What a reader must know before using the words, each on a line of its own. */
export function cautionLines(excerpt: Pick<Excerpt, 'passage' | 'problems'>, page: Page): string[] {
  const { withdrawn } = excerpt.passage.article;
  return [
    ...cautions(excerpt).map((caution) => below(page.paint.yellow(`! ${visible(caution)}`), page)),
    ...(withdrawn === null ? [] : [below(WORDS_KEPT_BACK, page)]),
  ];
}

/** Words of a text from `span`, with the marked stretches of it made to stand out. Offsets count in the text. */
export function marked(
  text: string,
  span: Span,
  marks: readonly Span[],
  stress: (words: string) => string,
): string {
  let out = '';
  let at = span.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, span.end);
    if (start >= end) continue;
    out += visible(text.slice(at, start)) + stress(visible(text.slice(start, end)));
    at = end;
  }
  return out + visible(text.slice(at, span.end));
}
