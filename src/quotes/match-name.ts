import { editDistance } from '../search/index/edit-distance.js';
import { tokenize } from '../search/index/terms.js';
import type { Vocabulary } from '../search/index/vocabulary.js';
import { isStopWord } from '../search/question/stop-words.js';
import { LINKS, TITLES } from './speakers/words/word-classes.js';

/**
 * How well a speaker's name is meant by the words that were typed. `whole`: surname or head of the name among them;
 * `voice`: nobody by name, who speaks for what was typed ("a White House spokesman"); `part`: only other words of it,
 * such as a given name; `near`: a slip of the keys away.
 */
export type NameMatch = 'whole' | 'voice' | 'part' | 'near';

/** The words of a name as they are looked for: without case, accents, titles and small words. */
export function nameWords(name: string): string[] {
  const words = tokenize(name).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word));
  const untitled = telling.filter((word) => !TITLES.has(word));
  return untitled.length > 0 ? untitled : telling;
}

/** Tells which speakers a typed name means. Every typed word must stand in the speaker's name, in whatever order. */
export function createNameMatcher(
  asked: string,
  vocabulary: Vocabulary,
): (name: string) => NameMatch | null {
  const words = nameWords(asked);
  const kin = new Map(words.map((word) => [word, new Set(vocabulary.kin(word))]));
  return (name) => {
    if (words.length === 0) return null;
    const surfaces = headFirst(name);
    const own = surfaces.map(({ word }) => word);
    let exact = 0;
    let near = false;
    let [head, body] = [false, false];
    for (const word of words) {
      const at = own.indexOf(word);
      const place =
        at >= 0 ? at : own.findIndex((other) => kin.get(word)?.has(vocabulary.termOf(other)));
      if (place >= 0) {
        if (at >= 0) exact += 1;
        head ||= surfaces[place]?.head === true;
        body ||= surfaces[place]?.body === true;
        continue;
      }
      const close = own.findIndex((other) => isSlip(word, other));
      if (close < 0) return null;
      near = true;
      exact += 1;
      head ||= surfaces[close]?.head === true;
    }
    // "china" alone is not the Chinese foreign ministry.
    if (exact === 0) return null;
    if (near) return 'near';
    return head ? 'whole' : body ? 'voice' : 'part';
  };
}

const AFTER_SURNAME = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Who or what speaks for somebody else, and is not named. */
const VOICES = new Set(
  'spokesman spokeswoman spokesperson spokespeople spokesmen official officials source sources aide aides representative representatives statement'.split(
    ' ',
  ),
);

/**
 * The words of a speaker's name; the head is the surname, or the noun before "of", "for" and the like. Of somebody who
 * speaks for a body its last word is told too: "House" of "White House spokesman", "ministry" of "official at the ministry".
 */
function headFirst(name: string): { word: string; head: boolean; body: boolean }[] {
  const words = tokenize(name).map(({ word }) => word);
  const isLink = (word: string, index: number): boolean => index > 0 && LINKS.has(word);
  const link = words.findIndex(isLink);
  let head = (link < 0 ? words.length : link) - 1;
  if (head > 0 && AFTER_SURNAME.has(words[head] ?? '')) head -= 1;
  const next = words.findIndex((word, index) => index > link && isLink(word, index));
  const last = link < 0 ? head - 1 : (next < 0 ? words.length : next) - 1;
  const body = VOICES.has(words[head] ?? '') ? last : -1;
  return words.map((word, index) => ({ word, head: index === head, body: index === body }));
}

/** A slip in a short word makes another name; a long one bears two. The first letter is rarely mistaken. */
export function isSlip(typed: string, word: string): boolean {
  if (typed.length < 4 || word.length < 4 || typed[0] !== word[0]) return false;
  const allowed = Math.min(typed.length, word.length) < 7 ? 1 : 2;
  return editDistance(typed, word, allowed) <= allowed;
}
