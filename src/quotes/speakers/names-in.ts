import { SENTENCE_OPENERS } from './function-words.js';
import { isGivenName } from './given-names.js';
import { KnownNames } from './known-names.js';
import { isNameWord, lastRun, spanOf, withoutTitles, wordsOf } from './mention.js';
import type { Phrase } from './noun-phrase.js';
import type { Line, Token } from './read-line.js';
import { BODY_NOUNS, ROLE_NOUNS } from './role-words.js';

/** Collects the names of an article's own text; quoted words are left aside. */
export function namesIn(text: string, lines: readonly Line[]): KnownNames {
  const known = new KnownNames();
  for (const { tokens, paragraph } of lines)
    for (let at = 0; at < tokens.length; at += 1) {
      if (!isNameWord(tokens, at)) continue;
      const run = runFrom(tokens, at);
      at = run.to - 1;
      const core = withoutTitles(tokens, run);
      const span = spanOf(tokens, core ?? run);
      const words = wordsOf(text, span);
      if (core === null) known.addOffice({ ...span, words });
      else if (words.length > 1) {
        const roles = rolesOf(tokens, run.from, core.from, run.to);
        const person =
          !BODY_NOUNS.has(tokens[at]?.lower ?? '') &&
          (core.from > run.from ||
            roles.length > 0 ||
            isAge(tokens, run.to) ||
            isGivenName(words[0] ?? ''));
        known.add({ ...span, words, paragraph: paragraph.number, roles, person });
      }
    }
  return known;
}

/** The run of name words that begins at a token. */
export function runFrom(tokens: readonly Token[], from: number): Phrase {
  let end = from + 1;
  while (end < tokens.length && !tokens[end - 1]?.possessive) {
    let next = end;
    while (next < tokens.length && next - end < 3 && !isNameWord(tokens, next)) next += 1;
    if (!isNameWord(tokens, next)) break;
    if (next > end && lastRun(tokens, from, next + 1)?.from !== from) break;
    end = next + 1;
  }
  return { from, to: end };
}

/** Titles before the name, a role before it in small letters, a role right after its comma. */
function rolesOf(tokens: readonly Token[], run: number, core: number, end: number): string[] {
  const roles = tokens
    .slice(run, core)
    .map(({ lower }) => lower)
    .filter((word) => ROLE_NOUNS.has(word));
  for (let at = run - 1; at >= Math.max(0, run - 2); at -= 1) {
    const token = tokens[at];
    if (token?.text === ',') continue;
    if (token && ROLE_NOUNS.has(token.lower) && !token.possessive) roles.push(token.lower);
    break;
  }
  if (tokens[end]?.text === ',')
    for (let at = end + 1; at < end + 7; at += 1) {
      const token = tokens[at];
      if (token?.kind !== 'word' || SENTENCE_ENDERS.has(token.lower)) break;
      if (ROLE_NOUNS.has(token.lower) && !token.possessive) {
        roles.push(token.lower);
        break;
      }
    }
  return roles;
}

const SENTENCE_ENDERS = new Set(['who', 'said', 'says', 'was', 'is', 'and', 'but']);

/** "Smith, 45," */
function isAge(tokens: readonly Token[], end: number): boolean {
  return (
    tokens[end]?.text === ',' &&
    (/^\d{1,2}$/.test(tokens[end + 1]?.text ?? '') || tokens[end + 1]?.lower === 'who') &&
    !SENTENCE_OPENERS.has(tokens[end - 1]?.lower ?? '')
  );
}
