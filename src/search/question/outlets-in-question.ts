import type { Article } from '../../corpus/article/article.js';
import { tokenize, type Token } from '../index/terms.js';

/** The outlets a question names, and where: its words are then no words to look for. */
export interface NamedOutlets {
  readonly outlets: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** A feed's name often carries its section or owner behind a dash or a bar: "FOX News - Lifestyle". */
const SECTION = /\s+[-–|]\s+.*$/;
const DOMAIN = /\.(?:com|org|net|co\.uk)$/i;

/** Two letters are other words too often: "IT" is no Irish Times. */
const SHORTEST_INITIALS = 3;

interface Name {
  readonly outlet: string;
  /** Written in capitals (CNN, BBC): no other word looks like it, so it is known in any case. */
  readonly isAcronym: boolean;
}

/** Reads which of the archive's outlets a question names ("according to The Verge", "what did CNN say"). */
export function createOutletReader(articles: readonly Article[]): (text: string) => NamedOutlets {
  const names = new Map<string, Name[]>();
  for (const outlet of new Set(articles.flatMap((article) => article.outlet ?? []))) {
    const short = outlet.replace(SECTION, '').replace(DOMAIN, '');
    for (const form of new Set([outlet, short, short.replace(/^the /i, '')])) {
      const key = keyOf(tokenize(form));
      if (key === '') continue;
      const isAcronym = /^[\p{Lu}\p{N}&]{2,}$/u.test(form);
      names.set(key, [...(names.get(key) ?? []), { outlet, isAcronym }]);
    }
    const initials = initialsOf(short.replace(/^the /i, ''));
    if (initials.length >= SHORTEST_INITIALS)
      names.set(initials, [...(names.get(initials) ?? []), { outlet, isAcronym: true }]);
  }
  const longest = Math.max(0, ...[...names.keys()].map((key) => key.split(' ').length));

  return (text) => {
    const tokens = tokenize(text);
    const outlets = new Set<string>();
    const words = new Set<string>();
    for (let at = 0; at < tokens.length; at += 1) {
      for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1) {
        const sequence = tokens.slice(at, at + length);
        const found = (names.get(keyOf(sequence)) ?? []).filter(
          ({ isAcronym }) => isAcronym || length > 1 || isCapitalised(text, sequence),
        );
        if (found.length === 0) continue;
        for (const { outlet } of found) outlets.add(outlet);
        for (const { word } of sequence) words.add(word);
        at += length - 1;
        break;
      }
    }
    return { outlets, words };
  };
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join(' ');
}

/** "New York Times" → "nyt". */
function initialsOf(name: string): string {
  return tokenize(name)
    .map(({ word: [letter] }) => letter)
    .join('');
}

/** One plain word is an outlet's name only with a capital, and not where every sentence has one. */
function isCapitalised(text: string, [first]: readonly Token[]): boolean {
  return first !== undefined && first.start > 0 && /^\p{Lu}/u.test(text.slice(first.start));
}
