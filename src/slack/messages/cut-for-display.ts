import { wholeCharacter } from '../../answer/whole-character.js';

/** The beginning of a long text, cut between words, with a mark that it goes on. For display beside a citation, never as one. */
export function cutForDisplay(text: string, length = 1_500): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length);
  const end = space > length / 2 ? space : length;
  return `${text.slice(0, wholeCharacter(text, end))} […]`;
}
