import type { Span } from '../answer/answer.js';
import { tokenize } from '../search/terms.js';
import { SENTENCE_OPENERS } from './function-words.js';
import { isNameWord, lastRun, withoutTitles } from './mention.js';
import type { Line, Token } from './read-line.js';
import { BODY_NOUNS, ROLE_NOUNS } from './role-words.js';

/** A name of two words or more where it stands in an article, titles left out. */
export interface KnownName extends Span {
  /** As they are compared: without case and accents. */
  readonly words: readonly string[];
  /** Paragraph number. */
  readonly paragraph: number;
  /** Something beside the name says that it is a person's: a title, a role, an age. */
  readonly person: boolean;
  /** What the person is called beside the name, lower case: "president", "spokeswoman". */
  readonly roles: readonly string[];
}

/** Offices printed without a name: "U.S. Secretary of Homeland Security". */
export interface KnownOffice extends Span {
  readonly words: readonly string[];
}

/** The names that an article's own text holds, in order; quoted words are left aside. */
export interface KnownNames {
  readonly names: readonly KnownName[];
  readonly offices: readonly KnownOffice[];
}

export function namesIn(text: string, lines: readonly Line[]): KnownNames {
  const names: KnownName[] = [];
  const offices: KnownOffice[] = [];
  for (const { tokens, paragraph } of lines) {
    for (let at = 0; at < tokens.length; at += 1) {
      if (!isNameWord(tokens, at)) continue;
      const end = runEnd(tokens, at);
      const run = { from: at, to: end };
      const core = withoutTitles(tokens, run);
      const span = spanOf(tokens, core ?? run);
      const words = tokenize(text.slice(span.start, span.end)).map(({ word }) => word);
      if (core === null) offices.push({ ...span, words });
      else if (words.length > 1) {
        const roles = rolesOf(tokens, run.from, core.from, end);
        const body = BODY_NOUNS.has(tokens[end - 1]?.lower ?? '');
        names.push({
          ...span,
          words,
          paragraph: paragraph.number,
          roles,
          person: !body && (core.titled || roles.length > 0 || isAge(tokens, end)),
        });
      }
      at = end - 1;
    }
  }
  return { names, offices };
}

/** The end of the run of name words that begins at a token. */
function runEnd(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  while (end < tokens.length && !tokens[end - 1]?.possessive) {
    let next = end;
    while (next < tokens.length && next - end < 3 && !isNameWord(tokens, next)) next += 1;
    if (!isNameWord(tokens, next)) break;
    if (next > end && lastRun(tokens, from, next + 1)?.from !== from) break;
    end = next + 1;
  }
  return end;
}

function spanOf(tokens: readonly Token[], { from, to }: { from: number; to: number }): Span {
  const last = tokens[to - 1];
  return {
    start: tokens[from]?.start ?? 0,
    end: last === undefined ? 0 : last.start + last.text.length,
  };
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
