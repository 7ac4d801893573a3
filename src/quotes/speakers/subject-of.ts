import { cueOf } from './cue-verbs.js';
import {
  AUXILIARIES,
  BE,
  CLAUSE_OPENERS,
  isAdverb,
  PREPOSITIONS,
  SENTENCE_OPENERS,
} from './function-words.js';
import { isNameWord, lastRun } from './mention.js';
import { isCueVerb, phraseBefore, phraseFrom, type Phrase } from './noun-phrase.js';
import type { Token } from './read-line.js';
import { PEOPLE_NOUNS, ROLE_NOUNS } from './role-words.js';

/** The verb's own words: "had later been quoted as saying" counts from "had". */
export interface VerbGroup {
  /** The first auxiliary or adverb before the verb. */
  readonly from: number;
  readonly passive: boolean;
}

export function verbGroup(tokens: readonly Token[], verb: number, floor: number): VerbGroup {
  let from = verb;
  let passive = false;
  const participle = cueOf(tokens[verb]?.lower ?? '')?.forms.has('participle') ?? false;
  while (from > floor) {
    const token = tokens[from - 1];
    if (token?.kind !== 'word' || token.capital || token.possessive) break;
    if (BE.has(token.lower) && participle) passive = true;
    if (!AUXILIARIES.has(token.lower) && !isAdverb(token.lower)) break;
    from -= 1;
  }
  return { from, passive };
}

/** Who does what a verb says: the noun phrase that is the subject of the verb at `verb`; `null` where that cannot be told. */
export function subjectOf(tokens: readonly Token[], verb: number, floor: number): Phrase | null {
  const { from } = verbGroup(tokens, verb, floor);
  const before = tokens[from - 1];
  if (before === undefined || from <= floor) return null;
  if (cueOf(tokens[verb]?.lower ?? '')?.forms.has('ing')) return mainSubject(tokens, from, floor);
  if (['who', 'which', 'that'].includes(before.lower)) {
    const end = tokens[from - 2]?.text === ',' ? from - 2 : from - 1;
    if (before.lower === 'that' && end === from - 1) return null;
    const phrase = phraseBefore(tokens, end, floor);
    // "his thoughts at the time, who called it …": no time says anything.
    return before.lower === 'who' && phrase && !canSpeak(tokens, phrase) ? null : phrase;
  }
  if (['and', 'but', 'to', 'or', 'then'].includes(before.lower))
    return mainSubject(tokens, from - 1, floor);
  if (before.kind === 'point')
    return [',', ')', '—', '–', '-'].includes(before.text)
      ? acrossApposition(tokens, from - 1, floor)
      : null;
  if (before.kind === 'quoted') return acrossApposition(tokens, from, floor);
  const clause = clauseStart(tokens, from, floor);
  const whole = phraseFrom(tokens, clause, from);
  if (whole?.to === from && !opensOtherwise(tokens, clause)) return whole;
  return phraseBefore(tokens, from, clause);
}

function canSpeak(tokens: readonly Token[], phrase: Phrase): boolean {
  const head = tokens[phrase.to - 1]?.lower ?? '';
  return (
    endsInName(tokens, phrase) ||
    ROLE_NOUNS.has(head) ||
    PEOPLE_NOUNS.has(head) ||
    /(?:[^s]s|people|police|men|women)$/.test(head)
  );
}

/** The first token of the clause that a token stands in. */
function clauseStart(tokens: readonly Token[], at: number, floor: number): number {
  let start = at;
  while (start > floor) {
    const token = tokens[start - 1];
    if (token === undefined || token.kind === 'quoted') break;
    if (token.kind === 'point' && !['&', '/', "'", '’'].includes(token.text)) break;
    if (token.kind === 'word' && (CLAUSE_OPENERS.has(token.lower) || token.lower === 'but')) break;
    if (token.text === 'The') return start - 1;
    if (token.lower === 'and' && !(tokens[start - 2]?.capital && tokens[start]?.capital)) break;
    start -= 1;
  }
  return start;
}

/** "During the call", "Asked about it": the head of a sentence that is no subject. */
export function opensOtherwise(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  const { lower } = token;
  if (PREPOSITIONS.has(lower) || CLAUSE_OPENERS.has(lower)) return true;
  if (
    [
      'asked',
      'according',
      'speaking',
      'responding',
      'writing',
      'when',
      'earlier',
      'later',
    ].includes(lower)
  )
    return true;
  return at > 0 ? false : SENTENCE_OPENERS.has(lower) && /(?:ing|ed|ly)$/.test(lower);
}

/** The subject before an insertion: "Karoline Leavitt, spokeswoman to the team, said". */
function acrossApposition(tokens: readonly Token[], to: number, floor: number): Phrase | null {
  if (tokens[to]?.text === ')') return beforeBracket(tokens, to, floor);
  const dash = /[–—-]/.test(tokens[to]?.text ?? '');
  const segments: Phrase[] = [];
  let end = to;
  for (let at = to - 1; at >= floor - 1 && segments.length < MOST_SEGMENTS; at -= 1) {
    const token = tokens[at];
    const border =
      at < floor ||
      (token?.kind === 'point' &&
        (dash ? /[–—-]/.test(token.text) : [',', ';', ':', '—', '–'].includes(token.text))) ||
      (token?.kind === 'quoted' && at === floor);
    if (!border) continue;
    segments.unshift({ from: at + 1, to: end });
    end = at;
    if (token?.text === ';') break;
  }
  // The last segment is the insertion itself.
  const own = segments.slice(0, -1).flatMap(({ from, to: segmentEnd }): Phrase[] => {
    const start = from + (['and', 'but', 'so', 'yet'].includes(tokens[from]?.lower ?? '') ? 1 : 0);
    if (opensOtherwise(tokens, start)) return [];
    const phrase = phraseFrom(tokens, start, segmentEnd);
    return phrase?.to === segmentEnd ? [phrase] : [];
  });
  const insertion = segments.at(-1);
  const apposed = insertion && lastRun(tokens, insertion.from, insertion.to);
  const name =
    own.find((phrase) => endsInName(tokens, phrase)) ??
    // "Mexico’s new president, Claudia Sheinbaum, said"
    (own.length > 0 && apposed?.from === insertion?.from && apposed?.to === insertion?.to
      ? insertion
      : undefined);
  return name ?? own[0] ?? phraseBeforeInsertion(tokens, segments, floor);
}

const MOST_SEGMENTS = 8;

function endsInName(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const run = lastRun(tokens, from, to);
  return run !== null && run.to === to && isNameWord(tokens, to - 1);
}

function phraseBeforeInsertion(
  tokens: readonly Token[],
  segments: readonly Phrase[],
  floor: number,
): Phrase | null {
  const host = segments.at(-2);
  if (host === undefined) return null;
  return phraseBefore(tokens, host.to, Math.max(floor, clauseStart(tokens, host.to, host.from)));
}

function beforeBracket(tokens: readonly Token[], to: number, floor: number): Phrase | null {
  for (let at = to; at > floor && to - at < 20; at -= 1)
    if (tokens[at]?.text === '(') {
      const clause = clauseStart(tokens, at, floor);
      const whole = phraseFrom(tokens, clause, at);
      return whole?.to === at && !opensOtherwise(tokens, clause)
        ? whole
        : phraseBefore(tokens, at, clause);
    }
  return null;
}

/** For "adding", "and said", "to call": the subject of the last finite verb of saying before it, else of the sentence. */
export function mainSubject(
  tokens: readonly Token[],
  before: number,
  floor: number,
): Phrase | null {
  for (let at = before - 1; at > floor; at -= 1) {
    if (tokens[at]?.text === ';') break;
    if (!isCueVerb(tokens, at)) continue;
    const cue = cueOf(tokens[at]?.lower ?? '');
    if (!cue || cue.onlyBeside || cue.forms.has('ing') || tokens[at - 1]?.lower === 'to') continue;
    const { passive, from } = verbGroup(tokens, at, floor);
    if (['and', 'but', 'or', 'then', 'that', 'which'].includes(tokens[from - 1]?.lower ?? ''))
      continue;
    const subject = passive ? null : subjectOf(tokens, at, floor);
    if (subject) return subject;
  }
  const subjects = sentenceSubjects(tokens, floor, before);
  // "Last year, Ella made a post, calling him": what a comma follows is a subject only if it is a name.
  return (
    subjects.find((phrase) => tokens[phrase.to]?.kind === 'word' || endsInName(tokens, phrase)) ??
    subjects[0] ??
    null
  );
}

/** The noun phrases that can be a sentence's subject: the one it begins with, and those that follow its first commas. */
export function sentenceSubjects(tokens: readonly Token[], from: number, limit: number): Phrase[] {
  const found: Phrase[] = [];
  let start = from;
  if (
    ['and', 'but', 'so', 'yet', 'still', 'meanwhile', 'then'].includes(tokens[start]?.lower ?? '')
  )
    start += 1;
  if (tokens[start]?.text === ',') start += 1;
  for (let at = start; at < Math.min(limit, start + SUBJECT_WITHIN); at += 1) {
    if ((at > start && tokens[at - 1]?.text !== ',') || opensOtherwise(tokens, at)) continue;
    const phrase = phraseFrom(tokens, at, limit);
    if (phrase) found.push(phrase);
  }
  return found;
}

const SUBJECT_WITHIN = 30;
