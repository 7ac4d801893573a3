import type { LineTokens, Phrase } from './read-line.js';
import { type Cue, cueOf } from './words/cue-verbs.js';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  LINKS,
  PAPERS,
  PARTICLES,
  PLAIN_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  ROLE_NOUNS,
  SENTENCE_OPENERS,
  TITLES,
} from './words/word-classes.js';

/** A longer subject than this is none that a reader would follow either. */
const LONGEST = 16;

/** The verb that hands over somebody's words here; `undefined` where it stands for the noun. */
export function cueAt(tokens: LineTokens, at: number): Cue | undefined {
  const token = tokens[at];
  const cue = token?.kind === 'word' && !token.possessive ? cueOf(token.lower) : undefined;
  if (!cue || (token?.capital && token.text !== 'Said')) return undefined;
  return !cue.alsoNoun || isVerb(tokens, at, cue) ? cue : undefined;
}

/** Whether a word that may as well be a noun is the verb here. */
function isVerb(tokens: LineTokens, at: number, cue: Cue): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word') return before?.text === ',' && !tokens[at + 1]?.capital;
  const { lower, capital, possessive } = before;
  const next = cueOf(tokens[at + 1]?.lower ?? '');
  if (possessive || next?.alsoNoun === false) return false;
  if (PRONOUNS.has(lower) || /ly$|^(?:also|then|later|now)$/.test(lower)) return true;
  if (/^(?:to|would|will|can|could|did)$/.test(lower)) return cue.forms.has('base');
  const noun = capital ? !SENTENCE_OPENERS.has(lower) : ROLE_NOUNS.has(lower) || PAPERS.has(lower);
  return (noun || lower.endsWith('s')) && !/^(?:of|in|on)$/.test(tokens[at + 1]?.lower ?? '');
}

/**
 * The noun phrase that begins at a token, up to its verb or the next comma: "Eric L. Olson of the Wilson Center",
 * "a spokesman for the ministry", "she". `null` where none begins.
 */
export function phraseFrom(tokens: LineTokens, from: number, limit: number): Phrase | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || from >= limit) return null;
  if (PRONOUNS.has(first.lower)) return first.lower === 'who' ? null : { from, to: from + 1 };
  if (!DETERMINERS.has(first.lower) && !canBegin(tokens, from)) return null;
  let to = from + 1;
  while (to < Math.min(limit, from + LONGEST) && goesOn(tokens, to)) to += 1;
  // A noun takes no article after it: what stood before is the verb ("released a statement").
  if (to < limit && to - from > 1 && ARTICLES.has(tokens[to]?.lower ?? '')) to -= 1;
  return ARTICLES.has(tokens[to - 1]?.lower ?? '') ? null : { from, to };
}

const ARTICLES = new Set('a an the his her their its my our your'.split(' '));

/** Not "initially", "in", "asked about it"; of capitals not what merely opens a sentence: "Initially she", but "Healy said". */
function canBegin(tokens: LineTokens, at: number): boolean {
  const { lower = '', capital } = tokens[at] ?? {};
  if (OPENINGS.has(lower) || endsPhrase(tokens, at)) return false;
  if (!capital) return lower !== 'and' && !PREPOSITIONS.has(lower) && !isAdverb(lower);
  if (SENTENCE_OPENERS.has(lower)) return /(?:one|body|ers)$/.test(lower);
  return (
    !lower.endsWith('ly') || tokens[at + 1]?.capital === true || cueAt(tokens, at + 1) !== undefined
  );
}

const OPENINGS = new Set('asked according speaking responding writing earlier later'.split(' '));

/** Whether a token belongs to the phrase that the one before it belongs to. */
function goesOn(tokens: LineTokens, at: number): boolean {
  if (isNickname(tokens, at)) return true;
  const { lower = '', capital } = tokens[at] ?? {};
  const before = tokens[at - 1];
  if (endsPhrase(tokens, at) || PRONOUNS.has(lower)) return false;
  if (capital) return true;
  if (isAdverb(lower) && !DETERMINERS.has(before?.lower ?? '')) return false;
  // "Smith walked", "researchers studied data", but "people briefed on the talks".
  if (before?.capital && !before.possessive && /(?:[a-z]ed|ing)$/.test(lower)) return false;
  if (/[^s]s$/.test(before?.lower ?? '') && /[a-z]{2}ed$/.test(lower))
    return PREPOSITIONS.has(tokens[at + 1]?.lower ?? '');
  if (ARTICLES.has(lower)) return JOINS.has(before?.lower ?? '');
  if (LINKS.has(lower) || lower === 'and')
    return tokens[at + 1]?.kind === 'word' && !endsPhrase(tokens, at + 1);
  return !PREPOSITIONS.has(lower);
}

const JOINS = new Set([...LINKS, 'and', '&', 'all', 'both', 'half']);

/** Whether a word can be the last of a clause's subject no more: a verb, an adverb, the opening of another clause. */
function endsPhrase(tokens: LineTokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'quoted') return true;
  if (token.text === 'The' && tokens[at - 1]?.capital) return true;
  if (token.kind === 'point') return !['&', '/', '’', "'"].includes(token.text);
  if (token.capital) return false;
  const closed = [AUXILIARIES, CLAUSE_OPENERS, PLAIN_VERBS, CONJUNCTIONS];
  if (token.lower !== 'and' && closed.some((words) => words.has(token.lower))) return true;
  return cueAt(tokens, at) !== undefined;
}

/** `John “Jack” Smith` */
export function isNickname(tokens: LineTokens, at: number): boolean {
  const around = tokens[at - 1]?.capital === true && tokens[at + 1]?.capital === true;
  return around && tokens[at]?.kind === 'quoted';
}

/**
 * The noun phrase that ends right before a token, no further back than `floor`: where the clause begins with
 * something else ("During the call Trump said"), the nearest words that can be a subject.
 */
export function phraseBefore(tokens: LineTokens, to: number, floor: number): Phrase | null {
  for (let from = Math.max(floor, to - LONGEST); from < to; from += 1) {
    if (opensOtherwise(tokens, from) || /^[a-z]+(?:ed|ing)$/.test(tokens[from]?.text ?? ''))
      continue;
    const phrase = phraseFrom(tokens, from, to);
    if (phrase?.to === to && (from === floor || !opensLater(tokens, from, to))) return phrase;
  }
  return null;
}

/**
 * "as markets fell Smith said", "they expect many players said": before a name or an article a small word is no part of
 * the phrase, but for a title, a role or another article; and of what links nouns only "of" is sure to.
 */
function opensLater(tokens: LineTokens, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const { lower = '', capital, possessive, kind } = tokens[at - 1] ?? {};
    if (lower !== 'of' && LINKS.has(lower)) return true;
    if (capital || possessive || kind !== 'word') continue;
    if (!tokens[at]?.capital && !DETERMINERS.has(tokens[at]?.lower ?? '')) continue;
    const joins = [TITLES, PARTICLES, ROLE_NOUNS, DETERMINERS, LINKS, CONJUNCTIONS];
    if (!joins.some((words) => words.has(lower))) return true;
  }
  return false;
}

/** "During the call", "Asked about it": the head of a sentence that is no subject. */
export function opensOtherwise(tokens: LineTokens, at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (PREPOSITIONS.has(lower) || CLAUSE_OPENERS.has(lower) || OPENINGS.has(lower)) return true;
  return at === 0 && SENTENCE_OPENERS.has(lower) && /(?:ing|ed|ly)$/.test(lower);
}
