import type { Span } from '../../answer/answer.js';
import { tokenize } from '../../search/index/terms.js';
import { LINKS, PARTICLES, POSSESSIVES, PRONOUNS, SENTENCE_OPENERS } from './function-words.js';
import type { Phrase } from './noun-phrase.js';
import type { Token } from './read-line.js';
import { BODY_NOUNS, OFFICES, PAPERS, TITLES } from './role-words.js';

/** The words that stand for a speaker: offsets count in the article's text. */
export interface Mention extends Span {
  /** `name`: a proper name stands in it; `role`: "a spokesman for the ministry"; `pronoun`: "she". */
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The name without titles ("Claudia Sheinbaum"); of a role the words without their article where a name stands in them. */
  readonly core: Span;
  /** The words of the core as they are compared: without case and accents. */
  readonly words: readonly string[];
  /** A title stands before the name: it is a person's. */
  readonly titled: boolean;
  /** The last title before it, lower case: "mr.". */
  readonly title: string | null;
  /** The noun of a role, lower case: "spokesman". */
  readonly role: string | null;
  /** Begins with "the": somebody who has been spoken of, perhaps. */
  readonly definite: boolean;
}

/** What a noun phrase names. */
export function mentionOf(text: string, tokens: readonly Token[], phrase: Phrase): Mention {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  const definite = first?.lower === 'the';
  const start = first?.start ?? 0;
  const end = wordEnd(last);
  const rest = { titled: false, title: null, role: null, definite };
  if (
    phrase.to - phrase.from === 1 &&
    first &&
    (PRONOUNS.has(first.lower) || POSSESSIVES.has(first.lower))
  )
    return { start, end, kind: 'pronoun', core: { start, end }, words: [first.lower], ...rest };

  const head = headOf(tokens, phrase);
  const run = lastRun(tokens, phrase.from, head);
  const named = run && run.to === head ? withoutTitles(tokens, run) : null;
  const closing = tokens[head - 1];
  if (named && closing && !closing.possessive) {
    const core = { start: tokens[named.from]?.start ?? start, end: wordEnd(closing) };
    return {
      start,
      end,
      kind: 'name',
      core,
      words: wordsOf(text, core),
      ...rest,
      titled: named.titled,
      title: tokens[named.from - 1]?.lower ?? null,
    };
  }
  const proper = tokens.slice(phrase.from + 1, phrase.to).some(({ capital }) => capital);
  const skips = proper && first && ARTICLES.has(first.lower) && phrase.to - phrase.from > 1 ? 1 : 0;
  // "a Guatemalan government statement on the meeting": the government says it, on paper.
  const body = tokens[head - 2];
  const onPaper =
    proper &&
    head - 2 >= phrase.from &&
    PAPERS.has(closing?.lower ?? '') &&
    AUTHORS.has(body?.lower ?? '') &&
    body?.possessive === false;
  const core = {
    start: tokens[phrase.from + skips]?.start ?? start,
    end: onPaper ? wordEnd(body) : end,
  };
  return {
    start,
    end,
    kind: 'role',
    core,
    words: wordsOf(text, core),
    ...rest,
    role: closing?.lower ?? null,
  };
}

const ARTICLES = new Set(['the', 'a', 'an']);
/** Bodies whose papers speak for them. */
const AUTHORS = new Set(
  'government ministry department embassy consulate presidency administration agency commission committee council court party police army'.split(
    ' ',
  ),
);

function wordsOf(text: string, { start, end }: Span): string[] {
  return tokenize(text.slice(start, end)).map(({ word }) => word);
}

/** A token's end; the ending of a possessive or a contraction is left out of a name. */
function wordEnd(token: Token | undefined): number {
  return token === undefined ? 0 : token.start + token.text.length;
}

/** "Fight for the Future director Lia Holland": a small title before the last name makes it the head, whatever stands before. */
function headOf(tokens: readonly Token[], phrase: Phrase): number {
  const head = headEnd(tokens, phrase);
  if (head === phrase.to || !tokens[head - 1]?.capital) return head;
  const last = lastRun(tokens, head, phrase.to);
  const title = last && tokens[last.from - 1];
  return last?.to === phrase.to && title && !title.capital && TITLES.has(title.lower)
    ? phrase.to
    : head;
}

/** Where the head of a phrase ends: before "of the Wilson Center", but not inside "Secretary of State Marco Rubio". */
function headEnd(tokens: readonly Token[], { from, to }: Phrase): number {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.capital || token.kind !== 'word') continue;
    if (token.lower === 'and' && tokens[at - 1]?.capital && tokens[at + 1]?.capital) continue;
    if (!LINKS.has(token.lower)) continue;
    if (!ofJoins(tokens, at)) return at;
  }
  return to;
}

/** "Secretary of State", "Bank of America", "Ministry of Foreign Affairs": the words after "of" are the name's. */
function ofJoins(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const of = tokens[at]?.lower;
  const next = tokens[at + 1]?.lower === 'the' ? tokens[at + 2] : tokens[at + 1];
  if ((of !== 'of' && of !== 'for') || before?.capital !== true || next?.capital !== true)
    return false;
  return TITLES.has(before.lower) || BODY_NOUNS.has(before.lower);
}

/** The last run of capitalised words, particles and initials before `to`. */
export function lastRun(tokens: readonly Token[], from: number, to: number): Phrase | null {
  let end = to;
  while (end > from && !isNameWord(tokens, end - 1)) end -= 1;
  if (end === from) return null;
  let start = end - 1;
  while (start > from) {
    const before = tokens[start - 1];
    if (before === undefined || (before.possessive && before.capital)) break;
    const joins =
      isNameWord(tokens, start - 1) ||
      (before.kind === 'quoted' && isNameWord(tokens, start - 2)) ||
      (start - 2 >= from &&
        isNameWord(tokens, start - 2) &&
        !tokens[start - 2]?.possessive &&
        (PARTICLES.has(before.lower) || before.text === '&' || ofJoins(tokens, start - 1))) ||
      (start - 3 >= from &&
        PARTICLES.has(before.lower) &&
        PARTICLES.has(tokens[start - 2]?.lower ?? '')) ||
      (before.lower === 'the' && ofJoins(tokens, start - 2)) ||
      // "Securities and Exchange Commission"
      (before.lower === 'and' &&
        start - 2 >= from &&
        isNameWord(tokens, start - 2) &&
        BODY_NOUNS.has(tokens[end - 1]?.lower ?? ''));
    if (!joins) break;
    start -= 1;
  }
  while (start < end && !tokens[start]?.capital) start += 1;
  while (
    start > from &&
    PARTICLES.has(tokens[start - 1]?.lower ?? '') &&
    tokens[start - 1]?.kind === 'word'
  )
    start -= 1;
  return { from: start, to: end };
}

/** A capitalised word that is no function word at the head of a sentence. */
export function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !token.capital || PARTY.test(token.text)) return false;
  return !(SENTENCE_OPENERS.has(token.lower) && !isInitialism(token.text)) || isSurname(tokens, at);
}

/** "R-Iowa", "D-MA" */
const PARTY = /^[DRI]-\p{Lu}/u;

function isInitialism(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase();
}

/** "Theresa May" */
function isSurname(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before?.kind === 'word' &&
    before.capital &&
    !SENTENCE_OPENERS.has(before.lower) &&
    !before.possessive
  );
}

/** A run of capitals less the titles before the name; `null` when nothing but titles stands there ("the Prime Minister"). */
export function withoutTitles(
  tokens: readonly Token[],
  run: Phrase,
): (Phrase & { titled: boolean }) | null {
  let from = run.from;
  for (let at = run.from; at < run.to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    if (
      TITLES.has(word) ||
      (at > run.from && BODY_NOUNS.has(word) && TITLES.has(tokens[at + 1]?.lower ?? ''))
    ) {
      from = at + 1;
      while (from < run.to && isOffice(tokens, from)) from += 1;
    }
  }
  if (from < run.to) return { from, to: run.to, titled: from > run.from };
  return null;
}

/** "of State" after "Secretary", "Foreign" after "Minister for". */
function isOffice(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  return ['of', 'for', 'the', 'and', '&'].includes(word) || OFFICES.has(word);
}
