import { wholeCharacter } from '../../answer/whole-character.js';

/** The beginning of a long text, cut between words, with a mark that it goes on. For display beside a citation, never as one. */
export function cutForDisplay(text: string, length = 1_500): string {
  return text.length <= length ? text : `${beginningOf(text, length)} […]`;
}

/** At most `length` units, up to a space where there is one in reach, never half a character. */
export function beginningOf(text: string, length: number): string {
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, wholeCharacter(text, space > length / 2 ? space : length));
}
