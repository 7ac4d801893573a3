import type { Attribution } from './leading-to.js';
import { cueAt, isNickname } from './noun-phrase.js';
import type { LineTokens } from './read-line.js';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  NAMED_BY,
  PREPOSITIONS,
  SENTENCE_OPENERS,
  TERM_NOUNS,
} from './words/word-classes.js';

/** From so many words on, what stands in marks is somebody's words even where no verb hands them over. */
const UNATTRIBUTED_SPEECH = 6;
/** A sentence of its own may be shorter. */
const SHORT_SENTENCE = 3;
/** A longer stretch is no term. */
const LONGEST_TERM = 7;

/** What is asked of a quoted stretch to tell words somebody said from a name, a title or a term. */
export interface SpeechFeatures {
  /** How many words it has. */
  readonly count: number;
  /** Begins like a sentence. */
  readonly opensSentence: boolean;
  /** Ends with a mark that ends or carries on a sentence. */
  readonly closesSentence: boolean;
  /** Ends with a full stop, a question mark or the like: not with a comma, which stands inside the marks of a title too. */
  readonly stops: boolean;
  /** Every word that is not a small one has a capital: a title. */
  readonly titleCase: boolean;
  /** All capitals, and more of them than a name has. */
  readonly shouted: boolean;
}

export function readFeatures(text: string): SpeechFeatures {
  const words = text.match(/[\p{L}\p{N}$£€#@][\p{L}\p{M}\p{N}’'‑\-.,@#%]*/gu) ?? [];
  const heavy = words.filter(
    (word) => /^\p{L}/u.test(word) && !LIGHT.has(word.toLowerCase().replace(/[.,]+$/, '')),
  );
  return {
    count: words.length,
    opensSentence: /^[\p{Lu}\p{N}$£€]/u.test(words[0] ?? '') || /^(?:\[|\.\.\.|…)/.test(text),
    closesSentence: /[.!?…,;:—–-][’'”"]?$/u.test(text),
    stops: /[.!?…][’'”"]?$/u.test(text),
    titleCase: heavy.length > 0 && heavy.every((word) => /^\p{Lu}/u.test(word)),
    shouted: words.length >= UNATTRIBUTED_SPEECH && !/\p{Ll}/u.test(text),
  };
}

/** Small words of titles. */
const LIGHT = new Set(
  'a an the of in on at to for from by with and or but as nor vs vs. is it its s de la le el y'.split(
    ' ',
  ),
);

/** Whether words in marks are what somebody said or wrote, not a name for something. */
export function isSpeech(
  { count, opensSentence, closesSentence, stops, titleCase, shouted }: SpeechFeatures,
  tokens: LineTokens,
  at: number,
  attribution: Attribution | null,
  { heading, goesOn }: { heading: boolean; goesOn: boolean },
): boolean {
  if (count === 0) return false;
  if (count < SHORT_SENTENCE && !closesSentence && isNickname(tokens, at)) return false;
  const alone = startsClause(tokens, at);
  const beside = attribution?.beside === true;
  if (heading) return count >= UNATTRIBUTED_SPEECH && (beside || stops);
  // “The Woman in Me,” she wrote there: a title, though the mark of a clause stands inside.
  if (beside && alone)
    return !titleCase || shouted || stops || (closesSentence && count <= SHORT_SENTENCE);
  if (titleCase && !(stops && alone))
    return attribution?.uttered === true || (attribution?.direct === true && count > 1 && stops);
  if (alone && stops && goesOn) return true;
  if (isTerm(tokens, at, count, attribution?.naming ?? false)) return false;
  if (opensSentence && closesSentence && count >= SHORT_SENTENCE) return true;
  return attribution !== null || (count >= UNATTRIBUTED_SPEECH && !modifies(tokens, at));
}

/** Nothing of the reporter's sentence stands before it but, perhaps, the verb that hands it over. */
function startsClause(tokens: LineTokens, at: number): boolean {
  const before = tokens[at - 1];
  return before?.sentence !== tokens[at]?.sentence || /^[:,.–—]?$/.test(before?.text ?? '');
}

/** "the word “X”", "known as “X”", "or simply “X”", "a film called “X”", "the “X” policy" */
function isTerm(tokens: LineTokens, at: number, count: number, naming: boolean): boolean {
  if (count > LONGEST_TERM) return false;
  const next = tokens[at + 1];
  if (TERM_NOUNS.has(next?.lower ?? '')) return true;
  if (isRating(tokens, at)) return true;
  let k = at - 1;
  while (/^[,:(]$/.test(tokens[k]?.text ?? '')) k -= 1;
  const noun = tokens[k];
  const before = tokens[k - 1];
  if (noun && !naming && TERM_NOUNS.has(noun.lower) && !noun.capital)
    return !before || DETERMINERS.has(before.lower) || !SENTENCE_OPENERS.has(before.lower);
  while (/^(?:as|the|an?|to)$/.test(tokens[k]?.lower ?? '')) k -= 1;
  const verb = tokens[k]?.lower ?? '';
  if (verb === 'simply' && tokens[k - 1]?.lower === 'or') return true;
  if (verb !== 'called') return NAMED_BY.has(verb);
  // "what Trump called “…”" and "called a “…”" hand over his words; "a show called “…”" does not.
  const { lower = '', capital } = tokens[k - 1] ?? {};
  return noun?.lower !== 'a' && !capital && !/^(?:he|she|they|it|who|we|has)$/.test(lower);
}

/** "rated the bonds “junk”", "graded “good” or “fair”", "dubbed her “the Shark”": so somebody is called by everybody. */
function isRating(tokens: LineTokens, at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - RATED_WITHIN); k -= 1) {
    const { kind, lower = '', text } = tokens[k] ?? {};
    if (RATED.has(lower)) return true;
    if (/^rates?$/.test(lower) && /^(?:the|it|him|her|them|its)$/.test(tokens[k + 1]?.lower ?? ''))
      return true;
    if (kind === 'point' && text !== ',') return false;
    if (kind === 'word' && cueAt(tokens, k)) return false;
  }
  return false;
}

const RATED_WITHIN = 5;
const RATED = new Set(
  'rated graded ranked dubbed dubs dubbing nicknamed nicknames nicknaming'.split(' '),
);

/** "the whole “wear a bag as a pouch” trend": an adjective to the reporter's own noun. */
function modifies(tokens: LineTokens, at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || next.capital) return false;
  const before = tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => DETERMINERS.has(lower));
  const small = [PREPOSITIONS, CONJUNCTIONS, AUXILIARIES];
  return before && !small.some((words) => words.has(next.lower));
}
