import { KnownNames } from './known-names.js';
import { isNameWord, lastRun, spanOf, withoutTitles, wordsOf } from './mention.js';
import type { LineToken, LineTokens, Phrase, ReportedLine } from './read-line.js';
import { isGivenName } from './words/given-names.js';
import { BODY_NOUNS, ROLE_NOUNS, SENTENCE_OPENERS } from './words/word-classes.js';

/** Collects the names of an article's own text; quoted words are left aside. */
export function namesIn(text: string, lines: readonly ReportedLine[]): KnownNames {
  const known = new KnownNames();
  for (const { tokens, paragraph } of lines) {
    if (isShouted(tokens)) continue;
    for (let at = 0; at < tokens.length; at += 1) {
      if (!isNameWord(tokens, at)) continue;
      const run = runFrom(tokens, at);
      at = run.to - 1;
      const core = withoutTitles(tokens, run);
      const span = spanOf(tokens, core ?? run);
      const words = wordsOf(text, span);
      const name = { ...span, words, paragraphs: [paragraph.number] };
      if (core === null) known.add({ ...name, person: true }, [], true);
      else if (words.length > 1) {
        const roles = rolesOf(tokens, run.from, core.from, run.to);
        const told = core.from > run.from || roles.length > 0 || isAge(tokens, run.to);
        const body = BODY_NOUNS.has(tokens[at]?.lower ?? '');
        known.add({ ...name, person: !body && (told || isGivenName(words[0] ?? '')) }, roles);
      }
    }
  }
  return known;
}

/** A line all in capitals, whose names nothing sets apart from its other words: "DON MCLEAN ON AI". */
function isShouted(tokens: LineTokens): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  return words.length > 3 && words.every(({ text }) => text === text.toUpperCase());
}

/** A row of capitals longer than this is a list, or no text at all. */
const LONGEST_NAME = 24;

/** The run of name words that begins at a token. */
export function runFrom(tokens: LineTokens, from: number): Phrase {
  let end = from + 1;
  const limit = Math.min(tokens.length, from + LONGEST_NAME);
  while (end < limit && !tokens[end - 1]?.possessive) {
    let next = end;
    while (next - end < 3 && !isNameWord(tokens, next)) next += 1;
    if (!isNameWord(tokens, next)) break;
    if (next > end && lastRun(tokens, from, next + 1)?.from !== from) break;
    end = next + 1;
  }
  return { from, to: end };
}

/** Titles before the name, a role before it in small letters, a role right after its comma. */
function rolesOf(tokens: LineTokens, run: number, core: number, end: number): string[] {
  const before = tokens[run - 1]?.text === ',' ? run - 2 : run - 1;
  let after = end + 1;
  while (after < end + 6 && !isRole(tokens[after]) && goesOn(tokens[after])) after += 1;
  const around = [tokens[before], tokens[end]?.text === ',' ? tokens[after] : undefined];
  return [...tokens.slice(run, core), ...around].filter(isRole).map(({ lower }) => lower);
}

function isRole(token: LineToken | undefined): token is LineToken {
  return token !== undefined && ROLE_NOUNS.has(token.lower) && !token.possessive;
}

function goesOn(token: LineToken | undefined): boolean {
  return token?.kind === 'word' && !/^(?:who|said|says|was|is|and|but)$/.test(token.lower);
}

/** "Smith, 45," and "Smith, who" */
function isAge(tokens: LineTokens, end: number): boolean {
  return (
    tokens[end]?.text === ',' &&
    /^(?:\d{1,2}|who)$/.test(tokens[end + 1]?.lower ?? '') &&
    !SENTENCE_OPENERS.has(tokens[end - 1]?.lower ?? '')
  );
}
