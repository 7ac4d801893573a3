import { shorten } from '../../requests/wording.js';

/** Somebody's question among words of ours, in marks unless it brings its own. */
export function sayQuestion(question: string, length?: number): string {
  const shown = shorten(question, length);
  return /["“”«»]/.test(shown) ? shown : `“${shown}”`;
}
