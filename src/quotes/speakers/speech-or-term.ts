import type { Attribution } from './attribute.js';
import {
  AUXILIARIES,
  CLAUSE_OPENERS,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  SENTENCE_OPENERS,
} from './function-words.js';
import type { Token } from './read-line.js';
import { NAMED_BY, TERM_NOUNS } from './role-words.js';

/** From so many words on, what stands in marks is somebody's words even where no verb hands them over. */
const UNATTRIBUTED_SPEECH = 6;
/** A sentence of its own may be shorter. */
const SHORT_SENTENCE = 3;

/** What is asked of a quoted stretch to tell words somebody said from a name, a title or a term. */
export interface Candidate {
  readonly words: readonly string[];
  /** Begins like a sentence. */
  readonly opensSentence: boolean;
  /** Ends with a mark that ends or carries on a sentence. */
  readonly closesSentence: boolean;
  /** Ends with a full stop, a question mark or the like: not with a comma, which stands inside the marks of a title too. */
  readonly stops: boolean;
  /** Every word that is not a small one has a capital: a title. */
  readonly titleCase: boolean;
}

export function readCandidate(text: string): Candidate {
  const words = text.match(/[\p{L}\p{N}$£€#@][\p{L}\p{M}\p{N}’'‑\-.,@#%]*/gu) ?? [];
  const heavy = words.filter(
    (word) => /^\p{L}/u.test(word) && !LIGHT.has(word.toLowerCase().replace(/[.,]+$/, '')),
  );
  const first = words[0] ?? '';
  return {
    words,
    opensSentence: /^[\p{Lu}\p{N}$£€]/u.test(first) || /^(?:\[|\.\.\.|…)/.test(text),
    closesSentence: /[.!?…,;:—–-][’'”"]?$/u.test(text),
    stops: /[.!?…][’'”"]?$/u.test(text),
    titleCase: heavy.length > 0 && heavy.every((word) => /^\p{Lu}/u.test(word)),
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
  candidate: Candidate,
  tokens: readonly Token[],
  at: number,
  attribution: Attribution | null,
  { heading, goesOn }: { heading: boolean; goesOn: boolean },
): boolean {
  const { words, opensSentence, closesSentence, stops, titleCase } = candidate;
  const count = words.length;
  if (count === 0) return false;
  const alone = startsClause(tokens, at);
  const beside = attribution?.beside === true;
  if (heading) return count >= UNATTRIBUTED_SPEECH && !titleCase && (beside || stops);
  if (beside && alone) return !titleCase || count <= 2 || stops || closesSentence;
  if (titleCase && !(stops && alone))
    return attribution?.uttered === true || (attribution?.direct === true && count > 1 && stops);
  if (alone && stops && (goesOn || (!titleCase && isSentence(tokens, at)))) return true;
  if (
    isTerm(tokens, at, count, attribution?.naming ?? false) ||
    (!closesSentence && namesWhatFollows(tokens, at, count))
  )
    return false;
  if (opensSentence && closesSentence && count >= SHORT_SENTENCE && (alone || stops)) return true;
  if (attribution) return true;
  return count >= UNATTRIBUTED_SPEECH && !modifies(tokens, at);
}

/** Nothing of the reporter's sentence stands before it but, perhaps, the verb that hands it over. */
function startsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.sentence !== tokens[at]?.sentence) return true;
  return before.kind === 'quoted' || [':', ',', '—', '–', '.'].includes(before.text);
}

/** A sentence by itself: the marks hold all of it. */
function isSentence(tokens: readonly Token[], at: number): boolean {
  const sentence = tokens[at]?.sentence;
  return tokens[at - 1]?.sentence !== sentence && tokens[at + 1]?.sentence !== sentence;
}

/** "the word “X”", "known as “X”", "so-called “X”", "a film called “X”" */
function isTerm(tokens: readonly Token[], at: number, count: number, naming: boolean): boolean {
  let k = at - 1;
  while (k >= 0 && at - k <= 3) {
    const token = tokens[k];
    if (token?.kind !== 'point' || ![',', ':', '('].includes(token.text)) break;
    k -= 1;
  }
  const last = tokens[k];
  if (last?.kind !== 'word') return false;
  if (HEADED.has(last.lower)) return true;
  if (count > LONGEST_TERM) return false;
  const before = tokens[k - 1];
  if (last.lower === 'as' || last.lower === 'the' || last.lower === 'a' || last.lower === 'to') {
    if (
      before &&
      (NAMED_BY.has(before.lower) ||
        ['referred', 'refers', 'referring', 'serve', 'served', 'serving'].includes(before.lower))
    )
      return before.lower !== 'called' || last.lower !== 'a';
    if (last.lower === 'as' && tokens[k - 1]?.lower === 'to' && before?.lower === 'referred')
      return true;
  }
  if (NAMED_BY.has(last.lower)) {
    if (last.lower !== 'called') return true;
    // "what Trump called “…”" hands over his words; "a show called “…”" does not.
    return !(
      before &&
      (before.capital ||
        ['he', 'she', 'they', 'it', 'who', 'we'].includes(before.lower) ||
        before.lower === 'has')
    );
  }
  return (
    !naming &&
    TERM_NOUNS.has(last.lower) &&
    last.kind === 'word' &&
    !last.capital &&
    (before === undefined ||
      DETERMINERS.has(before.lower) ||
      before.possessive ||
      !SENTENCE_OPENERS.has(before.lower))
  );
}

const LONGEST_TERM = 7;
/** What follows these is a title, however long. */
const HEADED = new Set(['titled', 'entitled', 'headlined', 'subtitled', 'captioned']);

/** "the whole “wear a bag as a pouch” trend": an adjective to the reporter's own noun. */
function modifies(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || next.capital) return false;
  const before = tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => DETERMINERS.has(lower));
  const { lower } = next;
  return (
    before &&
    !PREPOSITIONS.has(lower) &&
    !CLAUSE_OPENERS.has(lower) &&
    !CONJUNCTIONS.has(lower) &&
    !AUXILIARIES.has(lower) &&
    !PRONOUNS.has(lower) &&
    !isAdverb(lower)
  );
}

/** "the “remain in Mexico” policy" */
function namesWhatFollows(tokens: readonly Token[], at: number, count: number): boolean {
  const next = tokens[at + 1];
  return count <= 5 && next?.kind === 'word' && TERM_NOUNS.has(next.lower);
}
