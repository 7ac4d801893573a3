import { cueOf } from './cue-verbs.js';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  LINKS,
  PARTICLES,
  PLAIN_VERBS,
  PREPOSITIONS,
  PRONOUNS,
  SENTENCE_OPENERS,
} from './function-words.js';
import type { Token } from './read-line.js';
import { PAPERS, ROLE_NOUNS, TITLES } from './role-words.js';

/** A run of tokens, `to` left out. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** A longer subject than this is none that a reader would follow either. */
const LONGEST = 16;

/** "press conference", "state senator", "report card" */
const NOUN_AFTER = new Set(
  'conference release office briefing corps box card sen. rep. gov. senators'.split(' '),
);

/** Whether a word hands over somebody's words here, where it may as well be a noun. */
export function isCueVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const cue = cueOf(token.lower);
  if (!cue || (token.capital && token.text !== 'Said' && token.text !== 'Says')) return false;
  if (token.possessive) return false;
  if (!cue.alsoNoun) return true;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (after && (ROLE_NOUNS.has(after.lower) || NOUN_AFTER.has(after.lower))) return false;
  if (before?.kind !== 'word') return before?.text === ',' && !after?.capital;
  if (after && !after.capital && cueOf(after.lower) && !cueOf(after.lower)?.alsoNoun) return false;
  if (
    PRONOUNS.has(before.lower) ||
    (/ly$|^(?:also|then|later|now)$/.test(before.lower) && isAdverb(before.lower))
  )
    return !before.possessive;
  if (before.possessive) return false;
  if (before.lower === 'to' || ['would', 'will', 'can', 'could', 'did'].includes(before.lower))
    return cue.forms.has('base');
  return (
    ((before.capital && !SENTENCE_OPENERS.has(before.lower)) ||
      ROLE_NOUNS.has(before.lower) ||
      PAPERS.has(before.lower) ||
      before.lower.endsWith('s')) &&
    !/^(?:of|in|on)$/.test(after?.lower ?? '')
  );
}

/** Whether a word can be the last of a clause's subject no more: a verb, an adverb, the opening of another clause. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'quoted') return true;
  if (token.text === 'The' && tokens[at - 1]?.capital && !LINKS.has(tokens[at - 1]?.lower ?? ''))
    return true;
  if (token.kind === 'point') return !['&', '/', '’', "'"].includes(token.text);
  if (token.capital) return false;
  const { lower } = token;
  return (
    AUXILIARIES.has(lower) ||
    CLAUSE_OPENERS.has(lower) ||
    PLAIN_VERBS.has(lower) ||
    isCueVerb(tokens, at)
  );
}

/**
 * The noun phrase that begins at a token, up to its verb or the next comma: "Eric L. Olson of the Wilson Center",
 * "a spokesman for the ministry", "she". `null` where none begins.
 */
export function phraseFrom(tokens: readonly Token[], from: number, limit: number): Phrase | null {
  const first = tokens[from];
  if (first?.kind !== 'word' || from >= limit || OPENINGS.has(first.lower)) return null;
  if (PRONOUNS.has(first.lower) && first.text !== 'It’s')
    return first.possessive || first.lower === 'who' ? null : { from, to: from + 1 };
  if (!first.capital && (PREPOSITIONS.has(first.lower) || CONJUNCTIONS.has(first.lower)))
    return null;
  if (!DETERMINERS.has(first.lower) && endsPhrase(tokens, from)) return null;
  if (
    !DETERMINERS.has(first.lower) &&
    (first.capital ? opensNoName(tokens, from) : isAdverb(first.lower))
  )
    return null;
  let to = from + 1;
  const last = Math.min(limit, from + LONGEST);
  while (to < last) {
    const token = tokens[to];
    if (token === undefined) break;
    if (isNickname(tokens, to)) {
      to += 1;
      continue;
    }
    if (endsPhrase(tokens, to) || PRONOUNS.has(token.lower)) break;
    if (!token.capital && isAdverb(token.lower) && !DETERMINERS.has(tokens[to - 1]?.lower ?? ''))
      break;
    if (isVerbAfterName(tokens, to) || isVerbAfterPlural(tokens, to)) break;
    if (VERB_BEFORE.has(token.lower) && !token.capital && !JOINS.has(tokens[to - 1]?.lower ?? '')) {
      // A noun takes no article after it: what stood before is the verb ("released a statement").
      if (to - from > 1) to -= 1;
      break;
    }
    if (LINKS.has(token.lower) || CONJUNCTIONS.has(token.lower)) {
      const next = tokens[to + 1];
      const goesOn =
        next?.kind === 'word' &&
        !PRONOUNS.has(next.lower) &&
        (token.lower !== 'and' ||
          next.capital ||
          DETERMINERS.has(next.lower) ||
          !tokens[to - 1]?.capital) &&
        !['but', 'or', 'so', 'yet', 'nor', 'then'].includes(token.lower) &&
        !endsPhrase(tokens, to + 1);
      if (!goesOn) break;
    } else if (!token.capital && PREPOSITIONS.has(token.lower)) break;
    to += 1;
  }
  return ENDS_NOTHING.has(tokens[to - 1]?.lower ?? '') ? null : { from, to };
}

const ENDS_NOTHING = new Set('a an the his her their its my our your'.split(' '));

/** "researchers studied data", but "people briefed on the talks" */
function isVerbAfterPlural(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[at + 1]?.lower ?? '';
  return (
    /[a-z]{2}ed$/.test(tokens[at]?.lower ?? '') &&
    /[^s]s$/.test(before) &&
    !DETERMINERS.has(before) &&
    !PREPOSITIONS.has(after) &&
    !LINKS.has(after)
  );
}

/** "Initially she", "Just eight weeks", "Let’s": a capital at the head of a sentence and no name; but "Healy said". */
function opensNoName(tokens: readonly Token[], at: number): boolean {
  const { lower = '' } = tokens[at] ?? {};
  if (SENTENCE_OPENERS.has(lower) && !/(?:one|body|ers)$/.test(lower)) return true;
  const next = tokens[at + 1];
  return lower.endsWith('ly') && isAdverb(lower) && !next?.capital && !isCueVerb(tokens, at + 1);
}

const VERB_BEFORE = new Set('a an the his her their its my our your this these those'.split(' '));
const JOINS = new Set(
  'of for from at with in on to by about behind near and & all both half one some many most each several'.split(
    ' ',
  ),
);

/** `John “Jack” Smith` */
function isNickname(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === 'quoted' &&
    tokens[at - 1]?.capital === true &&
    tokens[at + 1]?.capital === true &&
    token.end - token.start < 24
  );
}

/** "Smith walked": after a name a word in -ed is its verb. */
function isVerbAfterName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return (
    token !== undefined &&
    !token.capital &&
    before?.capital === true &&
    !before.possessive &&
    /(?:[a-z]ed|ing)$/.test(token.lower)
  );
}

/**
 * The noun phrase that ends right before a token, no further back than `floor`: where the clause begins with
 * something else ("During the call Trump said"), the nearest words that can be a subject.
 */
export function phraseBefore(tokens: readonly Token[], to: number, floor: number): Phrase | null {
  for (let from = Math.max(floor, to - LONGEST); from < to; from += 1) {
    if (opensOtherwise(tokens, from) || /^[a-z]+(?:ed|ing)$/.test(tokens[from]?.text ?? ''))
      continue;
    const phrase = phraseFrom(tokens, from, to);
    if (phrase?.to === to && (from === floor || !opensAtName(tokens, from, to))) return phrase;
  }
  return null;
}

/** "as markets fell Smith said": behind a name a small word is no part of it, but for a title, a role or an article. */
function opensAtName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const { lower = '', capital, possessive, kind } = tokens[at - 1] ?? {};
    if (!tokens[at]?.capital || capital || possessive || kind !== 'word') continue;
    const joins = [TITLES, PARTICLES, ROLE_NOUNS, DETERMINERS, LINKS, CONJUNCTIONS];
    if (!joins.some((words) => words.has(lower))) return true;
  }
  return false;
}

/** "During the call", "Asked about it": the head of a sentence that is no subject. */
export function opensOtherwise(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  if (PREPOSITIONS.has(lower) || CLAUSE_OPENERS.has(lower) || OPENINGS.has(lower)) return true;
  return at === 0 && SENTENCE_OPENERS.has(lower) && /(?:ing|ed|ly)$/.test(lower);
}

const OPENINGS = new Set('asked according speaking responding writing earlier later'.split(' '));
