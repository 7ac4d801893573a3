import { isNameWord, lastRun } from './mention.js';
import { cueAt, opensOtherwise, phraseBefore, phraseFrom } from './noun-phrase.js';
import type { LineTokens, Phrase } from './read-line.js';
import { cueOf } from './words/cue-verbs.js';
import {
  AUXILIARIES,
  BE,
  CLAUSE_OPENERS,
  isAdverb,
  PEOPLE_NOUNS,
  ROLE_NOUNS,
} from './words/word-classes.js';

/** The verb's own words: "had later been quoted as saying" counts from "had", its first auxiliary or adverb. */
export function verbGroup(
  tokens: LineTokens,
  verb: number,
  floor: number,
): { from: number; passive: boolean } {
  let from = verb;
  const participle = cueOf(tokens[verb]?.lower ?? '')?.forms.has('participle') ?? false;
  // "a move described by critics as “…”"
  let passive = participle && tokens[verb + 1]?.lower === 'by';
  while (from > floor) {
    const token = tokens[from - 1];
    if (token?.kind !== 'word' || token.capital || token.possessive) break;
    if (BE.has(token.lower) && participle) passive = true;
    if (!AUXILIARIES.has(token.lower) && !isAdverb(token.lower)) break;
    from -= 1;
  }
  return { from, passive };
}

/** The verb after a subject: auxiliaries and adverbs are passed over. */
export function skipToVerb(tokens: LineTokens, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.capital) break;
    if (cueAt(tokens, at) || !(AUXILIARIES.has(token.lower) || isAdverb(token.lower))) break;
    at += 1;
  }
  return at;
}

/** A verb of saying whose subject speaks: not "was told", but "was quoted as saying". */
export function isSpoken(tokens: LineTokens, verb: number, floor: number): boolean {
  const forms = cueAt(tokens, verb)?.forms;
  if (!forms || (forms.has('ing') && forms.size === 1)) return false;
  return !verbGroup(tokens, verb, floor).passive || tokens[verb + 1]?.lower === 'as';
}

/** Who does what a verb says: the noun phrase that is the subject of the verb at `verb`; `null` where that cannot be told. */
export function subjectOf(tokens: LineTokens, verb: number, floor: number): Phrase | null {
  const { from } = verbGroup(tokens, verb, floor);
  const before = tokens[from - 1];
  if (before === undefined || from <= floor) return null;
  // "quoted Wang Yi as saying “…”"
  const quoted = before.lower === 'as' ? phraseBefore(tokens, from - 1, floor) : null;
  if (quoted) return quoted;
  if (cueOf(tokens[verb]?.lower ?? '')?.forms.has('ing')) return mainSubject(tokens, from, floor);
  if (/^(?:and|but|to|or|then)$/.test(before.lower)) return mainSubject(tokens, from - 1, floor);
  if (/^(?:who|which|that)$/.test(before.lower)) {
    const comma = tokens[from - 2]?.text === ',';
    if (before.lower === 'that' && !comma) return null;
    const phrase = phraseBefore(tokens, comma ? from - 2 : from - 1, floor);
    // "his thoughts at the time, who called it …": no time says anything.
    return before.lower === 'who' && phrase && !canSpeak(tokens, phrase) ? null : phrase;
  }
  if (before.kind === 'quoted') return acrossCommas(tokens, from, floor);
  if (before.text === ',') return acrossCommas(tokens, from - 1, floor);
  const opener = before.text === ')' ? /^\($/ : /^[–—-]+$/;
  if (before.kind === 'point' && before.text !== ')' && !opener.test(before.text)) return null;
  let end = from;
  if (before.kind === 'point') {
    end = from - 2;
    while (end > floor && !opener.test(tokens[end]?.text ?? '')) end -= 1;
  }
  return phraseBefore(tokens, end, clauseStart(tokens, end, floor));
}

/** The phrase ends in a name, a role or a word for people. */
export function canSpeak(tokens: LineTokens, phrase: Phrase): boolean {
  const head = tokens[phrase.to - 1]?.lower ?? '';
  return (
    endsInName(tokens, phrase) ||
    ROLE_NOUNS.has(head) ||
    PEOPLE_NOUNS.has(head) ||
    /(?:[^s]s|people|police|men|women)$/.test(head)
  );
}

/** The first token of the clause that a token stands in. */
function clauseStart(tokens: LineTokens, at: number, floor: number): number {
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

/** The subject before an insertion: "Karoline Leavitt, spokeswoman to the team, said". */
function acrossCommas(tokens: LineTokens, to: number, floor: number): Phrase | null {
  const whole: Phrase[] = [];
  let nearest: Phrase | null = null;
  let end = to;
  for (let at = to - 1; at >= floor - 1; at -= 1) {
    if (at >= floor && !/^[,;:–—-]$/.test(tokens[at]?.text ?? '')) continue;
    const start = at + (/^(?:and|but|so|yet)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 1);
    const phrase =
      end < to && !opensOtherwise(tokens, start) ? phraseFrom(tokens, start, end) : null;
    if (phrase?.to === end) whole.unshift(phrase);
    else if (end < to) nearest ??= clauseSubject(tokens, start, end);
    end = at;
    if (tokens[at]?.text === ';') break;
  }
  const insertion = lastRun(tokens, floor, to);
  return (
    whole.find((phrase) => endsInName(tokens, phrase)) ??
    // "Mexico’s new president, Claudia Sheinbaum, said"
    (insertion?.to === to && tokens[insertion.from - 1]?.text === ',' ? insertion : undefined) ??
    whole[0] ??
    nearest
  );
}

/** "Shelesh also posted updates, …": what begins the clause, or where other words do, what ends it. */
function clauseSubject(tokens: LineTokens, from: number, end: number): Phrase | null {
  const start = clauseStart(tokens, end, from);
  const [first] = start === from ? sentenceSubjects(tokens, from, end) : [];
  return first ?? phraseBefore(tokens, end, start);
}

function endsInName(tokens: LineTokens, { from, to }: Phrase): boolean {
  return lastRun(tokens, from, to)?.to === to && isNameWord(tokens, to - 1);
}

/** For "adding", "and said", "to call": the subject of the last finite verb of saying before it, else of the sentence. */
function mainSubject(tokens: LineTokens, before: number, floor: number): Phrase | null {
  const subjects = sentenceSubjects(tokens, floor, before);
  return (
    lastSpeaker(tokens, floor, before) ??
    // "Last year, Ella made a post, calling him": what a comma follows is a subject only if it is a name.
    subjects.find((phrase) => tokens[phrase.to]?.kind === 'word' || endsInName(tokens, phrase)) ??
    subjects[0] ??
    null
  );
}

/** So many tokens of a sentence without an end are looked through for who speaks in it. */
const LOOKED_BACK = 120;

/** The subject of the last finite verb of saying between two tokens: of "Janes reported that Arcia yelled" Janes. */
export function lastSpeaker(tokens: LineTokens, first: number, to: number): Phrase | null {
  const from = Math.max(first, to - LOOKED_BACK);
  let reported: Phrase | null = null;
  for (let at = to - 1; at > from; at -= 1) {
    const cue = cueAt(tokens, at);
    if (!cue || cue.onlyBeside || cue.forms.has('ing')) continue;
    const group = verbGroup(tokens, at, from);
    const subject = group.passive ? null : subjectOf(tokens, at, from);
    if (!subject) continue;
    if (tokens[subject.from - 1]?.lower !== 'that') return subject;
    reported ??= subject;
  }
  return reported;
}

/** The noun phrases that can be a sentence's subject: the one it begins with, and those that follow its first commas. */
export function sentenceSubjects(tokens: LineTokens, from: number, limit: number): Phrase[] {
  const found: Phrase[] = [];
  let start = from;
  while (/^(?:and|but|so|yet|still|meanwhile|then|,)$/.test(tokens[start]?.lower ?? '')) start += 1;
  for (let at = start; at < Math.min(limit, start + SUBJECT_WITHIN); at += 1) {
    if ((at > start && tokens[at - 1]?.text !== ',') || opensOtherwise(tokens, at)) continue;
    const phrase = phraseFrom(tokens, at, limit);
    if (phrase) found.push(phrase);
  }
  return found;
}

const SUBJECT_WITHIN = 30;
