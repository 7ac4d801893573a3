import type { Span } from '../../answer/answer.js';
import { tokenize } from '../../search/index/terms.js';
import type { LineTokens, Phrase } from './read-line.js';
import {
  BODY_NOUNS,
  LINKS,
  OFFICES,
  PAPERS,
  PARTICLES,
  POSSESSIVES,
  PRONOUNS,
  SENTENCE_OPENERS,
  TITLES,
} from './words/word-classes.js';

/** The words that stand for a speaker: offsets count in the article's text. */
export interface Mention extends Span {
  /** `name`: a proper name stands in it; `role`: "a spokesman for the ministry"; `pronoun`: "she". */
  readonly kind: 'name' | 'role' | 'pronoun';
  /** The name without titles ("Claudia Sheinbaum"); of a role the words without their article where a name stands in them. */
  readonly core: Span;
  /** The words of the core as they are compared: without case and accents. */
  readonly words: readonly string[];
  /** What the person is called, lower case: the noun of a role ("spokesman"), the last title before a name ("mr."). */
  readonly called: string | null;
  /** Begins with "the": somebody who has been spoken of, perhaps. */
  readonly definite: boolean;
}

/** What a noun phrase names. */
export function mentionOf(text: string, tokens: LineTokens, phrase: Phrase): Mention {
  const { from, to } = phrase;
  const whole = spanOf(tokens, phrase);
  const first = tokens[from]?.lower ?? '';
  const mention = (kind: Mention['kind'], core: Span, called: string | null): Mention => ({
    ...whole,
    kind,
    core,
    words: kind === 'pronoun' ? [first] : wordsOf(text, core),
    called,
    definite: first === 'the',
  });
  if (to - from === 1 && (PRONOUNS.has(first) || POSSESSIVES.has(first)))
    return mention('pronoun', whole, null);
  // "Fight for the Future director Lia Holland": a small title before the last name makes it the head.
  const last = lastRun(tokens, from, to);
  const title = tokens[(last?.from ?? 0) - 1]?.text ?? '';
  const head = last?.to === to && TITLES.has(title) ? to : headEnd(tokens, phrase);
  const run = lastRun(tokens, from, head);
  const named = run?.to === head ? withoutTitles(tokens, run) : null;
  const noun = tokens[head - 1];
  if (run && named)
    return mention(
      'name',
      spanOf(tokens, named),
      named.from > run.from ? (tokens[named.from - 1]?.lower ?? null) : null,
    );
  const proper = tokens.slice(from + 1, to).some(({ capital }) => capital);
  const start = proper && /^(?:the|an?)$/.test(first) ? from + 1 : from;
  // "a Guatemalan government statement on the meeting": the government says it, on paper.
  const body = tokens[head - 2];
  const onPaper = proper && PAPERS.has(noun?.lower ?? '') && AUTHORS.has(body?.lower ?? '');
  const core = spanOf(tokens, { from: start, to: onPaper ? head - 1 : to });
  return mention('role', core, noun?.lower ?? null);
}

/** Bodies whose papers speak for them. */
const AUTHORS = new Set(
  'government ministry department embassy agency commission council court party police'.split(' '),
);

/** As they are compared: without case and accents. */
export function wordsOf(text: string, { start, end }: Span): string[] {
  return tokenize(text.slice(start, end)).map(({ word }) => word);
}

/** The ending of a possessive or a contraction is left out of a name. */
export function spanOf(tokens: LineTokens, { from, to }: Phrase): Span {
  const last = tokens[to - 1];
  return { start: tokens[from]?.start ?? 0, end: last ? last.start + last.text.length : 0 };
}

/** Where the head of a phrase ends: before "of the Wilson Center", but not inside "Secretary of State Marco Rubio". */
function headEnd(tokens: LineTokens, { from, to }: Phrase): number {
  for (let at = from + 1; at < to; at += 1)
    if (LINKS.has(tokens[at]?.lower ?? '') && !tokens[at]?.capital && !ofJoins(tokens, at))
      return at;
  return to;
}

/** "Secretary of State", "Bank of America", "Ministry of Foreign Affairs": the words after "of" are the name's. */
function ofJoins(tokens: LineTokens, at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1]?.lower === 'the' ? tokens[at + 2] : tokens[at + 1];
  if (!/^(?:of|for)$/.test(tokens[at]?.lower ?? '') || !before?.capital || !next?.capital)
    return false;
  return TITLES.has(before.lower) || BODY_NOUNS.has(before.lower);
}

/** The last run of capitalised words, particles and initials before `to`. */
export function lastRun(tokens: LineTokens, from: number, to: number): Phrase | null {
  let end = to;
  while (end > from && !isNameWord(tokens, end - 1)) end -= 1;
  if (end === from) return null;
  let start = end - 1;
  while (start > from && joinsBefore(tokens, start, end)) start -= 1;
  while (start < end && !tokens[start]?.capital) start += 1;
  while (start > from && PARTICLES.has(tokens[start - 1]?.lower ?? '')) start -= 1;
  return { from: start, to: end };
}

/** Whether the token before `start` belongs to the name that goes on there. */
function joinsBefore(tokens: LineTokens, start: number, end: number): boolean {
  const { lower = '', possessive, text, kind } = tokens[start - 1] ?? {};
  if (possessive) return false;
  if (isNameWord(tokens, start - 1)) return true;
  if (PARTICLES.has(lower) && PARTICLES.has(tokens[start - 2]?.lower ?? '')) return true;
  if (lower === 'the') return ofJoins(tokens, start - 2);
  if (!isNameWord(tokens, start - 2) || tokens[start - 2]?.possessive) return false;
  // "Securities and Exchange Commission"
  const body = lower === 'and' && BODY_NOUNS.has(tokens[end - 1]?.lower ?? '');
  const small = PARTICLES.has(lower) || text === '&' || kind === 'quoted';
  return body || small || ofJoins(tokens, start - 1);
}

/** A capitalised word that is no function word at the head of a sentence, but for "Theresa May". */
export function isNameWord(tokens: LineTokens, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !token.capital || /^[DRI]-\p{Lu}/u.test(token.text)) return false;
  const { capital, possessive, lower = '' } = tokens[at - 1] ?? {};
  const surname = capital === true && !possessive && !SENTENCE_OPENERS.has(lower);
  return surname || !SENTENCE_OPENERS.has(token.lower) || /^\p{Lu}{2,}$/u.test(token.text);
}

/** A run of capitals less the titles before the name; `null` when nothing but titles stands there ("the Prime Minister"). */
export function withoutTitles(tokens: LineTokens, { from: first, to }: Phrase): Phrase | null {
  let from = first;
  for (let at = first; at < to; at += 1) {
    const word = tokens[at]?.lower ?? '';
    const next = tokens[at + 1]?.lower ?? '';
    if (!TITLES.has(word) && !(at > first && BODY_NOUNS.has(word) && TITLES.has(next))) continue;
    from = at + 1;
    while (from < to && isOffice(tokens[from]?.lower ?? '')) from += 1;
  }
  return from < to ? { from, to } : null;
}

/** "of State" after "Secretary", "Foreign" after "Minister for". */
function isOffice(word: string): boolean {
  return /^(?:of|for|the|and|&)$/.test(word) || OFFICES.has(word);
}
