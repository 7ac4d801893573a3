import wrapAnsi from 'wrap-ansi';
import type { Span } from '../answer/answer.js';
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

/** Blocks with an empty line between them. */
export function blocks(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
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
